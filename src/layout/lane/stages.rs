//! Stages: chevrons across their columns, the phases above them, entry and exit below.

use super::{Spot, open_cell};
use crate::check::{Lane, Stage, StageIx, Word};
use crate::geom::point;
use crate::layout::block::{Align, Block, on_one_baseline};
use crate::layout::grid::INSET;
use crate::layout::page::{Context, Page, READABLE};
use crate::layout::shapes::{polygon, stroke};
use crate::scene::{Hook, Outline, Role};

/// How far a chevron's point reaches, in points.
const POINT: f64 = 13.0;
/// Space between two chevrons, in points.
const GAP: f64 = 4.0;
/// Space before a chevron's text, and after it, in points.
const TEXT: f64 = 26.0;
const END: f64 = 8.0;
/// Space between a stage's number and its name, in points.
const NUMBER_GAP: f64 = 7.0;
/// A chevron is at least so high, in points.
const HEIGHT: f64 = 42.0;

/// Width of a stage's number and the space after it, in points; 0 where stages have none.
fn indent(context: &Context, stage: StageIx) -> f64 {
    if !context.map.numbered {
        return 0.0;
    }
    // Names stand in one line, so the narrow 1 takes as much room as other digits.
    let digits = "0".repeat((context.map.stages[stage].place + 1).to_string().len());
    context.line(&digits, &context.type_.stage).width + NUMBER_GAP
}

/// What a chevron needs beside its name: notch, number, point, in points.
pub(crate) fn beside_name(context: &Context, stage: StageIx) -> f64 {
    TEXT + indent(context, stage) + END
}

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let context = page.context;
    page.out
        .open(Role::Row)
        .name(&*lane.title)
        .hook(Hook::Lane, &*lane.id);
    page.out.open(Role::RowHeader).name(&*lane.title);
    page.out.close();
    let y = phases(page, y);
    let shown = page.grid.shown();
    let heads: Vec<Block> = shown.clone().map(|stage| head(page, stage)).collect();
    let height = heads
        .iter()
        .fold(HEIGHT, |height, head| height.max(head.height + 16.0));
    for (stage, head) in shown.clone().zip(heads) {
        let (x, width) = page.grid.stage(stage);
        let data = &context.map.stages[stage];
        page.out
            .open(Role::ColumnHeader)
            .hook(Hook::Stage, &*data.id)
            .span(data.span);
        let range = page.grid.stages[stage].clone();
        page.out.columns(range.start + 2, range.len());
        let end = x + width - GAP / 2.0 - inside(page, stage);
        let shape = chevron(
            x + if stage == shown.start { 0.0 } else { GAP / 2.0 },
            end,
            y,
            height,
        );
        page.out.shape(
            shape,
            Some(crate::scene::Paint::Solid(
                context.theme.stage(context.map.stages[stage].place),
            )),
            None,
        );
        let top = y + (height - head.height) / 2.0;
        head.place(&mut page.out, x + TEXT, top);
        page.out.close();
    }
    let y = borders(page, y + height);
    page.out.close();
    y + 8.0
}

fn chevron(start: f64, end: f64, y: f64, height: f64) -> Outline {
    let (middle, below) = (y + height / 2.0, y + height);
    polygon(&[
        (start, y),
        (end, y),
        (end + POINT, middle),
        (end, below),
        (start, below),
        (start + POINT, middle),
    ])
}

/// How far a chevron ends before its stage does. The last point reaches into the page's margin, but not into that of paper,
/// on which nothing may be printed.
fn inside(page: &Page, stage: StageIx) -> f64 {
    match stage + 1 == page.grid.shown().end && page.context.frame.on_paper {
        true => POINT - GAP / 2.0,
        false => 0.0,
    }
}

/// What stands in a chevron: number, name, the time at its end or, where there is no room, under the name, and who answers
/// for the stage.
fn head(page: &Page, stage: StageIx) -> Block {
    let context = page.context;
    let data = &context.map.stages[stage];
    let (_, width) = page.grid.stage(stage);
    let width = width - TEXT - END - inside(page, stage);
    let color = context
        .theme
        .colors
        .stage_text
        .readable_on(context.theme.stage(data.place), READABLE);
    let t = &context.type_;
    let digits = (data.place + 1).to_string();
    let indent = indent(context, stage);
    let time = time(context, data);
    let caption = time.as_ref().map(|time| context.line(time, &t.label));
    let name = context.line(&data.name.text, &t.stage);
    let abreast = caption
        .as_ref()
        .is_some_and(|caption| indent + name.width + 14.0 + caption.width <= width);
    let mut block = Block::new(width);
    let lines = context.wrap(&data.name.text, &t.stage, width - indent);
    let mut top = 0.0;
    if indent > 0.0 {
        let number = context.wrap(&digits, &t.stage, indent);
        let (down, up) = on_one_baseline(&number, &lines);
        block.paragraph(0.0, down, indent, &number, color, Align::Start);
        top = up;
    }
    let below = block.paragraph(indent, top, width - indent, &lines, color, Align::Start);
    if let Some(time) = &time {
        let lines = context.wrap(time, &t.label, width - indent);
        if abreast {
            block.paragraph(
                0.0,
                (below - lines.height) / 2.0 + 1.0,
                width,
                &lines,
                color,
                Align::End,
            );
        } else {
            block.paragraph(
                indent,
                below + 1.0,
                width - indent,
                &lines,
                color,
                Align::Start,
            );
        }
    }
    if let Some(owner) = &data.owner {
        let text = format!("{}: {}", context.word(Word::Owner), owner.text);
        let lines = context.wrap(&text, &t.caption, width - indent);
        let below = block.height + 1.0;
        block.paragraph(indent, below, width - indent, &lines, color, Align::Start);
    }
    block
}

