//! The faces that are at hand, in the order in which they are asked.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};

use super::Weight;
use super::face::{Face, Metrics};
use super::policy::needs_glyph;
use crate::limits::{Limit, Limits};

/// A face: its position in [`Fonts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FaceId(pub u16);

/// A font file that cannot be used, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontError(pub String);

/// The faces that are at hand: the built-in family first, then those that were added, in order. Cheap to clone; what has
/// been read from a face is shared by all clones.
#[derive(Clone, Debug)]
pub struct Fonts {
    faces: Arc<Vec<Arc<Face>>>,
    limits: Limits,
}

/// How many faces the built-in family has; they have the same characters.
const BUILTIN: usize = 4;

impl Fonts {
    /// The built-in family alone.
    pub fn builtin() -> Fonts {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        FONTS
            .get_or_init(|| {
                macro_rules! face {
                    ($name:literal, $weight:literal, $italic:literal) => {
                        Arc::new(Face::builtin(
                            include_bytes!(concat!("../../fonts/Inter-", $name, ".ttf")),
                            include_bytes!(concat!("../../fonts/latin/Inter-", $name, ".ttf")),
                            $weight,
                            $italic,
                        ))
                    };
                }
                Fonts {
                    faces: Arc::new(vec![
                        face!("Regular", 400, false),
                        face!("Italic", 400, true),
                        face!("SemiBold", 600, false),
                        face!("Bold", 700, false),
                    ]),
                    limits: Limits::default(),
                }
            })
            .clone()
    }

    /// Adds a font file (TrueType or OpenType; of a collection the first face, of a variable font the default instance);
    /// it is asked after all earlier ones. Files of one family name are one family: the nearest weight is taken.
    pub fn add(&mut self, bytes: Arc<[u8]>) -> Result<FaceId, FontError> {
        self.push(Face::read(bytes, None, &self.limits)?)
    }

    /// Adds a font file as [`Fonts::add`] does; in messages it has this name.
    pub fn add_named(&mut self, name: &str, bytes: Arc<[u8]>) -> Result<FaceId, FontError> {
        self.push(Face::read(bytes, Some(name), &self.limits)?)
    }

    /// The same faces; those that are added from now on, and what is drawn with them, keep to these limits.
    pub fn with_limits(mut self, limits: &Limits) -> Fonts {
        self.limits = *limits;
        self
    }

    /// How much is taken of what is added, and of what is drawn with it.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    fn push(&mut self, face: Face) -> Result<FaceId, FontError> {
        // The same file once more has nothing to add, and a long list of it would be asked for each character.
        let known = self
            .faces
            .iter()
            .position(|known| *known.bytes() == *face.bytes());
        if let Some(known) = known.and_then(|known| u16::try_from(known).ok()) {
            return Ok(FaceId(known));
        }
        let Ok(id) = u16::try_from(self.faces.len()) else {
            return Err(FontError("there are too many fonts".to_owned()));
        };
        Arc::make_mut(&mut self.faces).push(Arc::new(face));
        Ok(FaceId(id))
    }

    /// The characters, each once and in order of code point, for which no face has a glyph. Control and default-ignorable
    /// characters need none.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut wanted: BTreeSet<char> = text
            .chars()
            .filter(|&c| !c.is_ascii() && needs_glyph(c))
            .collect();
        for face in self.faces.iter().skip(BUILTIN - 1) {
            if wanted.is_empty() {
                break;
            }
            if let Some(font) = face.font() {
                let map = font.charmap();
                wanted.retain(|&c| !covers(&map, c));
            }
        }
        wanted.into_iter().collect()
    }

    /// How many steps it takes to walk a glyph: points and components of its outline or bytes of its charstring, each as often
    /// as it is reached; one more than [`Limit::Glyph`] where there are more. Those of built-in faces take none.
    pub fn steps(&self, face: FaceId, glyph: u32) -> u64 {
        let face = self.face(face);
        face.steps(glyph, self.limits.of(Limit::Glyph))
    }

    /// Whether a glyph takes no more steps than are allowed. No other is drawn, measured or embedded.
    pub fn can_walk(&self, face: FaceId, glyph: u32) -> bool {
        self.steps(face, glyph) <= self.limits.of(Limit::Glyph)
    }

    /// The faces in which a text was not shaped, since more rules might have been tried than [`Limit::Shaping`] allows.
    pub fn overshaped(&self) -> impl Iterator<Item = FaceId> {
        let faces = (0u16..).zip(self.faces.iter());
        faces
            .filter(|(_, face)| face.is_overshaped())
            .map(|(id, _)| FaceId(id))
    }

    /// The faces that make more glyphs of a letter than any script needs; what they were to write has no glyphs.
    pub fn sprawling(&self) -> impl Iterator<Item = FaceId> {
        let faces = (0u16..).zip(self.faces.iter());
        faces
            .filter(|(_, face)| face.is_sprawling())
            .map(|(id, _)| FaceId(id))
    }

    /// What a face is called in messages: the name of its file where that was given, else its family.
    pub fn name(&self, face: FaceId) -> &str {
        &self.face(face).name
    }

    /// Family name of a face, as a font file gives it; the built-in family is `Inter`.
    pub fn family(&self, face: FaceId) -> &str {
        &self.face(face).family
    }

    /// CSS weight of a face, 1 to 1000.
    pub fn weight(&self, face: FaceId) -> u16 {
        self.face(face).weight
    }

    /// Whether a face is italic or oblique.
    pub fn italic(&self, face: FaceId) -> bool {
        self.face(face).italic
    }

    /// Vertical measures of a face.
    pub fn metrics(&self, face: FaceId) -> Metrics {
        self.face(face).metrics()
    }

    /// The font file of a face without pictures and colours: its outlines are drawn in the colour of the text.
    pub fn plain_bytes(&self, face: FaceId) -> &[u8] {
        self.face(face).plain()
    }

    /// The whole font file of a face.
    pub fn bytes(&self, face: FaceId) -> &[u8] {
        self.face(face).bytes()
    }

    /// The glyph of a space, and how far it moves the pen as a multiple of the font size; none where the face has no space.
    pub fn space(&self, face: FaceId) -> Option<(u32, f64)> {
        let font = self.face(face).font()?;
        let glyph = font.charmap().map(' ')?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let advance = f64::from(metrics.advance_width(glyph)?);
        Some((glyph.to_u32(), advance / self.metrics(face).units_per_em))
    }

    /// Whether a face is of the built-in family.
    pub fn is_builtin(face: FaceId) -> bool {
        usize::from(face.0) < BUILTIN
    }

    /// How many faces there are.
    pub(super) fn len(&self) -> usize {
        self.faces.len()
    }

    /// A face that is not there is the first one: ids only come from here.
    pub(super) fn face(&self, id: FaceId) -> &Face {
        self.faces.get(usize::from(id.0)).unwrap_or(&self.faces[0])
    }

    /// The faces to ask for a character, in order: the built-in family's face of this weight, then of each added family
    /// its faces, nearest first.
    pub(super) fn order(&self, weight: Weight) -> Vec<FaceId> {
        let (wanted, italic, own) = match weight {
            Weight::Regular => (400, false, 0),
            Weight::Italic => (400, true, 1),
            Weight::SemiBold => (600, false, 2),
            Weight::Bold => (700, false, 3),
        };
        let mut families: Vec<&str> = Vec::new();
        let mut added: Vec<(usize, bool, u16, FaceId)> = Vec::new();
        for (id, face) in (0u16..).zip(self.faces.iter()).skip(BUILTIN) {
            let family = families
                .iter()
                .position(|&name| name == face.family)
                .unwrap_or_else(|| {
                    families.push(&face.family);
                    families.len() - 1
                });
            added.push((
                family,
                face.italic != italic,
                face.weight.abs_diff(wanted),
                FaceId(id),
            ));
        }
        added.sort();
        std::iter::once(FaceId(own))
            .chain(added.into_iter().map(|(.., id)| id))
            .collect()
    }
}

