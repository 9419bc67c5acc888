//! Outlines of CFF and CFF2, as skrifa reads them: its own interpreter runs, with nothing drawn and every call counted.

use std::cell::RefCell;

use skrifa::raw::ps::cff::CffFontRef;
use skrifa::raw::ps::cff::blend::BlendState;
use skrifa::raw::ps::cff::charset::Charset;
use skrifa::raw::ps::cff::index::Index;
use skrifa::raw::ps::cs::{CharstringContext, CharstringKind, CommandSink, evaluate};
use skrifa::raw::ps::encoding::PredefinedEncoding;
use skrifa::raw::ps::error::Error;
use skrifa::raw::types::Fixed;
use skrifa::raw::{FontData, TableProvider};
use skrifa::{FontRef, GlyphId};

use super::{Spent, Steps};

/// Counts the bytes of a glyph's charstring, and those of subroutines and accents as often as they are called.
pub(super) fn count(font: &FontRef<'_>, glyph: u32, steps: &mut Steps) -> Result<(), Spent> {
    let tables = [
        font.cff2().ok().map(|table| table.offset_data().as_bytes()),
        font.cff().ok().map(|table| table.offset_data().as_bytes()),
    ];
    for table in tables.into_iter().flatten() {
        if let Ok(cff) = CffFontRef::new(table, 0, None) {
            count_in(&cff, GlyphId::new(glyph), steps)?;
        }
    }
    Ok(())
}

fn count_in(cff: &CffFontRef<'_>, glyph: GlyphId, steps: &mut Steps) -> Result<(), Spent> {
    let Ok(charstring) = cff.charstrings().get(glyph.to_u32() as usize) else {
        return Ok(());
    };
    steps.take(1 + charstring.len() as u64)?;
    let (subrs, store) = local(cff, glyph).unwrap_or((Index::Empty, 0));
    let blend = cff.var_store().cloned();
    let blend = blend.and_then(|all| BlendState::new(all, &[], store).ok());
    let calls = Calls {
        cff,
        subrs,
        steps: RefCell::new(steps),
    };
    // A glyph that is damaged is drawn as far as it goes, and walked no further.
    let end = evaluate(&calls, blend, charstring, &mut Nothing);
    let left = calls.steps.borrow().0;
    match end {
        Err(_) if left == 0 => Err(Spent),
        _ => Ok(()),
    }
}

/// The local subroutines of a glyph, and which part of the variations it uses.
pub(super) fn local<'a>(cff: &CffFontRef<'a>, glyph: GlyphId) -> Option<(Index<'a>, u16)> {
    let subfont = cff.subfont_index(glyph).unwrap_or(0);
    let subfont = cff.subfont(subfont, &[]).ok()?;
    let subrs = match subfont.subrs_offset() {
        0 => Index::Empty,
        at => Index::new(cff.data().get(at as usize..)?, cff.version() == 2).ok()?,
    };
    Some((subrs, subfont.vs_index()))
}

/// Hands out what a charstring calls, until no steps are left.
struct Calls<'c, 'a> {
    cff: &'c CffFontRef<'a>,
    subrs: Index<'a>,
    steps: RefCell<&'c mut Steps>,
}

impl Calls<'_, '_> {
    fn called<'s>(&self, charstring: &'s [u8]) -> Result<&'s [u8], Error> {
        let steps = 1 + charstring.len() as u64;
        match self.steps.borrow_mut().take(steps) {
            Ok(()) => Ok(charstring),
            Err(Spent) => Err(Error::CharstringNestingDepthLimitExceeded),
        }
    }

    fn subroutine<'s>(&self, index: &'s Index<'_>, number: i32) -> Result<&'s [u8], Error> {
        let at = number.saturating_add(index.subr_bias());
        let at = usize::try_from(at).map_err(|_| Error::MissingSubroutines)?;
        self.called(index.get(at)?)
    }
}

impl CharstringContext for Calls<'_, '_> {
    fn kind(&self) -> CharstringKind {
        CharstringKind::Type2
    }

    fn seac_components(&self, base: i32, accent: i32) -> Result<[&[u8]; 2], Error> {
        let charstrings = self.cff.charstrings();
        let usual = || Charset::new(FontData::default(), 0, charstrings.count()).ok();
        let charset = self.cff.charset().or_else(usual);
        let charset = charset.ok_or(Error::MissingCharset)?;
        let part = |code: i32| {
            let sid = u8::try_from(code).ok();
            let sid = sid.and_then(|code| PredefinedEncoding::Standard.sid(code));
            let sid = sid.ok_or(Error::InvalidSeacCode(code))?;
            let glyph = charset.glyph_id(sid)?;
            self.called(charstrings.get(glyph.to_u32() as usize)?)
        };
        Ok([part(base)?, part(accent)?])
    }

    fn global_subr(&self, index: i32) -> Result<&[u8], Error> {
        self.subroutine(self.cff.global_subrs(), index)
    }

    fn subr(&self, index: i32) -> Result<&[u8], Error> {
        self.subroutine(&self.subrs, index)
    }
}

/// Where nothing is drawn.
struct Nothing;

impl CommandSink for Nothing {
    fn move_to(&mut self, _: Fixed, _: Fixed) {}
    fn line_to(&mut self, _: Fixed, _: Fixed) {}
    fn curve_to(&mut self, _: Fixed, _: Fixed, _: Fixed, _: Fixed, _: Fixed, _: Fixed) {}
    fn close(&mut self) {}
}
