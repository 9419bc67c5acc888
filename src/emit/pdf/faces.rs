//! The faces of a document, as krilla reads them.
//!
//! A font of a PDF has one text for each glyph. Where a face draws different letters with one glyph, as those for Arabic do
//! that draw the dots by themselves, it is written several times, so that every reader finds the right letters.

use std::collections::BTreeMap;
use std::sync::Arc;

use krilla::Data;
use krilla::text::Font;

use crate::text::{FaceId, Fonts};

/// A face is written no more often than this, since each time costs its size: letters that share a glyph are some dozens, those
/// that are joined to others counted. The sign for letters that a face lacks may stand for thousands; krilla says at their place
/// what they are.
const MOST_COPIES: usize = 64;

/// The faces that a document uses, by the address of their files; the sheets that hold them outlive the writing.
#[derive(Default)]
pub struct Faces {
    copies: BTreeMap<(*const u8, usize), Option<Font>>,
    texts: BTreeMap<(*const u8, u32), Vec<String>>,
}

impl Faces {
    /// A copy of a face; `None` where krilla cannot read it, so that its letters are best drawn as outlines.
    pub fn get(&mut self, fonts: &Fonts, face: FaceId, copy: usize) -> Option<Font> {
        let bytes = fonts.plain_bytes(face);
        let read = || {
            // krilla takes files of one size and one checksum for one font.
            let file: Arc<dyn AsRef<[u8]> + Send + Sync> = match copy {
                0 => Arc::new(File {
                    fonts: fonts.clone(),
                    face,
                }),
                _ => Arc::new([bytes, &vec![0; 4 * copy]].concat()),
            };
            Font::new(Data::from(file), 0)
        };
        let key = (bytes.as_ptr(), copy);
        self.copies.entry(key).or_insert_with(read).clone()
    }

    /// The copy of a face in which a glyph stands for a text. Signs and spaces stay in the first: krilla says at their place
    /// what they stand for, which loses no word where a reader does not heed it.
    pub fn copy(&mut self, fonts: &Fonts, face: FaceId, glyph: u32, text: &str) -> usize {
        if !text.chars().any(char::is_alphabetic) {
            return 0;
        }
        let key = (fonts.plain_bytes(face).as_ptr(), glyph);
        let texts = self.texts.entry(key).or_default();
        let known = texts.iter().position(|known| known == text);
        if known.is_none() && texts.len() < MOST_COPIES {
            texts.push(text.to_owned());
            return texts.len() - 1;
        }
        known.unwrap_or(0)
    }
}

/// The file of a face, not copied.
struct File {
    fonts: Fonts,
    face: FaceId,
}

impl AsRef<[u8]> for File {
    fn as_ref(&self) -> &[u8] {
        self.fonts.plain_bytes(self.face)
    }
}
