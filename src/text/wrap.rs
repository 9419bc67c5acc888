//! Breaks a text into lines.

use std::cell::RefCell;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::breaks::{self, Place};
use super::compose::{Piece, Text, compose, scale, tracking, width};
use super::cuts::Hyphens;
use super::room::Room;
use super::shape::Language;
use super::words::{Unit, Words};
use super::{FaceId, Fonts, Line};

/// Rounding of sums must not break a line, in points.
pub(super) const SLACK: f64 = 1e-6;

/// The part of a text up to the next place where a line may break.
struct Segment {
    /// Where its spaces begin, and how wide the text is up to there.
    inked: (usize, f64),
    /// Where the next segment begins, and how wide the text is up to there.
    end: (usize, f64),
}

/// Breaks texts into lines.
pub(super) struct Wrap<'a, 'f> {
    pub language: &'a Language,
    pub words: &'a Words<'f>,
    pub fonts: &'f Fonts,
    pub text: &'a Text<'a>,
    /// The face of an empty line.
    pub empty: FaceId,
    /// The word that was last looked at for places to break it, and where they are.
    pub hyphenated: RefCell<Option<(Range<usize>, Hyphens)>>,
}

/// A word wider than this that can be hyphenated asks for no more room, in em: 20 to 25 letters.
const LONG_WORD: f64 = 12.0;
/// A phrase wider than this that can be broken between its characters asks for no more room, in em.
const LONG_PHRASE: f64 = 8.0;

/// A last line shorter than this part of the width has little.
pub(super) const LITTLE: f64 = 0.34;

impl Wrap<'_, '_> {
    /// Sets part of the text on one line.
    pub(super) fn set(&self, range: Range<usize>) -> Line {
        compose(self.words, self.fonts, self.text, range, self.empty)
    }

    /// The whole text on one line.
    pub(super) fn one(&self) -> Line {
        self.set(self.all())
    }

    /// Width of the whole text on one line.
    pub(super) fn width(&self) -> f64 {
        width(self.words, self.fonts, self.text, self.all())
    }

    /// All but the spaces at the end.
    pub(super) fn all(&self) -> Range<usize> {
        0..self.text.text.trim_end_matches(is_hanging).len()
    }

    /// Lines no wider than the room, as full as can be, but for a last line of little text; a word that is wider is broken
    /// between graphemes.
    pub(super) fn lines(&self, room: &Room) -> Vec<Line> {
        if room.holds(self.reach()) {
            let line = self.one();
            if room.holds(line.width) {
                return vec![line];
            }
        }
        let places = breaks::places(self.text.text, self.language.japanese);
        let segments = self.segments(&places);
        let mut lines = Vec::new();
        let mut starts = Vec::new();
        let mut start = (0, 0.0);
        let mut at = 0;
        while let Some(rest) = segments.get(at..).filter(|rest| !rest.is_empty()) {
            starts.push((start.0, at));
            if let Some((line, count)) = self.full(start, rest, room) {
                lines.push(line);
                at += count;
                start = rest.get(count - 1).map_or(start, |segment| segment.end);
                continue;
            }
            let word = rest
                .first()
                .map_or((0, start), |segment| (segment.inked.0, segment.end));
            let (line, end) = self
                .cut(&places, start.0..word.0, room)
                .unwrap_or_else(|| self.broken(start.0..word.0, room));
            lines.push(line);
            if end < word.0 {
                let taken = self.widths(&[start.0, end]);
                start = (end, start.1 + taken.last().unwrap_or(&0.0));
            } else {
                at += 1;
                start = word.1;
            }
        }
        self.keep_company(&segments, &starts, &mut lines, room);
        lines
    }

