//! Outlines of TrueType: glyphs that are made of glyphs.

use skrifa::raw::TableProvider;
use skrifa::raw::tables::glyf::{Glyf, Glyph};
use skrifa::raw::tables::loca::Loca;
use skrifa::{FontRef, GlyphId};

use super::{Spent, Steps};

/// No library follows components deeper: skera 64 deep, skrifa 32.
const DEEPEST: u32 = 64;

/// Counts the points and contours of a glyph, and its components, each as often as it is reached.
pub(super) fn count(font: &FontRef<'_>, glyph: u32, steps: &mut Steps) -> Result<(), Spent> {
    match (font.glyf(), font.loca(None)) {
        (Ok(glyf), Ok(loca)) => walk(&glyf, &loca, GlyphId::new(glyph), 0, steps),
        _ => Ok(()),
    }
}

fn walk(
    glyf: &Glyf<'_>,
    loca: &Loca<'_>,
    glyph: GlyphId,
    depth: u32,
    steps: &mut Steps,
) -> Result<(), Spent> {
    steps.take(1)?;
    match loca.get_glyf(glyph, glyf) {
        Ok(Some(Glyph::Simple(simple))) => {
            let contours = simple.end_pts_of_contours().len();
            steps.take((simple.num_points() + contours) as u64)
        }
        Ok(Some(Glyph::Composite(composite))) if depth < DEEPEST => {
            for (component, _) in composite.component_glyphs_and_flags() {
                walk(glyf, loca, component.into(), depth + 1, steps)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}
