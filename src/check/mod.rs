//! Stage 3: Model → Map. Whoever holds a `Map` holds a valid one.

mod map;

pub use map::*;

pub use crate::model::{LaneShape, LaneSpec, Word, Words};
pub use crate::model::ICONS;