/// The stage's time, and how often it comes round, behind the sign of a loop.
fn time(context: &Context, stage: &Stage) -> Option<String> {
    let sign = if context.map.lang.rtl { '↺' } else { '↻' };
    let repeats = stage.repeats.as_ref();
    let repeats = repeats.map(|text| format!("{sign}\u{a0}{}", text.text));
    let time = stage.time.as_ref().map(|text| text.text.to_string());
    let parts: Vec<String> = time.into_iter().chain(repeats).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The bands of phases above the stages; returns the y below them.
fn phases(page: &mut Page, y: f64) -> f64 {
    let context = page.context;
    let stages = &context.map.stages;
    if stages.iter().all(|stage| stage.phase.is_none()) {
        return y;
    }
    let phase = |stage: usize| stages[stage].phase.as_ref().map(|phase| &*phase.text);
    let colors = &context.theme.colors;
    let mut bands = Vec::new();
    let shown = page.grid.shown();
    let mut first = shown.start;
    while first < shown.end {
        let end = (first..shown.end)
            .find(|&stage| phase(stage) != phase(first))
            .unwrap_or(shown.end);
        if let Some(text) = phase(first) {
            let x = page.grid.stage(first).0;
            let (last, width) = page.grid.stage(end - 1);
            let width = last + width - x - GAP;
            let columns = page.grid.stages[end - 1].end - page.grid.stages[first].start;
            bands.push((
                x,
                width,
                context.wrap(text, &context.type_.kicker, width),
                first,
                columns,
            ));
        }
        first = end;
    }
    let height = bands
        .iter()
        .fold(0.0f64, |height, (_, _, text, ..)| height.max(text.height));
    for (x, width, text, first, columns) in bands {
        page.out.open(Role::ColumnHeader).span(stages[first].span);
        page.out.columns(page.grid.stages[first].start + 2, columns);
        let mut block = Block::new(width);
        block.paragraph(
            0.0,
            height - text.height,
            width,
            &text,
            colors.ink_2,
            Align::Start,
        );
        let line = Outline::Line(point(0.0, height + 4.0), point(width, height + 4.0));
        block.shape(line, None, Some(stroke(colors.ink_2, 1.5)));
        block.place(&mut page.out, x, y);
        page.out.close();
    }
    y + height + 11.0
}

/// What must have happened before and after a stage, on its borders; returns the y below.
fn borders(page: &mut Page, y: f64) -> f64 {
    let context = page.context;
    let mut blocks = Vec::new();
    for stage in page.grid.shown().filter(|&at| page.grid.begins(at)) {
        let data = &context.map.stages[stage];
        let (x, width) = page.grid.stage(stage);
        let both = data.entry.is_some() && data.exit.is_some();
        let room = if both {
            (width - 2.0 * INSET) / 2.0 - 4.0
        } else {
            width - 2.0 * INSET
        };
        let sides = [
            (&data.entry, Word::Entry, Align::Start),
            (&data.exit, Word::Exit, Align::End),
        ];
        for (text, word, align) in sides {
            let Some(text) = text else { continue };
            let block = border(context, context.word(word), &text.text, room, align);
            let x = if align == Align::End {
                x + width - INSET - room
            } else {
                x + INSET
            };
            blocks.push((stage, x, block));
        }
    }
    let height = blocks
        .iter()
        .fold(0.0f64, |height, (_, _, block)| height.max(block.height));
    for (stage, x, block) in blocks {
        open_cell(page, Spot::Stage(stage));
        block.place(&mut page.out, x, y + 7.0);
        page.out.close();
    }
    if height > 0.0 { y + height + 9.0 } else { y }
}

fn border(context: &Context, word: &str, text: &str, width: f64, align: Align) -> Block {
    let colors = &context.theme.colors;
    let mut block = Block::new(width);
    let word = context.wrap(word, &context.type_.label, width);
    let below = block.paragraph(0.0, 0.0, width, &word, colors.ink_2, align);
    let text = context.wrap(text, &context.type_.caption, width);
    block.paragraph(0.0, below, width, &text, colors.ink_3, align);
    block
}
