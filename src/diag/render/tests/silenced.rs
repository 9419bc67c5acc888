//! What is silenced where it stands.

use serde_json::Value;

use super::super::{FORMS, Report};
use super::at;
use crate::diag::{self, Diagnostic, Silenced, Span};

/// A finding and a silenced one, in a form.
fn print(form: &str) -> String {
    let found = at("a: 1\nb: 2\n", "b", "odd");
    let finding = Diagnostic::new(&diag::UNLISTED_LANE, Span::new(0, 1), "not drawn");
    let silenced = Silenced {
        finding: finding.mark("here").note("why").help("help"),
        reason: "seen\nonce".to_owned(),
    };
    let form = FORMS.iter().find(|row| row.name == form);
    (form.expect("the form exists").print)(
        &[Report {
            name: "map.yaml",
            text: "a: 1\nb: 2\n",
            findings: &[found],
            silenced: &[silenced],
        }],
        false,
    )
}

#[test]
fn people_see_the_reason() {
    insta::assert_snapshot!(print("human"), @r"
    silenced[unlisted-lane]: not drawn
     --> map.yaml:1:1
      |
    1 | a: 1
      | ^ here
      |
      = reason: seen
                once

    error[unknown-key]: odd
     --> map.yaml:2:1
      |
    2 | b: 2
      | ^
    ");
    assert_eq!(
        print("short"),
        "map.yaml:1:1: silenced[unlisted-lane]: not drawn (seen once)\n\
         map.yaml:2:1: error[unknown-key]: odd\n"
    );
}

#[test]
fn programs_can_tell_it_from_others() {
    let found: Value = serde_json::from_str(&print("json")).expect("JSON");
    assert_eq!(found[0]["silenced"], "seen\nonce");
    assert_eq!(found[1]["silenced"], Value::Null);
    let log: Value = serde_json::from_str(&print("sarif")).expect("JSON");
    let results = &log["runs"][0]["results"];
    let suppression = &results[0]["suppressions"][0];
    assert_eq!(suppression["kind"], "inSource");
    assert_eq!(suppression["justification"], "seen\nonce");
    // SARIF wants the property at all results or at none.
    assert_eq!(results[1]["suppressions"], Value::Array(Vec::new()));
}

#[test]
fn a_pull_request_shows_nothing_of_it() {
    let printed = print("github");
    assert!(printed.contains("2:1: odd"), "{printed}");
    assert_eq!(printed.lines().count(), 1, "{printed}");
}
