//! Glyphs of glyphs.

use super::sfnt::{Sfnt, words};

/// Whether other components follow.
const MORE: u16 = 0x20;

/// A triangle, and above it levels of glyphs, each of so many of the one below.
pub fn font(levels: u16, each: u16) -> Sfnt {
    let mut glyphs = vec![Vec::new(), triangle()];
    for below in 1..=levels {
        let mut glyph = words(&[1u16.wrapping_neg(), 0, 0, 1000, 800]);
        for left in (0..each).rev() {
            let flags = if left > 0 { MORE } else { 0 };
            glyph.extend(words(&[flags, below, 0x0101]));
        }
        glyphs.push(glyph);
    }
    let mut font = Sfnt::new([0, 1, 0, 0], glyphs.len() as u16);
    let (mut glyf, mut loca) = (Vec::new(), vec![0u32]);
    for mut glyph in glyphs {
        glyph.resize(glyph.len().next_multiple_of(4), 0);
        glyf.extend(glyph);
        loca.push(glyf.len() as u32);
    }
    font.add(b"glyf", glyf);
    font.add(
        b"loca",
        loca.iter().flat_map(|at| at.to_be_bytes()).collect(),
    );
    font
}

fn triangle() -> Vec<u8> {
    // One contour of three points, no instructions; coordinates are words.
    let mut glyph = words(&[1, 0, 0, 500, 700, 2, 0]);
    glyph.extend([1, 1, 1]);
    glyph.extend(words(&[0, 500, 250u16.wrapping_neg(), 0, 0, 700]));
    glyph
}