    /// As many segments as fit on a line, and their number; none if the first is too wide.
    fn full(&self, start: (usize, f64), rest: &[Segment], room: &Room) -> Option<(Line, usize)> {
        let width = |segment: &Segment| segment.inked.1 - start.1;
        let fitting = rest
            .iter()
            .take_while(|segment| room.holds(width(segment)))
            .count();
        // What looks a little too wide may fit when it is set by itself.
        let near = rest
            .first()
            .is_some_and(|first| room.part_holds(1.5, width(first)));
        (1..=fitting.max(usize::from(near)))
            .rev()
            .find_map(|count| {
                let line = self.set(start.0..rest.get(count - 1)?.inked.0);
                room.holds(line.width).then_some((line, count))
            })
    }

    /// Moves words down to a last line that has little, where the line before has words to spare. `starts` has the first
    /// byte and the first segment of each line.
    fn keep_company(
        &self,
        segments: &[Segment],
        starts: &[(usize, usize)],
        lines: &mut [Line],
        room: &Room,
    ) {
        let ([.., before, last], [.., upper, lower], Some(end)) = (starts, lines, segments.last())
        else {
            return;
        };
        let Some(above) = segments
            .get(last.1.wrapping_sub(1))
            .filter(|above| above.end.0 == last.0)
        else {
            return;
        };
        if !room.is_less_than_part(LITTLE, lower.width) {
            return;
        }
        for kept in (before.1 + 1..last.1).rev() {
            let Some(stays) = segments.get(kept - 1) else {
                return;
            };
            let stay = upper.width - (above.inked.1 - stays.inked.1);
            let go = end.inked.1 - stays.end.1;
            if go > stay || !room.holds(go) {
                return;
            }
            if !room.is_less_than_part(LITTLE, go) {
                let longer = self.set(stays.end.0..end.inked.0);
                if room.holds(longer.width) {
                    *upper = self.set(before.0..stays.inked.0);
                    *lower = longer;
                }
                return;
            }
        }
    }

    /// Width of the widest segment, set by itself; of a very long one, that of its widest part, but for [`LONG_WORD`] or
    /// [`LONG_PHRASE`].
    pub(super) fn widest_segment(&self) -> f64 {
        let places = breaks::places(self.text.text, self.language.japanese);
        let alone = |range: Range<usize>| width(self.words, self.fonts, self.text, range);
        let mut widest: f64 = 0.0;
        for word in self.words(&places) {
            let whole = alone(word.clone());
            let em = self.text.style.size;
            if whole <= widest || whole <= LONG_PHRASE * em {
                widest = widest.max(whole);
                continue;
            }
            let cuts = self.cuts(&places, word.clone(), word.end);
            let long = if cuts.iter().all(|cut| cut.hyphen.is_none()) {
                LONG_PHRASE * em
            } else {
                LONG_WORD * em
            };
            let mut least: f64 = 0.0;
            let mut start = word.start;
            for cut in &cuts {
                least = least.max(alone(start..cut.at) + cut.hyphen.unwrap_or(0.0));
                start = cut.at;
            }
            widest = widest.max(least.max(alone(start..word.end)).max(long).min(whole));
        }
        widest
    }

    /// The first part of a word that does not fit, and where it ends: after a sign that divides addresses and identifiers
    /// where that does not leave more than half of the line empty, else after any grapheme; one at least.
    fn broken(&self, word: Range<usize>, room: &Room) -> (Line, usize) {
        let start = word.start;
        let text = self.text.text.get(word.clone()).unwrap_or_default();
        let after = |(at, grapheme): (usize, &str)| start + at + grapheme.len();
        let first = |many: usize| {
            let ends = text.grapheme_indices(true).take(many).map(after);
            let ends: Vec<usize> = std::iter::once(start).chain(ends).collect();
            let widths = self.widths(&ends);
            let fitting = widths.iter().take_while(|&&width| room.holds(width));
            let fitting = fitting.count();
            (ends, widths, fitting)
        };
        // Most lines have room for less than is looked at first, and none for more than is looked at then.
        let few = first(60);
        let (ends, widths, fitting) = match few.2 < few.0.len() {
            true => few,
            false => first(1000),
        };
        let mut count = fitting.max(2);
        loop {
            let end = ends.get(count - 1).copied().unwrap_or(word.end);
            let line = self.set(start..end);
            if count > 2 && !room.holds(line.width) {
                count -= 1;
                continue;
            }
            let long = |n: &usize| {
                let width = widths.get(*n);
                width.is_some_and(|&width| !room.part_holds(0.5, width))
            };
            let nice = (1..count).rev().take_while(long).find_map(|n| {
                let end = *ends.get(n)?;
                text.get(..end - start)?.ends_with(DIVIDERS).then_some(end)
            });
            return match nice {
                Some(nice) if nice < end => (self.set(start..nice), nice),
                _ => (line, end),
            };
        }
    }

