//! PDF: what is in the file, what standards say of it, and what programs of others find there.

mod folder;
#[path = "pdf/tools.rs"]
mod tools;
#[path = "pdf/tree.rs"]
mod tree;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use jmap::check::Map;
use jmap::diag::{Diagnostic, UNFIT_FOR_PDF};
use jmap::emit::pdf::{self, Standards};
use jmap::emit::{Moment, Options, Origin, Source, TextMode};
use jmap::geom::{MILLIMETRE, Rect, Size};
use jmap::layout::Paper;
use jmap::scene::{Builder, Group, Node, Role, Scene, placed};
use jmap::source::Limits;
use jmap::text::{Fonts, Next};
use jmap::theme::Theme;

use folder::Folder;
use tools::ask;
use tree::{Tag, Tree};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn maps() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("maps")).expect("maps");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    assert!(paths.len() >= 11);
    paths
}

fn read(text: &str, folder: PathBuf) -> (Map, Fonts) {
    let reading = jmap::read(text, &Folder(folder), &Limits::default());
    let map = reading.map.expect("a map without errors");
    let mut fonts = Fonts::builtin();
    for font in &map.fonts {
        fonts.add(font.bytes.clone()).expect("a font");
    }
    (map, fonts)
}

fn theme() -> Theme {
    Theme::builtin("default").expect("a theme")
}

fn drawn(path: &Path) -> Scene {
    let text = fs::read_to_string(path).expect("a map");
    let (map, fonts) = read(&text, path.parent().expect("a folder").to_path_buf());
    jmap::draw(&map, &theme(), &fonts).0
}

fn drawn_on(path: &Path, paper: &Paper) -> Scene {
    let text = fs::read_to_string(path).expect("a map");
    let (map, fonts) = read(&text, path.parent().expect("a folder").to_path_buf());
    jmap::draw_on(&map, None, &theme(), &fonts, Some(paper)).scene
}

fn options(standards: &[&str]) -> Options {
    let date = Moment {
        year: 2026,
        month: 1,
        day: 17,
        hour: 9,
        minute: 30,
        second: 0,
    };
    Options {
        author: Some("Service".to_owned()),
        date: Some(date),
        pdf: Standards::of(standards.iter().copied()).expect("standards"),
        ..Options::default()
    }
}

fn written(scene: &Scene, options: &Options) -> Vec<u8> {
    pdf::write(std::slice::from_ref(scene), options).expect("nothing in the way")
}

/// Does something with every map, several at once.
fn each(work: impl Fn(&Path, &Scene) + Sync) {
    thread::scope(|scope| {
        for path in maps() {
            let work = &work;
            scope.spawn(move || work(&path, &drawn(&path)));
        }
    });
}

#[test]
fn all_maps_keep_the_standards() {
    each(|path, scene| {
        for standards in [&["ua-1", "a-2a"][..], &["a-2b"], &["a-2u", "1.7"], &["a-4"]] {
            let written = pdf::write(std::slice::from_ref(scene), &options(standards));
            let refused = written.err();
            assert_eq!(refused, None, "{}: {standards:?}", path.display());
        }
    });
}

#[test]
fn the_same_drawing_is_the_same_file() {
    let scene = drawn(&root().join("maps/residence-permit.yaml"));
    for text in [TextMode::Embed, TextMode::Outlines] {
        let options = Options {
            text,
            ..options(&[])
        };
        let first = written(&scene, &options);
        assert!(first == written(&scene, &options), "{text:?}");
    }
    let system = Options {
        text: TextMode::System,
        ..options(&[])
    };
    assert!(written(&scene, &system) == written(&scene, &options(&[])));
}

