//! Letters: each glyph's outline is read once for a size, and placed wherever it stands.

use std::collections::BTreeMap;

use super::items::around;
use super::outline::{Polyline, Ring, lines, ring};
use super::size::Frame;
use crate::geom::{Point, Rect, point};
use crate::scene::TextLine;
use crate::text::{FaceId, Fonts};

/// The glyphs that were read so far.
pub struct Glyphs<'s> {
    fonts: &'s Fonts,
    known: BTreeMap<(FaceId, u32, u64), Glyph>,
}

/// An outline in pixels, its origin at 0.
struct Glyph {
    lines: Vec<Polyline>,
    /// `None` where it has no ink.
    bounds: Option<Rect>,
}

impl<'s> Glyphs<'s> {
    /// No glyphs yet.
    pub fn new(fonts: &'s Fonts) -> Glyphs<'s> {
        Glyphs {
            fonts,
            known: BTreeMap::new(),
        }
    }

    /// The pixels that a line of text keeps within; `None` where it has no ink.
    pub fn bounds(&mut self, text: &TextLine, frame: &Frame) -> Option<Rect> {
        let mut corners = Vec::new();
        self.each(text, frame, |glyph, by| {
            if let Some(ink) = glyph.bounds {
                corners.push(point(ink.x + by.x, ink.y + by.y));
                corners.push(point(ink.right() + by.x, ink.bottom() + by.y));
            }
        });
        let halo = text
            .halo
            .map_or(0.0, |(_, width)| width * frame.scale + 1.0);
        around(corners).map(|ink| ink.grown(halo))
    }

    /// The letters of a line as polygons.
    pub fn rings(&mut self, text: &TextLine, frame: &Frame) -> Vec<Ring> {
        let mut rings = Vec::new();
        self.each(text, frame, |glyph, by| {
            rings.extend(glyph.lines.iter().map(|line| ring(&line.points, by)));
        });
        rings
    }

    /// The letters of a line as lines, for a stroke around them.
    pub fn lines(&mut self, text: &TextLine, frame: &Frame) -> Vec<Polyline> {
        let mut lines = Vec::new();
        self.each(text, frame, |glyph, by| {
            lines.extend(glyph.lines.iter().map(|line| {
                Polyline {
                    points: line
                        .points
                        .iter()
                        .map(|p| point(p.x + by.x, p.y + by.y))
                        .collect(),
                    closed: true,
                }
            }));
        });
        lines
    }

    /// Visits the glyphs of a line with the place of their origin in pixels.
    fn each(&mut self, text: &TextLine, frame: &Frame, mut visit: impl FnMut(&Glyph, Point)) {
        let size = text.line.style.size * frame.scale;
        for run in &text.line.runs {
            for glyph in &run.glyphs {
                let outline = self
                    .known
                    .entry((run.face, glyph.id, size.to_bits()))
                    .or_insert_with(|| Glyph::read(self.fonts, run.face, glyph.id, size));
                let at = point(text.at.x + glyph.x, text.at.y + glyph.y);
                visit(outline, frame.point(at));
            }
        }
    }
}

impl Glyph {
    fn read(fonts: &Fonts, face: FaceId, glyph: u32, size: f64) -> Glyph {
        let steps = fonts.outline(face, glyph, size, point(0.0, 0.0));
        let lines = lines(&steps, |p| p);
        let points = lines.iter().flat_map(|line| &line.points).copied();
        Glyph {
            bounds: around(points),
            lines,
        }
    }
}
