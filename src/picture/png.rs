//! PNG, read and written with `png`.

use std::collections::BTreeMap;
use std::io::Cursor;

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

use super::pixels::Pixels;
use super::turn::orientation;
use super::{Fault, bounded};

/// How a file begins.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The pixels of a file at eight bits a channel, of an animation its first picture, and its orientation.
pub(super) fn decode(bytes: &[u8], most: u64) -> Result<(Pixels, u32), Fault> {
    let mut decoder = Decoder::new(Cursor::new(bytes));
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder.read_header_info().map_err(|_| Fault::Damaged)?;
    let (width, height) = (header.width, header.height);
    bounded(width, height, most)?;
    let mut reader = decoder.read_info().map_err(|_| Fault::Damaged)?;
    let size = reader.output_buffer_size().ok_or(Fault::Damaged)?;
    let mut data = vec![0; size];
    let frame = reader.next_frame(&mut data).map_err(|_| Fault::Damaged)?;
    let exif = reader.info().exif_metadata.as_deref();
    let turned = exif.map_or(1, orientation);
    let channels = frame.color_type.samples();
    let expected = u64::from(width) * u64::from(height) * channels as u64;
    if (frame.width, frame.height) != (width, height) || data.len() as u64 != expected {
        return Err(Fault::Damaged);
    }
    let pixels = Pixels {
        width,
        height,
        channels,
        data,
    };
    Ok((pixels, turned))
}

/// Pixels as a file, with a palette where they have few colours: a drawing is a quarter as large so.
pub(super) fn encode(pixels: &Pixels) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, pixels.width, pixels.height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    let palette = (pixels.channels > 2).then(|| palette(pixels)).flatten();
    let indexed: Vec<u8>;
    let mut data = &pixels.data;
    if let Some(palette) = palette {
        encoder.set_color(ColorType::Indexed);
        encoder.set_filter(Filter::NoFilter);
        let color = |color: &&[u8]| color.iter().take(3).copied().collect::<Vec<u8>>();
        let mut colors: Vec<(&&[u8], &u8)> = palette.iter().collect();
        colors.sort_by_key(|(_, index)| **index);
        encoder.set_palette(
            colors
                .iter()
                .flat_map(|(c, _)| color(c))
                .collect::<Vec<u8>>(),
        );
        if pixels.channels == 4 {
            let opacity = colors.iter().filter_map(|(color, _)| color.last().copied());
            encoder.set_trns(opacity.collect::<Vec<u8>>());
        }
        let each = pixels.data.chunks_exact(pixels.channels);
        indexed = each
            .filter_map(|color| palette.get(color).copied())
            .collect();
        data = &indexed;
    } else {
        encoder.set_color(match pixels.channels {
            1 => ColorType::Grayscale,
            2 => ColorType::GrayscaleAlpha,
            3 => ColorType::Rgb,
            _ => ColorType::Rgba,
        });
        encoder.set_filter(Filter::Adaptive);
    }
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(data).ok()?;
    writer.finish().ok()?;
    Some(out)
}

/// The colours, numbered as they come, where there are no more than a palette holds: 256.
fn palette(pixels: &Pixels) -> Option<BTreeMap<&[u8], u8>> {
    let mut colors = BTreeMap::new();
    for color in pixels.data.chunks_exact(pixels.channels) {
        let next = colors.len();
        if !colors.contains_key(color) {
            colors.insert(color, u8::try_from(next).ok()?);
        }
    }
    Some(colors)
}
