//! Cards, pills and captions.

use super::block::{Align, Block, middle, on_one_baseline};
use super::page::{Context, READABLE};
use super::reference::{self, Claim};
use super::shapes::{QUARTER, stroke};
use crate::check::{EvidenceIx, Grade};
use crate::color::Color;
use crate::geom::{Rect, Step, point};
use crate::scene::{Outline, Role};
use crate::text::Style;
use crate::theme::Tint;

/// Width of a tinted card's coloured edge, in points.
const EDGE: f64 = 3.0;
/// Space between a card's edges and its text, in points: at the sides, above and below.
const SIDE: f64 = 7.0;
const ABOVE: f64 = 8.0;
/// Radius of a dot, and the distance between the centres of two, in points.
const DOT: (f64, f64) = (1.9, 5.2);
/// Width of the dots of a grade and the space after them, in points.
pub(crate) const DOTS: f64 = 3.0 * DOT.1 + 2.4;

/// A tinted card with a coloured edge round a text and captions under it.
pub(crate) fn tinted(
    context: &Context,
    tint: Tint,
    width: f64,
    text: &str,
    captions: Vec<Block>,
) -> Block {
    sourced(context, tint, width, (text, &[]), captions)
}

/// A tinted card round a text and the reference to its sources.
pub(crate) fn sourced(
    context: &Context,
    tint: Tint,
    width: f64,
    (text, sources): (&str, &[EvidenceIx]),
    captions: Vec<Block>,
) -> Block {
    let radius = context.theme.sizes.radius * 0.6;
    let inner = width - EDGE - 2.0 * SIDE;
    let mut card = Block::new(width);
    let body = reference::wrap(context, sources, inner, |width| {
        context.wrap(text, &context.type_.body, width)
    });
    let claim = Claim {
        text: &body,
        x: EDGE + SIDE,
        y: ABOVE,
        width: inner,
        ink: tint.text,
        quiet: context.theme.colors.ink_3.readable_on(tint.fill, READABLE),
    };
    let mut y = claim.set(context, &mut card, sources);
    if !captions.is_empty() {
        y = card.put(EDGE + SIDE, y + 3.0, flow(captions, inner, 6.0));
    }
    let height = y + ABOVE;
    card.reach(height);
    // A tint that is the paper's own colour needs a line round it to be a card.
    let line = (tint.fill == context.theme.colors.paper).then(|| stroke(tint.edge, 0.6));
    let whole = Rect::new(0.0, 0.0, width, height);
    card.behind(vec![
        (Outline::Rect(whole, radius), Some(tint.fill), line),
        (start_edge(height, radius), Some(tint.edge), None),
    ]);
    card
}

/// The edge at a card's start: square inside, its outer corners round as the card's.
fn start_edge(height: f64, radius: f64) -> Outline {
    let r = radius.min(EDGE);
    let k = r * QUARTER;
    Outline::Path(vec![
        Step::Move(point(EDGE, 0.0)),
        Step::Line(point(EDGE, height)),
        Step::Line(point(r, height)),
        Step::Curve(
            point(k, height),
            point(0.0, height - k),
            point(0.0, height - r),
        ),
        Step::Line(point(0.0, r)),
        Step::Curve(point(0.0, k), point(k, 0.0), point(r, 0.0)),
        Step::Close,
    ])
}

/// Puts a white card behind a block and makes it at least so high.
pub(crate) fn plain(context: &Context, mut content: Block, height: f64, dashed: bool) -> Block {
    content.reach(height);
    let colors = &context.theme.colors;
    let whole = Rect::new(0.0, 0.0, content.width, content.height);
    let mut line = stroke(colors.card_edge, 0.9);
    if dashed {
        line.color = colors.ink_3;
        line.dash = vec![4.0, 3.0];
    }
    content.behind(vec![(
        Outline::Rect(whole, context.theme.sizes.radius),
        Some(colors.card),
        Some(line),
    )]);
    content
}

