//! The laws hold on paper, in one band of columns or in several, and paper gets what is asked of it.

use jmap::check::{Map, NoFiles};
use jmap::geom::{MILLIMETRE, Rect, Size};
use jmap::layout::{Paper, TooSmall, draw_on, least_type};
use jmap::scene::{Group, Hook, Node, Outline, Role, Scene, verify};
use jmap::text::Fonts;
use jmap::theme::Theme;
use proptest::prelude::*;

use super::{every_text_is_drawn, examples, generate, hook, laws, read, walk};

/// What may be beyond the margin, in points: rounding, and half the width of lines.
const EDGE: f64 = 2.0;

fn paper(width: f64, height: f64) -> Paper {
    Paper {
        size: Size {
            width: width * MILLIMETRE,
            height: height * MILLIMETRE,
        },
        turns: false,
        margin: 10.0 * MILLIMETRE,
        bleed: 0.0,
        read_from: 0.0,
    }
}

fn draw(map: &Map, paper: &Paper) -> (Scene, Option<TooSmall>) {
    let mut fonts = Fonts::builtin();
    for font in &map.fonts {
        fonts.add(font.bytes.clone()).expect("a font");
    }
    let theme = Theme::builtin("default").expect("a built-in theme");
    let shaper = jmap::text::Shaper::new(&fonts, &map.lang.tag, map.lang.rtl).keeping();
    draw_on(map, None, &theme, &shaper, paper)
}

fn tables(scene: &Scene) -> usize {
    let is_table = |node: &&Node| matches!(node, Node::Group(group) if group.role == Role::Table);
    scene.nodes.iter().filter(is_table).count()
}

/// The touchpoints in the order in which their cards stand.
fn order(scene: &Scene) -> Vec<&str> {
    let mut ids = Vec::new();
    walk(&scene.nodes, &mut |node| {
        let Node::Group(row) = node else { return };
        if row.role == Role::Row && hook(row, Hook::Lane) == Some("touchpoints") {
            let cells = row.children.iter().filter_map(|node| match node {
                Node::Group(cell) => hook(cell, Hook::Touchpoint),
                _ => None,
            });
            ids.extend(cells);
        }
    });
    ids
}

/// What is drawn of a group: nothing of what its windows cut off.
fn extents(group: &Group, visit: &mut dyn FnMut(Rect)) {
    if let Some(window) = group.clip {
        return visit(window);
    }
    nodes(&group.children, visit);
}

fn nodes(nodes: &[Node], visit: &mut dyn FnMut(Rect)) {
    for node in nodes {
        match node {
            Node::Group(group) => extents(group, visit),
            Node::Text(text) => visit(Rect::new(text.at.x, text.at.y, text.line.width, 0.0)),
            Node::Image(image) => visit(image.place),
            Node::Shape(shape) => match &shape.outline {
                Outline::Rect(rect, _) => visit(*rect),
                Outline::Circle(center, radius) => {
                    visit(Rect::new(center.x, center.y, 0.0, 0.0).grown(*radius));
                }
                Outline::Line(from, to) => {
                    visit(Rect::new(from.x, from.y, to.x - from.x, to.y - from.y));
                }
                // Control points may lie outside; a path is looked at by eye.
                Outline::Path(_) => {}
            },
        }
    }
}

fn keeps_its_margin(scene: &Scene, paper: &Paper) {
    let inner = |at: f64, whole: f64| {
        let margin = paper.margin - EDGE;
        at >= margin && at <= whole - margin
    };
    nodes(&scene.nodes, &mut |rect| {
        let (width, height) = (scene.size.width, scene.size.height);
        let across = inner(rect.x, width) && inner(rect.right(), width);
        let down = inner(rect.y, height) && inner(rect.bottom(), height);
        assert!(across && down, "{rect:?} on {:?}", scene.size);
    });
}

