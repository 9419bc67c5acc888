//! The sources of each cell, by their numbers in the footer's ledger.

use super::cells;
use crate::check::Lane;
use crate::layout::card::inline;
use crate::layout::page::Page;

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    cells(page, lane, y, &|context, cell, width| {
        if cell.evidence.is_empty() {
            return Vec::new();
        }
        let mut sources = cell.evidence.clone();
        sources.sort_unstable();
        let numbers: Vec<String> = sources
            .iter()
            .map(|source| (source + 1).to_string())
            .collect();
        vec![inline(
            context,
            &numbers.join(" · "),
            &context.type_.caption,
            context.theme.colors.ink_3,
            width,
        )]
    })
}
