//! Breaks words that do not fit on a line.

use std::ops::Range;
use std::rc::Rc;

use super::Line;
use super::breaks::Place;
use super::compose::{hyphen_width, hyphenate};
use super::hyphens;
use super::room::Room;
use super::wrap::{LITTLE, Wrap};

/// A place where a word may be broken that does not fit on a line.
pub(super) struct Cut {
    /// The byte of the text that the next line begins with.
    pub at: usize,
    /// Width of the hyphen that is drawn, in points.
    pub hyphen: Option<f64>,
}

/// Where a word may be hyphenated, in order, and whether a hyphen shows it.
pub(super) type Hyphens = (Rc<[usize]>, bool);

/// So many bytes of a longer word are looked at for a line at first, and at most.
const NEAR: usize = 250;
const FARTHEST: usize = 4_000;

impl Wrap<'_, '_> {
    /// Where the end of a word may be broken before the byte `most`, in order: where its author says so, else where its
    /// language or script does.
    pub(super) fn cuts(&self, places: &[Place], part: Range<usize>, most: usize) -> Vec<Cut> {
        let first = places.partition_point(|place| place.at <= part.start);
        let last = places.partition_point(|place| place.at < part.end.min(most));
        let here = places.get(first..last).unwrap_or_default();
        let start = (places.get(..first).unwrap_or_default().iter().rev())
            .find(|place| !place.inside)
            .map_or(0, |place| place.at);
        let word = start..part.end;
        let known = self.hyphenated.take().filter(|(known, _)| *known == word);
        let (ends, drawn) = known.map_or_else(|| self.hyphens(word.clone()), |(_, known)| known);
        self.hyphenated.replace(Some((word, (ends.clone(), drawn))));
        let hyphen = |at| match drawn {
            true => hyphen_width(self.words, self.fonts, self.text, at),
            false => None,
        };
        let first = ends.partition_point(|&at| at <= part.start);
        let last = ends.partition_point(|&at| at < most).max(first);
        let hyphenated = ends[first..last]
            .iter()
            .map(|&at| Cut {
                at,
                hyphen: hyphen(at),
            })
            .filter(|cut| !drawn || cut.hyphen.is_some());
        let plain = here.iter().filter(|place| place.inside);
        let mut cuts: Vec<Cut> = plain
            .map(|place| Cut {
                at: place.at,
                hyphen: None,
            })
            .chain(hyphenated)
            .collect();
        cuts.sort_by_key(|cut| cut.at);
        cuts
    }

    /// Bytes of the text at which a word may be hyphenated, and whether a hyphen shows it.
    fn hyphens(&self, word: Range<usize>) -> Hyphens {
        let text = self.text.text;
        let inner = |at: &usize| (word.start + 1..word.end).contains(at);
        let soft: Vec<usize> = self.text.soft.iter().copied().filter(inner).collect();
        if !soft.is_empty() {
            return (soft.into(), true);
        }
        let (Some(patterns), Some((head, tail))) =
            (self.language.patterns, text.split_at_checked(word.start))
        else {
            return (Rc::new([]), false);
        };
        let before = head.rsplit(char::is_whitespace).next().unwrap_or_default();
        let after = tail.split(char::is_whitespace).next().unwrap_or_default();
        if hyphens::is_address(before) || hyphens::is_address(after) {
            return (Rc::new([]), false);
        }
        let points = hyphens::points(text.get(word.clone()).unwrap_or_default(), patterns);
        (
            points.into_iter().map(|at| word.start + at).collect(),
            patterns.hyphenation_character().is_some(),
        )
    }

    /// The byte of a word beyond which no part of it fits on a line. A word of tens of thousands of letters is not looked through
    /// for each of its lines.
    fn farthest(&self, word: &Range<usize>, room: &Room) -> usize {
        let end = |bytes: usize| self.text.text.floor_char_boundary(word.start + bytes);
        let mut bytes = FARTHEST;
        if word.len() > FARTHEST {
            bytes = NEAR;
            while bytes < FARTHEST && room.holds(self.widths(&[word.start, end(bytes)])[1]) {
                bytes *= 2;
            }
        }
        end(bytes.min(FARTHEST))
    }

    /// The first part of a word that does not fit, as long as can be, and where it ends; none where the word has no place to
    /// break that fits. The end of a text is not left alone on its line with little.
    pub(super) fn cut(
        &self,
        places: &[Place],
        word: Range<usize>,
        room: &Room,
    ) -> Option<(Line, usize)> {
        let most = self.farthest(&word, room);
        let cuts = self.cuts(places, word.clone(), most);
        let word = word.start..word.end.min(most);
        let ends = cuts.iter().map(|cut| cut.at).chain([word.end]);
        let ends = std::iter::once(word.start).chain(ends);
        let widths = self.widths(&ends.collect::<Vec<_>>());
        let fits = |&(cut, width): &(&Cut, &f64)| room.holds(width + cut.hyphen.unwrap_or(0.0));
        let whole = widths.last().copied().unwrap_or_default();
        let ends_text = word.end >= self.all().end;
        let lonely =
            |&(_, width): &(&Cut, &f64)| ends_text && room.is_less_than_part(LITTLE, whole - width);
        let fitting = cuts.iter().zip(widths.iter().skip(1)).filter(fits);
        let (last, first): (Vec<_>, Vec<_>) = fitting.rev().partition(lonely);
        first.into_iter().chain(last).find_map(|(cut, _)| {
            let mut line = self.set(word.start..cut.at);
            if cut.hyphen.is_some() {
                hyphenate(self.words, self.fonts, self.text, cut.at, &mut line);
            }
            room.holds(line.width).then_some((line, cut.at))
        })
    }
}
