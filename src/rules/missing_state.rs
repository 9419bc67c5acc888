//! `missing-state`

use super::{Subject, unless, warning};
use crate::diag::{Diagnostic, Rule};

pub const RULE: Rule = warning!("missing-state", "a map that does not say whether it shows today, tomorrow or a guess");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    unless(subject.map.state.is_some(), || {
        Diagnostic::new(&RULE, subject.map.head, "the map does not say whether it shows what is or what is to be")
        .mark("the map has no `state`")
        .note("a plan that is read as a finding, or a guess as either, leads to the wrong decision")
        .help("say which it is:\nstate: current      # as it is, from research\nstate: future       # as it is to be\nstate: hypothesis   # as you suppose, before you ask")
    })
}
