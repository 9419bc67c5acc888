//! One font file: its bytes, and what is read from them when it is first needed.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use harfrust::ShaperData;
use skrifa::attribute::Style as Slant;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use super::{FontError, cost};
use crate::limits::{Limit, Limits};

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
    /// The name of its file, or of its family.
    pub(super) name: String,
    /// What it costs to walk its glyphs, and to shape with it.
    glyphs: cost::Glyphs,
    pub(super) shaping_cost: cost::Shaping,
    /// Whether a text would have tried more of its rules than are allowed.
    overshaped: AtomicBool,
    /// Whether a word came out as more glyphs than any font needs.
    sprawling: AtomicBool,
    /// The file without pictures and colours, where it has some.
    plain: OnceLock<Option<Vec<u8>>>,
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

    /// A face from a file that a user gave, with its name.
    pub(super) fn read(
        bytes: Arc<[u8]>,
        name: Option<&str>,
        limits: &Limits,
    ) -> Result<Face, FontError> {
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
        cost::one_reading(&font).map_err(FontError)?;
        let most = limits.of(Limit::Lookups);
        let Some(shaping_cost) = cost::Shaping::of(&font, most) else {
            let (most, way_out) = (
                limits.written(Limit::Lookups),
                limits.way_out(Limit::Lookups, 0),
            );
            return Err(FontError(format!(
                "its rules for shaping (GSUB, GPOS) have more than {most} entries, each as often as it is reached; {way_out}"
            )));
        };
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
        let name = name.unwrap_or(&family).chars().take(LONGEST_NAME).collect();
        Ok(Face {
            name,
            shaping_cost,
            ..Face::new(Bytes::Shared(bytes.clone()), family, weight, italic)
        })
    }

    fn new(bytes: Bytes, family: String, weight: u16, italic: bool) -> Face {
        Face {
            bytes,
            latin: None,
            name: family.clone(),
            family,
            weight,
            italic,
            glyphs: cost::Glyphs::default(),
            shaping_cost: cost::Shaping::default(),
            overshaped: AtomicBool::new(false),
            sprawling: AtomicBool::new(false),
            plain: OnceLock::new(),
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

    /// The file as one that has outlines alone: what would be drawn in colours of its own is not found there.
    pub(super) fn plain(&self) -> &[u8] {
        let plain = self.plain.get_or_init(|| without_colours(self.bytes()));
        plain.as_deref().unwrap_or(self.bytes())
    }

    /// How many steps it takes to walk a glyph; one more than `most` where there are more. None in a built-in face.
    pub(super) fn steps(&self, glyph: u32, most: u64) -> u64 {
        match (&self.bytes, self.font()) {
            (Bytes::Shared(_), Some(font)) => self.glyphs.cost(&font, glyph, most),
            _ => 0,
        }
    }

    /// Notes that a text was not shaped, since that might take too long.
    pub(super) fn overshape(&self) {
        self.overshaped.store(true, Ordering::Relaxed);
    }

    /// Notes that a word came out as more glyphs than any font needs.
    pub(super) fn sprawl(&self) {
        self.sprawling.store(true, Ordering::Relaxed);
    }

    /// Whether that was noted.
    pub(super) fn is_sprawling(&self) -> bool {
        self.sprawling.load(Ordering::Relaxed)
    }

    /// Whether it was noted that a text was not shaped.
    pub(super) fn is_overshaped(&self) -> bool {
        self.overshaped.load(Ordering::Relaxed)
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

/// Letters of a name in messages.
const LONGEST_NAME: usize = 80;

/// Tables of pictures and colours, in which a font may nest as deep as it likes.
const COLOURS: [&[u8; 4]; 7] = [
    b"CBDT", b"CBLC", b"COLR", b"EBDT", b"EBLC", b"SVG ", b"sbix",
];

/// The file without the places of such tables; nothing where it has none.
fn without_colours(bytes: &[u8]) -> Option<Vec<u8>> {
    /// Bytes before the first record of a directory, and of a record.
    const HEAD: usize = 12;
    const RECORD: usize = 16;
    let number = |at: usize| Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?));
    let start = match bytes.starts_with(b"ttcf") {
        true => number(HEAD)? as usize,
        false => 0,
    };
    let count = usize::from(u16::from_be_bytes(
        *bytes.get(start.checked_add(4)?..)?.first_chunk()?,
    ));
    let places = (0..count).map(|at| start + HEAD + at * RECORD);
    let coloured = places.filter(|&at| {
        let tag = bytes.get(at..).and_then(|rest| rest.first_chunk());
        tag.is_some_and(|tag| COLOURS.contains(&tag))
    });
    let mut plain: Option<Vec<u8>> = None;
    for at in coloured {
        let plain = plain.get_or_insert_with(|| bytes.to_owned());
        // An offset of 0 is none.
        plain.get_mut(at + 8..at + RECORD)?.fill(0);
    }
    plain
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
