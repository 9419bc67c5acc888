//! One line of the source, looked at after the YAML library gave up on it.

use std::ops::Range;

/// Quotes that are letters to YAML.
pub const CURLY: &[char] = &['“', '”', '„', '‘', '’', '‚', '«', '»'];

/// A line and the place in it at which reading stopped.
pub struct Line<'t> {
    /// Byte offset of its first character.
    pub start: usize,
    /// The line without its line feed.
    pub text: &'t str,
    /// The stop, in bytes from the line's start.
    pub stop: usize,
}

impl<'t> Line<'t> {
    /// The line around a byte offset.
    pub fn around(text: &'t str, at: usize) -> Line<'t> {
        let before = text.get(..at).unwrap_or(text);
        let start = before.rfind('\n').map_or(0, |feed| feed + 1);
        let text = text
            .get(start..)
            .unwrap_or_default()
            .lines()
            .next()
            .unwrap_or_default();
        Line {
            start,
            text,
            stop: (before.len() - start).min(text.len()),
        }
    }

    /// The next line above that says something.
    pub fn above(&self, text: &'t str) -> Option<Line<'t>> {
        let mut end = self.start;
        while end > 0 {
            let line = Line::around(text, end - 1);
            let content = line.content();
            if !content.is_empty() && !content.starts_with('#') {
                return Some(line);
            }
            end = line.start;
        }
        None
    }

    /// What stands before the stop.
    pub fn before(&self) -> &'t str {
        self.text.get(..self.stop).unwrap_or_default()
    }

    /// The line without indentation.
    pub fn content(&self) -> &'t str {
        self.text.trim_start_matches([' ', '\t'])
    }

    /// Where the value begins in which the stop lies, in bytes from the line's start: after `key: `.
    pub fn value_start(&self) -> Option<usize> {
        let value = self.before().rfind(": ")? + 2;
        let spaces = self.before().get(value..)?;
        Some(value + spaces.len() - spaces.trim_start().len())
    }

    /// A text that begins at an offset in the line, to its end: the line's, a comment's begin, or in brackets what
    /// closes them.
    pub fn text_from(&self, start: usize) -> Range<usize> {
        let rest = self.text.get(start..).unwrap_or_default();
        let before = self.text.get(..start).unwrap_or_default();
        let count = |brackets: [char; 2]| before.matches(brackets).count();
        let comment = rest.find(" #").unwrap_or(rest.len());
        let bracket = if count(['{', '[']) > count(['}', ']']) {
            rest.find([',', '}', ']'])
        } else {
            None
        };
        let end = bracket.unwrap_or(rest.len()).min(comment);
        start..start + rest.get(..end).unwrap_or_default().trim_end().len()
    }

    /// The line with a part of it put in quotes.
    pub fn quoted(&self, part: Range<usize>) -> String {
        let inner = self.text.get(part.clone()).unwrap_or_default();
        let inner = if inner.starts_with(CURLY) {
            inner.trim_matches(CURLY)
        } else {
            inner
        };
        let quoted = if inner.contains(['"', '\\']) {
            format!("'{}'", inner.replace('\'', "''"))
        } else {
            format!("\"{inner}\"")
        };
        let before = self.text.get(..part.start).unwrap_or_default();
        let after = self.text.get(part.end..).unwrap_or_default();
        format!("{before}{quoted}{after}").trim().to_owned()
    }
}

/// Longest part of a file that is repeated as a value in an advice, in characters.
pub const LONGEST_VALUE: usize = 60;

/// The beginning of a text, for a sentence about it.
pub fn cut(text: &str) -> String {
    let mut cut: String = text.chars().take(LONGEST_VALUE).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

/// A text as a value in YAML, shortened, in quotes where it needs them.
pub fn value(text: &str) -> String {
    let text: String = text.chars().take(LONGEST_VALUE).collect();
    let plain = text.starts_with(char::is_alphanumeric)
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '/' | '(' | ')' | '.'));
    if plain {
        text
    } else {
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        format!("\"{}\"", text.replace('\t', " "))
    }
}
