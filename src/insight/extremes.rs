//! The ends of all curves together: who shares them.

use super::curve::{Change, Curve, Point};
use super::places::Place;
use crate::check::{Cell, Emotion, Feeling, Map, PersonaIx};

/// A score that stands out, and all who share it.
#[derive(Clone, Debug, PartialEq)]
pub struct Extreme {
    /// Where.
    pub place: Place,
    /// The score, on the map's scale.
    pub score: f64,
    /// Whose, in the order of the map.
    pub personas: Vec<PersonaIx>,
}

/// A change that stands out, and all who share it.
#[derive(Clone, Debug, PartialEq)]
pub struct Steepest {
    /// From where to where, and by how much.
    pub change: Change,
    /// Whose, in the order of the map.
    pub personas: Vec<PersonaIx>,
}

/// The lowest of all lowest points; of equal ones the earliest in the journey.
pub fn lowest(map: &Map, curves: &[Curve]) -> Option<Extreme> {
    extreme(map, curves, |curve| curve.lowest, 1.0)
}

/// The highest of all highest points; of equal ones the earliest in the journey.
pub fn highest(map: &Map, curves: &[Curve]) -> Option<Extreme> {
    extreme(map, curves, |curve| curve.highest, -1.0)
}

/// The worst of all endings; of equal ones the earliest in the journey.
pub fn worst_ending(map: &Map, curves: &[Curve]) -> Option<Extreme> {
    extreme(map, curves, |curve| curve.ending, 1.0)
}

/// The steepest of all falls; of equal ones the one that ends earliest in the journey.
pub fn steepest_fall(map: &Map, curves: &[Curve]) -> Option<Steepest> {
    let falls = || {
        let falls = curves.iter();
        falls.filter_map(|curve| Some((curve.persona, curve.fall?)))
    };
    let order = |(_, fall): &(PersonaIx, Change)| (fall.by, fall.to.in_journey(map));
    let (_, change) = falls().min_by(|a, b| {
        let ((a, a_at), (b, b_at)) = (order(a), order(b));
        a.total_cmp(&b).then(a_at.cmp(&b_at))
    })?;
    let sharing = falls().filter(|(_, fall)| *fall == change);
    Some(Steepest {
        change,
        personas: sharing.map(|(persona, _)| persona).collect(),
    })
}

/// The lowest score in a cell, and who shares it there.
pub fn lowest_in(place: Place, cell: &Cell) -> Option<Extreme> {
    let scores = |emotion: &Emotion| -> Vec<f64> {
        let scores = emotion.feelings.iter();
        let score = |feeling: &Feeling| match feeling {
            Feeling::Score(score) => Some(score.score),
            Feeling::Unknown(_) => None,
        };
        scores.filter_map(score).collect()
    };
    let score = cell
        .emotions
        .iter()
        .flat_map(scores)
        .min_by(f64::total_cmp)?;
    let sharing = cell.emotions.iter();
    let sharing = sharing.filter(|emotion| scores(emotion).contains(&score));
    Some(Extreme {
        place,
        score,
        personas: sharing.map(|emotion| emotion.persona).collect(),
    })
}

/// The point that is the least of all after multiplication with `sign`.
fn extreme(map: &Map, curves: &[Curve], of: fn(&Curve) -> Point, sign: f64) -> Option<Extreme> {
    let found = curves.iter().map(of).min_by(|a, b| {
        let (a_at, b_at) = (a.place.in_journey(map), b.place.in_journey(map));
        (a.score * sign)
            .total_cmp(&(b.score * sign))
            .then(a_at.cmp(&b_at))
    })?;
    let sharing = curves.iter().filter(|curve| {
        let point = of(curve);
        point.place == found.place && point.score == found.score
    });
    Some(Extreme {
        place: found.place,
        score: found.score,
        personas: sharing.map(|curve| curve.persona).collect(),
    })
}
