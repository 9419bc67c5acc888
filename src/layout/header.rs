//! The lens at the top: title, scenario, goals, scope, owner, a card per persona, and what to read first.

use super::block::{Align, Block, Last};
use super::card::{flow, labelled};
use super::page::{Context, MARGIN, Page};
use super::persona;
use super::reading::Reading;
use crate::check::{Kind, Word};
use crate::scene::Role;

/// Space between cards, and between the title and the cards, in points.
const GAP: f64 = 16.0;
/// Widths of a persona's card, in points: at least, and at most.
const CARD: (f64, f64) = (250.0, 390.0);
/// A persona's card is so wide, in points, before the card of what to read first gets more than its least width.
const COMFORTABLE: f64 = 270.0;
/// Widths of the card of what to read first, in points: at least, and at most.
const READING: (f64, f64) = (300.0, 400.0);
/// The title block is at least so wide where cards stand beside it, in points.
const TITLE: f64 = 430.0;
/// The title block, and a card under it, are at most so wide, in points.
const WIDEST_TITLE: f64 = 900.0;
/// The header of a long map keeps together at the start of the page, in points; of one that is less than so many times as
/// wide it ends where the map does.
const WIDEST: (f64, f64) = (2400.0, 1.25);

/// What to read first stands in a row with the personas while it is at most so many times as high as their cards.
const TALLER: f64 = 1.4;

/// Where the cards stand: the width of each persona's, and that of what to read first.
#[derive(Clone, Copy)]
enum Cards {
    /// All beside the title.
    Beside { each: f64, reading: f64 },
    /// The personas beside the title, what to read first under it or under them.
    Split { each: f64 },
    /// All under the title.
    Under,
}

/// What the header is made of, kept while it is found out where it has room.
struct Parts<'c, 'f> {
    context: &'c Context<'c, 'f>,
    reading: Option<Reading>,
    personas: Last<Vec<Block>>,
}

impl Parts<'_, '_> {
    /// What stands in the personas' cards, each so wide.
    fn personas(&self, width: f64) -> Vec<Block> {
        let make = || persona::contents(self.context, width);
        self.personas.of(width, make)
    }

    /// Whether what to read first is low enough to stand in a row with the personas.
    fn is_low(&self, reading: &Reading, width: f64, each: f64) -> bool {
        let tallest = persona::height(&self.personas(each));
        reading.card(self.context, width, 0.0).height <= TALLER * tallest
    }
}

/// Draws the header from `y` down; returns the y below it.
pub(crate) fn draw(page: &mut Page, y: f64) -> f64 {
    let context = page.context;
    let whole = page.grid.page - 2.0 * MARGIN;
    let width = match whole {
        long if long > WIDEST.0 * WIDEST.1 => WIDEST.0,
        whole => whole,
    };
    let parts = Parts {
        context,
        reading: Reading::of(context),
        personas: Last::new(),
    };
    page.out
        .open(Role::Region)
        .name(&*context.map.title.text)
        .span(context.map.title.span);
    let below = match cards(&parts, width) {
        Cards::Under => under(page, &parts, width, y),
        beside => self::beside(page, &parts, beside, width, y),
    };
    page.out.close();
    below
}

/// Where there is room for the cards.
fn cards(parts: &Parts, width: f64) -> Cards {
    let count = parts.context.map.personas.len() as f64;
    let each = |room: f64| ((room + GAP) / count - GAP).min(CARD.1);
    let room = width - TITLE.max(width * 0.36) - 2.0 * GAP;
    if let Some(card) = &parts.reading {
        let rest = room - count * (COMFORTABLE + GAP);
        let reading = rest.clamp(READING.0, READING.1);
        let each = each(room - reading - GAP);
        if each >= CARD.0 && parts.is_low(card, reading, each) {
            return Cards::Beside { each, reading };
        }
    }
    match each(room) {
        each if each < CARD.0 => Cards::Under,
        each if parts.reading.is_some() => Cards::Split { each },
        each => Cards::Beside { each, reading: 0.0 },
    }
}

