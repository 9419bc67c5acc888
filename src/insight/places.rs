//! Where things stand on a map.

use crate::check::{Cell, Map, StageIx, TouchpointIx};

/// A column of the map, or a stage as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A stage, position in [`Map::stages`].
    Stage(StageIx),
    /// A touchpoint, position in [`Map::touchpoints`].
    Touchpoint(TouchpointIx),
}

impl Place {
    /// The name of what stands there.
    pub fn name(self, map: &Map) -> &str {
        match self {
            Place::Stage(ix) => map.stages.get(ix).map(|stage| &stage.name),
            Place::Touchpoint(ix) => map.touchpoints.get(ix).map(|touchpoint| &touchpoint.name),
        }
        .map_or("", |name| &name.text)
    }

    /// What stands there.
    pub fn cell(self, map: &Map) -> Option<&Cell> {
        match self {
            Place::Stage(ix) => map.stages.get(ix).map(|stage| &stage.cell),
            Place::Touchpoint(ix) => map.touchpoints.get(ix).map(|touchpoint| &touchpoint.cell),
        }
    }

    /// What sorts places as [`cells`] lists them.
    pub fn in_journey(self, map: &Map) -> (StageIx, Option<TouchpointIx>) {
        match self {
            Place::Stage(ix) => (ix, None),
            Place::Touchpoint(ix) => {
                let stage = map.touchpoints.get(ix).map(|touchpoint| touchpoint.stage);
                (stage.unwrap_or(map.stages.len()), Some(ix))
            }
        }
    }
}

/// All cells in the order of the journey: each stage's own, then those of its touchpoints.
pub fn cells(map: &Map) -> impl Iterator<Item = (Place, &Cell)> {
    map.stages.iter().enumerate().flat_map(|(ix, stage)| {
        let touchpoints = map.touchpoints.iter().enumerate();
        let own = touchpoints
            .skip(stage.touchpoints.start)
            .take(stage.touchpoints.len());
        std::iter::once((Place::Stage(ix), &stage.cell))
            .chain(own.map(|(ix, touchpoint)| (Place::Touchpoint(ix), &touchpoint.cell)))
    })
}