/// What is wrong with a tree of tags.
fn faults(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    let mut level = 0;
    for tag in tree.all() {
        let kinds: Vec<&str> = tag
            .tags
            .iter()
            .map(|tag| tree.tag(*tag).kind.as_str())
            .collect();
        let only =
            |allowed: &[&str]| tag.pieces == 0 && kinds.iter().all(|kind| allowed.contains(kind));
        let sound = match tag.kind.as_str() {
            "L" => only(&["LI"]),
            "LI" => only(&["LBody"]),
            "Table" => only(&["TR"]),
            "TR" => only(&["TH", "TD"]) && kinds.len() > 1,
            "Document" | "Part" | "Sect" => tag.pieces == 0,
            "Figure" => tag.said.contains("/Alt") && tag.pieces == 1,
            "TH" => tag.said.contains("/Scope"),
            "Link" => tag.pieces >= 2,
            _ => true,
        };
        if !sound {
            faults.push(format!(
                "{} holds {kinds:?} and {} pieces: {}",
                tag.kind, tag.pieces, tag.said
            ));
        }
        if let Some(now) = tag
            .kind
            .strip_prefix('H')
            .and_then(|level| level.parse().ok())
        {
            if now > level + 1 || !tag.said.contains("/T(") && !tag.said.contains("/T<") {
                faults.push(format!("heading {now} under {level}: {}", tag.said));
            }
            level = now;
        }
        if tag.kind == "Table" {
            faults.extend(irregular(tree, tag));
        }
    }
    faults
}

/// Whether a row of a table is longer than another, or a place in it is taken twice.
fn irregular(tree: &Tree, table: &Tag) -> Option<String> {
    let mut widths = Vec::new();
    // How many further rows each header reaches down; only they do.
    let mut under = 0;
    for row in &table.tags {
        let cells: Vec<&Tag> = tree
            .tag(*row)
            .tags
            .iter()
            .map(|cell| tree.tag(*cell))
            .collect();
        let spans: usize = cells.iter().map(|cell| cell.count("ColSpan")).sum();
        widths.push(spans + usize::from(under > 0));
        let down = cells.first().map_or(1, |cell| cell.count("RowSpan"));
        under = if under > 0 { under - 1 } else { down - 1 };
    }
    widths.dedup();
    (widths.len() != 1 || under != 0).then(|| format!("rows are {widths:?} columns wide"))
}

#[test]
fn the_tree_of_tags_is_sound() {
    each(|path, scene| {
        for standards in [&[][..], &["2.0"]] {
            let tree = Tree::read(&written(scene, &options(standards)));
            let faults = faults(&tree);
            assert!(
                faults.is_empty(),
                "{}: {}",
                path.display(),
                faults.join("\n")
            );
            let has = |kind: &str| tree.all().iter().filter(|tag| tag.kind == kind).count();
            assert!(
                has("H1") == 1 && has("H2") > 0 && has("Table") == 1,
                "{}",
                path.display()
            );
            assert!(has("TH") > 8 && has("TD") > 20 && has("Figure") > 0 && has("LI") > 2);
        }
    });
    let two = root().join("tests/cases/worst/stage-cells.yaml");
    let tree = Tree::read(&written(&drawn(&two), &options(&[])));
    assert_eq!(faults(&tree), [""; 0]);
    assert!(
        tree.all()
            .iter()
            .any(|tag| tag.kind == "TH" && tag.count("RowSpan") > 1)
    );
}

const LINKED: &str = "\
title: Calls
personas: {ana: Ana}
channels: [phone]
stages:
  - name: Call
    touchpoints:
      - {name: Reads the page on fees, channel: phone, emotion: 1, link: 'https://example.com/gebühr?a=(1)'}
      - {name: Calls, channel: phone, emotion: -1, thoughts: 'Again 漢'}
";

fn linked() -> Scene {
    let (map, fonts) = read(LINKED, root());
    jmap::draw(&map, &theme(), &fonts).0
}

