//! What is said about a way: the part of people who go it, and when they do.

use crate::check::{Next, TouchpointIx, Word};
use crate::insight::sentences::percent;
use crate::layout::block::{Align, Block};
use crate::layout::page::Context;

/// Space between a share and its condition on one line, in points.
const BESIDE: f64 = 4.0;

/// The share of a way, and that it leads out of the journey if it does; none where there is nothing to say.
fn share(context: &Context, way: &Next) -> Option<String> {
    let share = way.share.map(percent);
    match (share, way.to) {
        (share, Some(_)) => share,
        (Some(share), None) => Some(format!("{share} {}", context.word(Word::Leaves))),
        (None, None) => Some(context.word(Word::Leaves).to_owned()),
    }
}

/// Whether a way has a label.
pub(super) fn has_label(way: &Next) -> bool {
    way.share.is_some() || way.when.is_some() || way.to.is_none()
}

/// The label of a way, at most so wide: share and condition on one line, or under one another. Also its lines.
pub(super) fn label(context: &Context, way: &Next, widest: f64, align: Align) -> (Block, usize) {
    let colors = &context.theme.colors;
    let style = &context.type_;
    let share = share(context, way).map(|text| context.wrap(&text, &style.label, widest));
    let when = way
        .when
        .as_ref()
        .map(|when| context.wrap(&when.text, &style.caption, widest));
    if let (Some(share), Some(when)) = (&share, &when)
        && share.lines.len() == 1
        && when.lines.len() == 1
        && share.width + BESIDE + when.width <= widest
    {
        let start = share.width + BESIDE;
        let mut block = Block::new(start + when.width);
        block.paragraph(0.0, 0.0, share.width, share, colors.ink, Align::Start);
        block.paragraph(start, 0.0, when.width, when, colors.ink_2, Align::Start);
        return (block, 1);
    }
    let parts = [(&share, colors.ink), (&when, colors.ink_2)];
    let width = parts
        .iter()
        .filter_map(|(part, _)| part.as_ref())
        .fold(0.0f64, |width, part| width.max(part.width));
    let mut block = Block::new(width);
    let (mut y, mut lines) = (0.0, 0);
    for (part, color) in parts {
        let Some(part) = part else { continue };
        y = block.paragraph(0.0, y, width, part, color, align);
        lines += part.lines.len();
    }
    (block, lines)
}

/// The accessible name of a way: from where, to where, how many, when.
pub(super) fn name(context: &Context, from: TouchpointIx, way: &Next) -> String {
    let name = |touchpoint: TouchpointIx| &*context.map.touchpoints[touchpoint].name.text;
    let to = way.to.map_or(context.word(Word::Leaves), name);
    let facts: Vec<String> = way
        .share
        .map(percent)
        .into_iter()
        .chain(way.when.as_ref().map(|when| when.text.to_string()))
        .collect();
    let way = format!("{} {} {to}", name(from), context.arrow());
    if facts.is_empty() {
        way
    } else {
        format!("{way}: {}", facts.join(", "))
    }
}
