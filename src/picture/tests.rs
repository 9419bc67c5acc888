//! Pictures are made here, with all that must not pass, and read back.

mod bombs;

use jpeg_encoder as jpg;
use proptest::prelude::*;

use super::*;

/// EXIF data with an orientation and a comment: a TIFF header and a directory of two entries.
fn exif(orientation: u8) -> Vec<u8> {
    let mut data = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    data.extend([0x01, 0x0E, 0, 2, 0, 0, 0, 7, 0, 0, 0, 38]);
    data.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    data.extend(b"\0\0\0\0SECRET\0");
    data
}

/// A PNG of channels at a depth, with whatever `more` puts in.
fn png_of(
    (width, height): (u32, u32),
    color: ::png::ColorType,
    depth: ::png::BitDepth,
    data: &[u8],
    more: impl FnOnce(&mut ::png::Info),
) -> Vec<u8> {
    let mut out = Vec::new();
    let mut info = ::png::Info::with_size(width, height);
    info.color_type = color;
    info.bit_depth = depth;
    more(&mut info);
    let encoder = ::png::Encoder::with_info(&mut out, info).expect("an encoder");
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(data).expect("pixels");
    writer.finish().expect("an end");
    out
}

fn grey_png(width: u32, height: u32, data: &[u8]) -> Vec<u8> {
    let (color, depth) = (::png::ColorType::Grayscale, ::png::BitDepth::Eight);
    png_of((width, height), color, depth, data, |_| {})
}

/// A JPEG of one colour on the left and another on the right, 32 by 16 pixels, upright as it is written.
fn halves(orientation: u8) -> Vec<u8> {
    let row: Vec<u8> = [[250, 10, 10].repeat(16), [10, 10, 250].repeat(16)].concat();
    let mut out = Vec::new();
    let mut encoder = jpg::Encoder::new(&mut out, 95);
    encoder.add_exif_metadata(&exif(orientation)).expect("EXIF");
    encoder
        .add_app_segment(13, b"SECRET".to_vec())
        .expect("IPTC");
    encoder.add_icc_profile(b"SECRET").expect("a profile");
    let pixels = row.repeat(16);
    encoder
        .encode(&pixels, 32, 16, jpg::ColorType::Rgb)
        .expect("a picture");
    out
}

fn read(bytes: &[u8]) -> Picture {
    clean(bytes, 1_000_000).expect("a picture")
}

