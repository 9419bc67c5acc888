//! `missing-review`

use super::{Subject, unless, warning};
use crate::diag::{Diagnostic, Rule};

pub const RULE: Rule = warning!(
    "missing-review",
    "a map without a day by which it is looked at again"
);

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let Subject { map, as_of } = *subject;
    // The calendar ends with the year 9999.
    let next = as_of.year.saturating_add(1).min(9999);
    let example = format!("review_by: {next:04}-{:02}-01", as_of.month);
    unless(map.review_by.is_some(), || {
        Diagnostic::new(&RULE, map.head, "the map does not say when it is looked at again")
        .mark("the map has no `review_by`")
        .note("a map ages unseen: on the wall it looks as true as on its first day")
        .help(format!("set a day, and jmap reminds you from then on:\n{example}"))
    })
}
