mod text;

use std::sync::Arc;

use roxmltree::{Document, Node as Element};

use super::write;
use crate::color::Color;
use crate::emit::{Options, Origin, Source, TextMode};
use crate::geom::{Rect, Size, Step, point};
use crate::scene::{Builder, Hook, Image, Outline, Paint, Role, Scene, Stroke};
use crate::text::{Fonts, Line, Shaper, Style, Weight};

const INK: Color = Color::rgb(0x1C, 0x24, 0x30);
const PAPER: Color = Color::rgb(255, 255, 255);

fn scene(draw: impl FnOnce(&mut Builder)) -> Scene {
    let mut builder = Builder::new(None);
    draw(&mut builder);
    Scene {
        size: Size {
            width: 300.0,
            height: 200.5,
        },
        on_paper: false,
        bleed: 0.0,
        lang: "en".to_owned(),
        rtl: false,
        title: "A map".to_owned(),
        description: "What it shows".to_owned(),
        background: PAPER,
        fonts: Fonts::builtin(),
        nodes: builder.finish(),
    }
}

fn line(text: &str, weight: Weight) -> Arc<Line> {
    let fonts = Fonts::builtin();
    Shaper::new(&fonts, "en", false).line(
        text,
        &Style {
            weight,
            size: 10.0,
            leading: 1.2,
            tracking: 0.0,
        },
    )
}

fn svg(scene: &Scene, mode: TextMode) -> String {
    String::from_utf8(write(scene, &mode.into())).expect("UTF-8")
}

fn system(draw: impl FnOnce(&mut Builder)) -> String {
    svg(&scene(draw), TextMode::System)
}

#[test]
fn the_root_says_where_the_drawing_comes_from() {
    let mut options = Options::from(TextMode::System);
    let plain = write(&scene(|_| {}), &options);
    let origin = Origin {
        jmap: "0.1.0".to_owned(),
        map: Source::new(Some("a & \u{1F389}.yaml"), "ab".repeat(32)),
        with: None,
    };
    options.origin = Some(origin.clone());
    let told = write(&scene(|_| {}), &options);
    let text = std::str::from_utf8(&told).expect("UTF-8");
    let document = Document::parse(text).expect("XML");
    let name = document.root_element().attribute("data-source");
    assert_eq!(name, Some("a & \u{1F389}.yaml"));
    assert_eq!(crate::emit::svg::origin(&told), Some(origin));
    assert_eq!(crate::emit::svg::origin(&plain), None);
    assert!(told.len() > plain.len());
}

fn find<'d>(document: &'d Document, tag: &str) -> Vec<Element<'d, 'd>> {
    document
        .descendants()
        .filter(|node| node.has_tag_name(tag))
        .collect()
}

fn square(x: f64) -> Outline {
    Outline::Rect(Rect::new(x, 10.0, 20.0, 20.0), 0.0)
}

fn fill(color: Color) -> Option<Paint> {
    Some(Paint::Solid(color))
}

#[test]
fn the_root_says_what_the_file_is() {
    let text = system(|_| {});
    let document = Document::parse(&text).expect("XML");
    let root = document.root_element();
    assert_eq!(root.attribute("viewBox"), Some("0 0 300 200.5"));
    assert_eq!(root.attribute("width"), Some("300pt"));
    assert_eq!(root.attribute("role"), Some("graphics-document"));
    assert_eq!(
        root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")),
        Some("en")
    );
    let title = find(&document, "title")[0];
    assert_eq!(
        (title.text(), title.attribute("id")),
        (Some("A map"), root.attribute("aria-labelledby"))
    );
    let description = find(&document, "desc")[0];
    assert_eq!(description.text(), Some("What it shows"));
    assert_eq!(
        description.attribute("id"),
        root.attribute("aria-describedby")
    );
}

#[test]
fn nothing_that_is_written_in_a_map_becomes_markup() {
    let evil = "\"><script>alert('1')</script>]]>&amp;\u{0}\u{8}\u{fffe}--><!--";
    let mut scene = scene(|b| {
        b.open(Role::Region).name(evil).hook(Hook::Stage, evil);
        b.open(Role::Link).name(evil).link("javascript:alert(1)");
        b.text(10.0, 20.0, &line(evil, Weight::Regular), INK);
        b.close();
        b.open(Role::Link)
            .name(evil)
            .link("https://example.org/?\"><script>");
        b.text(10.0, 40.0, &line(evil, Weight::Regular), INK);
    });
    (scene.title, scene.description, scene.lang) =
        (evil.to_owned(), evil.to_owned(), evil.to_owned());
    for mode in [TextMode::Embed, TextMode::Outlines, TextMode::System] {
        let text = svg(&scene, mode);
        let document = Document::parse(&text).expect("XML");
        assert!(find(&document, "script").is_empty());
        let links = find(&document, "a");
        assert_eq!(links.len(), 1, "a link that a viewer would run is none");
        assert_eq!(
            links[0].attribute("href"),
            Some("https://example.org/?\"><script>")
        );
        let title = find(&document, "title")[0];
        assert_eq!(
            title.text(),
            Some("\"><script>alert('1')</script>]]>&amp;--><!--")
        );
        let events = |node: Element| node.attributes().any(|a| a.name().starts_with("on"));
        assert!(!document.descendants().any(events));
    }
}

