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

/// The name of a file on one line, in which line feeds and tabs are spelled out, too. One that begins like a command to GitHub
/// gets its folder.
pub fn visible_name(name: &str) -> Cow<'_, str> {
    match begins_command(name) {
        true => Cow::Owned(spell_out(&format!("./{name}"), |_| false).into_owned()),
        false => spell_out(name, |_| false),
    }
}

/// The text with nothing in it that a CI service would take for a command to it: they look for them in whatever is printed.
///
/// GitHub obeys a line that begins with `::`, behind white space too, and `##[` anywhere in a line; Azure Pipelines `##vso[`, TeamCity
/// `##teamcity[`. A carriage return ends a line for them as well.
pub fn uncommanded(text: &str) -> Cow<'_, str> {
    let text = unbracketed(text, "<U+0023>");
    let ends = ['\n', '\r'];
    if !text.split(ends).any(begins_command) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive(ends) {
        match line.trim_start().strip_prefix("::") {
            Some(rest) => {
                out.push_str(&line[..line.len() - rest.len() - 2]);
                out.push_str("<U+003A>:");
                out.push_str(rest);
            }
            None => out.push_str(line),
        }
    }
    Cow::Owned(out)
}

fn begins_command(line: &str) -> bool {
    line.trim_start().starts_with("::")
}

/// The text with another spelling of the first `#` wherever `##[` or `##word[` stands.
pub(super) fn unbracketed<'t>(text: &'t str, hash: &str) -> Cow<'t, str> {
    let mut out = String::new();
    let mut from = 0;
    for (bracket, _) in text.match_indices('[') {
        let head = text[from..bracket].trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if let Some(before) = head.strip_suffix("##") {
            out.push_str(before);
            out.push_str(hash);
            from += before.len() + 1;
        }
    }
    match from {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(out + &text[from..]),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_a_command() {
        for (text, printed) in [
            ("a\n::error::b", "a\n<U+003A>:error::b"),
            (
                " \u{a0}\u{3000}::add-mask::b\n",
                " \u{a0}\u{3000}<U+003A>:add-mask::b\n",
            ),
            (
                "a\r::error::b\r\n::c::",
                "a\r<U+003A>:error::b\r\n<U+003A>:c::",
            ),
            ("a ##[error]b ##[c]", "a <U+0023>#[error]b <U+0023>#[c]"),
            ("###[error]", "#<U+0023>#[error]"),
            (
                "##vso[a] ##teamcity[b",
                "<U+0023>#vso[a] <U+0023>#teamcity[b",
            ),
        ] {
            assert_eq!(uncommanded(text), printed);
            assert_eq!(uncommanded(printed), printed);
        }
        for text in ["a::b", "a ::b\n :c", "## [a]", "#[a]", "##é[a]", "[##]"] {
            assert!(matches!(uncommanded(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
