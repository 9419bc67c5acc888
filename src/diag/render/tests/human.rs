//! The form that people read.

use proptest::prelude::*;

use super::super::{FORMS, Report};
use super::{at, print};
use crate::diag::{self, Diagnostic, Span};

fn span(text: &str, part: &str) -> Span {
    at(text, part, "").span
}

#[test]
fn a_finding_shows_what_where_why_and_what_to_do() {
    let text = "title: x\r\nstages:\r\n  - name: A\r\n    pian_points: 🙂 b\r\n    c: 1\r\n";
    let found = at(text, "pian_points", "`pian_points` is not a key of a stage")
        .mark("not a key")
        .label(span(text, "name"), "of this stage")
        .note("one reason\nin two lines")
        .help("did you mean `pain_points`?")
        .help("or this:\nstages:\n  - name: A");
    insta::assert_snapshot!(print("human", text, &[found]), @r"
    error[unknown-key]: `pian_points` is not a key of a stage
     --> map.yaml:4:5
      |
    3 |   - name: A
      |     ---- of this stage
    4 |     pian_points: 🙂 b
      |     ^^^^^^^^^^^ not a key
      |
      = why: one reason
             in two lines
      = help: did you mean `pain_points`?
      = help: or this:
              stages:
                - name: A
    ");
}

#[test]
fn what_is_far_away_is_named() {
    let text = format!("title: x\n{}end: 1", "a: b\n".repeat(500));
    let found = at(&text, "end", "twice")
        .mark("again")
        .label(span(&text, "title"), "first here");
    insta::assert_snapshot!(print("human", &text, &[found]), @r"
    error[unknown-key]: twice
       --> map.yaml:502:1
        |
    502 | end: 1
        | ^^^ again
        |
        = see: map.yaml:1:1: first here
    ");
}

#[test]
fn a_span_over_many_lines_is_marked_where_it_starts() {
    let text = "a: 1\nb:\n  c: 1\n  d: 2\n";
    let found = Diagnostic::new(&diag::MISSING_NAME, Span::new(5, 20), "no name");
    insta::assert_snapshot!(print("human", text, &[found]), @r"
    error[missing-name]: no name
     --> map.yaml:2:1
      |
    2 | b:
      | ^^
    ");
}

#[test]
fn an_endless_line_is_cut_to_a_window() {
    let text = format!("title: {} foo {}", "é".repeat(5000), "b".repeat(100_000));
    let printed = print(
        "human",
        &text,
        &[at(&text, "foo", "long")
            .mark("this")
            .label(span(&text, "title"), "first")],
    );
    assert!(printed.contains("map.yaml:1:5009\n"));
    assert!(printed.contains("= see: map.yaml:1:1: first\n"));
    assert!(
        printed.lines().all(|line| line.chars().count() <= 130),
        "{printed}"
    );
    let lines: Vec<_> = printed.lines().collect();
    let column = |line: &str, part: &str| line.find(part).map(|at| line[..at].chars().count());
    assert_eq!(column(lines[3], "foo"), column(lines[4], "^^^"));
}

#[test]
fn marks_at_the_end_of_the_file() {
    let eof = |text: &str| {
        let found = Diagnostic::new(
            &diag::MISSING_TITLE,
            Span::new(text.len(), text.len()),
            "no title",
        )
        .mark("here");
        print("human", text, &[found])
    };
    for text in ["", "a: 1\n", "a: 1", "a: 1\r\n", "ü"] {
        assert!(eof(text).ends_with("^ here\n\n"), "{}", eof(text));
    }
    let beyond = Diagnostic::new(&diag::MISSING_TITLE, Span::new(700, 900), "no title");
    assert!(print("human", "ü: 1", &[beyond]).contains("map.yaml:1:5\n"));
}

#[test]
fn a_terminal_obeys_nothing_of_it() {
    let text = "a: \u{1b}[31mred\u{202e} x\tfoo: \u{9b}\u{2066}1\n";
    let found = at(text, "foo", "message \u{1b}[31m\u{200f}")
        .mark("mark \u{7}")
        .label(span(text, "red"), "label \u{8}")
        .note("why \u{202d}")
        .help("help\r \u{0}");
    for form in FORMS {
        let name = "ev\u{1b}il\n.yaml";
        let printed = (form.print)(
            &[Report {
                name,
                text,
                findings: std::slice::from_ref(&found),
                silenced: &[],
            }],
            false,
        );
        let obeyed = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}')
        };
        assert!(!printed.contains(obeyed), "{printed:?}");
        let name = match form.name {
            "json" => "ev\\u001bil\\n.yaml",
            "sarif" => "ev%1Bil%0A.yaml",
            _ => "ev<U+001B>il<U+000A>.yaml:1:16",
        };
        assert!(printed.contains(name), "{printed}");
    }
    insta::assert_snapshot!(print("human", text, &[found]), @r"
    error[unknown-key]: message <U+001B>[31m<U+200F>
     --> map.yaml:1:16
      |
    1 | a: <U+001B>[31mred<U+202E> x    foo: <U+009B><U+2066>1
      |                ---              ^^^ mark <U+0007>
      |                |
      |                label <U+0008>
      |
      = why: why <U+202D>
      = help: help<U+000D> <U+0000>
    ");
}

#[test]
fn after_ten_of_a_rule_the_rest_is_a_number() {
    let text = "a\n".repeat(13) + "b";
    let mut found: Vec<_> = (0..13)
        .map(|line| Diagnostic::new(&diag::UNKNOWN_KEY, Span::new(2 * line, 2 * line + 1), "odd"))
        .collect();
    found.push(Diagnostic::new(
        &diag::WRONG_TYPE,
        Span::new(26, 27),
        "wrong",
    ));
    let printed = print("human", &text, &found);
    assert_eq!(printed.matches("error[unknown-key]: odd").count(), 10);
    assert!(printed.contains("map.yaml:10:1\n") && !printed.contains("map.yaml:11:1\n"));
    assert!(
        printed.ends_with(
            " map.yaml:14:1\n   |\n14 | b\n   | ^\n\n\
             … 3 more unknown-key in map.yaml; --format short lists all\n\n"
        ),
        "{printed}"
    );
    assert!(!print("human", &text, &found[..10]).contains('…'));
    for form in FORMS.iter().filter(|form| form.name != "human") {
        let printed = print(form.name, &text, &found).to_lowercase();
        assert_eq!(printed.matches("odd").count(), 13, "{printed}");
    }
}

#[test]
fn what_is_found_twice_is_told_once() {
    let found = at("a: 1", "a", "odd").help("even");
    let again = found.clone();
    let other = at("a: 1", "a", "odd").help("odder");
    let printed = print("human", "a: 1", &[found, other, again]);
    assert_eq!(printed.matches("error").count(), 2, "{printed}");
}

#[test]
fn colour_is_asked_for() {
    let text = "a: 1";
    let findings = [at(text, "a", "message")];
    let human = &FORMS[0];
    let colored = (human.print)(
        &[Report {
            name: "map.yaml",
            text,
            findings: &findings,
            silenced: &[],
        }],
        true,
    );
    assert!(colored.contains("\u{1b}["));
    let mut plain = String::new();
    let mut rest = colored.as_str();
    while let Some((before, code)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = code.split_once('m').expect("a code ends").1;
    }
    plain.push_str(rest);
    assert_eq!(plain, print("human", text, &findings));
}

proptest! {
    #[test]
    fn any_span_of_any_text_is_printed(
        scraps in prop::collection::vec(
            prop::sample::select(vec!["a", "é", "🙂", "\t", "\n", "\r\n", "\r", "\u{1b}", "\u{202e}", "漢字", "e\u{301}", " "]),
            0..60,
        ),
        repeat in 1usize..60,
        start in 0usize..400,
        length in 0usize..400,
        other in 0usize..400,
    ) {
        let text = scraps.concat().repeat(repeat);
        let found = Diagnostic::new(&diag::WRONG_TYPE, Span::new(start, start + length), "message")
            .mark("mark")
            .label(Span::new(other, other + length), "label");
        for form in FORMS {
            let printed = print(form.name, &text, std::slice::from_ref(&found));
            prop_assert!(printed.contains("map.yaml"));
            prop_assert!(!printed.contains(|c: char| c.is_control() && c != '\n'), "{printed:?}");
        }
    }
}
