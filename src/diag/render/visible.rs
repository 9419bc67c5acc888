//! Text that is safe on a terminal.

use std::borrow::Cow;

/// The text with every character spelled out that a terminal would obey instead of show: control characters, and those
/// that reorder what follows them (Unicode `Bidi_Control`). Line feeds and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    spell_out(text, |c| !matches!(c, '\n' | '\t') && is_obeyed(c))
}

/// The same on one line: line feeds and tabs become spaces.
pub fn visible_line(text: &str) -> Cow<'_, str> {
    match spell_out(text, |c| !matches!(c, '\n' | '\t') && is_obeyed(c)) {
        line if line.contains(['\n', '\t']) => Cow::Owned(line.replace(['\n', '\t'], " ")),
        line => line,
    }
}

fn spell_out(text: &str, obeyed: fn(char) -> bool) -> Cow<'_, str> {
    if !text.chars().any(obeyed) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if obeyed(c) {
            out.push_str(&format!("<U+{:04X}>", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Whether a terminal would obey a character, line feeds and tabs too.
pub(super) fn is_obeyed(c: char) -> bool {
    let reorders = matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    reorders || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}
