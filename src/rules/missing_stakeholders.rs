//! `missing-stakeholders`

use super::{Subject, unless, warning};
use crate::diag::{Diagnostic, Rule};

pub const RULE: Rule = warning!("missing-stakeholders", "a map that names nobody with whom it is aligned");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    unless(!subject.map.stakeholders.is_empty(), || {
        Diagnostic::new(&RULE, subject.map.head, "the map names nobody with whom it is aligned")
        .mark("the map has no `stakeholders`")
        .note("those who were not asked do not know of the map, or do not believe it; they run the touchpoints that it wants to change")
        .help("name the people or departments who have to agree:\nstakeholders:\n- {name: Ada Okafor, role: Head of branches, department: Branch}")
    })
}
