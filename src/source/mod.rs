//! Stage 1: text → located nodes. The only place that knows the YAML library.

mod block;
mod decode;
mod frame;
mod limits;
mod line;
mod merge;
mod node;
mod parse;
mod refuse;
mod slips;

pub use decode::decode;
pub use limits::Limits;
pub use node::{Key, Node, Scalar, Value};
pub use parse::parse;

#[cfg(test)]
mod tests;
