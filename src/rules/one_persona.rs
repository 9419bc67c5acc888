//! `one-persona`

use super::{Subject, info};
use crate::diag::{Diagnostic, Rule};
use crate::model::shortened;

pub const RULE: Rule = info!("one-persona", "a map that follows a single persona");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let [only] = subject.map.personas.as_slice() else {
        return Vec::new();
    };
    let message = format!("the map follows `{}` alone", shortened(&only.name.text));
    let found = Diagnostic::new(&RULE, only.name.span, message)
        .mark("the only persona")
        .note("what is easy for one segment can be where another one gives up")
        .help("add a second persona who goes the same way and feels otherwise; or say here why one is enough: `x-allow: {one-persona: \"…\"}`");
    vec![found]
}
