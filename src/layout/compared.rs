//! What only one of two maps has: a row under the lanes.

use super::block::{Align, Block};
use super::card::{flow, inline};
use super::page::{Context, MARGIN, Page};
use super::shapes::stroke;
use crate::check::{Text, Word};
use crate::geom::point;
use crate::insight::compare::Only;
use crate::scene::{Outline, Role};

/// Space above and below the row's content, and between its two lists, in points.
const SPACE: (f64, f64, f64) = (10.0, 12.0, 30.0);
/// A list is at most so wide, in points.
const WIDEST: f64 = 560.0;
/// Space between a label and its names, and between two names, in points.
const GAPS: (f64, f64) = (8.0, 12.0);

/// Draws the row from `y` down, where there is a second map; returns the y below it.
pub(crate) fn draw(page: &mut Page, y: f64) -> f64 {
    let context = page.context;
    let Some(with) = &context.with else {
        return y;
    };
    let colors = &context.theme.colors;
    let title = context.word(Word::Compared);
    page.out.open(Role::Region).name(title);
    page.out.open(Role::Decoration);
    let rule = Outline::Line(point(MARGIN, y), point(page.grid.end(), y));
    page.out
        .shape(rule, None, Some(stroke(colors.hairline, 0.75)));
    page.out.close();
    let room = page.grid.gutter - 10.0;
    let mut head = Block::new(room);
    let lines = context.wrap(title, &context.type_.name, room);
    head.open(Role::Heading(2), Some(title.to_owned()));
    let below = head.paragraph(0.0, 0.0, room, &lines, colors.ink, Align::Start);
    head.close();
    let note = context.wrap(
        context.word(Word::ComparedNote),
        &context.type_.caption,
        room,
    );
    head.open(Role::Paragraph, None);
    head.paragraph(0.0, below + 1.0, room, &note, colors.ink_3, Align::Start);
    head.close();
    let (above, under, between) = SPACE;
    let start = page.grid.start() + 6.0;
    let width = ((page.grid.end() - start - between) / 2.0).min(WIDEST);
    let mut height = head.height;
    head.place(&mut page.out, MARGIN, y + above);
    let titles = [None, Some(&with.second.title)];
    for (at, ((name, only), title)) in with.names().iter().zip(&with.only).zip(titles).enumerate() {
        let list = list(context, name, only, title, width);
        height = height.max(list.height);
        list.place(
            &mut page.out,
            start + at as f64 * (width + between),
            y + above,
        );
    }
    page.out.close();
    y + above + height + under
}

/// What only the map of a name has; `title` where it is the second one.
fn list(context: &Context, name: &str, only: &Only, title: Option<&Text>, width: f64) -> Block {
    let colors = &context.theme.colors;
    let t = &context.type_;
    let mut block = Block::new(width);
    let heading = context.word(Word::OnlyIn).replace("{map}", name);
    let lines = context.wrap(&heading, &t.label, width);
    block.open(Role::Heading(3), Some(heading));
    if let Some(title) = title {
        block.open_other(title);
    }
    let mut y = block.paragraph(0.0, 0.0, width, &lines, colors.ink, Align::Start) + 2.0;
    if title.is_some() {
        block.close();
    }
    block.close();
    let parts = [
        (Word::Stages, &only.stages),
        (Word::Touchpoints, &only.touchpoints),
        (Word::Channels, &only.channels),
        (Word::PersonasTitle, &only.personas),
    ];
    if only.is_empty() {
        block.open(Role::Paragraph, None);
        let nothing = inline(
            context,
            context.word(Word::NothingOnly),
            &t.caption,
            colors.ink_3,
            width,
        );
        block.put(0.0, y, nothing);
        block.close();
    }
    let filled = parts.into_iter().filter(|(_, names)| !names.is_empty());
    let labels: Vec<(Block, &str, &Vec<&Text>)> = filled
        .map(|(word, names)| {
            let word = context.word(word);
            (
                inline(context, word, &t.caption, colors.ink_3, width * 0.4),
                word,
                names,
            )
        })
        .collect();
    let widest = labels
        .iter()
        .fold(0.0f64, |widest, (label, ..)| widest.max(label.width));
    let start = widest + GAPS.0;
    for (label, word, names) in labels {
        block.put(0.0, y, label);
        block.open(Role::List, Some(word.to_owned()));
        let names = names
            .iter()
            .map(|name| item(context, name, title.is_some(), width - start));
        y = block.put(start, y, flow(names.collect(), width - start, GAPS.1)) + 2.0;
        block.close();
    }
    block
}

fn item(context: &Context, name: &Text, other: bool, width: f64) -> Block {
    let style = &context.type_.caption;
    let text = inline(
        context,
        &name.text,
        style,
        context.theme.colors.ink_2,
        width,
    );
    let mut block = Block::new(text.width);
    block.open(Role::Item, None);
    if other {
        block.open_other(name);
    }
    block.put(0.0, 0.0, text);
    if other {
        block.close();
    }
    block.close();
    block
}
