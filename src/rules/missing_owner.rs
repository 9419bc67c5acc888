//! `missing-owner`

use super::{Subject, unless, warning};
use crate::diag::{Diagnostic, Rule};

pub const RULE: Rule = warning!("missing-owner", "a map that nobody keeps");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    unless(subject.map.owner.is_some(), || {
        Diagnostic::new(&RULE, subject.map.head, "nobody keeps this map")
        .mark("the map has no `owner`")
        .note("a map that belongs to nobody is not corrected when the journey changes, and nobody can be asked about it")
        .help("name who keeps it current:\nowner: Branch services")
    })
}
