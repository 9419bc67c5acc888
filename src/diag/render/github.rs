//! Workflow commands, which GitHub Actions shows as annotations of the lines that they name.

use super::{Lines, Report, visible, visible_line, visible_name};
use crate::diag::{Diagnostic, Level};

/// Prints one command per finding. GitHub shows ten of each level for a step, so errors need not come first.
pub fn print(reports: &[Report], _color: bool) -> String {
    let mut out = String::new();
    for report in reports {
        let lines = Lines::new(report.text);
        let said = report.entries().into_iter();
        for entry in said.filter(|entry| entry.reason.is_none()) {
            out.push_str(&command(&visible_name(report.name), &lines, entry.finding));
        }
    }
    out
}

fn command(file: &str, lines: &Lines, finding: &Diagnostic) -> String {
    let name = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "notice",
    };
    // An annotation stands under its last line, and has columns only if that is its first line, too.
    let (line, range) = lines.first_line(finding.span);
    let (_, column) = lines.place(range.start);
    let (_, behind) = lines.place(range.end);
    let last = behind.saturating_sub(1).max(column);
    // The log of a run shows the message alone, so that says the place as well.
    let mut message = format!("{file}:{line}:{column}: {}", visible_line(&finding.message));
    for label in &finding.labels {
        let (line, column) = lines.place(label.span.start as usize);
        message += &format!("\nsee: {file}:{line}:{column}: {}", visible(&label.text));
    }
    for why in &finding.notes {
        message += &format!("\nwhy: {}", visible(why));
    }
    for help in &finding.help {
        message += &format!("\nhelp: {}", visible(help));
    }
    let (file, title) = (property(file), property(finding.rule.name));
    let place = format!("line={line},endLine={line},col={column},endColumn={last}");
    let message = escaped(&message);
    format!("::{name} file={file},{place},title={title}::{message}\n")
}

/// An error that is about a file as a whole.
pub fn annotation(file: &str, message: &str) -> String {
    let (file, message) = (visible_name(file), visible_line(message));
    let place = property(&file);
    format!(
        "::error file={place}::{}\n",
        escaped(&format!("{file}: {message}"))
    )
}

/// A command's text in one line.
fn escaped(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property's value, in which colons and commas mean something.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
