//! Small files that promise much: they are refused, or what they promise is not unpacked.

use std::io::Write;

use super::super::*;
use super::{grey_png, pixels, read};

/// What jmap takes.
const MOST: u64 = 50_000_000;

/// A part of a PNG: its length, name, content and checksum (PNG, section 5.3).
fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut crc = u32::MAX;
    for byte in name.iter().chain(content) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
        }
    }
    let length = u32::try_from(content.len()).expect("a short part");
    [
        &length.to_be_bytes(),
        &name[..],
        content,
        &(!crc).to_be_bytes(),
    ]
    .concat()
}

/// So many megabytes of zeros, compressed a thousand times.
fn zeros(megabytes: usize) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..megabytes {
        packed.write_all(&[0; 1 << 20]).expect("memory");
    }
    packed.finish().expect("memory")
}

/// A PNG with parts of ours between its header and its pixels.
fn png_with(parts: &[Vec<u8>]) -> Vec<u8> {
    let plain = grey_png(2, 1, &[5, 6]);
    let (head, rest) = plain.split_at(8 + 25);
    [head, &parts.concat(), rest].concat()
}

#[test]
fn what_a_header_promises_is_counted_before_anything_is_decoded() {
    let header = |width: u32, height: u32, kind: [u8; 5]| {
        let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
        [
            b"\x89PNG\r\n\x1a\n".to_vec(),
            chunk(b"IHDR", &[&size[..], &kind].concat()),
        ]
        .concat()
    };
    // Sixteen bits, colours and opacity, interlaced.
    let kind = [16, 6, 0, 0, 1];
    for (width, height) in [
        (60_000, 60_000),
        (0x7FFF_FFFF, 0x7FFF_FFFF),
        (1, 50_000_001),
    ] {
        let file = header(width, height, kind);
        assert!(
            matches!(clean(&file, MOST), Err(Fault::TooLarge(w, h)) if (w, h) == (width, height))
        );
    }
    let few = [
        header(7000, 7000, kind),
        chunk(b"IDAT", &zeros(1)),
        chunk(b"IEND", b""),
    ]
    .concat();
    assert!(matches!(clean(&few, MOST), Err(Fault::Damaged)));
    assert!(matches!(
        clean(&header(0, 10, kind), MOST),
        Err(Fault::Damaged)
    ));

    // A JPEG of three components, sequential and progressive, that ends behind its header.
    for start in [0xC0, 0xC2] {
        let frame = |size: u16| {
            let [high, low] = size.to_be_bytes();
            let mut file = vec![0xFF, 0xD8, 0xFF, start, 0, 17, 8, high, low, high, low, 3];
            file.extend([1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0]);
            file.extend([0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0, 0xFF, 0xD9]);
            file
        };
        let large = clean(&frame(65_000), MOST);
        assert!(
            matches!(large, Err(Fault::TooLarge(65_000, 65_000))),
            "{large:?}"
        );
        assert!(matches!(clean(&frame(7000), MOST), Err(Fault::Damaged)));
    }
}

#[test]
fn what_is_packed_beside_the_pixels_stays_packed() {
    let bomb = zeros(16);
    assert!(bomb.len() < 20_000);
    let text = [b"Comment\0\0", &bomb[..]].concat();
    let international = [b"Comment\0\x01\0en\0\0", &bomb[..]].concat();
    let profile = [b"icc\0\0", &bomb[..]].concat();
    for part in [
        chunk(b"zTXt", &text),
        chunk(b"iTXt", &international),
        chunk(b"iCCP", &profile),
    ] {
        assert_eq!(pixels(&read(&png_with(&[part]))).data, [5, 6]);
    }
    // More pixels than the header says.
    let header = chunk(b"IHDR", &[0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    let start = b"\x89PNG\r\n\x1a\n".to_vec();
    let more = [start, header, chunk(b"IDAT", &bomb), chunk(b"IEND", b"")].concat();
    if let Ok(picture) = clean(&more, MOST) {
        assert_eq!((picture.width, picture.height), (2, 1));
    }
}

#[test]
fn exif_that_leads_in_circles_or_nowhere_counts_as_upright() {
    let circle = b"II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0".to_vec();
    let many = [&b"II*\0\x08\0\0\0\xFF\xFF"[..], &[0; 64]].concat();
    let far = b"II*\0\xFF\xFF\xFF\x7F".to_vec();
    let vast = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\xFF\xFF\xFF\xFF\0\0\0\0".to_vec();
    for exif in [circle, many, far, vast, Vec::new()] {
        let file = png_with(&[chunk(b"eXIf", &exif)]);
        assert_eq!(pixels(&read(&file)).data, [5, 6], "{exif:?}");
    }
}
