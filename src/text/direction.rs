//! Which way a text and its parts run.

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};

use super::marks::Marked;
use super::policy;
use crate::unseen::{depth, is_isolate};

/// A text runs the page's way unless so many times more letters run the other way.
const OTHERWISE: usize = 3;

/// Base level of UAX 9, and the level of every byte unless they are all the base level. `rtl` is the page's direction.
///
/// The base is not that of the first letter alone (rule HL1): a sentence from right to left may begin with the name of a
/// product.
pub(super) fn levels(marked: &Marked<'_>, rtl: bool) -> (u8, Option<Vec<Level>>) {
    let text = &*marked.text;
    if !rtl && !policy::has_rtl(text) {
        return (0, None);
    }
    let whole = marked.isolated.as_deref().unwrap_or(text);
    let base = if runs_right_to_left(whole, rtl) {
        Level::rtl()
    } else {
        Level::ltr()
    };
    let mut levels = ParagraphBidiInfo::new(whole, Some(base)).levels;
    if marked.isolated.is_some() {
        let drawn = whole
            .char_indices()
            .filter(|&(_, c)| !is_isolate(c))
            .flat_map(|(at, c)| at..at + c.len_utf8());
        levels = drawn.filter_map(|at| levels.get(at).copied()).collect();
    }
    if base.is_rtl() {
        keep_numbers_whole(text, &mut levels);
    }
    let mixed = levels.iter().any(|&level| level != base);
    (base.number(), mixed.then_some(levels))
}

/// Whether most letters run from right to left: those outside isolates, if there are any.
fn runs_right_to_left(text: &str, page: bool) -> bool {
    let mut count = [[0usize; 2]; 2];
    let mut inside = 0;
    for c in text.chars() {
        inside = depth(inside, c).unwrap_or(0);
        let to_left = match bidi_class(c) {
            BidiClass::L => false,
            BidiClass::R | BidiClass::AL => true,
            _ => continue,
        };
        count[usize::from(inside > 0)][usize::from(to_left)] += 1;
    }
    let [outside, isolated] = count;
    let [right, left] = if outside == [0, 0] { isolated } else { outside };
    if page {
        right <= OTHERWISE * left
    } else {
        left > OTHERWISE * right
    }
}

/// Numbers in a text from right to left stay as they are written, with the sign before them and the unit beside them:
/// `−1.5`, `12 %`, `€ 2,100`, `2026-01-05`. UAX 9 keeps a unit only where no space parts it from the number, moves the sign of a
/// number behind it, and after Arabic letters turns dates about.
fn keep_numbers_whole(text: &str, levels: &mut [Level]) {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let class = |at: Option<usize>| at.and_then(|at| chars.get(at)).map(|&(_, c)| bidi_class(c));
    let is_space = |at: Option<usize>| {
        let space = |&(_, c): &(usize, char)| matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}');
        at.and_then(|at| chars.get(at)).is_some_and(space)
    };
    let is_unit = |at: Option<usize>| class(at) == Some(BidiClass::ET);
    let is_digit = |at: Option<usize>| class(at) == Some(BidiClass::EN);
    let mut at = 0;
    while at < chars.len() {
        if !is_digit(Some(at)) {
            at += 1;
            continue;
        }
        let (mut first, mut last) = (at, at);
        let joins = |at: usize| {
            matches!(class(Some(at)), Some(BidiClass::ES | BidiClass::CS)) && is_digit(Some(at + 1))
        };
        while is_digit(Some(last + 1)) || joins(last + 1) {
            last += 1;
        }
        at = last + 1;
        let level = chars
            .get(first)
            .and_then(|&(at, _)| levels.get(at))
            .copied();
        let before = |at: usize, by: usize| at.checked_sub(by);
        let signed = class(before(first, 1)) == Some(BidiClass::ES);
        if signed && !is_digit(before(first, 2)) {
            first -= 1;
        }
        let spaced = usize::from(is_space(before(first, 1)));
        if is_unit(before(first, 1 + spaced)) && !is_digit(before(first, 2 + spaced)) {
            first -= 1 + spaced;
        }
        let spaced = usize::from(is_space(Some(last + 1)));
        if is_unit(Some(last + 1 + spaced)) && !is_digit(Some(last + 2 + spaced)) {
            last += 1 + spaced;
        }
        let from = chars.get(first).map_or(text.len(), |&(at, _)| at);
        let to = chars.get(last + 1).map_or(text.len(), |&(at, _)| at);
        if let (Some(level), Some(part)) = (level, levels.get_mut(from..to)) {
            part.fill(level);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fonts, style};
    use super::super::{Shaper, Weight, isolated};

    /// The runs of a line from left to right.
    fn seen(text: &str, rtl: bool) -> Vec<String> {
        let fonts = fonts();
        let line = Shaper::new(&fonts, "en", rtl).line(text, &style(Weight::Regular));
        let mut runs: Vec<_> = line.runs.iter().collect();
        runs.sort_by(|a, b| a.x.total_cmp(&b.x));
        runs.iter()
            .map(|run| line.text[run.range.clone()].trim().to_owned())
            .filter(|run| !run.is_empty())
            .collect()
    }

    #[test]
    fn directions_mix_as_uax_9_says() {
        assert_eq!(seen("Call سعر now", false), ["Call", "سعر", "now"]);
        assert_eq!(seen("سعر Call now", false), ["سعر", "Call now"]);
        assert_eq!(seen("SMS تصل الرسالة", true), ["تصل الرسالة", "SMS"]);
        assert_eq!(
            seen("Call سعر 12 سعر now", false),
            ["Call", "سعر", "12", "سعر", "now"]
        );
        assert_eq!(seen("12 + 3", true), ["3", "+", "12"]);
        let fonts = fonts();
        let shaper = Shaper::new(&fonts, "ar", true);
        assert!(shaper.line("12", &style(Weight::Regular)).rtl);
        assert!(shaper.line("Call سعر", &style(Weight::Regular)).rtl);
        assert!(!shaper.line("Call now!", &style(Weight::Regular)).rtl);
    }

    #[test]
    fn numbers_stay_as_they_are_written() {
        for number in ["−1.5", "12 %", "€ 2,100", "+31%", "-7 °", "2026-01-05"] {
            assert_eq!(seen(number, true), [number]);
            let text = format!("بلغ {number} في سعر");
            assert_eq!(seen(&text, true), ["في سعر", number, "بلغ"], "{text}");
        }
        assert_eq!(seen("سعر 2–3 سعر", true), ["سعر", "3", "–", "2", "سعر"]);
    }

    #[test]
    fn a_value_keeps_its_own_direction() {
        let text = |value: &str| format!("سعر {value}: سعر سعر سعر");
        let value = "Call now!";
        assert!(!seen(&text(value), true).contains(&value.to_owned()));
        let isolated = text(&isolated(value));
        assert!(seen(&isolated, true).contains(&value.to_owned()));
    }
}
