//! Files of other kinds that end up here, each called by its name.

use super::line::value;
use super::mermaid;
use crate::diag::{self, Diagnostic, Span};

/// Other languages for diagrams, by the word that their files begin with.
const DIAGRAMS: &[(&str, &str)] = &[
    ("@startuml", "a PlantUML diagram"),
    ("architecture-beta", "a Mermaid diagram"),
    ("block-beta", "a Mermaid diagram"),
    ("classDiagram", "a Mermaid diagram"),
    ("digraph", "a Graphviz graph"),
    ("erDiagram", "a Mermaid diagram"),
    ("flowchart", "a Mermaid diagram"),
    ("gantt", "a Mermaid diagram"),
    ("graph", "a Mermaid diagram"),
    ("kanban", "a Mermaid diagram"),
    ("mindmap", "a Mermaid diagram"),
    ("quadrantChart", "a Mermaid diagram"),
    ("sequenceDiagram", "a Mermaid diagram"),
    ("stateDiagram", "a Mermaid diagram"),
    ("stateDiagram-v2", "a Mermaid diagram"),
    ("timeline", "a Mermaid diagram"),
];

/// Kinds of XML and HTML, by something that only they hold near their beginning; the first that fits counts.
const MARKUP: &[(&str, &str, &str)] = &[
    ("<mxfile", "a draw.io drawing", BEGIN),
    ("<mxgraphmodel", "a draw.io drawing", BEGIN),
    (
        "<svg",
        "an SVG picture",
        "that is what jmap writes: give it the YAML file that the picture is made from",
    ),
    ("<html", "an HTML page", BEGIN),
    ("<!doctype html", "an HTML page", BEGIN),
    ("", "XML", BEGIN),
];

/// How a map begins.
const BEGIN: &str = "a map is a text file in YAML that begins with its title:\n\
    title: Joining the library\n\
    personas: {ana: Ana Lopes}\n\
    channels: {web: Website}\n\
    stages:\n\
    - name: Inquiry\n  \
      touchpoints:\n  \
      - {name: Asks a friend, channel: web, emotion: curious}";

/// Refuses a file of another kind, if it cannot be a map.
pub fn refuse(text: &str) -> Option<Diagnostic> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    mermaid::journey(text)
        .or_else(|| diagram(text, first))
        .or_else(|| markup(text, first))
        .or_else(|| markdown(text))
        .or_else(|| table(text, first))
}

/// A finding about a file of another kind; `line` is the part of the text that gives it away.
pub(super) fn is_no_map(text: &str, line: &str, what: &str) -> Diagnostic {
    let at = line.as_ptr().addr() - text.as_ptr().addr();
    let span = Span::new(at, at + line.trim_end().len());
    let message = format!("this is {what}, and jmap reads YAML");
    Diagnostic::new(&diag::INVALID_YAML, span, message).mark(what)
}

fn diagram(text: &str, first: &str) -> Option<Diagnostic> {
    let word = first.split_whitespace().next()?;
    let (_, what) = DIAGRAMS.iter().find(|(begin, _)| *begin == word)?;
    (!first.contains(": ")).then(|| is_no_map(text, first, what).help(BEGIN))
}

fn markup(text: &str, first: &str) -> Option<Diagnostic> {
    let begin = first.trim_start().strip_prefix('<')?;
    let opens = |c: char| c.is_ascii_alphabetic() || matches!(c, '?' | '!');
    if !begin.starts_with(opens) || begin.contains(">:") {
        return None;
    }
    let head: String = text.chars().take(2000).collect();
    let head = head.to_ascii_lowercase();
    let (_, what, help) = MARKUP.iter().find(|(sign, ..)| head.contains(sign))?;
    Some(is_no_map(text, first, what).help(*help))
}

/// A line that begins with a fence cannot stand in YAML.
fn markdown(text: &str) -> Option<Diagnostic> {
    text.contains("```").then_some(())?;
    let fence = text.lines().find(|line| line.starts_with("```"))?;
    let help = "put what stands between the fences into a file of its own, without them";
    Some(is_no_map(text, fence, "a Markdown page").help(help))
}

/// A table: the first line holds two separators and no key, the second as many.
fn table(text: &str, first: &str) -> Option<Diagnostic> {
    if first.contains([':', '{', '[']) || first.trim_start().starts_with(['-', '#', '%', '?']) {
        return None;
    }
    let second = text.lines().filter(|line| !line.trim().is_empty()).nth(1)?;
    let count = |line: &str, separator: char| line.matches(separator).count();
    let separator = [',', ';', '\t'].into_iter().find(|&separator| {
        count(first, separator) > 1 && count(first, separator) == count(second, separator)
    })?;
    let field = |index: usize| {
        let field = second.split(separator).nth(index).unwrap_or_default();
        value(field.trim().trim_matches('"'))
    };
    let help = format!(
        "a row of the journey becomes a touchpoint, under its stage:\nstages:\n- name: {}\n  touchpoints:\n  - {{name: {}}}",
        field(0),
        field(1)
    );
    Some(is_no_map(text, first, "a table (CSV)").help(help))
}