/// Whether a face can draw a character, perhaps from the parts that it decomposes into.
pub(super) fn covers(map: &Charmap<'_>, c: char) -> bool {
    if map.map(c).is_some() {
        return true;
    }
    let mut parts = 0;
    let mut all = true;
    unicode_normalization::char::decompose_canonical(c, |part| {
        parts += 1;
        all &= part != c && map.map(part).is_some();
    });
    parts > 0 && all
}

#[cfg(test)]
mod tests {
    use super::super::testing::fonts;
    use super::*;

    fn shared<T: Send + Sync>() {}

    #[test]
    fn fonts_can_be_shared_between_threads() {
        shared::<Fonts>();
    }

    #[test]
    fn built_in_faces_have_the_same_characters_and_say_what_they_are() {
        let fonts = Fonts::builtin();
        let chars = |id: u16| -> BTreeSet<u32> {
            let font = fonts.face(FaceId(id)).font().unwrap();
            font.charmap().mappings().map(|(c, _)| c).collect()
        };
        for id in 0..4 {
            assert_eq!(chars(id), chars(0));
            let read = Face::read(fonts.bytes(FaceId(id)).into(), None, &Limits::default());
            let read = read.unwrap();
            let (face, id) = (fonts.face(FaceId(id)), FaceId(id));
            assert_eq!(
                (&read.family, read.weight, read.italic),
                (&face.family, face.weight, face.italic)
            );
            assert_eq!(fonts.metrics(id), fonts.metrics(FaceId(0)));
        }
    }

    #[test]
    fn missing_characters_are_named_once_and_in_order() {
        assert_eq!(
            Fonts::builtin().missing("Wait → 日本 ✓\u{200d}\u{7} سسس é e\u{301} 日"),
            vec!['س', '日', '本']
        );
        assert_eq!(fonts().missing("保育園 سعر 😀"), vec!['😀']);
    }

    #[test]
    fn the_nearest_weight_of_a_family_is_asked_first() {
        let ids = |weight| {
            fonts()
                .order(weight)
                .into_iter()
                .map(|id| id.0)
                .collect::<Vec<_>>()
        };
        assert_eq!(ids(Weight::Regular), [0, 4, 5, 6]);
        assert_eq!(ids(Weight::Italic), [1, 4, 5, 6]);
        assert_eq!(ids(Weight::SemiBold), [2, 4, 6, 5]);
        assert_eq!(ids(Weight::Bold), [3, 4, 6, 5]);
    }

    #[test]
    fn files_that_are_no_fonts_are_refused() {
        let why = |bytes: &[u8]| Fonts::builtin().add(bytes.into()).unwrap_err().0;
        assert!(why(b"").contains("no TrueType"));
        assert!(why(b"wOF2....").contains("WOFF"));
        assert!(why(&Fonts::builtin().bytes(FaceId(0))[..400]).contains("lacks the tables"));
    }
}
