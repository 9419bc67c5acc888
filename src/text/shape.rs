//! From text to lines: itemise, shape, break.

use std::sync::Arc;

use super::{Fonts, Line, Paragraph, Style};

/// Shapes and wraps text of one map; keeps what it has shaped, so that a word is shaped once.
pub struct Shaper<'f> {
    _fonts: &'f Fonts,
}

impl<'f> Shaper<'f> {
    /// A shaper for text of a language (BCP 47 tag: chooses line breaking and local glyph forms). `rtl` is the base
    /// direction of texts that have no strong character of their own.
    pub fn new(_fonts: &'f Fonts, _lang: &str, _rtl: bool) -> Shaper<'f> {
        todo!()
    }

    /// The fonts it shapes with.
    pub fn fonts(&self) -> &'f Fonts {
        todo!()
    }

    /// Sets a text on one line, whatever its length; line breaks in it become spaces.
    pub fn line(&self, _text: &str, _style: &Style) -> Arc<Line> {
        todo!()
    }

    /// Breaks a text into lines no wider than `width` points. A word wider than that is broken where it fits least badly
    /// (UAX 14 opportunities, else between graphemes); only a single grapheme wider than `width` sticks out.
    /// Line feeds in the text are kept as breaks.
    pub fn paragraph(&self, _text: &str, _style: &Style, _width: f64) -> Paragraph {
        todo!()
    }

    /// Width of the widest part that has no break opportunity (UAX 14), in points.
    pub fn longest_word(&self, _text: &str, _style: &Style) -> f64 {
        todo!()
    }
}
