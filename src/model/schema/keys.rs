//! Keys of records: what they are for, what they take, and what editors may offer there.

use serde_json::{Value, json};

use super::shapes::{self, any_of};
use super::vocabulary::Known;
use super::{Members, Vocabulary, members, sentence};
use crate::model::scalar::LARGEST_NUMBER;
use crate::model::shape::{Format, Key, Record, Shape};
use crate::model::slips::records_in;

/// The value of a key, with what the key is for.
pub(super) fn described(
    record: &'static Record,
    key: &'static Key,
    vocabulary: &Vocabulary,
) -> Value {
    let about = about(key);
    let mut described = about.clone();
    for (name, value) in members(value(record, key, vocabulary)) {
        let value = match (&*name, value) {
            ("anyOf", Value::Array(forms)) => told(forms, &about, key).into(),
            (_, value) => value,
        };
        described.insert(name, value);
    }
    described.into()
}

/// The forms of a key's value, with what the key is for: editors tell the innermost description, and who points at a key
/// asks for the key. The YAML language server tells it twice where two forms that fit have it, or where all that can fit
/// have none: so the last scalar has none, nor have words that are known of it.
fn told(forms: Vec<Value>, about: &Members, key: &Key) -> Vec<Value> {
    let refers_to = |form: &Value, name: &str| *form == shapes::reference(name);
    let records = records_in(&key.shape);
    let is_record = |form: &Value| {
        records
            .iter()
            .any(|record| refers_to(form, &shapes::named(record)))
    };
    let is_scalar = |form: &Value| form.get("$ref").is_some() && !is_record(form);
    let is_known = |form: &Value| Known::ALL.iter().any(|known| refers_to(form, known.name()));
    let last = forms.iter().rposition(is_scalar);
    let tell = |(position, form): (usize, Value)| {
        if Some(position) == last || is_known(&form) {
            return form;
        }
        let mut told = about.clone();
        told.extend(members(form));
        told.into()
    };
    forms.into_iter().enumerate().map(tell).collect()
}

/// The value of a key, with what is known besides its shape.
pub(super) fn value(record: &Record, key: &'static Key, vocabulary: &Vocabulary) -> Value {
    let value = shapes::value(&key.shape, key.required, vocabulary);
    let value = match Known::at(record, key) {
        Some(known) if known.is_closed() => shapes::reference(known.name()),
        Some(known) => any_of([shapes::reference(known.name()), value]),
        None => value,
    };
    let mut value = members(value);
    let more = MORE
        .iter()
        .find(|(of, name, _)| *of == record.name && *name == key.name);
    let more = more.map(|(_, _, more)| members(more())).unwrap_or_default();
    // A reference with bounds beside it is two schemas to some editors, and neither tells what to write.
    if more.contains_key("type") {
        value.clear();
    }
    value.extend(more);
    value.into()
}

/// What a key is for; in Markdown as well where it has more to say than its sentence, or has code in it.
fn about(key: &Key) -> Members {
    let sentence = sentence(key.about);
    let mut markdown = sentence.clone();
    if is_worth_telling(&key.shape) {
        markdown += &format!("\n\nTakes {}.", key.shape.expects());
    }
    if key.required {
        markdown += "\n\nRequired.";
    }
    let more = markdown != sentence || markdown.contains('`');
    let mut about = members(json!({ "description": sentence }));
    if more {
        about.insert("markdownDescription".into(), markdown.into());
    }
    about
}

/// Whether what a key takes helps to fill it in: not that a text is a text, nor the words and keys that editors list.
fn is_worth_telling(shape: &Shape) -> bool {
    match shape {
        Shape::Text(format) => *format != Format::Free,
        Shape::Number | Shape::Flag | Shape::Reference(_) => true,
        Shape::Many(of, _) => !matches!(of, Shape::Record(_)),
        Shape::Either(shapes) => !shapes.iter().any(|one| !records_in(one).is_empty()),
        Shape::Choice(_) | Shape::Record(_) | Shape::Mapping(..) => false,
    }
}

/// What a record needs besides its required keys: a feeling has a score, or a word that has one.
pub(super) fn needed(record: &Record) -> Members {
    match record.name {
        "feeling" => members(json!({
            "if": {"not": {"required": ["score"]}},
            "then": {"required": ["feeling"]},
        })),
        _ => Members::new(),
    }
}

/// The largest number.
const MOST: i64 = LARGEST_NUMBER as i64;

/// Something about a key that its shape does not say.
type More = (&'static str, &'static str, fn() -> Value);

/// Defaults, examples and bounds, by record and key.
const MORE: &[More] = &[
    ("map", "jmap", || json!({"default": 1})),
    ("map", "kind", || json!({"default": "journey"})),
    (
        "map",
        "lang",
        || json!({"default": "en", "examples": ["en", "de", "pt-BR", "ja", "zh-Hant", "ar"]}),
    ),
    ("scale", "min", || json!({"default": -2})),
    ("scale", "max", || json!({"default": 2})),
    (
        "lane",
        "blank",
        || json!({"type": "number", "exclusiveMinimum": 0, "maximum": 1000, "examples": [40]}),
    ),
    (
        "timeline",
        "from",
        || json!({"examples": ["2026-01-05", -12]}),
    ),
    ("timeline", "to", || json!({"examples": ["2026-03-30", 12]})),
    (
        "source",
        "n",
        || json!({"type": "number", "minimum": 0, "maximum": MOST, "multipleOf": 1, "examples": [12]}),
    ),
    ("source", "date", || json!({"examples": ["2026-09"]})),
    ("KPI", "better", || json!({"default": "higher"})),
    ("KPI", "unit", || json!({"examples": ["%", "days"]})),
    ("stage", "time", || json!({"examples": ["Week 1"]})),
    ("stage", "repeats", || json!({"examples": ["monthly"]})),
    (
        "stage",
        "volume",
        || json!({"type": "number", "minimum": 0, "maximum": MOST}),
    ),
    (
        "touchpoint",
        "at",
        || json!({"examples": [12, "1w 5d", "2026-01-17", "2026-01-17 14:30"]}),
    ),
    (
        "way on",
        "share",
        || json!({"minimum": 0, "maximum": 1, "examples": ["40 %", 0.4]}),
    ),
    (
        "opportunity",
        "status",
        || json!({"examples": ["planned", "done"]}),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::slips::all_records;

    #[test]
    fn every_list_of_known_words_is_offered_somewhere() {
        for known in Known::ALL {
            let mut offers = all_records().into_iter().flat_map(|record| {
                let known = |key: &Key| Known::at(record, key);
                record.keys.iter().filter_map(known).collect::<Vec<_>>()
            });
            assert!(offers.any(|offered| offered == known), "{known:?}");
        }
    }

    #[test]
    fn every_addition_is_for_a_key_that_there_is() {
        for (record, key, more) in MORE {
            let found = all_records()
                .into_iter()
                .filter(|one| one.name == *record)
                .any(|one| one.keys.iter().any(|one| one.name == *key));
            assert!(found, "{record} has no {key}");
            assert!(!members(more()).is_empty(), "nothing about {key}");
        }
    }
}
