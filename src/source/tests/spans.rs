//! Where things stand.

use super::super::{Node, Value};
use super::{dump, fine};

const MAP: &str = r#"# A comment
title: "Joining" # another
персона:
  nadia: {name: Nadia 🙂, age: 29, none: , list: [1, 'two' , "th
    ree"] }
notes: |   # literal
  first

  second

folded: &anchor >-
    one
    two
empty:
empty too :
plain: one
  two
stages:
- name: A
  list:
    - 1
    -
    - x: y
      z: *anchor
last: {a}
"#;

#[test]
fn the_text_of_every_span_is_the_value() {
    for text in [
        MAP.to_owned(),
        MAP.replace('\n', "\r\n"),
        format!("[{}]", "{a: [b, c: d]}, ".repeat(3)),
    ] {
        let mut nodes = vec![fine(&text)];
        let mut seen = 0;
        while let Some(node) = nodes.pop() {
            again(&text, &node);
            seen += 1;
            match &node.value {
                Value::Scalar(_) => {}
                Value::List(items) => nodes.extend(items.iter().cloned()),
                Value::Mapping(entries) => {
                    nodes.extend(entries.iter().map(|(_, value)| value.clone()))
                }
            }
        }
        assert!(seen > 10);
    }
}

/// Reads the text of a node's span, indented as it was, and expects the node.
fn again(text: &str, node: &Node) {
    let (start, end) = (node.span.start as usize, node.span.end as usize);
    let slice = &text[start..end];
    if slice.is_empty() || slice.contains("*anchor") {
        return;
    }
    let column = text[..start]
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count();
    let alone = format!("{}{slice}", " ".repeat(column));
    assert_eq!(dump(&fine(&alone)), dump(node), "{alone}");
}

/// Panics unless every span in a tree is a part of the text.
pub fn check_inside(text: &str, node: &Node) {
    let inside =
        |span: crate::diag::Span| text.get(span.start as usize..span.end as usize).is_some();
    assert!(inside(node.span), "{text:?} {node:?}");
    match &node.value {
        Value::Scalar(_) => {}
        Value::List(items) => items.iter().for_each(|item| check_inside(text, item)),
        Value::Mapping(entries) => entries.iter().for_each(|(key, value)| {
            assert!(inside(key.span), "{text:?} {key:?}");
            check_inside(text, value);
        }),
    }
}

/// The source text of the value of a top-level key.
fn value<'t>(text: &'t str, name: &str) -> &'t str {
    let node = fine(text);
    let Value::Mapping(entries) = &node.value else {
        panic!("not a mapping")
    };
    let (key, value) = entries
        .iter()
        .find(|(key, _)| &*key.text == name)
        .expect("the key is there");
    assert_eq!(&text[key.span.start as usize..key.span.end as usize], name);
    &text[value.span.start as usize..value.span.end as usize]
}

#[test]
fn spans_are_what_an_author_would_mark() {
    assert_eq!(value(MAP, "title"), "\"Joining\"");
    assert_eq!(value(MAP, "notes"), "|   # literal\n  first\n\n  second");
    assert_eq!(value(MAP, "folded"), ">-\n    one\n    two");
    assert_eq!(value(MAP, "plain"), "one\n  two");
    assert!(value(MAP, "персона").starts_with("nadia: {"));
    assert!(value(MAP, "персона").ends_with("\"] }"));
    assert!(value(MAP, "stages").starts_with("- name: A\n"));
    assert!(value(MAP, "stages").ends_with("z: *anchor"));
}

#[test]
fn what_is_not_written_stands_behind_its_colon() {
    for (text, at) in [
        ("a:\nb: 1", 2),
        ("a :   \nb: 1", 3),
        ("a:", 2),
        ("{a: , b: 1}", 3),
        ("{a, b: 1}", 2),
    ] {
        let node = fine(text);
        let Value::Mapping(entries) = &node.value else {
            panic!("not a mapping")
        };
        let absent = &entries[0].1;
        assert_eq!((absent.span.start, absent.span.end), (at, at), "{text}");
        assert_eq!(dump(absent), "");
    }
}
