//! Files that test maps name: small ones, and some that cannot be read for all reasons that there are.

use jmap::check::{FileError, Files};

/// A PNG with a hill under a sun.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a header");
    let data = scenery(width, height);
    writer.write_image_data(&data).expect("pixels");
    writer.finish().expect("an end");
    file
}

/// The beginning of a PNG: signature, then the header with width and height.
fn header(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let encoder = png::Encoder::new(&mut file, width, height);
    drop(encoder.write_header().expect("a header"));
    file
}

/// The same scenery as a JPEG.
fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut file = Vec::new();
    let data = scenery(width.into(), height.into());
    let encoder = jpeg_encoder::Encoder::new(&mut file, 90);
    let kind = jpeg_encoder::ColorType::Rgb;
    encoder
        .encode(&data, width, height, kind)
        .expect("a picture");
    file
}

fn scenery(width: u32, height: u32) -> Vec<u8> {
    let color = |at: u32| {
        let (x, y) = (at % width, at / width);
        let (aside, up) = (x.abs_diff(width * 2 / 3), y.abs_diff(height / 3));
        if y * 2 > height + x * height / width / 2 {
            [0x4C, 0x7A, 0x4E]
        } else if aside * aside + up * up < 80 {
            [0xD9, 0xA4, 0x41]
        } else {
            [0xDD, 0xE7, 0xF0]
        }
    };
    (0..width * height).flat_map(color).collect()
}

/// Has them.
pub struct Beside;

impl Files for Beside {
    fn read(&self, path: &str, _limit: u64) -> Result<Vec<u8>, FileError> {
        match path {
            "small.png" => Ok(png(64, 64)),
            "wide.png" => Ok(png(96, 64)),
            "tall.png" => Ok(png(40, 64)),
            "photo.jpg" => Ok(jpeg(90, 60)),
            "vast.png" => Ok(header(20_000, 20_000)),
            "broken.png" => {
                let mut bytes = png(96, 64);
                bytes.truncate(bytes.len() / 2);
                Ok(bytes)
            }
            "drawing.svg" => Ok(b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()),
            "arabic.ttf" => {
                let root = env!("CARGO_MANIFEST_DIR");
                let font = "maps/fonts/NotoSansArabic-Regular.ttf";
                Ok(std::fs::read(format!("{root}/{font}")).expect("a font"))
            }
            font if font.starts_with("fonts/") => {
                let cases = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/scripts");
                std::fs::read(format!("{cases}/{font}")).map_err(|_| FileError::NotFound)
            }
            "some.ttf" => Ok(b"\0\x01\0\0".to_vec()),
            "web.woff2" => Ok(b"wOF2".to_vec()),
            "linked.png" => Err(FileError::Outside),
            "large.png" => Err(FileError::TooLarge),
            "folder" => Err(FileError::NotAFile),
            "secret.png" => Err(FileError::Other("permission denied".to_owned())),
            _ => Err(FileError::NotFound),
        }
    }
}
