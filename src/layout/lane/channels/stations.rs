//! The signs of stops: what kind of channel a touchpoint is on, told by shape.

use super::{LINE, STOP};
use crate::check::{ChannelKind, Word};
use crate::geom::{Point, Rect, point};
use crate::layout::block::{Align, Block, middle};
use crate::layout::page::Page;
use crate::layout::shapes::stroke;
use crate::scene::{Outline, Paint, Stroke};
use crate::theme::Colors;

/// Half the side of a physical channel's square, and the rounding of its corners, in points: as large to the eye as a disc.
const SIDE: f64 = 5.1;
const ROUND: f64 = 1.2;
/// Radius of the dot in a digital channel's ring, in points.
const DOT: f64 = 1.9;
/// Space between a sign and its word in the legend, in points.
const BESIDE: f64 = 6.0;

/// A shape of a sign.
type Part = (Outline, Option<Paint>, Option<Stroke>);

/// A ring; with a dot where the channel is digital, filled where it is human, a square where it is physical. `ring` is the
/// stroke of its outline.
pub(super) fn sign(
    kind: Option<ChannelKind>,
    at: Point,
    colors: &Colors,
    ring: Stroke,
) -> Vec<Part> {
    let ink = Paint::Solid(colors.line);
    let disc = Outline::Circle(at, STOP);
    match kind {
        None => vec![(disc, Some(Paint::Solid(colors.card)), Some(ring))],
        Some(ChannelKind::Digital) => vec![
            (disc, Some(Paint::Solid(colors.card)), Some(ring)),
            (Outline::Circle(at, DOT), Some(ink), None),
        ],
        Some(ChannelKind::Human) => vec![(disc, Some(ink), Some(ring))],
        Some(ChannelKind::Physical) => {
            let square = Rect::new(at.x - SIDE, at.y - SIDE, 2.0 * SIDE, 2.0 * SIDE);
            let square = Outline::Rect(square, ROUND);
            vec![(square, Some(Paint::Solid(colors.card)), Some(ring))]
        }
    }
}

/// What the signs mean that occur on the map.
pub(super) fn legend(page: &Page) -> Vec<Block> {
    let context = page.context;
    let colors = &context.theme.colors;
    let kinds = [
        (ChannelKind::Digital, Word::Digital),
        (ChannelKind::Human, Word::Human),
        (ChannelKind::Physical, Word::Physical),
    ];
    let occurs = |kind: ChannelKind| {
        let mut channels = context.map.channels.iter();
        channels.any(|channel| channel.kind == Some(kind))
    };
    let entry = |(kind, word): (ChannelKind, Word)| {
        let words = context.wrap(context.word(word), &context.type_.caption, 300.0);
        let start = 2.0 * STOP + LINE + BESIDE;
        let mut block = Block::new(start + words.width);
        let center = point(STOP + LINE / 2.0, middle(&words));
        let ring = stroke(colors.line, LINE);
        for (outline, paint, line) in sign(Some(kind), center, colors, ring) {
            block.shape(outline, paint, line);
        }
        let ink = context.readable_on_page(colors.ink_3);
        block.paragraph(start, 0.0, words.width, &words, ink, Align::Start);
        block
    };
    let present = kinds.into_iter().filter(|(kind, _)| occurs(*kind));
    present.map(entry).collect()
}
