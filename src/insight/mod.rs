//! What a map says, computed: pure functions over a `Map`, no drawing.

pub mod gaps;
pub mod kpi;
