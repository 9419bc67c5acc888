//! What a map says: pure functions over a checked map, no drawing.

pub mod claims;
pub mod compare;
pub mod curve;
pub mod extremes;
pub mod forecast;
pub mod funnel;
pub mod gaps;
pub mod headlines;
pub mod kpi;
pub mod moments;
pub mod places;
pub mod report;
pub mod sentences;
pub mod shares;
pub mod spread;
pub mod stranded;
pub mod valleys;

/// A number computed from scores, without the noise of binary fractions: to nine decimals.
pub fn tidy(value: f64) -> f64 {
    let rounded = (value * 1e9).round() / 1e9;
    // No −0.
    rounded + 0.0
}
