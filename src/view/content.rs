//! What stands in a lane, and is nowhere any more once the lane is not shown.

use std::rc::Rc;

use crate::check::{Cell, LANES, Map, Text, Timeline};

/// The lane that every map shows.
pub(super) const STAGES: &str = "stages";

/// Takes out what stands in the lanes that are not shown.
pub(super) fn forget_but(map: &mut Map, is_shown: impl Fn(&str) -> bool) {
    let own = map.cells().flat_map(|cell| &cell.custom);
    let mut lanes: Vec<Rc<str>> = own.map(|(lane, _)| lane.clone()).collect();
    lanes.sort_unstable();
    lanes.dedup();
    lanes.extend(LANES.iter().map(|spec| spec.id.into()));
    for lane in lanes {
        if *lane != *STAGES && !is_shown(&lane) {
            forget_lane(map, &lane);
        }
    }
}

/// Takes out what stands in a lane that is not shown.
pub(super) fn forget_lane(map: &mut Map, lane: &str) {
    // Without a timeline with an end, times are what stands at touchpoints.
    if lane != "timeline" || !matches!(map.timeline, Timeline::Phases) {
        forget(map, lane);
    }
}

/// Takes out what stands in a lane.
pub(super) fn forget(map: &mut Map, lane: &str) {
    match lane {
        STAGES => stages(map),
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
        "channels" => channels(map),
        "emotion" => emotions(map),
        "thoughts" => cells(map, |cell| cell.thoughts.clear()),
        "quotes" => cells(map, |cell| cell.quotes.clear()),
        "gains" => cells(map, |cell| cell.gains.clear()),
        "pain_points" => cells(map, |cell| cell.pain_points.clear()),
        "opportunities" => cells(map, |cell| cell.opportunities.clear()),
        "frontstage" => cells(map, |cell| cell.frontstage.clear()),
        "backstage" => cells(map, |cell| cell.backstage.clear()),
        "support" => cells(map, |cell| cell.support.clear()),
        "notes" => cells(map, |cell| cell.notes.clear()),
        "evidence" => {
            cells(map, |cell| cell.evidence.clear());
            map.withheld.cell_sources = true;
        }
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

/// The stages stay, and are called by their numbers.
fn stages(map: &mut Map) {
    for (at, stage) in map.stages.iter_mut().enumerate() {
        let number = at + 1;
        stage.id = format!("stage-{number}").into();
        stage.name = numbered(number, &stage.name);
        (stage.phase, stage.time, stage.repeats) = (None, None, None);
        (stage.entry, stage.exit) = (None, None);
    }
    map.numbered = false;
}

/// A number in the place of a name.
fn numbered(number: usize, name: &Text) -> Text {
    Text {
        text: number.to_string().into(),
        span: name.span,
    }
}

/// The columns stay, and are called by their numbers: an id is made of a name. A free label of time stands nowhere else.
fn touchpoints(map: &mut Map) {
    let is_label = matches!(map.timeline, Timeline::Phases);
    for (at, touchpoint) in map.touchpoints.iter_mut().enumerate() {
        let number = at + 1;
        touchpoint.id = format!("touchpoint-{number}").into();
        touchpoint.name = numbered(number, &touchpoint.name);
        touchpoint.moment = None;
        touchpoint.link = None;
        touchpoint.devices.clear();
        if is_label {
            (touchpoint.at, touchpoint.until) = (None, None);
        }
    }
}

/// Rows, stops, and the lines and arcs between them.
fn channels(map: &mut Map) {
    map.channels.clear();
    for touchpoint in &mut map.touchpoints {
        touchpoint.channels.clear();
        touchpoint.next.clear();
    }
}

fn emotions(map: &mut Map) {
    cells(map, |cell| cell.emotions.clear());
    map.stages
        .iter_mut()
        .for_each(|stage| stage.overlaid.clear());
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
