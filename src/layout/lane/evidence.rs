//! The sources of each cell, by their numbers in the footer's ledger.

use super::cells;
use crate::check::Lane;
use crate::layout::card::inline;
use crate::layout::page::Page;
use crate::layout::reference::reference;

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    cells(page, lane, y, &|context, cell, width| {
        let Some(numbers) = reference(context.map, &cell.evidence) else {
            return Vec::new();
        };
        let colors = &context.theme.colors;
        let style = &context.type_.caption;
        vec![inline(context, &numbers, style, colors.ink_3, width)]
    })
}
