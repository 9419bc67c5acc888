mod place;

use std::sync::Arc;

use super::*;
use crate::diag::Span;
use crate::geom::point;
use crate::text::{Shaper, Style, Weight};

const INK: Color = Color::rgb(0x1C, 0x24, 0x30);

fn line(text: &str) -> Arc<Line> {
    let fonts = Fonts::builtin();
    Shaper::new(&fonts, "en", false).line(
        text,
        &Style {
            weight: Weight::Bold,
            size: 10.0,
            leading: 1.2,
            tracking: 0.0,
        },
    )
}

fn draw(mirror: Option<f64>, draw: impl FnOnce(&mut Builder)) -> Scene {
    let mut builder = Builder::new(mirror);
    draw(&mut builder);
    Scene {
        size: Size {
            width: 300.0,
            height: 200.0,
        },
        on_paper: false,
        bleed: 0.0,
        lang: "en".to_owned(),
        rtl: mirror.is_some(),
        title: "A map".to_owned(),
        description: "What it shows".to_owned(),
        background: Color::rgb(255, 255, 255),
        fonts: Fonts::builtin(),
        nodes: builder.finish(),
    }
}

fn square(x: f64, y: f64) -> Outline {
    Outline::Rect(Rect::new(x, y, 20.0, 20.0), 2.0)
}

fn ink() -> Option<Paint> {
    Some(Paint::Solid(INK))
}

fn outlines(scene: &Scene) -> Vec<Outline> {
    let outline = |node: &Node| match node {
        Node::Shape(shape) => Some(shape.outline.clone()),
        _ => None,
    };
    scene.nodes.iter().filter_map(outline).collect()
}

#[test]
fn coordinates_are_rounded_once_and_neighbours_still_meet() {
    let scene = draw(None, |b| {
        b.shape(
            Outline::Rect(Rect::new(0.004, 0.0, 10.003, 5.0), 0.0),
            ink(),
            None,
        );
        b.shape(
            Outline::Rect(Rect::new(10.007, -0.001, 10.0, 5.0), 0.0),
            ink(),
            None,
        );
    });
    let places: Vec<Rect> = outlines(&scene)
        .iter()
        .map(|o| {
            if let Outline::Rect(r, _) = o {
                *r
            } else {
                Rect::default()
            }
        })
        .collect();
    assert_eq!(
        places,
        [
            Rect::new(0.0, 0.0, 10.01, 5.0),
            Rect::new(10.01, 0.0, 10.0, 5.0)
        ]
    );
    assert!(places[1].y.is_sign_positive(), "no minus zero");
    assert_eq!(verify(&scene), Vec::<String>::new());
}

#[test]
fn a_mirror_turns_places_but_not_letters() {
    let words = line("Calls");
    let scene = draw(Some(300.0), |b| {
        b.shape(square(10.0, 5.0), ink(), None);
        b.shape(Outline::Circle(point(40.0, 5.0), 3.0), ink(), None);
        b.shape(Outline::Line(point(0.0, 1.0), point(10.0, 2.0)), None, None);
        b.shape(
            Outline::Path(vec![
                Step::Move(point(1.0, 1.0)),
                Step::Curve(point(2.0, 1.0), point(3.0, 1.0), point(4.0, 2.0)),
                Step::Close,
            ]),
            None,
            None,
        );
        b.text(20.0, 100.0, &words, INK);
    });
    let expected = [
        Outline::Rect(Rect::new(270.0, 5.0, 20.0, 20.0), 2.0),
        Outline::Circle(point(260.0, 5.0), 3.0),
        Outline::Line(point(300.0, 1.0), point(290.0, 2.0)),
        Outline::Path(vec![
            Step::Move(point(299.0, 1.0)),
            Step::Curve(point(298.0, 1.0), point(297.0, 1.0), point(296.0, 2.0)),
            Step::Close,
        ]),
    ];
    assert_eq!(outlines(&scene), expected);
    let Some(Node::Text(text)) = scene.nodes.last() else {
        panic!("no text")
    };
    assert!((text.at.x + text.line.width - 280.0).abs() <= 0.005);
    assert_eq!(text.line, words);
}

#[test]
fn groups_nest_and_texts_know_where_they_come_from() {
    let scene = draw(None, |b| {
        b.open(Role::Region).name("Header").span(Span::new(3, 9));
        b.open(Role::Paragraph);
        b.text(10.0, 20.0, &line("Calls"), INK);
        b.text(10.0, 40.0, &line(""), INK);
        b.close();
        b.close();
        b.close();
        b.text(10.0, 60.0, &line("Waits"), INK);
        b.open(Role::Decoration);
    });
    let [Node::Group(region), Node::Text(waits), Node::Group(_)] = &scene.nodes[..] else {
        panic!("{:?}", scene.nodes)
    };
    let [Node::Group(paragraph)] = &region.children[..] else {
        panic!("{:?}", region.children)
    };
    let [Node::Text(calls)] = &paragraph.children[..] else {
        panic!("an empty line is no text")
    };
    assert_eq!((calls.span, waits.span), (Some(Span::new(3, 9)), None));
}

