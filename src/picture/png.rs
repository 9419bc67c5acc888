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
    let (decoder, [width, height]) = open(bytes)?;
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

/// Pixels of a file across and down, as its header says.
pub(super) fn size(bytes: &[u8]) -> Option<[u32; 2]> {
    open(bytes).ok().map(|(_, size)| size)
}

/// A file that is being read, and its pixels across and down.
type Opened<'b> = (Decoder<Cursor<&'b [u8]>>, [u32; 2]);

fn open(bytes: &[u8]) -> Result<Opened<'_>, Fault> {
    let mut decoder = Decoder::new(Cursor::new(bytes));
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder.read_header_info().map_err(|_| Fault::Damaged)?;
    let size = [header.width, header.height];
    Ok((decoder, size))
}

/// Pixels as a file, with a palette where they have few colours: a drawing is a quarter as large so.
pub(super) fn encode(pixels: &Pixels) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, pixels.width, pixels.height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    let indexed = (pixels.channels > 2).then(|| indexed(pixels)).flatten();
    let mut data = &pixels.data;
    if let Some(indexed) = &indexed {
        encoder.set_color(ColorType::Indexed);
        encoder.set_filter(Filter::NoFilter);
        let colors = indexed.colors.iter();
        let parts = colors.clone().filter_map(|color| color.get(..3));
        encoder.set_palette(parts.flatten().copied().collect::<Vec<u8>>());
        if pixels.channels == 4 {
            let opacity = colors.filter_map(|color| color.last().copied());
            encoder.set_trns(opacity.collect::<Vec<u8>>());
        }
        data = &indexed.pixels;
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

/// Pixels as places in a palette.
struct Indexed<'p> {
    colors: Vec<&'p [u8]>,
    pixels: Vec<u8>,
}

/// The colours, numbered as they come, where there are no more than a palette holds: 256.
fn indexed(pixels: &Pixels) -> Option<Indexed<'_>> {
    let mut indexed = Indexed {
        colors: Vec::new(),
        pixels: Vec::with_capacity(pixels.data.len() / pixels.channels),
    };
    let mut places = BTreeMap::new();
    // A drawing has areas of one colour: most pixels are as the one before. Searching for each took most of the time of a map with pictures.
    let mut before = None;
    for color in pixels.data.chunks_exact(pixels.channels) {
        let key = color
            .iter()
            .fold(0u32, |key, part| key << 8 | u32::from(*part));
        let place = match before {
            Some((same, place)) if same == key => place,
            _ => match places.get(&key) {
                Some(place) => *place,
                None => {
                    let place = u8::try_from(indexed.colors.len()).ok()?;
                    places.insert(key, place);
                    indexed.colors.push(color);
                    place
                }
            },
        };
        before = Some((key, place));
        indexed.pixels.push(place);
    }
    Some(indexed)
}
