//! The forms in which findings are printed, one file each.

mod github;
mod human;
mod json;
mod lines;
mod repeats;
mod sarif;
mod short;
mod visible;

pub use github::{ANNOTATIONS, annotation, left_over};
pub use json::document;
pub use lines::Lines;
pub use visible::{uncommanded, visible, visible_line, visible_name};

use super::{Diagnostic, Silenced};

/// The findings of one file.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The file's name, as it should be printed.
    pub name: &'a str,
    /// The text that the spans count in.
    pub text: &'a str,
    /// What was found, in any order.
    pub findings: &'a [Diagnostic],
    /// What was found and is silenced at its place, in any order.
    pub silenced: &'a [Silenced],
}

/// A finding of a report.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry<'a> {
    /// What was found.
    pub finding: &'a Diagnostic,
    /// Why it is silenced, if it is.
    pub reason: Option<&'a str>,
}

impl<'a> Report<'a> {
    /// What was found, sorted by place and at one place the graver first; each once.
    pub fn entries(&self) -> Vec<Entry<'a>> {
        let said = self.findings.iter().map(|finding| Entry {
            finding,
            reason: None,
        });
        let silenced = self.silenced.iter().map(|silenced| Entry {
            finding: &silenced.finding,
            reason: Some(&silenced.reason),
        });
        let mut entries: Vec<Entry> = said.chain(silenced).collect();
        entries.sort_by_key(|Entry { finding, .. }| {
            (
                finding.span.start,
                std::cmp::Reverse(finding.level),
                finding.span.end,
            )
        });
        // What an alias repeats is found at one place, as often as it is repeated.
        let mut once: Vec<Entry> = Vec::with_capacity(entries.len());
        for entry in entries {
            let here = once.iter().rev();
            let mut here = here.take_while(|other| other.finding.span == entry.finding.span);
            if !here.any(|other| *other == entry) {
                once.push(entry);
            }
        }
        once
    }
}

/// A way to print findings.
#[derive(Debug)]
pub struct Form {
    /// Name on the command line.
    pub name: &'static str,
    /// What it looks like, in a few words.
    pub about: &'static str,
    /// Whether it has what is silenced without being asked for it. GitHub takes no notice of SARIF's `suppressions`, and would
    /// open alerts of them.
    pub silenced: bool,
    /// Whether it is made of commands that a CI service is to obey.
    pub commands: bool,
    /// Prints the findings of all files; the second argument asks for colour.
    pub print: fn(&[Report], bool) -> String,
}

/// All forms; the first is the default.
pub const FORMS: &[Form] = &[
    Form {
        name: "human",
        about: "source lines with marks, reasons and advice",
        silenced: false,
        commands: false,
        print: human::print,
    },
    Form {
        name: "short",
        about: "file:line:col: level[rule]: message",
        silenced: false,
        commands: false,
        print: short::print,
    },
    Form {
        name: "json",
        about: "one array, as docs/messages.md describes it",
        silenced: true,
        commands: false,
        print: json::print,
    },
    Form {
        name: "sarif",
        about: "SARIF 2.1.0, for services that collect findings",
        silenced: false,
        commands: false,
        print: sarif::print,
    },
    Form {
        name: "github",
        about: "workflow commands, which GitHub Actions shows beside the lines",
        silenced: false,
        commands: true,
        print: github::print,
    },
];

#[cfg(test)]
mod tests;
