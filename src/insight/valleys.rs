//! Where the curves are low: the valleys beneath neutral.

use super::curve::{Point, points};
use super::places::Place;
use super::tidy;
use crate::check::{Map, PersonaIx};

/// By this part of the scale a curve has to rise on both sides of a low: half of one of the five usual levels. People do not
/// score more finely, so a smaller dip is a wobble.
const RISE: f64 = 0.125;

/// Scores that span less than this part of the scale do not leave one of its usual five levels and its neighbour.
pub const FLAT: f64 = 0.25;
/// With fewer points a curve has no place for a peak and a valley: it is short, not flat.
pub const FEWEST: usize = 3;

/// A local low of one persona's curve beneath neutral.
#[derive(Clone, Debug, PartialEq)]
pub struct Valley {
    /// Whose curve.
    pub persona: PersonaIx,
    /// The lowest point; of equal ones the first.
    pub lowest: Point,
    /// The places of the points around the lowest that lie less than a rise above it, and its own, in order.
    pub floor: Vec<Place>,
    /// The point from which the curve falls into it; `None` where it begins here.
    pub before: Option<Point>,
    /// The point to which the curve rises out of it; `None` where it ends here.
    pub after: Option<Point>,
}

/// The valleys of a persona's curve, in the order of the journey.
///
/// A curve of three points or more that spans less than a quarter of the scale is flat and has none. A low counts where the curve rises by an eighth of the scale or more on either side before it gets lower still, or ends.
/// Nothing is known of what lies beyond `unknown`, so a curve ends there.
pub fn valleys(map: &Map, persona: PersonaIx) -> Vec<Valley> {
    let points = points(map, persona);
    if is_flat(&points, map) {
        return Vec::new();
    }
    let rise = tidy((map.scale.max - map.scale.min) * RISE);
    let pieces = points.chunk_by(|_, next| next.joined);
    let valleys = pieces.flat_map(|piece| {
        let lows = lows(piece, rise).into_iter();
        lows.filter_map(|low| valley(piece, low, rise, persona))
    });
    valleys
        .filter(|valley| valley.lowest.score < map.scale.neutral)
        .collect()
}

/// Whether the points of a curve are so near to each other that none is a low.
fn is_flat(points: &[Point], map: &Map) -> bool {
    let scores = || points.iter().map(|point| point.score);
    let span = scores().fold(f64::MIN, f64::max) - scores().fold(f64::MAX, f64::min);
    points.len() >= FEWEST && tidy(span) < (map.scale.max - map.scale.min) * FLAT
}

/// The positions of the lows in a piece of a curve that has no gap.
fn lows(points: &[Point], rise: f64) -> Vec<usize> {
    let mut lows = Vec::new();
    let mut low: Option<(usize, f64)> = None;
    let mut high = f64::INFINITY;
    for (at, point) in points.iter().enumerate() {
        let score = point.score;
        match low {
            None if tidy(high - score) >= rise => low = Some((at, score)),
            None => high = high.max(score),
            Some((_, lowest)) if score < lowest => low = Some((at, score)),
            Some((lowest_at, lowest)) if tidy(score - lowest) >= rise => {
                lows.push(lowest_at);
                (low, high) = (None, score);
            }
            Some(_) => {}
        }
    }
    lows.extend(low.map(|(at, _)| at));
    lows
}

fn valley(points: &[Point], low: usize, rise: f64, persona: PersonaIx) -> Option<Valley> {
    let lowest = *points.get(low)?;
    let is_floor = |point: &&Point| tidy(point.score - lowest.score) < rise;
    let (before, from) = points.split_at_checked(low)?;
    let left = before.iter().rev().take_while(is_floor).count();
    let right = from.iter().take_while(is_floor).count();
    let (start, end) = (low - left, low + right);
    let mut floor: Vec<Place> = points.get(start..end)?.iter().map(|p| p.place).collect();
    floor.dedup();
    Some(Valley {
        persona,
        lowest,
        floor,
        before: start.checked_sub(1).and_then(|at| points.get(at)).copied(),
        after: points.get(end).copied(),
    })
}
