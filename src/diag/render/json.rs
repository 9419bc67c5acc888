//! One JSON array for all files. docs/messages.md documents its keys.

use serde_json::{Map, Value};

use super::visible::unbracketed;
use super::{Entry, Lines, Report};
use crate::diag::Span;
use crate::unseen::{is_hidden, is_obeyed};

/// Prints an object for each finding.
pub fn print(reports: &[Report], _color: bool) -> String {
    let mut findings = Vec::new();
    for report in reports {
        let lines = Lines::new(report.text);
        let entries = report.entries().into_iter();
        findings.extend(entries.map(|entry| value(report.name, &lines, entry)));
    }
    document(&Value::Array(findings))
}

fn value(file: &str, lines: &Lines, Entry { finding, reason }: Entry) -> Value {
    let mut keys = Map::new();
    let mut add = |key: &str, value: Value| keys.insert(key.to_owned(), value);
    add("file", file.into());
    add("rule", finding.rule.name.into());
    add("level", finding.level.name().into());
    add("message", finding.message.as_str().into());
    add("mark", finding.mark.as_str().into());
    keys.extend(place(lines, finding.span));
    let labels = finding.labels.iter().map(|label| {
        let mut keys = Map::from_iter([("text".to_owned(), label.text.as_str().into())]);
        keys.extend(place(lines, label.span));
        Value::Object(keys)
    });
    keys.insert("labels".to_owned(), labels.collect());
    keys.insert("why".to_owned(), finding.notes.as_slice().into());
    keys.insert("help".to_owned(), finding.help.as_slice().into());
    keys.insert("silenced".to_owned(), reason.into());
    Value::Object(keys)
}

/// Where a span starts and ends, in lines, columns and bytes.
fn place(lines: &Lines, span: Span) -> Map<String, Value> {
    let [(line, column), (end_line, end_column)] = lines.ends(span);
    let keys = [
        ("line", line),
        ("column", column),
        ("end_line", end_line),
        ("end_column", end_column),
        ("start", span.start as usize),
        ("end", span.end as usize),
    ];
    keys.into_iter()
        .map(|(key, number)| (key.to_owned(), number.into()))
        .collect()
}

/// A value as text, for whatever jmap prints as JSON. What a terminal or a CI service would obey
/// stands there as JSON's own escapes: the same value, and harmless.
pub fn document(value: &Value) -> String {
    let mut out = String::new();
    for c in format!("{value:#}\n").chars() {
        if c != '\n' && (is_obeyed(c) || is_hidden(c)) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    unbracketed(&out, "\\u0023").into_owned()
}
