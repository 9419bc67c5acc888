//! The array for programs.

use serde_json::Value;

use super::super::{FORMS, Report};
use super::{at, print};
use crate::diag::{self, Diagnostic, Span};

#[test]
fn a_finding_has_all_its_keys() {
    let text = "a: 1\r\nб: ü\n  c: 2\n";
    let found = Diagnostic::new(&diag::UNLISTED_LANE, Span::new(6, 17), "not \"drawn\"")
        .mark("here")
        .label(at(text, "a", "").span, "there")
        .note("why\nindeed")
        .help("do this");
    insta::assert_snapshot!(print("json", text, &[found]), @r#"
    [
      {
        "file": "map.yaml",
        "rule": "unlisted-lane",
        "level": "warning",
        "message": "not \"drawn\"",
        "mark": "here",
        "line": 2,
        "column": 1,
        "end_line": 3,
        "end_column": 5,
        "start": 6,
        "end": 17,
        "labels": [
          {
            "text": "there",
            "line": 1,
            "column": 1,
            "end_line": 1,
            "end_column": 2,
            "start": 0,
            "end": 1
          }
        ],
        "why": [
          "why\nindeed"
        ],
        "help": [
          "do this"
        ],
        "silenced": null
      }
    ]
    "#);
}

#[test]
fn one_array_for_all_files() {
    let (one, two) = (at("a", "a", "first"), at(" b", "b", "second"));
    let report = |name, text, findings| Report {
        name,
        text,
        findings,
        silenced: &[],
    };
    let form = FORMS.iter().find(|form| form.name == "json");
    let printed = (form.expect("the form").print)(
        &[
            report("one.yaml", "a", std::slice::from_ref(&one)),
            report("fine.yaml", "", &[]),
            report("two.yaml", " b", std::slice::from_ref(&two)),
        ],
        true,
    );
    let values: Vec<Value> = serde_json::from_str(&printed).expect("an array");
    let told: Vec<_> = values.iter().map(|v| (&v["file"], &v["column"])).collect();
    assert_eq!(
        told,
        [
            (&"one.yaml".into(), &1.into()),
            (&"two.yaml".into(), &2.into())
        ]
    );
    assert_eq!(print("json", "a: 1", &[]), "[]\n");
}

#[test]
fn every_character_comes_back() {
    let message = "\u{1b}[31m \u{202e}\u{9b}\u{7f}\t\n\" \\ é 漢 🙂 \u{2028}";
    let printed = print("json", "a", &[at("a", "a", message)]);
    let values: Value = serde_json::from_str(&printed).expect("JSON");
    assert_eq!(values[0]["message"], message);
}
