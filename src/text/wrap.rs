//! Breaks a text into lines.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::compose::{Text, compose, scale, tracking};
use super::words::Words;
use super::{FaceId, Fonts, Line};

/// Rounding of sums must not break a line, in points.
const SLACK: f64 = 1e-6;

/// The part of a text up to the next place where a line may break.
struct Segment {
    /// Where its spaces begin, and how wide the text is up to there.
    inked: (usize, f64),
    /// Where the next segment begins, and how wide the text is up to there.
    end: (usize, f64),
}

/// Breaks texts into lines.
pub(super) struct Wrap<'a, 'f> {
    pub words: &'a Words<'f>,
    pub fonts: &'f Fonts,
    pub text: &'a Text<'a>,
    /// The face of an empty line.
    pub empty: FaceId,
}

impl Wrap<'_, '_> {
    /// Sets part of the text on one line.
    fn set(&self, range: Range<usize>) -> Line {
        compose(self.words, self.fonts, self.text, range, self.empty)
    }

    /// The whole text on one line.
    pub(super) fn one(&self) -> Line {
        self.set(0..self.text.text.len())
    }

    /// Lines no wider than `width`, as full as can be; a word that is wider is broken between graphemes.
    pub(super) fn lines(&self, width: f64) -> Vec<Line> {
        let limit = width + SLACK;
        let segments = self.segments();
        let mut lines = Vec::new();
        let mut start = (0, 0.0);
        let mut at = 0;
        while at < segments.len() {
            let rest = segments.get(at..).unwrap_or_default();
            let mut count = rest
                .iter()
                .take_while(|segment| segment.inked.1 - start.1 <= limit)
                .count()
                .max(1);
            let line = loop {
                let end = rest
                    .get(count - 1)
                    .map_or(start.0, |segment| segment.inked.0);
                let line = self.set(start.0..end);
                if count == 1 || line.width <= limit {
                    break line;
                }
                count -= 1;
            };
            if line.width <= limit {
                lines.push(line);
                at += count;
                start = rest.get(count - 1).map_or(start, |segment| segment.end);
                continue;
            }
            let (line, end) = self.broken(start.0, line, limit);
            lines.push(line);
            match rest.first() {
                Some(segment) if end < segment.inked.0 => {
                    let taken = self.widths(&[start.0, end]);
                    start = (end, start.1 + taken.last().unwrap_or(&0.0));
                }
                first => {
                    at += 1;
                    start = first.map_or(start, |segment| segment.end);
                }
            }
        }
        lines
    }

    /// Width of the widest segment, set by itself.
    pub(super) fn widest_segment(&self) -> f64 {
        let mut start = 0;
        let mut widest = 0.0f64;
        for segment in self.segments() {
            widest = widest.max(self.set(start..segment.inked.0).width);
            start = segment.end.0;
        }
        widest
    }

    /// The first part of a word that does not fit, and where it ends: after a sign that divides addresses and identifiers
    /// where that does not leave more than half of the line empty, else after any grapheme; one at least.
    fn broken(&self, start: usize, word: Line, limit: f64) -> (Line, usize) {
        let after = |(at, grapheme): (usize, &str)| start + at + grapheme.len();
        let ends: Vec<usize> = std::iter::once(start)
            .chain(word.text.grapheme_indices(true).map(after))
            .collect();
        let widths = self.widths(&ends);
        let fitting = widths.iter().take_while(|&&width| width <= limit).count();
        let mut count = fitting.clamp(2, ends.len().max(2));
        loop {
            let end = ends
                .get(count - 1)
                .copied()
                .unwrap_or(start + word.text.len());
            let line = self.set(start..end);
            if line.width > limit && count > 2 {
                count -= 1;
                continue;
            }
            let long = |n: &usize| widths.get(*n).is_some_and(|&width| width > limit / 2.0);
            let nice = (1..count).rev().take_while(long).find_map(|n| {
                let end = *ends.get(n)?;
                word.text
                    .get(..end - start)?
                    .ends_with(DIVIDERS)
                    .then_some(end)
            });
            return match nice {
                Some(nice) if nice < end => (self.set(start..nice), nice),
                _ => (line, end),
            };
        }
    }

    /// The text cut where UAX 14 allows a break.
    fn segments(&self) -> Vec<Segment> {
        let text = self.text.text;
        let mut places = vec![0];
        let mut start = 0;
        for (end, _) in unicode_linebreak::linebreaks(text) {
            let inked = text
                .get(start..end)
                .unwrap_or_default()
                .trim_end_matches(is_hanging)
                .len();
            places.extend([start + inked, end]);
            start = end;
        }
        let widths = self.widths(&places);
        let pairs: Vec<(usize, f64)> = places.into_iter().zip(widths).skip(1).collect();
        pairs
            .chunks_exact(2)
            .map(|pair| Segment {
                inked: pair[0],
                end: pair[1],
            })
            .collect()
    }

    /// How wide the text is from the first of some places, which ascend, up to each of them, as its words were shaped.
    fn widths(&self, places: &[usize]) -> Vec<f64> {
        let first = places.first().copied().unwrap_or_default();
        let mut out = Vec::with_capacity(places.len());
        let mut places = places.iter().copied().peekable();
        let mut x = 0.0;
        for piece in self.text.pieces_from(first) {
            let Some(item) = self.text.items.get(piece.item) else {
                break;
            };
            let unit = scale(self.fonts, item.face, &self.text.style);
            let tracking = tracking(item.script, &self.text.style);
            let count = piece.word.glyphs.len();
            for n in 0..count {
                let n = if item.level % 2 == 1 {
                    count - 1 - n
                } else {
                    n
                };
                let Some(glyph) = piece.word.glyphs.get(n) else {
                    break;
                };
                let at = piece.range.start + glyph.cluster as usize;
                while places.next_if(|&place| place <= at).is_some() {
                    out.push(x);
                }
                x += f64::from(glyph.advance) * unit;
                if piece.word.ends_cluster(n) {
                    x += tracking;
                }
            }
            if places.peek().is_none() {
                break;
            }
        }
        out.extend(places.map(|_| x));
        let origin = out.first().copied().unwrap_or_default();
        out.iter_mut().for_each(|width| *width -= origin);
        out
    }
}

/// Signs after which an address or an identifier is best broken.
const DIVIDERS: [char; 7] = ['/', '?', '&', '=', '-', '_', '.'];

/// Spaces that take no room at the end of a line; no-break spaces do.
fn is_hanging(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}
