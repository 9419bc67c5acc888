//! Cuts a face down to what a drawing uses.

use std::collections::BTreeSet;

use skera::{Plan, SubsetFlags, subset_font};
use skrifa::raw::TableProvider;
use skrifa::raw::collections::IntSet;
use skrifa::raw::types::NameId;
use skrifa::{FontRef, GlyphId, Tag};

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
    pub fn subset(
        &self,
        face: FaceId,
        glyphs: &BTreeSet<u32>,
        chars: &BTreeSet<char>,
    ) -> Option<Vec<u8>> {
        let font = self.face(face).font()?;
        font.glyf().ok()?;
        subset_font(&font, &plan(&font, glyphs, chars)).ok()
    }
}

fn plan(font: &FontRef<'_>, glyphs: &BTreeSet<u32>, chars: &BTreeSet<char>) -> Plan {
    let tags = |tags: &[&[u8; 4]]| {
        tags.iter()
            .map(|tag| Tag::new(tag))
            .collect::<IntSet<Tag>>()
    };
    Plan::new(
        &glyphs.iter().copied().map(GlyphId::new).collect(),
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
    use super::*;
    #[test]
    fn timing() {
        let fonts = Fonts::builtin();
        let text = "Waits eleven minutes to hear “it depends”. (COVID-19) → 50 % 12:30 é ä The quick brown fox jumps over the lazy dog, THE QUICK BROWN FOX!";
        let chars: BTreeSet<char> = text.chars().collect();
        for face in 0..4 {
            let font = fonts.face(FaceId(face)).font().unwrap();
            use skrifa::MetadataProvider;
            let gl: BTreeSet<u32> = chars
                .iter()
                .filter_map(|&c| font.charmap().map(c))
                .map(|g| g.to_u32())
                .collect();
            for (name, g) in [("none", &BTreeSet::new()), ("glyphs", &gl)] {
                let t = std::time::Instant::now();
                let out = fonts.subset(FaceId(face), g, &chars).unwrap();
                println!("{name} {} bytes {:?}", out.len(), t.elapsed());
                let f = FontRef::new(&out).unwrap();
                for r in f.table_directory.table_records() {
                    print!("{} {} ", r.tag(), r.length());
                }
                println!("glyphs {}", f.maxp().unwrap().num_glyphs());
            }
        }
    }
}
