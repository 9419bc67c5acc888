//! Strokes as the polygons that they cover.

use tiny_skia::{LineCap, LineJoin, Path, PathBuilder, PathSegment, StrokeDash};

use super::outline::{Polyline, lines};
use crate::geom::{Point, Step, point};

/// How a line is stroked, in pixels.
#[derive(Clone, Debug)]
pub struct Pen {
    /// Width.
    pub width: f64,
    /// Lengths of dashes and gaps; empty: solid.
    pub dash: Vec<f64>,
    /// Whether ends are round.
    pub round_ends: bool,
    /// Whether corners are round.
    pub round_corners: bool,
}

/// What a pen covers that follows some lines. They are straight already: for curves the stroker needs angles, which not
/// every machine computes alike.
pub fn stroked(along: &[Polyline], pen: &Pen) -> Vec<Polyline> {
    let Some(start) = along.iter().find_map(|line| line.points.first()) else {
        return Vec::new();
    };
    // The stroker has 24 bits for a number: far out on a wide page they are too few.
    let home = point(start.x.floor(), start.y.floor());
    let stroke = tiny_skia::Stroke {
        width: pen.width as f32,
        line_cap: match pen.round_ends {
            true => LineCap::Round,
            false => LineCap::Butt,
        },
        line_join: match pen.round_corners {
            true => LineJoin::Round,
            false => LineJoin::Miter,
        },
        ..tiny_skia::Stroke::default()
    };
    let dashed = |path: Path| match dash(&pen.dash) {
        Some(dash) => path.dash(&dash, 1.0),
        None => Some(path),
    };
    let covered = path(along, home)
        .and_then(dashed)
        .and_then(|path| path.stroke(&stroke, 1.0));
    covered.map_or(Vec::new(), |path| {
        lines(&steps(&path), |p| point(p.x + home.x, p.y + home.y))
    })
}

/// A pattern of an odd number of lengths is taken twice (SVG 2, section 13.5.6).
fn dash(lengths: &[f64]) -> Option<StrokeDash> {
    let mut lengths: Vec<f32> = lengths.iter().map(|length| *length as f32).collect();
    if lengths.len() % 2 == 1 {
        lengths.extend_from_within(..);
    }
    StrokeDash::new(lengths, 0.0)
}

fn path(along: &[Polyline], home: Point) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for line in along {
        let mut points = line
            .points
            .iter()
            .map(|p| ((p.x - home.x) as f32, (p.y - home.y) as f32));
        if let Some((x, y)) = points.next() {
            builder.move_to(x, y);
        }
        points.for_each(|(x, y)| builder.line_to(x, y));
        if line.closed {
            builder.close();
        }
    }
    builder.finish()
}

fn steps(path: &Path) -> Vec<Step> {
    let place = |p: tiny_skia::Point| point(f64::from(p.x), f64::from(p.y));
    let mut last = Point::default();
    path.segments()
        .map(|segment| {
            let from = last;
            match segment {
                PathSegment::MoveTo(to) => {
                    last = place(to);
                    Step::Move(last)
                }
                PathSegment::LineTo(to) => {
                    last = place(to);
                    Step::Line(last)
                }
                PathSegment::QuadTo(control, to) => {
                    let control = place(control);
                    last = place(to);
                    let toward = |p: Point| {
                        point(
                            p.x + (control.x - p.x) * 2.0 / 3.0,
                            p.y + (control.y - p.y) * 2.0 / 3.0,
                        )
                    };
                    Step::Curve(toward(from), toward(last), last)
                }
                PathSegment::CubicTo(first, second, to) => {
                    last = place(to);
                    Step::Curve(place(first), place(second), last)
                }
                PathSegment::Close => Step::Close,
            }
        })
        .collect()
}
