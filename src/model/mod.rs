//! Stage 2: nodes → Model, as written. The language's keys, its lanes and its words.

mod lanes;
mod words;

pub use lanes::{LaneShape, LaneSpec, LANES};
pub use words::{Word, Words};

/// Icons
pub const ICONS: &[&str] = &[];