fn pixels(picture: &Picture) -> Pixels {
    let decode = match picture.format {
        Format::Png => png::decode,
        Format::Jpeg => jpeg::decode,
    };
    let (pixels, orientation) = decode(&picture.bytes, 1_000_000).expect("pixels");
    assert_eq!(orientation, 1);
    pixels
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn nothing_but_pixels_passes_of_a_jpeg() {
    let mut file = halves(1);
    file.extend(b"SECRET after the end");
    assert!(holds(&file, b"SECRET") && holds(&file, b"Exif"));
    let picture = read(&file);
    for part in [&b"SECRET"[..], b"Exif", b"ICC_PROFILE", b"\xFF\xFE"] {
        assert!(!holds(&picture.bytes, part), "{part:?}");
    }
    assert_eq!((picture.width, picture.height), (32, 16));
}

#[test]
fn nothing_but_pixels_passes_of_a_png() {
    let (color, depth) = (::png::ColorType::Rgb, ::png::BitDepth::Eight);
    let mut file = png_of((2, 1), color, depth, &[1, 2, 3, 4, 5, 6], |info| {
        let text = ::png::text_metadata::TEXtChunk::new("Author", "SECRET");
        info.uncompressed_latin1_text.push(text);
        info.exif_metadata = Some(exif(3).into());
        info.icc_profile = Some(b"SECRET"[..].into());
    });
    file.extend(b"SECRET");
    assert!(holds(&file, b"tEXt") && holds(&file, b"iCCP") && holds(&file, b"eXIf"));
    let picture = read(&file);
    for part in [&b"SECRET"[..], b"tEXt", b"iCCP", b"eXIf"] {
        assert!(!holds(&picture.bytes, part), "{part:?}");
    }
    let turned = [4, 5, 6, 1, 2, 3];
    assert_eq!(pixels(&picture).data, turned, "upside down, as EXIF says");
}

#[test]
fn a_photograph_stands_upright() {
    let red = |pixel: &[u8]| pixel[0] > 150 && pixel[2] < 100;
    // Where the left half as it is written comes to stand.
    for (orientation, size, (x, y)) in [
        (1, (32, 16), (4, 8)),
        (2, (32, 16), (28, 8)),
        (3, (32, 16), (28, 8)),
        (4, (32, 16), (4, 8)),
        (5, (16, 32), (8, 4)),
        (6, (16, 32), (8, 4)),
        (7, (16, 32), (8, 28)),
        (8, (16, 32), (8, 28)),
        (9, (32, 16), (4, 8)),
    ] {
        let picture = read(&halves(orientation));
        assert_eq!((picture.width, picture.height), size, "{orientation}");
        let pixels = pixels(&picture);
        assert!(red(pixels.at(x, y)), "{orientation}");
        let (across, down) = (size.0 - 1 - x, size.1 - 1 - y);
        assert!(!red(pixels.at(across, down)), "{orientation}");
    }
}

#[test]
fn every_orientation_is_a_turn_of_its_own() {
    let data = vec![1, 2, 3, 4, 5, 6];
    let three_by_two = Pixels {
        width: 3,
        height: 2,
        channels: 1,
        data,
    };
    let turned = |orientation| turn::upright(three_by_two.clone(), orientation).data;
    assert_eq!(turned(1), [1, 2, 3, 4, 5, 6]);
    assert_eq!(turned(2), [3, 2, 1, 6, 5, 4]);
    assert_eq!(turned(3), [6, 5, 4, 3, 2, 1]);
    assert_eq!(turned(4), [4, 5, 6, 1, 2, 3]);
    assert_eq!(turned(5), [1, 4, 2, 5, 3, 6]);
    assert_eq!(turned(6), [4, 1, 5, 2, 6, 3]);
    assert_eq!(turned(7), [6, 3, 5, 2, 4, 1]);
    assert_eq!(turned(8), [3, 6, 2, 5, 1, 4]);
}

#[test]
fn a_large_picture_is_scaled_down() {
    let wide = grey_png(4000, 10, &[77; 40_000]);
    let picture = read(&wide);
    assert_eq!((picture.width, picture.height), (1200, 3));
    assert!(pixels(&picture).data.iter().all(|value| *value == 77));
}

#[test]
fn a_scaled_pixel_is_the_mean_of_its_area() {
    let data = vec![0, 90, 30, 60, 60, 60];
    let grey = Pixels {
        width: 6,
        height: 1,
        channels: 1,
        data,
    };
    // Two columns become one; six over four cover one and a half.
    assert_eq!(grey.clone().shrunk(3).data, [45, 45, 60]);
    assert_eq!(grey.shrunk(4).data, [30, 50, 60, 60]);
    let data = vec![200, 0, 0, 255, 0, 0, 0, 0];
    let translucent = Pixels {
        width: 2,
        height: 1,
        channels: 4,
        data,
    };
    // What is not seen gives no colour.
    assert_eq!(translucent.shrunk(1).data, [200, 0, 0, 128]);
}

#[test]
fn every_kind_of_png_is_read() {
    use ::png::{BitDepth, ColorType};
    let deep = png_of(
        (1, 1),
        ColorType::Rgb,
        BitDepth::Sixteen,
        &[9, 0, 8, 0, 7, 0],
        |_| {},
    );
    assert_eq!(pixels(&read(&deep)).data, [9, 8, 7]);
    let palette = png_of(
        (2, 1),
        ColorType::Indexed,
        BitDepth::One,
        &[0b0100_0000],
        |info| {
            info.palette = Some(vec![1, 2, 3, 4, 5, 6].into());
            info.trns = Some(vec![255, 50].into());
        },
    );
    assert_eq!(pixels(&read(&palette)).data, [1, 2, 3, 255, 4, 5, 6, 50]);
    // Two by two pixels, 10 and 20 above 30 and 40, interlaced.
    let interlaced =
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x02\x08\0\0\0\x01\x20\xda\x62\x6e\
        \0\0\0\x0fIDAT\x78\x9c\x63\xe0\x62\x10\x61\x90\xd3\0\0\0\xf7\0\x65\x9f\x55\xb2\x05\
        \0\0\0\0IEND\xae\x42\x60\x82";
    assert_eq!(pixels(&read(interlaced)).data, [10, 20, 30, 40]);
    let mut animated = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut animated, 1, 1);
    encoder.set_animated(2, 0).expect("two pictures");
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[11]).expect("the first");
    writer.write_image_data(&[22]).expect("the second");
    writer.finish().expect("an end");
    assert_eq!(pixels(&read(&animated)).data, [11]);
}

