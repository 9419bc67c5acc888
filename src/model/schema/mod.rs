//! The JSON Schema of the language, for editors: written from the tables that the reader reads by.

mod formats;
mod keys;
mod shapes;
mod vocabulary;

use serde_json::{Map, Value, json};

use super::Document;
use super::record::Fields;
use super::shape::{Key, Record};
use super::slips::all_records;
use shapes::{named, reference};

use vocabulary::Known;

pub use vocabulary::Vocabulary;

/// Members of a JSON object, in the order in which they are written.
type Members = Map<String, Value>;

/// The JSON Schema of a map, draft 2020-12, indented. What a schema cannot say (references, times in order, files) is the
/// check's alone.
pub fn schema(vocabulary: &Vocabulary) -> String {
    let map = Document::RECORD;
    let mut definitions = Members::new();
    for record in all_records()
        .into_iter()
        .filter(|record| record.name != map.name)
    {
        definitions.insert(named(record), definition(record, vocabulary));
        if let Some(also) = record.also {
            definitions.insert(named(also), mixed_in(also, vocabulary));
        }
    }
    for known in Known::ALL {
        definitions.insert(known.name().into(), vocabulary.known(known));
    }
    definitions.insert("x-allow".into(), vocabulary.allow());
    definitions.extend(formats::definitions());
    let mut schema = members(json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:jmap:schema:1",
        "title": title(map),
        "description": sentence(map.about),
    }));
    schema.extend(object(map, vocabulary));
    schema.insert("$defs".into(), definitions.into());
    format!("{:#}\n", Value::Object(schema))
}

/// A record: a mapping with its keys, or the value of its short key.
fn definition(record: &'static Record, vocabulary: &Vocabulary) -> Value {
    let mut definition = members(json!({
        "title": title(record),
        "description": sentence(record.about),
    }));
    let long = object(record, vocabulary);
    let short = record
        .short
        .and_then(|short| record.keys.iter().find(|key| key.name == short));
    match short {
        None => definition.extend(long),
        Some(key) => {
            let mut forms = shapes::alternatives(keys::value(record, key, vocabulary));
            forms.push(long.into());
            definition.insert("anyOf".into(), forms.into());
        }
    }
    definition.into()
}

/// A record whose keys stand among those of others: they refer to its keys one by one.
fn mixed_in(record: &'static Record, vocabulary: &Vocabulary) -> Value {
    json!({
        "title": title(record),
        "description": sentence(record.about),
        "properties": properties(record, vocabulary),
    })
}

/// The keys of a record, each with what it is for.
fn properties(record: &'static Record, vocabulary: &Vocabulary) -> Members {
    let property = |key: &'static Key| {
        (
            key.name.to_owned(),
            keys::described(record, key, vocabulary),
        )
    };
    record.keys.iter().map(property).collect()
}

/// A mapping with the keys of a record, and those that every record has.
fn object(record: &'static Record, vocabulary: &Vocabulary) -> Members {
    let mut properties = properties(record, vocabulary);
    properties.extend(record.also.into_iter().flat_map(|also| {
        also.keys.iter().map(|key| {
            (
                key.name.to_owned(),
                reference(&format!("{}/properties/{}", named(also), key.name)),
            )
        })
    }));
    properties.insert(
        "internal".into(),
        json!({"description": "Left out of a public map (`--public`).", "type": "boolean"}),
    );
    properties.insert("x-allow".into(), reference("x-allow"));
    let required: Vec<&str> = record
        .all_keys()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    let mut object = members(json!({"type": "object"}));
    if !required.is_empty() {
        object.insert("required".into(), required.into());
    }
    object.extend(keys::needed(record));
    object.insert("properties".into(), properties.into());
    object.insert("patternProperties".into(), own_keys());
    object.insert("additionalProperties".into(), false.into());
    object
}

/// Keys of the author's own, which the reader ignores.
fn own_keys() -> Value {
    json!({"^x-": true})
}

/// The members of an object; none of anything else.
fn members(value: Value) -> Members {
    match value {
        Value::Object(members) => members,
        _ => Members::new(),
    }
}

/// The record's name, with a capital.
fn title(record: &Record) -> String {
    let mut letters = record.name.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The words of a comment on one line.
fn sentence(about: &str) -> String {
    about.split_whitespace().collect::<Vec<_>>().join(" ")
}
