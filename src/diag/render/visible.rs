//! Text that is safe on a terminal.

use std::borrow::Cow;

use crate::unseen::{is_ignorable, is_obeyed};

/// The text with every character spelled out that a terminal would obey instead of show: control characters, and those
/// that reorder what follows them (Unicode `Bidi_Control`). Line feeds and tabs stay. What is not seen is spelled out as well,
/// but for joiners and the like behind characters that are not ASCII: there they are part of writing.
pub fn visible(text: &str) -> Cow<'_, str> {
    spell_out(text, |c| matches!(c, '\n' | '\t'))
}

/// The same on one line: line feeds and tabs become spaces.
pub fn visible_line(text: &str) -> Cow<'_, str> {
    match visible(text) {
        line if line.contains(['\n', '\t']) => Cow::Owned(line.replace(['\n', '\t'], " ")),
        line => line,
    }
}

/// The name of a file on one line, in which line feeds and tabs are spelled out, too.
pub fn visible_name(name: &str) -> Cow<'_, str> {
    spell_out(name, |_| false)
}

/// What becomes of a character depends on those before it alone, so that the beginning of a text is spelled as it is in the whole.
fn spell_out(text: &str, stays: fn(char) -> bool) -> Cow<'_, str> {
    let spelled = |c: char| (is_obeyed(c) && !stays(c)) || is_ignorable(c);
    if !text.chars().any(spelled) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut in_writing = false;
    for c in text.chars() {
        if spelled(c) && (is_obeyed(c) || !in_writing) {
            out.push_str(&format!("<U+{:04X}>", u32::from(c)));
        } else {
            out.push(c);
        }
        if !is_ignorable(c) {
            in_writing = !c.is_ascii();
        }
    }
    Cow::Owned(out)
}
