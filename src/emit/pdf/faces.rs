//! The faces of a drawing, as krilla reads them.

use std::collections::BTreeMap;
use std::sync::Arc;

use krilla::Data;
use krilla::text::Font;

use crate::text::{FaceId, Fonts};

/// The faces that a sheet uses, read when they are first needed.
pub struct Faces<'s> {
    /// The sheet's fonts.
    pub fonts: &'s Fonts,
    read: BTreeMap<FaceId, Option<Font>>,
}

impl<'s> Faces<'s> {
    /// None read yet.
    pub fn new(fonts: &'s Fonts) -> Faces<'s> {
        Faces {
            fonts,
            read: BTreeMap::new(),
        }
    }

    /// A face; `None` where krilla cannot read it, so that its letters are best drawn as outlines.
    pub fn get(&mut self, face: FaceId) -> Option<Font> {
        let fonts = self.fonts;
        let read = || {
            let file = File {
                fonts: fonts.clone(),
                face,
            };
            let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(file);
            Font::new(Data::from(bytes), 0)
        };
        self.read.entry(face).or_insert_with(read).clone()
    }
}

/// The file of a face, not copied.
struct File {
    fonts: Fonts,
    face: FaceId,
}

impl AsRef<[u8]> for File {
    fn as_ref(&self) -> &[u8] {
        self.fonts.bytes(self.face)
    }
}
