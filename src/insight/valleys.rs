//! Where curves dip: local lows beneath neutral.

use super::curve::{Point, points};
use super::places::Place;
use crate::check::{Map, PersonaIx};

/// A local low of one persona's curve that lies beneath neutral.
#[derive(Clone, Debug, PartialEq)]
pub struct Valley {
    /// Whose.
    pub persona: PersonaIx,
    /// Its floor: neighbouring places of one score, in the order of the journey.
    pub places: Vec<Place>,
    /// That score, on the map's scale.
    pub score: f64,
}

/// The valleys of a persona's curve, in the order of the journey.
///
/// Neighbouring points of one score are one floor. It is a valley where it lies beneath neutral and the points on both of
/// its sides are higher; the journey's begin and end count as higher. What lies in a gap of the curve is not known, so the
/// points on both sides of it are neighbours.
pub fn valleys(map: &Map, persona: PersonaIx) -> Vec<Valley> {
    let points = points(map, persona);
    let floors: Vec<&[Point]> = points
        .chunk_by(|one, next| one.score == next.score)
        .collect();
    let score = |ix: usize| Some(floors.get(ix)?.first()?.score);
    let mut found = Vec::new();
    for (ix, floor) in floors.iter().enumerate() {
        let Some(own) = score(ix).filter(|own| *own < map.scale.neutral) else {
            continue;
        };
        let before = ix.checked_sub(1).and_then(score);
        let higher = |other: Option<f64>| other.is_none_or(|other| other > own);
        if higher(before) && higher(score(ix + 1)) {
            let mut places: Vec<Place> = floor.iter().map(|point| point.place).collect();
            places.dedup();
            found.push(Valley {
                persona,
                places,
                score: own,
            });
        }
    }
    found
}
