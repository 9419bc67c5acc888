//! `ends-early`

use super::reach::early_end;
use super::{Subject, warning};
use crate::diag::{Diagnostic, Rule};
use crate::model::shortened;

pub const RULE: Rule = warning!("ends-early", "a journey that ends with the purchase or use");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let found = early_end(subject.map).map(|last| {
        let name = shortened(&last.name.text);
        Diagnostic::new(
            &RULE,
            last.name.span,
            format!("the journey ends at `{name}`, and nothing comes after the purchase or use"),
        )
        .mark("the last stage, and none is after it")
        .note("whether somebody stays, comes back, recommends or leaves is decided after the purchase")
        .help("go on to what follows:\n- name: Coming back\n  part: after\nif a stage is that already, say so: part: after")
    });
    Vec::from_iter(found)
}
