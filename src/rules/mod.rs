//! Lints: what makes a map fail that can be drawn. One file and one page each; one list.
//!
//! A lint is quiet on a good map. Where a map may mean what looks like a mistake, the lint says nothing.

mod page;

pub use page::page;

use crate::check::{Date, Map};
use crate::diag::{Diagnostic, ERRORS, Rule, WARNINGS};

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
pub fn lint(map: &Map, as_of: Date) -> Vec<Diagnostic> {
    let subject = Subject { map, as_of };
    let mut findings: Vec<_> = LINTS
        .iter()
        .flat_map(|lint| (lint.find)(&subject))
        .collect();
    findings.sort_by_key(|finding| finding.span);
    findings
}

/// A warning with its page, which stands beside its file.
macro_rules! warning {
    ($name:literal, $finds:literal) => {
        $crate::diag::Rule {
            name: $name,
            level: $crate::diag::Level::Warning,
            finds: $finds,
            page: include_str!(concat!($name, ".md")),
        }
    };
}
use warning;
