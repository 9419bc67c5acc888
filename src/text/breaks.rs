//! Where lines may break, as the readers of each script expect.

use budoux_phf_rs::Parser;
use icu_segmenter::LineSegmenter;
use unicode_script::{Script, UnicodeScript};

/// A place where a line may break.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// The byte of the text that the next line begins with.
    pub at: usize,
    /// Whether the place is in a word or phrase, which is best kept whole.
    pub inside: bool,
}

/// The places where UAX 14 lets a line break, in order; the last is the text's end.
///
/// Japanese is best broken between phrases, Korean at spaces. Thai, Lao, Khmer and Burmese put no spaces between words: a
/// dictionary finds them.
pub(super) fn places(text: &str, japanese: bool) -> Vec<Place> {
    let found = Found::in_text(text);
    if found.unspaced {
        let segmenter = LineSegmenter::new_dictionary(Default::default());
        let all = segmenter.segment_str(text).filter(|&at| at > 0);
        return sorted_out(text, all, japanese, &found);
    }
    let all = unicode_linebreak::linebreaks(text).map(|(at, _)| at);
    sorted_out(text, all, japanese, &found)
}

fn sorted_out(
    text: &str,
    all: impl Iterator<Item = usize>,
    japanese: bool,
    found: &Found,
) -> Vec<Place> {
    let phrases = if found.kana || japanese && found.han {
        Some(phrases(text))
    } else {
        None
    };
    let inside = |at: usize| {
        let (head, tail) = text.split_at_checked(at)?;
        let (before, after) = (head.chars().next_back()?, tail.chars().next()?);
        let split = |phrases: &Vec<usize>| {
            before.is_alphanumeric()
                && (is_japanese(before) || is_japanese(after))
                && phrases.binary_search(&at).is_err()
        };
        Some(found.hangul && splits_korean(before, after) || phrases.as_ref().is_some_and(split))
    };
    let plain = !found.hangul && phrases.is_none();
    all.map(|at| Place {
        at,
        inside: !plain && inside(at).unwrap_or(false),
    })
    .collect()
}

/// What a text has that asks for more than UAX 14.
#[derive(Default)]
struct Found {
    hangul: bool,
    kana: bool,
    han: bool,
    /// Letters of a script without spaces between words.
    unspaced: bool,
}

impl Found {
    fn in_text(text: &str) -> Found {
        let mut found = Found::default();
        if text.is_ascii() {
            return found;
        }
        for c in text.chars().filter(|&c| c >= '\u{E00}') {
            match c.script() {
                Script::Hangul => found.hangul = true,
                Script::Hiragana | Script::Katakana => found.kana = true,
                Script::Han => found.han = true,
                Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar => {
                    found.unspaced = true
                }
                _ => {}
            }
        }
        found
    }
}

/// Whether a character is a letter of Japanese; the long vowel mark is.
fn is_japanese(c: char) -> bool {
    matches!(
        c.script(),
        Script::Han | Script::Hiragana | Script::Katakana
    ) || c == 'ー'
}

/// Whether a break between two characters would split a Korean word, its particle or its bracket off.
fn splits_korean(before: char, after: char) -> bool {
    let is_sign = |c| {
        matches!(
            c,
            '-' | '‐' | '–' | '—' | '/' | '·' | ',' | ';' | '→' | '\u{200B}'
        )
    };
    let hangul = before.script() == Script::Hangul || after.script() == Script::Hangul;
    hangul && !before.is_whitespace() && !is_sign(before)
}

/// Where the phrases of a Japanese text end.
fn phrases(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    Parser::japanese_parser().parse_with(text, |phrase| {
        at += phrase.len();
        ends.push(at);
    });
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `|` where lines break, and `.` where words and phrases do if they must.
    fn marked(text: &str) -> String {
        let mut out = text.to_owned();
        for place in places(text, false).into_iter().rev().skip(1) {
            out.insert(place.at, if place.inside { '.' } else { '|' });
        }
        out
    }

    #[test]
    fn japanese_breaks_between_phrases() {
        assert_eq!(
            marked("認可保育園の申し込みから入園まで。"),
            "認.可.保.育.園.の|申.し.込.み.か.ら|入.園.ま.で。"
        );
        assert!(marked("キャンセルした").starts_with("キャ.ン.セ.ル"));
        assert!(!places("保育園", false).iter().any(|place| place.inside));
        assert!(places("保育園", true).iter().any(|place| place.inside));
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_at_punctuation() {
        assert_eq!(marked("“等了十分钟”，真久。"), "“等|了|十|分|钟”，|真|久。");
    }

    #[test]
    fn korean_breaks_at_spaces() {
        assert_eq!(
            marked("고객센터에 (두 번) 전화를 50%가 했다"),
            "고.객.센.터.에 |(두 |번) |전.화.를 |50%.가 |했.다"
        );
    }

    #[test]
    fn thai_breaks_between_words_in_any_map() {
        assert_eq!(
            marked("Calls รอสายสิบเอ็ดนาที ต่างๆ"),
            "Calls |รอ|สาย|สิบ|เอ็ด|นาที |ต่างๆ"
        );
        assert_eq!(marked("ພາສາລາວ").matches('|').count(), 1);
        assert_eq!(marked("ភាសាខ្មែរ").matches('|').count(), 0);
    }
}
