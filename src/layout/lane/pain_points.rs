//! What gets in the way: tinted cards with severity, and a number where an opportunity refers to them.

use super::cells;
use super::voices::who;
use crate::check::{Lane, PainPoint, Word};
use crate::layout::block::Block;
use crate::layout::card::{dots, inline, sourced};
use crate::layout::page::{Context, Page};

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    cells(page, lane, y, &|context, cell, width| {
        cell.pain_points
            .iter()
            .map(|&pain| card(context, &context.map.pain_points[pain], width))
            .collect()
    })
}

fn card(context: &Context, pain: &PainPoint, width: f64) -> Block {
    let tint = context.theme.colors.pain;
    let room = width - 20.0;
    let mut captions = Vec::new();
    if let Some(number) = pain.number {
        captions.push(inline(
            context,
            &format!("№ {number}"),
            &context.type_.label,
            tint.text,
            room,
        ));
    }
    if let Some(severity) = pain.severity {
        captions.push(dots(
            context,
            severity,
            context.word(Word::Severity),
            tint.text,
            room,
        ));
    }
    captions.extend(who(context, &pain.personas, room, tint.fill));
    sourced(
        context,
        tint,
        width,
        (&pain.text.text, &pain.evidence),
        captions,
    )
}
