//! SARIF 2.1.0, the form in which services that collect findings exchange them. Owner of `percent-encoding`.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html>

use std::collections::BTreeMap;
use std::path::{MAIN_SEPARATOR, Path};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::json::document;
use super::{Entry, Lines, Report};
use crate::diag::{self, Diagnostic, Level, Rule, Span};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What is spelled out in a path: all but RFC 3986's unreserved characters and the slash.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// Results of a run, at most: GitHub refuses a log of more than 25,000.
const RESULTS: usize = 24_999;

/// Prints a log with one run.
pub fn print(reports: &[Report], _color: bool) -> String {
    let mut entries: Vec<_> = reports.iter().map(Report::entries).collect();
    let left_out = leave_out(&mut entries);
    let rules: BTreeMap<&str, &Rule> = entries
        .iter()
        .flatten()
        .map(|entry| (entry.finding.rule.name, entry.finding.rule))
        .collect();
    let mut results = Vec::new();
    for (report, entries) in reports.iter().zip(&entries) {
        let mut page = Page::new(report);
        for entry in entries {
            let name = entry.finding.rule.name;
            let index = rules.keys().position(|known| *known == name);
            results.push(page.result(*entry, index));
        }
    }
    document(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "jmap",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
            }},
            "invocations": [{
                "executionSuccessful": true,
                "toolExecutionNotifications": left_out.map(|count| json!({
                    "level": "warning",
                    "message": {"text": format!(
                        "Left out: {count} results, the least severe, for code scanning refuses a run of more than 25,000. \
                         With --format json nothing is left out."
                    )},
                })).into_iter().collect::<Vec<_>>(),
            }],
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

/// Leaves out what is too much, the least severe first and of those what is furthest behind, and says how much that is.
fn leave_out(entries: &mut [Vec<Entry>]) -> Option<usize> {
    let count: usize = entries.iter().map(Vec::len).sum();
    let mut room = RESULTS;
    let left_out = count.checked_sub(room).filter(|more| *more > 0)?;
    let room_of = [Level::Error, Level::Warning, Level::Info].map(|level| {
        let all = entries.iter().flatten();
        let count = all.filter(|entry| entry.finding.level == level).count();
        let taken = count.min(room);
        room -= taken;
        (level, taken)
    });
    let mut room_of = BTreeMap::from(room_of);
    for entries in entries {
        entries.retain(|entry| {
            let room = room_of.entry(entry.finding.level).or_default();
            let is_taken = *room > 0;
            *room -= usize::from(is_taken);
            is_taken
        });
    }
    Some(left_out)
}

fn descriptor(rule: &Rule) -> Value {
    let (finds, page) = (sentence(rule.finds), diag::page(rule));
    json!({
        "id": rule.name,
        "shortDescription": {"text": finds},
        "fullDescription": {"text": finds},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": level(rule.level)},
    })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
    }
}

/// A file, looked at.
struct Page<'a> {
    uri: String,
    text: &'a str,
    lines: Lines<'a>,
    /// How often a fingerprint was given to a finding.
    prints: BTreeMap<u64, usize>,
}

impl<'a> Page<'a> {
    fn new(report: &Report<'a>) -> Page<'a> {
        Page {
            uri: uri(report.name),
            text: report.text,
            lines: Lines::new(report.text),
            prints: BTreeMap::new(),
        }
    }

    fn result(&mut self, Entry { finding, reason }: Entry, rule: Option<usize>) -> Value {
        let mut text = sentence(&finding.message);
        for why in &finding.notes {
            text += &format!("\n\nWhy: {why}");
        }
        for help in &finding.help {
            text += &format!("\n\nHelp: {help}");
        }
        let labels = finding.labels.iter().enumerate().map(|(id, label)| {
            let mut location = self.location(label.span, &label.text);
            location["id"] = id.into();
            location
        });
        let labels: Vec<Value> = labels.collect();
        let silenced = reason.map(|reason| json!({"kind": "inSource", "justification": reason}));
        json!({
            "ruleId": finding.rule.name,
            "ruleIndex": rule,
            "level": level(finding.level),
            "message": {"text": unlinked(&text)},
            "locations": [self.location(finding.span, &finding.mark)],
            "relatedLocations": labels,
            "partialFingerprints": {"jmap/v1": self.fingerprint(finding)},
            "suppressions": silenced.into_iter().collect::<Vec<_>>(),
        })
    }

    fn location(&self, span: Span, text: &str) -> Value {
        let [(line, column), (end_line, end_column)] = self.lines.ends(span);
        let mut location = json!({"physicalLocation": {
            "artifactLocation": {"uri": self.uri},
            "region": {
                "startLine": line,
                "startColumn": column,
                "endLine": end_line,
                "endColumn": end_column,
            },
        }});
        if !text.is_empty() {
            location["message"] = json!({"text": unlinked(text)});
        }
        location
    }

    /// Tells a finding from others of its file, wherever its line moves: the rule, the words, what is marked, and a number
    /// where all of these are the same.
    fn fingerprint(&mut self, finding: &Diagnostic) -> String {
        let marked = self.text.get(self.lines.first_line(finding.span).1);
        let parts = [
            finding.rule.name,
            &finding.message,
            marked.unwrap_or_default(),
        ];
        let print = fnv(&parts.join("\n"));
        let count = self.prints.entry(print).or_default();
        *count += 1;
        format!("{print:016x}:{count}")
    }
}

/// A message without links, which SARIF's viewers make of `[text](address)` in plain text as well (section 3.11.6).
fn unlinked(text: &str) -> String {
    text.replace("](", "] (")
}

/// FNV-1a, 64 bits: the same on every machine and in every version of jmap.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// A file's name as a URI, relative to where jmap was started if the name is.
fn uri(name: &str) -> String {
    let slashed = name.replace(MAIN_SEPARATOR, "/");
    let path = slashed.strip_prefix("./").unwrap_or(&slashed);
    let encoded = utf8_percent_encode(path, ENCODED);
    match (Path::new(name).is_absolute(), path.starts_with('/')) {
        (true, true) => format!("file://{encoded}"),
        (true, false) => format!("file:///{encoded}"),
        (false, _) => encoded.to_string(),
    }
}

/// Words as a sentence.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let end = if text.ends_with(['.', '!', '?']) {
        ""
    } else {
        "."
    };
    first.chain(letters).chain(end.chars()).collect()
}
