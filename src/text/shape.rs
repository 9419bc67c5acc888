//! From text to lines: itemise, shape, break.

use std::sync::Arc;

use super::compose::Text;
use super::items::itemise;
use super::policy::clean;
use super::words::Words;
use super::wrap::Wrap;
use super::{FaceId, Fonts, Line, Paragraph, Style, Weight};

/// Shapes and wraps text of one map; keeps what it has shaped, so that a word is shaped once.
pub struct Shaper<'f> {
    fonts: &'f Fonts,
    words: Words<'f>,
    rtl: bool,
    /// The faces to ask, by weight.
    orders: [Vec<FaceId>; 4],
}

impl<'f> Shaper<'f> {
    /// A shaper for text of a language (BCP 47 tag: chooses local glyph forms). `rtl` is the base direction of texts that
    /// have no strong character of their own.
    pub fn new(fonts: &'f Fonts, lang: &str, rtl: bool) -> Shaper<'f> {
        let orders = [
            Weight::Regular,
            Weight::Italic,
            Weight::SemiBold,
            Weight::Bold,
        ]
        .map(|weight| fonts.order(weight));
        Shaper {
            fonts,
            words: Words::new(fonts, lang),
            rtl,
            orders,
        }
    }

    /// The fonts it shapes with.
    pub fn fonts(&self) -> &'f Fonts {
        self.fonts
    }

    /// Sets a text on one line, whatever its length; line breaks in it become spaces.
    pub fn line(&self, text: &str, style: &Style) -> Arc<Line> {
        let text = clean(text);
        let text = if text.contains('\n') {
            clean(&text.replace('\n', " ")).into_owned()
        } else {
            text.into_owned()
        };
        Arc::new(self.with(&text, style, |wrap| wrap.one()))
    }

    /// Breaks a text into lines no wider than `width` points. A word wider than that is broken where it fits least badly
    /// (UAX 14 opportunities, else between graphemes); only a single grapheme wider than `width` sticks out.
    /// Line feeds in the text are kept as breaks, but for those at its ends.
    ///
    /// A line is as high as its leading, or as its faces where those are taller and not the built-in family; the baseline
    /// is where the middle of the faces' extent is the middle of the line (in Inter that is the middle of the capitals).
    pub fn paragraph(&self, text: &str, style: &Style, width: f64) -> Paragraph {
        let mut out = Paragraph::default();
        let text = clean(text);
        let text = text.trim_matches('\n');
        for part in text.split('\n').filter(|_| !text.is_empty()) {
            let lines = self.with(part, style, |wrap| {
                if part.is_empty() {
                    vec![wrap.one()]
                } else {
                    wrap.lines(width)
                }
            });
            for line in lines {
                let extent = line.ascent + line.descent;
                let foreign = line.runs.iter().any(|run| !Fonts::is_builtin(run.face));
                let leading = style.leading * style.size;
                let height = if foreign {
                    leading.max(extent)
                } else {
                    leading
                };
                out.baselines
                    .push(out.height + (height - extent) / 2.0 + line.ascent);
                out.height += height;
                out.width = out.width.max(line.width);
                out.lines.push(Arc::new(line));
            }
        }
        out
    }

    /// Width of the widest part that has no break opportunity (UAX 14), in points.
    pub fn longest_word(&self, text: &str, style: &Style) -> f64 {
        clean(text).split('\n').fold(0.0, |widest, part| {
            self.with(part, style, |wrap| wrap.widest_segment())
                .max(widest)
        })
    }

    /// Analyses a text without line breaks.
    pub(super) fn with<T>(
        &self,
        text: &str,
        style: &Style,
        then: impl FnOnce(Wrap<'_, 'f>) -> T,
    ) -> T {
        let order: &[FaceId] = self
            .orders
            .get(style.weight as usize)
            .map_or(&[], Vec::as_slice);
        let empty = order.first().copied().unwrap_or(FaceId(0));
        let has = |face: FaceId, cluster: &str| self.words.has(face, cluster);
        let face_of = |cluster: &str| {
            order
                .iter()
                .copied()
                .find(|&face| has(face, cluster))
                .unwrap_or(empty)
        };
        let (base, items) = itemise(text, self.rtl, &face_of, &has);
        let text = Text::new(&self.words, text, style, base, items);
        then(Wrap {
            words: &self.words,
            fonts: self.fonts,
            text: &text,
            empty,
        })
    }
}
