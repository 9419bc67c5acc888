//! Carries a trial out, and holds jmap to what it promises.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use super::{Entry, Trial};

/// Stands in every text outside, and may stand in nothing that jmap writes or says.
const SECRET: &str = "OPENSESAME";
const PICTURE: &[u8] = include_bytes!("../../../maps/bicycle-repair/1-noise.png");
const OTHER_PICTURE: &[u8] = include_bytes!("../../../maps/bicycle-repair/3-book.png");
const FONT: &[u8] = include_bytes!("../../../maps/fonts/NotoSansArabic-Regular.ttf");
/// Where the pixels of a picture stand in an SVG.
const PIXELS: &str = "data:image/png;base64,";
/// What is said where a run is refused before it begins.
const REFUSALS: [&str; 4] = [
    "stays as it is",
    "are one file",
    "would replace a file that is in use",
    "--follow-links",
];

/// What stands at a path: its bytes, or where a link leads.
type State = BTreeMap<PathBuf, Vec<u8>>;

fn map(title: &str, keys: &str, image: Option<&str>) -> String {
    let image = image
        .map(|path| format!(", image: \"{path}\""))
        .unwrap_or_default();
    format!(
        "title: {title}\n{keys}personas: {{a: Ana}}\nchannels: [desk]\nstages:\n- name: Visit\n  touchpoints:\n  - {{name: Asks, channel: desk, emotion: 1{image}}}\n"
    )
}

/// Does what a trial says with a program, and panics where that breaks a promise.
pub fn run(trial: &Trial, jmap: &Path) {
    let folder = tempfile::tempdir().expect("a folder");
    // A path without links, so that absolute links can be compared with it.
    let root = fs::canonicalize(folder.path()).expect("a folder");
    lay_out(trial, &root);
    let (before, sources) = (state(&root), sources(trial, &root));
    let done = call(jmap, &root, &trial.command);
    let after = state(&root);
    let said = [&done.stdout, &done.stderr].map(|text| String::from_utf8_lossy(text).into_owned());
    let said = said.concat();
    let why = || format!("{trial:?}\n{said}");

    assert!(
        matches!(done.status.code(), Some(0..=2)),
        "{:?} {}",
        done.status,
        why()
    );
    assert!(!said.contains("mistake in jmap"), "{}", why());
    // Nothing outside is read.
    assert!(!said.contains(SECRET), "a secret is told: {}", why());
    for (path, bytes) in after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(*bytes))
    {
        let name = path.display();
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(SECRET), "a secret is in {name}: {}", why());
        let mut pictures = text.split(PIXELS).skip(1);
        let known = |pixels: &str| pixels.starts_with(own_pixels(jmap));
        assert!(
            pictures.all(known),
            "a picture from outside is in {name}: {}",
            why()
        );
        assert!(
            !name.to_string().contains(".jmap-"),
            "{name} is left: {}",
            why()
        );
        // Nothing outside is written.
        assert!(
            ["in", "out", "new"]
                .iter()
                .any(|top| path.starts_with(root.join(top))),
            "{name} is written: {}",
            why()
        );
    }
    // What a map of the run is made from stays.
    for path in &sources {
        assert_eq!(
            before.get(path),
            after.get(path),
            "{} is changed: {}",
            path.display(),
            why()
        );
    }
    for path in before.keys() {
        assert!(
            after.contains_key(path),
            "{} is gone: {}",
            path.display(),
            why()
        );
    }
    let is_refused = REFUSALS.iter().any(|refusal| said.contains(refusal));
    assert!(
        !is_refused || before == after,
        "refused, but not before it began: {}",
        why()
    );
    if done.status.success()
        && trial.command[0] == "render"
        && !trial.command.contains(&"--check".to_owned())
    {
        each_is_its_own(trial, &root, &why);
    }
}

/// Each output is there, is one file, and shows its own map.
fn each_is_its_own(trial: &Trial, root: &Path, why: &dyn Fn() -> String) {
    let output = trial
        .command
        .iter()
        .skip_while(|word| *word != "-o")
        .nth(1)
        .expect("-o");
    let formats = trial.command.iter().skip_while(|word| *word != "-f").nth(1);
    let mut files = BTreeSet::new();
    for path in maps(trial, root) {
        let stem = path.file_stem().expect("a name").to_string_lossy();
        for format in formats.map_or("svg", String::as_str).split(',') {
            let drawing = root.join(output).join(format!("{stem}.{format}"));
            let real = fs::canonicalize(&drawing)
                .unwrap_or_else(|_| panic!("no {}: {}", drawing.display(), why()));
            assert!(
                files.insert(real),
                "{} is written twice: {}",
                drawing.display(),
                why()
            );
            if format == "svg" {
                let source = fs::read_to_string(&path).expect("a map");
                let title = source
                    .lines()
                    .next()
                    .and_then(|line| line.strip_prefix("title: "))
                    .expect("a title");
                let drawing = fs::read_to_string(&drawing).expect("a drawing");
                assert!(
                    drawing.contains(title),
                    "{} shows another map: {}",
                    path.display(),
                    why()
                );
            }
        }
    }
}

fn call(jmap: &Path, folder: &Path, command: &[String]) -> Output {
    let mut run = Command::new(jmap);
    run.args(command)
        .current_dir(folder)
        .env("SOURCE_DATE_EPOCH", "1793491200");
    run.output()
        .unwrap_or_else(|error| panic!("{} does not run: {error}; build it first", jmap.display()))
}

