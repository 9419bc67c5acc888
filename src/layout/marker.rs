//! How personas differ beside their colour: in the stroke of their curve and in the shape of their points. Both follow a
//! persona's place in the whole map, so that they stay where the map is cut.

use super::block::Block;
use super::page::Context;
use super::shapes::polygon;
use crate::check::PersonaIx;
use crate::color::Color;
use crate::geom::{Point, Rect, point};
use crate::scene::{Outline, Paint, Stroke};

/// Dashes and gaps of the curves, in points; the first persona's is solid, and widest. Each has a long dash, so that none
/// looks like the dots of what is assumed.
const DASHES: [&[f64]; 5] = [
    &[],
    &[13.0, 3.0],
    &[5.0, 3.0],
    &[13.0, 3.0, 2.5, 3.0],
    &[13.0, 3.0, 2.5, 3.0, 2.5, 3.0],
];
/// Where a curve is assumed it is of dots: one by one for the first persona, in twos for the second, and so on. Length of a
/// dot before its round ends, distance of dots, and of groups, in points.
const DOTS: (f64, f64, f64) = (0.1, 3.9, 8.0);
/// Width of a curve that is assumed, in points.
const ASSUMED: f64 = 2.1;
/// Widths of the strokes of a hollow curve, in points, and whether each is its inside.
const HOLLOW: [(f64, bool); 2] = [(4.0, false), (1.9, true)];
/// Extent of the points of a second map, as a part of the others'.
const SMALL: f64 = 0.55;
/// Width of a curve past a touchpoint without a score, in points.
const THIN: f64 = 1.0;
/// Dashes and gaps of the outline of points that are assumed, in points.
const DASHED: [f64; 2] = [2.2, 2.0];
/// Width of the first persona's curve, and of the others', in points.
const WIDTHS: (f64, f64) = (3.2, 2.4);
/// Half the extent of the first persona's points, and of the others', in points.
const RADII: (f64, f64) = (5.2, 4.4);

/// Width of the piece of curve in legends, in points.
pub(crate) const SAMPLE: f64 = 32.0;

/// Half the extent of a persona's points, in points.
pub(crate) fn radius(place: usize) -> f64 {
    if place == 0 { RADII.0 } else { RADII.1 }
}

/// What a piece of curve says beside whose it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Piece {
    /// A touchpoint in between has no score.
    pub thin: bool,
    /// A score at its ends rests on nothing.
    pub assumed: bool,
}

/// The stroke of a persona's curve.
pub(crate) fn curve(place: usize, color: Color, piece: Piece) -> Stroke {
    let Piece { thin, assumed } = piece;
    let full = match (place, assumed) {
        (_, true) => ASSUMED,
        (0, false) => WIDTHS.0,
        (_, false) => WIDTHS.1,
    };
    Stroke {
        color,
        width: if thin { THIN } else { full },
        dash: if assumed {
            dots(place)
        } else {
            DASHES[place % DASHES.len()].to_vec()
        },
        round: assumed,
    }
}

/// Dots in groups of as many as tell the persona.
fn dots(place: usize) -> Vec<f64> {
    let (dot, between, groups) = DOTS;
    let count = place % DASHES.len();
    let mut dash = [dot, between].repeat(count);
    dash.extend([dot, if count == 0 { between } else { groups }]);
    dash
}

/// The five shapes of points, each centred, with half its extent.
fn outline(place: usize, at: Point, r: f64) -> Outline {
    let corners = |corners: &[(f64, f64)]| {
        let placed: Vec<_> = corners
            .iter()
            .map(|(x, y)| (at.x + x * r, at.y + y * r))
            .collect();
        polygon(&placed)
    };
    match place % 5 {
        0 => Outline::Circle(at, r),
        1 => Outline::Rect(
            Rect::new(at.x - 0.9 * r, at.y - 0.9 * r, 1.8 * r, 1.8 * r),
            0.0,
        ),
        2 => corners(&[(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)]),
        3 => corners(&[(0.0, -1.0), (1.1, 1.0), (-1.1, 1.0)]),
        _ => corners(&[(0.0, 1.0), (1.1, -1.0), (-1.1, -1.0)]),
    }
}

/// A point of a persona's curve: five shapes, each centred, hollow in the first round and filled in the next; its outline
/// is dashed where the score is assumed.
pub(crate) fn shape(
    place: usize,
    at: Point,
    (color, ground): (Color, Color),
    assumed: bool,
) -> (Outline, Paint, Stroke) {
    let fill = if (place / 5).is_multiple_of(2) {
        ground
    } else {
        color
    };
    let width = match (place, assumed) {
        (_, true) => 1.6,
        (0, false) => 2.4,
        (_, false) => 2.0,
    };
    (
        outline(place, at, radius(place)),
        Paint::Solid(fill),
        Stroke {
            color,
            width,
            dash: if assumed { DASHED.to_vec() } else { Vec::new() },
            round: !assumed,
        },
    )
}

/// The strokes of a curve of the second of two maps, one on the other: hollow, in the persona's dashes.
pub(crate) fn hollow(place: usize, color: Color, ground: Color) -> [Stroke; 2] {
    HOLLOW.map(|(width, inside)| Stroke {
        width,
        color: if inside { ground } else { color },
        ..curve(place, color, Piece::default())
    })
}

/// A point of the second of two maps: the persona's shape, small and filled the other way round.
pub(crate) fn small(
    place: usize,
    at: Point,
    color: Color,
    ground: Color,
) -> (Outline, Paint, Stroke) {
    let filled = (place / 5).is_multiple_of(2);
    let fill = if filled { color } else { ground };
    let line = Stroke {
        color,
        width: 1.2,
        dash: Vec::new(),
        round: true,
    };
    (
        outline(place, at, radius(place) * SMALL),
        Paint::Solid(fill),
        line,
    )
}

/// A short piece of a persona's curve with one point, for legends.
pub(crate) fn sample(context: &Context, persona: PersonaIx, height: f64) -> Block {
    let color = context.persona_color(persona);
    piece(context, context.place(persona), color, false, height)
}

/// The same of a curve that is assumed, whosever it is.
pub(crate) fn assumed_sample(context: &Context, height: f64) -> Block {
    piece(context, 0, context.theme.colors.ink_3, true, height)
}

fn piece(context: &Context, place: usize, color: Color, assumed: bool, height: f64) -> Block {
    let mut block = Block::new(SAMPLE);
    let middle = height / 2.0;
    let line = Outline::Line(point(0.0, middle), point(SAMPLE, middle));
    let thin = false;
    block.shape(
        line,
        None,
        Some(curve(place, color, Piece { thin, assumed })),
    );
    let center = point(SAMPLE / 2.0, middle);
    let colors = (color, context.theme.colors.card);
    let (outline, fill, stroke) = shape(place, center, colors, assumed);
    block.shape(outline, Some(fill), Some(stroke));
    block.reach(height);
    block
}

/// A short piece of a curve of the second of two maps.
pub(crate) fn second_sample(context: &Context, place: usize, color: Color, height: f64) -> Block {
    let mut block = Block::new(SAMPLE);
    let colors = &context.theme.colors;
    let middle = height / 2.0;
    for line in hollow(place, color, colors.paper) {
        let outline = Outline::Line(point(0.0, middle), point(SAMPLE, middle));
        block.shape(outline, None, Some(line));
    }
    let center = point(SAMPLE / 2.0, middle);
    let (outline, fill, stroke) = small(place, center, color, colors.card);
    block.shape(outline, Some(fill), Some(stroke));
    block.reach(height);
    block
}
