//! `too-few-stages`

use super::{Subject, warning};
use crate::check::{Kind, Timeline};
use crate::diag::{Diagnostic, Rule};

pub const RULE: Rule = warning!("too-few-stages", "a journey of fewer than four stages");

/// The least number of stages that tell a journey as a whole: inquiry, comparison, purchase and installation.
const LEAST: usize = 4;

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    // A blueprint looks into a part of a journey, and a finite amount of time has its parts on the axis.
    let is_whole = map.kind == Kind::Journey && matches!(map.timeline, Timeline::Phases);
    let (count, last) = (map.stages.len(), map.stages.last());
    let Some(last) = last.filter(|_| is_whole && count < LEAST) else {
        return Vec::new();
    };
    let (message, mark) = match count {
        1 => ("the journey has one stage".to_owned(), "the only one"),
        _ => (
            format!("the journey has only {count} stages"),
            "the last one",
        ),
    };
    let found = Diagnostic::new(&RULE, last.name.span, message)
        .mark(mark)
        .note("with fewer than four, the map leaves out how people got there or what becomes of them, or calls different things by one name")
        .help("look before and after, and part what feels different: inquiry, comparison, purchase, installation, and what comes after");
    vec![found]
}