#[test]
fn a_dump_reads_like_the_drawing() {
    let scene = draw(None, |b| {
        b.open(Role::Heading(1)).name("Calls");
        b.text_with_halo(
            10.0,
            20.0,
            &line("Calls"),
            INK,
            (Color::rgb(255, 255, 255), 2.0),
        );
        b.close();
        b.open(Role::Link).name("Site").link("https://example.org/");
        b.open(Role::Decoration).hook(Hook::Stage, "one");
        let stroke = Stroke {
            color: INK.alpha(0.5),
            width: 0.5,
            dash: vec![2.0, 1.0],
            round: true,
        };
        b.shape(
            Outline::Line(point(0.0, 50.0), point(300.0, 50.0)),
            None,
            Some(stroke),
        );
        let wash = Paint::Vertical(vec![(0.0, INK), (1.0, INK.alpha(0.0))]);
        b.shape(square(10.0, 60.0), Some(wash), None);
    });
    let width = format!("wide {}", build::round(line("Calls").width));
    let text = dump(&scene).replace(&width, "wide WIDTH");
    let expected = [
        "page 300 x 200 en ltr on #FFFFFF",
        "title \"A map\"",
        "description \"What it shows\"",
        "heading-1 \"Calls\"",
        "  text 10,20 10pt bold #1C2430 halo #FFFFFF 2 wide WIDTH \"Calls\"",
        "link \"Site\" to \"https://example.org/\"",
        "  decoration data-stage=\"one\"",
        "    line 0,50 to 300,50 stroke #1C2430/128 0.5 dash [2.0, 1.0] round",
        "    rect 10,60 20x20 r2 fill 0:#1C2430 1:#1C2430/0",
    ];
    assert_eq!(text.lines().collect::<Vec<_>>(), expected);
}

/// Whether a finding of `verify` on a drawing says `words`.
fn complains(words: &str, scene: &Scene) {
    let found = verify(scene);
    assert!(
        found.iter().any(|finding| finding.contains(words)),
        "{words}: {found:#?}"
    );
}

#[test]
fn verify_finds_what_breaks_the_rules_of_a_scene() {
    complains("has no name", &draw(None, |b| _ = b.open(Role::Figure)));
    complains(
        "has no name",
        &draw(None, |b| _ = b.open(Role::Heading(2)).name(" ")),
    );
    complains("stands in None", &draw(None, |b| _ = b.open(Role::Cell)));
    complains(
        "a link leads somewhere",
        &draw(None, |b| _ = b.open(Role::Link).name("Site")),
    );
    complains(
        "is no cell",
        &draw(None, |b| _ = b.open(Role::Region).columns(1, 1)),
    );
    complains(
        "without persona",
        &draw(None, |b| {
            _ = b
                .open(Role::Decoration)
                .hook(Hook::Score, "1")
                .hook(Hook::Stage, "a")
        }),
    );
    complains(
        "repeated or empty",
        &draw(None, |b| _ = b.open(Role::Decoration).hook(Hook::Stage, "")),
    );
    complains(
        "outside the page",
        &draw(None, |b| b.shape(square(290.0, 5.0), ink(), None)),
    );
    complains(
        "outside the page",
        &draw(None, |b| {
            b.shape(Outline::Circle(point(f64::NAN, 5.0), 1.0), ink(), None)
        }),
    );
    complains(
        "outside the page",
        &draw(None, |b| b.text(290.0, 50.0, &line("Calls"), INK)),
    );
    complains(
        "translucent",
        &draw(None, |b| b.text(10.0, 50.0, &line("Calls"), INK.alpha(0.5))),
    );
    complains(
        "overlap",
        &draw(None, |b| {
            b.text(10.0, 50.0, &line("Calls"), INK);
            b.text(100.0, 52.0, &line("elsewhere"), INK);
            b.text(20.0, 52.0, &line("Waits"), INK);
        }),
    );
    complains(
        "begins nowhere",
        &draw(None, |b| {
            b.shape(
                Outline::Path(vec![Step::Line(point(1.0, 1.0))]),
                ink(),
                None,
            )
        }),
    );

    let mut off = draw(None, |b| b.shape(square(10.0, 5.0), ink(), None));
    off.nodes.push(Node::Shape(Shape {
        outline: square(10.001, 5.0),
        fill: None,
        stroke: None,
    }));
    off.title.clear();
    complains("not on hundredths", &off);
    complains("no title", &off);
}

#[test]
fn a_missing_character_is_named_once_with_its_first_place() {
    let scene = draw(None, |b| {
        b.open(Role::Paragraph).span(Span::new(7, 9));
        b.text(10.0, 20.0, &line("a\u{6F22}b\u{10FFFD}"), INK);
        b.close();
        b.open(Role::Paragraph).span(Span::new(20, 29));
        b.text(10.0, 40.0, &line("\u{6F22}\u{6F22} fine"), INK);
    });
    let findings = missing_glyphs(&scene);
    let shown: Vec<_> = findings
        .iter()
        .map(|d| (d.span.start, d.message.as_str(), d.mark.as_str()))
        .collect();
    let expected = [
        (
            7,
            "no font has the character U+6F22 `\u{6F22}`",
            "it stands here, and 2 times more",
        ),
        (
            7,
            "no font has the character U+10FFFD `\u{10FFFD}`",
            "it stands here",
        ),
    ];
    assert_eq!(shown, expected);
    assert!(findings[0].help[0].contains("--font"));
    assert!(
        missing_glyphs(&draw(None, |b| b.text(
            10.0,
            20.0,
            &line("Ärger → ok"),
            INK
        )))
        .is_empty()
    );
}

#[test]
fn of_a_whole_script_that_no_font_has_the_first_are_named() {
    let text: String = ('一'..).take(200).collect();
    let scene = draw(None, |b| b.text(10.0, 20.0, &line(&text), INK));
    let findings = missing_glyphs(&scene);
    let together = &findings.last().expect("a finding").message;
    assert!(together.ends_with("and 96 more"), "{together}");
}
