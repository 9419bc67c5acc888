//! Cuts a face down to what a drawing uses.

use std::panic::{AssertUnwindSafe, catch_unwind};

use skera::{Plan, SubsetFlags, subset_font};
use skrifa::raw::TableProvider;
use skrifa::raw::collections::IntSet;
use skrifa::raw::types::NameId;
use skrifa::{FontRef, GlyphId, MetadataProvider, Tag};

use super::{FaceId, Fonts};

/// The features that shaping applies unless it is told otherwise, in all scripts.
const FEATURES: [&[u8; 4]; 45] = [
    b"abvf", b"abvm", b"abvs", b"akhn", b"blwf", b"blwm", b"blws", b"calt", b"ccmp", b"cfar",
    b"cjct", b"clig", b"curs", b"dist", b"dnom", b"fin2", b"fin3", b"fina", b"frac", b"half",
    b"haln", b"init", b"isol", b"kern", b"liga", b"ljmo", b"locl", b"mark", b"med2", b"medi",
    b"mkmk", b"mset", b"nukt", b"numr", b"pref", b"pres", b"pstf", b"psts", b"rclt", b"rkrf",
    b"rlig", b"rphf", b"tjmo", b"vatu", b"vjmo",
];

/// Tables that drawing horizontal text in one colour does not need, and those that make a font variable: what is drawn is
/// the default instance.
const DROPPED: [&[u8; 4]; 24] = [
    b"BASE", b"CBDT", b"CBLC", b"COLR", b"CPAL", b"DSIG", b"HVAR", b"JSTF", b"MATH", b"MVAR",
    b"STAT", b"SVG ", b"VORG", b"VVAR", b"avar", b"cvar", b"fvar", b"gasp", b"gvar", b"hdmx",
    b"meta", b"sbix", b"vhea", b"vmtx",
];

impl Fonts {
    /// The face with no more than the glyphs and characters in use, as a TrueType file that shapes the same text in the same
    /// way; glyph ids differ from the face's. The same arguments give the same bytes. `None` where a face cannot be cut down
    /// (its outlines are CFF, or the file is damaged): its text is then best drawn as outlines.
    pub fn subset(&self, face: FaceId, glyphs: &[u32], chars: &[char]) -> Option<Vec<u8>> {
        if !glyphs.iter().all(|&glyph| self.can_walk(face, glyph)) {
            return None;
        }
        let face = self.face(face);
        let font = face.font()?;
        font.glyf().ok()?;
        let glyphs = beyond(&font, glyphs, chars);
        let latin = face.latin().filter(|latin| {
            let map = latin.charmap();
            glyphs.is_empty() && chars.iter().all(|&c| map.map(c).is_some())
        });
        let font = latin.unwrap_or(font);
        if !names_are_whole(&font) {
            return None;
        }
        let cut = || subset_font(&font, &plan(&font, &glyphs, chars)).ok();
        // skera trusts what a font says of itself; where a font lies, skera may panic.
        catch_unwind(AssertUnwindSafe(cut)).ok().flatten()
    }
}

/// Whether the font has all of the list of its names that it says it has.
fn names_are_whole(font: &FontRef<'_>) -> bool {
    font.name().is_ok_and(|name| {
        let records = name.name_record_byte_range();
        name.offset_data().as_bytes().get(records).is_some()
    })
}

/// The glyphs that are not simply those of the characters. Where there are none the substitutions find all others, and skera
/// need not read the font's whole table of characters, which is half of its work.
fn beyond(font: &FontRef<'_>, glyphs: &[u32], chars: &[char]) -> IntSet<GlyphId> {
    let map = font.charmap();
    let mut of_chars: Vec<u32> = chars
        .iter()
        .filter_map(|&c| map.map(c))
        .map(GlyphId::to_u32)
        .collect();
    of_chars.sort_unstable();
    // Glyph 0 is in every font.
    if glyphs
        .iter()
        .all(|glyph| *glyph == 0 || of_chars.binary_search(glyph).is_ok())
    {
        IntSet::empty()
    } else {
        glyphs.iter().copied().map(GlyphId::new).collect()
    }
}

