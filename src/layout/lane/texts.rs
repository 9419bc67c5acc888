//! Plain texts: frontstage, backstage, support, notes, and the map's own lanes. In a blueprint they are boxes.

use super::blueprint::{ground, is_boxes};
use super::{PADDING, cells};
use crate::check::{Cell, Lane, Text, Zone};
use crate::geom::{Rect, point};
use crate::layout::block::{Align, Block};
use crate::layout::page::{Context, Page, READABLE};
use crate::layout::shapes::stroke;
use crate::scene::Outline;

/// Space above and below the texts of a box, and between two of them, in points.
const INSIDE: f64 = 8.0;
const APART: f64 = 10.0;

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let zone = lane.zone.filter(|_| is_boxes(page.context, lane));
    cells(page, lane, y, &|context, cell, width| {
        let texts = texts(cell, &lane.id);
        match zone {
            Some(_) if texts.is_empty() => Vec::new(),
            Some(zone) => vec![boxed(context, texts, zone, width)],
            None => texts
                .iter()
                .map(|text| plain(context, text, width))
                .collect(),
        }
    })
}

fn plain(context: &Context, text: &Text, width: f64) -> Block {
    let mut block = Block::new(width);
    let lines = context.wrap(&text.text, &context.type_.body, width);
    let color = context.theme.colors.ink_2;
    block.paragraph(0.0, 0.0, width, &lines, color, Align::Start);
    block
}

/// A box round the texts of a cell, with a hairline between two of them.
fn boxed(context: &Context, texts: &[Text], zone: Zone, width: f64) -> Block {
    let colors = &context.theme.colors;
    let ground = ground(context, zone);
    let color = colors.ink_2.readable_on(ground, READABLE);
    let inner = width - 2.0 * PADDING;
    let mut block = Block::new(width);
    let mut y = INSIDE;
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            y += APART;
            let middle = y - APART / 2.0;
            let line = Outline::Line(point(PADDING, middle), point(width - PADDING, middle));
            block.shape(line, None, Some(stroke(colors.card_edge, 0.75)));
        }
        let lines = context.wrap(&text.text, &context.type_.body, inner);
        y = block.paragraph(PADDING, y, inner, &lines, color, Align::Start);
    }
    block.reach(y + INSIDE);
    let whole = Rect::new(0.0, 0.0, width, block.height);
    block.behind(vec![(
        Outline::Rect(whole, context.theme.sizes.radius),
        Some(ground),
        Some(stroke(colors.card_edge, 0.9)),
    )]);
    block
}

/// The texts that a cell has for a lane.
fn texts<'m>(cell: &'m Cell, lane: &str) -> &'m [Text] {
    match lane {
        "frontstage" => &cell.frontstage,
        "backstage" => &cell.backstage,
        "support" => &cell.support,
        "notes" => &cell.notes,
        own => cell
            .custom
            .iter()
            .find(|(id, _)| &**id == own)
            .map_or(&[], |(_, texts)| texts),
    }
}
