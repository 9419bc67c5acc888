//! What a map says: pure functions over a checked map, no drawing.

pub mod forecast;
pub mod funnel;
pub mod gaps;
pub mod kpi;
