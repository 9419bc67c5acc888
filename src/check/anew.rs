//! What a map says of itself as a whole, derived anew where things were taken out of it: as if they had never been there.

use std::rc::Rc;

use super::cells::number_pain_points;
use super::ids::made_anew;
use super::journey::LEAVE;
use super::settings::are_numbered;
use super::{Emotion, Map, PersonaIx, Stage, Text, Touchpoint};

/// Makes ids from names, counts stages, personas and pain points, and settles which emotions of stages are drawn.
pub fn derive_anew(map: &mut Map) {
    ids(map);
    map.numbered = are_numbered(&map.stages);
    for (place, stage) in map.stages.iter_mut().enumerate() {
        stage.place = place;
    }
    for (place, persona) in map.personas.iter_mut().enumerate() {
        persona.place = place;
    }
    for stage in &mut map.stages {
        let touchpoints = map.touchpoints.get(stage.touchpoints.clone());
        emotions(stage, touchpoints.unwrap_or_default(), map.personas.len());
    }
    for pain_point in &mut map.pain_points {
        pain_point.number = None;
    }
    let cells = map.stages.iter().map(|stage| &stage.cell);
    let cells = cells.chain(map.touchpoints.iter().map(|at| &at.cell));
    number_pain_points(&mut map.pain_points, cells);
}

fn ids(map: &mut Map) {
    let stages = map.stages.iter();
    let stages = stages.map(|stage| written(stage.id_made, &stage.id, &stage.name));
    let stages = made_anew("stage", stages, &[]);
    for (stage, id) in map.stages.iter_mut().zip(stages) {
        stage.id = id;
    }
    let touchpoints = map.touchpoints.iter();
    let touchpoints = touchpoints.map(|at| written(at.id_made, &at.id, &at.name));
    let touchpoints = made_anew("touchpoint", touchpoints, &[LEAVE]);
    for (touchpoint, id) in map.touchpoints.iter_mut().zip(touchpoints) {
        touchpoint.known_as = id.clone();
        touchpoint.id = id;
    }
    let channels = map.channels.iter();
    let channels = channels.map(|channel| written(channel.id_made, &channel.id, &channel.name));
    let channels = made_anew("channel", channels, &[]);
    for (channel, id) in map.channels.iter_mut().zip(channels) {
        channel.id = id;
    }
}

/// An id, unless it was made, and the name from which one is made.
fn written<'m>(made: bool, id: &'m Rc<str>, name: &'m Text) -> (Option<&'m Rc<str>>, &'m Rc<str>) {
    ((!made).then_some(id), &name.text)
}

/// What is felt at a stage by those who are there, but for those whose touchpoints have their own emotion.
fn emotions(stage: &mut Stage, touchpoints: &[Touchpoint], personas: usize) {
    let mut all: Vec<Emotion> = std::mem::take(&mut stage.cell.emotions);
    all.append(&mut stage.overlaid);
    if let Some(shared) = all.iter().find(|emotion| emotion.shared).cloned() {
        let mut present: Vec<PersonaIx> = touchpoints
            .iter()
            .flat_map(|at| at.personas.iter().copied())
            .collect();
        if present.is_empty() {
            present.extend(0..personas);
        }
        present.sort_unstable();
        present.dedup();
        let of = |persona| Emotion {
            persona,
            ..shared.clone()
        };
        all = present.into_iter().map(of).collect();
    }
    all.sort_by_key(|emotion| emotion.persona);
    let own = |persona| {
        let mut own = touchpoints.iter().flat_map(|at| &at.cell.emotions);
        own.any(|emotion| emotion.persona == persona)
    };
    (stage.overlaid, stage.cell.emotions) =
        all.into_iter().partition(|emotion| own(emotion.persona));
}
