//! References to the footer's ledger: numbers in brackets after what rests on the sources.

use super::block::{Align, Block};
use super::page::Context;
use crate::check::{EvidenceIx, Map};
use crate::color::Color;
use crate::insight::claims::is_assumption;
use crate::text::{Paragraph, isolated};

/// Space between a text and the reference after it, in points.
const GAP: f64 = 3.5;

/// The number of a source in the ledger, from 1; an assumption's has a question mark.
pub(crate) fn number(map: &Map, source: EvidenceIx) -> String {
    let doubt = if is_assumption(map, source) { "?" } else { "" };
    format!("{}{doubt}", source + 1)
}

/// The numbers of sources in brackets, as they are drawn: from left to right in every script, as numbers run.
pub(crate) fn reference(map: &Map, sources: &[EvidenceIx]) -> Option<String> {
    numbers(map, sources).map(|numbers| isolated(&numbers))
}

/// The numbers of sources in brackets, in the order of the ledger and each once: `[1, 4?]`. `None` where there is none.
pub(crate) fn numbers(map: &Map, sources: &[EvidenceIx]) -> Option<String> {
    let mut sources = sources.to_vec();
    sources.sort_unstable();
    sources.dedup();
    let numbers: Vec<String> = sources.iter().map(|&source| number(map, source)).collect();
    (!numbers.is_empty()).then(|| format!("[{}]", numbers.join(", ")))
}

/// Breaks a text into lines so that the reference to its sources stands beside its last word, not alone under it.
pub(crate) fn wrap(
    context: &Context,
    sources: &[EvidenceIx],
    width: f64,
    lines: impl Fn(f64) -> Paragraph,
) -> Paragraph {
    let text = lines(width);
    let (Some(reference), Some(last)) = (reference(context.map, sources), text.lines.last()) else {
        return text;
    };
    let numbers = context.line(&reference, &context.type_.caption).width;
    let fits = |last: f64| last + GAP + numbers <= width;
    if fits(last.width) {
        return text;
    }
    // A little narrower than its last line, the text ends in a line of few words.
    let longer = lines(last.width - 0.1);
    let beside = longer.lines.len() == text.lines.len() + 1
        && longer.lines.last().is_some_and(|last| fits(last.width))
        && longer.lines.iter().all(|line| line.width < last.width);
    if beside { longer } else { text }
}

/// A text, and where it stands within a block.
pub(crate) struct Claim<'a> {
    pub text: &'a Paragraph,
    /// The edge at which its lines start.
    pub x: f64,
    /// Its top.
    pub y: f64,
    /// The room of its lines.
    pub width: f64,
    /// Colour of the text.
    pub ink: Color,
    /// Colour of the reference.
    pub quiet: Color,
}

impl Claim<'_> {
    /// Sets the text, and after its last line the reference to its sources, on a line of its own where that has no room.
    /// Returns the y below.
    pub fn set(self, context: &Context, block: &mut Block, sources: &[EvidenceIx]) -> f64 {
        let Claim { text, x, width, .. } = self;
        let below = block.paragraph(x, self.y, width, text, self.ink, Align::Start);
        let Some(reference) = reference(context.map, sources) else {
            return below;
        };
        let numbers = context.wrap(&reference, &context.type_.caption, width);
        let last = text.lines.last().zip(text.baselines.last());
        let beside = last.and_then(|(line, baseline)| {
            let start = line.width + GAP;
            let fits = numbers.lines.len() == 1 && start + numbers.width <= width;
            fits.then(|| (start, self.y + baseline))
        });
        let own = numbers.baselines.first().copied().unwrap_or(0.0);
        let (start, top) = match beside {
            Some((start, baseline)) => (start, baseline - own),
            None => (0.0, below),
        };
        block
            .paragraph(
                x + start,
                top,
                width - start,
                &numbers,
                self.quiet,
                Align::Start,
            )
            .max(below)
    }
}
