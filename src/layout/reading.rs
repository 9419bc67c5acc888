//! What to read first: a card with the map's headlines, each with a sign, a label and a text.

use super::block::{Align, Block, Last, middle, on_one_baseline};
use super::page::{Context, READABLE};
use super::shapes::stroke;
use crate::check::Word;
use crate::geom::{Rect, point, svg_path};
use crate::insight::headlines::{Headline, headlines};
use crate::insight::sentences::{BETWEEN as POINT, phrases};
use crate::scene::{Outline, Role};

/// Space between the card's edges and what stands in it, in points.
const PADDING: f64 = 15.0;
/// The square in which the signs are drawn, in points.
const SIGN: f64 = 10.5;
/// Width of a sign and the space after it, in points.
const INDENT: f64 = SIGN + 8.0;
/// From this width on label and text of a headline stand side by side, in points.
const ABREAST: f64 = 330.0;
/// Space between columns, in points.
const GUTTER: f64 = 26.0;
/// Space between two headlines, in points.
const BETWEEN: f64 = 4.5;

/// The map's headlines; not drawn where there are none.
pub(crate) struct Reading {
    headlines: Vec<Headline>,
    inside: Last<Block>,
}

impl Reading {
    /// What to read first in a map; nothing in one for a workshop, which is to find it out.
    pub fn of(context: &Context) -> Option<Reading> {
        if context.map.notes.is_some() {
            return None;
        }
        let headlines = headlines(context.map);
        let inside = Last::new();
        (!headlines.is_empty()).then_some(Reading { headlines, inside })
    }

    /// The card, at least so high.
    pub fn card(&self, context: &Context, width: f64, least: f64) -> Block {
        let theme = context.theme;
        let tint = theme.colors.reading;
        let mut card = self.inside.of(width, || self.inside(context, width));
        card.reach(f64::max(card.height + PADDING - 2.0, least));
        let line = (tint.edge != tint.fill).then(|| stroke(tint.edge, 0.9));
        let whole = Rect::new(0.0, 0.0, width, card.height);
        card.behind(vec![(
            Outline::Rect(whole, theme.sizes.radius),
            Some(tint.fill),
            line,
        )]);
        let mut region = Block::new(width);
        region.open(
            Role::Region,
            Some(context.word(Word::ReadFirst).to_string()),
        );
        region.put(0.0, 0.0, card);
        region.close();
        region
    }

    /// What stands in the card.
    fn inside(&self, context: &Context, width: f64) -> Block {
        let theme = context.theme;
        let tint = theme.colors.reading;
        let inner = width - 2.0 * PADDING;
        let title = context.word(Word::ReadFirst);
        let mut card = Block::new(width);
        let lines = context.wrap(&title.to_uppercase(), &context.type_.kicker, inner);
        let quiet = theme.colors.ink_3.readable_on(tint.fill, READABLE);
        card.open(Role::Heading(2), Some(title.to_string()));
        let y = card.paragraph(PADDING, PADDING, inner, &lines, quiet, Align::Start) + 7.0;
        card.close();
        card.open(Role::List, None);
        let columns = (((inner + GUTTER) / (ABREAST + GUTTER)) as usize)
            .clamp(1, self.headlines.len().div_ceil(2));
        let each = (inner + GUTTER) / columns as f64 - GUTTER;
        let in_column = self.headlines.len().div_ceil(columns);
        let mut x = PADDING;
        for column in self.headlines.chunks(in_column) {
            let column = self::column(context, column, each);
            card.put(x, y, column);
            x += each + GUTTER;
        }
        card.close();
        card
    }
}

