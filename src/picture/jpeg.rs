//! JPEG: read with `zune-jpeg`, written with `jpeg-encoder`, both in integers and without instructions of one machine.

use jpeg_encoder::{ColorType, Encoder};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::pixels::Pixels;
use super::turn::orientation;
use super::{Fault, bounded};

/// How a file begins.
pub(super) const SIGNATURE: &[u8] = &[0xFF, 0xD8, 0xFF];
/// Of 100: what is lost by writing once more is not seen.
const QUALITY: u8 = 90;

/// The pixels of a file, grey or in colour, and its orientation.
pub(super) fn decode(bytes: &[u8], most: u64) -> Result<(Pixels, u32), Fault> {
    let (mut decoder, [width, height]) = open(bytes)?;
    bounded(width, height, most)?;
    let (channels, colors) = match decoder.input_colorspace() {
        Some(ColorSpace::Luma) => (1, ColorSpace::Luma),
        _ => (3, ColorSpace::RGB),
    };
    decoder.set_options(options().jpeg_set_out_colorspace(colors));
    let data = decoder.decode().map_err(|_| Fault::Damaged)?;
    let turned = decoder.exif().map_or(1, |exif| orientation(exif));
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
type Opened<'b> = (JpegDecoder<ZCursor<&'b [u8]>>, [u32; 2]);

fn open(bytes: &[u8]) -> Result<Opened<'_>, Fault> {
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options());
    decoder.decode_headers().map_err(|_| Fault::Damaged)?;
    let info = decoder.info().ok_or(Fault::Damaged)?;
    Ok((decoder, [info.width.into(), info.height.into()]))
}

fn options() -> DecoderOptions {
    // Strict, so that a file that breaks off is refused rather than filled up with grey.
    DecoderOptions::new_safe()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
}

/// Pixels as a file.
pub(super) fn encode(pixels: &Pixels) -> Option<Vec<u8>> {
    let kind = match pixels.channels {
        1 => ColorType::Luma,
        3 => ColorType::Rgb,
        _ => return None,
    };
    let side = |length: u32| u16::try_from(length).ok();
    let mut out = Vec::new();
    let encoder = Encoder::new(&mut out, QUALITY);
    encoder
        .encode(
            &pixels.data,
            side(pixels.width)?,
            side(pixels.height)?,
            kind,
        )
        .ok()?;
    Some(out)
}
