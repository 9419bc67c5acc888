//! `starts-late`

use super::reach::late_start;
use super::{Subject, warning};
use crate::diag::{Diagnostic, Rule};
use crate::model::shortened;

pub const RULE: Rule = warning!(
    "starts-late",
    "a journey that begins with the purchase or use"
);

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let found = late_start(subject.map).map(|first| {
        let name = shortened(&first.name.text);
        Diagnostic::new(
            &RULE,
            first.name.span,
            format!("the journey begins at `{name}`, with the purchase or use"),
        )
        .mark("the first stage, and none is before it")
        .note("people hear of a thing, want it and compare it long before they buy; what goes wrong there is lost from sight")
        .help("begin with what leads to it:\n- name: Hearing of it\n  part: before\nif a stage is that already, say so: part: before")
    });
    Vec::from_iter(found)
}