    /// The text's words or phrases, without the spaces after them.
    fn words<'p>(&self, places: &'p [Place]) -> impl Iterator<Item = Range<usize>> + use<'_, 'p> {
        let text = self.text.text;
        let ends = places.iter().filter(|place| !place.inside);
        ends.scan(0, move |start, place| {
            let word = text.get(*start..place.at)?.trim_end_matches(is_hanging);
            let range = *start..*start + word.len();
            *start = place.at;
            Some(range)
        })
    }

    /// The text cut into words or phrases.
    fn segments(&self, places: &[Place]) -> Vec<Segment> {
        let ends = places
            .iter()
            .filter(|place| !place.inside)
            .map(|place| place.at);
        let pairs = self.words(places).map(|word| word.end).zip(ends);
        let bounds: Vec<usize> = std::iter::once(0)
            .chain(pairs.flat_map(|(inked, end)| [inked, end]))
            .collect();
        let widths = self.widths(&bounds);
        let pairs: Vec<(usize, f64)> = bounds.into_iter().zip(widths).skip(1).collect();
        pairs
            .chunks_exact(2)
            .map(|pair| Segment {
                inked: pair[0],
                end: pair[1],
            })
            .collect()
    }

    /// How wide the whole text is, as its words were shaped.
    fn reach(&self) -> f64 {
        let width = |piece: &Piece| {
            let item = self.text.items.get(piece.item)?;
            let unit = scale(self.fonts, item.face, &self.text.style);
            let tracked = piece.word.clusters as f64 * tracking(item, &self.text.style);
            Some(piece.word.advance as f64 * unit + tracked)
        };
        self.text.pieces.iter().filter_map(width).sum()
    }

    /// How wide the text is from the first of some places, which ascend, up to each of them, as its words were shaped.
    pub(super) fn widths(&self, places: &[usize]) -> Vec<f64> {
        let first = places.first().copied().unwrap_or_default();
        let mut out = Vec::with_capacity(places.len());
        let mut places = places.iter().copied().peekable();
        let mut x = 0.0;
        for piece in self.text.pieces_from(first) {
            let Some(item) = self.text.items.get(piece.item) else {
                break;
            };
            let unit = scale(self.fonts, item.face, &self.text.style);
            let tracking = tracking(item, &self.text.style);
            if places.peek().is_some_and(|&place| place >= piece.range.end) {
                let tracked = piece.word.clusters as f64 * tracking;
                x += piece.word.advance as f64 * unit + tracked;
                continue;
            }
            let from = |glyph: &Unit| piece.range.start + glyph.cluster as usize;
            let mut step = |glyph: &Unit| {
                while places.next_if(|&place| place <= from(glyph)).is_some() {
                    out.push(x);
                }
                x += f64::from(glyph.advance) * unit;
                if glyph.ends_cluster {
                    x += tracking;
                }
                places.peek().is_some()
            };
            // A very long word is not walked from its start for each of its lines.
            let glyphs = &piece.word.glyphs;
            if item.level % 2 == 1 {
                let count = glyphs.partition_point(|glyph| from(glyph) >= first);
                glyphs.iter().take(count).rev().all(&mut step);
            } else {
                let before = glyphs.partition_point(|glyph| from(glyph) < first);
                glyphs.iter().skip(before).all(&mut step);
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