fn refused(scene: &Scene, options: &Options) -> Vec<Diagnostic> {
    let refused = pdf::write(std::slice::from_ref(scene), options);
    let findings = refused.expect_err("something in the way");
    assert!(
        findings
            .iter()
            .all(|finding| *finding.rule == UNFIT_FOR_PDF)
    );
    findings
}

#[test]
fn what_a_standard_refuses_is_told_at_its_place() {
    let scene = linked();
    let findings = refused(&scene, &options(&["a-2b"]));
    let [finding] = &findings[..] else {
        panic!("one finding: {findings:?}");
    };
    let message = "no font has `漢`; an empty box in its place is refused by PDF/A-2b";
    assert_eq!(finding.message, message);
    let place = finding.span.start as usize..finding.span.end as usize;
    assert!(LINKED[place].contains('漢'));

    let undated = Options {
        date: None,
        ..options(&["ua-1", "a-2u"])
    };
    let messages: Vec<String> = refused(&scene, &undated)
        .into_iter()
        .map(|f| f.message)
        .collect();
    let expected = [
        "the map has no date, which is asked for by PDF/A-2u",
        "no font has `漢`; an empty box in its place is refused by PDF/A-2u and PDF/UA-1",
    ];
    assert_eq!(messages, expected);
    let findings = refused(
        &drawn(&root().join("maps/energy-coop.yaml")),
        &options(&["ua-1", "a-1b"]),
    );
    assert!(
        findings.iter().any(|f| f.message.contains("since 1.5")),
        "{findings:?}"
    );
}

#[test]
fn links_lead_where_they_say() {
    let file = String::from_utf8_lossy(&written(&linked(), &options(&[]))).into_owned();
    assert!(
        file.contains("/URI(https://example.com/geb%C3%BChr?a=(1))"),
        "no link"
    );
    assert_eq!(file.matches("/Subtype/Link").count(), 1);
    let tree = Tree::read(file.as_bytes());
    let link = tree.all().into_iter().find(|tag| tag.kind == "Link");
    assert!(link.expect("a tag").pieces >= 2);
}

#[test]
fn a_file_says_what_it_is_and_where_it_comes_from() {
    let source = |name: &str| Source::new(Some(name), "0f".repeat(32));
    let origin = Origin {
        jmap: "0.1.0".to_owned(),
        map: source("co-op, \"a\" & <b>, 保.yaml"),
        with: Some(source("next of kin.yaml")),
    };
    let options = Options {
        origin: Some(origin.clone()),
        ..options(&["a-2b"])
    };
    let scene = drawn(&root().join("maps/energy-coop.yaml"));
    let file = written(&scene, &options);
    assert_eq!(pdf::origin(&file), Some(origin));
    let text = String::from_utf8_lossy(&file);
    for said in [
        "/DisplayDocTitle true",
        "/Title(Joining a community energy co-op)",
        "/Lang(en)",
        "/Author(Service)",
        "/Creator(jmap 0.1.0)",
        "/CreationDate(D:20260117093000",
        "<pdfaid:part>2</pdfaid:part>",
    ] {
        assert!(text.contains(said), "{said}");
    }
    let plain = written(&linked(), &Options::default());
    let text = String::from_utf8_lossy(&plain);
    assert!(
        !text.contains("Date(") && !text.contains("Keywords") && text.contains("/Creator(jmap)")
    );
    assert_eq!(pdf::origin(&plain), None);
}

