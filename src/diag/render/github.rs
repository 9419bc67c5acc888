//! Workflow commands, which GitHub Actions shows as annotations of the lines that they name.

use std::cmp::Reverse;

use super::{Lines, Report, short, uncommanded, visible, visible_line, visible_name};
use crate::diag::{Diagnostic, Level};

/// Annotations of one level that GitHub shows for a step: it drops what is beyond.
pub const ANNOTATIONS: usize = 10;

/// Prints a command for each finding, the gravest first. What GitHub would not show stands behind that, in lines of the log.
pub fn print(reports: &[Report], _color: bool) -> String {
    let files: Vec<_> = reports
        .iter()
        .map(|report| (visible_name(report.name), Lines::new(report.text)))
        .collect();
    let entries = reports.iter().zip(&files);
    let entries = entries.flat_map(|(report, file)| {
        let said = report.entries().into_iter();
        said.map(move |entry| (file, entry))
    });
    let mut entries: Vec<_> = entries
        .filter(|(_, entry)| entry.reason.is_none())
        .collect();
    entries.sort_by_key(|(_, entry)| Reverse(entry.finding.level));
    let (mut out, mut rest) = (String::new(), String::new());
    for level in entries.chunk_by(|(_, one), (_, other)| one.finding.level == other.finding.level) {
        let (shown, more) = level.split_at(level.len().min(ANNOTATIONS));
        for ((name, lines), entry) in shown {
            out.push_str(&command(name, lines, entry.finding));
        }
        for ((name, lines), entry) in more {
            rest.push_str(&short::line(name, lines, entry));
        }
    }
    out + &uncommanded(&rest) + &left_over(rest.lines().count())
}

/// Says of how much there is no annotation.
pub fn left_over(count: usize) -> String {
    match count {
        0 => String::new(),
        _ => format!(
            "left out of the annotations: {count}, told in this log alone, for GitHub shows {ANNOTATIONS} of each level for a step\n"
        ),
    }
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
