//! What the lints say, and where they are silent: what the examples of their pages do not show.

#[path = "lints/dates.rs"]
mod dates;
#[path = "lints/evidence.rs"]
mod evidence;
#[path = "lints/parts.rs"]
mod parts;

use jmap::check::{Date, NoFiles};
use jmap::diag::Diagnostic;
use jmap::source::Limits;

const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 1,
};

/// What a rule finds in a map.
fn found(rule: &str, text: &str, as_of: Date) -> Vec<Diagnostic> {
    let reading = jmap::read(text, &NoFiles, &Limits::default());
    let Some(map) = reading.map else {
        panic!("{:#?}\n{text}", reading.findings);
    };
    let findings = jmap::lint(&map, as_of, &Limits::default());
    findings
        .into_iter()
        .filter(|finding| finding.rule.name == rule)
        .collect()
}

/// What a rule marks in a map: the words of the source.
fn marked<'t>(rule: &str, text: &'t str) -> Vec<&'t str> {
    let spans = found(rule, text, TODAY).into_iter();
    spans
        .map(|finding| &text[finding.span.start as usize..finding.span.end as usize])
        .collect()
}

/// A map of two personas and stages `A`, `B`, … of one touchpoint each, by the keys of these. `top` has what else it takes.
fn map(top: &str, touchpoints: &[&str]) -> String {
    let stages: String = ('A'..)
        .zip(touchpoints)
        .map(|(name, keys)| {
            format!("- name: {name}\n  touchpoints: {{name: At {name}, channel: web, {keys}}}\n")
        })
        .collect();
    format!(
        "title: A map\npersonas: {{ann: Ann, bob: Bob}}\nchannels: {{web: Website}}\n{top}\nstages:\n{stages}"
    )
}
