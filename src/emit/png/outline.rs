//! Outlines as polygons in pixels.
//!
//! Curves become straight lines here, and every corner comes to lie on a grid of 1/256 pixel. The painter's own edges lie on
//! that grid, too, so that nothing is rounded again, wherever on the page a polygon is and however the page is cut for
//! painting. The arithmetic is IEEE's four operations and the square root, which give the same on every machine.

use crate::geom::{Point, Step, point};

/// Grid lines in a pixel.
pub const GRID: i32 = 256;
/// The most that a line may leave its curve, in pixels.
const TOLERANCE: f64 = 0.05;
/// The most lines for a curve.
const MOST_LINES: f64 = 500.0;

/// Neighbouring lines.
#[derive(Clone, Debug, Default)]
pub struct Polyline {
    /// Their ends, in pixels.
    pub points: Vec<Point>,
    /// Whether a last line leads back to the first point.
    pub closed: bool,
}

/// A closed polygon: its corners on the grid.
pub type Ring = Vec<[i32; 2]>;

/// Corners on the grid, of lines that were moved by some pixels.
pub fn ring(points: &[Point], by: Point) -> Ring {
    let snap = |value: f64| (value * f64::from(GRID) + 0.5).floor() as i32;
    let corner = |p: &Point| [snap(p.x + by.x), snap(p.y + by.y)];
    points.iter().map(corner).collect()
}

/// Polygons on the grid.
pub fn rings(lines: &[Polyline]) -> Vec<Ring> {
    let at_home = Point::default();
    lines
        .iter()
        .map(|line| ring(&line.points, at_home))
        .collect()
}

/// Steps as straight lines, each place put through `place` first.
pub fn lines(steps: &[Step], place: impl Fn(Point) -> Point) -> Vec<Polyline> {
    let mut done: Vec<Polyline> = Vec::new();
    let mut open = Polyline::default();
    for step in steps {
        match *step {
            Step::Move(to) => {
                finish(&mut done, &mut open);
                open.points.push(place(to));
            }
            Step::Line(to) => open.points.push(place(to)),
            Step::Curve(first, second, to) => {
                let from = open.points.last().copied().unwrap_or_default();
                curve(
                    &mut open.points,
                    [from, place(first), place(second), place(to)],
                );
            }
            Step::Close => {
                let start = open.points.first().copied();
                open.closed = true;
                finish(&mut done, &mut open);
                open.points.extend(start);
            }
        }
    }
    finish(&mut done, &mut open);
    done
}

/// Puts away what is more than a place to go on from.
fn finish(done: &mut Vec<Polyline>, open: &mut Polyline) {
    let line = std::mem::take(open);
    if line.points.len() > 1 || line.closed {
        done.push(line);
    }
}

/// The lines of a cubic curve, as many as keep within the tolerance (Wang's formula). `kurbo` computes it with powers, whose
/// last digit differs by machine.
fn curve(points: &mut Vec<Point>, [a, b, c, d]: [Point; 4]) {
    let bend = |p: Point, q: Point, r: Point| {
        let (x, y) = (p.x - 2.0 * q.x + r.x, p.y - 2.0 * q.y + r.y);
        (x * x + y * y).sqrt()
    };
    let bend = bend(a, b, c).max(bend(b, c, d));
    let count = (0.75 * bend / TOLERANCE)
        .sqrt()
        .ceil()
        .clamp(1.0, MOST_LINES);
    for index in 1..count as u32 {
        let t = f64::from(index) / count;
        let s = 1.0 - t;
        let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
        let mix = |of: fn(Point) -> f64| {
            weights[0] * of(a) + weights[1] * of(b) + weights[2] * of(c) + weights[3] * of(d)
        };
        points.push(point(mix(|p| p.x), mix(|p| p.y)));
    }
    points.push(d);
}
