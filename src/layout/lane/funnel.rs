//! How many get where: a bar per stage that is measured, the conversion to the next one, the largest leak in words; and,
//! where the map says which part of the people goes which way, how many are to be expected.

use super::{ABOVE, BELOW, Spot, open_cell, open_row, over_borders};
use crate::check::{Figure, Lane, Map, StageIx, Word};
use crate::geom::{Rect, point};
use crate::insight::forecast::{forecast, has_shares};
use crate::insight::funnel::{Step, funnel};
use crate::insight::sentences::percentage;
use crate::layout::block::{Align, Block, middle};
use crate::layout::card::{flow, pill};
use crate::layout::grid::INSET;
use crate::layout::page::{Context, Page, READABLE};
use crate::layout::shapes::stroke;
use crate::scene::{Outline, Paint, Role};
use crate::theme::Tint;

/// Height of the highest bar, in points.
const HIGHEST: f64 = 62.0;
/// Part of a stage's width that the bar of what was measured has where another stands beside it.
const MEASURED: f64 = 0.62;
/// A part that differs from everybody by less is everybody.
const NOTHING: f64 = 1e-9;
/// Width of the edge on a bar, and space between a bar and its number, in points.
const EDGE: f64 = 2.4;
const OVER: f64 = 3.0;
/// Space between the base line and the conversions, in points.
const UNDER: f64 = 7.0;
/// Space between the legend and the number of the tallest bar, in points.
const UNDER_LEGEND: f64 = 12.0;
/// Width and height of a sample in the legend, and space between two entries, in points.
const SAMPLE: (f64, f64) = (14.0, 8.0);
const LEGEND_GAP: f64 = 16.0;

/// What is known of a stage: the bars with their numbers.
struct Measured<'m> {
    stage: StageIx,
    volume: &'m Figure,
    number: Block,
    expected: Option<(f64, Block)>,
}

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let context = page.context;
    let expected = expected(context.map);
    let stages = measured(page, &expected);
    let funnel = funnel(context.map);
    let steps = funnel.as_ref().map_or(&[][..], |funnel| &funnel.steps);
    let leak = funnel.as_ref().and_then(|funnel| funnel.leak);
    let legend = (stages.iter().any(|stage| stage.expected.is_some())).then(|| legend(page));
    let highest = highest(context.map, &expected);
    let scale = if highest > 0.0 {
        HIGHEST / highest
    } else {
        0.0
    };
    let numbers = stages.iter().fold(0.0f64, |height, stage| {
        let expected = stage
            .expected
            .as_ref()
            .map_or(0.0, |(_, block)| block.height);
        height.max(stage.number.height).max(expected)
    });
    let steps = steps.iter().enumerate();
    let pills: Vec<(&Step, bool, Block)> = steps
        .filter(|(_, step)| page.grid.begins(step.from))
        .map(|(at, step)| (step, leak == Some(at)))
        .map(|(step, leak)| (step, leak, conversion(page, step, leak)))
        .collect();
    let below = pills
        .iter()
        .fold(0.0f64, |height, (.., pill)| height.max(pill.height + UNDER));
    let top = ABOVE
        + legend
            .as_ref()
            .map_or(0.0, |legend| legend.height + UNDER_LEGEND);
    let base = top + numbers + OVER + HIGHEST;
    let height = open_row(page, lane, y, base + below + BELOW);
    page.out.open(Role::Decoration);
    if let Some(legend) = legend {
        over_borders(page, page.grid.start() + 8.0, y + ABOVE, legend);
    }
    let base = y + base;
    let line = Outline::Line(point(page.grid.start(), base), point(page.grid.end(), base));
    let ink = stroke(context.theme.colors.ink_3, 0.75);
    page.out.shape(line, None, Some(ink));
    page.out.close();
    let mut pills = pills.into_iter().peekable();
    for stage in stages {
        let at = stage.stage;
        open_cell(page, Spot::Stage(at));
        bars(page, stage, base, scale);
        while let Some((step, leak, pill)) = pills.next_if(|(step, ..)| step.from == at) {
            page.out
                .open(Role::Figure)
                .name(step_name(context, step, leak));
            let (from, to) = between(page, step);
            let x = (from + to - pill.width) / 2.0;
            pill.place(&mut page.out, x, base + UNDER);
            page.out.close();
        }
        page.out.close();
    }
    page.out.close();
    y + height
}

