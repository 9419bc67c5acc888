//! `missing-scope`

use super::{Subject, warning};
use crate::diag::{Diagnostic, Rule};

pub const RULE: Rule = warning!("missing-scope", "a map that does not say where its journey begins and ends");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    if map.scope.is_some() {
        return Vec::new();
    }
    let found = Diagnostic::new(&RULE, map.head, "the map does not say where its journey begins and ends")
        .mark("the map has no `scope`")
        .note("without a scope a stage that nobody mapped looks like a stage that does not exist")
        .help("name the first and the last moment that the map covers:\nscope: {from: She hears of the library, to: She comes back for more}");
    vec![found]
}
