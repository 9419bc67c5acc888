//! What comes out of shaping: lines of positioned glyphs.

use std::sync::Arc;

use super::FaceId;

/// Which of the family's faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// 400
    Regular,
    /// 400, italic
    Italic,
    /// 600
    SemiBold,
    /// 700
    Bold,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Which face.
    pub weight: Weight,
    /// Font size in points.
    pub size: f64,
    /// Distance of baselines as a multiple of the size.
    pub leading: f64,
    /// Extra space after every character, in points (not in cursive scripts).
    pub tracking: f64,
}

/// A glyph of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Glyph id in the face.
    pub id: u32,
    /// Byte offset in the line's text of the cluster it belongs to.
    pub cluster: u32,
    /// Where it is drawn, in points from the line's left edge.
    pub x: f64,
    /// Shift off the baseline in points, down is positive.
    pub y: f64,
    /// How far it moves the pen, in points.
    pub advance: f64,
}

/// Neighbouring characters of one face and one direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Bytes of the line's text.
    pub range: std::ops::Range<usize>,
    /// The face of all its glyphs.
    pub face: FaceId,
    /// Whether it runs from right to left.
    pub rtl: bool,
    /// Left edge, in points from the line's left edge.
    pub x: f64,
    /// Extent in points.
    pub width: f64,
    /// Extra space that is in the advances, after every cluster, in points: the style's tracking, or 0 in scripts whose
    /// letters are joined.
    pub tracking: f64,
    /// Glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// What comes after a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Next {
    /// Nothing: its text ends here.
    #[default]
    End,
    /// A further line, after a space or a line break.
    Space,
    /// A further line that goes on without a space: within a word, or in a script that puts none between words.
    Joined,
}

/// One line of text, shaped. Shared: the same words are shaped once.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its text in logical order, without the white space at which it was broken.
    pub text: String,
    /// How it is set.
    pub style: Style,
    /// Base direction: whether the line as a whole runs from right to left.
    pub rtl: bool,
    /// Runs in logical order.
    pub runs: Vec<Run>,
    /// Extent in points.
    pub width: f64,
    /// How far its faces reach above the baseline, in points.
    pub ascent: f64,
    /// How far its faces reach below the baseline, in points.
    pub descent: f64,
    /// What comes after it.
    pub next: Next,
}

impl Line {
    /// The line, so many times as large.
    pub fn scaled(&self, by: f64) -> Line {
        let glyph = |glyph: &Glyph| Glyph {
            x: glyph.x * by,
            y: glyph.y * by,
            advance: glyph.advance * by,
            ..*glyph
        };
        let run = |run: &Run| Run {
            range: run.range.clone(),
            x: run.x * by,
            width: run.width * by,
            tracking: run.tracking * by,
            glyphs: run.glyphs.iter().map(glyph).collect(),
            ..*run
        };
        Line {
            text: self.text.clone(),
            style: Style {
                size: self.style.size * by,
                tracking: self.style.tracking * by,
                ..self.style
            },
            rtl: self.rtl,
            runs: self.runs.iter().map(run).collect(),
            width: self.width * by,
            ascent: self.ascent * by,
            descent: self.descent * by,
            next: self.next,
        }
    }
}

/// Lines under one another.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Paragraph {
    /// From top to bottom; one at least, unless the text is empty.
    pub lines: Vec<Arc<Line>>,
    /// Distance of each line's baseline from the paragraph's top, in points.
    pub baselines: Vec<f64>,
    /// Extent of the longest line, in points.
    pub width: f64,
    /// Sum of the lines' heights, in points.
    pub height: f64,
}
