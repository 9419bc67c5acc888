//! Outlines as krilla wants them.

use krilla::geom::{Path, PathBuilder};

use crate::geom::{Point, Rect, Step};
use crate::scene::Outline;

/// How far the control points of a cubic curve lie from the ends of a quarter of a circle, as a part of its radius.
const ROUND: f64 = 0.552_284_749_8;

/// The path of an outline; nothing where it has no extent.
pub fn path(outline: &Outline) -> Option<Path> {
    match outline {
        Outline::Rect(place, radius) => rounded(*place, *radius),
        Outline::Circle(center, radius) => {
            let place = Rect::new(center.x, center.y, 0.0, 0.0).grown(*radius);
            rounded(place, *radius)
        }
        Outline::Line(from, to) => steps(&[Step::Move(*from), Step::Line(*to)]),
        Outline::Path(all) => steps(all),
    }
}

/// The path of some steps.
pub fn steps(all: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in all {
        match *step {
            Step::Move(p) => path.move_to(p.x as f32, p.y as f32),
            Step::Line(p) => path.line_to(p.x as f32, p.y as f32),
            Step::Curve(a, b, p) => curve(&mut path, a, b, p),
            Step::Close => path.close(),
        }
    }
    path.finish()
}

/// A rectangle with round corners; their radius is no more than half of each side.
pub fn rounded(place: Rect, radius: f64) -> Option<Path> {
    let radius = radius.min(place.width / 2.0).min(place.height / 2.0);
    let (left, top, right, bottom) = (place.x, place.y, place.right(), place.bottom());
    let mut path = PathBuilder::new();
    if radius <= 0.0 {
        let edges = [left, top, right, bottom].map(|edge| edge as f32);
        let [left, top, right, bottom] = edges;
        path.push_rect(krilla::geom::Rect::from_ltrb(left, top, right, bottom)?);
        return path.finish();
    }
    let free = radius * (1.0 - ROUND);
    let p = |x, y| Point { x, y };
    path.move_to((left + radius) as f32, top as f32);
    // Each corner: the end of the side before it, its controls, the start of the side after it.
    let corners = [
        [
            p(right - radius, top),
            p(right - free, top),
            p(right, top + free),
            p(right, top + radius),
        ],
        [
            p(right, bottom - radius),
            p(right, bottom - free),
            p(right - free, bottom),
            p(right - radius, bottom),
        ],
        [
            p(left + radius, bottom),
            p(left + free, bottom),
            p(left, bottom - free),
            p(left, bottom - radius),
        ],
        [
            p(left, top + radius),
            p(left, top + free),
            p(left + free, top),
            p(left + radius, top),
        ],
    ];
    for [before, a, b, after] in corners {
        path.line_to(before.x as f32, before.y as f32);
        curve(&mut path, a, b, after);
    }
    path.close();
    path.finish()
}

fn curve(path: &mut PathBuilder, a: Point, b: Point, end: Point) {
    let [ax, ay, bx, by, x, y] = [a.x, a.y, b.x, b.y, end.x, end.y].map(|number| number as f32);
    path.cubic_to(ax, ay, bx, by, x, y);
}
