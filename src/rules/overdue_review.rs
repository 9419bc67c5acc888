//! `overdue-review`

use super::{Subject, warning};
use crate::diag::{Diagnostic, Rule};

pub const RULE: Rule = warning!(
    "overdue-review",
    "a map that should have been looked at again by now"
);

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let Subject { map, as_of } = *subject;
    let Some(due) = map.review_by.filter(|due| *due < as_of) else {
        return Vec::new();
    };
    let message = format!("the map was to be reviewed by {due}, and it is {as_of}");
    let found = Diagnostic::new(&RULE, map.review_span.unwrap_or(map.head), message)
        .mark("has passed")
        .note("journeys change while maps do not: whoever reads it now cannot know what still holds");
    let found = match map.updated.filter(|updated| *updated > due) {
        Some(updated) => found.help(format!(
            "it was changed on {updated}: if that was the review, set the next day in `review_by`"
        )),
        None => found.help(
            "look it over with those who know the journey; then set `updated` to that day and `review_by` to the next one",
        ),
    };
    vec![found]
}
