//! What a map says: pure functions over a checked map, no drawing.

pub mod gaps;
pub mod kpi;
