//! Pictures: each file is read once, and krilla keeps one copy of it in the PDF.

use std::collections::BTreeMap;
use std::sync::Arc;

use krilla::Data;
use krilla::geom::{Size, Transform};
use krilla::image;
use krilla::paint::FillRule;
use krilla::surface::Surface;

use super::path::rounded;
use crate::scene::Image;

/// The pictures that have been read, by the address of their files; the sheets that hold them outlive the writing.
#[derive(Default)]
pub struct Pictures(BTreeMap<*const u8, Option<image::Image>>);

impl Pictures {
    /// Draws a picture, cropped to its place. One that cannot be read is left out.
    pub fn draw(&mut self, surface: &mut Surface, image: &Image) {
        let read = self.0.entry(image.bytes.as_ptr());
        let Some(picture) = read.or_insert_with(|| self::read(image)) else {
            return;
        };
        let place = image.place;
        let (width, height) = picture.size();
        let (width, height) = (f64::from(width), f64::from(height));
        let scale = (place.width / width).max(place.height / height);
        let (wide, high) = (width * scale, height * scale);
        let size = Size::from_wh(wide as f32, high as f32);
        let (Some(size), Some(window)) = (size, rounded(place, image.radius)) else {
            return;
        };
        let x = place.x + (place.width - wide) / 2.0;
        let y = place.y + (place.height - high) / 2.0;
        surface.push_clip_path(&window, &FillRule::NonZero);
        surface.push_transform(&Transform::from_translate(x as f32, y as f32));
        surface.draw_image(picture.clone(), size);
        surface.pop();
        surface.pop();
    }
}

fn read(image: &Image) -> Option<image::Image> {
    let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(Arc::clone(&image.bytes));
    let read = match image.media_type {
        "image/jpeg" => image::Image::from_jpeg,
        _ => image::Image::from_png,
    };
    read(Data::from(bytes), false).ok()
}
