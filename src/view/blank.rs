//! Lanes that are emptied for sticky notes and handwriting.

use std::rc::Rc;

use super::Refusal;
use crate::check::{Cell, LANES, LaneContent, LaneShape, Map, Text, Timeline, add_lane};

/// Side of a sticky note, in millimetres: three inches.
const NOTE: f64 = 76.0;
/// Space above and below a note, in millimetres.
const AROUND: f64 = 6.0;
/// Stands for every lane that is drawn but that of the stages, which says where notes belong.
const ALL: &str = "all";
/// The lane that says where notes belong.
const STAGES: &str = "stages";

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

/// Takes out what stands in a lane. Two things stay, since nothing but their lane draws them: channels, without which there
/// is no map, and the sources of cells, which tell how sure scores are.
fn forget(map: &mut Map, lane: &str) {
    match lane {
        "timeline" => {
            map.timeline = Timeline::Phases;
            for touchpoint in &mut map.touchpoints {
                (touchpoint.at, touchpoint.until) = (None, None);
            }
        }
        "goals" => map.stages.iter_mut().for_each(|stage| stage.goal = None),
        "storyboard" => map.touchpoints.iter_mut().for_each(|at| at.image = None),
        "touchpoints" => touchpoints(map),
        "departments" => map
            .touchpoints
            .iter_mut()
            .for_each(|at| at.departments.clear()),
        "funnel" => map.stages.iter_mut().for_each(|stage| stage.volume = None),
        "kpis" => kpis(map),
        "emotion" => cells(map, |cell| cell.emotions.clear()),
        "thoughts" => cells(map, |cell| cell.thoughts.clear()),
        "quotes" => cells(map, |cell| cell.quotes.clear()),
        "gains" => cells(map, |cell| cell.gains.clear()),
        "pain_points" => cells(map, |cell| cell.pain_points.clear()),
        "opportunities" => cells(map, |cell| cell.opportunities.clear()),
        "frontstage" => cells(map, |cell| cell.frontstage.clear()),
        "backstage" => cells(map, |cell| cell.backstage.clear()),
        "support" => cells(map, |cell| cell.support.clear()),
        "notes" => cells(map, |cell| cell.notes.clear()),
        "channels" | "evidence" => {}
        own => cells(map, |cell| cell.custom.retain(|(id, _)| **id != *own)),
    }
}

fn cells(map: &mut Map, mut change: impl FnMut(&mut Cell)) {
    map.stages
        .iter_mut()
        .for_each(|stage| change(&mut stage.cell));
    let touchpoints = map.touchpoints.iter_mut();
    touchpoints.for_each(|touchpoint| change(&mut touchpoint.cell));
}

/// The columns stay, and are called by their numbers: an id is made of a name.
fn touchpoints(map: &mut Map) {
    for (at, touchpoint) in map.touchpoints.iter_mut().enumerate() {
        let number = at + 1;
        touchpoint.id = format!("touchpoint-{number}").into();
        touchpoint.name = Text {
            text: number.to_string().into(),
            span: touchpoint.name.span,
        };
        touchpoint.moment = None;
        touchpoint.link = None;
        touchpoint.devices.clear();
    }
}

fn kpis(map: &mut Map) {
    map.kpis.clear();
    map.goals.iter_mut().for_each(|goal| goal.kpi = None);
    map.stages.iter_mut().for_each(|stage| stage.kpis.clear());
    map.touchpoints.iter_mut().for_each(|at| at.kpis.clear());
    cells(map, |cell| {
        cell.opportunities
            .iter_mut()
            .for_each(|idea| idea.kpi = None);
    });
}
