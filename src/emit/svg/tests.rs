use std::sync::Arc;

use roxmltree::{Document, Node as Element};

use super::write;
use crate::color::Color;
use crate::emit::TextMode;
use crate::geom::{Rect, Size, Step, point};
use crate::scene::{Builder, Hook, Image, Outline, Paint, Role, Scene, Stroke};
use crate::text::{Fonts, Line, Shaper, Style, Weight};

const INK: Color = Color::rgb(0x1C, 0x24, 0x30);
const PAPER: Color = Color::rgb(255, 255, 255);

fn scene(draw: impl FnOnce(&mut Builder)) -> Scene {
    let mut builder = Builder::new(None);
    draw(&mut builder);
    Scene {
        size: Size { width: 300.0, height: 200.5 },
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
    Shaper::new(&fonts, "en", false).line(text, &Style { weight, size: 10.0, leading: 1.2, tracking: 0.0 })
}

fn svg(scene: &Scene, mode: TextMode) -> String {
    String::from_utf8(write(scene, mode)).expect("UTF-8")
}

fn system(draw: impl FnOnce(&mut Builder)) -> String {
    svg(&scene(draw), TextMode::System)
}

fn find<'d>(document: &'d Document, tag: &str) -> Vec<Element<'d, 'd>> {
    document.descendants().filter(|node| node.has_tag_name(tag)).collect()
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
    assert_eq!(root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")), Some("en"));
    let title = find(&document, "title")[0];
    assert_eq!((title.text(), title.attribute("id")), (Some("A map"), root.attribute("aria-labelledby")));
    let description = find(&document, "desc")[0];
    assert_eq!(description.text(), Some("What it shows"));
    assert_eq!(description.attribute("id"), root.attribute("aria-describedby"));
}

#[test]
fn nothing_that_is_written_in_a_map_becomes_markup() {
    let evil = "\"><script>alert('1')</script>]]>&amp;\u{0}\u{8}\u{fffe}--><!--";
    let mut scene = scene(|b| {
        b.open(Role::Region).name(evil).hook(Hook::Stage, evil);
        b.open(Role::Link).name(evil).link("javascript:alert(1)");
        b.text(10.0, 20.0, &line(evil, Weight::Regular), INK);
        b.close();
        b.open(Role::Link).name(evil).link("https://example.org/?\"><script>");
        b.text(10.0, 40.0, &line(evil, Weight::Regular), INK);
    });
    (scene.title, scene.description, scene.lang) = (evil.to_owned(), evil.to_owned(), evil.to_owned());
    for mode in [TextMode::Embed, TextMode::Outlines, TextMode::System] {
        let text = svg(&scene, mode);
        let document = Document::parse(&text).expect("XML");
        assert!(find(&document, "script").is_empty());
        let links = find(&document, "a");
        assert_eq!(links.len(), 1, "a link that a viewer would run is none");
        assert_eq!(links[0].attribute("href"), Some("https://example.org/?\"><script>"));
        let title = find(&document, "title")[0];
        assert_eq!(title.text(), Some("\"><script>alert('1')</script>]]>&amp;--><!--"));
        let events = |node: Element| node.attributes().any(|a| a.name().starts_with("on"));
        assert!(!document.descendants().any(events));
    }
}

#[test]
fn groups_have_roles_names_and_hooks() {
    let text = system(|b| {
        b.open(Role::Table).name("Map");
        b.open(Role::Row).name("Touchpoints").hook(Hook::Lane, "touchpoints");
        b.open(Role::RowHeader).name("Touchpoints");
        b.text(0.0, 20.0, &line("Touchpoints", Weight::SemiBold), INK);
        b.close();
        b.open(Role::Cell).columns(2, 3).hook(Hook::Touchpoint, "calls");
        b.open(Role::Heading(3)).name("Calls the shop");
        b.text(100.0, 20.0, &line("Calls", Weight::Regular), INK);
        b.text(100.0, 40.0, &line("the shop", Weight::Regular), INK);
        b.close();
        b.open(Role::Decoration);
        b.text(100.0, 60.0, &line("7", Weight::Regular), INK);
    });
    let document = Document::parse(&text).expect("XML");
    let shown: Vec<String> = find(&document, "g").iter().map(|g| attributes(*g)).collect();
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
    element.attributes().map(|a| format!("{}={}", a.name(), a.value())).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_group_that_says_nothing_leaves_no_element_and_one_around_a_shape_is_the_shape() {
    let text = system(|b| {
        b.open(Role::Decoration);
        b.open(Role::Paragraph);
        b.text(10.0, 20.0, &line("one line", Weight::Regular), INK);
        b.close();
        b.close();
        b.open(Role::Item).name("Calls: 1.5").hook(Hook::Persona, "nadia").hook(Hook::Score, "1.5");
        b.shape(Outline::Circle(point(50.0, 60.0), 3.0), fill(INK), None);
    });
    let document = Document::parse(&text).expect("XML");
    assert_eq!(find(&document, "g").len(), 1, "{text}");
    let expected = "cx=50 cy=60 r=3 fill=#1C2430 role=listitem aria-label=Calls: 1.5 data-persona=nadia data-score=1.5";
    assert_eq!(attributes(find(&document, "circle")[0]), expected);
}

#[test]
fn shapes_carry_what_differs_from_the_defaults() {
    let stroke = |width, dash, round| Some(Stroke { color: INK, width, dash, round });
    let path = vec![Step::Move(point(1.0, 1.0)), Step::Line(point(3.5, 2.0)), Step::Close];
    let text = system(|b| {
        b.shape(square(10.0), fill(INK.alpha(0.5)), None);
        b.shape(Outline::Line(point(0.0, 5.0), point(300.0, 5.0)), None, stroke(1.0, vec![], false));
        b.shape(Outline::Path(path), None, stroke(0.75, vec![4.0, 2.5], true));
    });
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("<rect x") || line.starts_with("<line") || line.starts_with("<path")).collect();
    let expected = [
        r##"<rect x="10" y="10" width="20" height="20" fill="#1C2430" fill-opacity="0.5"/>"##,
        r##"<line x1="0" y1="5" x2="300" y2="5" stroke="#1C2430"/>"##,
        r##"<path d="M1,1 l2.5,1 z" fill="none" stroke="#1C2430" stroke-width="0.75" stroke-dasharray="4 2.5" stroke-linecap="round" stroke-linejoin="round"/>"##,
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
        b.shape(square(70.0), Some(Paint::Vertical(vec![(0.0, PAPER), (1.0, INK)])), None);
        b.image(portrait(10.0));
        b.image(portrait(10.0));
        b.image(portrait(50.0));
    });
    let document = Document::parse(&text).expect("XML");
    assert_eq!(find(&document, "linearGradient").len(), 2);
    assert_eq!(find(&document, "clipPath").len(), 2);
    let mut ids: Vec<_> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    for reference in document.descendants().filter_map(|node| node.attribute("fill").or(node.attribute("clip-path"))) {
        let target = reference.strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')'));
        assert!(target.is_none_or(|id| ids.contains(&id)), "{reference}");
    }
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 6);
    let image = find(&document, "image")[0];
    assert_eq!(image.attribute("href"), Some("data:image/png;base64,iVBORw=="));
    assert_eq!((image.attribute("role"), image.attribute("aria-label")), (Some("img"), Some("Nadia")));
}

