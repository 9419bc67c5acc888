//! Signs that say something about a text and are not drawn: soft hyphens and isolates.

use std::borrow::Cow;

use crate::unseen::{is_balanced, is_isolate};

/// The first strong isolate, which takes its direction from its own letters.
const ISOLATE: char = '\u{2068}';
const END: char = '\u{2069}';
const SOFT_HYPHEN: char = '\u{AD}';

/// A value with signs around it that keep its direction from the sentence it is put into, and the sentence's from it: for
/// names and numbers in the drawing's own sentences.
pub fn isolated(value: &str) -> String {
    format!("{ISOLATE}{value}{END}")
}

/// A text, and what its signs say.
pub(super) struct Marked<'t> {
    /// The text as it is drawn, without the signs.
    pub text: Cow<'t, str>,
    /// Bytes of the text before which its author allows a hyphen, in order.
    pub soft: Vec<usize>,
    /// The text with its isolates, if it has any and each ends.
    pub isolated: Option<String>,
}

/// Takes the signs out of a text.
pub(super) fn read(text: &str) -> Marked<'_> {
    if text.is_ascii() || !text.contains(|c| c == SOFT_HYPHEN || is_isolate(c)) {
        return Marked {
            text: Cow::Borrowed(text),
            soft: Vec::new(),
            isolated: None,
        };
    }
    let mut out = String::with_capacity(text.len());
    let mut soft = Vec::new();
    for c in text.chars() {
        match c {
            SOFT_HYPHEN => soft.push(out.len()),
            _ if is_isolate(c) => {}
            _ => out.push(c),
        }
    }
    let isolated = text.contains(is_isolate) && is_balanced(text);
    Marked {
        text: Cow::Owned(out),
        soft,
        isolated: isolated.then(|| text.replace(SOFT_HYPHEN, "")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_taken_out_and_remembered() {
        let plain = read("Grüße an alle");
        assert!(matches!(plain.text, Cow::Borrowed(_)) && plain.isolated.is_none());
        let soft = read("Zu\u{ad}frie\u{ad}den");
        assert_eq!((&*soft.text, soft.soft), ("Zufrieden", vec![2, 6]));
        let value = format!("to {} now", isolated("سعر"));
        let read_back = read(&value);
        assert_eq!(&*read_back.text, "to سعر now");
        assert_eq!(read_back.isolated, Some(value));
    }

    #[test]
    fn an_isolate_that_does_not_end_is_none() {
        for text in [
            "a\u{2067}b",
            "a\u{2069}b\u{2066}",
            "\u{2066}\u{2067}a\u{2069}",
        ] {
            assert!(read(text).isolated.is_none(), "{text:?}");
            assert!(!read(text).text.contains(is_isolate));
        }
    }
}
