//! A map from right to left beside its twin from left to right: mirrored, not broken.

mod folder;

use std::fs;
use std::path::Path;

use jmap::check::Map;
use jmap::geom::{Point, Rect, Step};
use jmap::scene::{Hook, Node, Outline, Role, Scene};
use jmap::source::Limits;
use jmap::text::Fonts;
use jmap::theme::Theme;

use folder::Folder;

/// Both edges of a shape are rounded to hundredths.
const ROUNDING: f64 = 0.021;

fn read(name: &str) -> Map {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps");
    let yaml = fs::read_to_string(folder.join(name)).expect("a map");
    let (map, findings) = jmap::read(&yaml, &Folder(folder), &Limits::default()).judged();
    map.unwrap_or_else(|| panic!("{findings:#?}"))
}

fn draw(map: &Map) -> Scene {
    let mut fonts = Fonts::builtin();
    for font in &map.fonts {
        fonts.add(font.bytes.clone()).expect("a font");
    }
    let theme = Theme::builtin("default").expect("a built-in theme");
    jmap::layout::draw(map, &theme, &fonts)
}

/// The names of the maps in `maps/`.
fn maps() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps");
    let entries = fs::read_dir(folder).expect("maps/");
    let names = entries.map(|entry| {
        entry
            .expect("a map")
            .file_name()
            .into_string()
            .expect("a name")
    });
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".yaml")).collect();
    names.sort();
    names
}

/// The box around an outline.
fn extent(outline: &Outline) -> Rect {
    let around = |points: &[Point]| {
        let least = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::INFINITY, f64::min);
        let most = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        let (x, y) = (least(|p| p.x), least(|p| p.y));
        Rect::new(x, y, most(|p| p.x) - x, most(|p| p.y) - y)
    };
    match outline {
        Outline::Rect(rect, _) => *rect,
        Outline::Circle(c, r) => Rect::new(c.x - r, c.y - r, 2.0 * r, 2.0 * r),
        Outline::Line(a, b) => around(&[*a, *b]),
        Outline::Path(steps) => {
            let points = steps.iter().flat_map(|step| match step {
                Step::Move(p) | Step::Line(p) => vec![*p],
                Step::Curve(a, b, p) => vec![*a, *b, *p],
                Step::Close => Vec::new(),
            });
            around(&points.collect::<Vec<_>>())
        }
    }
}

/// Compares two drawings of one map node by node: the second is the first in a mirror; letters stay as they are.
fn compare(width: f64, left: &[Node], right: &[Node]) -> usize {
    assert_eq!(left.len(), right.len());
    let mirrored = |a: Rect, b: Rect, what: &str| {
        let x = width - a.right();
        let same = [x - b.x, a.y - b.y, a.width - b.width, a.height - b.height];
        assert!(
            same.iter().all(|d| d.abs() < ROUNDING),
            "{what}: {a:?} {b:?}"
        );
    };
    let mut count = 0;
    for (a, b) in left.iter().zip(right) {
        match (a, b) {
            (Node::Group(a), Node::Group(b)) => {
                assert_eq!((a.role, &a.hooks, a.columns), (b.role, &b.hooks, b.columns));
                count += compare(width, &a.children, &b.children);
            }
            (Node::Text(a), Node::Text(b)) => {
                let place = |text: &jmap::scene::TextLine| {
                    Rect::new(text.at.x, text.at.y, text.line.width, 0.0)
                };
                mirrored(place(a), place(b), &a.line.text);
                count += 1;
            }
            (Node::Shape(a), Node::Shape(b)) => {
                mirrored(extent(&a.outline), extent(&b.outline), "a shape");
                assert_eq!((&a.fill, &a.stroke), (&b.fill, &b.stroke));
                count += 1;
            }
            (Node::Image(a), Node::Image(b)) => mirrored(a.place, b.place, "a picture"),
            (a, b) => panic!("{a:?}\n{b:?}"),
        }
    }
    count
}

#[test]
fn a_page_from_right_to_left_is_the_mirror_of_its_twin() {
    for name in maps() {
        println!("{name}");
        let mut map = read(&name);
        let here = draw(&map);
        map.lang.rtl = !map.lang.rtl;
        let there = draw(&map);
        assert_eq!((here.size, here.rtl), (there.size, !there.rtl));
        assert!(compare(here.size.width, &here.nodes, &there.nodes) > 100);
    }
}

/// A group as it is in every language: its role, its hooks, its first column.
type Part = (Role, Vec<(Hook, String)>, Option<usize>);

/// The groups in reading order; the lines that a text takes are not part of the structure, nor are ids made from names.
fn structure(nodes: &[Node], out: &mut Vec<Part>) {
    for node in nodes {
        let Node::Group(group) = node else { continue };
        if !matches!(group.role, Role::Decoration | Role::Paragraph) {
            let columns = group.columns.map(|columns| columns.first);
            let mut hooks = group.hooks.clone();
            let named = hooks
                .iter_mut()
                .filter(|(hook, _)| *hook == Hook::Touchpoint);
            named.for_each(|(_, id)| id.clear());
            out.push((group.role, hooks, columns));
        }
        structure(&group.children, out);
    }
}

#[test]
fn a_translation_has_the_same_structure_in_the_other_direction() {
    let (arabic, english) = (
        read("residence-permit.yaml"),
        read("residence-permit-english.yaml"),
    );
    let (right, left) = (draw(&arabic), draw(&english));
    assert!(right.rtl && !left.rtl);
    let [mut a, mut b] = [Vec::new(), Vec::new()];
    structure(&right.nodes, &mut a);
    structure(&left.nodes, &mut b);
    assert!(a.len() > 200);
    for (a, b) in a.iter().zip(&b) {
        assert_eq!(a, b);
    }
    assert_eq!(a.len(), b.len());
    // Stages follow one another from the reading edge.
    let stages = |scene: &Scene| {
        let mut edges = Vec::new();
        headers(&scene.nodes, &mut edges);
        edges
    };
    let (from_right, from_left) = (stages(&right), stages(&left));
    assert_eq!((from_right.len(), from_left.len()), (5, 5));
    assert!(from_right.is_sorted_by(|a, b| a > b) && from_left.is_sorted());
}

/// The left edges of the stages' headers, in reading order.
fn headers(nodes: &[Node], edges: &mut Vec<f64>) {
    for node in nodes {
        let Node::Group(group) = node else { continue };
        let is_stage = group.hooks.iter().any(|(hook, _)| *hook == Hook::Stage);
        match group.children.first() {
            Some(Node::Shape(shape)) if group.role == Role::ColumnHeader && is_stage => {
                edges.push(extent(&shape.outline).x)
            }
            _ => headers(&group.children, edges),
        }
    }
}
