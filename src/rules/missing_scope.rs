//! `missing-scope`

use super::{Subject, unless, warning};
use crate::diag::{Diagnostic, Rule};

pub const RULE: Rule = warning!("missing-scope", "a map that does not say where its journey begins and ends");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    unless(subject.map.scope.is_some(), || {
        Diagnostic::new(&RULE, subject.map.head, "the map does not say where its journey begins and ends")
        .mark("the map has no `scope`")
        .note("without a scope a stage that nobody mapped looks like a stage that does not exist")
        .help("name the first and the last moment that the map covers:\nscope: {from: She hears of the library, to: She comes back for more}")
    })
}
