//! What findings look like.

mod github;
mod human;
mod json;
mod lines;
mod sarif;
mod short;
mod silenced;

use super::{FORMS, Report};
use crate::diag::{self, Diagnostic, Span};

/// Prints findings of `map.yaml` in a form, without colour.
fn print(form: &str, text: &str, findings: &[Diagnostic]) -> String {
    let form = FORMS
        .iter()
        .find(|row| row.name == form)
        .expect("the form exists");
    (form.print)(
        &[Report {
            name: "map.yaml",
            text,
            findings,
            silenced: &[],
        }],
        false,
    )
}

/// A finding at the first place where a part of the text stands.
fn at(text: &str, part: &str, message: &str) -> Diagnostic {
    let start = text.find(part).expect("the part stands in the text");
    Diagnostic::new(
        &diag::UNKNOWN_KEY,
        Span::new(start, start + part.len()),
        message,
    )
}
