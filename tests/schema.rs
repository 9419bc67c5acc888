//! The JSON Schema: it is one, it takes every map, and it refuses what the reader refuses as to shape.

mod beside;
#[path = "schema/forms.rs"]
mod forms;
mod samples;
#[path = "schema/json.rs"]
mod validate;

use std::fs;
use std::path::{Path, PathBuf};

use jmap::diag::{ERRORS, Level, any_error};
use jmap::model::all_records;
use jmap::source::Limits;
use serde_json::Value;

use beside::Beside;
use samples::whole;
use validate::{Schema, json};

/// The YAML files of folders and below, by their paths from the root.
fn files(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("its entries").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yaml") {
                let text = String::from_utf8_lossy(&fs::read(&path).expect("a file")).into_owned();
                let path = path.strip_prefix(root).expect("below the root").to_owned();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

fn is_refused(yaml: &str) -> bool {
    let read = jmap::read(yaml, &Beside, &Limits::default());
    any_error(&read.judged().1)
}

#[test]
fn the_schema_is_a_schema() {
    let schema = serde_json::from_str(&jmap::schema()).expect("JSON");
    assert_eq!(Schema::of_schemas().refusal(&schema), None);
}

#[test]
fn it_takes_every_map() {
    let schema = Schema::of_maps();
    let mut count = 0;
    for (path, yaml) in files(&["maps", "templates/starters", "tests/cases"]) {
        if !path.starts_with("tests/cases/errors") {
            count += 1;
            assert_eq!(schema.refusal_of_map(&yaml), None, "{}", path.display());
        }
    }
    assert!(count > 70, "only {count} maps");
}

#[test]
fn it_takes_every_form_that_the_tables_promise() {
    let schema = Schema::of_maps();
    for variant in 0..48 {
        let yaml = whole(all_records()[0], variant);
        assert_eq!(schema.refusal_of_map(&yaml), None, "{yaml}");
    }
}

#[test]
fn it_says_what_the_reader_says() {
    let schema = Schema::of_maps();
    for (keys, at_touchpoint, refused) in forms::all() {
        let yaml = forms::map(keys, at_touchpoint);
        let refusal = schema.refusal_of_map(&yaml);
        assert_eq!(is_refused(&yaml), refused, "the reader:\n{yaml}");
        assert_eq!(
            refusal.is_some(),
            refused,
            "the schema: {refusal:?}\n{yaml}"
        );
    }
}

/// Errors that no schema can tell, and why.
const BEYOND: &[(&str, &str)] = &[
    ("ambiguous-reference", REFERS),
    ("duplicate-id", REFERS),
    ("reserved-id", REFERS),
    ("unknown-reference", REFERS),
    ("duplicate-key", "the value of the text has the key once"),
    ("several-documents", "each document is a value of its own"),
    ("emotion-out-of-scale", "the scale is the map's"),
    (
        "unknown-feeling",
        "the map's scale brings words, and a score allows any",
    ),
    ("missing-emotion", "it may stand anywhere on the map"),
    (
        "missing-touchpoints",
        "they may stand in any stage, or something else may stand there",
    ),
    ("missing-time", TIMELINE),
    ("time-out-of-order", TIMELINE),
    ("time-outside-timeline", TIMELINE),
    ("path-outside-map", FILE),
    ("unreadable-file", FILE),
    ("unreadable-image", FILE),
];

const REFERS: &str = "what stands at another place decides";
const TIMELINE: &str = "what the timeline is decides";
const FILE: &str = "what lies beside the map decides";
const OTHER: &str = "the value of another key decides";

/// Cases of other errors that it cannot tell, and why.
const BEYOND_CASES: &[(&str, &str)] = &[
    ("invalid-date-absolute", TIMELINE),
    ("invalid-date-timeline", TIMELINE),
    ("invalid-value-blank-lane", OTHER),
    (
        "invalid-value-control",
        "a pattern for it would say nothing to people",
    ),
    ("invalid-value-scale", OTHER),
    ("invalid-value-scale-end", OTHER),
    ("invalid-value-scale-ends", OTHER),
    ("invalid-value-timeline", OTHER),
    ("invalid-value-timeline-unit", OTHER),
    ("limit-exceeded-image", FILE),
    ("unknown-reference-lane", OTHER),
];

/// Every error is one that the schema tells as well, or stands in one of the two tables above.
#[test]
fn it_refuses_what_can_be_told_by_shape() {
    let schema = Schema::of_maps();
    let (mut wrong, mut told) = (Vec::new(), 0);
    for (path, yaml) in files(&["tests/cases/errors"]) {
        let Some(value) = json(&yaml) else { continue };
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let read = jmap::read(&yaml, &Beside, &Limits::default());
        let findings = read.judged().1;
        let errors = findings
            .iter()
            .filter(|finding| finding.level == Level::Error);
        let is_in =
            |table: &[(&str, &str)], name: &str| table.iter().any(|(known, _)| *known == name);
        let expected = !is_in(BEYOND_CASES, &name)
            && errors
                .into_iter()
                .any(|error| !is_in(BEYOND, error.rule.name));
        match schema.refusal(&value) {
            Some(_) if expected => told += 1,
            None if !expected => {}
            Some(refusal) => wrong.push(format!("{name} is refused: {refusal}")),
            None => wrong.push(format!("{name} is taken")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(told > 25, "only {told} are refused");
}

#[test]
fn no_reason_is_idle() {
    let names: Vec<String> = files(&["tests/cases/errors"])
        .iter()
        .filter_map(|(path, _)| Some(path.file_stem()?.to_string_lossy().into_owned()))
        .collect();
    for (name, why) in BEYOND_CASES {
        assert!(
            names.iter().any(|known| known == name) && !why.is_empty(),
            "{name}"
        );
    }
    for (name, why) in BEYOND {
        assert!(
            ERRORS.iter().any(|rule| rule.name == *name) && !why.is_empty(),
            "{name}"
        );
    }
}

#[test]
fn every_record_and_key_is_explained() {
    let schema: Value = serde_json::from_str(&jmap::schema()).expect("JSON");
    let explained = |at: &Value| {
        at["description"]
            .as_str()
            .is_some_and(|text| text.len() > 3)
    };
    for record in all_records() {
        let named = schema["$defs"].get(record.name.to_lowercase().replace(' ', "_"));
        let definition = named.unwrap_or(&schema);
        assert!(explained(definition), "{}", record.name);
        let forms = definition["anyOf"].as_array();
        let long = forms.and_then(|forms| forms.last()).unwrap_or(definition);
        let keys: Vec<&str> = record.all_keys().map(|key| key.name).collect();
        let properties = long["properties"].as_object().expect("its keys");
        let written: Vec<&str> = properties.keys().map(String::as_str).collect();
        assert_eq!(
            written,
            [&keys[..], &["internal", "x-allow"]].concat(),
            "{}",
            record.name
        );
        for (key, property) in properties {
            let refers = property["$ref"].as_str().filter(|_| !explained(property));
            let refers = refers.and_then(|path| schema.pointer(path.trim_start_matches('#')));
            assert!(
                explained(refers.unwrap_or(property)),
                "{}: {key}",
                record.name
            );
        }
    }
}

#[test]
fn every_map_names_the_schema_in_its_first_line() {
    for (folder, up) in [("maps", "../"), ("templates/starters", "../../")] {
        for (path, yaml) in files(&[folder]) {
            let first = yaml.lines().next().unwrap_or_default();
            let named = format!("# yaml-language-server: $schema={up}docs/jmap.schema.json");
            assert_eq!(first, named, "{}", path.display());
        }
    }
}
