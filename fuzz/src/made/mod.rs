//! Maps that are made up from the grammar of the language, so that every key of it is written, whatever is added to it.

mod beside;
mod cells;
mod clock;
mod dice;
mod maker;
mod texts;

use std::fmt;

use arbitrary::{Arbitrary, Result, Unstructured};

pub use beside::Beside;
use clock::Clock;
use dice::Dice;
use maker::Maker;
use texts::SCALES;

/// A map that was made up. The same bytes make the same map. Where something is `PLANTED`, much of it is internal, and every
/// text and number there has a mark.
#[derive(Clone)]
pub struct Made<const PLANTED: bool = false> {
    /// The map.
    pub yaml: String,
    /// Whether something in it may be wrong; all others can be drawn.
    pub odd: bool,
    /// How it is to be drawn.
    pub way: usize,
}

impl<'a, const PLANTED: bool> Arbitrary<'a> for Made<PLANTED> {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Made<PLANTED>> {
        Ok(made(bytes))
    }
}

impl<const PLANTED: bool> fmt::Debug for Made<PLANTED> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "# drawn in way {}\n{}", self.way, self.yaml)
    }
}

/// A map out of bytes; where they end, nothing is added that need not be.
fn made<const PLANTED: bool>(bytes: &mut Unstructured) -> Made<PLANTED> {
    let mut dice = Dice(bytes);
    let way = dice.below(1000);
    let odd = !PLANTED && dice.once_in(6);
    let large = dice.once_in(8);
    let mut touchpoints = Vec::new();
    for _ in 0..=dice.below(if large { 12 } else { 5 }) {
        touchpoints.push(1 + dice.below(if large { 8 } else { 4 }));
    }
    let scale = if dice.once_in(5) {
        dice.below(SCALES.len()) + 1
    } else {
        0
    };
    let personas = 1 + dice.below(if large { 12 } else { 4 });
    let mut maker = Maker {
        odd,
        present: personas,
        personas,
        channels: 1 + dice.below(8),
        sources: dice.below(4),
        kpis: dice.below(4),
        lanes: dice.below(3),
        clock: Clock::new(&mut dice),
        touchpoints,
        scale,
        stage: 0,
        touchpoint: 0,
        pain_points: 0,
        planting: PLANTED,
        hidden: 0,
        own_hidden: false,
        out: String::new(),
        dice,
    };
    maker.map();
    Made {
        yaml: maker.out,
        odd,
        way,
    }
}
