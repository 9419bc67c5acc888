//! `stale-evidence`

use super::{Subject, warning};
use crate::check::{Date, EvidenceKind, Map, Text, last_day};
use crate::diag::{Diagnostic, Rule};

pub const RULE: Rule = warning!(
    "stale-evidence",
    "evidence that was old when the map was last changed"
);

/// From how old on evidence is stale. Within a year most services have been through each of their seasons, prices and
/// campaigns once; what was found before has not been seen under any of today's.
const YEARS: i16 = 1;

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    let (Some(updated), Some((newest, text))) = (map.updated, newest(map)) else {
        return Vec::new();
    };
    // Days are compared as they are written: a year after the 29th of February is before the 1st of March.
    let limit = Date {
        year: newest.year.saturating_add(YEARS),
        ..newest
    };
    if limit >= updated {
        return Vec::new();
    }
    let message = format!(
        "the newest evidence is of {}, more than a year before the map was changed on {updated}",
        text.text
    );
    let mut found = Diagnostic::new(&RULE, text.span, message)
        .mark("the newest of all sources")
        .note("the map looks newer than what it rests on: it tells the journey of that time")
        .help("ask, watch or count again, and add the new source to `evidence`; or leave `updated` at the day of the last real change, if only words were corrected");
    if let Some(span) = map.updated_span {
        found = found.label(span, "the map was changed here");
    }
    vec![found]
}

/// The newest day that a source may be of, and how it is written; `None` where a source without a date may be newer.
/// Assumptions do not count: they are not seen but thought.
fn newest(map: &Map) -> Option<(Date, &Text)> {
    let sources = map.evidence.iter();
    let sources = sources.filter(|source| source.kind != Some(EvidenceKind::Assumption));
    let dates: Option<Vec<(Date, &Text)>> = sources
        .map(|source| {
            let text = source.date.as_ref()?;
            Some((last_day(&text.text)?, text))
        })
        .collect();
    dates?.into_iter().max_by_key(|(date, _)| *date)
}
