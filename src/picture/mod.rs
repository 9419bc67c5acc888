//! Pictures beside a map: decoded, turned upright, scaled down to what a print can show, and written anew. Only pixels pass:
//! no place, camera, comment, profile or thumbnail of the file reaches the drawing.

mod jpeg;
mod pixels;
mod png;
mod turn;

use std::sync::Arc;

pub use pixels::Pixels;

/// The most pixels of a picture's longer side: 10 cm at 300 dots per inch, wider than any place that a map has for one.
pub const LONGEST: u32 = 1200;

/// A picture of nothing but pixels.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The file's bytes.
    pub bytes: Arc<[u8]>,
    /// How they are written: as they came.
    pub format: Format,
    /// Pixels across, at most [`LONGEST`].
    pub width: u32,
    /// Pixels down, at most [`LONGEST`].
    pub height: u32,
}

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

/// A picture of one black pixel, as PNG.
pub const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\
    \0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\
    \0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\
    \0\0\0\0IEND\xaeB`\x82";

/// Whether a file begins as a picture does.
pub fn is_one(bytes: &[u8]) -> bool {
    [png::SIGNATURE, jpeg::SIGNATURE]
        .iter()
        .any(|signature| bytes.starts_with(signature))
}

/// Why a file gives no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Neither PNG nor JPEG.
    Unknown,
    /// It breaks off, or says what makes no sense.
    Damaged,
    /// More pixels than are taken: across and down.
    TooLarge(u32, u32),
}

/// Reads a picture of at most `most` pixels and writes it anew. It costs up to ten bytes of memory for each pixel of the file.
pub fn clean(bytes: &[u8], most: u64) -> Result<Picture, Fault> {
    if bytes.starts_with(png::SIGNATURE) {
        let (pixels, orientation) = png::decode(bytes, most)?;
        finish(pixels, orientation, Format::Png, png::encode)
    } else if bytes.starts_with(jpeg::SIGNATURE) {
        let (pixels, orientation) = jpeg::decode(bytes, most)?;
        finish(pixels, orientation, Format::Jpeg, jpeg::encode)
    } else {
        Err(Fault::Unknown)
    }
}

/// How many pixels a file says to have; 0 where it is no picture.
pub fn claimed(bytes: &[u8]) -> u64 {
    let size = match bytes.starts_with(png::SIGNATURE) {
        true => png::size(bytes),
        false => jpeg::size(bytes),
    };
    size.map_or(0, |[width, height]| u64::from(width) * u64::from(height))
}

/// The pixels of a picture that was written by [`clean`].
pub fn decoded(bytes: &[u8]) -> Option<Pixels> {
    let most = u64::from(LONGEST) * u64::from(LONGEST);
    let decode = match bytes.starts_with(png::SIGNATURE) {
        true => png::decode,
        false => jpeg::decode,
    };
    decode(bytes, most).ok().map(|(pixels, _)| pixels)
}

fn finish(
    pixels: Pixels,
    orientation: u32,
    format: Format,
    encode: fn(&Pixels) -> Option<Vec<u8>>,
) -> Result<Picture, Fault> {
    let pixels = turn::upright(pixels.shrunk(LONGEST), orientation);
    let bytes = encode(&pixels).ok_or(Fault::Damaged)?;
    Ok(Picture {
        bytes: bytes.into(),
        format,
        width: pixels.width,
        height: pixels.height,
    })
}

/// Refuses what has no pixels or too many.
fn bounded(width: u32, height: u32, most: u64) -> Result<(), Fault> {
    match u64::from(width) * u64::from(height) {
        0 => Err(Fault::Damaged),
        count if count > most => Err(Fault::TooLarge(width, height)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
