//! The located tree: every key and value knows where it stands.

use std::rc::Rc;

use crate::diag::Span;

/// A value of the file and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands; of an alias, where the alias stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

impl Node {
    /// Whether it is an alias without an anchor, which has been reported.
    pub fn is_unresolved(&self) -> bool {
        let absent =
            matches!(&self.value, Value::Scalar(Scalar { text, plain: true }) if text.is_empty());
        absent && self.span.start < self.span.end
    }
}

/// What a node is. Lists and mappings are shared, so that an alias costs nothing.
#[derive(Clone, Debug)]
pub enum Value {
    /// A scalar of any type.
    Scalar(Scalar),
    /// A list.
    List(Rc<[Node]>),
    /// A mapping, in the order of the file, merge keys already resolved, keys unique.
    Mapping(Rc<[(Key, Node)]>),
}

/// A scalar as it is written.
#[derive(Clone, Debug)]
pub struct Scalar {
    /// Its text, quotes and folding resolved.
    pub text: Rc<str>,
    /// Whether it is written without quotes, so that the core schema gives it a type.
    pub plain: bool,
}

/// A key of a mapping.
#[derive(Clone, Debug)]
pub struct Key {
    /// Where it stands.
    pub span: Span,
    /// Its text.
    pub text: Rc<str>,
}
