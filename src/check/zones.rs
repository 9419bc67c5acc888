//! A blueprint's lanes stand in zones: the customer's, then what staff do in view, out of view, and what carries it all.

use super::{Lane, LaneContent, Zone};
use crate::model::LaneSpec;

/// Built-in lanes with a zone of their own. The customer's actions stand last in theirs, next to those who meet them.
const ZONES: &[(&str, Zone)] = &[
    ("stages", Zone::Customer),
    ("timeline", Zone::Customer),
    ("goals", Zone::Customer),
    ("storyboard", Zone::Customer),
    ("channels", Zone::Customer),
    ("touchpoints", Zone::Customer),
    ("frontstage", Zone::Frontstage),
    ("backstage", Zone::Backstage),
    ("support", Zone::Support),
];

/// The default order of a blueprint: the lanes with a zone first, then all others as in a journey map.
pub(super) fn default_order<T>(lanes: &mut [(&'static LaneSpec, T)]) {
    lanes.sort_by_key(|(spec, _)| {
        let zoned = ZONES.iter().position(|(id, _)| *id == spec.id);
        zoned.unwrap_or(ZONES.len())
    });
}

/// Gives lanes their zones and sorts by them; within a zone the order stays as it is. A lane without a zone stays with
/// the lane before it.
pub(super) fn sort(lanes: Vec<Lane>) -> Vec<Lane> {
    let mut around = Zone::Customer;
    let mut sorted: Vec<(Zone, Lane)> = lanes
        .into_iter()
        .map(|mut lane| {
            lane.zone = lane.zone.or_else(|| own(&lane));
            around = lane.zone.unwrap_or(around);
            (around, lane)
        })
        .collect();
    sorted.sort_by_key(|(zone, _)| *zone);
    sorted.into_iter().map(|(_, lane)| lane).collect()
}

fn own(lane: &Lane) -> Option<Zone> {
    let LaneContent::Builtin(spec) = &lane.content else {
        return None;
    };
    let zoned = ZONES.iter().find(|(id, _)| *id == spec.id);
    zoned.map(|(_, zone)| *zone)
}
