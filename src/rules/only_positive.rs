//! `only-positive`

use super::flat_emotion::is_flat;
use super::places::{called, said};
use super::{Subject, warning};
use crate::check::State;
use crate::diag::{Diagnostic, Rule};
use crate::insight::valleys::FEWEST;
use crate::insight::curve::range;

pub const RULE: Rule = warning!("only-positive", "a journey on which nothing feels bad");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    // What is hoped for may be all good; and of a flat curve one finding is enough.
    let Some(range) = range(map)
        .filter(|range| range.longest >= FEWEST && range.lowest.1.score >= map.scale.neutral)
        .filter(|range| map.state != Some(State::Future) && !is_flat(map, range))
    else {
        return Vec::new();
    };
    let (persona, lowest) = range.lowest;
    let message = format!(
        "no score lies below neutral, which is {}",
        map.scale.neutral
    );
    let mark = format!("the lowest of all, at `{}`", called(map, lowest.place));
    let found = Diagnostic::new(&RULE, said(map, persona, &lowest), message)
        .mark(mark)
        .note("every journey has moments that annoy; a map that shows none shows what its authors wish for")
        .help("look for the low points in complaints, calls and interviews; if the map shows what is planned, say so:\nstate: future");
    vec![found]
}
