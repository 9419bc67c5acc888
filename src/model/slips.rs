//! The typical slips, each with its own advice.

use super::reader::is_null;
use super::record::Fields;
use super::scalar::number;
use super::shape::{Key as KeySpec, Record, Shape, alternatives, article};
use super::suggest::nearest;
use super::{figures, synonyms};
use crate::diag::{self, Diagnostic};
use crate::source::{Key, Node, Value, is_odd_space, list_mark, unspaced};

const COLON: &str =
    "if this is one text, put it in quotation marks: a colon followed by a space makes a key";

const COMMA: &str =
    "inside `{…}` a comma ends a value: put a text that holds a comma in quotation marks";

const HYPHEN: &str = "an item of a list begins with a hyphen and a space";

const CURLY: &str =
    "curly quotes are part of a text, and do not hold it together: put it in straight ones, \"…\"";

/// What people write of a persona, and what is one of its facts here.
const FACTS: &[&str] = &[
    "age",
    "children",
    "city",
    "country",
    "education",
    "family",
    "gender",
    "home",
    "household",
    "income",
    "location",
    "salary",
];

/// What to do about a key that should have a text and has none.
pub(super) fn no_text(key: &str) -> &'static str {
    // `{Income: 2,100 € a month}` has the keys `Income` and `100 € a month`.
    if key.contains(' ') || key.starts_with(|c: char| c.is_ascii_digit()) {
        COMMA
    } else {
        "write its text, in quotation marks if it begins with `#`, or delete it"
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
    let clean = key.text.trim_matches(|c: char| c == ' ' || is_odd_space(c));
    if clean.len() < key.text.len() && has_key(record, clean) {
        let advice = format!(
            "a no-break space or an invisible character is part of this key: write `{clean}` anew"
        );
        return (finding.help(advice), known().find(|name| *name == clean));
    }
    if let Some((name, _)) = unspaced(&key.text).filter(|_| is_null(value)) {
        let meant = known().find(|known| *known == name);
        return (finding.help(spaced(&key.text)), meant);
    }
    if list_mark(&key.text).is_some() {
        return (finding.help(HYPHEN), None);
    }
    if record.name == "persona" && FACTS.contains(&&*key.text.to_lowercase()) {
        let advice = format!(
            "what else is known of a persona stands under `facts`: facts: {{{written}: …}}"
        );
        return (finding.help(advice), None);
    }
    match synonyms::meant(record, &key.text, free) {
        Some((meant, true)) => {
            return (
                finding.help(format!("here it is called `{meant}`")),
                Some(meant),
            );
        }
        Some((meant, false)) if nearest(&key.text, known()).is_none() => {
            let advice = format!(
                "here it is called `{meant}`, which this {} has already",
                record.name
            );
            return (finding.help(advice), None);
        }
        _ => {}
    }
    if let Some(meant) = nearest(&key.text, known()) {
        return (
            finding.help(format!("did you mean `{meant}`?")),
            Some(meant),
        );
    }
    if is_null(value) && !key.text.is_empty() {
        return (finding.help(comma(entries, key)), None);
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
            alternatives(homes)
        )
    };
    (finding.help(help), None)
}

/// What to do about a key without a value, made by a comma inside `{…}`.
fn comma(entries: &[(Key, Node)], key: &Key) -> String {
    if key.text.ends_with(['”', '’', '“', '»']) {
        return CURLY.to_owned();
    }
    let before = entries
        .iter()
        .take_while(|(other, _)| other.span != key.span)
        .last();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match before.map(|(_, node)| &node.value) {
        Some(Value::Scalar(whole)) if digits(&key.text) && number(&whole.text).is_some() => {
            let sign = if key.text.len() == 3 { "" } else { "." };
            format!(
                "inside `{{…}}` a comma ends a value: write the number as {}{sign}{}",
                shortened(&whole.text),
                shortened(&key.text)
            )
        }
        _ => COMMA.to_owned(),
    }
}

/// The key of the map as a whole that an unknown key elsewhere stands for: what is written there is not missing.
pub(super) fn stray(key: &str) -> Option<&'static str> {
    let document = super::Document::RECORD;
    let own = |name: &str| document.all_keys().find(|known| known.name == name);
    let found = own(key).or_else(|| {
        let journey = matches!(key, "touchpoints" | "emotion");
        own("stages").filter(|_| journey)
    });
    found.map(|key| key.name)
}

/// A key that is one word with its value: `{ana:Ana}` has the id `ana:Ana` and nothing else.
pub(super) fn joined_key(key: &Key, value: &Node) -> Option<Diagnostic> {
    let plain = key.span.end - key.span.start == key.text.len() as u32;
    let (id, text) = unspaced(&key.text).filter(|_| plain && is_null(value))?;
    let message = format!(
        "`{}` is one word, and so an id without a value",
        shortened(&key.text)
    );
    Some(
        Diagnostic::new(&diag::INVALID_VALUE, key.span, message)
            .mark("a plain space is missing after the colon")
            .help(format!("write `{}: {}`", shortened(id), shortened(text))),
    )
}

/// A thing that stands where things are expected by id: its keys would be taken for ids.
pub(super) fn lacks_id(entries: &[(Key, Node)], of: &Shape) -> Option<Diagnostic> {
    let Shape::Record(record) = of else {
        return None;
    };
    let (name, value) = entries
        .iter()
        .find(|(key, value)| *key.text == *"name" && matches!(value.value, Value::Scalar(_)))?;
    if entries.len() < 2
        || !entries
            .iter()
            .all(|(key, _)| has_key(record, &key.text) || key.text.starts_with("x-"))
    {
        return None;
    }
    let Value::Scalar(text) = &value.value else {
        return None;
    };
    let message = format!(
        "this {} has no id: its keys stand where ids are expected",
        record.name
    );
    let example = named_example(&text.text).unwrap_or_else(|| "id: {…}".to_owned());
    Some(
        Diagnostic::new(&diag::WRONG_TYPE, name.span, message)
            .mark("taken for an id")
            .note(format!(
                "other parts of the map refer to {} by id",
                article(record.name)
            ))
            .help(format!("put it under an id of your own:\n{example}")),
    )
}

/// Whether a text is a list under other signs than hyphens: `• Asks • Reads`, folded into one line.
pub(super) fn is_bulleted(node: &Node, item: &Shape) -> bool {
    matches!((&node.value, item), (Value::Scalar(scalar), Shape::Record(_))
        if scalar.plain && list_mark(&scalar.text).is_some())
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

fn records_in(shape: &Shape) -> Vec<&'static Record> {
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
fn named_example(name: &str) -> Option<String> {
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
fn spaced(written: &str) -> String {
    let (key, value) = unspaced(written).unwrap_or_default();
    format!(
        "a plain space is missing after the colon: {}: {}",
        shortened(key),
        shortened(value)
    )
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
        Value::Scalar(scalar) if unspaced(&scalar.text).is_some() => {
            finding.help(spaced(&scalar.text))
        }
        _ => finding.help(least),
    }
}
