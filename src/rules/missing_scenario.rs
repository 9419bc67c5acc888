//! `missing-scenario`

use super::{Subject, unless, warning};
use crate::diag::{Diagnostic, Rule};

pub const RULE: Rule = warning!("missing-scenario", "a map that does not say what its persona sets out to do");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    unless(subject.map.scenario.is_some(), || {
        Diagnostic::new(&RULE, subject.map.head, "the map does not say what its persona sets out to do")
        .mark("the map has no `scenario`")
        .note("the same touchpoints feel different to somebody in a hurry and to somebody with time: a curve can only be read with its situation")
        .help("describe the situation and what is wanted from it:\nscenario: Nadia has moved to town and wants to borrow books")
    })
}
