//! Letters as outlines.

use crate::geom::{Step, point};
use crate::scene::TextLine;
use crate::text::Fonts;

/// The outlines of all letters of a line at their places, as one path.
pub fn outlines(fonts: &Fonts, text: &TextLine) -> Vec<Step> {
    let mut steps = Vec::new();
    for run in &text.line.runs {
        for glyph in &run.glyphs {
            let at = point(text.at.x + glyph.x, text.at.y + glyph.y);
            steps.extend(fonts.outline(run.face, glyph.id, text.line.style.size, at));
        }
    }
    steps
}
