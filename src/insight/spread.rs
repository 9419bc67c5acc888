//! Where personas agree and where they part.

use super::places::{Place, cells};
use super::tidy;
use crate::check::{Cell, Emotion, Feeling, Map, PersonaIx};

/// How far the scores of several personas lie apart at one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Where.
    pub place: Place,
    /// Who feels worst there, and their score; of equal ones the first persona.
    pub lowest: (PersonaIx, f64),
    /// Who feels best there, and their score; of equal ones the first persona.
    pub highest: (PersonaIx, f64),
    /// The best score less the worst.
    pub range: f64,
    /// The mean of the personas' scores, each persona counting once.
    pub mean: f64,
}

/// The spread at every place where two or more personas have a score, in the order of the journey. Where a persona has
/// several scores in one cell, their mean counts.
pub fn spreads(map: &Map) -> Vec<Spread> {
    cells(map)
        .filter_map(|(place, cell)| spread(place, cell))
        .collect()
}

/// Where the personas part most: the first place of the largest range; `None` where they agree everywhere.
pub fn furthest_apart(spreads: &[Spread]) -> Option<Spread> {
    let mut furthest: Option<Spread> = None;
    for spread in spreads {
        if spread.range > furthest.map_or(0.0, |furthest| furthest.range) {
            furthest = Some(*spread);
        }
    }
    furthest
}

fn spread(place: Place, cell: &Cell) -> Option<Spread> {
    let scores: Vec<(PersonaIx, f64)> = cell
        .emotions
        .iter()
        .filter_map(|emotion| Some((emotion.persona, own_mean(emotion)?)))
        .collect();
    let ([first, _, ..], count) = (scores.as_slice(), scores.len()) else {
        return None;
    };
    let (mut lowest, mut highest) = (*first, *first);
    for &(persona, score) in &scores {
        if score < lowest.1 {
            lowest = (persona, score);
        }
        if score > highest.1 {
            highest = (persona, score);
        }
    }
    Some(Spread {
        place,
        lowest,
        highest,
        range: tidy(highest.1 - lowest.1),
        mean: tidy(scores.iter().map(|(_, score)| score).sum::<f64>() / count as f64),
    })
}

/// The mean of a persona's scores in one cell; `None` where nobody has asked.
fn own_mean(emotion: &Emotion) -> Option<f64> {
    let scores: Vec<f64> = emotion
        .feelings
        .iter()
        .filter_map(|feeling| match feeling {
            Feeling::Score(score) => Some(score.score),
            Feeling::Unknown(_) => None,
        })
        .collect();
    (!scores.is_empty()).then(|| tidy(scores.iter().sum::<f64>() / scores.len() as f64))
}
