//! What the reader promises.

mod anchors;
mod refusals;
mod spans;
mod syntax;

use super::{Limits, Node, Value, parse};
use crate::diag::Diagnostic;

/// The tree as text, without its spans: scalars in `…`, those with a type from the core schema bare.
fn dump(node: &Node) -> String {
    match &node.value {
        Value::Scalar(scalar) if scalar.plain => scalar.text.to_string(),
        Value::Scalar(scalar) => format!("`{}`", scalar.text),
        Value::List(items) => format!(
            "[{}]",
            items.iter().map(dump).collect::<Vec<_>>().join(", ")
        ),
        Value::Mapping(entries) => {
            let entries = entries
                .iter()
                .map(|(key, value)| format!("{}: {}", key.text, dump(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Reads a text that must have nothing wrong with it.
fn fine(text: &str) -> Node {
    let (node, findings) = parse(text, &Limits::default());
    assert_eq!(findings, [], "{text}");
    node.expect("a text without findings is a tree")
}

/// What is found in a text: rule, marked text, message.
fn findings(text: &str) -> Vec<(&'static str, String, String)> {
    let row = |finding: Diagnostic| {
        (
            finding.rule.name,
            marked(text, &finding).to_owned(),
            finding.message,
        )
    };
    parse(text, &Limits::default())
        .1
        .into_iter()
        .map(row)
        .collect()
}

/// The source text that a finding marks.
fn marked<'t>(text: &'t str, finding: &Diagnostic) -> &'t str {
    &text[finding.span.start as usize..finding.span.end as usize]
}
