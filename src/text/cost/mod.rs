//! What a font costs, counted from its tables before a library walks them.
//!
//! A glyph may be made of subroutines or of other glyphs, which are made of others again: a few hundred bytes then unfold into
//! more steps than any machine can take, and the libraries that draw, embed and shape set no end to them. What is counted here
//! stops at its limit, so that counting costs no more than what is allowed.

mod charstrings;
mod composites;
mod contexts;
mod directory;
mod growth;
mod lookups;
mod stages;
mod subroutines;

use std::collections::BTreeMap;
use std::sync::Mutex;

use skrifa::FontRef;
use skrifa::raw::TableProvider;

pub(super) use directory::one_reading;
pub(super) use lookups::Shaping;

/// What is left of a number of steps.
struct Steps(u64);

/// No steps are left.
#[derive(Debug)]
struct Spent;

impl Steps {
    fn take(&mut self, steps: u64) -> Result<(), Spent> {
        match self.0.checked_sub(steps) {
            Some(left) => {
                self.0 = left;
                Ok(())
            }
            None => {
                self.0 = 0;
                Err(Spent)
            }
        }
    }
}

/// The glyphs of a face that were counted.
#[derive(Debug, Default)]
pub(super) struct Glyphs(Mutex<BTreeMap<u32, u64>>);

impl Glyphs {
    /// How many steps it takes to walk a glyph: the points and components of its outline or the bytes of its charstring, each as
    /// often as it is reached. One more than `most` where there are more than that.
    pub(super) fn cost(&self, font: &FontRef<'_>, glyph: u32, most: u64) -> u64 {
        let known = |glyphs: &BTreeMap<u32, u64>| glyphs.get(&glyph).copied();
        if let Some(cost) = self.0.lock().ok().and_then(|glyphs| known(&glyphs)) {
            return cost;
        }
        let cost = walk(font, glyph, most);
        if let Ok(mut glyphs) = self.0.lock() {
            glyphs.insert(glyph, cost);
        }
        cost
    }
}

/// All outlines that a file has for a glyph: which of them is drawn is for each library to choose.
fn walk(font: &FontRef<'_>, glyph: u32, most: u64) -> u64 {
    let mut steps = Steps(most);
    let counted = composites::count(font, glyph, &mut steps)
        .and_then(|()| charstrings::count(font, glyph, &mut steps))
        .and_then(|()| match font.cff() {
            Ok(_) => subroutines::count(font, glyph, &mut steps),
            Err(_) => Ok(()),
        });
    match counted {
        Ok(()) => most - steps.0,
        Err(Spent) => most.saturating_add(1),
    }
}
