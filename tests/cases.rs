//! Golden cases: what jmap says about a map and what it draws. `JMAP_BLESS=1` accepts what it does now.
//!
//! `tests/cases/<area>/<name>.yaml` is a map that shows one thing. Beside it stand `<name>.diag`, if there are findings, and
//! `<name>.scene`, the drawing as text. Every file that a case gives is hashed into `tests/cases/hashes.txt`. The cases in
//! `errors` and `whole` have tests of their own, and those in `public` are drawn for the public. Where `<name>.with.yaml` stands beside a map, both are drawn in one picture.

mod beside;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jmap::Reading;
use jmap::check::Map;
use jmap::diag::Diagnostic;
use jmap::diag::render::{FORMS, Report};
use jmap::emit::{FORMATS, Options, Resolution, TextMode};
use jmap::scene::{Scene, dump, verify};
use jmap::source::Limits;
use jmap::text::Fonts;
use jmap::theme::Theme;
use jmap::view::{View, cut};

use beside::Beside;

const MODES: [(&str, TextMode); 3] = [
    ("embed", TextMode::Embed),
    ("outlines", TextMode::Outlines),
    ("system", TextMode::System),
];

/// Pixels are the same however letters are to be written.
const PIXELS: [(&str, TextMode); 1] = [("pixels", TextMode::Embed)];
/// Pixels for a CSS pixel: enough that whatever moves is seen, and quickly painted.
const SCALE: f64 = 0.5;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// Areas with a test of their own.
const ELSEWHERE: [&str; 2] = ["errors", "whole"];

/// The files of all other areas with an ending, sorted.
fn files(ending: &str) -> Vec<PathBuf> {
    let areas = fs::read_dir(root())
        .expect("the cases")
        .map(|area| area.expect("an area").path());
    let areas =
        areas.filter(|area| area.is_dir() && !ELSEWHERE.iter().any(|name| area.ends_with(name)));
    let mut files: Vec<PathBuf> = areas
        .flat_map(|area| fs::read_dir(area).expect("an area"))
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|e| e == ending))
        .collect();
    files.sort();
    files
}

/// `<area>/<name>`.
fn title(path: &Path) -> String {
    let path = path
        .strip_prefix(root())
        .expect("a case")
        .with_extension("");
    path.to_string_lossy().replace('\\', "/")
}

/// The second map of a case that compares two.
fn companion(path: &Path) -> PathBuf {
    path.with_extension("with.yaml")
}

fn is_companion(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".with.yaml")
}

/// The maps that are cases.
fn cases() -> Vec<PathBuf> {
    let maps = files("yaml").into_iter();
    maps.filter(|path| !is_companion(path)).collect()
}

/// A map's file.
struct Read {
    name: String,
    text: String,
    reading: Reading,
}

fn read(path: &Path) -> Read {
    let text = fs::read_to_string(path).expect("a case");
    let name = path.file_name().expect("a name").to_string_lossy();
    Read {
        name: name.into_owned(),
        reading: jmap::read(&text, &Beside, &Limits::default()),
        text,
    }
}

