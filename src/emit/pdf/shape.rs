//! Fills and strokes.

use krilla::color::rgb;
use krilla::num::NormalizedF32;
use krilla::paint::{
    Fill, FillRule, LineCap, LineJoin, LinearGradient, SpreadMethod, Stop, Stroke, StrokeDash,
};
use krilla::surface::Surface;

use super::path::path;
use crate::color::Color;
use crate::scene::{self, Outline, Paint, Shape};

/// Mitre joins reach this many times as far as the stroke is wide, at most (SVG 2, section 13.5.5: the limit where nothing else
/// is said).
const MITER: f32 = 4.0;

/// Draws a shape.
pub fn draw(surface: &mut Surface, shape: &Shape) {
    let Some(path) = path(&shape.outline) else {
        return;
    };
    let fill = shape
        .fill
        .as_ref()
        .filter(|_| !matches!(shape.outline, Outline::Line(..)))
        .map(|paint| self::fill(paint, &shape.outline));
    let stroke = shape.stroke.as_ref().map(stroke);
    // krilla fills with black what has neither.
    if fill.is_some() || stroke.is_some() {
        surface.set_fill(fill);
        surface.set_stroke(stroke);
        surface.draw_path(&path);
    }
}

/// A fill with one colour.
pub fn solid(color: Color) -> Fill {
    Fill {
        paint: rgb(color).into(),
        opacity: opacity(color),
        rule: FillRule::NonZero,
    }
}

/// The stroke of a halo: its corners are round, so that it has no spikes.
pub fn halo(color: Color, width: f64) -> Stroke {
    stroke(&scene::Stroke {
        color,
        width,
        dash: Vec::new(),
        round: true,
    })
}

fn fill(paint: &Paint, outline: &Outline) -> Fill {
    match paint {
        Paint::Solid(color) => solid(*color),
        Paint::Vertical(stops) => {
            let (top, bottom) = extent(outline);
            Fill {
                paint: gradient(stops, top, bottom).into(),
                opacity: NormalizedF32::ONE,
                rule: FillRule::NonZero,
            }
        }
    }
}

fn gradient(stops: &[(f64, Color)], top: f64, bottom: f64) -> LinearGradient {
    let stop = |(offset, color): &(f64, Color)| Stop {
        offset: part(*offset),
        color: rgb(*color).into(),
        opacity: opacity(*color),
    };
    LinearGradient {
        x1: 0.0,
        y1: top as f32,
        x2: 0.0,
        y2: bottom as f32,
        transform: Default::default(),
        spread_method: SpreadMethod::Pad,
        stops: stops.iter().map(stop).collect(),
        anti_alias: false,
    }
}

/// Top and bottom of an outline without its stroke, in points.
fn extent(outline: &Outline) -> (f64, f64) {
    let bare = Shape {
        outline: outline.clone(),
        fill: None,
        stroke: None,
    };
    let bounds = scene::Node::Shape(bare).extent().unwrap_or_default();
    (bounds.y, bounds.bottom())
}

fn stroke(stroke: &scene::Stroke) -> Stroke {
    let round = stroke.round;
    let dash = stroke.dash.iter().any(|length| *length > 0.0).then(|| {
        let array = stroke.dash.iter().map(|length| *length as f32);
        StrokeDash {
            array: array.collect(),
            offset: 0.0,
        }
    });
    Stroke {
        paint: rgb(stroke.color).into(),
        width: stroke.width as f32,
        miter_limit: MITER,
        line_cap: if round { LineCap::Round } else { LineCap::Butt },
        line_join: if round {
            LineJoin::Round
        } else {
            LineJoin::Miter
        },
        opacity: opacity(stroke.color),
        dash,
    }
}

fn rgb(color: Color) -> rgb::Color {
    rgb::Color::new(color.r, color.g, color.b)
}

fn opacity(color: Color) -> NormalizedF32 {
    part(f64::from(color.a) / 255.0)
}

fn part(value: f64) -> NormalizedF32 {
    NormalizedF32::new(value as f32).unwrap_or(NormalizedF32::ONE)
}
