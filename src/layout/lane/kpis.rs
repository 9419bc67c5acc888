//! KPIs: a large figure, its target, and a pill that says in words how the two compare.

use super::{ABOVE, BELOW, BETWEEN, Spot, open_cell, open_row};
use crate::check::{Kpi, KpiIx, Lane, Word};
use crate::insight::kpi::{Status, status};
use crate::layout::block::{Align, Block};
use crate::layout::card::{pill, plain, stack};
use crate::layout::grid::INSET;
use crate::layout::page::{Context, Page};
use crate::layout::reference::{self, Claim};
use crate::scene::Role;

/// From this width on figure, name and pill stand side by side, in points.
const ABREAST: f64 = 230.0;
/// Beside figure and pill the name has at least so much room, in points.
const NAMES: f64 = 40.0;
/// A unit of at most so many characters stands beside the figure.
const SHORT_UNIT: usize = 3;
const PADDING: f64 = 11.0;

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let context = page.context;
    let map = context.map;
    let whole: Vec<KpiIx> = (0..map.kpis.len())
        .filter(|&ix| map.kpis[ix].stage.is_none() && map.kpis[ix].touchpoint.is_none())
        // What belongs to the whole journey stands where it ends.
        .filter(|_| !page.grid.goes_on.1)
        .collect();
    let across = page.grid.end() - page.grid.start();
    let top = abreast(context, &whole, across - 2.0 * INSET, ABREAST * 1.4);
    let below_top = top.as_ref().map_or(0.0, |block| block.height + BETWEEN);
    let mut placed = Vec::new();
    let mut height = below_top;
    for stage in page.grid.shown() {
        let (x, width) = page.grid.stage(stage);
        let mut y = below_top;
        let own = match page.grid.begins(stage) {
            true => &map.stages[stage].kpis[..],
            false => &[],
        };
        if let Some(block) = abreast(context, own, width - 2.0 * INSET, ABREAST) {
            y += block.height + BETWEEN;
            placed.push((Spot::Stage(stage), x + INSET, below_top, block));
        }
        height = height.max(y);
        for column in &page.grid.columns[page.grid.stages[stage].clone()] {
            let Some(touchpoint) = column.touchpoint else {
                continue;
            };
            let kpis = &map.touchpoints[touchpoint].kpis;
            if kpis.is_empty() {
                continue;
            }
            let width = column.width - 2.0 * INSET;
            let cards = kpis
                .iter()
                .map(|&kpi| card(context, &map.kpis[kpi], width))
                .collect();
            let block = stack(cards, width, BETWEEN);
            height = height.max(y + block.height + BETWEEN);
            placed.push((Spot::Touchpoint(touchpoint), column.x + INSET, y, block));
        }
    }
    let height = open_row(page, lane, y, height - BETWEEN + ABOVE + BELOW);
    if let Some(block) = top {
        page.out
            .open(Role::Cell)
            .columns(2, page.grid.columns.len());
        block.place(&mut page.out, page.grid.start() + INSET, y + ABOVE);
        page.out.close();
    }
    for (spot, x, top, block) in placed {
        open_cell(page, spot);
        block.place(&mut page.out, x, y + ABOVE + top);
        page.out.close();
    }
    page.out.close();
    y + height
}

/// Cards side by side, each at least `least` wide, in as many rows as that takes.
fn abreast(context: &Context, kpis: &[KpiIx], width: f64, least: f64) -> Option<Block> {
    if kpis.is_empty() {
        return None;
    }
    let gap = 2.0 * INSET;
    let in_row = (((width + gap) / (least + gap)) as usize).clamp(1, kpis.len());
    let each = (width - gap * (in_row - 1) as f64) / in_row as f64;
    let mut block = Block::new(width);
    let mut y = 0.0;
    for row in kpis.chunks(in_row) {
        let contents: Vec<Block> = row
            .iter()
            .map(|&kpi| content(context, &context.map.kpis[kpi], each))
            .collect();
        let tallest = contents
            .iter()
            .fold(0.0f64, |height, card| height.max(card.height));
        for (position, content) in contents.into_iter().enumerate() {
            block.put(
                position as f64 * (each + gap),
                y,
                plain(context, content, tallest, false),
            );
        }
        y += tallest + BETWEEN;
    }
    Some(block)
}

