//! Where findings about curves and journeys point to, and what they call it.

use crate::check::{Feeling, Map, PersonaIx};
use crate::diag::Span;
use crate::insight::curve::Point;
use crate::insight::places::Place;
use crate::model::shortened;

/// The name of what stands at a place, short enough for a message.
pub fn called(map: &Map, place: Place) -> String {
    shortened(place.name(map))
}

/// Where the map says the score of a point of a persona's curve.
pub fn said(map: &Map, persona: PersonaIx, point: &Point) -> Span {
    let cell = point.place.cell(map);
    let emotions = cell.iter().flat_map(|cell| &cell.emotions);
    let own = emotions.filter(|emotion| emotion.persona == persona);
    let mut scores = own.flat_map(|emotion| &emotion.feelings);
    let span = scores.find_map(|feeling| match feeling {
        Feeling::Score(score) if score.score == point.score => Some(score.span),
        _ => None,
    });
    span.unwrap_or(map.head)
}

/// So many personas are named in a message.
const NAMED: usize = 3;

/// The names of personas: `Ann`, `Ann and Bob`, `Ann, Bob and Cem`, `Ann, Bob, Cem and 2 others`.
pub fn names(map: &Map, personas: &[PersonaIx]) -> String {
    let named = personas.iter().take(NAMED);
    let named = named.filter_map(|&ix| map.personas.get(ix));
    let mut names: Vec<String> = named.map(|persona| shortened(&persona.name.text)).collect();
    match personas.len().saturating_sub(NAMED) {
        0 => {}
        1 => names.push("1 other".to_owned()),
        others => names.push(format!("{others} others")),
    }
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
