//! What the customer does: a white card per touchpoint.

use super::blueprint;
use super::voices::who;
use super::{ABOVE, BELOW, PADDING, Spot, open_cell, open_row};
use crate::check::{Lane, Touchpoint, Word};
use crate::layout::block::{Align, Block};
use crate::layout::card::{flow, inline, plain};
use crate::layout::clock;
use crate::layout::grid::INSET;
use crate::layout::page::{Context, Page, READABLE};

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let context = page.context;
    let mut contents = Vec::new();
    for column in &page.grid.columns {
        if let Some(touchpoint) = column.touchpoint {
            let content = content(
                context,
                &context.map.touchpoints[touchpoint],
                column.width - 2.0 * INSET,
            );
            contents.push((touchpoint, column.x + INSET, content));
        }
    }
    let tallest = contents
        .iter()
        .fold(0.0f64, |height, (_, _, block)| height.max(block.height));
    let height = open_row(page, lane, y, tallest + ABOVE + BELOW);
    let (top, bottom) = (y + ABOVE, y + ABOVE + tallest);
    let boxes: Vec<(Spot, f64, f64)> = contents
        .iter()
        .map(|(touchpoint, ..)| (Spot::Touchpoint(*touchpoint), top, bottom))
        .collect();
    blueprint::link(page, lane, &boxes);
    for (touchpoint, x, content) in contents {
        open_cell(page, Spot::Touchpoint(touchpoint));
        let optional = context.map.touchpoints[touchpoint].optional;
        plain(context, content, tallest, optional).place(&mut page.out, x, y + ABOVE);
        page.out.close();
    }
    page.out.close();
    y + height
}

fn content(context: &Context, touchpoint: &Touchpoint, width: f64) -> Block {
    let colors = &context.theme.colors;
    let inner = width - 2.0 * PADDING;
    let mut block = Block::new(width);
    let mut y = 9.0;
    if let Some(moment) = &touchpoint.moment {
        let color = colors.handover.readable_on(colors.card, READABLE);
        let words = context.wrap(
            context.word(Word::MomentOfTruth),
            &context.type_.label,
            inner,
        );
        y = block.paragraph(PADDING, y, inner, &words, color, Align::Start);
        if let Some(reason) = &moment.reason {
            let words = context.wrap(&reason.text, &context.type_.caption, inner);
            y = block.paragraph(PADDING, y, inner, &words, colors.ink_3, Align::Start);
        }
        y += 3.0;
    }
    let name = context.wrap(&touchpoint.name.text, &context.type_.name, inner);
    if let Some(link) = &touchpoint.link {
        block.open_link(&link.text, &touchpoint.name.text);
        y = block.paragraph(PADDING, y, inner, &name, colors.ink, Align::Start);
        block.close();
    } else {
        y = block.paragraph(PADDING, y, inner, &name, colors.ink, Align::Start);
    }
    let captions = captions(context, touchpoint, inner);
    if !captions.is_empty() {
        y = block.put(PADDING, y + 3.0, flow(captions, inner, 8.0));
    }
    block.reach(y + 9.0);
    block
}

/// Small type under the name: time, department, device, who takes part.
fn captions(context: &Context, touchpoint: &Touchpoint, width: f64) -> Vec<Block> {
    let mut texts: Vec<String> = Vec::new();
    // Where time has a lane of its own, it is not said twice.
    let has_lane = |id: &str| context.map.lanes.iter().any(|lane| &*lane.id == id);
    if !has_lane("timeline") {
        texts.extend(clock::extent(context, touchpoint, &mut None));
    }
    // Nor are departments.
    if !has_lane("departments") {
        texts.extend(
            touchpoint
                .departments
                .iter()
                .map(|department| department.text.to_string()),
        );
    }
    texts.extend(
        touchpoint
            .devices
            .iter()
            .map(|device| device.text.to_string()),
    );
    if touchpoint.optional {
        texts.push(context.word(Word::Optional).to_string());
    }
    let colors = &context.theme.colors;
    let caption =
        |text: &String| inline(context, text, &context.type_.caption, colors.ink_3, width);
    let mut captions: Vec<Block> = texts.iter().map(caption).collect();
    if touchpoint.personas_given {
        captions.extend(who(context, &touchpoint.personas, width, colors.card));
    }
    captions
}
