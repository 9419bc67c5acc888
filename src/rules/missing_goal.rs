//! `missing-goal`

use super::{Subject, unless, warning};
use crate::diag::{Diagnostic, Rule};

pub const RULE: Rule = warning!("missing-goal", "a map that does not say what it is for");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    unless(!subject.map.goals.is_empty(), || {
        Diagnostic::new(&RULE, subject.map.head, "the map does not say what it is to achieve")
        .mark("the map has no `goals`")
        .note("without a goal nobody can tell which details belong on the map, or when it has done its work")
        .help("say what should be different when the work is done:\ngoals: Two of three new members borrow again within a month")
    })
}
