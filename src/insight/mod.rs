//! What a map says: pure functions over a checked map, no drawing.

pub mod claims;
pub mod compare;
pub mod gaps;
pub mod kpi;
pub mod places;
