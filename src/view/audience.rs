//! Whom a map is drawn for: a choice of lanes, and how much stands in them.

use std::rc::Rc;

use super::content::forget_but;
use crate::check::{Grade, Kind, Lane, LaneContent, Map, unlisted_lanes};

/// Whom a map is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Those who decide: the curve, the worst pain points, the best opportunities, the figures.
    Exec,
    /// Those who work with it: every lane that has content, whether the map lists it or not.
    Team,
    /// Those who run the service: what the customer does, and what staff and systems do for it.
    Blueprint,
}

/// Lanes that an audience sees; lanes of the map's own with a zone are a blueprint's as well.
const EXEC: &[&str] = &[
    "stages",
    "timeline",
    "touchpoints",
    "emotion",
    "gains",
    "pain_points",
    "opportunities",
    "kpis",
    "funnel",
];
const BLUEPRINT: &[&str] = &[
    "stages",
    "timeline",
    "storyboard",
    "touchpoints",
    "channels",
    "frontstage",
    "backstage",
    "support",
    "departments",
];

impl Audience {
    /// Chooses lanes, and what stands in them.
    pub(super) fn choose(self, map: &mut Map) {
        match self {
            Audience::Exec => {
                map.lanes.retain(|lane| EXEC.contains(&&*lane.id));
                forget_but(map, |lane| EXEC.contains(&lane));
                weightiest(map);
            }
            Audience::Team => {
                let more = unlisted_lanes(map);
                map.lanes.extend(more);
            }
            Audience::Blueprint => {
                let more = unlisted_lanes(map)
                    .into_iter()
                    .filter(|lane| BLUEPRINT.contains(&&*lane.id));
                let more: Vec<Lane> = more.collect();
                map.lanes.extend(more);
                let custom = |lane: &Lane| {
                    matches!(lane.content, LaneContent::Custom) && lane.zone.is_some()
                };
                map.lanes
                    .retain(|lane| BLUEPRINT.contains(&&*lane.id) || custom(lane));
                let shown: Vec<Rc<str>> = map.lanes.iter().map(|lane| lane.id.clone()).collect();
                forget_but(map, |id| {
                    BLUEPRINT.contains(&id) || shown.iter().any(|lane| **lane == *id)
                });
                map.kind = Kind::Blueprint;
            }
        }
    }
}

/// Leaves pain points of high severity and opportunities of high value; all of a kind of which none is graded so.
fn weightiest(map: &mut Map) {
    let severe: Vec<bool> = map
        .pain_points
        .iter()
        .map(|pain_point| pain_point.severity == Some(Grade::High))
        .collect();
    let any_valuable = map
        .cells()
        .flat_map(|cell| &cell.opportunities)
        .any(|opportunity| opportunity.value == Some(Grade::High));
    let any_severe = severe.contains(&true);
    let stages = map.stages.iter_mut().map(|stage| &mut stage.cell);
    let touchpoints = map.touchpoints.iter_mut().map(|at| &mut at.cell);
    for cell in stages.chain(touchpoints) {
        if any_severe {
            cell.pain_points
                .retain(|&at| severe.get(at).is_some_and(|severe| *severe));
        }
        if any_valuable {
            cell.opportunities
                .retain(|opportunity| opportunity.value == Some(Grade::High));
        }
    }
}