#[test]
fn text_is_text_in_the_width_it_was_laid_out_in() {
    let words = line("Calls & waits", Weight::SemiBold);
    let drawn = scene(|b| b.text_with_halo(10.0, 20.0, &words, INK, (PAPER, 2.0)));
    let text = svg(&drawn, TextMode::Embed);
    let document = Document::parse(&text).expect("XML");
    let element = find(&document, "text")[0];
    assert_eq!(element.text(), Some("Calls & waits"));
    assert_eq!((element.attribute("x"), element.attribute("y")), (Some("10"), Some("20")));
    assert_eq!(element.attribute("font-weight"), Some("600"));
    assert_eq!(element.attribute("paint-order"), Some("stroke"));
    let length: f64 = element.attribute("textLength").expect("a width").parse().expect("a number");
    assert!((length - words.width).abs() <= 0.005);
    let style = find(&document, "style")[0].text().expect("rules");
    assert_eq!(style.matches("@font-face{font-family:'Inter';font-weight:600;src:url(data:font/ttf;base64,").count(), 1);
    assert_eq!(style.matches("@font-face").count(), 1, "only the faces in use travel");

    let plain = svg(&drawn, TextMode::System);
    assert!(!plain.contains("textLength") && !plain.contains("@font-face"));
}

#[test]
fn spaces_that_a_viewer_would_collapse_are_kept() {
    let text = system(|b| {
        b.text(10.0, 20.0, &line("a  b", Weight::Regular), INK);
        b.text(10.0, 40.0, &line("a b", Weight::Regular), INK);
    });
    assert_eq!(text.matches("xml:space=\"preserve\"").count(), 1);
}

