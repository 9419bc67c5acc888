//! Outlines of glyphs.

use std::panic::{AssertUnwindSafe, catch_unwind};

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider};

use super::{FaceId, Fonts, Line};
use crate::geom::{Point, Step, point};

impl Fonts {
    /// How far the letters of a line reach above the baseline and below it, in points.
    pub(super) fn ink(&self, line: &Line) -> (f64, f64) {
        let (mut up, mut down) = (0.0f64, 0.0f64);
        for run in &line.runs {
            let face = self.face(run.face);
            let Some(font) = face.font() else { continue };
            let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
            let unit = line.style.size / face.metrics().units_per_em;
            for glyph in &run.glyphs {
                if self.can_walk(run.face, glyph.id)
                    && let Some(bounds) = metrics.bounds(GlyphId::new(glyph.id))
                {
                    up = up.max(f64::from(bounds.y_max) * unit - glyph.y);
                    down = down.max(glyph.y - f64::from(bounds.y_min) * unit);
                }
            }
        }
        (up, down)
    }

    /// The outline of a glyph at a size in points, its origin on the baseline at `at`; filled by the non-zero rule. Empty
    /// for spaces and unknown glyphs, and where it [takes too many steps](Fonts::can_walk).
    pub fn outline(&self, face: FaceId, glyph: u32, size: f64, at: Point) -> Vec<Step> {
        if !self.can_walk(face, glyph) {
            return Vec::new();
        }
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
            // A glyph that is damaged half-way is drawn as far as it goes; one that lies may make skrifa panic.
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            let draw = || outline.draw(settings, &mut pen).is_ok();
            let _ = catch_unwind(AssertUnwindSafe(draw));
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

#[cfg(test)]
mod tests {
    use super::super::testing::{fonts, style};
    use super::super::{Shaper, Weight};
    use super::*;

    /// Top, bottom, left and right of the first glyph of a text.
    fn extent(text: &str) -> [f64; 4] {
        let fonts = fonts();
        let line = Shaper::new(&fonts, "en", false).line(text, &style(Weight::Regular));
        let run = &line.runs[0];
        let steps = fonts.outline(run.face, run.glyphs[0].id, 10.0, point(100.0, 50.0));
        let points: Vec<Point> = steps
            .iter()
            .flat_map(|step| match *step {
                Step::Move(end) | Step::Line(end) => vec![end],
                Step::Curve(first, second, end) => vec![first, second, end],
                Step::Close => Vec::new(),
            })
            .collect();
        let least = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::INFINITY, f64::min);
        [
            least(|at| at.y),
            -least(|at| -at.y),
            least(|at| at.x),
            -least(|at| -at.x),
        ]
    }

    #[test]
    fn outlines_stand_on_the_baseline() {
        let [top, bottom, left, right] = extent("H");
        assert!(
            (top - (50.0 - 7.275)).abs() < 0.01 && (bottom - 50.0).abs() < 0.01,
            "{top} {bottom}"
        );
        assert!(left > 100.0 && right < 108.0);
        let [_, bottom, ..] = extent("g");
        assert!(bottom > 51.5);
    }

    #[test]
    fn spaces_have_no_outline() {
        assert!(extent(" a")[0].is_finite());
        assert!(
            Fonts::builtin()
                .outline(FaceId(0), u32::MAX, 10.0, point(0.0, 0.0))
                .is_empty()
        );
    }
}
