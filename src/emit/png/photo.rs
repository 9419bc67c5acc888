//! Pictures in a drawing.

use crate::color::Color;
use crate::geom::Rect;
use crate::picture::{Pixels, decoded};

/// Parts of a pixel that are told apart.
const PARTS: i64 = 256;
/// A picture is made smaller at once where it has more than so many pixels for one of the page: it would only take memory.
const ENOUGH: f64 = 2.0;

/// A picture at its place. It covers the place and is cropped to it, its middle in the middle.
#[derive(Debug)]
pub struct Photo {
    pixels: Pixels,
    place: Rect,
    /// Pixels of the page for one of the picture's.
    scale: f64,
    /// For each column of the page, from that at the place's left edge on, the columns of the picture that it covers.
    columns: Vec<Vec<(u32, u64)>>,
}

impl Photo {
    /// Reads a picture. `None` where the file is none.
    pub fn new(bytes: &[u8], place: Rect) -> Option<Photo> {
        let pixels = decoded(bytes)?;
        let scale = |pixels: &Pixels| {
            let (width, height) = (f64::from(pixels.width), f64::from(pixels.height));
            (place.width / width).max(place.height / height)
        };
        let enough = ENOUGH * scale(&pixels);
        let side = |side: u32| ((f64::from(side) * enough).ceil() as u32).clamp(1, side);
        let (width, height) = (side(pixels.width), side(pixels.height));
        let pixels = pixels.resized(width, height);
        let mut photo = Photo {
            scale: scale(&pixels),
            pixels,
            place,
            columns: Vec::new(),
        };
        let (first, last) = (place.x.floor() as i64, place.right().ceil() as i64);
        photo.columns = (first..last)
            .map(|x| photo.covered(x as f64, place.x, place.width, width))
            .collect();
        Some(photo)
    }

    /// What is seen in the pixels of a row of the page: the mean of what each covers.
    pub fn row(&self, y: u32) -> impl Fn(u32) -> Color {
        let (place, height) = (self.place, self.pixels.height);
        let rows = self.covered(f64::from(y), place.y, place.height, height);
        let first = place.x.floor() as i64;
        move |x| {
            let column = usize::try_from(i64::from(x) - first).unwrap_or(0);
            let last = self.columns.len().saturating_sub(1);
            let columns = self.columns.get(column.min(last));
            let columns = columns.map(Vec::as_slice).unwrap_or_default();
            let [r, g, b, a] = self.pixels.mixed(columns, &rows);
            Color { r, g, b, a }
        }
    }

    /// The rows or columns of the picture that one of the page covers, and how much of each. Where the picture's are larger
    /// it covers as much as one of them: what lies between two is a mix of both.
    fn covered(&self, at: f64, start: f64, extent: f64, side: u32) -> Vec<(u32, u64)> {
        let middle = (at + 0.5 - start - extent / 2.0) / self.scale + f64::from(side) / 2.0;
        let half = (1.0 / self.scale).max(1.0) / 2.0;
        let parts = |place: f64| (place * PARTS as f64).round() as i64;
        let (from, to) = (parts(middle - half), parts(middle + half));
        let last = i64::from(side) - 1;
        (from.div_euclid(PARTS)..=(to - 1).div_euclid(PARTS))
            .map(|pixel| {
                let share = to.min((pixel + 1) * PARTS) - from.max(pixel * PARTS);
                (pixel.clamp(0, last) as u32, share.max(0) as u64)
            })
            .collect()
    }
}
