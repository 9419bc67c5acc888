//! Charstrings of CFF as krilla's subsetter reads them: written out without subroutines, token by token, before they are cut
//! down. It follows calls 64 deep where skrifa ends at 10, and counts hints in its own way, so it is counted in its own way.

use skrifa::raw::TableProvider;
use skrifa::raw::ps::cff::CffFontRef;
use skrifa::raw::ps::cff::index::Index;
use skrifa::{FontRef, GlyphId};

use super::charstrings::local;
use super::{Spent, Steps};

const DEEPEST: u32 = 64;
const MOST_OPERANDS: usize = 48;

/// Counts the tokens of a glyph's charstring, and those of subroutines as often as they are called.
pub(super) fn count(font: &FontRef<'_>, glyph: u32, steps: &mut Steps) -> Result<(), Spent> {
    let Ok(table) = font.cff() else { return Ok(()) };
    let Ok(cff) = CffFontRef::new_cff(table.offset_data().as_bytes(), 0, None) else {
        return Ok(());
    };
    let Ok(charstring) = cff.charstrings().get(glyph as usize) else {
        return Ok(());
    };
    let (local, _) = local(&cff, GlyphId::new(glyph)).unwrap_or((Index::Empty, 0));
    let mut walk = Walk {
        global: cff.global_subrs(),
        local,
        operands: Vec::new(),
        stems: 0,
        mask: 0,
        steps,
    };
    match walk.charstring(charstring, 0) {
        Err(End::Spent) => Err(Spent),
        _ => Ok(()),
    }
}

struct Walk<'w, 'a> {
    global: &'w Index<'a>,
    local: Index<'a>,
    /// Those that are whole numbers name subroutines.
    operands: Vec<Option<i32>>,
    stems: u16,
    /// Bytes of a hint mask; none before the first.
    mask: usize,
    steps: &'w mut Steps,
}

/// Why nothing follows.
enum End {
    Glyph,
    Damaged,
    Spent,
}

impl Walk<'_, '_> {
    fn charstring(&mut self, mut rest: &[u8], depth: u32) -> Result<(), End> {
        if depth > DEEPEST {
            return Err(End::Damaged);
        }
        while let Some((&first, after)) = rest.split_first() {
            self.steps.take(1).map_err(|Spent| End::Spent)?;
            if let Some((operand, length)) = number(rest) {
                if self.operands.len() >= MOST_OPERANDS {
                    return Err(End::Damaged);
                }
                self.operands.push(operand);
                rest = rest.get(length..).ok_or(End::Damaged)?;
                continue;
            }
            rest = after;
            match first {
                // Stems.
                1 | 3 | 18 | 23 => self.stems(),
                // Lines, curves and moves, and the second byte of flexes.
                4..=8 | 21 | 22 | 24..=27 | 30 | 31 => self.operands.clear(),
                12 => {
                    self.operands.clear();
                    rest = rest.get(1..).ok_or(End::Damaged)?;
                }
                10 | 29 => self.call(first == 29, depth)?,
                11 => return Ok(()),
                14 => return Err(End::Glyph),
                // A hint mask, and what it masks.
                19 | 20 => {
                    if self.mask == 0 {
                        self.stems();
                        self.mask = usize::from(self.stems).div_ceil(8);
                    }
                    rest = rest.get(self.mask..).ok_or(End::Damaged)?;
                }
                _ => return Err(End::Damaged),
            }
        }
        Ok(())
    }

    fn stems(&mut self) {
        let stems = self.operands.len() as u16 / 2;
        self.stems = self.stems.wrapping_add(stems);
        self.operands.clear();
    }

    fn call(&mut self, global: bool, depth: u32) -> Result<(), End> {
        let number = self.operands.pop().flatten().ok_or(End::Damaged)?;
        let index = if global { self.global } else { &self.local };
        let at = number.saturating_add(index.subr_bias());
        let at = usize::try_from(at).map_err(|_| End::Damaged)?;
        let called = index.get(at).map_err(|_| End::Damaged)?;
        self.charstring(called, depth + 1)
    }
}

/// The number at the start of a charstring, if it is a whole one, and how many bytes it has (5177.Type2, section 3.2).
fn number(bytes: &[u8]) -> Option<(Option<i32>, usize)> {
    let at = |at: usize| bytes.get(at).copied().map_or(0, i32::from);
    let pair = |first: i32, second: i32| (first << 8) | second;
    Some(match at(0) {
        28 => (Some(i32::from(pair(at(1), at(2)) as u16 as i16)), 3),
        b @ 32..=246 => (Some(b - 139), 1),
        b @ 247..=250 => (Some(pair(b - 247, at(1)) + 108), 2),
        b @ 251..=254 => (Some(-pair(b - 251, at(1)) - 108), 2),
        255 => {
            let whole = i32::from(pair(at(1), at(2)) as u16 as i16);
            ((pair(at(3), at(4)) == 0).then_some(whole), 5)
        }
        _ => return None,
    })
}
