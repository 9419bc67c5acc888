//! Where a journey changes hands: between departments, channels, devices.

use crate::check::{Map, Text, Touchpoint, TouchpointIx};

/// Neighbouring touchpoints for which different departments answer, in order.
pub fn handovers(map: &Map) -> Vec<(TouchpointIx, TouchpointIx)> {
    changes(map, |touchpoint| texts(&touchpoint.departments))
}

/// Neighbouring touchpoints that happen in different channels, in order.
pub fn channel_changes(map: &Map) -> Vec<(TouchpointIx, TouchpointIx)> {
    changes(map, |touchpoint| touchpoint.channels.clone())
}

/// Neighbouring touchpoints that happen on different devices, in order.
pub fn device_changes(map: &Map) -> Vec<(TouchpointIx, TouchpointIx)> {
    changes(map, |touchpoint| texts(&touchpoint.devices))
}

fn texts(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| &*text.text).collect()
}

/// Neighbours in the order of the journey that both have something of a kind and share none of it.
fn changes<'m, T: PartialEq>(
    map: &'m Map,
    of: impl Fn(&'m Touchpoint) -> Vec<T>,
) -> Vec<(TouchpointIx, TouchpointIx)> {
    let all: Vec<Vec<T>> = map.touchpoints.iter().map(of).collect();
    let differ = |one: &[T], other: &[T]| {
        !one.is_empty() && !other.is_empty() && !one.iter().any(|part| other.contains(part))
    };
    let neighbours = all.iter().zip(all.iter().skip(1)).enumerate();
    neighbours
        .filter(|(_, (one, other))| differ(one, other))
        .map(|(index, _)| (index, index + 1))
        .collect()
}
