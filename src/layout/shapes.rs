//! Outlines and strokes that several parts of the drawing share.

use crate::color::Color;
use crate::geom::{Point, Rect, Step, point};
use crate::scene::{Outline, Stroke};

/// What is left of a radius at the control points of a quarter circle: 1 − 4/3 · tan(π/8).
pub(crate) const QUARTER: f64 = 1.0 - 0.552_284_75;

/// A closed shape with straight sides.
pub(crate) fn polygon(corners: &[(f64, f64)]) -> Outline {
    let first = corners
        .iter()
        .take(1)
        .map(|&(x, y)| Step::Move(point(x, y)));
    let rest = corners
        .iter()
        .skip(1)
        .map(|&(x, y)| Step::Line(point(x, y)));
    Outline::Path(first.chain(rest).chain([Step::Close]).collect())
}

/// An outline moved by a distance.
pub(crate) fn moved(outline: Outline, dx: f64, dy: f64) -> Outline {
    let by = |p: Point| point(p.x + dx, p.y + dy);
    match outline {
        Outline::Rect(r, radius) => {
            Outline::Rect(Rect::new(r.x + dx, r.y + dy, r.width, r.height), radius)
        }
        Outline::Circle(center, radius) => Outline::Circle(by(center), radius),
        Outline::Line(from, to) => Outline::Line(by(from), by(to)),
        Outline::Path(steps) => Outline::Path(
            steps
                .into_iter()
                .map(|step| match step {
                    Step::Move(p) => Step::Move(by(p)),
                    Step::Line(p) => Step::Line(by(p)),
                    Step::Curve(a, b, p) => Step::Curve(by(a), by(b), by(p)),
                    Step::Close => Step::Close,
                })
                .collect(),
        ),
    }
}

/// A solid stroke.
pub(crate) fn stroke(color: Color, width: f64) -> Stroke {
    Stroke {
        color,
        width,
        dash: Vec::new(),
        round: false,
    }
}