/// Headlines under one another, their texts in line where there is room for it.
fn column(context: &Context, headlines: &[Headline], width: f64) -> Block {
    let tint = context.theme.colors.reading;
    let text_color = tint.text.readable_on(tint.fill, READABLE);
    let (label_style, text_style) = (&context.type_.label, &context.type_.body);
    let room = width - INDENT;
    let abreast = width >= ABREAST;
    let told: Vec<(&Headline, String, String)> = headlines
        .iter()
        .map(|headline| {
            let (label, text) = told(context, headline);
            (headline, label, text)
        })
        .collect();
    let labels = told.iter().map(|(_, label, _)| {
        context.wrap(label, label_style, if abreast { 0.4 * room } else { room })
    });
    let labels: Vec<_> = labels.collect();
    let widest = labels
        .iter()
        .fold(0.0f64, |widest, label| widest.max(label.width));
    let start = if abreast {
        INDENT + widest + 12.0
    } else {
        INDENT
    };
    let mut block = Block::new(width);
    let mut y = 0.0;
    for ((headline, _, text), label) in told.iter().zip(labels) {
        let text = context.wrap(text, text_style, width - start);
        let (down, up) = if abreast {
            on_one_baseline(&label, &text)
        } else {
            (0.0, label.height)
        };
        block.open(Role::Item, None);
        let center = y + down + middle(&label);
        block.shape(
            Outline::Path(svg_path(
                sign(headline),
                point(0.0, center - SIGN / 2.0),
                SIGN / FIELD,
            )),
            None,
            Some(crate::scene::Stroke {
                round: true,
                ..stroke(text_color, 1.3)
            }),
        );
        let below = block.paragraph(INDENT, y + down, room, &label, text_color, Align::Start);
        let text_below = block.paragraph(
            start,
            y + up,
            width - start,
            &text,
            text_color,
            Align::Start,
        );
        block.close();
        y = below.max(text_below) + BETWEEN;
    }
    block
}

/// Label and text of a headline.
fn told(context: &Context, headline: &Headline) -> (String, String) {
    let mut phrases = phrases(context.map, headline).into_iter();
    let Some(first) = phrases.next() else {
        return (String::new(), String::new());
    };
    let more = phrases.map(|phrase| phrase.line(context.map));
    let texts: Vec<String> = std::iter::once(first.text).chain(more).collect();
    (first.label, texts.join(POINT))
}

/// The square of the outlines below.
const FIELD: f64 = 12.0;

/// The outline of a headline's sign, as SVG path data.
fn sign(headline: &Headline) -> &'static str {
    match headline {
        // A valley and a peak.
        Headline::LowestPoint(_) => "M1 2.5c2.2 0 2.8 7 5 7s2.8-7 5-7",
        Headline::HighestPoint(_) => "M1 9.5c2.2 0 2.8-7 5-7s2.8 7 5 7",
        // An arrow down.
        Headline::SteepestFall(_) => "M1.5 1.5l9 9 M10.5 4v6.5h-6.5",
        // A way that ends at a wall.
        Headline::DeadEnd(_) => "M1 6h6.5 M10 1.5v9",
        // A vessel with a hole.
        Headline::LargestLeak(_) => "M1 1.5h10l-3.6 4.5v3 M1 1.5l3.6 4.5v5l2.8-2",
        // A moment with an exclamation mark.
        Headline::LowMoments(_) => "M6 .5l5.5 5.5-5.5 5.5-5.5-5.5Z M6 3.6v2.8 M6 8.3h.01",
        // Two ways that part.
        Headline::FurthestApart(_) => "M1 6c4.5 0 4.5-4.5 10-4.5 M1 6c4.5 0 4.5 4.5 10 4.5",
        // Nobody.
        Headline::Unowned(_) => {
            "M3.7 3.4a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0Z M1.4 11.2a4.6 4.6 0 0 1 9.2 0"
        }
        // Nothing in a box that waits for it.
        Headline::Unanswered(_) => "M1.5 1.5h9v9h-9Z M4 6h.01 M6 6h.01 M8 6h.01",
        // From line to line.
        Headline::Gaps { .. } => "M.8 9.5h3.2a2 2 0 0 0 2-2v-3a2 2 0 0 1 2-2h3.2",
        // A ledger.
        Headline::Claims(_) => "M1.5 2h9 M1.5 6h9 M1.5 10h5",
        // Bars under their mark.
        Headline::MissedKpis(_) => "M1 2h10 M2.5 11v-3.5 M6 11v-5.5 M9.5 11v-2.5",
        // A flag.
        Headline::Ending(_) => "M2.5 11.5v-10h7.5l-2 2.6 2 2.6h-7.5",
    }
}
