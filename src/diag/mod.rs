//! What jmap says: spans, rules and diagnostics. `render/` has one file per form.

mod errors;
mod findings;
mod page;
pub mod render;
mod settings;
mod warnings;

pub use errors::*;
pub use findings::Findings;
pub use page::page;
pub use settings::{Allow, Flags, Settings, Silenced, Verdict};
pub use warnings::*;

use std::collections::HashSet;

/// A range of bytes in the source file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// Makes a span from byte offsets; offsets beyond 4 GiB are cut (files are bounded far below).
    pub fn new(start: usize, end: usize) -> Span {
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span {
            start: cut(start),
            end: cut(end),
        }
    }
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing to do.
    Info,
    /// The map can be drawn, but something about it will mislead or age.
    Warning,
    /// No map can be drawn.
    Error,
}

impl Level {
    /// The level's name as it is printed.
    pub fn name(self) -> &'static str {
        match self {
            Level::Info => "info",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

/// A kind of finding. Each has one constant; the constants stand in lists. Its name makes it what it is.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case name of the bad pattern.
    pub name: &'static str,
    /// The level it has unless the map or the command line says otherwise.
    pub level: Level,
    /// What it finds, as part of a sentence.
    pub finds: &'static str,
    /// Its page, in Markdown: why it matters, and examples.
    pub page: &'static str,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

/// A second place that a finding refers to ("first defined here").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is to be seen there.
    pub text: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of finding.
    pub rule: &'static Rule,
    /// Its level here.
    pub level: Level,
    /// Where.
    pub span: Span,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// A few words at the marked span ("not a key of a touchpoint").
    pub mark: String,
    /// Other places that explain it.
    pub labels: Vec<Label>,
    /// Why it matters.
    pub notes: Vec<String>,
    /// What to do; may hold several lines of YAML.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// A finding of `rule` at its default level.
    pub fn new(rule: &'static Rule, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            rule,
            level: rule.level,
            span,
            message: message.into(),
            mark: String::new(),
            labels: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
        }
    }

    /// Sets the words at the marked span.
    pub fn mark(mut self, text: impl Into<String>) -> Diagnostic {
        self.mark = text.into();
        self
    }

    /// Adds a second place.
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push(Label {
            span,
            text: text.into(),
        });
        self
    }

    /// Adds a reason.
    pub fn note(mut self, text: impl Into<String>) -> Diagnostic {
        self.notes.push(text.into());
        self
    }

    /// Adds an advice.
    pub fn help(mut self, text: impl Into<String>) -> Diagnostic {
        self.help.push(text.into());
        self
    }
}

/// Keeps each finding once: aliases repeat what they stand for, and so its findings.
pub fn once(findings: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    findings
        .retain(|finding| seen.insert((finding.span, finding.rule.name, finding.message.clone())));
}

/// Whether any of the findings is an error.
pub fn any_error(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|d| d.level == Level::Error)
}
