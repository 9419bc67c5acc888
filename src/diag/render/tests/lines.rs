//! Lines and columns.

use super::super::Lines;
use crate::diag::Span;

/// Line and column, counted by walking.
fn walked(text: &str, offset: usize) -> (usize, usize) {
    let before = text[..offset].replace("\r\n", "\n\n").replace('\r', "\n");
    let breaks = text[..offset]
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .matches('\n')
        .count();
    (
        breaks + 1,
        before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1,
    )
}

#[test]
fn places_are_what_walking_finds() {
    let long = "é🙂x".repeat(1500);
    for text in ["", "a", "a\n", "a\r\nb\rc\n\n", "é\n🙂🙂", long.as_str()] {
        let lines = Lines::new(text);
        for (offset, _) in text
            .char_indices()
            .filter(|&(at, _)| !text[..at].ends_with('\r'))
        {
            assert_eq!(
                lines.place(offset),
                walked(text, offset),
                "{offset} of {text:.20}"
            );
        }
        assert_eq!(lines.place(text.len()), walked(text, text.len()));
        assert_eq!(lines.place(usize::MAX), walked(text, text.len()));
    }
}

#[test]
fn a_line_ends_before_its_break() {
    let text = "one\r\ntwo\n\nfour";
    let lines = Lines::new(text);
    let texts: Vec<_> = (1..=5).map(|line| &text[lines.range(line)]).collect();
    assert_eq!(texts, ["one", "two", "", "four", ""]);
}

#[test]
fn a_span_has_two_ends_and_a_part_in_its_first_line() {
    let lines = Lines::new("one\r\nzwölf\nx");
    assert_eq!(lines.ends(Span::new(6, 9)), [(2, 2), (2, 4)]);
    assert_eq!(lines.ends(Span::new(1, 13)), [(1, 2), (3, 2)]);
    assert_eq!(lines.ends(Span::new(9, 6)), [(2, 4), (2, 4)]);
    assert_eq!(lines.first_line(Span::new(1, 9)), (1, 1..3));
    assert_eq!(lines.first_line(Span::new(8, 8)), (2, 7..9));
    assert_eq!(lines.first_line(Span::new(700, 900)), (3, 13..13));
}
