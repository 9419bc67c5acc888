//! Lints: what makes a map fail that can be drawn. One file and one page each; one list.
//!
//! A lint is quiet on a good map. Where a map may mean what looks like a mistake, the lint says nothing.

mod places;
mod reach;
mod words;

pub use crate::diag::page;

use crate::check::{Date, Map};
use crate::diag::{Diagnostic, ERRORS, Findings, Rule, WARNINGS};
use crate::limits::{Limit, Limits};

/// What a lint looks at.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'m> {
    /// The map.
    pub map: &'m Map,
    /// The day that counts as today.
    pub as_of: Date,
}

/// A rule with its test.
#[derive(Debug)]
pub struct Lint {
    /// The rule.
    pub rule: &'static Rule,
    /// The recommended part of a map whose absence it finds, in a word or two.
    pub part: Option<&'static str>,
    /// Finds what is weak.
    pub find: fn(&Subject) -> Vec<Diagnostic>,
}

/// Declares the modules of the lints, and their list.
macro_rules! lints {
    ($($name:ident $(for $part:literal)?,)+) => {
        $(mod $name;)+

        /// All lints, in the order in which the documentation lists them.
        pub const LINTS: &[Lint] = &[$(Lint {
            rule: &$name::RULE,
            part: lints!(@part $($part)?),
            find: $name::find,
        },)+];
    };
    (@part) => { None };
    (@part $part:literal) => { Some($part) };
}

lints! {
    missing_goal for "goal",
    missing_scope for "scope",
    missing_scenario for "scenario",
    missing_state for "state",
    missing_kpi for "KPI",
    missing_stakeholders for "stakeholders",
    missing_owner for "owner",
    one_department,
    missing_evidence for "evidence",
    one_kind_of_evidence,
    overdue_review,
    missing_review for "review date",
    stale_evidence,
    starts_late for "what comes before",
    ends_early for "what comes after",
    too_few_stages,
    flat_emotion,
    only_positive,
    valley_without_pain_point,
    pain_point_without_opportunity,
    opportunity_without_owner,
    touchpoint_without_channel,
    unused_channel,
    unused_persona,
    stranded_touchpoint,
    company_language,
    persona_without_needs,
    one_persona,
    assumed_future,
}

/// All rules, in the order in which the documentation lists them: errors, warnings of the pipeline, lints.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    ERRORS.iter().copied().chain(settable())
}

/// The rules that a map and the command line may set: all but the errors.
pub fn settable() -> Vec<&'static Rule> {
    let lints = LINTS.iter().map(|lint| lint.rule);
    WARNINGS.iter().copied().chain(lints).collect()
}

/// The findings of all lints, sorted by place.
pub fn lint(map: &Map, as_of: Date, limits: &Limits) -> Vec<Diagnostic> {
    let subject = Subject { map, as_of };
    let mut findings = Findings::new(limits.count(Limit::Findings));
    for lint in LINTS {
        findings.extend((lint.find)(&subject));
    }
    let mut findings = findings.finish();
    findings.sort_by_key(|finding| finding.span);
    findings
}

/// The one finding of a lint, unless what it misses is there.
fn unless(there: bool, found: impl FnOnce() -> Diagnostic) -> Vec<Diagnostic> {
    if there { Vec::new() } else { vec![found()] }
}

/// A rule with its page, which stands beside its file.
macro_rules! rule {
    ($level:ident, $name:literal, $finds:literal) => {
        $crate::diag::Rule {
            name: $name,
            level: $crate::diag::Level::$level,
            finds: $finds,
            page: include_str!(concat!($name, ".md")),
        }
    };
}
use rule;

/// A warning with its page.
macro_rules! warning {
    ($name:literal, $finds:literal) => {
        $crate::rules::rule!(Warning, $name, $finds)
    };
}
use warning;

/// Something to know, with its page.
macro_rules! info {
    ($name:literal, $finds:literal) => {
        $crate::rules::rule!(Info, $name, $finds)
    };
}
use info;
