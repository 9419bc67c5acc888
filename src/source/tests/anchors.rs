//! Anchors, aliases, merge keys, and what they may cost.

use super::super::{Limits, parse};
use super::{dump, findings, fine, marked};

#[test]
fn an_alias_is_what_it_names() {
    assert_eq!(
        dump(&fine("a: &x {b: 1}\nc: *x\nd: [*x, *x]")),
        "{a: {b: 1}, c: {b: 1}, d: [{b: 1}, {b: 1}]}"
    );
    assert_eq!(dump(&fine("a: &k key\n*k : 1")), "{a: key, key: 1}");
    assert_eq!(dump(&fine("a: &x 1\nb: &x 2\nc: *x")), "{a: 1, b: 2, c: 2}");
}

#[test]
fn an_alias_shares_what_it_names_and_stands_where_it_stands() {
    use super::super::Value;
    let text = "a: &x [1]\nb: *x";
    let node = fine(text);
    let Value::Mapping(entries) = &node.value else {
        panic!("not a mapping")
    };
    let (Value::List(a), Value::List(b)) = (&entries[0].1.value, &entries[1].1.value) else {
        panic!("not lists")
    };
    assert!(std::rc::Rc::ptr_eq(a, b));
    let span = entries[1].1.span;
    assert_eq!(&text[span.start as usize..span.end as usize], "*x");
}

#[test]
fn merge_keys_yield_to_own_keys_and_to_earlier_merges() {
    let base = "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\n";
    let merged = |entry: &str| dump(&fine(&format!("{base}c: {entry}")));
    assert!(merged("{<<: *a, y: own}").ends_with("c: {x: 1, y: own}}"));
    assert!(merged("{y: own, <<: *a}").ends_with("c: {y: own, x: 1}}"));
    assert!(merged("{<<: [*a, *b]}").ends_with("c: {x: 1, y: 2, z: 4}}"));
    assert!(merged("{<<: *b, <<: *a}").ends_with("c: {y: 3, z: 4, x: 1}}"));
    assert!(merged("{<<: {q: 5}}").ends_with("c: {q: 5}}"));
    assert!(merged("{'<<': 1}").ends_with("c: {<<: 1}}"));
}

#[test]
fn a_merge_key_takes_mappings_only() {
    let rows = findings("a: &a [1]\nb: {<<: *a}\nc: {<<: text}");
    assert_eq!(
        rows.iter().map(|row| (row.0, &*row.1)).collect::<Vec<_>>(),
        [("invalid-yaml", "1"), ("invalid-yaml", "text")]
    );
}

#[test]
fn an_alias_must_name_something_outside_itself() {
    assert_eq!(
        findings("a: &x [1, *x]")[0].2,
        "this alias refers to what it stands in"
    );
    let rows = findings("a: *no\nb: *nor");
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1].2, "nothing above is anchored as `&nor`");
}

#[test]
fn a_billion_laughs_are_refused() {
    let mut text = String::from("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for level in 1..12 {
        let below = format!("*a{}, ", level - 1).repeat(10);
        text.push_str(&format!("a{level}: &a{level} [{below}]\n"));
    }
    let (node, found) = parse(&text, &Limits::default());
    assert!(node.is_none());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].rule.name, "limit-exceeded");
    assert!(
        found[0].message.contains("1,000,000"),
        "{}",
        found[0].message
    );
}

#[test]
fn merges_count_what_they_copy() {
    let keys: String = (0..1000).map(|key| format!("k{key}: 1, ")).collect();
    let text = format!("a: &a {{{keys}}}\nb:\n{}", "  - {<<: *a}\n".repeat(1000));
    let (node, found) = parse(&text, &Limits::default());
    assert!(node.is_none());
    assert_eq!(found[0].rule.name, "limit-exceeded");
}

#[test]
fn depth_counts_through_aliases() {
    let mut text = String::from("a0: &a0 [1]\n");
    for level in 1..80 {
        text.push_str(&format!("a{level}: &a{level} [*a{}]\n", level - 1));
    }
    let (node, found) = parse(&text, &Limits::default());
    assert!(node.is_none());
    assert_eq!(found[0].rule.name, "limit-exceeded");
    assert_eq!(marked(&text, &found[0]), "*a62");
}
