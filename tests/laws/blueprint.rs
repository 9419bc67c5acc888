//! What holds of a blueprint's lines and links.

use jmap::check::{Kind, Map, Word, Zone};
use jmap::scene::{Group, Hook, Node, Outline, Role, Scene, Shape};

use super::{ROUNDING, hook, texts, walk};

/// The lines, from top to bottom, and the zone that begins below each.
const LINES: [(Word, Zone); 3] = [
    (Word::LineOfInteraction, Zone::Frontstage),
    (Word::LineOfVisibility, Zone::Backstage),
    (Word::LineOfInternalInteraction, Zone::Support),
];

fn rows(scene: &Scene) -> Vec<&Group> {
    let mut rows = Vec::new();
    walk(&scene.nodes, &mut |node| {
        if let Node::Group(group) = node
            && group.role == Role::Row
        {
            rows.push(group);
        }
    });
    rows
}

fn shapes(row: &Group) -> Vec<&Shape> {
    let mut shapes = Vec::new();
    walk(&row.children, &mut |node| {
        if let Node::Shape(shape) = node {
            shapes.push(shape);
        }
    });
    shapes
}

/// A line stands above the first lane of its zone and below the last of those before, and spans all columns.
pub fn lines_part_the_zones(map: &Map, scene: &Scene) {
    let zone_of = |id: &str| {
        let lane = map.lanes.iter().find(|lane| &*lane.id == id);
        lane.and_then(|lane| lane.zone)
    };
    let (mut reached, mut lines, mut patterns) = (None, Vec::new(), Vec::new());
    for row in rows(scene) {
        if let Some(lane) = hook(row, Hook::Lane) {
            if map.kind == Kind::Blueprint
                && let Some(zone) = zone_of(lane)
            {
                assert!(reached <= Some(zone), "{lane} stands below its zone");
                let parted =
                    reached.is_none_or(|reached| reached == zone) || lines.last() == Some(&zone);
                assert!(parted, "no line above {lane}");
                reached = Some(zone);
            }
            continue;
        }
        let line = LINES
            .iter()
            .find(|(word, _)| row.name.as_deref() == Some(map.words.get(*word)));
        let (_, zone) = line.unwrap_or_else(|| panic!("a row of no lane: {:?}", row.name));
        assert!(reached < Some(*zone) && lines.last() < Some(zone));
        lines.push(*zone);
        let rule = shapes(row)
            .into_iter()
            .find_map(|shape| match &shape.outline {
                Outline::Line(a, b) if a.y == b.y => Some((a.x.min(b.x), a.x.max(b.x), shape)),
                _ => None,
            });
        let (start, end, shape) = rule.expect("a line");
        let mut columns = shapes(row)
            .into_iter()
            .filter_map(|shape| match &shape.outline {
                Outline::Line(a, b) if a.x == b.x => Some(a.x),
                _ => None,
            });
        assert!(columns.all(|x| start < x + ROUNDING && x < end + ROUNDING));
        patterns.push(shape.stroke.as_ref().map(|stroke| stroke.dash.clone()));
    }
    assert!(map.kind == Kind::Blueprint || lines.is_empty());
    assert!((1..patterns.len()).all(|at| !patterns[..at].contains(&patterns[at])));
}

/// A link crosses lines, but no text.
pub fn links_cross_no_text(scene: &Scene) {
    let texts = texts(scene);
    for row in rows(scene)
        .iter()
        .filter(|row| hook(row, Hook::Lane).is_some())
    {
        for shape in shapes(row) {
            let Outline::Line(a, b) = &shape.outline else {
                continue;
            };
            let link = shape
                .stroke
                .as_ref()
                .is_some_and(|stroke| stroke.width == 1.1);
            if a.x != b.x || !link {
                continue;
            }
            for text in &texts {
                let (size, line) = (text.line.style.size, &text.line);
                let beside = a.x < text.at.x || text.at.x + line.width < a.x;
                let apart = b.y < text.at.y - 0.72 * size || text.at.y + 0.2 * size < a.y;
                assert!(beside || apart, "a link crosses {:?}", line.text);
            }
        }
    }
}
