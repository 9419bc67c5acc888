//! What could be done: tinted cards with value, effort, owner, and the pain points that they solve.

use super::cells;
use crate::check::{Lane, Opportunity, Word};
use crate::layout::block::Block;
use crate::layout::card::{dots, inline, tinted};
use crate::layout::page::{Context, Page};

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    cells(page, lane, y, &|context, cell, width| {
        cell.opportunities
            .iter()
            .map(|opportunity| card(context, opportunity, width))
            .collect()
    })
}

fn card(context: &Context, opportunity: &Opportunity, width: f64) -> Block {
    let tint = context.theme.colors.opportunity;
    let room = width - 20.0;
    let mut captions = Vec::new();
    for (grade, word) in [
        (opportunity.value, Word::Value),
        (opportunity.effort, Word::Effort),
    ] {
        if let Some(grade) = grade {
            captions.push(dots(context, grade, context.word(word), tint.text, room));
        }
    }
    let mut caption = |text: &str, bold: bool| {
        let style = if bold {
            &context.type_.label
        } else {
            &context.type_.caption
        };
        captions.push(inline(context, text, style, tint.text, room));
    };
    if let Some(owner) = &opportunity.owner {
        caption(&owner.text, false);
    }
    if let Some(status) = &opportunity.status {
        caption(&status.text, false);
    }
    if let Some(kpi) = opportunity.kpi {
        caption(
            &format!("{} {}", context.arrow(), context.map.kpis[kpi].name.text),
            false,
        );
    }
    let numbers: Vec<String> = opportunity
        .solves
        .iter()
        .filter_map(|&pain| context.map.pain_points[pain].number)
        .map(|number| format!("№ {number}"))
        .collect();
    if !numbers.is_empty() {
        caption(
            &format!("{} {}", context.word(Word::Solves), numbers.join(", ")),
            true,
        );
    }
    tinted(context, tint, width, &opportunity.text.text, captions)
}
