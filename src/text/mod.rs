//! Fonts, shaping, wrapping: the only place that measures. Owner of harfrust, skrifa, skera and the Unicode tables.

mod fonts;
mod line;
mod shape;

pub use fonts::{FaceId, FontError, Fonts};
pub use line::{Glyph, Line, Paragraph, Run, Style, Weight};
pub use shape::Shaper;
