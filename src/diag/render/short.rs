//! `file:line:col: level[rule]: message`, as editors and scripts read it.

use super::{Lines, Report, by_place, visible_line};

/// Prints one line per finding.
pub fn print(reports: &[Report], _color: bool) -> String {
    let mut out = String::new();
    for report in reports.iter().filter(|report| !report.findings.is_empty()) {
        let lines = Lines::new(report.text);
        for finding in by_place(report) {
            let (line, column) = lines.place(finding.span.start as usize);
            let (name, message) = (visible_line(report.name), visible_line(&finding.message));
            let (level, rule) = (finding.level.name(), finding.rule.name);
            out.push_str(&format!(
                "{name}:{line}:{column}: {level}[{rule}]: {message}\n"
            ));
        }
    }
    out
}
