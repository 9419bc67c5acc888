//! No text makes jmap panic: pieces and mutations of a map that uses everything.

mod beside;

use beside::Beside;
use jmap::diag::render::{FORMS, Report};
use proptest::prelude::*;

const EVERYTHING: &str = include_str!("cases/whole/everything.yaml");

/// Scraps that mean something somewhere in the language or in YAML.
const SCRAPS: &[&str] = &[
    "",
    " ",
    "\n",
    "- ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "*t",
    "&t ",
    "null",
    "~",
    "true",
    "-1e300",
    ".inf",
    "2026-02-30",
    "rest",
    "leave",
    "unknown",
    "frustrated",
    "\"",
    "'",
    "#",
    "|\n",
    "\u{202e}",
    "👩‍👩‍👧",
    "ê",
    "x-a: 1",
    "<<: ",
    "%",
    "1w 5d",
    "../a",
];

fn survives(text: &str) {
    let (_, findings) = jmap::read(text, &Beside, &jmap::source::Limits::default()).judged();
    for form in FORMS {
        (form.print)(
            &[Report {
                name: "map.yaml",
                text,
                findings: &findings,
                silenced: &[],
            }],
            false,
        );
    }
}

/// The nearest place at or before a byte at which the text may be cut.
fn cut(at: usize) -> usize {
    EVERYTHING.floor_char_boundary(at)
}

#[test]
fn every_beginning_is_survived() {
    for end in (0..EVERYTHING.len()).step_by(7) {
        survives(&EVERYTHING[..cut(end)]);
    }
}

#[test]
fn every_lost_line_is_survived() {
    let lines: Vec<&str> = EVERYTHING.lines().collect();
    for lost in 0..lines.len() {
        let rest: Vec<&str> = lines
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != lost)
            .map(|(_, line)| *line)
            .collect();
        survives(&rest.join("\n"));
    }
}

proptest! {
    #[test]
    fn mutations_are_survived(
        changes in prop::collection::vec((0..EVERYTHING.len(), 0..12usize, prop::sample::select(SCRAPS)), 1..6)
    ) {
        let mut text = EVERYTHING.to_owned();
        for (at, length, scrap) in changes {
            let start = text.floor_char_boundary(at.min(text.len()));
            let end = text.floor_char_boundary((start + length).min(text.len()));
            text.replace_range(start..end, scrap);
        }
        survives(&text);
    }
}
