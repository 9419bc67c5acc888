//! How personas differ beside their colour: in the stroke of their curve and in the shape of their points.

use super::block::Block;
use super::page::Context;
use super::shapes::polygon;
use crate::check::PersonaIx;
use crate::color::Color;
use crate::geom::{Point, Rect, point};
use crate::scene::{Outline, Paint, Stroke};

/// Dashes and gaps of the curves, in points; the first persona's is solid, and widest.
const DASHES: [&[f64]; 5] = [
    &[],
    &[13.0, 3.0],
    &[5.0, 3.0],
    &[13.0, 3.0, 2.5, 3.0],
    &[2.5, 2.5],
];
/// Width of the first persona's curve, and of the others', in points.
const WIDTHS: (f64, f64) = (3.2, 2.4);
/// Half the extent of the first persona's points, and of the others', in points.
const RADII: (f64, f64) = (5.2, 4.4);

/// Width of the piece of curve in legends, in points.
pub(crate) const SAMPLE: f64 = 32.0;

/// Half the extent of a persona's points, in points.
pub(crate) fn radius(persona: PersonaIx) -> f64 {
    if persona == 0 { RADII.0 } else { RADII.1 }
}

/// The stroke of a persona's curve; thin where a touchpoint in between has no score.
pub(crate) fn curve(persona: PersonaIx, color: Color, thin: bool) -> Stroke {
    let width = if persona == 0 { WIDTHS.0 } else { WIDTHS.1 };
    let dash = DASHES[persona % DASHES.len()].to_vec();
    Stroke {
        color,
        width: if thin { 1.0 } else { width },
        dash,
        round: false,
    }
}

/// A point of a persona's curve: five shapes, each centred, hollow in the first round and filled in the next.
pub(crate) fn shape(
    persona: PersonaIx,
    at: Point,
    color: Color,
    ground: Color,
) -> (Outline, Paint, Stroke) {
    let r = radius(persona);
    let corners = |corners: &[(f64, f64)]| {
        let placed: Vec<_> = corners
            .iter()
            .map(|(x, y)| (at.x + x * r, at.y + y * r))
            .collect();
        polygon(&placed)
    };
    let outline = match persona % 5 {
        0 => Outline::Circle(at, r),
        1 => Outline::Rect(
            Rect::new(at.x - 0.9 * r, at.y - 0.9 * r, 1.8 * r, 1.8 * r),
            0.0,
        ),
        2 => corners(&[(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)]),
        3 => corners(&[(0.0, -1.0), (1.1, 1.0), (-1.1, 1.0)]),
        _ => corners(&[(0.0, 1.0), (1.1, -1.0), (-1.1, -1.0)]),
    };
    let fill = if (persona / 5).is_multiple_of(2) {
        ground
    } else {
        color
    };
    let width = if persona == 0 { 2.4 } else { 2.0 };
    (
        outline,
        Paint::Solid(fill),
        Stroke {
            color,
            width,
            dash: Vec::new(),
            round: true,
        },
    )
}

/// A short piece of a persona's curve with one point, for legends.
pub(crate) fn sample(context: &Context, persona: PersonaIx, height: f64) -> Block {
    let mut block = Block::new(SAMPLE);
    let color = context.persona_color(persona);
    let middle = height / 2.0;
    let line = Outline::Line(point(0.0, middle), point(SAMPLE, middle));
    block.shape(line, None, Some(curve(persona, color, false)));
    let (outline, fill, stroke) = shape(
        persona,
        point(SAMPLE / 2.0, middle),
        color,
        context.theme.colors.card,
    );
    block.shape(outline, Some(fill), Some(stroke));
    block.reach(height);
    block
}
