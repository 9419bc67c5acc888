//! Spans as an author sees them, where the YAML library's are narrower or wider.

use std::ops::Range;

/// The span of a block scalar, from its indicator (`|` or `>`) to the end of its last line.
///
/// The library's span starts at the content and runs on over the blank lines below. `after` is the end of what stands
/// before the scalar.
pub fn block_scalar(text: &str, content: Range<usize>, after: usize) -> Range<usize> {
    let end = content.start
        + text
            .get(content.clone())
            .unwrap_or_default()
            .trim_end()
            .len();
    let before = text.get(after..content.start).unwrap_or_default();
    let header = before.trim_end();
    let line = header.rfind('\n').map_or(0, |feed| feed + 1);
    let indicator = header
        .get(line..)
        .unwrap_or_default()
        .char_indices()
        .find(|&(at, c)| {
            matches!(c, '|' | '>') && is_header(header.get(line + at + 1..).unwrap_or_default())
        });
    let start = indicator.map_or(content.start, |(at, _)| after + line + at);
    start..end.max(start + 1).min(text.len())
}

/// Whether the rest of a line after `|` or `>` ends a block scalar's header: indicators, then nothing or a comment.
fn is_header(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| matches!(c, '+' | '-') || c.is_ascii_digit());
    let comment = rest.trim_start();
    comment.is_empty() || (comment.len() < rest.len() && comment.starts_with('#'))
}

/// Where a block list starts: at its first dash. The library skips that dash where the list is not indented.
pub fn block_list(text: &str, start: usize) -> usize {
    if text.get(start..).is_some_and(|rest| rest.starts_with('-')) {
        return start;
    }
    let before = text.get(..start).unwrap_or_default().trim_end();
    if before.ends_with('-') {
        before.len() - 1
    } else {
        start
    }
}

/// Where a value that is not written would stand: after the colon that follows its key, else at the key's end.
pub fn absent_value(text: &str, key_end: usize) -> usize {
    let rest = text.get(key_end..).unwrap_or_default();
    let colon = rest.trim_start();
    if colon.starts_with(':') {
        key_end + rest.len() - colon.len() + 1
    } else {
        key_end
    }
}
