//! Lines for editors.

use super::{at, print};
use crate::diag::{self, Diagnostic, Span};

#[test]
fn one_line_each_sorted_by_place() {
    let text = "a: 1\r\nб: ü\tx\n";
    let found = [
        at(text, "x", "third"),
        at(text, "ü", "second\nline"),
        at(text, "a", "first"),
    ];
    assert_eq!(
        print("short", text, &found),
        "map.yaml:1:1: error[unknown-key]: first\n\
         map.yaml:2:4: error[unknown-key]: second line\n\
         map.yaml:2:6: error[unknown-key]: third\n"
    );
}

#[test]
fn the_graver_comes_first_at_one_place() {
    let warning = Diagnostic::new(&diag::UNLISTED_LANE, Span::new(0, 1), "w");
    let error = Diagnostic::new(&diag::WRONG_TYPE, Span::new(0, 9), "e");
    let printed = print("short", "a: 1", &[warning, error]);
    assert_eq!(
        printed,
        "map.yaml:1:1: error[wrong-type]: e\nmap.yaml:1:1: warning[unlisted-lane]: w\n"
    );
}

#[test]
fn nothing_found_nothing_printed() {
    assert_eq!(print("short", "a: 1", &[]), "");
    assert_eq!(print("human", "a: 1", &[]), "");
    assert_eq!(print("github", "a: 1", &[]), "");
}
