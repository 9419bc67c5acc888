//! What is not taken.

use proptest::prelude::*;

use super::super::{Limits, decode, parse};
use super::{dump, findings};
use crate::limits::Limit;

#[test]
fn a_key_stands_once() {
    let text = "a: 1\nb: {x: 1, x: 2, x: 3}\na: 4";
    let (node, found) = parse(text, &Limits::default());
    assert_eq!(
        dump(&node.expect("duplicates do not stop the reader")),
        "{a: 1, b: {x: 1}}"
    );
    assert_eq!(
        found
            .iter()
            .map(|f| (f.rule.name, f.span.start))
            .collect::<Vec<_>>(),
        [
            ("duplicate-key", 15),
            ("duplicate-key", 21),
            ("duplicate-key", 27)
        ]
    );
    assert_eq!(found[1].labels[0].span.start, 9);
}

#[test]
fn keys_are_text() {
    assert_eq!(findings("? [a]\n: 1\n? {b: 1}\n: 2\nc: 3").len(), 2);
    assert_eq!(findings(": 1")[0].2, "nothing stands before this colon");
    assert!(findings("404: 1\ntrue: 2\n\"\": 3").is_empty());
}

#[test]
fn tags_are_the_core_schemas() {
    let text = "- !!str 12\n- !!int 12\n- ! 12\n- !!seq [1]\n- !!map {a: 1}\n- !!null ''";
    assert_eq!(dump(&super::fine(text)), "[`12`, 12, `12`, [1], {a: 1}, ]");
    let marks: Vec<_> =
        findings("- !x 1\n- !y [1]\n- !!set {a: 1}\n- !!seq {a: 1}\n- !!binary aGk=")
            .into_iter()
            .map(|row| row.1)
            .collect();
    assert_eq!(marks, ["!x", "!y", "!!set", "!!seq", "!!binary"]);
}

#[test]
fn a_file_is_one_document() {
    assert!(findings("---\na: 1\n...\n").is_empty());
    for text in ["a: 1\n---\nb: 2\n", "a: 1\n---\n"] {
        let rows = findings(text);
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].0, &*rows[0].1), ("several-documents", "---"));
    }
}

#[test]
fn nothing_at_all_is_an_empty_mapping() {
    for text in ["", "\n\n", "# only a comment\n"] {
        assert_eq!(dump(&super::fine(text)), "{}");
    }
}

#[test]
fn depth_is_limited_and_costs_no_stack() {
    let flow = "[".repeat(100_000);
    let mapping = "{a: ".repeat(100_000);
    let dashes = "- ".repeat(100_000);
    let question = "? ".repeat(100_000);
    for text in [&flow, &mapping, &dashes, &question] {
        let (node, found) = parse(text, &Limits::default());
        assert!(node.is_none());
        assert_eq!(found[0].rule.name, "limit-exceeded");
        assert!(found[0].message.contains("64"));
    }
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(findings(&nested(64)).is_empty());
    assert_eq!(findings(&nested(65))[0].0, "limit-exceeded");
}

#[test]
fn size_is_limited() {
    let limits = Limits::default().with(Limit::Bytes, 10);
    assert!(parse("a: 3456789", &limits).1.is_empty());
    let found = parse("a: 34567890", &limits).1;
    assert_eq!(found[0].message, "the file is larger than 10 bytes");
}

#[test]
fn values_are_limited() {
    let limits = Limits::default().with(Limit::Values, 5);
    assert!(parse("[1, 2, 3, 4]", &limits).1.is_empty());
    assert_eq!(
        parse("[1, 2, 3, 4, 5]", &limits).1[0].rule.name,
        "limit-exceeded"
    );
}

#[test]
fn control_characters_are_named() {
    for (text, name) in [
        ("a: \0", "U+0000"),
        ("a\u{1b}[31m: 1", "U+001B"),
        ("a: \u{9b}", "U+009B"),
    ] {
        assert_eq!(
            findings(text)[0].2,
            format!("the file holds the control character {name}")
        );
    }
}

