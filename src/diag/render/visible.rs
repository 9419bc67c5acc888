//! Text that is safe on a terminal.

use std::borrow::Cow;

use crate::unseen::{FLAG, is_hidden, is_ignorable, is_obeyed, is_tag};

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

/// The name of a file on one line, in which line feeds and tabs are spelled out, too. One that begins like a command to a CI
/// service gets its folder.
pub fn visible_name(name: &str) -> Cow<'_, str> {
    match is_command(name) {
        true => Cow::Owned(spell_out(&format!("./{name}"), |_| false).into_owned()),
        false => spell_out(name, |_| false),
    }
}

/// The text with no line that a CI service would take for a command to it: GitHub looks for them in whatever is printed.
pub fn uncommanded(text: &str) -> Cow<'_, str> {
    if !text.lines().any(is_command) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive('\n') {
        let rest = line.trim_start();
        match rest.chars().next().filter(|_| is_command(line)) {
            Some(first) => {
                out.push_str(&line[..line.len() - rest.len()]);
                out.push_str(&format!("<U+{:04X}>", u32::from(first)));
                out.push_str(&rest[first.len_utf8()..]);
            }
            None => out.push_str(line),
        }
    }
    Cow::Owned(out)
}

fn is_command(line: &str) -> bool {
    ["::", "##["]
        .iter()
        .any(|start| line.trim_start().starts_with(start))
}

/// What becomes of a character depends on those before it alone, so that the beginning of a text is spelled as it is in the whole.
fn spell_out(text: &str, stays: fn(char) -> bool) -> Cow<'_, str> {
    let obeyed = |c: char| (is_obeyed(c) || is_hidden(c)) && !stays(c);
    let spelled = |c: char| obeyed(c) || is_ignorable(c);
    if !text.chars().any(spelled) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = '\0';
    for c in text.chars() {
        let in_writing = match is_tag(c) {
            true => before == FLAG,
            false => !before.is_ascii(),
        };
        if obeyed(c) || (is_ignorable(c) && !in_writing) {
            out.push_str(&format!("<U+{:04X}>", u32::from(c)));
        } else {
            out.push(c);
        }
        if !is_ignorable(c) {
            before = c;
        }
    }
    Cow::Owned(out)
}
