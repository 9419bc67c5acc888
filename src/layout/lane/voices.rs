//! Words of the customer: thoughts and quotes, in italics.

use super::cells;
use crate::check::{Cell, Lane, PersonaIx, Voice};
use crate::color::Color;
use crate::layout::block::Block;
use crate::layout::card::{flow, inline};
use crate::layout::page::{Context, Page, READABLE};
use crate::layout::reference::{self, Claim};

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let voices: fn(&Cell) -> &[Voice] = if &*lane.id == "quotes" {
        |cell| &cell.quotes
    } else {
        |cell| &cell.thoughts
    };
    cells(page, lane, y, &|context, cell, width| {
        voices(cell)
            .iter()
            .map(|voice| block(context, voice, width))
            .collect()
    })
}

fn block(context: &Context, voice: &Voice, width: f64) -> Block {
    let mut block = Block::new(width);
    let lines = reference::wrap(context, &voice.evidence, width, |width| {
        context.wrap_voice(&voice.text.text, width)
    });
    let colors = &context.theme.colors;
    let claim = Claim {
        text: &lines,
        x: 0.0,
        y: 0.0,
        width,
        ink: colors.ink_2,
        quiet: colors.ink_3,
    };
    let below = claim.set(context, &mut block, &voice.evidence);
    let who = who(context, &voice.personas, width, colors.paper);
    if !who.is_empty() {
        block.put(0.0, below + 1.0, flow(who, width, 8.0));
    }
    block
}

/// The names of the personas who are meant, each in its colour; none where the map has one persona.
pub(super) fn who(
    context: &Context,
    personas: &[PersonaIx],
    width: f64,
    ground: Color,
) -> Vec<Block> {
    if context.map.personas.len() < 2 {
        return Vec::new();
    }
    let name = |&persona: &PersonaIx| {
        let name = &context.map.personas[persona].name.text;
        inline(
            context,
            name,
            &context.type_.label,
            context.persona_color(persona).readable_on(ground, READABLE),
            width,
        )
    };
    personas.iter().map(name).collect()
}
