//! Fonts, shaping, wrapping: the only place that measures. Owner of harfrust, skrifa, skera and the Unicode tables.

mod breaks;
mod compose;
mod cost;
mod cuts;
mod direction;
mod face;
mod fonts;
mod hyphens;
mod items;
mod kept;
mod line;
mod marks;
mod outline;
mod policy;
mod room;
mod shape;
mod subset;
#[cfg(test)]
mod testing;
mod words;
mod wrap;

pub use face::Metrics;
pub use fonts::{FaceId, FontError, Fonts};
pub use line::{Glyph, Line, Next, Paragraph, Run, Style, Weight};
pub use marks::isolated;
pub use shape::Shaper;
