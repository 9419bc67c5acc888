//! Slips of the hand, and what is said about them.

use super::super::{Limits, parse};
use super::marked;

/// Text, marked part, message, part of the help.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    ("a:\n\tb: 1", "\t", "a tab indents this line", "spaces"),
    (
        "a:\n  b: 1\n\tc: 2",
        "\t",
        "a tab indents this line",
        "spaces",
    ),
    (
        "name: Foo: bar # c",
        ":",
        "a second colon stands in this line, in a text without quotes",
        r#": name: "Foo: bar" # c"#,
    ),
    (
        "- It's: \"so\"\n- quote: It's: \"so\"",
        ":",
        "a second colon stands in this line, in a text without quotes",
        r#"- quote: 'It''s: "so"'"#,
    ),
    (
        "a: {b: c: d, e: f}",
        ":",
        "a second colon stands in this line, in a text without quotes",
        r#"a: {b: "c: d", e: f}"#,
    ),
    (
        "a: @foo bar",
        "@foo bar",
        "a text cannot begin with `@` unless it is in quotes",
        r#"a: "@foo bar""#,
    ),
    (
        "a: [`x`, y]",
        "`x`",
        "a text cannot begin with ``` unless it is in quotes",
        r#"a: ["`x`", y]"#,
    ),
    (
        "a: %x",
        "%x",
        "a text cannot begin with `%` unless it is in quotes",
        r#"a: "%x""#,
    ),
    (
        "a: & Co",
        "& Co",
        "a text cannot begin with `&` unless it is in quotes",
        r#"a: "& Co""#,
    ),
    (
        "a: > b",
        "> b",
        "a text cannot begin with `>` unless it is in quotes",
        r#"a: "> b""#,
    ),
    (
        "a: *bold* text",
        "*bold* text",
        "a text cannot begin with `*` unless it is in quotes",
        r#"a: "*bold* text""#,
    ),
    (
        "a: [Draft] My map",
        "[Draft] My map",
        "a text cannot begin with `[` unless it is in quotes",
        r#""[Draft] My map""#,
    ),
    (
        "a: \"unclosed\nb: 2\n",
        "\"",
        "a quote is never closed",
        "close it",
    ),
    (
        "a: 'it's'",
        "s",
        "text goes on after a closing quote",
        "other quotes",
    ),
    ("a: [1, 2", "[", "this `[` is never closed", "close"),
    ("a: {a: 1]", "{", "this `{` is closed by a `]`", "one kind"),
    (
        "a: ]",
        "]",
        "this closes a bracket that was never opened",
        "quotes",
    ),
    (
        "a: [1,,2]",
        ",",
        "a list in brackets takes one comma between two items",
        "comma",
    ),
    (
        "a: [1, 2\nb: 3\n",
        ":",
        "a comma or a closing bracket is missing before this",
        "never closed",
    ),
    (
        "a: 1\n  b: 2\n",
        ":",
        "this key stands inside the value of the key above it",
        "align",
    ),
    (
        "a:\n    b: 1\n  c: 2\n",
        "c",
        "this line does not line up with any line above it",
        "as many spaces",
    ),
    (
        "- a\nb: 1",
        "b",
        "a list goes on here, but this line does not begin with `- `",
        "indent",
    ),
    (
        "a: 1\n- b",
        "b",
        "a list item stands where a key is expected",
        "under its key",
    ),
    (
        "a: - b",
        "-",
        "a list cannot begin behind its key",
        "[one, two]",
    ),
    (
        "a: 1\nb 2\nc: 3",
        "b",
        "this line has no colon after its key",
        "key: value",
    ),
    (
        "a: \"C:\\q\"",
        "\"",
        "a backslash in this text means nothing",
        "\\\\",
    ),
    (
        "a:b\nc: d",
        "a:",
        "a plain space is missing after this colon",
        "a: b",
    ),
    (
        "a:\u{a0}b\nc: d",
        "a:",
        "a plain space is missing after this colon",
        "a: b",
    ),
    (
        "a: b\n# so\nc:d\n\n# here\ne: f",
        "c:",
        "a plain space is missing after this colon",
        "c: d",
    ),
    (
        "a = b\nc: d",
        "a",
        "a colon and a space join a key and its value, not an equals sign",
        "a: b",
    ),
    (
        "a:\n- b\n-c\n",
        "-",
        "an item of a list begins with a hyphen and a space",
        "- c",
    ),
    (
        "a:\n  b: 1\n\u{a0} c: 2\n",
        "\u{a0} ",
        "the spaces before this are no spaces to YAML",
        "space bar",
    ),
];

#[test]
fn slips_are_explained() {
    for (text, mark, message, help) in SLIPS {
        let (node, found) = parse(text, &Limits::default());
        assert!(node.is_none(), "{text}");
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        let finding = &found[0];
        assert_eq!(finding.rule.name, "invalid-yaml");
        assert_eq!(
            (marked(text, finding), &*finding.message),
            (*mark, *message),
            "{text}"
        );
        assert!(
            finding.help.iter().any(|line| line.contains(help)),
            "{text}: {:?}",
            finding.help
        );
    }
}

#[test]
fn a_key_may_not_be_endless() {
    let text = format!("{}: 1", "x".repeat(2000));
    let found = parse(&text, &Limits::default()).1;
    assert_eq!(
        found[0].message,
        "the key before this colon is longer than 1024 characters"
    );
}