/// The title with the personas beside it, and what to read first at their end or under one of the two.
fn beside(page: &mut Page, parts: &Parts, cards: Cards, width: f64, y: f64) -> f64 {
    let context = page.context;
    let count = context.map.personas.len();
    let (each, at_end) = match cards {
        Cards::Beside { each, reading } => (each, reading),
        Cards::Split { each } => (each, 0.0),
        Cards::Under => (CARD.0, 0.0),
    };
    let end = MARGIN + width;
    let personas = persona::row_width(count, each);
    let x = end - personas - if at_end > 0.0 { at_end + GAP } else { 0.0 };
    let title_width = (x - MARGIN - 2.0 * GAP).min(WIDEST_TITLE);
    let title = title(context, title_width);
    let left = y + title.height;
    title.place(&mut page.out, MARGIN, y);
    let reading = parts.reading.as_ref();
    let card = |width: f64, least: f64| reading.map(|reading| reading.card(context, width, least));
    let contents = parts.personas(each);
    if at_end > 0.0 {
        let least = card(at_end, 0.0).map_or(0.0, |card| card.height);
        let row = persona::row(page, each, 0..count, contents, least, x, y);
        if let Some(card) = card(at_end, row) {
            card.place(&mut page.out, end - at_end, y);
        }
        return left.max(y + row);
    }
    let right = y + persona::height(&contents);
    let (narrow, wide) = (card(title_width, 0.0), card(personas, 0.0));
    let below = |top: f64, card: &Option<Block>| {
        let height = card.as_ref().map_or(0.0, |card| GAP + card.height);
        top + height
    };
    // Under the shorter of the two, so that the header stays low.
    let under_title = below(left, &narrow).max(right);
    let under_cards = below(right, &wide).max(left);
    let (narrow, wide) = if under_title < under_cards {
        (narrow, None)
    } else {
        (None, wide)
    };
    if let Some(card) = narrow {
        card.place(&mut page.out, MARGIN, left + GAP);
    }
    persona::row(page, each, 0..count, contents, 0.0, x, y);
    if let Some(card) = wide {
        card.place(&mut page.out, x, right + GAP);
    }
    under_title.min(under_cards)
}

/// The title, and the cards in rows under it.
fn under(page: &mut Page, parts: &Parts, width: f64, y: f64) -> f64 {
    let context = page.context;
    let count = context.map.personas.len();
    let title = title(context, width.min(WIDEST_TITLE));
    let mut below = y + title.height + GAP;
    title.place(&mut page.out, MARGIN, y);
    let most = ((width + GAP) / (CARD.0 + GAP)) as usize;
    // Rows of equal length: five cards where four fit stand three and two.
    let rows = count.div_ceil(most.clamp(1, count));
    // What to read first takes the place that is left in the first or second row, else a row of its own before them.
    let free = most > count || (rows == 2 && count % 2 == 1);
    let shared = ((width + GAP) / (count + 1).div_ceil(rows) as f64 - GAP).min(CARD.1);
    let reading = parts.reading.as_ref();
    let last = reading.filter(|reading| free && parts.is_low(reading, shared, shared));
    let first = reading.filter(|_| last.is_none());
    let cards = count + usize::from(last.is_some());
    let in_row = cards.div_ceil(rows);
    let each = ((width + GAP) / in_row as f64 - GAP).min(CARD.1);
    if let Some(reading) = first {
        let card = reading.card(context, persona::row_width(in_row, each), 0.0);
        let height = card.height;
        card.place(&mut page.out, MARGIN, below);
        below += height + GAP;
    }
    let mut contents = parts.personas(each).into_iter();
    for start in (0..count).step_by(in_row) {
        let row = start..count.min(start + in_row);
        let reading = last.filter(|_| row.len() < in_row);
        let least = reading.map_or(0.0, |reading| reading.card(context, each, 0.0).height);
        let x = MARGIN + row.len() as f64 * (each + GAP);
        let contents = contents.by_ref().take(row.len()).collect();
        let height = persona::row(page, each, row, contents, least, MARGIN, below);
        if let Some(reading) = reading {
            let card = reading.card(context, each, height);
            card.place(&mut page.out, x, below);
        }
        below += height + GAP;
    }
    below - GAP
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
    parts.extend(
        map.state
            .map(|state| context.word(state.into()).to_string()),
    );
    let counted = |count: usize, one: Word, many: Word| {
        format!(
            "{count} {}",
            context.word(if count == 1 { one } else { many })
        )
    };
    parts.push(counted(map.personas.len(), Word::Persona, Word::Personas));
    // Where they are to be found yet, nobody knows how many there are.
    let mut lanes = map.lanes.iter();
    if !lanes.any(|lane| *lane.id == *"touchpoints" && lane.is_blank()) {
        let count = map.touchpoints.len();
        parts.push(counted(count, Word::Touchpoint, Word::TouchpointsCounted));
    }
    parts.join(" · ").to_uppercase()
}

/// Goals, scope, owner, stakeholders: a label and a text each.
fn facts(context: &Context) -> Vec<(String, String)> {
    let map = context.map;
    let mut facts = Vec::new();
    let mut fact = |word: Word, text: String| facts.push((context.word(word).to_string(), text));
    let goal = |goal: &crate::check::Goal| match goal.kpi.and_then(|kpi| map.kpis.get(kpi)) {
        Some(kpi) => format!("{} ({})", goal.text.text, kpi.name.text),
        None => goal.text.text.to_string(),
    };
    let goals: Vec<String> = map.goals.iter().map(goal).collect();
    match goals.len() {
        0 => {}
        1 => fact(Word::Goal, goals[0].clone()),
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
