//! Where a journey changes hands: between departments, between channels.

use std::collections::BTreeSet;

use crate::check::{Map, Touchpoint, TouchpointIx};

/// Neighbouring touchpoints for which different departments answer, in order.
pub fn handovers(map: &Map) -> Vec<(TouchpointIx, TouchpointIx)> {
    changes(map, |touchpoint| {
        touchpoint
            .departments
            .iter()
            .map(|department| &*department.text)
            .collect()
    })
}

/// Neighbouring touchpoints that happen in different channels, in order.
pub fn channel_changes(map: &Map) -> Vec<(TouchpointIx, TouchpointIx)> {
    changes(map, |touchpoint| touchpoint.channels.clone())
}

/// Neighbours that both have something of a kind and share none of it. Neighbours are what somebody passes one after
/// the other: where a persona takes no part in a touchpoint, those before and behind it are neighbours.
fn changes<'m, T: PartialEq>(
    map: &'m Map,
    of: impl Fn(&'m Touchpoint) -> Vec<T>,
) -> Vec<(TouchpointIx, TouchpointIx)> {
    let all: Vec<Vec<T>> = map.touchpoints.iter().map(of).collect();
    let differ = |one: &[T], other: &[T]| {
        !one.is_empty() && !other.is_empty() && !one.iter().any(|part| other.contains(part))
    };
    let mut found = BTreeSet::new();
    for persona in 0..map.personas.len() {
        let path = map
            .touchpoints
            .iter()
            .enumerate()
            .filter(|(_, touchpoint)| touchpoint.personas.contains(&persona));
        let mut before: Option<(TouchpointIx, &[T])> = None;
        for ((index, _), parts) in path.filter_map(|at| all.get(at.0).map(|parts| (at, parts))) {
            if let Some((last, others)) = before
                && differ(others, parts)
            {
                found.insert((last, index));
            }
            before = Some((index, parts));
        }
    }
    found.into_iter().collect()
}
