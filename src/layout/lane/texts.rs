//! Plain texts: frontstage, backstage, support, notes, and the map's own lanes.

use super::cells;
use crate::check::{Cell, Lane, Text};
use crate::layout::block::{Align, Block};
use crate::layout::page::Page;

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    cells(page, lane, y, &|context, cell, width| {
        let color = context.theme.colors.ink_2;
        let block = |text: &Text| {
            let mut block = Block::new(width);
            let lines = context.wrap(&text.text, &context.type_.body, width);
            block.paragraph(0.0, 0.0, width, &lines, color, Align::Start);
            block
        };
        texts(cell, &lane.id).iter().map(block).collect()
    })
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
