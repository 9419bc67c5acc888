//! The files beside a map: in memory, so that nothing but the input decides what happens.

use std::sync::Arc;

use jmap::check::{FileError, Files};

/// Paths that a map can name.
pub const PICTURES: &[&str] = &["small.png", "half.png", "none.png", "../out.png"];
/// Fonts that a map can name.
pub const FONTS: &[&str] = &["arabic.ttf", "own.ttf"];

/// A picture, half of one, and a font of one's own.
#[derive(Debug, Default)]
pub struct Beside {
    /// The bytes of `own.ttf`.
    pub own: Option<Arc<[u8]>>,
}

const PICTURE: &[u8] = include_bytes!("../../../maps/bicycle-repair/3-book.png");

impl Files for Beside {
    fn read(&self, path: &str, _limit: u64) -> Result<Vec<u8>, FileError> {
        let bytes: &[u8] = match path {
            "small.png" => PICTURE,
            "half.png" => &PICTURE[..PICTURE.len() / 2],
            "arabic.ttf" => include_bytes!("../../../maps/fonts/NotoSansArabic-Regular.ttf"),
            "own.ttf" => self.own.as_deref().ok_or(FileError::NotFound)?,
            _ => return Err(FileError::NotFound),
        };
        Ok(bytes.to_vec())
    }
}
