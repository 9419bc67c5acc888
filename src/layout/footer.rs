//! The footer: the evidence ledger, and who keeps the map, since when and until when.

use super::block::Block;
use super::card::{flow, inline, labelled};
use super::page::{Context, MARGIN, Page};
use super::reference::number;
use super::shapes::stroke;
use crate::check::{Evidence, EvidenceKind, Word};
use crate::geom::{Rect, point};
use crate::scene::{Outline, Role};

/// Space between two sources, and between two under one another, in points.
const GAP: f64 = 14.0;
const BETWEEN: f64 = 2.0;
/// Sources run on over so many lines at most; more of them stand in columns.
const LINES: f64 = 3.0;
/// Width of a column of sources, in points: at least, and at most.
const COLUMN: (f64, f64) = (200.0, 330.0);

/// Draws the footer from `y` down; returns the y below it.
pub(crate) fn draw(page: &mut Page, y: f64) -> f64 {
    let context = page.context;
    let width = page.grid.page - 2.0 * MARGIN;
    let dates = dates(context);
    let ledger = &context.map.evidence;
    if dates.is_empty() && ledger.is_empty() {
        return y;
    }
    let colors = &context.theme.colors;
    let y = y + 18.0;
    page.out.open(Role::Decoration);
    let rule = Outline::Line(point(MARGIN, y), point(page.grid.end(), y));
    page.out.shape(rule, None, Some(stroke(colors.rule, 1.5)));
    page.out.close();
    let y = y + 11.0;
    let dates = inline(
        context,
        &dates,
        &context.type_.caption,
        colors.ink_3,
        width * 0.45,
    );
    let mut below = y + dates.height;
    let room = if dates.width > 0.0 {
        width - dates.width - 30.0
    } else {
        width
    };
    if !ledger.is_empty() {
        page.out
            .open(Role::Region)
            .name(context.word(Word::Evidence));
        let title = inline(
            context,
            context.word(Word::Evidence),
            &context.type_.label,
            colors.ink,
            room * 0.3,
        );
        let start = title.width + 8.0;
        title.place(&mut page.out, MARGIN, y);
        page.out.open(Role::List).name(context.word(Word::Evidence));
        let block = sources(context, room - start);
        below = below.max(y + block.height);
        block.place(&mut page.out, MARGIN + start, y);
        page.out.close();
        page.out.close();
    }
    page.out.open(Role::Paragraph);
    let x = page.grid.end() - dates.width;
    dates.place(&mut page.out, x, y);
    page.out.close();
    below
}

/// The sources one after another, or in columns where that takes more than a few lines.
fn sources(context: &Context, width: f64) -> Block {
    let entries = |widest: f64| -> Vec<Block> {
        let ledger = context.map.evidence.iter().enumerate();
        ledger
            .map(|(at, source)| entry(context, at, source, widest))
            .collect()
    };
    let all = entries(width);
    let longest = all
        .iter()
        .fold(0.0f64, |longest, entry| longest.max(entry.width));
    let line = context.type_.caption.size * context.type_.caption.leading;
    let running = flow(all, width, GAP);
    if running.height < (LINES + 0.5) * line {
        return running;
    }
    let (least, most) = COLUMN;
    let each = longest.clamp(least, most).min(width);
    let count = ((width + GAP) / (each + GAP)).max(1.0) as usize;
    let entries = entries(each);
    let rows = entries.len().div_ceil(count);
    let mut block = Block::new(width);
    let (mut x, mut y) = (0.0, 0.0);
    for (at, entry) in entries.into_iter().enumerate() {
        if at > 0 && at % rows == 0 {
            (x, y) = (x + each + GAP, 0.0);
        }
        y = block.put(x, y, entry) + BETWEEN;
    }
    block
}

/// A source: its number, name, kind, size and date. An assumption's kind stands in a dashed box.
fn entry(context: &Context, at: usize, source: &Evidence, widest: f64) -> Block {
    let colors = &context.theme.colors;
    let assumed = source.kind == Some(EvidenceKind::Assumption);
    let mut parts = vec![source.name.text.to_string()];
    let kind = source.kind.filter(|_| !assumed);
    parts.extend(kind.map(|kind| context.word(word(kind)).to_string()));
    parts.extend(
        source
            .n
            .map(|n| format!("{}\u{a0}=\u{a0}{n}", context.word(Word::Sample))),
    );
    parts.extend(source.date.as_ref().map(|date| date.text.to_string()));
    let number = number(context.map, at);
    let mut entry = labelled(
        context,
        (&number, colors.ink_2),
        (&parts.join(", "), colors.ink_3),
        4.0,
        widest,
    );
    if assumed {
        let kind = dashed(context, context.word(Word::Assumption), widest);
        let together = entry.width + 6.0 + kind.width;
        if together <= widest {
            entry = flow(vec![entry, kind], together, 6.0);
        } else {
            // Under the name, which begins behind the number.
            let start = context.shaper.width(&number, &context.type_.label) + 4.0;
            entry.width = entry.width.max(start + kind.width);
            entry.put(start, entry.height, kind);
        }
    }
    let mut block = Block::new(entry.width);
    block.open(Role::Item, None);
    if let Some(link) = &source.link {
        block.open_link(&link.text, &source.name.text);
        block.put(0.0, 0.0, entry);
        block.close();
    } else {
        block.put(0.0, 0.0, entry);
    }
    block.close();
    block
}

/// A word in a dashed box.
fn dashed(context: &Context, text: &str, widest: f64) -> Block {
    let colors = &context.theme.colors;
    let style = &context.type_.caption;
    let word = inline(context, text, style, colors.ink_3, widest - 10.0);
    let mut block = Block::new(word.width + 10.0);
    block.put(5.0, 0.0, word);
    let whole = Rect::new(0.0, 0.5, block.width, block.height - 1.0);
    let mut line = stroke(colors.ink_3, 0.8);
    line.dash = vec![2.5, 2.0];
    block.behind(vec![(Outline::Rect(whole, 3.0), None, Some(line))]);
    block
}

fn word(kind: EvidenceKind) -> Word {
    match kind {
        EvidenceKind::Survey => Word::Survey,
        EvidenceKind::Analytics => Word::Analytics,
        EvidenceKind::Interview => Word::Interview,
        EvidenceKind::Observation => Word::Observation,
        EvidenceKind::UsabilityTest => Word::UsabilityTest,
        EvidenceKind::Support => Word::SupportCases,
        EvidenceKind::Social => Word::Social,
        EvidenceKind::Sales => Word::Sales,
        EvidenceKind::Document => Word::Document,
        EvidenceKind::Assumption => Word::Assumption,
    }
}

/// Owner, day of the last change, day of the next review, revision.
fn dates(context: &Context) -> String {
    let map = context.map;
    let mut parts = Vec::new();
    let mut part = |word: Word, text: String| parts.push(format!("{} {text}", context.word(word)));
    if let Some(owner) = &map.owner {
        part(Word::Owner, owner.text.to_string());
    }
    if let Some(date) = map.updated {
        part(Word::Updated, date.to_string());
    }
    if let Some(date) = map.review_by {
        part(Word::ReviewBy, date.to_string());
    }
    if let Some(revision) = &map.revision {
        part(Word::Revision, revision.text.to_string());
    }
    parts.join(" · ")
}
