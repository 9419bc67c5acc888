//! Merge keys: `<<: *common`.

use std::collections::HashSet;
use std::rc::Rc;

use super::{Key, Node, Value};
use crate::diag::{self, Diagnostic, Findings, Span};

/// An entry of a mapping while the mapping is being read.
pub enum Entry {
    /// A key and its value.
    Own(Key, Node),
    /// The value of a merge key.
    Merge(Node),
}

/// Puts what merge keys bring into the places where they stand. A key of the mapping's own wins over a merged one, and
/// of several merges the first.
pub fn resolve(entries: Vec<Entry>, findings: &mut Findings) -> Vec<(Key, Node)> {
    if entries.iter().all(|entry| matches!(entry, Entry::Own(..))) {
        return entries.into_iter().filter_map(Entry::own).collect();
    }
    let own = |entry: &Entry| {
        if let Entry::Own(key, _) = entry {
            Some(key.text.clone())
        } else {
            None
        }
    };
    let mut taken: HashSet<Rc<str>> = entries.iter().filter_map(own).collect();
    let mut all = Vec::with_capacity(entries.len());
    for entry in entries {
        match entry {
            Entry::Own(key, node) => all.push((key, node)),
            Entry::Merge(node) => {
                for source in sources(&node, findings) {
                    all.extend(
                        source
                            .iter()
                            .filter(|(key, _)| taken.insert(key.text.clone()))
                            .cloned(),
                    );
                }
            }
        }
    }
    all
}

impl Entry {
    fn own(self) -> Option<(Key, Node)> {
        if let Entry::Own(key, node) = self {
            Some((key, node))
        } else {
            None
        }
    }
}

/// The mappings that a merge key names: one, or a list of them.
fn sources(node: &Node, findings: &mut Findings) -> Vec<Rc<[(Key, Node)]>> {
    let mut mappings = Vec::new();
    let mut take = |node: &Node| match &node.value {
        Value::Mapping(entries) => mappings.push(entries.clone()),
        _ if node.is_unresolved() => {}
        _ => findings.push(not_a_mapping(node.span)),
    };
    match &node.value {
        Value::List(items) => items.iter().for_each(&mut take),
        _ => take(node),
    }
    mappings
}

fn not_a_mapping(span: Span) -> Diagnostic {
    Diagnostic::new(
        &diag::INVALID_YAML,
        span,
        "the merge key `<<` takes a mapping or a list of mappings",
    )
    .mark("not a mapping")
    .help("name an anchored mapping: <<: *common")
}
