//! Moments of truth: whether they keep what they promise.

use super::extremes::{Extreme, lowest_in};
use super::places::Place;
use crate::check::{Map, TouchpointIx};

/// A moment of truth, and how it feels.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Where.
    pub touchpoint: TouchpointIx,
    /// The worst score there; `None` where the touchpoint has none.
    pub lowest: Option<Extreme>,
}

/// The moments of truth, in the order of the journey.
pub fn moments(map: &Map) -> Vec<Moment> {
    let touchpoints = map.touchpoints.iter().enumerate();
    touchpoints
        .filter(|(_, touchpoint)| touchpoint.moment.is_some())
        .map(|(ix, touchpoint)| Moment {
            touchpoint: ix,
            lowest: lowest_in(Place::Touchpoint(ix), &touchpoint.cell),
        })
        .collect()
}
