//! SARIF. tests/forms.rs holds it against the schema.

use serde_json::{Value, json};

use super::super::{FORMS, Report};
use super::{at, print};
use crate::diag::{self, Diagnostic, Level, Rule, Span};

/// A rule whose page stays as it is.
const RULE: Rule = Rule {
    name: "odd-lane",
    level: Level::Warning,
    finds: "a lane that is odd",
    page: "# odd-lane\n\nOdd.\n",
};

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_log_names_the_tool_its_rules_and_the_places() {
    let text = "a: 1\r\nб: ü\n  c: 2\n";
    let mut found = Diagnostic::new(&RULE, Span::new(6, 17), "lane `c` is empty")
        .mark("here")
        .label(at(text, "a", "").span, "there")
        .note("nobody sees it")
        .help("write this:\nlanes: [c]");
    found.level = Level::Info;
    let mut log = parsed(&print("sarif", text, &[found]));
    let driver = &mut log["runs"][0]["tool"]["driver"];
    driver["version"] = "<version>".into();
    let help = driver["rules"][0]["help"].take();
    let page = diag::page(&RULE);
    assert_eq!(help, json!({"text": page, "markdown": page}));
    insta::assert_snapshot!(format!("{log:#}"), @r#"
    {
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        {
          "tool": {
            "driver": {
              "name": "jmap",
              "version": "<version>",
              "rules": [
                {
                  "id": "odd-lane",
                  "shortDescription": {
                    "text": "A lane that is odd."
                  },
                  "fullDescription": {
                    "text": "A lane that is odd."
                  },
                  "help": null,
                  "defaultConfiguration": {
                    "level": "warning"
                  }
                }
              ]
            }
          },
          "invocations": [
            {
              "executionSuccessful": true,
              "toolExecutionNotifications": []
            }
          ],
          "columnKind": "unicodeCodePoints",
          "results": [
            {
              "ruleId": "odd-lane",
              "ruleIndex": 0,
              "level": "note",
              "message": {
                "text": "Lane `c` is empty.\n\nWhy: nobody sees it\n\nHelp: write this:\nlanes: [c]"
              },
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "map.yaml"
                    },
                    "region": {
                      "startLine": 2,
                      "startColumn": 1,
                      "endLine": 3,
                      "endColumn": 5
                    }
                  },
                  "message": {
                    "text": "here"
                  }
                }
              ],
              "relatedLocations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "map.yaml"
                    },
                    "region": {
                      "startLine": 1,
                      "startColumn": 1,
                      "endLine": 1,
                      "endColumn": 2
                    }
                  },
                  "message": {
                    "text": "there"
                  },
                  "id": 0
                }
              ],
              "partialFingerprints": {
                "jmap/v1": "36fbf63ccc488ddd:1"
              },
              "suppressions": []
            }
          ]
        }
      ]
    }
    "#);
}

#[test]
fn rules_stand_once_and_results_point_to_them() {
    let text = "a: 1\nb: 2\n";
    let found = [
        Diagnostic::new(&diag::WRONG_TYPE, Span::new(0, 1), "w"),
        at(text, "b", "u"),
        Diagnostic::new(&diag::WRONG_TYPE, Span::new(6, 7), "w"),
    ];
    let log = parsed(&print("sarif", text, &found));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), 2);
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 3);
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
}

#[test]
fn nothing_found_is_a_log_without_results() {
    let log = parsed(&print("sarif", "a: 1", &[]));
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(log["runs"][0]["results"], json!([]));
    assert_eq!(log["runs"][0]["tool"]["driver"]["rules"], json!([]));
}

#[test]
fn names_are_uris() {
    let found = at("a", "a", "odd");
    let form = FORMS.iter().find(|form| form.name == "sarif");
    let form = form.expect("the form");
    let uri = |name| {
        let report = Report {
            name,
            text: "a",
            findings: std::slice::from_ref(&found),
            silenced: &[],
        };
        let log = parsed(&(form.print)(&[report], true));
        let location = &log["runs"][0]["results"][0]["locations"][0];
        location["physicalLocation"]["artifactLocation"]["uri"].clone()
    };
    assert_eq!(
        uri("./maps/schöne neue 100%.yaml"),
        "maps/sch%C3%B6ne%20neue%20100%25.yaml"
    );
    assert_eq!(uri("a:b.yaml"), "a%3Ab.yaml");
    assert_eq!(uri("../x/y-1_2~.yml"), "../x/y-1_2~.yml");
    #[cfg(unix)]
    assert_eq!(uri("/maps/a b.yaml"), "file:///maps/a%20b.yaml");
}

/// The fingerprints of findings about all `x` of a text.
fn fingerprints(text: &str) -> Vec<String> {
    let found: Vec<_> = text
        .match_indices('x')
        .map(|(at, x)| Diagnostic::new(&diag::UNKNOWN_KEY, Span::new(at, at + x.len()), "odd"))
        .collect();
    let log = parsed(&print("sarif", text, &found));
    let results = log["runs"][0]["results"].as_array().expect("results");
    let print = |result: &Value| result["partialFingerprints"]["jmap/v1"].to_string();
    results.iter().map(print).collect()
}

#[test]
fn fingerprints_outlive_moved_lines_and_differ() {
    let before = fingerprints("a: 1\nx: 1\nb: 1\nx: 2\n");
    let after = fingerprints("new: 0\n\nb: 1\n  x: 1\na: x\n");
    assert_eq!(before, after);
    assert_ne!(before[0], before[1]);
}

#[test]
fn a_run_has_no_more_results_than_are_taken() {
    let text = "a\n".repeat(13_000);
    let found = |level: Level| {
        (0..13_000).map(move |at| {
            let mut finding =
                Diagnostic::new(&diag::UNLISTED_LANE, Span::new(2 * at, 2 * at + 1), "odd");
            finding.level = level;
            finding
        })
    };
    let few: Vec<_> = found(Level::Info)
        .chain(found(Level::Error))
        .take(24_999)
        .collect();
    let log: Value = serde_json::from_str(&print("sarif", &text, &few)).expect("JSON");
    let run = &log["runs"][0];
    assert_eq!(run["results"].as_array().expect("results").len(), 24_999);
    assert_eq!(
        run["invocations"][0]["toolExecutionNotifications"],
        json!([])
    );

    let many: Vec<_> = found(Level::Info).chain(found(Level::Error)).collect();
    let log: Value = serde_json::from_str(&print("sarif", &text, &many)).expect("JSON");
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("results");
    let errors = results.iter().filter(|result| result["level"] == "error");
    assert_eq!((results.len(), errors.count()), (24_999, 13_000));
    let told = &run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
    assert!(
        told.as_str()
            .expect("a text")
            .starts_with("Left out: 1001 results"),
        "{told}"
    );
}
