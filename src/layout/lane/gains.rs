//! Bright spots: tinted cards.

use super::cells;
use super::voices::who;
use crate::check::Lane;
use crate::layout::card::sourced;
use crate::layout::page::Page;

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    cells(page, lane, y, &|context, cell, width| {
        let tint = context.theme.colors.gain;
        let card = |gain: &crate::check::Voice| {
            sourced(
                context,
                tint,
                width,
                (&gain.text.text, &gain.evidence),
                who(context, &gain.personas, width - 20.0, tint.fill),
            )
        };
        cell.gains.iter().map(card).collect()
    })
}
