//! The typical slips, each with its own advice.

use super::reader::is_null;
use super::record::Fields;
use super::scalar::number;
use super::shape::{Key as KeySpec, Record, Shape, article};
use super::suggest::nearest;
use crate::diag::{self, Diagnostic};
use crate::source::{Key, Node, Value};

/// Words that people use for keys of the language, and the keys that they mean.
const SYNONYMS: &[(&str, &str)] = &[
    ("actions", "touchpoints"),
    ("activities", "touchpoints"),
    ("actors", "personas"),
    ("author", "owner"),
    ("colour", "color"),
    ("customers", "personas"),
    ("date", "updated"),
    ("delights", "gains"),
    ("duration", "time"),
    ("end", "to"),
    ("feeling", "emotion"),
    ("frustrations", "pain_points"),
    ("highlights", "gains"),
    ("ideas", "opportunities"),
    ("label", "name"),
    ("language", "lang"),
    ("metrics", "kpis"),
    ("mood", "emotion"),
    ("name", "text"),
    ("name", "title"),
    ("phases", "stages"),
    ("photo", "image"),
    ("picture", "image"),
    ("research", "evidence"),
    ("scale", "emotion_scale"),
    ("sentiment", "emotion"),
    ("sources", "evidence"),
    ("start", "from"),
    ("steps", "touchpoints"),
    ("text", "name"),
    ("title", "name"),
    ("url", "link"),
    ("users", "personas"),
];

const COLON: &str =
    "if this is one text, put it in quotation marks: a colon followed by a space makes a key";

const COMMA: &str =
    "inside `{…}` a comma ends a value: put a text that holds a comma in quotation marks";

/// What to do about a key that should have a text and has none.
pub(super) fn no_text(key: &str) -> &'static str {
    // `{Income: 2,100 € a month}` has the keys `Income` and `100 € a month`.
    if key.contains(' ') || key.starts_with(|c: char| c.is_ascii_digit()) {
        COMMA
    } else {
        "write its text, or delete it"
    }
}

/// A key that a record does not have, and the key that is probably meant.
pub(super) fn unknown_key(
    record: &'static Record,
    entries: &[(Key, Node)],
    key: &Key,
    value: &Node,
) -> (Diagnostic, Option<&'static str>) {
    let written = shortened(&key.text);
    let message = format!("`{written}` is not a key of {}", record.one());
    let finding = Diagnostic::new(&diag::UNKNOWN_KEY, key.span, message).mark("unknown key");
    let free = |name: &str| !entries.iter().any(|(other, _)| *other.text == *name);
    let known = || {
        record
            .all_keys()
            .map(|key| key.name)
            .filter(|name| free(name))
    };
    let synonym = SYNONYMS
        .iter()
        .filter(|(word, _)| word.eq_ignore_ascii_case(&key.text))
        .find_map(|(_, meant)| known().find(|name| name == meant));
    if let Some(meant) = synonym.or_else(|| nearest(&key.text, known())) {
        return (
            finding.help(format!("did you mean `{meant}`?")),
            Some(meant),
        );
    }
    if is_null(value) && !key.text.is_empty() {
        return (finding.help(COMMA), None);
    }
    if key.text.contains(' ') || (entries.len() == 1 && record.short.is_some_and(free)) {
        // What was meant as its text is there, if in the wrong shape.
        return (finding.help(COLON), record.short);
    }
    let homes: Vec<String> = all_records()
        .iter()
        .filter(|other| has_key(other, &key.text))
        .map(|other| article(other.name))
        .collect();
    let help = if homes.is_empty() {
        format!("{} has the keys {}", record.one(), record.list_of_keys())
    } else {
        format!(
            "`{written}` is a key of {}: check the indentation",
            homes.join(", of ")
        )
    };
    (finding.help(help), None)
}

fn has_key(record: &Record, name: &str) -> bool {
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
        (Shape::Text(_) | Shape::Reference(_), Value::Mapping(_)) => finding.help(COLON),
        (Shape::Flag, Value::Scalar(_))
            if matches!(written, "yes" | "Yes" | "no" | "No" | "on" | "off") =>
        {
            finding.help("YAML 1.2 knows `true` and `false` only")
        }
        (Shape::Number, Value::Scalar(scalar)) => match number_advice(written, scalar.plain) {
            Some(advice) => finding.help(advice),
            None => finding,
        },
        _ => finding,
    }
}

/// A name under an id made from its first word.
fn named_example(name: &str) -> Option<String> {
    let id: String = name
        .split_whitespace()
        .next()?
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    (!id.is_empty()).then(|| format!("{}: {{name: {}}}", id.to_lowercase(), shortened(name)))
}

fn number_advice(written: &str, plain: bool) -> Option<String> {
    let trimmed = written.trim();
    if !plain && number(trimmed).is_some() {
        return Some(format!("write {trimmed} without quotation marks"));
    }
    let digits: String = trimmed
        .chars()
        .take_while(|c| matches!(c, '0'..='9' | '.' | '-' | '+'))
        .collect();
    let rest = trimmed.get(digits.len()..)?.trim();
    if number(&digits).is_some()
        && rest
            .chars()
            .any(|c| c.is_alphabetic() || c == '%' || c == '€' || c == '$')
    {
        return Some(format!(
            "write the number alone: {digits} (a KPI has a `unit` for the rest)"
        ));
    }
    let grouped = trimmed
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '\'' | '\u{a0}' | '\u{202f}'));
    (grouped && trimmed.contains(|c: char| c.is_ascii_digit()))
        .then(|| "write digits alone, with a full stop before decimals: 4180, 0.75".to_owned())
}

/// A key without a character.
pub(super) fn empty_key(key: &Key) -> Diagnostic {
    Diagnostic::new(&diag::INVALID_VALUE, key.span, "a key is empty")
        .mark("nothing to refer to it by")
        .help("give it an id of letters and digits")
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
        _ => finding.help(least),
    }
}
