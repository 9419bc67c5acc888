//! A blueprint's lanes stand in zones: the customer's, then what staff do in view, out of view, and what carries it all.

use super::{Lane, LaneContent, Zone};
use crate::model::LaneSpec;

/// The zone of a built-in lane that is part of a blueprint; the others stand where the map lists them.
fn zone_of(id: &str) -> Option<Zone> {
    match id {
        "touchpoints" => Some(Zone::Customer),
        "frontstage" => Some(Zone::Frontstage),
        "backstage" => Some(Zone::Backstage),
        "support" => Some(Zone::Support),
        _ => None,
    }
}

/// What heads a blueprint's columns, in default order; the customer's actions follow, and those who meet them.
const HEAD: [&str; 5] = ["stages", "timeline", "goals", "storyboard", "channels"];

/// The default order of a blueprint: its head, its zones, then all others as in a journey map.
pub(super) fn default_order<T>(lanes: &mut [(&'static LaneSpec, T)]) {
    lanes.sort_by_key(|(spec, _)| match zone_of(spec.id) {
        _ if HEAD.contains(&spec.id) => (0, None),
        Some(zone) => (1, Some(zone)),
        None => (2, None),
    });
}

/// Gives lanes their zones and sorts by them; within a zone the order stays as it is. A lane without a zone stays with
/// the one before it.
pub(super) fn sort(lanes: Vec<Lane>) -> Vec<Lane> {
    let mut around = Zone::Customer;
    let mut sorted: Vec<(Zone, Lane)> = lanes
        .into_iter()
        .map(|mut lane| {
            if let LaneContent::Builtin(spec) = &lane.content {
                lane.zone = lane.zone.or(zone_of(spec.id));
            }
            around = lane.zone.unwrap_or(around);
            (around, lane)
        })
        .collect();
    sorted.sort_by_key(|(zone, _)| *zone);
    sorted.into_iter().map(|(_, lane)| lane).collect()
}
