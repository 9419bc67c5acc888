//! Files that test maps name: small ones, and some that cannot be read for all reasons that there are.

use jmap::check::{FileError, Files};

/// Has them.
pub struct Beside;

impl Files for Beside {
    fn read(&self, path: &str, _limit: u64) -> Result<Vec<u8>, FileError> {
        // The beginning of a PNG: signature, then the header with width and height.
        let png = |side: u32| {
            let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
            bytes.extend(side.to_be_bytes());
            bytes.extend(side.to_be_bytes());
            bytes.extend([8, 6, 0, 0, 0]);
            bytes
        };
        match path {
            "small.png" => Ok(png(64)),
            "vast.png" => Ok(png(20_000)),
            "drawing.svg" => Ok(b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()),
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
