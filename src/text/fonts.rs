//! The faces that are at hand, in the order in which they are asked.

/// A face: its position in [`Fonts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FaceId(pub u16);

/// A font file that cannot be used, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontError(pub String);

/// The faces that are at hand: the built-in family first, then those that were added, in order.
#[derive(Clone, Debug)]
pub struct Fonts {}

impl Fonts {
    /// The built-in family alone.
    pub fn builtin() -> Fonts {
        todo!()
    }

    /// Adds a font file (TrueType or OpenType, also a collection's first face); it is asked after all earlier ones.
    pub fn add(&mut self, _bytes: std::sync::Arc<[u8]>) -> Result<(), FontError> {
        todo!()
    }

    /// The characters, each once and in order of code point, for which no face has a glyph. Control and default-ignorable
    /// characters need none.
    pub fn missing(&self, _text: &str) -> Vec<char> {
        todo!()
    }

    /// Family name of a face, as a font file gives it; the built-in family is `Inter`.
    pub fn family(&self, _face: FaceId) -> &str {
        todo!()
    }
}
