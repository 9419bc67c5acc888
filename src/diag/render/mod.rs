//! The forms in which findings are printed, one file each.

mod human;
mod lines;
mod short;
mod visible;

pub use lines::Lines;
pub use visible::{visible, visible_line};

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

/// A way to print findings.
#[derive(Debug)]
pub struct Form {
    /// Name on the command line.
    pub name: &'static str,
    /// What it looks like, in a few words.
    pub about: &'static str,
    /// Prints the findings of all files; the second argument asks for colour. No finding, no text.
    pub print: fn(&[Report], bool) -> String,
}

/// All forms; the first is the default.
pub const FORMS: &[Form] = &[
    Form {
        name: "human",
        about: "source lines with marks, reasons and advice",
        print: human::print,
    },
    Form {
        name: "short",
        about: "file:line:col: level[rule]: message",
        print: short::print,
    },
];

/// The findings sorted by place, and at one place the graver first.
fn by_place<'a>(report: &Report<'a>) -> Vec<&'a Diagnostic> {
    let mut findings: Vec<_> = report.findings.iter().collect();
    findings.sort_by_key(|finding| {
        (
            finding.span.start,
            std::cmp::Reverse(finding.level),
            finding.span.end,
        )
    });
    findings
}

#[cfg(test)]
mod tests;
