//! The legend above the plot: whose curve is which, and how an assumption looks.

use crate::check::Word;
use crate::color::Color;
use crate::insight::claims::{Kind, claims, is_supported};
use crate::layout::block::{Align, Block, middle};
use crate::layout::card::flow;
use crate::layout::marker;
use crate::layout::page::{Context, Page};

/// Space between a sample and its name, and between entries, in points.
const GAPS: (f64, f64) = (6.0, 18.0);
/// A name is at most so wide, in points.
const WIDEST: f64 = 300.0;

/// One entry per persona, and one for what is assumed where a score is.
pub(super) fn block(page: &Page) -> Block {
    let context = page.context;
    let map = context.map;
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
        let (word, ink) = (context.word(Word::Assumed), context.theme.colors.ink_3);
        entries.push(entry(context, word, ink, |height| {
            marker::assumed_sample(context, height)
        }));
    }
    flow(entries, page.grid.end() - page.grid.start() - 16.0, GAPS.1)
}

/// Whether the map has a ledger, and a score that nothing in it supports.
fn some_assumed(context: &Context) -> bool {
    let map = context.map;
    let unsupported = |sources: &[usize]| !is_supported(map, sources);
    !map.evidence.is_empty()
        && claims(map)
            .iter()
            .any(|claim| claim.kind == Kind::Score && unsupported(&claim.sources))
}

/// A piece of curve, and beside it what it is.
fn entry(context: &Context, name: &str, ink: Color, sample: impl Fn(f64) -> Block) -> Block {
    let name = context.wrap(name, &context.type_.label, WIDEST);
    let start = marker::SAMPLE + GAPS.0;
    let mut block = Block::new(start + name.width);
    block.put(0.0, 0.0, sample(2.0 * middle(&name)));
    block.paragraph(start, 0.0, name.width, &name, ink, Align::Start);
    block
}
