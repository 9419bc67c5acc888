//! Stage 3: Model → Map. Whoever holds a `Map` holds a valid one.

mod map;

pub use map::*;
