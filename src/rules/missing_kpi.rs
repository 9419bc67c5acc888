//! `missing-kpi`

use super::{Subject, assumed_future, warning};
use crate::check::Kpi;
use crate::diag::{Diagnostic, Rule};
use crate::model::shortened;

pub const RULE: Rule = warning!("missing-kpi", "no KPI, or one without a target");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    if map.kpis.is_empty() {
        let found = Diagnostic::new(&RULE, map.head, "the map has no KPI")
            .mark("neither `kpis` here nor at a stage")
            .note("without a figure nobody can tell whether what the map has changed made the journey better")
            .help("add one with its target, at the stage that it measures:\nkpis:\n  again: {name: Borrows again within a month, value: 52, target: 66, unit: \"%\", stage: borrow}");
        return vec![found];
    }
    let kpis = map.kpis.iter();
    // What a future map claims to have measured is said there.
    kpis.filter(|kpi| kpi.target.is_none() && !assumed_future::claims(map, kpi))
        .map(without_target)
        .collect()
}

fn without_target(kpi: &Kpi) -> Diagnostic {
    let message = format!("the KPI `{}` has no target", shortened(&kpi.name.text));
    Diagnostic::new(&RULE, kpi.name.span, message)
        .mark("no `target`")
        .note("a figure alone does not say whether it is good: the map can draw neither that it meets expectations nor that it does not")
        .help("say what it should be: `target: …`, with `better: lower` where less is better")
}
