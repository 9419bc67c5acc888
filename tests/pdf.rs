//! PDF: what is in the file, what standards say of it, and what programs of others find there.

mod folder;

#[path = "pdf/drawings.rs"]
mod drawings;
#[path = "pdf/programs.rs"]
mod programs;
#[path = "pdf/sound.rs"]
mod sound;
#[path = "pdf/tools.rs"]
mod tools;
#[path = "pdf/tree.rs"]
mod tree;

use jmap::diag::{Diagnostic, UNFIT_FOR_PDF};
use jmap::emit::pdf;
use jmap::emit::{Options, Origin, Source, TextMode};
use jmap::geom::{MILLIMETRE, Rect, Size};
use jmap::layout::Paper;
use jmap::scene::{Builder, Role, Scene, placed};

use drawings::{drawn, drawn_on, each, options, read, root, theme, written};
use sound::faults;
use tree::Tree;

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
