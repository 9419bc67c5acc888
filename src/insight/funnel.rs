//! How many get from stage to stage.

use crate::check::{Map, StageIx};

/// From one measured stage to the next that is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The stage before.
    pub from: StageIx,
    /// The stage after.
    pub to: StageIx,
    /// People at `to` for each at `from`, above 1 where more arrive than were counted before; `None` where nobody was.
    pub conversion: Option<f64>,
}

/// The measured stages of a map, two or more.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    /// From each measured stage to the next, in order; at least one.
    pub steps: Vec<Step>,
    /// People at the last measured stage for each at the first; `None` where nobody was at the first.
    pub overall: Option<f64>,
    /// Position in `steps` of the largest leak: the least conversion beneath 1, the first of equals.
    pub leak: Option<usize>,
}

impl Funnel {
    /// The step at which the largest share is lost.
    pub fn leak(&self) -> Option<Step> {
        self.steps.get(self.leak?).copied()
    }
}

/// The funnel of a map; nothing where fewer than two stages have a volume.
pub fn funnel(map: &Map) -> Option<Funnel> {
    let stages = map.stages.iter().enumerate();
    let volumes: Vec<(StageIx, f64)> = stages
        .filter_map(|(at, stage)| Some((at, stage.volume.as_ref()?.value)))
        .collect();
    let part = |of: f64, whole: f64| (whole > 0.0).then(|| of / whole);
    let steps: Vec<Step> = volumes
        .windows(2)
        .map(|pair| Step {
            from: pair[0].0,
            to: pair[1].0,
            conversion: part(pair[1].1, pair[0].1),
        })
        .collect();
    let (first, last) = (volumes.first()?, volumes.last()?);
    let leaks = steps.iter().enumerate().filter_map(|(at, step)| {
        let conversion = step.conversion.filter(|conversion| *conversion < 1.0)?;
        Some((at, conversion))
    });
    let leak = leaks.min_by(|a, b| a.1.total_cmp(&b.1));
    (!steps.is_empty()).then(|| Funnel {
        overall: part(last.1, first.1),
        leak: leak.map(|(at, _)| at),
        steps,
    })
}
