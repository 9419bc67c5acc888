//! Lanes that are emptied for sticky notes and handwriting.

use std::rc::Rc;

use super::Refusal;
use super::content::{STAGES, forget};
use crate::check::{LANES, LaneContent, LaneShape, Map, add_lane};

/// Side of a sticky note, in millimetres: three inches.
const NOTE: f64 = 76.0;
/// Space above and below a note, in millimetres.
const AROUND: f64 = 6.0;
/// Stands for every lane that is drawn but that of the stages, which says where notes belong.
const ALL: &str = "all";

/// Empties lanes, by id. They keep their place, title and note; what stood in them is drawn nowhere. A built-in lane
/// that the map does not draw gets its usual place; one that is blank already stays as it is.
pub(super) fn empty(map: &mut Map, asked: &[String]) -> Result<(), Refusal> {
    let mut ids: Vec<Rc<str>> = Vec::new();
    for id in asked {
        let builtin = LANES.iter().find(|spec| *spec.id == **id);
        let is_drawn = map.lanes.iter().any(|lane| *lane.id == **id);
        match builtin {
            _ if **id == *ALL => {
                let lanes = map.lanes.iter().filter(|lane| *lane.id != *STAGES);
                ids.extend(lanes.map(|lane| lane.id.clone()));
                continue;
            }
            Some(spec) if spec.id == STAGES => return Err(Refusal::Stages),
            Some(spec) if !is_drawn => add_lane(map, spec),
            None if !is_drawn => return Err(unknown(map, id)),
            _ => {}
        }
        ids.push(id.as_str().into());
    }
    for id in ids {
        let mut lanes = map.lanes.iter_mut();
        let Some(lane) = lanes.find(|lane| lane.id == id && !lane.is_blank()) else {
            continue;
        };
        let millimetres = NOTE + 2.0 * AROUND;
        lane.content = match lane.content {
            LaneContent::Builtin(spec) if spec.shape == LaneShape::Emotion => {
                LaneContent::Levels { millimetres }
            }
            _ => LaneContent::Blank { millimetres },
        };
        forget(map, &id);
    }
    map.notes = Some(NOTE);
    Ok(())
}

fn unknown(map: &Map, asked: &str) -> Refusal {
    let drawn = map.lanes.iter().map(|lane| lane.id.to_string());
    let mut known: Vec<String> = drawn.filter(|id| **id != *STAGES).collect();
    for spec in LANES.iter().filter(|spec| spec.id != STAGES) {
        if known.iter().all(|id| *id != spec.id) {
            known.push(spec.id.to_owned());
        }
    }
    known.push(ALL.to_owned());
    Refusal::Unknown {
        kind: "lane",
        asked: asked.to_owned(),
        known,
    }
}