fn paper_laws(map: &Map, paper: &Paper) -> Scene {
    let (scene, too_small) = draw(map, paper);
    assert_eq!(too_small, None);
    let (size, asked) = (scene.size, paper.size);
    assert!((size.width - asked.width).abs() < 0.01 && (size.height - asked.height).abs() < 0.01);
    assert!(scene.on_paper);
    keeps_its_margin(&scene, paper);
    if tables(&scene) == 1 {
        laws(map, &scene);
    } else {
        assert_eq!(verify(&scene), Vec::<String>::new());
        every_text_is_drawn(map, &scene);
        if map.lanes.iter().any(|lane| *lane.id == *"touchpoints") {
            let all = map.touchpoints.iter().map(|touchpoint| &*touchpoint.id);
            assert_eq!(order(&scene), all.collect::<Vec<_>>());
        }
    }
    scene
}

#[test]
fn the_laws_hold_for_every_example_on_paper() {
    let mut in_bands = 0;
    let papers = [(420.0, 297.0), (210.0, 297.0), (200.0, 700.0)];
    for ((name, map), (width, height)) in examples().into_iter().zip(papers.into_iter().cycle()) {
        println!("{name} on {width} x {height}");
        let scene = paper_laws(&map, &paper(width, height));
        in_bands += usize::from(tables(&scene) > 1);
    }
    assert!(in_bands > 0, "no drawing has several bands");
}

#[test]
fn larger_paper_has_room_for_larger_type() {
    let (_, map) = examples().swap_remove(0);
    let sizes = [
        (297.0, 210.0),
        (420.0, 297.0),
        (594.0, 420.0),
        (841.0, 594.0),
    ];
    let types = sizes.map(|(width, height)| draw(&map, &paper(width, height)).0.smallest_type());
    assert!(types.windows(2).all(|pair| pair[0] < pair[1]), "{types:?}");
}

#[test]
fn a_paper_that_turns_has_the_larger_type_of_both_ways() {
    for (_, map) in examples().into_iter().skip(1).step_by(8) {
        let upright = draw(&map, &paper(297.0, 420.0)).0;
        let lying = draw(&map, &paper(420.0, 297.0)).0;
        let turning = Paper {
            turns: true,
            ..paper(297.0, 420.0)
        };
        let turned = draw(&map, &turning).0.smallest_type();
        let best = upright.smallest_type().max(lying.smallest_type());
        assert!(turned > 0.99 * best, "{turned} {best}");
    }
}

#[test]
fn type_can_be_read_from_where_it_is_to_be_read_or_what_is_in_the_way_is_told() {
    let (_, map) = examples().swap_remove(0);
    let least = |metres: f64| least_type(&Fonts::builtin(), metres * 1000.0 * MILLIMETRE);
    let from = |metres: f64, width: f64, height: f64| Paper {
        read_from: metres * 1000.0 * MILLIMETRE,
        ..paper(width, height)
    };
    // Two metres are 340 times 5.9 mm, which is the height of the capitals of type of 23 pt.
    assert!((least(2.0) - 22.9).abs() < 0.1);
    let near = draw(&map, &from(0.2, 420.0, 297.0));
    assert_eq!(near.1, None);
    let natural = draw(&map, &paper(841.0, 594.0)).0.smallest_type();
    let metres = 1.1 * natural / least(1.0);
    let (scene, too_small) = draw(&map, &from(metres, 841.0, 594.0));
    assert_eq!(too_small, None, "small type gives way to the rest");
    assert!(scene.smallest_type() + 0.01 >= least(metres));
    assert_eq!(verify(&scene), Vec::<String>::new());
    every_text_is_drawn(&map, &scene);
    let (scene, too_small) = draw(&map, &from(2.0, 210.0, 148.0));
    let too_small = too_small.expect("no room");
    assert_eq!(too_small.needed, least(2.0));
    assert!((too_small.smallest - scene.smallest_type()).abs() < 0.01);
    assert!(!too_small.cells.is_empty());
    let heights: Vec<f64> = too_small.cells.iter().map(|cell| cell.height).collect();
    assert!(heights.iter().all(|height| *height > 0.0), "{heights:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_hold_on_paper_for_maps_that_are_made_up(
        yaml in generate::map(),
        (width, height) in (150.0..900.0, 150.0..900.0),
    ) {
        let map = read(&yaml, &NoFiles);
        let paper = paper(width, height);
        let (scene, _) = draw(&map, &paper);
        prop_assert_eq!(verify(&scene), Vec::<String>::new());
        every_text_is_drawn(&map, &scene);
    }
}
