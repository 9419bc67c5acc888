//! Pictures in a drawing: as many pixels as are seen, and what lies between them.

use crate::color::Color;
use crate::geom::Rect;
use crate::picture::{Pixels, decoded};

/// Parts of a pixel that are told apart.
const PARTS: i64 = 256;

/// A picture at its place. It covers the place and is cropped to it, its middle in the middle.
#[derive(Debug)]
pub struct Photo {
    pixels: Pixels,
    place: Rect,
    /// Pixels of the page for one of the picture's.
    scale: f64,
}

impl Photo {
    /// Reads a picture, and makes it as small as it is seen. `None` where the file is none.
    pub fn new(bytes: &[u8], place: Rect) -> Option<Photo> {
        let pixels = decoded(bytes)?;
        let scale = |pixels: &Pixels| {
            let (width, height) = (f64::from(pixels.width), f64::from(pixels.height));
            (place.width / width).max(place.height / height)
        };
        let first = scale(&pixels);
        let seen = |side: u32| ((f64::from(side) * first).ceil() as u32).clamp(1, side);
        let (width, height) = (seen(pixels.width), seen(pixels.height));
        let pixels = pixels.resized(width, height);
        Some(Photo {
            scale: scale(&pixels),
            pixels,
            place,
        })
    }

    /// What is seen in a pixel of the page. Between the middles of the picture's pixels it is a mix of the four around, weighed
    /// in integers.
    pub fn at(&self, x: u32, y: u32) -> Color {
        let (width, height) = (self.pixels.width, self.pixels.height);
        let across = |at: u32, start: f64, extent: f64, side: u32| {
            let middle = f64::from(at) + 0.5 - start - extent / 2.0;
            let place = middle / self.scale + f64::from(side) / 2.0 - 0.5;
            let parts = (place * PARTS as f64).round() as i64;
            let inside = |at: i64| at.clamp(0, i64::from(side) - 1) as u32;
            let (first, share) = (parts.div_euclid(PARTS), parts.rem_euclid(PARTS));
            [
                (inside(first), (PARTS - share) as u64),
                (inside(first + 1), share as u64),
            ]
        };
        let columns = across(x, self.place.x, self.place.width, width);
        let rows = across(y, self.place.y, self.place.height, height);
        let [r, g, b, a] = self.pixels.mixed(&columns, &rows);
        Color { r, g, b, a }
    }
}