#[test]
fn only_utf8_is_read() {
    assert_eq!(decode("\u{FEFF}a: ü".as_bytes()), Ok("a: ü"));
    assert_eq!(decode(b""), Ok(""));
    for (bytes, name) in [
        (&b"\xFF\xFEa\0:\0"[..], "the file is UTF-16"),
        (b"\xFE\xFF\0a\0:", "the file is UTF-16"),
        (b"a\0:\0", "the file is UTF-16"),
        (b"\0a\0:", "the file is UTF-16"),
        (b"\xFF\xFE\0\0a\0\0\0", "the file is UTF-32"),
        (b"\0\0\0a", "the file is UTF-32"),
        (b"\0\x01\0\0\0\x0c\0\x80", "the file is no text"),
    ] {
        let finding = decode(bytes).expect_err("not UTF-8");
        assert_eq!(finding.rule.name, "invalid-encoding");
        assert!(finding.message.starts_with(name), "{}", finding.message);
    }
    let bytes = b"name: M\xFCller\n";
    let finding = decode(bytes).expect_err("not UTF-8");
    assert_eq!(finding.message, "the file is not UTF-8: byte 7 is 0xFC");
    let lossy = String::from_utf8_lossy(bytes);
    assert_eq!(super::marked(&lossy, &finding), "\u{FFFD}");
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,80}") {
        read(&text);
    }

    #[test]
    fn no_scraps_of_yaml_make_it_panic(
        scraps in prop::collection::vec(
            prop::sample::select(vec![
                "a", ": ", ":", "\n", "  ", "- ", "\t", "[", "]", "{", "}", ",", "&x ", "*x", "<<: ", "|\n", ">-\n",
                "'", "\"", "\\", "? ", "# c\n", "---\n", "...\n", "%", "@", "!", "!!str ", "é", "🙂", "\r\n", "\u{2028}",
                "\u{FEFF}", "\0",
            ]),
            0..40,
        )
    ) {
        read(&scraps.concat());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        match decode(&bytes) {
            Ok(text) => read(text),
            Err(finding) => {
                let lossy = String::from_utf8_lossy(&bytes);
                prop_assert!(lossy.is_char_boundary(finding.span.start as usize));
            }
        }
    }
}

/// Reads a text; every span of every finding must be a part of it.
fn read(text: &str) {
    let (node, found) = parse(text, &Limits::default());
    assert!(node.is_some() || !found.is_empty());
    for span in found
        .iter()
        .flat_map(|f| f.labels.iter().map(|l| l.span).chain([f.span]))
    {
        assert!(
            text.get(span.start as usize..span.end as usize).is_some(),
            "{text:?} {found:?}"
        );
    }
    if let Some(node) = node {
        super::spans::check_inside(text, &node);
    }
}

#[test]
fn files_of_other_kinds_are_named_and_no_map_is_taken_for_one() {
    for (text, what) in [
        ("journey\n  title X\n", "a Mermaid journey"),
        ("graph TD\n", "a Mermaid diagram"),
        ("@startuml\nA -> B: hello\n", "a PlantUML diagram"),
        ("<svg/>", "an SVG picture"),
        ("\n<!DOCTYPE html>\n", "an HTML page"),
        ("<note>x</note>", "XML"),
        ("# Map\n\n```\na: b\n```\n", "a Markdown page"),
        ("a,b,c\nd,e,f\n", "a table (CSV)"),
        ("a\tb\tc\n\nd\te\tf", "a table (CSV)"),
    ] {
        let found = findings(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].2, format!("this is {what}, and jmap reads YAML"));
    }
    for text in [
        "timeline: {unit: day}",
        "graph: a",
        "<<: {a: 1}",
        "<b>: 1",
        "a: b, c, d\ne: f, g, h",
        "# a, b, c\n# d, e, f\na: 1",
        "a: |\n  ```mermaid\n  journey\n  ```\n",
        "---\ntitle: a\n",
        "[a, b, c]",
        "a: >\n  \u{3000}b: c\n  -d\n",
        "a: b\n  \u{3000}c",
        "a: \u{a0}b",
        "a: b:c\nd: -e\nf: g = h",
    ] {
        assert_eq!(findings(text), [], "{text}");
    }
}
