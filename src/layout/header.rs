//! The lens at the top: title, scenario, goals, scope, owner, and a card per persona.

use super::block::{Align, Block};
use super::card::{flow, labelled};
use super::page::{Context, MARGIN, Page};
use super::persona;
use crate::check::{Kind, State, Word};
use crate::scene::Role;

/// Space between cards, and between the title and the cards, in points.
const GAP: f64 = 16.0;
/// Widths of a persona's card, in points: at least, and at most.
const CARD: (f64, f64) = (250.0, 390.0);
/// The title block is at least so wide where cards stand beside it, in points.
const TITLE: f64 = 430.0;

/// The header of a long map keeps together at the start of the page, in points.
const WIDEST: f64 = 2400.0;

/// Draws the header from `y` down; returns the y below it.
pub(crate) fn draw(page: &mut Page, y: f64) -> f64 {
    let context = page.context;
    let width = (page.grid.page - 2.0 * MARGIN).min(WIDEST);
    let count = context.map.personas.len() as f64;
    let room = width - TITLE.max(width * 0.36) - 2.0 * GAP;
    let beside = ((room + GAP) / count - GAP).min(CARD.1);
    page.out
        .open(Role::Region)
        .name(&*context.map.title.text)
        .span(context.map.title.span);
    let below = if beside >= CARD.0 {
        let count = context.map.personas.len();
        let x = MARGIN + width - persona::row_width(count, beside);
        let title = title(context, (x - MARGIN - 2.0 * GAP).min(900.0));
        let height = title.height;
        title.place(&mut page.out, MARGIN, y);
        y + height.max(persona::row(page, beside, 0..count, x, y))
    } else {
        let title = title(context, width.min(900.0));
        let mut below = y + title.height + GAP;
        title.place(&mut page.out, MARGIN, y);
        let in_row =
            (((width + GAP) / (CARD.0 + GAP)) as usize).clamp(1, context.map.personas.len());
        // Rows of equal length: five cards where four fit stand three and two.
        let rows = context.map.personas.len().div_ceil(in_row);
        let in_row = context.map.personas.len().div_ceil(rows);
        let each = ((width + GAP) / in_row as f64 - GAP).min(CARD.1);
        let count = context.map.personas.len();
        for first in (0..count).step_by(in_row) {
            let row = first..count.min(first + in_row);
            below += persona::row(page, each, row, MARGIN, below) + GAP;
        }
        below - GAP
    };
    page.out.close();
    below
}

/// Kicker, title, scenario, and what the mapping is for.
fn title(context: &Context, width: f64) -> Block {
    let map = context.map;
    let colors = &context.theme.colors;
    let t = &context.type_;
    let mut block = Block::new(width);
    let kicker = context.wrap(&kicker(context), &t.kicker, width);
    block.open(Role::Paragraph, None);
    let y = block.paragraph(0.0, 0.0, width, &kicker, colors.ink_3, Align::Start);
    block.close();
    let title = context.wrap(&map.title.text, &t.title, width);
    block.open(Role::Heading(1), Some(map.title.text.to_string()));
    let mut y = block.paragraph(0.0, y + 5.0, width, &title, colors.ink, Align::Start);
    block.close();
    if let Some(scenario) = &map.scenario {
        let lines = context.wrap(&scenario.text, &t.lede, width.min(640.0));
        block.open(Role::Paragraph, None);
        y = block.paragraph(0.0, y + 6.0, width, &lines, colors.ink_2, Align::Start);
        block.close();
    }
    let facts = facts(context);
    if !facts.is_empty() {
        let facts = facts
            .into_iter()
            .map(|(label, text)| fact(context, &label, &text, width))
            .collect();
        y = block.put(0.0, y + 11.0, flow(facts, width, 12.0));
    }
    block.reach(y);
    block
}

/// Kind of map, state, and how many personas and touchpoints.
fn kicker(context: &Context) -> String {
    let map = context.map;
    let mut parts = vec![match map.kind {
        Kind::Journey => context.word(Word::JourneyMap).to_string(),
        Kind::Blueprint => context.word(Word::Blueprint).to_string(),
    }];
    parts.extend(map.state.map(|state| {
        context
            .word(match state {
                State::Current => Word::Current,
                State::Future => Word::Future,
                State::Hypothesis => Word::Hypothesis,
            })
            .to_string()
    }));
    let counted = |count: usize, one: Word, many: Word| {
        format!(
            "{count} {}",
            context.word(if count == 1 { one } else { many })
        )
    };
    parts.push(counted(map.personas.len(), Word::Persona, Word::Personas));
    parts.push(counted(
        map.touchpoints.len(),
        Word::Touchpoint,
        Word::TouchpointsCounted,
    ));
    parts.join(" · ").to_uppercase()
}

/// Goals, scope, owner, stakeholders: a label and a text each.
fn facts(context: &Context) -> Vec<(String, String)> {
    let map = context.map;
    let mut facts = Vec::new();
    let mut fact = |word: Word, text: String| facts.push((context.word(word).to_string(), text));
    let goals: Vec<&str> = map.goals.iter().map(|goal| &*goal.text.text).collect();
    match goals.len() {
        0 => {}
        1 => fact(Word::Goal, goals[0].to_string()),
        _ => fact(Word::ProjectGoals, goals.join(" · ")),
    }
    if let Some(scope) = &map.scope {
        let arrow = context.arrow();
        let ends = [&scope.from, &scope.to].map(|end| end.as_ref().map_or("…", |end| &*end.text));
        fact(Word::Scope, format!("{} {arrow} {}", ends[0], ends[1]));
    }
    if let Some(owner) = &map.owner {
        fact(Word::Owner, owner.text.to_string());
    }
    if !map.stakeholders.is_empty() {
        let who = |who: &crate::check::Stakeholder| {
            let more: Vec<&str> = who
                .role
                .iter()
                .chain(&who.department)
                .map(|text| &*text.text)
                .collect();
            if more.is_empty() {
                who.name.text.to_string()
            } else {
                format!("{} ({})", who.name.text, more.join(", "))
            }
        };
        fact(
            Word::Stakeholders,
            map.stakeholders
                .iter()
                .map(who)
                .collect::<Vec<_>>()
                .join(", "),
        );
    }
    facts
}

/// A label and its text, as a paragraph.
fn fact(context: &Context, label: &str, text: &str, width: f64) -> Block {
    let colors = &context.theme.colors;
    let pair = labelled(
        context,
        (label, colors.ink),
        (text, colors.ink_3),
        5.0,
        width,
    );
    let mut block = Block::new(pair.width);
    block.open(Role::Paragraph, None);
    block.put(0.0, 0.0, pair);
    block.close();
    block
}
