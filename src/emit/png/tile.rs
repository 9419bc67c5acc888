//! A rectangle of the page's pixels, painted by `tiny-skia`.
//!
//! The same pixels come out on every machine. `tiny-skia` is built without its `simd` feature, which computes otherwise on
//! each kind of processor, and of what it can do only this is used: coverage of polygons, which it counts in integers, and
//! one colour at a time, mixed in integers. Gradients and pictures are mixed here.

use tiny_skia::{FillRule, Mask, Paint, Path, Pixmap, Transform};

use super::cut;
use super::layers::{Ink, Layer};
use super::outline::{Ring, lines, rings};
use crate::color::Color;
use crate::emit::round::rectangle;
use crate::geom::Rect;

/// A rectangle of the page's pixels.
pub struct Tile {
    pixels: Pixmap,
    left: u32,
    top: u32,
    /// What a layer covers that is not of one colour.
    cover: Mask,
    /// Through what the next layers are seen; `None`: all of them is.
    window: Option<(Rect, Mask)>,
}

impl Tile {
    /// A tile of one colour; `None` where it has no pixels.
    pub fn new(left: u32, top: u32, width: u32, height: u32, ground: Color) -> Option<Tile> {
        let mut pixels = Pixmap::new(width, height)?;
        pixels.fill(tiny_skia::Color::from_rgba8(
            ground.r, ground.g, ground.b, 255,
        ));
        Some(Tile {
            pixels,
            left,
            top,
            cover: Mask::new(width, height)?,
            window: None,
        })
    }

    /// Whether anything within these bounds can be seen here.
    pub fn meets(&self, bounds: Rect) -> bool {
        // A pixel more, for what is rounded.
        self.extent().overlaps(&bounds.grown(1.0))
    }

    /// The pixels, row by row: red, green, blue and an opacity that is always 255.
    pub fn rows(&self) -> impl Iterator<Item = &[u8]> {
        let width = self.pixels.width() as usize;
        self.pixels.data().chunks_exact(4 * width)
    }

    /// Sets what is seen of the next layers: all of them where there is no window.
    pub fn show(&mut self, window: Option<Rect>) {
        let known = self.window.as_ref().map(|(known, _)| *known);
        if known == window {
            return;
        }
        self.window = window.and_then(|window| {
            let mut mask = Mask::new(self.pixels.width(), self.pixels.height())?;
            if let Some(path) = self.path(&rings(&lines(&rectangle(window, 0.0), |p| p))) {
                cover(&mut mask, &path);
            }
            Some((window, mask))
        });
    }

    /// Paints a layer.
    pub fn paint(&mut self, layer: &Layer) {
        let Some(path) = self.path(&layer.rings) else {
            return;
        };
        match &layer.ink {
            Ink::Solid(color, share) => self.fill(&path, *color, *share),
            Ink::Vertical { top, height, stops } => self.mix(&path, |y| {
                let color = color_at(stops, (f64::from(y) + 0.5 - top) / height);
                move |_| color
            }),
            Ink::Photo(photo) => self.mix(&path, |y| photo.row(y)),
        }
    }

    fn fill(&mut self, path: &Path, color: Color, share: f64) {
        let part = |part: u8| f32::from(part) / 255.0;
        let [r, g, b, a] = [color.r, color.g, color.b, color.a].map(part);
        let Some(color) = tiny_skia::Color::from_rgba(r, g, b, a * share as f32) else {
            return;
        };
        let mut paint = Paint::default();
        paint.set_color(color);
        let (rule, still) = (FillRule::Winding, Transform::identity());
        let window = self.window.as_ref().map(|(_, mask)| mask);
        self.pixels.fill_path(path, &paint, rule, still, window);
    }

    /// Fills with colours that differ by place: for each row of the page the colours of its pixels.
    fn mix<R: Fn(u32) -> Color>(&mut self, path: &Path, row: impl Fn(u32) -> R) {
        self.cover.clear();
        cover(&mut self.cover, path);
        let width = self.pixels.width() as usize;
        let window = self.window.as_ref().map(|(_, mask)| mask.data());
        let mut below = self.pixels.data_mut().chunks_exact_mut(4);
        for (y, covered) in (self.top..).zip(self.cover.data().chunks_exact(width)) {
            let start = (y - self.top) as usize * width;
            let mut seen = window
                .and_then(|window| window.get(start..))
                .into_iter()
                .flatten();
            let color = row(y);
            for (x, (covered, pixel)) in (self.left..).zip(covered.iter().zip(&mut below)) {
                let seen = seen.next().copied().unwrap_or(255);
                if *covered > 0 {
                    lay(color(x), u32::from(*covered) * u32::from(seen), pixel);
                }
            }
        }
    }

    fn extent(&self) -> Rect {
        let (width, height) = (self.pixels.width(), self.pixels.height());
        let [x, y, width, height] = [self.left, self.top, width, height].map(f64::from);
        Rect::new(x, y, width, height)
    }

    fn path(&self, rings: &[Ring]) -> Option<Path> {
        let size = [self.pixels.width(), self.pixels.height()];
        cut::path(rings, [self.left, self.top], size)
    }
}

/// Lays a colour over a pixel; `share`, of 255², is how much of it is covered.
fn lay(color: Color, share: u32, pixel: &mut [u8]) {
    const WHOLE: u32 = 255 * 255;
    let share = share * u32::from(color.a) / 255;
    for (part, above) in pixel.iter_mut().zip([color.r, color.g, color.b]) {
        let sum = u32::from(*part) * (WHOLE - share) + u32::from(above) * share;
        *part = ((sum + WHOLE / 2) / WHOLE) as u8;
    }
}

fn cover(mask: &mut Mask, path: &Path) {
    mask.fill_path(path, FillRule::Winding, true, Transform::identity());
}

/// The colour of a gradient at an offset, each part on its own as SVG mixes them.
fn color_at(stops: &[(f64, Color)], offset: f64) -> Color {
    let after = stops.partition_point(|(at, _)| *at <= offset);
    let ends = (
        after.checked_sub(1).and_then(|at| stops.get(at)),
        stops.get(after),
    );
    let ((from, first), (to, second)) = match ends {
        (Some(first), Some(second)) => (*first, *second),
        (Some(only), None) | (None, Some(only)) => return only.1,
        (None, None) => {
            return Color {
                r: 0,
                g: 0,
                b: 0,
                a: 0,
            };
        }
    };
    let share = (offset - from) / (to - from);
    let part = |of: fn(Color) -> u8| {
        let (first, second) = (f64::from(of(first)), f64::from(of(second)));
        (first + (second - first) * share + 0.5) as u8
    };
    Color {
        r: part(|c| c.r),
        g: part(|c| c.g),
        b: part(|c| c.b),
        a: part(|c| c.a),
    }
}