fn card(context: &Context, kpi: &Kpi, width: f64) -> Block {
    let content = content(context, kpi, width);
    plain(context, content, 0.0, false)
}

fn content(context: &Context, kpi: &Kpi, width: f64) -> Block {
    let figure = figure(context, kpi, width - 2.0 * PADDING);
    let verdict = verdict(context, kpi, width - 2.0 * PADDING);
    let mut block = Block::new(width);
    let inner = width - 2.0 * PADDING;
    let taken = figure.as_ref().map_or(0.0, |figure| figure.width + 10.0);
    let pill = verdict.as_ref().map_or(0.0, |pill| pill.width + 10.0);
    let room = inner - taken - pill;
    if width < ABREAST || room < NAMES {
        let mut y = 8.0;
        for part in [figure, Some(names(context, kpi, inner)), verdict]
            .into_iter()
            .flatten()
        {
            y = block.put(PADDING, y, part) + 3.0;
        }
        block.reach(y + 5.0);
        return block;
    }
    let names = names(context, kpi, room);
    let tallest = [figure.as_ref(), Some(&names), verdict.as_ref()]
        .into_iter()
        .flatten()
        .fold(43.0 - 18.0, |height: f64, part| height.max(part.height));
    let center = |part: &Block| 9.0 + (tallest - part.height) / 2.0;
    if let Some(figure) = figure {
        let y = center(&figure);
        block.put(PADDING, y, figure);
    }
    let y = center(&names);
    block.put(PADDING + taken, y, names);
    if let Some(verdict) = verdict {
        let y = center(&verdict);
        block.put(width - PADDING - verdict.width, y, verdict);
    }
    block.reach(tallest + 18.0);
    block
}

/// The measured value with its unit, where the unit is short.
fn figure(context: &Context, kpi: &Kpi, widest: f64) -> Option<Block> {
    let value = kpi.value.as_ref()?;
    let unit = kpi
        .unit
        .as_ref()
        .filter(|unit| unit.text.chars().count() <= SHORT_UNIT);
    let text = match unit {
        Some(unit) => format!("{}\u{a0}{}", value.text, unit.text),
        None => value.text.to_string(),
    };
    let lines = context.wrap(&text, &context.type_.figure, widest);
    let mut block = Block::new(lines.width);
    block.paragraph(
        0.0,
        0.0,
        lines.width,
        &lines,
        context.theme.colors.ink,
        Align::Start,
    );
    Some(block)
}

/// The KPI's name, and under it the target or a long unit.
fn names(context: &Context, kpi: &Kpi, width: f64) -> Block {
    let colors = &context.theme.colors;
    let mut block = Block::new(width);
    let name = reference::wrap(context, &kpi.evidence, width, |width| {
        context.wrap(&kpi.name.text, &context.type_.label, width)
    });
    let claim = Claim {
        text: &name,
        x: 0.0,
        y: 0.0,
        width,
        ink: colors.ink,
        quiet: colors.ink_3,
    };
    let y = claim.set(context, &mut block, &kpi.evidence);
    let unit = kpi.unit.as_ref().map(|unit| &*unit.text);
    let caption = match (&kpi.target, unit) {
        (Some(target), Some(unit)) => Some(format!(
            "{} {}\u{a0}{unit}",
            context.word(Word::Target),
            target.text
        )),
        (Some(target), None) => Some(format!("{} {}", context.word(Word::Target), target.text)),
        (None, Some(unit)) if unit.chars().count() > SHORT_UNIT => Some(unit.to_string()),
        (None, _) => None,
    };
    if let Some(caption) = caption {
        let caption = context.wrap(&caption, &context.type_.caption, width);
        block.paragraph(0.0, y, width, &caption, colors.ink_3, Align::Start);
    }
    block
}

/// The pill; none where value or target is missing.
fn verdict(context: &Context, kpi: &Kpi, widest: f64) -> Option<Block> {
    let colors = &context.theme.colors;
    let status = status(
        kpi.value.as_ref()?.value,
        kpi.target.as_ref()?.value,
        kpi.better,
    );
    let (word, tint) = match status {
        Status::Exceeds => (Word::Exceeds, colors.exceeds),
        Status::Meets => (Word::Meets, colors.meets),
        Status::Below => (Word::Below, colors.below),
    };
    Some(pill(context, tint, context.word(word), widest))
}
