//! Workflow commands.

use super::super::{FORMS, Report};
use super::{at, print};
use crate::diag::{self, Diagnostic, Level, Span};

#[test]
fn one_command_each_with_reasons_and_advice() {
    let text = "title: x\nstages:\n  - pian: 100 %\n";
    let found = at(text, "pian", "`pian` is 100 % wrong")
        .label(at(text, "stages", "").span, "of these")
        .note("one, two:\nthree")
        .help("write `pain`");
    insta::assert_snapshot!(print("github", text, &[found]), @"::error file=map.yaml,line=3,endLine=3,col=5,endColumn=8,title=unknown-key::map.yaml:3:5: `pian` is 100 %25 wrong%0Asee: map.yaml:2:1: of these%0Awhy: one, two:%0Athree%0Ahelp: write `pain`");
}

#[test]
fn names_cannot_end_a_property() {
    let found = at("a", "a", "odd");
    let form = FORMS.iter().find(|form| form.name == "github");
    let report = Report {
        name: "50%: a,b\n.yaml",
        text: "a",
        findings: std::slice::from_ref(&found),
        silenced: &[],
    };
    assert_eq!(
        (form.expect("the form").print)(&[report], true),
        "::error file=50%25%3A a%2Cb<U+000A>.yaml,line=1,endLine=1,col=1,endColumn=1,title=unknown-key::\
         50%25: a,b<U+000A>.yaml:1:1: odd\n"
    );
}

#[test]
fn levels_have_their_names_and_long_spans_their_first_line() {
    let text = "title: ü\nstages: 1\n";
    let mut info = Diagnostic::new(&diag::UNLISTED_LANE, Span::new(0, 15), "w");
    let warning = info.clone();
    info.level = Level::Info;
    let nowhere = Diagnostic::new(&diag::MISSING_TITLE, Span::new(900, 900), "n");
    let printed = print("github", text, &[info, warning, nowhere]);
    let starts: Vec<_> = printed
        .lines()
        .map(|line| line.split(",title").next().unwrap_or_default())
        .collect();
    assert_eq!(
        starts,
        [
            "::warning file=map.yaml,line=1,endLine=1,col=1,endColumn=8",
            "::notice file=map.yaml,line=1,endLine=1,col=1,endColumn=8",
            "::error file=map.yaml,line=3,endLine=3,col=1,endColumn=1",
        ]
    );
}
