//! Outlines as krilla wants them.

use krilla::geom::{Path, PathBuilder};

use crate::emit::round::{circle, rectangle};
use crate::geom::{Point, Rect, Step};
use crate::scene::Outline;

/// The path of an outline; nothing where it has no extent.
pub fn path(outline: &Outline) -> Option<Path> {
    match outline {
        Outline::Rect(place, radius) => rounded(*place, *radius),
        Outline::Circle(_, radius) if *radius <= 0.0 => None,
        Outline::Circle(center, radius) => steps(&circle(*center, *radius)),
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
    if radius.min(place.width).min(place.height) > 0.0 {
        return steps(&rectangle(place, radius));
    }
    let edges = [place.x, place.y, place.right(), place.bottom()].map(|edge| edge as f32);
    let [left, top, right, bottom] = edges;
    let mut path = PathBuilder::new();
    path.push_rect(krilla::geom::Rect::from_ltrb(left, top, right, bottom)?);
    path.finish()
}

fn curve(path: &mut PathBuilder, a: Point, b: Point, end: Point) {
    let [ax, ay, bx, by, x, y] = [a.x, a.y, b.x, b.y, end.x, end.y].map(|number| number as f32);
    path.cubic_to(ax, ay, bx, by, x, y);
}
