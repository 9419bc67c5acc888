//! The time axis: ticks at equal steps of time over the columns, what lasts as a bar, waiting as a broken line, and
//! when each touchpoint is.

mod bars;
mod scale;
mod ticks;

use super::{ABOVE, BELOW, Spot, open_cell, open_row};
use crate::check::{Lane, Timeline, Touchpoint, Word, filled};
use crate::geom::point;
use crate::layout::block::{Align, Block};
use crate::layout::clock;
use crate::layout::grid::{Gap, INSET};
use crate::layout::page::{Context, Page};
use crate::layout::shapes::stroke;
use crate::scene::{Hook, Outline, Paint, Role};
use bars::Bar;
use scale::Axis;
use ticks::Tick;

/// Length of a tick with and without words, in points.
const TICK: (f64, f64) = (8.0, 4.0);
/// Space between a tick's words and the tick, in points.
const UNDER_WORDS: f64 = 2.0;
/// Space between the axis and what stands under it, in points.
const UNDER_AXIS: f64 = 9.0;
/// Radius of a touchpoint's mark, in points.
const MARK: f64 = 3.4;
/// Width of the ground round the letters of a tick's words, in points.
const HALO: f64 = 2.4;
/// Width of the axis, in points.
const LINE: f64 = 1.5;

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let context = page.context;
    let Some(axis) = Axis::new(context.map, &page.grid) else {
        return y;
    };
    let ticks = ticks::ticks(context, &page.grid, &axis);
    let (bars, tracks) = bars::bars(context.map, &page.grid, &axis);
    let moments = moments(page);
    let over = ticks
        .iter()
        .filter_map(|tick| tick.label.as_ref())
        .fold(0.0f64, |height, (_, words)| height.max(words.height));
    let under = moments
        .iter()
        .fold(0.0f64, |height, (.., block)| height.max(block.height));
    let line = y + ABOVE + over + UNDER_WORDS + TICK.0;
    let text = line + bars::below(tracks) + UNDER_AXIS;
    let lane = &with_origin(context, &axis, lane);
    let height = open_row(page, lane, y, text + under + BELOW - y);
    if page.out.measures() {
        let gaps = page.grid.gaps.len();
        page.out
            .count(2 * ticks.len() + bars.len() + gaps + 2 * moments.len());
        return y + height;
    }
    page.out
        .open(Role::Cell)
        .columns(2, page.grid.columns.len());
    let told = told(page, lane);
    page.out.open(Role::Figure).name(told);
    draw_ticks(page, &ticks, line);
    draw_line(page, &axis, line);
    bars.iter().for_each(|bar| bars::draw(page, bar, line));
    page.out.close();
    page.out.close();
    for (column, block) in moments {
        draw_touchpoint(page, column, block, line, text);
    }
    page.out.close();
    y + height
}

/// The lane with the event from which it counts in its note, where the axis does not reach that event.
fn with_origin(context: &Context, axis: &Axis, lane: &Lane) -> Lane {
    let mut lane = lane.clone();
    if let Timeline::Relative {
        origin: Some(origin),
        ..
    } = &context.map.timeline
        && ticks::origin(&axis.timeline).is_none()
    {
        let counted = filled(context.word(Word::CountedFrom), &[("origin", &origin.text)]);
        lane.note = Some(match &lane.note {
            Some(note) => format!("{note} · {counted}").into(),
            None => counted.into(),
        });
    }
    lane
}

/// What the axis shows, for those who do not see it: its ends.
fn told(page: &Page, lane: &Lane) -> String {
    let context = page.context;
    let shown = page.grid.columns.iter();
    let touchpoints = shown.filter_map(|column| column.touchpoint);
    let touchpoints: Vec<_> = touchpoints.map(|at| &context.map.touchpoints[at]).collect();
    let at = |touchpoint: Option<&Touchpoint>| {
        touchpoint
            .and_then(|touchpoint| clock::extent(context, touchpoint, &mut None))
            .unwrap_or_default()
    };
    format!(
        "{}: {} {} {}",
        lane.title,
        at(touchpoints.first().copied()),
        context.arrow(),
        at(touchpoints.last().copied())
    )
}