#[test]
fn every_run_stands_at_its_own_edge_and_keeps_its_signs_on_their_side() {
    let text = "\u{627}\u{628}! abc (\u{627})";
    let mixed = line(text, Weight::Regular);
    assert!(mixed.runs.len() > 2 && mixed.runs.iter().any(|run| run.rtl));
    let drawn = scene(|b| b.text(30.0, 20.0, &mixed, INK));
    let written = svg(&drawn, TextMode::Embed);
    let document = Document::parse(&written).expect("XML");
    let spans = find(&document, "tspan");
    let content: String = spans.iter().filter_map(|span| span.text()).collect();
    assert_eq!(content.replace('\u{200F}', ""), text, "logical order");
    for (span, run) in spans.iter().zip(&mixed.runs) {
        let x: f64 = span.attribute("x").expect("an edge").parse().expect("a number");
        assert!((x - 30.0 - run.x).abs() <= 0.005);
        assert!(!(run.rtl && span.attribute("textLength").is_some()), "a cursive script is not stretched");
        let ends = span.text().map(|words| (words.chars().next(), words.chars().next_back()));
        let directed = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() || c == '\u{200F}');
        assert!(!run.rtl || ends.is_some_and(|(first, last)| directed(first) && directed(last)), "{ends:?}");
    }
}

#[test]
fn outlines_keep_the_words_as_their_name() {
    let drawn = scene(|b| b.text(10.0, 20.0, &line("Calls", Weight::Bold), INK));
    let text = svg(&drawn, TextMode::Outlines);
    let document = Document::parse(&text).expect("XML");
    assert!(find(&document, "text").is_empty() && find(&document, "style").is_empty());
    let path = find(&document, "path")[0];
    assert_eq!((path.attribute("role"), path.attribute("aria-label")), (Some("img"), Some("Calls")));
    assert!(path.attribute("d").is_some_and(|d| d.starts_with('M') && d.ends_with('z')));
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let draw = || scene(|b| b.text(10.0, 20.0, &line("Calls", Weight::Bold), INK));
    for mode in [TextMode::Embed, TextMode::Outlines, TextMode::System] {
        assert_eq!(write(&draw(), mode), write(&draw(), mode));
    }
}

/// What resvg paints, with the built-in fonts only: the columns of the picture (in quarters of a point) that have ink.
fn inked(svg: &str, fonts: &Fonts) -> (usize, usize) {
    use resvg::{tiny_skia, usvg};
    let mut options = usvg::Options::default();
    for face in 0..4 {
        options.fontdb_mut().load_font_data(fonts.bytes(crate::text::FaceId(face)).to_vec());
    }
    let tree = usvg::Tree::from_str(svg, &options).expect("an SVG");
    let mut picture = tiny_skia::Pixmap::new(1200, 802).expect("a picture");
    // The page is in points, and resvg counts 96 pixels to 72 points.
    resvg::render(&tree, tiny_skia::Transform::from_scale(3.0, 3.0), &mut picture.as_mut());
    let dark = |x: &usize| (0..802).any(|y| picture.pixel(*x as u32, y).is_some_and(|pixel| pixel.red() < 128));
    let columns: Vec<usize> = (0..1200).filter(dark).collect();
    (*columns.first().expect("ink"), *columns.last().expect("ink"))
}

#[test]
fn text_and_outlines_cover_the_same_place() {
    let words = line("Hears about it", Weight::SemiBold);
    let drawn = scene(|b| b.text(50.0, 100.0, &words, INK));
    let text = inked(&svg(&drawn, TextMode::System), &drawn.fonts);
    let outlines = inked(&svg(&drawn, TextMode::Outlines), &drawn.fonts);
    assert!(text.0.abs_diff(outlines.0) <= 1 && text.1.abs_diff(outlines.1) <= 1, "{text:?} {outlines:?}");
    let (left, right) = (50.0 * 4.0, (50.0 + words.width) * 4.0);
    assert!((text.0 as f64 - left).abs() < 8.0 && (text.1 as f64 - right).abs() < 8.0, "{text:?} {left} {right}");
}