/// What a case gives: the findings as printed, and the drawing.
fn compile(path: &Path) -> (String, Option<Scene>) {
    let other = companion(path);
    let mut files = vec![read(path)];
    files.extend(other.exists().then(|| read(&other)));
    if path.parent().is_some_and(|area| area.ends_with("public")) {
        let public = View {
            public: true,
            ..View::default()
        };
        for map in files
            .iter_mut()
            .filter_map(|file| file.reading.map.as_mut())
        {
            *map = cut(map.clone(), &public).expect("something remains");
        }
    }
    let theme = Theme::builtin("default").expect("a built-in theme");
    let mut fonts = Fonts::builtin();
    let maps: Vec<&Map> = files
        .iter()
        .filter_map(|file| file.reading.map.as_ref())
        .collect();
    for font in maps.iter().flat_map(|map| &map.fonts) {
        fonts.add(font.bytes.clone()).expect("a font");
    }
    let (scene, more) = match (&maps[..], files.len()) {
        ([map], 1) => {
            let (scene, more) = jmap::draw(map, &theme, &fonts);
            (Some(scene), vec![more])
        }
        ([map, second], 2) => {
            let (scene, more) = jmap::draw_with(map, second, &theme, &fonts);
            (Some(scene), more.to_vec())
        }
        _ => (None, Vec::new()),
    };
    for (file, more) in files.iter_mut().zip(more) {
        file.reading.findings.extend(more);
    }
    let files: Vec<(String, String, Vec<Diagnostic>)> = files
        .into_iter()
        .map(|file| (file.name, file.text, file.reading.judged().1))
        .collect();
    let reports: Vec<Report> = files
        .iter()
        .filter(|(.., findings)| !findings.is_empty())
        .map(|(name, text, findings)| Report {
            name,
            text,
            findings,
            silenced: &[],
        })
        .collect();
    let said = if reports.is_empty() {
        String::new()
    } else {
        (FORMS[0].print)(&reports, false)
    };
    (said, scene)
}

/// Compares with a golden, or writes it; a golden for nothing should not be there.
fn settle(golden: &Path, now: &str, wrong: &mut Vec<String>) {
    let before = fs::read_to_string(golden).unwrap_or_default();
    if before == now && !(now.is_empty() && golden.exists()) {
        return;
    }
    if std::env::var_os("JMAP_BLESS").is_none() {
        wrong.push(format!(
            "{}\n{}",
            golden.display(),
            difference(&before, now)
        ));
    } else if now.is_empty() {
        fs::remove_file(golden).expect("a golden to remove");
    } else {
        fs::write(golden, now).expect("a golden to write");
    }
}

/// The first line that differs.
fn difference(before: &str, now: &str) -> String {
    let (mut old, mut new) = (before.lines(), now.lines());
    for line in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (was, is) if was != is => {
                return format!(
                    "  line {line} was {}\n  line {line} is  {}",
                    was.unwrap_or("absent"),
                    is.unwrap_or("absent")
                );
            }
            _ => {}
        }
    }
    "  differs in its line ends".to_owned()
}

/// FNV-1a, 64 bits: stable, and short enough to read in a diff.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn every_case_is_told_and_drawn_as_agreed() {
    let (mut wrong, mut hashes) = (Vec::new(), String::new());
    for path in cases() {
        let (said, scene) = compile(&path);
        settle(&path.with_extension("diag"), &said, &mut wrong);
        let drawn = scene.as_ref().map(dump).unwrap_or_default();
        settle(&path.with_extension("scene"), &drawn, &mut wrong);
        let Some(scene) = scene else { continue };
        wrong.extend(
            verify(&scene)
                .into_iter()
                .map(|fault| format!("{}: {fault}", title(&path))),
        );
        for format in FORMATS {
            // A PDF has its fonts with it either way, and outlines are tested elsewhere.
            let modes: &[(&str, TextMode)] = match format.name {
                "svg" => &MODES,
                "png" => &PIXELS,
                _ => &MODES[..1],
            };
            for &(mode, how) in modes {
                let options = Options {
                    resolution: Resolution::Scale(SCALE),
                    ..how.into()
                };
                let file = (format.write)(std::slice::from_ref(&scene), &options);
                let hash = hash(&file.expect("nothing in the way"));
                hashes.push_str(&format!(
                    "{} {} {mode} {hash:016x}\n",
                    title(&path),
                    format.name
                ));
            }
        }
    }
    settle(&root().join("hashes.txt"), &hashes, &mut wrong);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_golden_is_orphaned() {
    let cases: BTreeSet<String> = cases().iter().map(|path| title(path)).collect();
    assert!(!cases.is_empty());
    for golden in [files("diag"), files("scene")].concat() {
        assert!(
            cases.contains(&title(&golden)),
            "{} has no case",
            golden.display()
        );
    }
    for other in files("yaml").iter().filter(|path| is_companion(path)) {
        let first = other.with_extension("").with_extension("yaml");
        assert!(first.exists(), "{} has no case", other.display());
    }
}