/// The stages that have a volume, with their numbers set.
fn measured<'m>(page: &Page<'m, '_>, expected: &[Option<f64>]) -> Vec<Measured<'m>> {
    let context = page.context;
    let (map, colors) = (context.map, &context.theme.colors);
    let stages = map.stages.iter().enumerate();
    let known = stages.filter_map(|(stage, data)| {
        let volume = data.volume.as_ref()?;
        if !page.grid.begins(stage) {
            return None;
        }
        let expected = expected.get(stage).copied().flatten();
        let (first, second) = places(page, stage, expected.is_some());
        let set = |text: &str, style, width, color| {
            let lines = context.wrap(text, style, width);
            let mut block = Block::new(width);
            block.paragraph(0.0, 0.0, width, &lines, color, Align::Start);
            block
        };
        Some(Measured {
            stage,
            volume,
            number: set(&volume.text, &context.type_.name, first.1, colors.ink),
            expected: expected.map(|value| {
                let text = about(value);
                let style = &context.type_.caption;
                (value, set(&text, style, second.1, colors.ink_2))
            }),
        })
    });
    known.collect()
}

/// For each stage how many are to be expected there: the people at the first measured stage, times the chance of ever
/// getting to the stage for each who gets to that one. Empty where no way has a share, or the ways have no end; nothing at
/// stages that everybody reaches, since no share stands before them.
fn expected(map: &Map) -> Vec<Option<f64>> {
    let first = map
        .stages
        .iter()
        .enumerate()
        .find_map(|(at, stage)| Some((at, stage.volume.as_ref()?.value)));
    let (Some((first, people)), true) = (first, has_shares(map)) else {
        return Vec::new();
    };
    let Ok(forecast) = forecast(map) else {
        return Vec::new();
    };
    let Some(Some(start)) = forecast.stages.get(first).copied() else {
        return Vec::new();
    };
    let value = |(at, reach): (StageIx, &Option<f64>)| {
        let part = (*reach)? / start;
        (at > first && start > 0.0 && (part - 1.0).abs() > NOTHING).then_some(people * part)
    };
    forecast.stages.iter().enumerate().map(value).collect()
}

/// The largest number of people at any stage that is measured, those expected there as well.
fn highest(map: &Map, expected: &[Option<f64>]) -> f64 {
    let stages = map.stages.iter().enumerate();
    let numbers = stages.filter_map(|(at, stage)| {
        let expected = expected.get(at).copied().flatten().unwrap_or(0.0);
        Some(stage.volume.as_ref()?.value.max(expected))
    });
    numbers.fold(0.0, f64::max)
}

/// A number that was computed: whole, or with one decimal beneath ten.
fn about(value: f64) -> String {
    let rounded = if value < 10.0 {
        (value * 10.0).round() / 10.0
    } else {
        value.round()
    };
    format!("≈\u{a0}{rounded}")
}

/// Where a stage's bars stand: start and width of the one measured, and of the one expected.
fn places(page: &Page, stage: StageIx, both: bool) -> ((f64, f64), (f64, f64)) {
    let (x, width) = page.grid.stage(stage);
    let (x, width) = (x + INSET, width - 2.0 * INSET);
    if !both {
        return ((x, width), (x, width));
    }
    let first = (width - INSET) * MEASURED;
    let second = width - INSET - first;
    ((x, first), (x + first + INSET, second))
}

/// The bars of a stage, each a figure, from a base line up.
fn bars(page: &mut Page, stage: Measured, base: f64, scale: f64) {
    let context = page.context;
    let (colors, data) = (&context.theme.colors, &context.map.stages[stage.stage]);
    let (first, second) = places(page, stage.stage, stage.expected.is_some());
    let tall = stage.volume.value * scale;
    page.out
        .open(Role::Figure)
        .name(format!("{}: {}", data.name.text, stage.volume.text));
    bar(page, first, base, tall);
    let edge = stroke(
        context
            .theme
            .stage(data.place)
            .readable_on(colors.paper, 3.0),
        EDGE,
    );
    let (left, right) = (
        point(first.0, base - tall),
        point(first.0 + first.1, base - tall),
    );
    page.out.shape(Outline::Line(left, right), None, Some(edge));
    let y = base - tall - OVER - stage.number.height;
    stage.number.place(&mut page.out, first.0, y);
    page.out.close();
    let Some((value, number)) = stage.expected else {
        return;
    };
    let word = context.word(Word::Expected);
    page.out
        .open(Role::Figure)
        .name(format!("{}: {} {word}", data.name.text, about(value)));
    let tall = value * scale;
    let outline = Rect::new(second.0, base - tall, second.1, tall);
    page.out
        .shape(Outline::Rect(outline, 0.0), None, Some(dashed(page)));
    let y = base - tall - OVER - number.height;
    number.place(&mut page.out, second.0, y);
    page.out.close();
}

