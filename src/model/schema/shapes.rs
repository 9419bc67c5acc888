//! Shapes of values, as a schema says them.

use serde_json::{Value, json};

use super::{Members, Vocabulary, formats, members, own_keys, sentence};
use crate::model::shape::{Key, Record, Shape};
use crate::model::slips::records_in;

/// What a value of a shape looks like; where it has to hold something, lists and mappings have an entry at least.
pub(super) fn value(shape: &'static Shape, filled: bool, vocabulary: &Vocabulary) -> Value {
    match shape {
        Shape::Text(format) => reference(formats::name(*format)),
        Shape::Reference(_) => reference("text"),
        Shape::Number => reference("number"),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Choice(choices) => Vocabulary::choice(choices),
        Shape::Record(record) => reference(&named(record)),
        Shape::Many(of, most) => {
            let one = value(of, false, vocabulary);
            let mut many = members(json!({"type": "array", "items": one}));
            // What is bounded is an emotion: no feeling at all is none.
            let bounded = *most != usize::MAX;
            if filled || bounded {
                many.insert("minItems".into(), 1.into());
            }
            if let Some(most) = bounded.then_some(*most as u64).or(most_of(of)) {
                many.insert("maxItems".into(), most.into());
            }
            // Editors that can tell no form from another speak of the first: things are lists by habit, texts are not.
            match of {
                Shape::Record(_) => any_of([many.into(), one]),
                _ => any_of([one, many.into()]),
            }
        }
        Shape::Mapping(keys, of) => mapping(keys, of, filled, vocabulary),
        Shape::Either(shapes) => any_of(shapes.iter().map(|one| match one {
            Shape::Record(record) if shapes.iter().any(is_reference) => in_place(record),
            _ => value(one, filled, vocabulary),
        })),
    }
}

fn mapping(keys: &'static str, of: &'static Shape, filled: bool, vocabulary: &Vocabulary) -> Value {
    let of_items = value(of, false, vocabulary);
    let mut mapping = members(json!({"type": "object"}));
    match keys {
        "word" => mapping.extend(Vocabulary::words(&of_items)),
        "rule" => mapping.extend(vocabulary.rules(&of_items)),
        "persona" => {
            // With one of these keys it is a feeling, and not one for each persona. Editors take an empty mapping for this
            // one, so the keys are offered here as well.
            let records = records_in(of);
            let taken = records.iter().flat_map(|record| record.keys);
            let refused = |key: &Key| (key.name.to_owned(), Value::Bool(false));
            let offered = |key: &Key| {
                json!({
                    "label": key.name,
                    "description": sentence(key.about),
                    "body": {key.name: "$1"},
                })
            };
            let snippets: Vec<Value> = taken.clone().map(offered).collect();
            let taken: Members = taken.map(refused).collect();
            mapping.insert("defaultSnippets".into(), snippets.into());
            mapping.insert("properties".into(), taken.into());
            mapping.insert("minProperties".into(), 1.into());
            mapping.insert("additionalProperties".into(), of_items);
        }
        _ => {
            mapping.insert("propertyNames".into(), formats::key(keys));
            if filled {
                mapping.insert("minProperties".into(), 1.into());
            }
            if let Some(most) = most_of(of) {
                mapping.insert("maxProperties".into(), most.into());
            }
            let of_items = match of {
                // The key alone says enough: its thing is called by it.
                Shape::Record(record) => json!({
                    "description": sentence(record.about),
                    "anyOf": [of_items, reference("nothing")],
                }),
                _ => of_items,
            };
            mapping.insert("additionalProperties".into(), of_items);
        }
    }
    let properties = mapping.entry("properties").or_insert_with(|| json!({}));
    if let Value::Object(properties) = properties {
        properties.insert("x-allow".into(), reference("x-allow"));
    }
    mapping.insert("patternProperties".into(), own_keys());
    mapping.into()
}

/// A record that stands where its id could: no id stands in for what it is called.
fn in_place(record: &'static Record) -> Value {
    let mut object = members(reference(&named(record)));
    object.insert("type".into(), "object".into());
    if let Some(short) = record.short {
        object.insert("required".into(), json!([short]));
    }
    object.into()
}

fn is_reference(shape: &Shape) -> bool {
    matches!(shape, Shape::Reference(_))
}

/// How many records of a shape a map may have, unless the command line raises the limit.
fn most_of(shape: &Shape) -> Option<u64> {
    match shape {
        Shape::Record(record) => record.most.map(|limit| limit.spec().usual),
        _ => None,
    }
}

/// Any one of several forms.
pub(super) fn any_of(forms: impl IntoIterator<Item = Value>) -> Value {
    let forms: Vec<Value> = forms.into_iter().flat_map(alternatives).collect();
    json!({ "anyOf": forms })
}

/// The forms that a schema leaves to choose from; itself, if it is one.
pub(super) fn alternatives(schema: Value) -> Vec<Value> {
    match schema {
        Value::Object(mut members) if members.len() == 1 && members.contains_key("anyOf") => {
            match members.remove("anyOf") {
                Some(Value::Array(forms)) => forms,
                _ => Vec::new(),
            }
        }
        schema => vec![schema],
    }
}

/// A definition, by its name.
pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

/// The name of a record's definition.
pub(super) fn named(record: &Record) -> String {
    record.name.to_lowercase().replace(' ', "_")
}
