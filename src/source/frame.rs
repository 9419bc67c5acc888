//! A list or mapping while it is being read.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::line::cut;
use super::merge::{self, Entry};
use super::{Key, Node, Scalar, Value};
use crate::diag::{self, Diagnostic, Findings, Span};

/// What a node costs once aliases are followed.
#[derive(Clone, Copy)]
pub struct Cost {
    /// Nodes in it, itself included.
    pub nodes: usize,
    /// Bytes of all texts in it.
    pub text: usize,
    /// Levels of lists and mappings in it, itself included; 0 for a scalar.
    pub height: usize,
}

impl Cost {
    /// A list or mapping, nothing in it yet.
    pub const LEVEL: Cost = Cost {
        nodes: 1,
        text: 0,
        height: 1,
    };

    /// A scalar with a text of so many bytes.
    pub fn scalar(text: usize) -> Cost {
        Cost {
            nodes: 1,
            text,
            height: 0,
        }
    }
}

/// A node and its cost.
#[derive(Clone)]
pub struct Built {
    /// The node.
    pub node: Node,
    /// Its cost.
    pub cost: Cost,
}

/// A list or mapping of which the end has not come yet.
pub struct Frame {
    /// Its anchor's number; 0 is none.
    pub anchor: usize,
    /// Where it starts.
    start: usize,
    /// Where its last part ends.
    end: usize,
    cost: Cost,
    parts: Parts,
}

enum Parts {
    List(Vec<Node>),
    Mapping {
        entries: Vec<Entry>,
        seen: BTreeMap<Rc<str>, Span>,
        key: Pending,
    },
}

/// The key whose value comes next.
enum Pending {
    /// A key comes next.
    None,
    /// A key that counts.
    Key(Key),
    /// A merge key.
    Merge,
    /// A key that was refused: its value is dropped.
    Refused,
}

impl Frame {
    /// A list that starts at a byte offset.
    pub fn list(start: usize, anchor: usize) -> Frame {
        Frame::new(start, anchor, Parts::List(Vec::new()))
    }

    /// A mapping that starts at a byte offset.
    pub fn mapping(start: usize, anchor: usize) -> Frame {
        let parts = Parts::Mapping {
            entries: Vec::new(),
            seen: BTreeMap::new(),
            key: Pending::None,
        };
        Frame::new(start, anchor, parts)
    }

    fn new(start: usize, anchor: usize, parts: Parts) -> Frame {
        Frame {
            anchor,
            start,
            end: start,
            cost: Cost::LEVEL,
            parts,
        }
    }

    /// The end of the key whose value comes next, `None` if a key or an item comes next.
    pub fn key_end(&self) -> Option<usize> {
        let waits =
            matches!(&self.parts, Parts::Mapping { key, .. } if !matches!(key, Pending::None));
        waits.then_some(self.end)
    }

    /// The end of what has been read of it.
    pub fn end(&self) -> usize {
        self.end
    }

    /// Adds an item, a key or a value, whichever is next.
    pub fn add(&mut self, built: Built, findings: &mut Findings) {
        let Built { node, cost } = built;
        self.cost.nodes = self.cost.nodes.saturating_add(cost.nodes);
        self.cost.text = self.cost.text.saturating_add(cost.text);
        self.cost.height = self.cost.height.max(cost.height + 1);
        self.end = self.end.max(node.span.end as usize);
        match &mut self.parts {
            Parts::List(items) => items.push(node),
            Parts::Mapping { entries, seen, key } => match std::mem::replace(key, Pending::None) {
                Pending::None => *key = next_key(node, seen, findings),
                Pending::Key(key) => entries.push(Entry::Own(key, node)),
                Pending::Merge => entries.push(Entry::Merge(node)),
                Pending::Refused => {}
            },
        }
    }

    /// The finished node. `end` is the end of its closing bracket, if it has one.
    pub fn finish(self, end: Option<usize>, findings: &mut Findings) -> Built {
        let value = match self.parts {
            Parts::List(items) => Value::List(items.into()),
            Parts::Mapping { entries, .. } => {
                Value::Mapping(merge::resolve(entries, findings).into())
            }
        };
        let node = Node {
            span: Span::new(self.start, end.unwrap_or(self.end)),
            value,
        };
        Built {
            node,
            cost: self.cost,
        }
    }
}

fn next_key(node: Node, seen: &mut BTreeMap<Rc<str>, Span>, findings: &mut Findings) -> Pending {
    let span = node.span;
    let Value::Scalar(Scalar { text, plain }) = node.value else {
        findings.push(
            Diagnostic::new(
                &diag::INVALID_YAML,
                span,
                "a key must be text, not a list or a mapping",
            )
            .mark("not text")
            .help("if this is meant as text, put it in quotes"),
        );
        return Pending::Refused;
    };
    if text.is_empty() && plain {
        findings.push(
            Diagnostic::new(
                &diag::INVALID_YAML,
                span,
                "nothing stands before this colon",
            )
            .mark("a key is missing"),
        );
        return Pending::Refused;
    }
    if &*text == "<<" && plain {
        return Pending::Merge;
    }
    if let Some(first) = seen.get(&text) {
        findings.push(
            Diagnostic::new(
                &diag::DUPLICATE_KEY,
                span,
                format!("the key `{}` stands twice in one mapping", cut(&text)),
            )
            .mark("again here")
            .label(*first, "first here")
            .note("of two values only one could be drawn, and nobody would see which")
            .help("join the two, or remove one"),
        );
        return Pending::Refused;
    }
    seen.insert(text.clone(), span);
    Pending::Key(Key { span, text })
}