fn bar(page: &mut Page, (x, width): (f64, f64), base: f64, tall: f64) {
    let fill = Paint::Solid(page.context.theme.colors.hairline);
    let bar = Rect::new(x, base - tall, width, tall);
    page.out.shape(Outline::Rect(bar, 0.0), Some(fill), None);
}

fn dashed(page: &Page) -> crate::scene::Stroke {
    let mut line = stroke(page.context.theme.colors.ink_3, 1.0);
    line.dash = vec![3.5, 2.5];
    line
}

/// What the two kinds of bars are.
fn legend(page: &Page) -> Block {
    let context = page.context;
    let colors = &context.theme.colors;
    let entry = |word, filled: bool| {
        let words = context.wrap(context.word(word), &context.type_.caption, 300.0);
        let start = SAMPLE.0 + 5.0;
        let mut block = Block::new(start + words.width);
        let top = middle(&words) - SAMPLE.1 / 2.0;
        let sample = Outline::Rect(Rect::new(0.0, top, SAMPLE.0, SAMPLE.1), 0.0);
        if filled {
            block.fill(sample, colors.hairline);
            let edge = Outline::Line(point(0.0, top), point(SAMPLE.0, top));
            block.shape(edge, None, Some(stroke(colors.ink_3, EDGE)));
        } else {
            block.shape(sample, None, Some(dashed(page)));
        }
        block.paragraph(start, 0.0, words.width, &words, colors.ink_3, Align::Start);
        block
    };
    let entries = vec![entry(Word::Measured, true), entry(Word::Expected, false)];
    let width = page.grid.end() - page.grid.start() - 16.0;
    let taken: f64 = entries.iter().map(|entry| entry.width + LEGEND_GAP).sum();
    let mut legend = flow(entries, width, LEGEND_GAP);
    legend.width = taken.min(width);
    legend
}

/// Between the middles of two stages: where the conversion from one to the other may stand.
fn between(page: &Page, step: &Step) -> (f64, f64) {
    let center = |stage| {
        let (x, width) = page.grid.stage(stage);
        x + width / 2.0
    };
    if !page.grid.shown().contains(&step.to) {
        return (center(step.from), page.grid.end());
    }
    // About the border between the two, where they are neighbours.
    let (from, to) = (center(step.from), center(step.to));
    let (border, _) = page.grid.stage(step.from + 1);
    if step.to != step.from + 1 {
        return (from, to);
    }
    let half = (border - from).min(to - border);
    (border - half, border + half)
}

/// The conversion as a pill; the largest leak says so.
fn conversion(page: &Page, step: &Step, leak: bool) -> Block {
    let context = page.context;
    let colors = &context.theme.colors;
    let tint = if leak {
        colors.below
    } else {
        Tint {
            fill: colors.card,
            edge: colors.ink_3,
            text: colors.ink_2.readable_on(colors.card, READABLE),
        }
    };
    let (from, to) = between(page, step);
    let widest = to - from - INSET;
    pill(context, tint, &said(context, step, leak), widest)
}

fn said(context: &Context, step: &Step, leak: bool) -> String {
    let share = step.conversion.map_or_else(|| "–".to_owned(), percentage);
    let arrow = context.arrow();
    match leak {
        true => format!("{arrow} {share} · {}", context.word(Word::LargestLeak)),
        false => format!("{arrow} {share}"),
    }
}

fn step_name(context: &Context, step: &Step, leak: bool) -> String {
    let name = |stage: StageIx| &*context.map.stages[stage].name.text;
    let share = said(context, step, leak);
    format!("{} {share}: {}", name(step.from), name(step.to))
}
