//! What stands in the lanes of channels and of emotion: no line, arc, arrowhead, stop, curve or point touches a text.

use jmap::check::Map;
use jmap::geom::{Point, Rect, Step};
use jmap::scene::{Group, Hook, Node, Outline, Paint, Role, Scene, Shape};

use super::{hook, walk};

/// Lines up to this width in points are hairlines of the grid, which labels cover.
const HAIRLINE: f64 = 0.75;
/// Distance of two points that are looked at on a line, in points.
const STEP: f64 = 1.0;

/// The rows of a lane in a drawing.
fn rows<'s>(scene: &'s Scene, lane: &str) -> Vec<&'s Group> {
    let mut rows = Vec::new();
    walk(&scene.nodes, &mut |node| {
        if let Node::Group(group) = node
            && group.role == Role::Row
            && hook(group, Hook::Lane) == Some(lane)
        {
            rows.push(group);
        }
    });
    rows
}

fn between(a: Point, b: Point, part: f64) -> Point {
    Point {
        x: a.x + (b.x - a.x) * part,
        y: a.y + (b.y - a.y) * part,
    }
}

/// Points close to one another along an outline.
fn along(outline: &Outline) -> Vec<Point> {
    let mut points = Vec::new();
    let mut line = |a: Point, b: Point| {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let count = ((dx * dx + dy * dy).sqrt() / STEP).ceil().max(1.0);
        points.extend((0..=count as usize).map(|at| between(a, b, at as f64 / count)));
    };
    match outline {
        // Grounds of labels, which lie under their text.
        Outline::Rect(..) => {}
        Outline::Circle(center, radius) => {
            // Rational points of the circle, on either side.
            for at in -9..=9 {
                let t = f64::from(at) / 9.0;
                let (x, y) = ((1.0 - t * t) / (1.0 + t * t), 2.0 * t / (1.0 + t * t));
                points.extend([x, -x].map(|x| Point {
                    x: center.x + radius * x,
                    y: center.y + radius * y,
                }));
            }
        }
        Outline::Line(a, b) => line(*a, *b),
        Outline::Path(steps) => {
            let (mut start, mut at) = (Point::default(), Point::default());
            for step in steps {
                match *step {
                    Step::Move(p) => (start, at) = (p, p),
                    Step::Line(p) => {
                        line(at, p);
                        at = p;
                    }
                    Step::Curve(a, b, p) => {
                        let mut last = at;
                        for part in 1..=12 {
                            let t = f64::from(part) / 12.0;
                            let (ab, bc, cd) =
                                (between(at, a, t), between(a, b, t), between(b, p, t));
                            let (low, high) = (between(ab, bc, t), between(bc, cd, t));
                            let next = between(low, high, t);
                            line(last, next);
                            last = next;
                        }
                        at = p;
                    }
                    Step::Close => line(at, start),
                }
            }
        }
    }
    points
}

/// No arc, line or stop of the channels, and no curve or point of the emotion, touches a text.
pub fn keep_clear_of_texts(scene: &Scene) {
    let lanes = ["channels", "emotion"].map(|lane| rows(scene, lane));
    for row in lanes.into_iter().flatten() {
        let (mut texts, mut shapes): (Vec<(Rect, &str)>, Vec<&Shape>) = (Vec::new(), Vec::new());
        walk(&row.children, &mut |node| match node {
            Node::Text(text) => {
                let size = text.line.style.size;
                // Roughly what is inked: capitals above the baseline and the tails of p and q below it.
                let (y, height) = (text.at.y - 0.72 * size, 0.92 * size);
                let ink = Rect::new(text.at.x, y, text.line.width, height);
                texts.push((ink, &text.line.text));
            }
            Node::Shape(shape) => shapes.push(shape),
            _ => {}
        });
        for shape in shapes {
            let width = shape.stroke.as_ref().map_or(0.0, |stroke| stroke.width);
            // Bands of waiting are translucent grounds.
            let opaque = matches!(&shape.fill, Some(Paint::Solid(color)) if color.a == 255);
            if !opaque && width <= HAIRLINE {
                continue;
            }
            for p in along(&shape.outline) {
                let reach = width / 2.0;
                let spot = Rect::new(p.x - reach, p.y - reach, width, width);
                for (ink, text) in &texts {
                    let touched = spot.overlaps(ink);
                    assert!(
                        !touched,
                        "{text:?} at {ink:?} is touched at {p:?} by {shape:?}"
                    );
                }
            }
        }
    }
}

/// Every way that says more than where it goes on has a figure with a name of its own, and so has every way that is not
/// the line.
pub fn every_way_has_its_figure(map: &Map, scene: &Scene) {
    let mut figures = 0;
    for row in rows(scene, "channels") {
        walk(&row.children, &mut |node| {
            if let Node::Group(group) = node
                && group.role == Role::Figure
                && hook(group, Hook::Channel).is_none()
            {
                figures += 1;
            }
        });
    }
    let ways = map.touchpoints.iter().enumerate();
    let wanted = ways.flat_map(|(at, touchpoint)| touchpoint.next.iter().map(move |way| (at, way)));
    let wanted = wanted
        .filter(|(at, way)| way.to != Some(at + 1) || way.share.is_some() || way.when.is_some());
    if !rows(scene, "channels").is_empty() {
        assert_eq!(figures, wanted.count(), "ways and their figures");
    }
}
