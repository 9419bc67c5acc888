//! The persona cards.

use std::ops::Range;

use super::block::{Align, Block, middle};
use super::card::{labelled, plain};
use super::marker;
use super::page::{Context, Page, READABLE};
use super::picture;
use super::reference::{self, Claim};
use crate::check::{Persona, PersonaIx, Text, Word};
use crate::geom::{Rect, Step, point};
use crate::scene::{Outline, Role};

const PADDING: f64 = 15.0;
/// Height of the coloured band at a card's top, in points.
const BAND: f64 = 3.6;
/// Extent of the portrait, in points.
const PORTRAIT: f64 = 40.0;
/// Space between cards, in points.
const GAP: f64 = 16.0;
/// A list is at least so wide where two stand side by side, in points.
const LIST: f64 = 92.0;

/// Width of a number of cards side by side, in points.
pub(crate) fn row_width(count: usize, width: f64) -> f64 {
    count as f64 * (width + GAP) - GAP
}

/// What stands in the cards of all personas, each `width` wide.
pub(crate) fn contents(context: &Context, width: f64) -> Vec<Block> {
    let personas = 0..context.map.personas.len();
    personas
        .map(|persona| content(context, persona, width))
        .collect()
}

/// Height of the tallest card.
pub(crate) fn height(contents: &[Block]) -> f64 {
    contents.iter().map(|card| card.height).fold(0.0, f64::max)
}

/// Draws the cards of some personas, of equal height and side by side, each `width` wide and at least so high; returns their height.
pub(crate) fn row(
    page: &mut Page,
    width: f64,
    personas: Range<PersonaIx>,
    contents: Vec<Block>,
    least: f64,
    x: f64,
    y: f64,
) -> f64 {
    let context = page.context;
    let tallest = contents
        .iter()
        .fold(least, |height, card| height.max(card.height));
    for (position, (persona, content)) in personas.zip(contents).enumerate() {
        let data = &context.map.personas[persona];
        let mut card = plain(context, content, tallest, false);
        card.fill(
            band(width, context.theme.sizes.radius),
            context.persona_color(persona),
        );
        page.out
            .open(Role::Region)
            .name(&*data.name.text)
            .span(data.span);
        card.place(&mut page.out, x + position as f64 * (width + GAP), y);
        page.out.close();
    }
    tallest
}

/// The band at the top of a card, its upper corners round as the card's.
fn band(width: f64, radius: f64) -> Outline {
    let r = radius.max(BAND);
    // The arc of the corner down to the band's lower edge, as one flat cubic.
    let inset = r - libm::sqrt(r * r - (r - BAND) * (r - BAND));
    Outline::Path(vec![
        Step::Move(point(inset, BAND)),
        Step::Curve(
            point(inset + 0.28 * r, 0.9),
            point(0.6 * r, 0.0),
            point(r, 0.0),
        ),
        Step::Line(point(width - r, 0.0)),
        Step::Curve(
            point(width - 0.6 * r, 0.0),
            point(width - inset - 0.28 * r, 0.9),
            point(width - inset, BAND),
        ),
        Step::Close,
    ])
}

fn content(context: &Context, ix: PersonaIx, width: f64) -> Block {
    let persona = &context.map.personas[ix];
    let colors = &context.theme.colors;
    let t = &context.type_;
    let inner = width - 2.0 * PADDING;
    let mut block = Block::new(width);
    portrait(context, &mut block, persona, ix);
    let x = PADDING + PORTRAIT + 11.0;
    let room = inner - PORTRAIT - 11.0;
    // The sample of the curve stands at the end of the name's first line.
    let name = context.wrap(&persona.name.text, &t.persona, room - marker::SAMPLE - 8.0);
    let sample = marker::sample(context, ix, 2.0 * middle(&name));
    block.open(Role::Heading(2), Some(persona.name.text.to_string()));
    let mut y = block.paragraph(x, 17.0, room, &name, colors.ink, Align::Start);
    block.close();
    block.put(width - PADDING - sample.width, 17.0, sample);
    let role = persona.role.as_ref().map_or("", |role| &role.text);
    if !role.is_empty() || !persona.evidence.is_empty() {
        let claim = Claim {
            text: &reference::wrap(context, &persona.evidence, room, |width| {
                context.wrap(role, &t.caption, width)
            }),
            x,
            y: y + 1.0,
            width: room,
            ink: colors.ink_3,
            quiet: colors.ink_3,
        };
        y = claim.set(context, &mut block, &persona.evidence);
    }
    y = y.max(17.0 + PORTRAIT) + 9.0;
    if let Some(quote) = &persona.quote {
        let lines = context.wrap_voice(&quote.text, inner);
        y = block.paragraph(PADDING, y, inner, &lines, colors.ink_2, Align::Start) + 7.0;
    }
    let facts = &persona.facts;
    for (label, text) in facts {
        let fact = labelled(
            context,
            (&label.text, colors.ink_2),
            (&text.text, colors.ink_3),
            5.0,
            inner,
        );
        y = block.put(PADDING, y, fact);
    }
    if !facts.is_empty() {
        y += 6.0;
    }
    y = lists(context, &mut block, persona, y, inner);
    block.reach(y + PADDING - 6.0);
    block
}

