//! Tables that claim what no font has.

use super::LETTERS;
use super::sfnt::cmap;

/// A table of characters in which so many groups name all characters, the letters a glyph of this number.
pub fn characters(groups: usize, glyph: u32) -> Vec<u8> {
    let letters = [
        u32::from(*LETTERS.start()),
        u32::from(*LETTERS.end()),
        glyph,
    ];
    let mut all = vec![[32, 32, glyph], letters];
    all.resize(groups.max(2), [0, 0x10_FFFF, glyph]);
    cmap(&all)
}
