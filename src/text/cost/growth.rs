//! Glyphs that become several, which become several in turn.

use std::collections::BTreeMap;

use skrifa::raw::ReadError;
use skrifa::raw::tables::layout::CoverageTable;
use skrifa::raw::types::{BigEndian, GlyphId16};

use super::stages::Applied;
use super::{Spent, Steps};

/// So many steps are taken to find out; where they are not enough, every glyph may grow as far as any can.
const MOST_STEPS: u64 = 50_000_000;

/// What becomes of glyphs.
#[derive(Debug, Default)]
pub(super) struct Growth {
    /// Of each lookup the glyphs that it changes, and where in `into` that stands which they become.
    lookups: Vec<Vec<(u16, u32, u32)>>,
    into: Vec<u16>,
    several: bool,
}

impl Growth {
    /// What follows is of the next lookup.
    pub(super) fn lookup(&mut self) {
        self.lookups.push(Vec::new());
    }

    fn change(&mut self, glyph: GlyphId16, start: usize) {
        let change = (glyph.to_u16(), start as u32, self.into.len() as u32);
        if let Some(lookup) = self.lookups.last_mut() {
            lookup.push(change);
        }
    }

    pub(super) fn becomes_several(&mut self, glyph: GlyphId16, into: &[BigEndian<GlyphId16>]) {
        self.several |= into.len() > 1;
        let start = self.into.len();
        self.into
            .extend(into.iter().map(|into| into.get().to_u16()));
        self.change(glyph, start);
    }

    pub(super) fn becomes(&mut self, glyph: GlyphId16, into: GlyphId16) {
        let start = self.into.len();
        self.into.push(into.to_u16());
        self.change(glyph, start);
    }

    pub(super) fn replaced(
        &mut self,
        covered: Result<CoverageTable<'_>, ReadError>,
        into: &[BigEndian<GlyphId16>],
    ) {
        let Ok(covered) = covered else { return };
        for (glyph, into) in covered.iter().zip(into) {
            self.becomes(glyph, into.get());
        }
    }

    pub(super) fn shifted(&mut self, covered: Result<CoverageTable<'_>, ReadError>, by: i16) {
        let Ok(covered) = covered else { return };
        for glyph in covered.iter() {
            let into = glyph.to_u16().wrapping_add_signed(by);
            self.becomes(glyph, GlyphId16::new(into));
        }
    }

    /// How many glyphs each glyph that grows may become, at most `most`, in the worst of the orders.
    pub(super) fn of(&self, orders: &[Vec<Applied>], most: u64) -> BTreeMap<u32, u64> {
        let mut grown = BTreeMap::new();
        if !self.several {
            return grown;
        }
        for order in orders {
            for (glyph, count) in (0u32..).zip(self.in_order(order, most)) {
                if count > 1 {
                    let known = grown.entry(glyph).or_insert(count);
                    *known = count.max(*known);
                }
            }
        }
        grown
    }

    /// How many glyphs come of each glyph.
    fn in_order(&self, order: &[Applied], most: u64) -> Vec<u64> {
        let mut counts = Counts {
            counts: vec![1; 1 << 16],
            most,
            steps: Steps(MOST_STEPS),
        };
        // From the last lookup to the first: what comes of a glyph is what comes of those that it becomes.
        let counted = order.iter().rev().try_for_each(|applied| {
            // Any calls, one after the other, are a part of all lookups so many times over.
            for _ in 0..applied.calls {
                let mut changed = false;
                for &lookup in applied.called.iter().rev() {
                    changed |= counts.back(self, lookup)?;
                }
                if !changed {
                    break;
                }
            }
            counts.back(self, applied.lookup).map(drop)
        });
        if let Err(Spent) = counted {
            counts.counts.fill(most);
        }
        counts.counts
    }
}

/// How many glyphs come of each glyph.
struct Counts {
    counts: Vec<u64>,
    most: u64,
    steps: Steps,
}

impl Counts {
    /// Goes back to what was before a lookup was applied; says whether that changes anything.
    fn back(&mut self, growth: &Growth, lookup: u16) -> Result<bool, Spent> {
        let changes = growth.lookups.get(usize::from(lookup));
        let changes = changes.map(Vec::as_slice).unwrap_or_default();
        let mut changed = Vec::new();
        for &(glyph, start, end) in changes {
            self.steps.take(u64::from(1 + end - start))?;
            let into = growth.into.get(start as usize..end as usize);
            let of = |glyph: &u16| self.counts.get(usize::from(*glyph)).copied().unwrap_or(1);
            let count: u64 = into.unwrap_or_default().iter().map(of).sum();
            let known = self.counts.get(usize::from(glyph)).copied();
            if known.is_some_and(|known| count.min(self.most) > known) {
                changed.push((glyph, count.min(self.most)));
            }
        }
        for &(glyph, count) in &changed {
            if let Some(known) = self.counts.get_mut(usize::from(glyph)) {
                *known = count.max(*known);
            }
        }
        Ok(!changed.is_empty())
    }
}
