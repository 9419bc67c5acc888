//! The legend above the plot: whose curve is which, and how an assumption looks.

use super::ghost::look;
use super::ties::{TIE, amount, least};
use crate::check::{Feeling, Word};
use crate::color::Color;
use crate::geom::point;
use crate::insight::claims::is_assumed;
use crate::layout::block::{Align, Block, middle};
use crate::layout::card::{flow, inline, stack};
use crate::layout::marker;
use crate::layout::page::{Context, Page, READABLE};
use crate::layout::shapes::stroke;
use crate::scene::Outline;

/// Space between a sample and its name, and between entries, in points.
const GAPS: (f64, f64) = (6.0, 18.0);
/// A name is at most so wide, in points.
const WIDEST: f64 = 300.0;

/// One entry per persona, and one for what is assumed where a score is. Where two maps are compared, a line for each of
/// them, which begins with its name.
pub(super) fn block(page: &Page) -> Block {
    let context = page.context;
    let map = context.map;
    let colors = &context.theme.colors;
    let mut entries: Vec<Block> = (0..map.personas.len())
        .map(|persona| {
            let name = &map.personas[persona].name.text;
            let ink = context.persona_ink(persona);
            entry(context, name, ink, |height| {
                marker::sample(context, persona, height)
            })
        })
        .collect();
    if some_assumed(context) {
        let word = context.word(Word::Assumed);
        entries.push(entry(context, word, colors.ink_3, |height| {
            marker::assumed_sample(context, height)
        }));
    }
    let width = page.grid.end() - page.grid.start() - 16.0;
    let Some(with) = &context.with else {
        return flow(entries, width, GAPS.1);
    };
    let [one, other] = with.names();
    let name = |name: &str| inline(context, name, &context.type_.label, colors.ink, width * 0.6);
    let [mut one, other] = [&one, &other].map(|text| name(text));
    let mut title = Block::new(one.width.max(other.width));
    one.width = title.width;
    title.open_other(&with.second.title);
    title.put(0.0, 0.0, other);
    title.close();
    entries.insert(0, one);
    let mut others = vec![title];
    others.extend((0..with.second.personas.len()).map(|persona| {
        let (shape, color) = look(context, with, persona);
        let written = &with.second.personas[persona].name;
        let ink = context.readable(color);
        let named = entry(context, &written.text, ink, |height| {
            marker::second_sample(context, shape, color, height)
        });
        let mut block = Block::new(named.width);
        block.open_other(written);
        block.put(0.0, 0.0, named);
        block.close();
        block
    }));
    let least = amount(&map.scale, least(&map.scale));
    let word = context.word(Word::Difference).replace("{amount}", &least);
    others.push(entry(context, &word, colors.ink_3, |height| {
        tie(context, height)
    }));
    stack(
        vec![flow(entries, width, GAPS.1), flow(others, width, GAPS.1)],
        width,
        2.0,
    )
}

/// An upright line as between two scores that differ.
fn tie(context: &Context, height: f64) -> Block {
    let mut block = Block::new(TIE);
    let x = TIE / 2.0;
    let outline = Outline::Line(point(x, 0.0), point(x, height));
    let line = stroke(context.theme.colors.ink_3, TIE);
    block.shape(outline, None, Some(line));
    block.reach(height);
    block
}

/// Whether the map has a ledger, and a score that nothing in it supports.
fn some_assumed(context: &Context) -> bool {
    let map = context.map;
    map.cells().any(|cell| {
        let mut feelings = cell.emotions.iter().flat_map(|emotion| &emotion.feelings);
        feelings.any(|feeling| match feeling {
            Feeling::Score(score) => is_assumed(map, score, cell),
            Feeling::Unknown(_) => false,
        })
    })
}

/// A piece of curve, and beside it what it is.
fn entry(context: &Context, name: &str, ink: Color, sample: impl Fn(f64) -> Block) -> Block {
    let name = context.wrap(name, &context.type_.label, WIDEST);
    // The borders of stages run behind the names.
    let ink = ink.readable_on(context.theme.colors.hairline, READABLE);
    let sample = sample(2.0 * middle(&name));
    let start = sample.width + GAPS.0;
    let mut block = Block::new(start + name.width);
    block.put(0.0, 0.0, sample);
    block.paragraph(start, 0.0, name.width, &name, ink, Align::Start);
    block
}
