//! Characters that are not seen: which there are, and which of them no text keeps.
//!
//! The property lists are those of Unicode 17: `Bidi_Control` and isolates of UAX 9, `Default_Ignorable_Code_Point` of UAX 44.

use std::borrow::Cow;

/// The flag that tags follow, and the tag that ends them (UTS 51, emoji tag sequences): the flags of Scotland, Wales.
pub const FLAG: char = '\u{1F3F4}';
const LAST_TAG: char = '\u{E007F}';

/// Whether a character is set aside for programs and is none (Unicode, section 23.7).
pub fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Whether a character changes the order in which a text is read: `Bidi_Control`.
pub fn reorders(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}') || turns(c) || is_isolate(c)
}

/// Whether a character embeds or overrides a direction, or ends such a part.
pub fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}')
}

/// Whether a character begins or ends an isolate.
pub fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

/// How deep in isolates a text is after a character, where it was `depth` deep before; `None` after an end without a
/// beginning.
pub fn depth(depth: usize, c: char) -> Option<usize> {
    match c {
        '\u{2069}' => depth.checked_sub(1),
        _ => Some(depth + usize::from(is_isolate(c))),
    }
}

/// Whether every isolate ends, and no other sign than its own ends one.
pub fn is_balanced(text: &str) -> bool {
    text.chars().try_fold(0, depth) == Some(0)
}

/// Whether a terminal would obey a character instead of showing it, line ends and tabs too.
pub fn is_obeyed(c: char) -> bool {
    c.is_control() || reorders(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether a character is not seen by itself: `Default_Ignorable_Code_Point`. It may still do something to its neighbours,
/// as joiners do, and signs of direction.
pub fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether nothing of a text is seen.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_ignorable(c))
}

/// The text as it is compared with others: two that look alike for want of what is seen are one (UTS 39, section 4).
pub fn compared(text: &str) -> Cow<'_, str> {
    without(text, is_ignorable)
}

/// Whether no text keeps a character, wherever it stands: embeddings and overrides, with which a text reads otherwise than it
/// is stored; deprecated signs, anchors of annotations, marks of byte order, signs of musical and shorthand notation, fillers
/// of Hangul that no syllable needs, noncharacters, and what Unicode keeps free.
pub fn is_hidden(c: char) -> bool {
    // Nearly all characters stand before these.
    c > '\u{2029}'
        && (turns(c)
            || is_noncharacter(c)
            || matches!(c,
                '\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
                | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0080}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}'))
}

/// Whether a character is a tag, which spells something that nobody sees.
pub fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0000}'..='\u{E007F}')
}

/// Where in a text characters stand that no text keeps, tags among them that are not those of a flag.
pub fn hidden(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut kept = 0;
    text.char_indices().filter(move |&(at, c)| {
        if c == FLAG {
            kept = at + flag(&text[at..]);
        }
        is_hidden(c) || (is_tag(c) && at >= kept)
    })
}

/// The bytes of the flag that a text begins with.
fn flag(text: &str) -> usize {
    let names = |c: char| matches!(c, '\u{E0020}'..='\u{E007E}');
    let rest = text[FLAG.len_utf8()..].trim_start_matches(names);
    let tags = text.len() - rest.len() - FLAG.len_utf8();
    match rest.starts_with(LAST_TAG) && tags > 0 {
        true => FLAG.len_utf8() + tags + LAST_TAG.len_utf8(),
        false => FLAG.len_utf8(),
    }
}

/// The text without what no text keeps, and without isolates unless each of them ends.
pub fn cleaned(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut clean = String::new();
    let mut from = 0;
    for (at, c) in hidden(text) {
        clean.push_str(&text[from..at]);
        from = at + c.len_utf8();
    }
    let clean = match from {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(clean + &text[from..]),
    };
    match clean.contains(is_isolate) && !is_balanced(&clean) {
        true => Cow::Owned(without(&clean, is_isolate).into_owned()),
        false => clean,
    }
}

fn without(text: &str, unwanted: fn(char) -> bool) -> Cow<'_, str> {
    match text.is_ascii() || !text.contains(unwanted) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.chars().filter(|c| !unwanted(*c)).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_deceives_is_not_kept() {
        for (text, kept) in [
            ("a\u{202e}b\u{202c}c", "abc"),
            (
                "\u{feff}a\u{206a}b\u{fff9}c\u{fdd0}\u{1fffe}\u{3164}",
                "abc",
            ),
            ("a\u{e0041}\u{e0042}b", "ab"),
            ("a\u{2067}b", "ab"),
            ("a\u{2069}b\u{2066}", "ab"),
        ] {
            assert_eq!(cleaned(text), kept, "{text:?}");
        }
    }

    #[test]
    fn what_writing_needs_is_kept() {
        for text in [
            "می\u{200c}خواهم \u{200f}!",
            "👩\u{200d}🔬 ❤\u{fe0f} Zu\u{ad}frieden",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} and 🏴",
            "to \u{2068}سعر\u{2069} now",
            "ខ្មែរ\u{200b}ភាសា",
        ] {
            assert!(matches!(cleaned(text), Cow::Borrowed(_)), "{text:?}");
        }
    }

    #[test]
    fn a_flag_that_does_not_end_is_none() {
        assert_eq!(cleaned("🏴\u{e0067}\u{e0062} x"), "🏴 x");
        assert_eq!(cleaned("🏴\u{e007f}"), "🏴");
    }

    #[test]
    fn names_that_look_alike_compare_as_one() {
        assert_eq!(compared("we\u{200b}b\u{feff}"), "web");
        assert!(is_blank(" \u{3164}\u{200b}\u{a0}") && !is_blank("\u{200b}a"));
    }
}