#[test]
fn groups_have_roles_names_and_hooks() {
    let text = system(|b| {
        b.open(Role::Table).name("Map");
        b.open(Role::Row)
            .name("Touchpoints")
            .hook(Hook::Lane, "touchpoints");
        b.open(Role::RowHeader).name("Touchpoints");
        b.text(0.0, 20.0, &line("Touchpoints", Weight::SemiBold), INK);
        b.close();
        b.open(Role::Cell)
            .columns(2, 3)
            .hook(Hook::Touchpoint, "calls");
        b.open(Role::Heading(3)).name("Calls the shop");
        b.text(100.0, 20.0, &line("Calls", Weight::Regular), INK);
        b.text(100.0, 40.0, &line("the shop", Weight::Regular), INK);
        b.close();
        b.open(Role::Decoration);
        b.text(100.0, 60.0, &line("7", Weight::Regular), INK);
    });
    let document = Document::parse(&text).expect("XML");
    let shown: Vec<String> = find(&document, "g")
        .iter()
        .map(|g| attributes(*g))
        .collect();
    let expected = [
        "role=table aria-label=Map",
        "role=row aria-label=Touchpoints data-lane=touchpoints",
        "role=rowheader",
        "role=cell aria-colindex=2 aria-colspan=3 data-touchpoint=calls",
        "role=heading aria-level=3",
        "aria-hidden=true",
    ];
    assert_eq!(shown, expected);
}

fn attributes(element: Element) -> String {
    element
        .attributes()
        .map(|a| format!("{}={}", a.name(), a.value()))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_group_that_says_nothing_leaves_no_element_and_one_around_a_shape_is_the_shape() {
    let text = system(|b| {
        b.open(Role::Decoration);
        b.open(Role::Paragraph);
        b.text(10.0, 20.0, &line("one line", Weight::Regular), INK);
        b.close();
        b.close();
        b.open(Role::Item)
            .name("Calls: 1.5")
            .hook(Hook::Persona, "nadia")
            .hook(Hook::Score, "1.5");
        b.shape(Outline::Circle(point(50.0, 60.0), 3.0), fill(INK), None);
    });
    let document = Document::parse(&text).expect("XML");
    assert_eq!(find(&document, "g").len(), 1, "{text}");
    let expected = "cx=50 cy=60 r=3 fill=#1C2430 role=listitem aria-label=Calls: 1.5 data-persona=nadia data-score=1.5";
    assert_eq!(attributes(find(&document, "circle")[0]), expected);
}

#[test]
fn shapes_carry_what_differs_from_the_defaults() {
    let stroke = |width, dash, round| {
        Some(Stroke {
            color: INK,
            width,
            dash,
            round,
        })
    };
    let path = vec![
        Step::Move(point(1.0, 1.0)),
        Step::Line(point(3.5, 2.0)),
        Step::Close,
    ];
    let text = system(|b| {
        b.shape(square(10.0), fill(INK.alpha(0.5)), None);
        b.shape(
            Outline::Line(point(0.0, 5.0), point(300.0, 5.0)),
            None,
            stroke(1.0, vec![], false),
        );
        b.shape(
            Outline::Path(path),
            None,
            stroke(0.75, vec![4.0, 2.5], true),
        );
    });
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| {
            line.starts_with("<rect x") || line.starts_with("<line") || line.starts_with("<path")
        })
        .collect();
    let expected = [
        r##"<rect x="10" y="10" width="20" height="20" fill="#1C2430" fill-opacity="0.5"/>"##,
        r##"<line x1="0" y1="5" x2="300" y2="5" stroke="#1C2430"/>"##,
        r##"<path d="M1 1l2.5 1z" fill="none" stroke="#1C2430" stroke-width="0.75" stroke-dasharray="4 2.5" stroke-linecap="round" stroke-linejoin="round"/>"##,
    ];
    assert_eq!(lines, expected);
}

#[test]
fn equal_gradients_and_clips_stand_once() {
    let wash = || Some(Paint::Vertical(vec![(0.0, INK), (1.0, PAPER.alpha(0.0))]));
    let portrait = |x| Image {
        place: Rect::new(x, 50.0, 20.0, 20.0),
        radius: 10.0,
        bytes: Arc::from(*b"\x89PNG"),
        media_type: "image/png",
        name: "Nadia".to_owned(),
    };
    let text = system(|b| {
        b.shape(square(10.0), wash(), None);
        b.shape(square(40.0), wash(), None);
        b.shape(
            square(70.0),
            Some(Paint::Vertical(vec![(0.0, PAPER), (1.0, INK)])),
            None,
        );
        b.image(portrait(10.0));
        b.image(portrait(10.0));
        b.image(portrait(50.0));
    });
    let document = Document::parse(&text).expect("XML");
    assert_eq!(find(&document, "linearGradient").len(), 2);
    assert_eq!(find(&document, "clipPath").len(), 2);
    let mut ids: Vec<_> = document
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    for reference in document
        .descendants()
        .filter_map(|node| node.attribute("fill").or(node.attribute("clip-path")))
    {
        let target = reference
            .strip_prefix("url(#")
            .and_then(|rest| rest.strip_suffix(')'));
        assert!(target.is_none_or(|id| ids.contains(&id)), "{reference}");
    }
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 6);
    let image = find(&document, "image")[0];
    assert_eq!(
        image.attribute("href"),
        Some("data:image/png;base64,iVBORw==")
    );
    assert_eq!(
        (image.attribute("role"), image.attribute("aria-label")),
        (Some("img"), Some("Nadia"))
    );
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let draw = || scene(|b| b.text(10.0, 20.0, &line("Calls", Weight::Bold), INK));
    for mode in [TextMode::Embed, TextMode::Outlines, TextMode::System] {
        assert_eq!(svg(&draw(), mode), svg(&draw(), mode));
    }
}
