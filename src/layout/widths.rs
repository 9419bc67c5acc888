//! How wide a column, a stage and the gutter have to be for their words.

use super::grid::INSET;
use super::lane::PADDING;
use super::page::Context;
use crate::check::{Cell, LaneContent, LaneShape, StageIx, TouchpointIx};
use crate::text::Style;

/// No column grows beyond this multiple of the theme's column for the sake of a long word or text.
const WIDEST: f64 = 1.8;
/// A text that would run over more lines than this asks for a wider column.
const MANY_LINES: f64 = 10.0;

/// Width that a column's words ask for, in points.
pub(crate) fn column(context: &Context, stage: StageIx, touchpoint: Option<TouchpointIx>) -> f64 {
    let least = context.theme.sizes.column;
    let t = &context.type_;
    let inner = |text: &str, style: &Style| {
        let padding = 2.0 * (INSET + PADDING);
        // A rough count of lines suffices to choose a width, and costs no wrapping.
        let room = least - padding;
        let (line, word) = context.shaper.width_and_word(text, style, room);
        let lines = line / room;
        let volume = if lines > MANY_LINES {
            least * libm::sqrt(lines / MANY_LINES)
        } else {
            0.0
        };
        (word + padding + 1.0).max(volume)
    };
    let mut width = least;
    let cell = match touchpoint {
        Some(ix) => {
            let touchpoint = &context.map.touchpoints[ix];
            width = width.max(inner(&touchpoint.name.text, &t.name));
            &touchpoint.cell
        }
        None => &context.map.stages[stage].cell,
    };
    texts(context, cell, |text| {
        width = width.max(inner(text, &t.body))
    });
    width.min(least * WIDEST)
}

fn texts(context: &Context, cell: &Cell, mut visit: impl FnMut(&str)) {
    let voices = cell.thoughts.iter().chain(&cell.quotes).chain(&cell.gains);
    voices.for_each(|voice| visit(&voice.text.text));
    cell.pain_points
        .iter()
        .for_each(|&pain| visit(&context.map.pain_points[pain].text.text));
    cell.opportunities
        .iter()
        .for_each(|opportunity| visit(&opportunity.text.text));
    let plain = cell
        .frontstage
        .iter()
        .chain(&cell.backstage)
        .chain(&cell.support)
        .chain(&cell.notes);
    plain
        .chain(cell.custom.iter().flat_map(|(_, texts)| texts))
        .for_each(|text| visit(&text.text));
}

/// Width that a stage's header asks for, in points.
pub(crate) fn stage(context: &Context, stage: StageIx) -> f64 {
    let name = &context.map.stages[stage].name.text;
    let word = context.shaper.longest_word(name, &context.type_.stage);
    let widest = context.theme.sizes.column * WIDEST;
    (word + super::lane::beside_name(context, stage) + 1.0).min(widest)
}

/// Width that the gutter's labels ask for, in points.
pub(crate) fn gutter(context: &Context) -> f64 {
    let map = context.map;
    let t = &context.type_;
    let mut width: f64 = 0.0;
    for name in super::lane::line_names(context) {
        width = width.max(context.shaper.width(name, &t.label) + 12.0);
    }
    for lane in &map.lanes {
        width = width.max(context.shaper.longest_word(&lane.title, &t.name) + 10.0);
        let LaneContent::Builtin(spec) = &lane.content else {
            continue;
        };
        let (names, room): (Vec<&str>, f64) = match spec.shape {
            LaneShape::Channels => (
                map.channels
                    .iter()
                    .map(|channel| &*channel.name.text)
                    .collect(),
                30.0,
            ),
            LaneShape::Emotion => (
                map.scale.labels.iter().map(|(_, label)| &**label).collect(),
                12.0,
            ),
            _ => continue,
        };
        for name in names {
            width = width.max(context.shaper.width(name, &t.caption) + room);
        }
    }
    width
}
