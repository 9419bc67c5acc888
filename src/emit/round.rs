//! What is round, as curves. They begin and run as in SVG, so that dashes lie alike in every format.

use crate::geom::{Point, Rect, Step, point};

/// How long the arms of a cubic are that goes along a quarter of a circle, as a part of its radius.
const QUARTER: f64 = 0.552_284_749_8;

/// A rectangle with round corners, clockwise from the end of the first one. Their radius is no more than half of each side.
pub fn rectangle(rect: Rect, radius: f64) -> Vec<Step> {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let r = radius.min(rect.width / 2.0).min(rect.height / 2.0);
    if r <= 0.0 {
        return vec![
            Step::Move(point(left, top)),
            Step::Line(point(right, top)),
            Step::Line(point(right, bottom)),
            Step::Line(point(left, bottom)),
            Step::Close,
        ];
    }
    let k = r * (1.0 - QUARTER);
    let corner = |a, b, c, d, e, f| Step::Curve(point(a, b), point(c, d), point(e, f));
    vec![
        Step::Move(point(left + r, top)),
        Step::Line(point(right - r, top)),
        corner(right - k, top, right, top + k, right, top + r),
        Step::Line(point(right, bottom - r)),
        corner(right, bottom - k, right - k, bottom, right - r, bottom),
        Step::Line(point(left + r, bottom)),
        corner(left + k, bottom, left, bottom - k, left, bottom - r),
        Step::Line(point(left, top + r)),
        corner(left, top + k, left + k, top, left + r, top),
        Step::Close,
    ]
}

/// A circle: clockwise from its rightmost point, where dashes begin.
pub fn circle(center: Point, radius: f64) -> Vec<Step> {
    let at = |x: f64, y: f64| point(center.x + x * radius, center.y + y * radius);
    let k = QUARTER;
    vec![
        Step::Move(at(1.0, 0.0)),
        Step::Curve(at(1.0, k), at(k, 1.0), at(0.0, 1.0)),
        Step::Curve(at(-k, 1.0), at(-1.0, k), at(-1.0, 0.0)),
        Step::Curve(at(-1.0, -k), at(-k, -1.0), at(0.0, -1.0)),
        Step::Curve(at(k, -1.0), at(1.0, -k), at(1.0, 0.0)),
        Step::Close,
    ]
}