/// A pill: a short text on a tinted ground, as wide as its text.
pub(crate) fn pill(context: &Context, tint: Tint, text: &str, widest: f64) -> Block {
    let style = &context.type_.label;
    let lines = context.wrap(text, style, widest - 14.0);
    let mut pill = Block::new(lines.width + 14.0);
    let below = pill.paragraph(7.0, 2.0, lines.width, &lines, tint.text, Align::Center);
    pill.reach(below + 2.0);
    let whole = Rect::new(0.0, 0.0, pill.width, pill.height);
    let line = (tint.fill == context.theme.colors.card).then(|| stroke(tint.text, 0.6));
    pill.behind(vec![(
        Outline::Rect(whole, (style.size * style.leading + 4.0) / 2.0),
        Some(tint.fill),
        line,
    )]);
    pill
}

/// A text that takes part in a flow: as wide as it is, at most `widest`.
pub(crate) fn inline(
    context: &Context,
    text: &str,
    style: &Style,
    color: Color,
    widest: f64,
) -> Block {
    let lines = context.wrap(text, style, widest);
    let mut block = Block::new(lines.width);
    block.paragraph(0.0, 0.0, lines.width, &lines, color, Align::Start);
    block
}

/// A bold label and its text beside it, on one baseline: each its words and their colour.
pub(crate) fn labelled(
    context: &Context,
    label: (&str, Color),
    text: (&str, Color),
    gap: f64,
    widest: f64,
) -> Block {
    let words = context.wrap(label.0, &context.type_.label, widest * 0.4);
    let start = words.width + gap;
    let lines = context.wrap(text.0, &context.type_.caption, widest - start);
    let (down, up) = on_one_baseline(&words, &lines);
    let mut block = Block::new(start + lines.width);
    block.paragraph(0.0, down, words.width, &words, label.1, Align::Start);
    block.paragraph(start, up, lines.width, &lines, text.1, Align::Start);
    block
}

/// A grade as one to three filled dots of three, and what it grades; its name says the grade in words.
pub(crate) fn dots(context: &Context, grade: Grade, of: &str, color: Color, widest: f64) -> Block {
    use crate::check::Word;
    let style = &context.type_.caption;
    let start = DOTS;
    let lines = context.wrap(of, style, widest - start);
    let mut block = Block::new(start + lines.width);
    let grade_word = match grade {
        Grade::Low => Word::Low,
        Grade::Medium => Word::Medium,
        Grade::High => Word::High,
    };
    block.open(
        Role::Figure,
        Some(format!("{of}: {}", context.word(grade_word))),
    );
    let middle = middle(&lines);
    for dot in 0..3 {
        let circle = Outline::Circle(point(DOT.0 + 0.4 + f64::from(dot) * DOT.1, middle), DOT.0);
        if dot < grade as i32 {
            block.fill(circle, color);
        } else {
            block.shape(circle, None, Some(stroke(color, 0.7)));
        }
    }
    block.paragraph(start, 0.0, lines.width, &lines, color, Align::Start);
    block.close();
    block
}

/// A block so many times as high as the lowest has several lines.
const LINES: f64 = 1.5;

/// Sets blocks one after another on one baseline, on a new line where the width ends; one of several lines has them to
/// itself.
pub(crate) fn flow(items: Vec<Block>, width: f64, gap: f64) -> Block {
    let mut rows: Vec<Vec<(f64, Block)>> = Vec::new();
    let heights = items.iter().map(|item| item.height);
    let tall = LINES * heights.fold(f64::INFINITY, f64::min);
    let mut x = 0.0;
    for item in items {
        let alone = item.height > tall;
        if rows.is_empty() || (x > 0.0 && (alone || x + item.width > width + 0.01)) {
            rows.push(Vec::new());
            x = 0.0;
        }
        let advance = if alone { width } else { item.width } + gap;
        if let Some(row) = rows.last_mut() {
            row.push((x, item));
        }
        x += advance;
    }
    let mut block = Block::new(width);
    let mut y = 0.0;
    for row in rows {
        let baseline = |item: &Block| item.baseline.unwrap_or(item.height);
        let lowest = row
            .iter()
            .fold(0.0f64, |lowest, (_, item)| lowest.max(baseline(item)));
        let mut below = y;
        for (x, item) in row {
            let top = y + lowest - baseline(&item);
            below = f64::max(below, block.put(x, top, item));
        }
        y = below;
    }
    block
}

/// Sets blocks under one another.
pub(crate) fn stack(items: Vec<Block>, width: f64, gap: f64) -> Block {
    let mut block = Block::new(width);
    let mut y = 0.0;
    for item in items {
        y = block.put(0.0, y, item) + gap;
    }
    block
}
