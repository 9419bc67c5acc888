//! Stage 1: text → located nodes. The only place that knows the YAML library.

mod block;
mod decode;
mod foreign;
mod frame;
mod hidden;
mod line;
mod merge;
mod mermaid;
mod nearly;
mod node;
mod parse;
mod refuse;
mod slips;

pub use decode::decode;
pub use line::{CURLY, value};
pub use nearly::{is_odd_space, list_mark, unspaced};
pub use node::{Key, Node, Scalar, Value};
pub use parse::parse;

/// How much of a file is taken.
pub use crate::limits::Limits;

#[cfg(test)]
mod tests;
