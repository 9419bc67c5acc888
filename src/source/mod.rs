//! Stage 1: text → located nodes. The only place that knows the YAML library.

mod node;

pub use node::{Key, Node, Scalar, Value};
