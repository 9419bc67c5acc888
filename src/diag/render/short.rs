//! `file:line:col: level[rule]: message`, as editors and scripts read it.

use super::{Entry, Lines, Report, visible_line, visible_name};

/// Prints one line per finding.
pub fn print(reports: &[Report], _color: bool) -> String {
    let mut out = String::new();
    for report in reports {
        let name = visible_name(report.name);
        let lines = Lines::new(report.text);
        for entry in report.entries() {
            out.push_str(&line(&name, &lines, &entry));
        }
    }
    out
}

/// The line of a finding.
pub(super) fn line(name: &str, lines: &Lines, entry: &Entry) -> String {
    let finding = entry.finding;
    let (line, column) = lines.place(finding.span.start as usize);
    let (rule, message) = (finding.rule.name, visible_line(&finding.message));
    let (level, reason) = match entry.reason {
        None => (finding.level.name(), String::new()),
        Some(reason) => ("silenced", format!(" ({})", visible_line(reason))),
    };
    format!("{name}:{line}:{column}: {level}[{rule}]: {message}{reason}\n")
}
