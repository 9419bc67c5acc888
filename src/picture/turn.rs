//! Cameras write down how they were held; viewers of a drawing do not read it, so the pixels are turned.

use exif::{In, Reader, Tag};

use super::pixels::Pixels;

/// The orientation in EXIF data, 1 to 8; 1, upright, where it says nothing.
pub(super) fn orientation(exif: &[u8]) -> u32 {
    let read = Reader::new().read_raw(exif.to_vec()).ok();
    let value = read.and_then(|exif| {
        let field = exif.get_field(Tag::Orientation, In::PRIMARY)?;
        field.value.get_uint(0)
    });
    value.unwrap_or(1)
}

/// Pixels as they are meant to be seen (EXIF 2.32, tag 0x0112).
pub(super) fn upright(pixels: Pixels, orientation: u32) -> Pixels {
    if !(2..=8).contains(&orientation) {
        return pixels;
    }
    let (right, low) = (pixels.width - 1, pixels.height - 1);
    let (width, height) = match orientation {
        5.. => (pixels.height, pixels.width),
        _ => (pixels.width, pixels.height),
    };
    let mut data = Vec::with_capacity(pixels.data.len());
    for y in 0..height {
        for x in 0..width {
            let (x, y) = match orientation {
                2 => (right - x, y),
                3 => (right - x, low - y),
                4 => (x, low - y),
                5 => (y, x),
                6 => (y, low - x),
                7 => (right - y, low - x),
                _ => (right - y, x),
            };
            data.extend_from_slice(pixels.at(x, y));
        }
    }
    Pixels {
        width,
        height,
        data,
        ..pixels
    }
}
