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
            "::error file=map.yaml,line=3,endLine=3,col=1,endColumn=1",
            "::warning file=map.yaml,line=1,endLine=1,col=1,endColumn=8",
            "::notice file=map.yaml,line=1,endLine=1,col=1,endColumn=8",
        ]
    );
}

#[test]
fn what_github_would_drop_stands_in_the_log() {
    let text = "::a\n".repeat(40);
    let found = |count: usize, level: Level| {
        (0..count).map(move |at| {
            let message = format!("{at} ##[error]");
            let mut finding =
                Diagnostic::new(&diag::UNLISTED_LANE, Span::new(4 * at, 4 * at + 1), message);
            finding.level = level;
            finding
        })
    };
    let findings: Vec<_> = found(10, Level::Info)
        .chain(found(13, Level::Warning))
        .chain(found(11, Level::Error))
        .collect();
    let printed = print("github", &text, &findings);
    let lines: Vec<&str> = printed.lines().collect();
    let commands = |name: &str| lines.iter().filter(|line| line.starts_with(name)).count();
    assert_eq!(
        [
            commands("::error "),
            commands("::warning "),
            commands("::notice ")
        ],
        [10, 10, 10]
    );
    assert_eq!(
        lines[30],
        "map.yaml:11:1: error[unlisted-lane]: 10 <U+0023>#[error]"
    );
    assert!(
        lines[31].starts_with("map.yaml:11:1: warning["),
        "{printed}"
    );
    assert!(
        lines[34].starts_with("left out of the annotations: 4, "),
        "{printed}"
    );
    assert_eq!(lines.len(), 35);
}
