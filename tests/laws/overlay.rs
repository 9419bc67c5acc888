//! Two maps in one picture keep the laws of one.

use std::path::Path;

use jmap::check::Map;
use jmap::geom::Point;
use jmap::scene::{Group, Hook, Node, Scene, missing_glyphs, missing_glyphs_of_second, verify};
use jmap::text::Fonts;
use jmap::theme::{BUILTIN, Theme};

use crate::folder::Folder;
use crate::{ROUNDING, examples, hook, middle, read, squeeze, texts, walk};

/// Draws a map with a second one.
pub fn draw(map: &Map, second: &Map, theme: &str) -> Scene {
    let theme = Theme::builtin(theme).expect("a built-in theme");
    let mut fonts = Fonts::builtin();
    for font in map.fonts.iter().chain(&second.fonts) {
        fonts.add(font.bytes.clone()).expect("a font");
    }
    let shaper = jmap::text::Shaper::new(&fonts, &map.lang.tag, map.lang.rtl);
    jmap::layout::draw_with(map, Some(second), &theme, &shaper)
}

/// Heights of the points of each curve, of the first map or of the second.
fn heights(scene: &Scene, second: bool) -> Vec<Vec<f64>> {
    let mut curves = Vec::new();
    walk(&scene.nodes, &mut |node| {
        let Node::Group(list) = node else { return };
        let items = || {
            list.children.iter().filter_map(|child| match child {
                Node::Group(item) => Some(item),
                _ => None,
            })
        };
        let with = hook(list, Hook::Map).is_some();
        let is_point = |item: &Group| with || hook(item, Hook::Score).is_some();
        if list.role == jmap::scene::Role::List
            && with == second
            && items().next().is_some_and(is_point)
        {
            let middle = |item: &Group| match item.children.first() {
                Some(Node::Shape(shape)) => middle(&shape.outline),
                other => panic!("a point without a marker: {other:?}"),
            };
            curves.push(items().map(middle).map(|p: Point| p.y).collect());
        }
    });
    curves
}

/// What holds of every such drawing.
pub fn laws(map: &Map, second: &Map, scene: &Scene) {
    assert_eq!(verify(scene), Vec::<String>::new());
    let drawn: String = texts(scene)
        .iter()
        .map(|text| squeeze(&text.line.text))
        .collect();
    let lone = second
        .stages
        .iter()
        .filter(|stage| !map.stages.iter().any(|other| other.id == stage.id));
    let lone = lone.map(|stage| &stage.name.text);
    for text in lone.chain([&second.title.text]) {
        assert!(drawn.contains(&squeeze(text)), "not drawn: {text:?}");
    }
}

#[test]
fn a_map_lies_on_itself() {
    for (name, map) in examples() {
        for (theme, _) in BUILTIN {
            let scene = draw(&map, &map, theme);
            laws(&map, &map, &scene);
            let (first, second) = (heights(&scene, false), heights(&scene, true));
            assert_eq!(first.len(), second.len(), "{name}");
            for (first, second) in first.iter().flatten().zip(second.iter().flatten()) {
                // The middle of a triangle's extent is not quite its place.
                assert!(
                    (first - second).abs() < 1.0 + ROUNDING,
                    "{name} in {theme}: {first} {second}"
                );
            }
            assert_eq!(
                (missing_glyphs(&scene), missing_glyphs_of_second(&scene)),
                (vec![], vec![])
            );
        }
    }
}

#[test]
fn any_two_examples_can_be_compared() {
    let maps = examples();
    for ((one, first), (other, second)) in maps.iter().zip(maps.iter().skip(1).chain(&maps[..1])) {
        println!("{one} with {other}");
        laws(first, second, &draw(first, second, "default"));
    }
}

#[test]
fn the_plan_of_the_co_op_is_better_than_today() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps");
    let map = |name: &str| {
        let text = std::fs::read_to_string(root.join(name)).expect("a map");
        read(&text, &Folder(root.clone()))
    };
    let (now, next) = (map("energy-coop.yaml"), map("energy-coop-future.yaml"));
    let scene = draw(&now, &next, "default");
    let mut lines = texts(&scene);
    lines.retain(|text| {
        text.line.text.starts_with("\u{200e}+") || text.line.text.starts_with("\u{200e}\u{2212}")
    });
    let differences: Vec<&str> = lines
        .iter()
        .map(|text| text.line.text.trim_start_matches('\u{200e}'))
        .collect();
    // By hand: tom fills in the form at −1.6 today and at 0.2 then; nadia opens the first bill at −1.7 and at −0.2.
    assert!(
        differences.contains(&"+1.8") && differences.contains(&"+1.5"),
        "{differences:?}"
    );
    assert!(
        differences.iter().all(|text| text.starts_with('+')),
        "{differences:?}"
    );
}