/// How the pixels of the picture inside begin in a drawing; those outside are others.
fn own_pixels(jmap: &Path) -> &'static str {
    static PIXELS_INSIDE: OnceLock<String> = OnceLock::new();
    PIXELS_INSIDE.get_or_init(|| {
        let [inside, outside] = [PICTURE, OTHER_PICTURE].map(|picture| {
            let folder = tempfile::tempdir().expect("a folder");
            fs::write(folder.path().join("a.png"), picture).expect("a file");
            fs::write(folder.path().join("a.yaml"), map("One", "", Some("a.png"))).expect("a file");
            let done = call(
                jmap,
                folder.path(),
                &["render".to_owned(), "a.yaml".to_owned()],
            );
            let drawing = String::from_utf8(done.stdout).expect("an SVG");
            let pixels = drawing.split(PIXELS).nth(1).expect("a picture");
            pixels.split('"').next().expect("its end").to_owned()
        });
        assert_ne!(inside, outside);
        inside
    })
}

/// Makes the folder of a trial, and beside it what is secret.
fn lay_out(trial: &Trial, root: &Path) {
    for made in ["in/sub", "out", "secret"] {
        fs::create_dir_all(root.join(made)).expect("a folder");
    }
    let drawing = format!("<svg><metadata>{SECRET}</metadata></svg>");
    let theme = format!("{SECRET}: dark\n");
    for (name, bytes) in [
        (
            "map.yaml",
            map(SECRET, &format!("{SECRET}: 1\nowner: {SECRET}\n"), None).as_bytes(),
        ),
        ("picture.png", OTHER_PICTURE),
        ("a.png", OTHER_PICTURE),
        ("drawing.svg", drawing.as_bytes()),
        ("font.ttf", FONT),
        ("theme.yaml", theme.as_bytes()),
    ] {
        fs::write(root.join("secret").join(name), bytes).expect("a file");
    }
    for (path, entry) in &trial.entries {
        let at = root.join(path);
        let write = |bytes: &[u8]| fs::write(&at, bytes).expect("a file");
        match entry {
            Entry::Map(image, theme, font) => {
                let key = |name: &str, value: &Option<&str>| {
                    value
                        .map(|value| format!("{name}: \"{value}\"\n"))
                        .unwrap_or_default()
                };
                let keys = key("theme", theme) + &key("fonts", font);
                write(map(&format!("Title of {path}"), &keys, *image).as_bytes());
            }
            Entry::Picture => write(PICTURE),
            Entry::Theme => write(b"extends: dark\n"),
            Entry::Font => write(FONT),
            Entry::Old => write(b"old"),
            Entry::Link(to) => {
                let to = to.replace("{}", &root.display().to_string());
                symlink(to, &at).expect("a link");
            }
            Entry::HardLink(first) => {
                let (first, _) = trial.entries.get(*first).expect("an earlier entry");
                fs::hard_link(root.join(first), &at).expect("a link");
            }
        }
    }
}

fn state(root: &Path) -> State {
    let mut files = State::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let entry = entry.expect("an entry");
            let (path, kind) = (entry.path(), entry.file_type().expect("a kind"));
            if kind.is_dir() {
                open.push(path);
                continue;
            }
            let bytes = match kind.is_symlink() {
                true => fs::read_link(&path)
                    .expect("a link")
                    .into_os_string()
                    .into_encoded_bytes(),
                false => fs::read(&path).expect("a file"),
            };
            files.insert(path, bytes);
        }
    }
    files
}

/// The maps of a run: the visible YAML files in the folders that the command names, as far as they stay there.
fn maps(trial: &Trial, root: &Path) -> Vec<PathBuf> {
    let mut maps = Vec::new();
    let folders = trial
        .command
        .iter()
        .skip(1)
        .take_while(|word| !word.starts_with('-'));
    for folder in folders {
        for entry in fs::read_dir(root.join(folder))
            .into_iter()
            .flatten()
            .flatten()
        {
            let path = entry.path();
            let is_map = path
                .extension()
                .is_some_and(|ending| ending == "yaml" || ending == "yml");
            if is_map && path.is_file() {
                maps.push(path);
            }
        }
    }
    maps
}

/// All names of the files that the maps of a run are made from.
fn sources(trial: &Trial, root: &Path) -> Vec<PathBuf> {
    let identity = |path: &Path| path.metadata().ok().map(|data| (data.dev(), data.ino()));
    let mut files = BTreeSet::new();
    for map in maps(trial, root) {
        files.extend(identity(&map));
        let folder = map.parent().expect("a folder");
        let text = fs::read_to_string(&map).unwrap_or_default();
        for (path, entry) in &trial.entries {
            // The map may be a link to this entry, and its files are those beside the link.
            let Entry::Map(image, theme, font) = entry else {
                continue;
            };
            if text.contains(&format!("Title of {path}\n")) {
                let named = [image, theme, font].into_iter().flatten();
                files.extend(named.filter_map(|name| identity(&folder.join(name))));
            }
        }
    }
    let paths = state(root).into_keys();
    let is_source = |path: &PathBuf| {
        let own = fs::symlink_metadata(path).ok();
        own.is_some_and(|data| files.contains(&(data.dev(), data.ino())))
    };
    paths.filter(is_source).collect()
}
