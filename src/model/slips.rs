//! The typical slips in values, each with its own advice.

use super::figures;
use super::reader::is_null;
use super::record::Fields;
use super::shape::{Key as KeySpec, Record, Shape, article};
use crate::diag::{self, Diagnostic};
use crate::source::{Node, Value, list_mark, unspaced};

pub(super) const COLON: &str =
    "if this is one text, put it in quotation marks: a colon followed by a space makes a key";

pub(super) const HYPHEN: &str = "an item of a list begins with a hyphen and a space";

/// Whether a text is a list under other signs than hyphens: `• Asks • Reads`, folded into one line.
pub(super) fn is_bulleted(node: &Node, item: &Shape) -> bool {
    matches!((&node.value, item), (Value::Scalar(scalar), Shape::Record(_))
        if scalar.plain && list_mark(&scalar.text).is_some())
}

pub(super) fn has_key(record: &Record, name: &str) -> bool {
    record.all_keys().any(|key| key.name == name)
}

/// All records of the language, from the map down, each once.
pub fn all_records() -> Vec<&'static Record> {
    let mut found = vec![super::Document::RECORD];
    let mut next = 0;
    while let Some(record) = found.get(next) {
        let inner: Vec<_> = record
            .all_keys()
            .flat_map(|KeySpec { shape, .. }| records_in(shape))
            .collect();
        for record in inner {
            if !found.iter().any(|known| known.name == record.name) {
                found.push(record);
            }
        }
        next += 1;
    }
    found
}

/// The records that a value of a shape may hold.
pub(super) fn records_in(shape: &Shape) -> Vec<&'static Record> {
    match shape {
        Shape::Record(record) => vec![record],
        Shape::Many(of, _) | Shape::Mapping(_, of) => records_in(of),
        Shape::Either(shapes) => shapes.iter().flat_map(records_in).collect(),
        _ => Vec::new(),
    }
}

/// Whether a mapping stands where a list of records is expected: its keys are names of the author's own.
pub(super) fn mapping_for_list(node: &Node, item: &Shape) -> bool {
    let (Value::Mapping(entries), Shape::Record(record)) = (&node.value, item) else {
        return false;
    };
    let nested =
        |value: &Node| matches!(value.value, Value::Mapping(_) | Value::List(_)) || is_null(value);
    !entries.is_empty()
        && entries
            .iter()
            .all(|(key, value)| nested(value) && !has_key(record, &key.text))
        && entries
            .iter()
            .any(|(_, value)| !is_null(value) || entries.len() > 1)
}

/// Adds what to do about a value of the wrong shape.
pub(super) fn advise(finding: Diagnostic, node: &Node, shape: &Shape) -> Diagnostic {
    let written = match &node.value {
        Value::Scalar(scalar) => &*scalar.text,
        _ => "",
    };
    match (shape, &node.value) {
        (Shape::Many(Shape::Record(record), _), Value::Mapping(entries))
            if record.short.is_some() =>
        {
            let short = record.short.unwrap_or_default();
            let first = entries
                .first()
                .map_or("…".into(), |(key, _)| shortened(&key.text));
            finding
                .note(format!(
                    "{} are a list, since their order counts",
                    record.plural
                ))
                .help(format!("begin each with a hyphen:\n- {short}: {first}"))
        }
        (Shape::Mapping("id", Shape::Record(record)), Value::List(items)) => {
            let (advice, first) = match items.first().map(|item| &item.value) {
                Some(Value::Mapping(entries)) if entries.len() == 1 => (
                    "leave out the hyphens",
                    entries
                        .first()
                        .map(|(key, _)| format!("{}: …", shortened(&key.text))),
                ),
                Some(Value::Scalar(name)) => {
                    ("give each an id of your own", named_example(&name.text))
                }
                _ => ("give each an id of your own", None),
            };
            let example =
                first.unwrap_or_else(|| format!("{}: {{name: …}}", record.name.to_lowercase()));
            finding
                .note(format!(
                    "other parts of the map refer to {} by id",
                    article(record.name)
                ))
                .help(format!("{advice}:\n{example}"))
        }
        (Shape::Mapping("id", Shape::Record(_)) | Shape::Record(_), Value::Scalar(_))
            if unspaced(written).is_some() =>
        {
            finding.help(spaced(written))
        }
        (Shape::Mapping("id", Shape::Record(_)), Value::Scalar(_)) => {
            match named_example(written) {
                Some(example) => finding.help(format!("give it an id of your own:\n{example}")),
                None => finding,
            }
        }
        (Shape::Many(Shape::Record(_), _), Value::Scalar(_)) if list_mark(written).is_some() => {
            finding.help(
                "an item of a list begins with a hyphen and a space, on a line of its own:\n- …",
            )
        }
        (Shape::Text(_) | Shape::Reference(_), Value::Mapping(_)) => finding.help(COLON),
        (Shape::Flag | Shape::Either([Shape::Flag, ..]), Value::Scalar(scalar)) => {
            match truth(written) {
                Some(meant) if !scalar.plain => {
                    finding.help(format!("write {meant} without quotation marks"))
                }
                Some(meant) => finding
                    .note("YAML 1.2 knows `true` and `false` only; older tools also take yes, no, on and off for them")
                    .help(format!("write `{meant}`")),
                None => finding,
            }
        }
        (Shape::Number, Value::Scalar(scalar)) => match figures::advice(written, scalar.plain) {
            Some(advice) => finding.help(advice),
            None => finding,
        },
        _ => finding,
    }
}

/// A name under an id made from its first word.
pub(super) fn named_example(name: &str) -> Option<String> {
    let id: String = name
        .split_whitespace()
        .next()?
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    (!id.is_empty()).then(|| format!("{}: {{name: {}}}", id.to_lowercase(), shortened(name)))
}

/// What a word for true or false means, that is one in YAML 1.1 or in quotes.
pub(super) fn truth(written: &str) -> Option<bool> {
    match written.to_ascii_lowercase().as_str() {
        "yes" | "y" | "on" | "1" | "true" => Some(true),
        "no" | "n" | "off" | "0" | "false" => Some(false),
        _ => None,
    }
}

/// What to do about a text that lacks the space after its colon.
pub(super) fn spaced(written: &str) -> String {
    let (key, value) = unspaced(written).unwrap_or_default();
    format!(
        "a plain space is missing after the colon: {}: {}",
        shortened(key),
        shortened(value)
    )
}

/// What to do about a word that holds what nobody sees.
pub(super) fn unseen(seen: &str) -> String {
    format!("a no-break space or an invisible character is part of it: write `{seen}` anew")
}

/// Text of the author for a message: one line, not too long.
pub fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut short: String = text
        .chars()
        .take(LONGEST)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// The root of the file is no mapping.
pub(super) fn no_map(root: &Node) -> Diagnostic {
    let what = super::reader::what_is(root);
    let finding = Diagnostic::new(
        &diag::WRONG_TYPE,
        root.span,
        format!("the file is {what}, but a map has keys"),
    )
    .mark(what);
    let least = "begin with the map's title:\ntitle: Joining the library";
    match &root.value {
        Value::List(_) => finding.help(format!("{least}\nstages:\n- …")),
        Value::Scalar(scalar) if unspaced(&scalar.text).is_some() => {
            finding.help(spaced(&scalar.text))
        }
        _ => finding.help(least),
    }
}