#[test]
fn pages_are_as_large_as_paper_and_its_bleed() {
    let map = root().join("maps/energy-coop.yaml");
    let paper = |width: f64, height: f64, bleed: f64| Paper {
        size: Size {
            width: width * MILLIMETRE,
            height: height * MILLIMETRE,
        },
        turns: false,
        margin: 10.0 * MILLIMETRE,
        bleed: bleed * MILLIMETRE,
        read_from: 0.0,
    };
    let boxes = |scene: &Scene| {
        let file = written(scene, &options(&[]));
        let text = String::from_utf8_lossy(&file).into_owned();
        let named = |name: &str| {
            let (_, rest) = text.split_once(&format!("/{name}["))?;
            let numbers = rest.split_once(']')?.0.split(' ').map(str::parse);
            let numbers: Result<Vec<f64>, _> = numbers.collect();
            Some(
                numbers
                    .expect("numbers")
                    .into_iter()
                    .map(|n| (n / MILLIMETRE).round())
                    .collect(),
            )
        };
        let all: [Option<Vec<f64>>; 3] = ["MediaBox", "TrimBox", "BleedBox"].map(named);
        all
    };
    let [media, trim, bleed] = boxes(&drawn_on(&map, &paper(841.0, 594.0, 3.0)));
    assert_eq!(media, Some(vec![0.0, 0.0, 847.0, 600.0]));
    assert_eq!(trim, Some(vec![3.0, 3.0, 844.0, 597.0]));
    assert_eq!(bleed, media);
    let [media, trim, _] = boxes(&drawn_on(&map, &paper(420.0, 297.0, 0.0)));
    assert_eq!((media, trim), (Some(vec![0.0, 0.0, 420.0, 297.0]), None));

    let findings = refused(&drawn_on(&map, &paper(6000.0, 900.0, 0.0)), &options(&[]));
    assert_eq!(
        findings[0].message,
        "the sheet is 6.00 m long, and a page of a PDF at most 5.08 m"
    );
    // What is no paper has no size of its own, and is made to fit.
    let large = Scene {
        on_paper: false,
        ..drawn_on(&map, &paper(6000.0, 900.0, 0.0))
    };
    let [media, ..] = boxes(&large);
    assert_eq!(media, Some(vec![0.0, 0.0, 5080.0, 762.0]));
}

/// A window of a scene as a sheet of its own.
fn window(scene: &Scene, window: Rect) -> Scene {
    let mut builder = Builder::new(None);
    builder.open(Role::Region).clip(window);
    builder.nodes(scene.nodes.clone());
    builder.close();
    Scene {
        size: Size {
            width: window.width,
            height: window.height,
        },
        nodes: placed(
            &builder.finish(),
            1.0,
            jmap::geom::point(-window.x, -window.y),
        ),
        ..scene.clone()
    }
}

#[test]
fn sheets_are_pages_and_bookmarks_lead_to_the_first() {
    let scene = drawn(&root().join("maps/energy-coop.yaml"));
    let (width, height) = (scene.size.width / 2.0, scene.size.height / 2.0);
    let tile = |x: f64, y: f64| window(&scene, Rect::new(x * width, y * height, width, height));
    let sheets = [
        tile(0.0, 0.0),
        tile(1.0, 0.0),
        tile(0.0, 1.0),
        tile(1.0, 1.0),
    ];
    let file = pdf::write(&sheets, &options(&["ua-1", "a-2a"])).expect("nothing in the way");
    let whole = written(&scene, &options(&[]));
    // What is not seen is not written.
    assert!(
        file.len() < 2 * whole.len(),
        "{} {}",
        file.len(),
        whole.len()
    );
    let text = String::from_utf8_lossy(&file);
    assert_eq!(text.matches("/Type/Page/").count(), 4);
    let tree = Tree::read(&file);
    assert_eq!(faults(&tree), [""; 0]);
    assert_eq!(
        tree.all().iter().filter(|tag| tag.kind == "Part").count(),
        4
    );
    for name in ["Inquiry", "Loyalty", "Emotion", "KPIs"] {
        let bookmark = format!("/Title({name}");
        let stage =
            text.contains(&bookmark) || text.matches("/Title(").any(|_| text.contains(name));
        assert!(stage, "{name}");
    }
}

/// The lines of a drawing in the order of reading, as they are said: with a space where a word ends.
fn lines(nodes: &[Node], said: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => {
                said.push_str(text.line.text.trim_end_matches('\u{AD}'));
                said.push_str(if text.line.next == Next::Joined {
                    ""
                } else {
                    " "
                });
            }
            Node::Group(Group { children, .. }) => lines(children, said),
            Node::Shape(_) | Node::Image(_) => {}
        }
    }
}