/// Goals, needs and pain points, side by side where they fit.
fn lists(context: &Context, block: &mut Block, persona: &Persona, y: f64, inner: f64) -> f64 {
    let lists: Vec<(Word, &[Text])> = [
        (Word::Goals, &persona.goals),
        (Word::Needs, &persona.needs),
        (Word::PainPoints, &persona.pain_points),
    ]
    .into_iter()
    .filter(|(_, items)| !items.is_empty())
    .map(|(word, items)| (word, items.as_slice()))
    .collect();
    let in_row = (((inner + 12.0) / (LIST + 12.0)) as usize).clamp(1, lists.len().max(1));
    let each = (inner + 12.0) / in_row as f64 - 12.0;
    let mut y = y;
    for row in lists.chunks(in_row) {
        let mut below = y;
        for (position, (word, items)) in row.iter().enumerate() {
            let x = PADDING + position as f64 * (each + 12.0);
            below = below.max(list(context, block, x, y, each, context.word(*word), items));
        }
        y = below + 5.0;
    }
    y
}

fn list(
    context: &Context,
    block: &mut Block,
    x: f64,
    y: f64,
    width: f64,
    title: &str,
    items: &[Text],
) -> f64 {
    let colors = &context.theme.colors;
    let t = &context.type_;
    let title_lines = context.wrap(title, &t.label, width);
    let mut y = block.paragraph(x, y, width, &title_lines, colors.ink, Align::Start) + 1.0;
    block.open(Role::List, Some(title.to_string()));
    for item in items {
        block.open(Role::Item, None);
        let lines = context.wrap(&item.text, &t.caption, width - 8.0);
        block.fill(
            Outline::Circle(point(x + 1.8, y + middle(&lines)), 1.1),
            colors.ink_3,
        );
        y = block.paragraph(x + 8.0, y, width - 8.0, &lines, colors.ink_3, Align::Start);
        block.close();
    }
    block.close();
    y
}

/// The picture, or the initials on the persona's colour.
fn portrait(context: &Context, block: &mut Block, persona: &Persona, ix: PersonaIx) {
    let place = Rect::new(PADDING, 17.0, PORTRAIT, PORTRAIT);
    if let Some(asset) = &persona.image {
        return block.image(picture::image(
            asset,
            place,
            PORTRAIT / 2.0,
            &persona.name.text,
        ));
    }
    let color = context.persona_color(ix);
    block.fill(
        Outline::Circle(
            point(PADDING + PORTRAIT / 2.0, 17.0 + PORTRAIT / 2.0),
            PORTRAIT / 2.0,
        ),
        color,
    );
    let initials = initials(&persona.name.text);
    let style = crate::text::Style {
        size: 12.5,
        ..context.type_.persona
    };
    let lines = context.wrap(&initials, &style, PORTRAIT);
    let ink = context
        .theme
        .colors
        .persona_text
        .readable_on(color, READABLE);
    let top = 17.0 + (PORTRAIT - lines.height) / 2.0;
    block.paragraph(PADDING, top, PORTRAIT, &lines, ink, Align::Center);
}

/// The first letters of the first and the last word of a name; one letter in scripts without capitals.
fn initials(name: &str) -> String {
    let letter = |word: &str| word.chars().find(|c| c.is_alphanumeric());
    let mut letters: Vec<char> = name.split_whitespace().filter_map(letter).collect();
    if letters
        .iter()
        .any(|letter| !letter.is_uppercase() && !letter.is_lowercase())
    {
        letters.truncate(1);
    }
    match letters.as_slice() {
        [] => String::new(),
        [one] => one.to_uppercase().collect(),
        [first, .., last] => first.to_uppercase().chain(last.to_uppercase()).collect(),
    }
}
