//! How much of a file is taken.

use crate::diag::{self, Diagnostic, Span};

/// How much jmap takes from one file, so that no file can make it grow without bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file, in bytes.
    pub bytes: usize,
    /// Lists and mappings inside one another, aliases followed.
    pub depth: usize,
    /// Values in the file, counted each time an alias or a merge key repeats them.
    pub nodes: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            bytes: 8 << 20,
            depth: 64,
            nodes: 1_000_000,
        }
    }
}

impl Limits {
    /// Refuses a file that is longer than the limit; `None` if it is not.
    pub fn refuse_bytes(&self, length: usize) -> Option<Diagnostic> {
        (length > self.bytes).then(|| {
            exceeded(
                Span::default(),
                format!("the file is larger than {} bytes", self.bytes),
            )
            .help("split the map: a poster of that size could not be read either")
        })
    }

    /// Lists and mappings are deeper than the limit.
    pub(super) fn refuse_depth(&self, span: Span) -> Diagnostic {
        let limit = self.depth;
        exceeded(
            span,
            format!("lists and mappings stand more than {limit} levels deep inside one another"),
        )
        .mark(format!("the limit is {limit}"))
        .help("a map needs about eight levels: look for brackets that are never closed")
    }

    /// There are more values than the limit.
    pub(super) fn refuse_nodes(&self, span: Span) -> Diagnostic {
        let limit = self.nodes;
        exceeded(
            span,
            format!("the file has more than {limit} values, aliases followed"),
        )
        .mark(format!("the limit of {limit} is passed here"))
        .help("look for aliases (`*name`) that repeat other aliases, or split the map")
    }
}

fn exceeded(span: Span, message: String) -> Diagnostic {
    Diagnostic::new(&diag::LIMIT_EXCEEDED, span, message)
}