fn plan(font: &FontRef<'_>, glyphs: &IntSet<GlyphId>, chars: &[char]) -> Plan {
    let tags = |tags: &[&[u8; 4]]| {
        tags.iter()
            .map(|tag| Tag::new(tag))
            .collect::<IntSet<Tag>>()
    };
    Plan::new(
        glyphs,
        &chars.iter().copied().map(u32::from).collect(),
        font,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING | SubsetFlags::SUBSET_FLAGS_NOTDEF_OUTLINE,
        &tags(&DROPPED),
        &IntSet::all(),
        &tags(&FEATURES),
        &[
            NameId::COPYRIGHT_NOTICE,
            NameId::FAMILY_NAME,
            NameId::SUBFAMILY_NAME,
        ]
        .into_iter()
        .collect(),
        &IntSet::all(),
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fonts, style};
    use super::super::{Shaper, Weight};
    use super::*;

    /// Cuts each face that a text needs down to it.
    fn subsets(text: &str) -> Vec<(Vec<u8>, Vec<i64>, String)> {
        let fonts = fonts();
        let line = Shaper::new(&fonts, "en", false).line(text, &style(Weight::Regular));
        line.runs
            .iter()
            .map(|run| {
                let part = &line.text[run.range.clone()];
                let glyphs: Vec<u32> = run.glyphs.iter().map(|glyph| glyph.id).collect();
                let chars: Vec<char> = part.chars().collect();
                let bytes = fonts.subset(run.face, &glyphs, &chars).unwrap();
                assert_eq!(bytes, fonts.subset(run.face, &glyphs, &chars).unwrap());
                let advances = run
                    .glyphs
                    .iter()
                    .map(|glyph| (glyph.advance * 1e6) as i64)
                    .collect();
                (bytes, advances, part.to_owned())
            })
            .collect()
    }

    #[test]
    fn a_subset_is_small_and_shapes_its_text_alike() {
        for text in [
            "Waits “eleven” -> minutes: rolling out of_it all, AVATAR",
            "Âéệ e\u{301}",
            "السلام عليكم",
            "保育園「申し込み」。",
        ] {
            for (bytes, advances, part) in subsets(text) {
                assert!(bytes.len() < 16_000, "{text}: {} bytes", bytes.len());
                let mut alone = Fonts::builtin();
                alone.add(bytes.clone().into()).unwrap();
                let words = super::super::words::Words::new(&alone, "en");
                let font = FontRef::new(&bytes).unwrap();
                let script = unicode_script::UnicodeScript::script(&part.chars().next().unwrap());
                let rtl = script == unicode_script::Script::Arabic;
                let setting = super::super::words::Setting {
                    face: FaceId(4),
                    script,
                    rtl,
                    tracked: false,
                };
                let scale = 10.0 / f64::from(font.head().unwrap().units_per_em());
                let again: Vec<i64> = words
                    .whole(setting, &part)
                    .glyphs
                    .iter()
                    .map(|glyph| (f64::from(glyph.advance) * scale * 1e6) as i64)
                    .collect();
                assert_eq!(again.len(), advances.len(), "{part}");
                let near = |(a, b): (&i64, &i64)| (a - b).abs() < 10;
                assert!(
                    again.iter().zip(&advances).all(near),
                    "{part}: {again:?} {advances:?}"
                );
                assert!(
                    part.chars().all(|c| font.charmap().map(c).is_some()),
                    "{part}"
                );
            }
        }
    }

    #[test]
    fn what_cannot_be_cut_down_is_none() {
        let fonts = Fonts::builtin();
        let nothing = fonts.subset(FaceId(0), &[], &[]);
        assert!(nothing.is_some_and(|bytes| FontRef::new(&bytes).is_ok()));
    }

    /// That a subset comes from the small face cannot be seen in it.
    #[test]
    fn the_small_faces_give_what_the_whole_ones_give() {
        let fonts = Fonts::builtin();
        for face in (0..4).map(FaceId) {
            let whole = fonts.face(face).font().unwrap();
            let small = fonts.face(face).latin().unwrap();
            let mut all: Vec<char> = small
                .charmap()
                .mappings()
                .filter_map(|(c, _)| char::from_u32(c))
                .collect();
            all.retain(|c| !c.is_control());
            assert!(all.len() > 250);
            let some = "Zoë waits “11” minutes → 5 € offer, fi ffl 1/2 Łódź ✓ AVATAR".chars();
            let some: Vec<char> = some.collect();
            let each_third: Vec<char> = all.iter().copied().step_by(3).collect();
            for chars in [&some, &each_third, &all] {
                let of = |font| subset_font(font, &plan(font, &IntSet::empty(), chars)).unwrap();
                assert_eq!(of(&whole), of(&small), "{face:?} {}", chars.len());
            }
        }
    }
}