/// For each column with a touchpoint, when that is; year and day are said where they change.
fn moments(page: &Page) -> Vec<(usize, Block)> {
    let context = page.context;
    let mut day = None;
    let mut moments = Vec::new();
    for (at, column) in page.grid.columns.iter().enumerate() {
        let touchpoint = column.touchpoint.map(|at| &context.map.touchpoints[at]);
        let text = touchpoint.and_then(|touchpoint| clock::extent(context, touchpoint, &mut day));
        let Some(text) = text else { continue };
        let width = column.width - 2.0 * INSET;
        let words = context.wrap(&text, &context.type_.label, width);
        let mut block = Block::new(width);
        let ink = context.theme.colors.ink_2;
        block.paragraph(0.0, 0.0, width, &words, ink, Align::Center);
        moments.push((at, block));
    }
    moments
}

fn draw_ticks(page: &mut Page, ticks: &[Tick], line: f64) {
    let context = page.context;
    let colors = &context.theme.colors;
    let ink = context.readable_on_page(colors.ink_3);
    for tick in ticks {
        let (length, color) = if tick.major {
            (TICK.0, colors.ink_3)
        } else {
            (TICK.1, colors.zero)
        };
        page.out
            .open(Role::Paragraph)
            .hook(Hook::Time, tick.time.to_string());
        let mark = Outline::Line(point(tick.x, line - length), point(tick.x, line));
        page.out.shape(mark, None, Some(stroke(color, 0.75)));
        if let Some((x, words)) = &tick.label {
            let top = line - TICK.0 - UNDER_WORDS - words.height;
            // A stage's border may pass behind the words.
            let middle = x + words.width / 2.0;
            let waits = |gap: &Gap| (gap.x..gap.x + gap.width).contains(&middle);
            let ground = if page.grid.gaps.iter().any(waits) {
                context.gap().over(colors.paper)
            } else {
                colors.paper
            };
            for (words_line, baseline) in words.lines.iter().zip(&words.baselines) {
                let x = middle - words_line.width / 2.0;
                page.out
                    .text_with_halo(x, top + baseline, words_line, ink, (ground, HALO));
            }
        }
        page.out.close();
    }
}

/// The axis: whole where time passes, dotted where it stands still, dashed where the journey waits.
fn draw_line(page: &mut Page, axis: &Axis, y: f64) {
    let colors = &page.context.theme.colors;
    let (start, end) = axis.ends();
    let waits = page.grid.gaps.iter().map(|gap| (gap.x, gap.x + gap.width));
    let mut broken: Vec<(f64, f64, [f64; 2])> = waits
        .map(|(from, to)| (from, to, [5.0, 4.0]))
        .chain(axis.stills().into_iter().map(|(a, b)| (a, b, [1.5, 3.0])))
        .collect();
    broken.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut x = start;
    let mut draw = |from: f64, to: f64, dash: &[f64]| {
        if to - from > 0.005 {
            let mut line = stroke(colors.ink_3, LINE);
            line.dash = dash.to_vec();
            let across = Outline::Line(point(from, y), point(to, y));
            page.out.shape(across, None, Some(line));
        }
    };
    for (from, to, dash) in broken {
        draw(x, from, &[]);
        draw(from, to, &dash);
        x = to;
    }
    draw(x, end, &[]);
}

/// The mark of a touchpoint on the axis, when it is, and the waiting after it.
fn draw_touchpoint(page: &mut Page, at: usize, block: Block, line: f64, text: f64) {
    let context = page.context;
    let column = &page.grid.columns[at];
    let (x, center, stage) = (column.x, column.center(), column.stage);
    let Some(touchpoint) = column.touchpoint else {
        return;
    };
    open_cell(page, Spot::Touchpoint(touchpoint));
    let at_value = context.map.touchpoints[touchpoint].at.as_ref();
    if let Some(value) = at_value.and_then(|at| at.value) {
        page.out.hook(Hook::Time, value.to_string());
    }
    let fill = Paint::Solid(context.theme.colors.card);
    let edge = stroke(Bar::color(context, stage), 2.0);
    let mark = Outline::Circle(point(center, line), MARK);
    page.out.shape(mark, Some(fill), Some(edge));
    block.place(&mut page.out, x + INSET, text);
    let gap = page.grid.gaps.iter().find(|gap| gap.column == at);
    if let Some((x, width, length)) = gap.map(|gap| (gap.x, gap.width, gap.length.clone())) {
        let said = filled(context.word(Word::Waiting), &[("length", &length)]);
        page.out.open(Role::Region).name(said);
        let words = context.wrap(&length, &context.type_.label, width);
        let ink = context.readable_on_page(context.theme.colors.ink_3);
        let mut block = Block::new(width);
        block.paragraph(0.0, 0.0, width, &words, ink, Align::Center);
        block.place(&mut page.out, x, text);
        page.out.close();
    }
    page.out.close();
}
