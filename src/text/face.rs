//! One font file: its bytes, and what is read from them when it is first needed.

use std::fmt;
use std::sync::{Arc, OnceLock};

use harfrust::ShaperData;
use skrifa::attribute::Style as Slant;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use super::FontError;

/// Vertical measures of a face, as multiples of the font size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// How many of the face's own units make an em.
    pub units_per_em: f64,
    /// How far the face reaches above the baseline.
    pub ascent: f64,
    /// How far it reaches below the baseline, positive.
    pub descent: f64,
    /// Height of capitals; 0.7 where the face does not say.
    pub cap_height: f64,
}

/// The bytes of a font file.
enum Bytes {
    Static(&'static [u8]),
    Shared(Arc<[u8]>),
}

/// One font file. A collection is its first face, a variable font its default instance.
pub(super) struct Face {
    bytes: Bytes,
    /// The same face with fewer characters, if there is one.
    latin: Option<&'static [u8]>,
    pub(super) family: String,
    /// CSS weight, 1 to 1000.
    pub(super) weight: u16,
    pub(super) italic: bool,
    metrics: OnceLock<Metrics>,
    shaping: OnceLock<ShaperData>,
}

impl Face {
    /// A face of the built-in family, and what of it Latin letters need; its bytes are known to be sound, so nothing is
    /// read yet.
    pub(super) fn builtin(
        bytes: &'static [u8],
        latin: &'static [u8],
        weight: u16,
        italic: bool,
    ) -> Face {
        Face {
            latin: Some(latin),
            ..Face::new(Bytes::Static(bytes), "Inter".to_owned(), weight, italic)
        }
    }

    /// A face from a file that a user gave.
    pub(super) fn read(bytes: Arc<[u8]>) -> Result<Face, FontError> {
        let fail = |why: &str| Err(FontError(why.to_owned()));
        if bytes.starts_with(b"wOF") {
            return fail(
                "the file is a WOFF web font; jmap reads TrueType and OpenType (.ttf, .otf, .ttc)",
            );
        }
        let Ok(font) = FontRef::from_index(&bytes, 0) else {
            return fail("the file is no TrueType or OpenType font");
        };
        if !font.charmap().has_map() || font.hmtx().is_err() || font.head().is_err() {
            return fail(
                "the font lacks the tables that say which glyph a character has and how wide it is",
            );
        }
        if font.outline_glyphs().format().is_none() {
            return fail(
                "the font has pictures instead of outlines (a colour emoji font?), which cannot be drawn",
            );
        }
        let named = |id| {
            font.localized_strings(id)
                .english_or_first()
                .map(|name| name.to_string())
        };
        let family = named(StringId::TYPOGRAPHIC_FAMILY_NAME)
            .or_else(|| named(StringId::FAMILY_NAME))
            .unwrap_or_default();
        let attributes = font.attributes();
        let weight = attributes.weight.value().clamp(1.0, 1000.0) as u16;
        let italic = attributes.style != Slant::Normal;
        Ok(Face::new(
            Bytes::Shared(bytes.clone()),
            family,
            weight,
            italic,
        ))
    }

    fn new(bytes: Bytes, family: String, weight: u16, italic: bool) -> Face {
        Face {
            bytes,
            latin: None,
            family,
            weight,
            italic,
            metrics: OnceLock::new(),
            shaping: OnceLock::new(),
        }
    }

    /// The whole file.
    pub(super) fn bytes(&self) -> &[u8] {
        match &self.bytes {
            Bytes::Static(bytes) => bytes,
            Bytes::Shared(bytes) => bytes,
        }
    }

    /// The parsed table directory; cheap. `None` cannot happen for a face that was made.
    pub(super) fn font(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(self.bytes(), 0).ok()
    }

    /// The same face with fewer characters and other glyph ids, for those who have a few characters to look up.
    pub(super) fn latin(&self) -> Option<FontRef<'static>> {
        FontRef::from_index(self.latin?, 0).ok()
    }

    /// What harfrust wants to know of the font, read once for all threads.
    pub(super) fn shaping(&self, font: &FontRef<'_>) -> &ShaperData {
        self.shaping.get_or_init(|| ShaperData::new(font))
    }

    /// Vertical measures.
    pub(super) fn metrics(&self) -> Metrics {
        *self.metrics.get_or_init(|| match self.font() {
            Some(font) => measure(&font),
            None => Metrics {
                units_per_em: 1000.0,
                ascent: 0.8,
                descent: 0.2,
                cap_height: 0.7,
            },
        })
    }
}

fn measure(font: &FontRef<'_>) -> Metrics {
    let read = font.metrics(Size::unscaled(), LocationRef::default());
    let em = f64::from(read.units_per_em.max(1));
    // Faces for tall scripts claim room for marks that they need not have; no glyph leaves the box of all glyphs.
    let (top, bottom) = read
        .bounds
        .map_or((f32::MAX, f32::MAX), |bounds| (bounds.y_max, -bounds.y_min));
    Metrics {
        units_per_em: em,
        ascent: f64::from(read.ascent.min(top).max(0.0)) / em,
        descent: f64::from((-read.descent).min(bottom).max(0.0)) / em,
        cap_height: read.cap_height.map_or(0.7, |height| f64::from(height) / em),
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}{}",
            self.family,
            self.weight,
            if self.italic { " italic" } else { "" }
        )
    }
}
