//! `flat-emotion`

use super::places::{called, said};
use super::{Subject, warning};
use crate::check::{Map, State};
use crate::diag::{Diagnostic, Rule};
use crate::insight::curve::{Range, range};
use crate::insight::valleys::{FEWEST, FLAT};

pub const RULE: Rule = warning!("flat-emotion", "curves without peaks and valleys");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    let Some(range) = range(map).filter(|range| is_flat(map, range)) else {
        return Vec::new();
    };
    let (lowest, highest) = (&range.lowest, &range.highest);
    let (low, high) = (lowest.1.score, highest.1.score);
    let message = match low == high {
        true => format!("all scores are {low}"),
        false => format!(
            "all scores lie between {low} and {high}, on a scale from {} to {}",
            map.scale.min, map.scale.max
        ),
    };
    let found = Diagnostic::new(&RULE, said(map, lowest.0, &lowest.1), message)
        .mark("the lowest of all")
        .label(
            said(map, highest.0, &highest.1),
            format!("the highest of all, at `{}`", called(map, highest.1.place)),
        )
        .note("a curve without peaks and valleys says of no touchpoint that it matters more than another")
        .help("ask customers where it went well and where it did not, and score those touchpoints apart;\nwhere nobody has asked yet, write emotion: unknown");
    vec![found]
}

/// Whether the scores of a map span too little; what a map of the future hopes for may be even.
pub fn is_flat(map: &Map, range: &Range) -> bool {
    let whole = map.scale.max - map.scale.min;
    range.longest >= FEWEST && map.state != Some(State::Future) && range.span() < whole * FLAT
}
