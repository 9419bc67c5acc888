//! The file around the pixels.

use std::io::Write;

use png::text_metadata::ITXtChunk;
use png::{
    BitDepth, ColorType, Compression, Encoder, EncodingError, Filter, PixelDimensions,
    SrgbRenderingIntent, Unit,
};

use super::origin;
use super::page;
use super::size::Frame;
use crate::emit::Origin;
use crate::emit::svg::clean;
use crate::scene::Scene;

/// Bytes of compressed pixels in one chunk.
const CHUNK: usize = 256 << 10;

/// Paints a drawing into a file.
///
/// The file says where the drawing comes from, then what it shows: whoever asks reads no more than its beginning.
pub fn write(
    scene: &Scene,
    frame: &Frame,
    from: Option<&Origin>,
) -> Result<Vec<u8>, EncodingError> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, frame.width, frame.height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
    encoder.set_pixel_dims(Some(PixelDimensions {
        xppu: frame.per_metre(),
        yppu: frame.per_metre(),
        unit: Unit::Meter,
    }));
    encoder.set_compression(Compression::Fast);
    encoder.set_filter(Filter::Up);
    let mut writer = encoder.write_header()?;
    for (keyword, text) in from.map(origin::texts).unwrap_or_default() {
        writer.write_text_chunk(&ITXtChunk::new(keyword, text))?;
    }
    for (keyword, text) in [("Title", &scene.title), ("Description", &scene.description)] {
        let mut chunk = ITXtChunk::new(keyword, clean(text));
        if is_tag(&scene.lang) {
            chunk.language_tag.clone_from(&scene.lang);
        }
        writer.write_text_chunk(&chunk)?;
    }
    let mut pixels = writer.stream_writer_with_size(CHUNK)?;
    page::paint(scene, frame, page::rows_at_once(frame), |strip| {
        pixels.write_all(strip)
    })?;
    pixels.finish()?;
    writer.finish()?;
    Ok(out)
}

/// Whether a text can be a language tag (RFC 5646, section 2.1).
fn is_tag(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
