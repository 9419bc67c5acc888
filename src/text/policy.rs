//! Which characters of an author's text are drawn.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, bidi_class};

use crate::unseen;

/// What becomes of a character before anything else looks at the text.
enum Fate {
    Keep,
    Space,
    Break,
    Drop,
}

fn fate(c: char) -> Fate {
    match c {
        '\t' | ' ' => Fate::Space,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Break,
        _ if c.is_control() => Fate::Drop,
        // Those of a text are gone by now; whatever else is drawn has none either.
        _ if unseen::is_hidden(c) => Fate::Drop,
        _ => Fate::Keep,
    }
}

/// The text as it is drawn: control characters and what [`unseen::is_hidden`] names are left out; runs of white space are one space, as in HTML and SVG, and none at the ends of a line; line separators of
/// every kind are `\n`. Joiners, direction marks, isolates, soft hyphens, zero-width spaces and no-break spaces stay.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    let mut after_return = false;
    for c in text.chars() {
        match fate(c) {
            Fate::Drop => {}
            Fate::Space => space = true,
            // A carriage return and the line feed after it are one break.
            Fate::Break if c == '\n' && after_return => {}
            Fate::Break => {
                out.push('\n');
                space = false;
            }
            Fate::Keep => {
                if space && !out.is_empty() && !out.ends_with('\n') {
                    out.push(' ');
                }
                space = false;
                out.push(c);
            }
        }
        after_return = c == '\r';
    }
    Cow::Owned(out)
}

fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.iter().all(|byte| (b' '..=b'~').contains(byte)) {
        let ends = [bytes.first(), bytes.last()].contains(&Some(&b' '));
        return !ends && !bytes.windows(2).any(|pair| pair == b"  ");
    }
    let mut space = true;
    for c in text.chars() {
        match fate(c) {
            Fate::Keep => space = false,
            Fate::Space if c == ' ' && !space => space = true,
            _ => return false,
        }
    }
    !space || text.is_empty()
}

/// Whether a character that no face has leaves a hole: spaces, controls and invisible characters do not.
pub(super) fn needs_glyph(c: char) -> bool {
    matches!(fate(c), Fate::Keep) && !c.is_whitespace() && !unseen::is_ignorable(c)
}

/// Whether a text may need the bidirectional algorithm: it has a character of a right-to-left script.
pub(super) fn has_rtl(text: &str) -> bool {
    text.chars().filter(|&c| c >= '\u{590}').any(|c| {
        matches!(
            bidi_class(c),
            BidiClass::R | BidiClass::AL | BidiClass::AN | BidiClass::RLE
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_one_space_and_none_at_the_ends_of_lines() {
        assert_eq!(clean("  a \t b  "), "a b");
        assert_eq!(clean("a \r\n  b\u{2028}c\rd"), "a\nb\nc\nd");
        assert_eq!(clean("a\u{a0} b\u{3000}c"), "a\u{a0} b\u{3000}c");
        assert!(matches!(clean("as it is, naïve"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_deceives_or_breaks_xml_is_left_out() {
        assert_eq!(
            clean("a\u{0}\u{1b}[1mb\u{202e}c\u{202a}d\u{206a}e\u{fffe}f\u{feff}"),
            "a[1mbcdef"
        );
        assert_eq!(
            clean("می\u{200c}خواهم \u{200f}!"),
            "می\u{200c}خواهم \u{200f}!"
        );
    }

    #[test]
    fn invisible_characters_need_no_glyph() {
        assert!(
            "\u{200b}\u{200d}\u{fe0f}\u{a0}\u{7}\n"
                .chars()
                .all(|c| !needs_glyph(c))
        );
        assert!("aé漢😀\u{e000}".chars().all(needs_glyph));
    }
}
