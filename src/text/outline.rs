//! Outlines of glyphs.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider};

use super::{FaceId, Fonts};
use crate::geom::{Point, Step, point};

impl Fonts {
    /// The outline of a glyph at a size in points, its origin on the baseline at `at`; filled by the non-zero rule. Empty
    /// for spaces and unknown glyphs.
    pub fn outline(&self, face: FaceId, glyph: u32, size: f64, at: Point) -> Vec<Step> {
        let face = self.face(face);
        let mut pen = Pen {
            steps: Vec::new(),
            at,
            scale: size / face.metrics().units_per_em,
            last: at,
        };
        if let Some(outline) = face
            .font()
            .and_then(|font| font.outline_glyphs().get(GlyphId::new(glyph)))
        {
            // A glyph that is damaged half-way is drawn as far as it goes.
            let _ = outline.draw(
                DrawSettings::unhinted(Size::unscaled(), LocationRef::default()),
                &mut pen,
            );
        }
        pen.steps
    }
}

/// Turns font units, up positive, into points on the page.
struct Pen {
    steps: Vec<Step>,
    at: Point,
    scale: f64,
    /// Where the pen is.
    last: Point,
}

impl Pen {
    fn place(&self, x: f32, y: f32) -> Point {
        point(
            self.at.x + f64::from(x) * self.scale,
            self.at.y - f64::from(y) * self.scale,
        )
    }

    fn curve(&mut self, first: Point, second: Point, end: Point) {
        self.steps.push(Step::Curve(first, second, end));
        self.last = end;
    }
}

/// The point two thirds of the way: a quadratic curve's control point as a cubic one sees it.
fn toward(from: Point, to: Point) -> Point {
    point(
        from.x + (to.x - from.x) * 2.0 / 3.0,
        from.y + (to.y - from.y) * 2.0 / 3.0,
    )
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.last = self.place(x, y);
        self.steps.push(Step::Move(self.last));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.last = self.place(x, y);
        self.steps.push(Step::Line(self.last));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (control, end) = (self.place(cx, cy), self.place(x, y));
        self.curve(toward(self.last, control), toward(end, control), end);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (first, second, end) = (self.place(cx0, cy0), self.place(cx1, cy1), self.place(x, y));
        self.curve(first, second, end);
    }

    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}