/// A text without signs of direction, soft hyphens and Arabic vowels, which programs put where they like.
fn bare(text: &str) -> String {
    let is_sign = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{AD}' | '\u{64B}'..='\u{652}');
    text.chars().filter(|c| !is_sign(*c)).collect()
}

fn spoken(path: &Path, scene: &Scene, file: &Path) {
    let mut said = String::new();
    lines(&scene.nodes, &mut said);
    let (said, name) = (bare(&said), path.display());
    // Lines of a word that goes on, and of scripts without spaces, are found apart.
    let dense = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    if scene.rtl {
        let Some((found, _)) = ask("pdftotext", &[], file, &["-"]) else {
            return;
        };
        let letters = |text: &str| -> Vec<String> {
            let words = text.split(|c: char| !('\u{620}'..='\u{6FF}').contains(&c));
            let words = words.filter(|word| !word.is_empty());
            let mut words: Vec<String> = words.map(str::to_owned).collect();
            words.sort();
            words
        };
        assert_eq!(letters(&bare(&found)), letters(&said), "{name}");
    } else if let Some((found, _)) = ask("pdftotext", &["-raw"], file, &["-"]) {
        assert!(dense(&bare(&found)) == dense(&said), "{name}: {found}");
    }
}

#[test]
fn programs_of_others_find_the_table() {
    // poppler reads the whole page anew for each tag, so it is asked for a small map.
    let scene = drawn(&root().join("tests/cases/map/small.yaml"));
    let file = tempfile::NamedTempFile::new().expect("a file");
    fs::write(file.path(), written(&scene, &options(&[]))).expect("a file");
    if let Some((said, _)) = ask("pdfinfo", &["-struct-text"], file.path(), &[]) {
        for tag in [
            "Table",
            "TR",
            "/Scope /Column",
            "/Scope /Row",
            "TD",
            "H1",
            "Figure",
        ] {
            assert!(said.contains(tag), "no {tag}: {said}");
        }
    }
}

#[test]
fn programs_of_others_find_all_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    each(|path, scene| {
        let file = folder
            .path()
            .join(path.with_extension("pdf").file_name().expect("a name"));
        fs::write(&file, written(scene, &options(&["ua-1", "a-2a"]))).expect("a file");
        let name = path.display();
        if let Some((said, _)) = ask("qpdf", &["--check"], &file, &[]) {
            assert!(
                said.contains("No syntax or stream encoding errors found"),
                "{name}: {said}"
            );
        }
        if let Some((said, _)) = ask("pdffonts", &[], &file, &[]) {
            let fonts: Vec<&str> = said.lines().skip(2).collect();
            assert!(fonts.len() > 2, "{name}: {said}");
            assert!(
                fonts.iter().all(|font| font.contains("yes yes yes")),
                "{name}: {said}"
            );
        }
        let page = folder.path().join(path.file_stem().expect("a name"));
        let page = page.to_string_lossy();
        let painters: [(&str, &[&str], &[&str]); 3] = [
            (
                "gs",
                &["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage"],
                &[],
            ),
            (
                "mutool",
                &[
                    "draw",
                    "-q",
                    "-N",
                    "-r",
                    "20",
                    "-o",
                    "/dev/null",
                    "-F",
                    "png",
                ],
                &[],
            ),
            ("pdftoppm", &["-r", "20"], &[&page]),
        ];
        for (program, before, after) in painters {
            if let Some((out, err)) = ask(program, before, &file, after) {
                assert!(
                    err.is_empty() && program != "gs" || out.is_empty() && err.is_empty(),
                    "{name}: {program}: {out}{err}"
                );
            }
        }
        spoken(path, scene, &file);
    });
}