#[test]
fn every_kind_of_jpeg_is_read() {
    let mut print = Vec::new();
    let encoder = jpg::Encoder::new(&mut print, 95);
    // No ink at all is white.
    let paper = [0; 4 * 64];
    encoder
        .encode(&paper, 8, 8, jpg::ColorType::Cmyk)
        .expect("a picture");
    assert!(
        pixels(&read(&print))
            .at(4, 4)
            .iter()
            .all(|value| *value > 240)
    );
    let mut grey = Vec::new();
    let mut encoder = jpg::Encoder::new(&mut grey, 95);
    encoder.set_progressive(true);
    encoder
        .encode(&[90; 64], 8, 8, jpg::ColorType::Luma)
        .expect("a picture");
    let pixels = pixels(&read(&grey));
    assert_eq!(pixels.channels, 1);
    assert!((85..95).contains(&pixels.data[9]));
}

#[test]
fn a_drawing_keeps_a_palette() {
    let data: Vec<u8> = (0..100 * 100)
        .flat_map(|at| if at % 7 == 0 { [1, 2, 3] } else { [250; 3] })
        .collect();
    let (color, depth) = (::png::ColorType::Rgb, ::png::BitDepth::Eight);
    let picture = read(&png_of((100, 100), color, depth, &data, |_| {}));
    assert!(holds(&picture.bytes, b"PLTE"));
    assert_eq!(pixels(&picture).data, data);
}

#[test]
fn what_is_no_picture_is_refused() {
    assert!(matches!(clean(b"", 100), Err(Fault::Unknown)));
    assert!(matches!(clean(b"GIF89a", 100), Err(Fault::Unknown)));
    let png = grey_png(20, 10, &[5; 200]);
    assert!(matches!(clean(&png, 199), Err(Fault::TooLarge(20, 10))));
    let jpeg = halves(1);
    assert!(matches!(clean(&jpeg, 511), Err(Fault::TooLarge(32, 16))));
}

#[test]
fn a_file_that_breaks_off_is_refused() {
    let noise: Vec<u8> = (0..64 * 64 * 3u32)
        .map(|at| (at * at / 7 % 251) as u8)
        .collect();
    let mut jpeg = Vec::new();
    let encoder = jpg::Encoder::new(&mut jpeg, 90);
    encoder
        .encode(&noise, 64, 64, jpg::ColorType::Rgb)
        .expect("a picture");
    let (color, depth) = (::png::ColorType::Rgb, ::png::BitDepth::Eight);
    let png = png_of((64, 64), color, depth, &noise, |_| {});
    for file in [jpeg, png] {
        read(&file);
        for part in [20, file.len() / 3, file.len() * 3 / 4] {
            assert!(
                matches!(clean(&file[..part], 10_000), Err(Fault::Damaged)),
                "{part}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_file_makes_it_panic(at in 0..900usize, value: u8, cut in 0..1200usize, jpeg: bool) {
        let mut file = if jpeg { halves(6) } else { grey_png(40, 20, &[5; 800]) };
        let length = file.len();
        file[at % length] = value;
        file.truncate(cut.max(4));
        if let Ok(picture) = clean(&file, 100_000) {
            prop_assert!(picture.width > 0 && picture.height <= LONGEST);
        }
    }
}
