//! Fonts that are made up, table by table: sound ones, and those that unfold into more than any machine can draw.

mod cff;
mod claims;
mod glyf;
mod layout;
mod sfnt;

use arbitrary::{Arbitrary, Result, Unstructured};

pub use claims::characters;
pub use layout::{Features, Subtable};
use sfnt::Sfnt;

/// The characters that a made font has; its last glyph is that of all of them.
pub const LETTERS: std::ops::RangeInclusive<char> = 'あ'..='ん';

/// What a font is made of.
#[derive(Clone, Debug)]
pub enum Outlines {
    /// Glyphs of glyphs: so many levels, and so many components in each.
    Components(u16, u16),
    /// Local subroutines that call subroutines: so many levels, and so many calls in each.
    Subroutines(u16, u16),
    /// The same with global ones.
    Global(u16, u16),
}

/// A font, with substitutions if there are any.
pub fn font(outlines: &Outlines, substitutions: &Features) -> Vec<u8> {
    made(outlines, substitutions).file()
}

fn made(outlines: &Outlines, substitutions: &Features) -> Sfnt {
    let mut font = match outlines {
        Outlines::Components(levels, each) => glyf::font(*levels, *each),
        Outlines::Subroutines(levels, each) => cff::font(*levels, *each, false),
        Outlines::Global(levels, each) => cff::font(*levels, *each, true),
    };
    if !substitutions.lookups.is_empty() {
        font.add(b"GSUB", substitutions.table());
    }
    font
}

/// A font out of any bytes.
#[derive(Debug)]
pub struct MadeFont {
    /// Its outlines.
    pub outlines: Outlines,
    /// Its substitutions.
    pub features: Features,
    /// The whole file.
    pub bytes: Vec<u8>,
}

impl<'a> Arbitrary<'a> for MadeFont {
    fn arbitrary(dice: &mut Unstructured<'a>) -> Result<MadeFont> {
        let levels = dice.int_in_range(0..=70)?;
        let each = dice.int_in_range(0..=8)?;
        let outlines = match dice.int_in_range(0..=2)? {
            0 => Outlines::Components(levels, each),
            1 => Outlines::Subroutines(levels, each),
            _ => Outlines::Global(levels, each),
        };
        let features = Features::arbitrary(dice)?;
        let mut font = made(&outlines, &features);
        if dice.ratio(1, 4)? {
            let count = dice.int_in_range(0..=3000)?;
            font.add(b"cmap", characters(count, u32::arbitrary(dice)?));
        }
        // Numbers anywhere that claim anything.
        for _ in 0..dice.int_in_range(0..=4)? {
            let (table, at) = (u8::arbitrary(dice)?, u16::arbitrary(dice)?);
            font.claim(table.into(), at.into(), u16::arbitrary(dice)?);
        }
        let bytes = font.file();
        Ok(MadeFont {
            outlines,
            features,
            bytes,
        })
    }
}
