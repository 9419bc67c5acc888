//! Where a length is cut: the pieces fit on their sheets, and the cuts do as little harm as they can.

use std::collections::VecDeque;

use super::crossed::{Crossed, Harm, together};
use crate::scene::round;

/// Distance of the places that are tried, in points.
const STEP: f64 = 0.5;
/// What lengths may differ by for being rounded, in points.
const ROUNDING: f64 = 0.02;

/// A length to be cut, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    /// How long it is.
    pub whole: f64,
    /// How far its ends reach beyond it and have to fit as well.
    pub bleed: f64,
    /// How much there is room for on a sheet.
    pub room: f64,
    /// How much of that the first sheet lacks.
    pub lost: f64,
    /// How much neighbours share.
    pub overlap: f64,
}

impl Length {
    /// Whether a sheet has room for more than what it shares with its neighbours.
    pub fn is_cuttable(&self) -> bool {
        self.room - self.lost - self.bleed - 1.5 * self.overlap > self.room / 4.0
    }

    /// How many pieces it takes.
    pub fn pieces(&self) -> usize {
        let all = self.whole + 2.0 * self.bleed;
        if all <= self.room - self.lost + ROUNDING {
            return 1;
        }
        let steps = (all + self.lost - self.overlap - ROUNDING) / (self.room - self.overlap);
        (steps.ceil() as usize).max(2)
    }

    /// The longest that pieces between two cuts can be, if both neighbours are to share theirs.
    fn most(&self) -> f64 {
        self.room - self.overlap
    }

    /// The longest that the first piece can be, of several.
    fn most_at_first(&self) -> f64 {
        self.room - self.lost - self.bleed - self.overlap / 2.0
    }

    /// The shortest that pieces may be: half of what they are if all are alike, or what there is room for.
    fn least(&self, pieces: usize) -> f64 {
        let half = self.whole / (2 * pieces) as f64;
        half.min(self.most_at_first()).max(0.0)
    }

    /// Between which places a cut can stand, of those between so many pieces, from 1.
    fn range(&self, cut: usize, pieces: usize) -> [f64; 2] {
        let (before, after) = (cut as f64, (pieces - cut) as f64);
        let least = self.least(pieces);
        let at_end = self.room - self.bleed - self.overlap / 2.0;
        let low = self.whole - at_end - (after - 1.0) * self.most();
        let high = self.most_at_first() + (before - 1.0) * self.most();
        let low = low.max(before * least);
        [low, high.min(self.whole - after * least).max(low)]
    }

    /// The places of the cuts, ascending, and how bad they are together.
    pub fn cuts(&self, crossed: &Crossed) -> (Vec<f64>, Harm) {
        let pieces = self.pieces();
        let mut rows: Vec<Vec<Tried>> = Vec::with_capacity(pieces);
        let start = Tried {
            at: 0.0,
            harm: Harm::default(),
            from: 0,
        };
        rows.push(vec![start]);
        for cut in 1..pieces {
            let most = if cut == 1 {
                self.most_at_first()
            } else {
                self.most()
            };
            let even = self.whole * cut as f64 / pieces as f64;
            let places = tried(self.range(cut, pieces));
            let row = best(&rows[cut - 1], places, [self.least(pieces), most], |at| {
                crossed.harm(at, even)
            });
            rows.push(row);
        }
        let last = rows.last().into_iter().flatten().enumerate();
        let best = last.min_by_key(|(_, tried)| tried.harm);
        let (mut at, harm) = best.map(|(at, tried)| (at, tried.harm)).unwrap_or_default();
        let mut cuts = Vec::with_capacity(pieces);
        for row in rows.iter().skip(1).rev() {
            let Some(tried) = row.get(at) else { break };
            cuts.push(round(tried.at));
            at = tried.from;
        }
        cuts.reverse();
        (cuts, harm)
    }
}

/// A place of a cut that was tried.
#[derive(Clone, Copy, Debug)]
struct Tried {
    at: f64,
    /// How bad it and the best cuts before it are.
    harm: Harm,
    /// The best cut before it, as its position among those tried there.
    from: usize,
}

/// Places to try: both ends, and steps between them.
fn tried([low, high]: [f64; 2]) -> Vec<f64> {
    let steps = ((high - low) / STEP).ceil() as usize;
    let inner = (1..steps).map(|step| low + step as f64 * STEP);
    let ends = (high > low).then_some(high);
    [low].into_iter().chain(inner).chain(ends).collect()
}

/// For each place of a cut the best one before it, from a least distance to a most.
///
/// Where cuts may stand moves on with the places, so what can still be the best is kept in a queue, the best first.
fn best(
    before: &[Tried],
    places: Vec<f64>,
    [least, most]: [f64; 2],
    harm: impl Fn(f64) -> Harm,
) -> Vec<Tried> {
    let mut open: VecDeque<usize> = VecDeque::new();
    let mut next = 0;
    let mut row = Vec::with_capacity(places.len());
    for at in places {
        while before
            .get(next)
            .is_some_and(|tried| tried.at <= at - least + ROUNDING)
        {
            while open
                .back()
                .is_some_and(|last| before[*last].harm > before[next].harm)
            {
                open.pop_back();
            }
            open.push_back(next);
            next += 1;
        }
        while open
            .front()
            .is_some_and(|first| before[*first].at < at - most - ROUNDING)
        {
            open.pop_front();
        }
        if let Some(&from) = open.front() {
            let harm = together(before[from].harm, harm(at));
            row.push(Tried { at, harm, from });
        }
    }
    row
}
