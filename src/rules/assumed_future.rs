//! `assumed-future`

use super::{Subject, warning};
use crate::check::{Cell, EvidenceIx, Kpi, Map, State, Voice};
use crate::diag::{Diagnostic, Rule};
use crate::insight::claims::{is_supported, rests_on};
use crate::model::shortened;

pub const RULE: Rule = warning!(
    "assumed-future",
    "a future map with quotes or measured KPIs that nobody can have said or measured yet"
);

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    if map.state != Some(State::Future) {
        return Vec::new();
    }
    let kpis = map.kpis.iter().filter(|kpi| claims(map, kpi));
    let mut found: Vec<Diagnostic> = kpis.filter_map(measured).collect();
    found.extend(map.cells().flat_map(|cell| said(map, cell)));
    found
}

/// Whether a future map gives out a KPI for measured. One with a target shows from where it is to get there, and one with
/// a source was measured: today, in a pilot, with a prototype.
pub(super) fn claims(map: &Map, kpi: &Kpi) -> bool {
    map.state == Some(State::Future)
        && kpi.value.is_some()
        && kpi.target.is_none()
        && !is_supported(map, &kpi.evidence)
}

fn measured(kpi: &Kpi) -> Option<Diagnostic> {
    let (name, value) = (&kpi.name, kpi.value.as_ref()?);
    let message = format!(
        "the map shows the future, and `{}` is measured there as {}",
        shortened(&name.text),
        value.text
    );
    let found = Diagnostic::new(&RULE, name.span, message)
        .mark("a `value` without a `target`, from no source")
        .note("nobody can measure a journey that nobody has gone: what is planned looks like a result")
        .help(format!("write `target: {}` for what it is to be; or keep today's value, with a `target` and its `evidence`", value.text));
    Some(found)
}

fn said<'m>(map: &'m Map, cell: &'m Cell) -> impl Iterator<Item = Diagnostic> {
    let sources = |quote: &Voice| -> Vec<EvidenceIx> { rests_on(&quote.evidence, cell) };
    let invented = move |quote: &&Voice| !is_supported(map, &sources(quote));
    cell.quotes.iter().filter(invented).map(|quote| {
        let text = shortened(&quote.text.text);
        Diagnostic::new(&RULE, quote.text.span, format!("the map shows the future, where nobody has said {text} yet"))
            .mark("a quote that rests on no research")
            .note("experience belongs to journeys that somebody has gone; an invented quote is read as a promise that was kept")
            .help("make it one of the `thoughts`; or name the test or pilot in which it was said: `{text: …, evidence: …}`")
    })
}
