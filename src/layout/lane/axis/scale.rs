//! The elastic axis: where on the page a moment lies.

use crate::check::{Map, Timeline};
use crate::layout::grid::Grid;

/// From time to x, straight between the touchpoints.
pub(super) struct Axis {
    /// Time and x in points, both ascending.
    knots: Vec<(f64, f64)>,
    /// When the first and the last touchpoint begin.
    touchpoints: (f64, f64),
    /// The time that the axis shows.
    pub timeline: Timeline,
}

/// When the touchpoints that last and are shown end.
fn ends(map: &Map, grid: &Grid) -> impl Iterator<Item = f64> {
    let columns = grid.columns.iter().filter_map(|column| column.touchpoint);
    columns.filter_map(|at| map.touchpoints[at].until.as_ref()?.value)
}

impl Axis {
    /// The axis of a map with a finite timeline. Every touchpoint's `at` lies at the middle of its column. The time before
    /// the first touchpoint begins where the first column does, that after the last one ends where the last column does.
    pub fn new(map: &Map, grid: &Grid) -> Option<Axis> {
        let mut timeline = map.timeline.clone();
        let mut knots: Vec<(f64, f64)> = Vec::new();
        for column in &grid.columns {
            let touchpoint = column.touchpoint.and_then(|at| map.touchpoints.get(at));
            let at = touchpoint.and_then(|touchpoint| touchpoint.at.as_ref()?.value);
            if let Some(at) = at {
                // What lies a rounding before its predecessor lies with it.
                let at = knots.last().map_or(at, |(before, _)| at.max(*before));
                knots.push((at, column.center()));
            }
        }
        let (first, last) = (knots.first()?.0, knots.last()?.0);
        // Where the map goes on, the axis shows no more than the time of what stands here.
        let (goes_before, goes_on) = grid.goes_on;
        let first_shown = goes_before.then_some(first);
        let last_shown = goes_on.then(|| ends(map, grid).fold(last, f64::max));
        let (from, to) = match &mut timeline {
            Timeline::Phases => return None,
            Timeline::Relative { from, to, .. } => {
                *from = first_shown.unwrap_or(*from);
                *to = last_shown.unwrap_or(*to);
                (*from, *to)
            }
            Timeline::Absolute { from, to } => {
                *from = first_shown.map_or(*from, |first| first as i64);
                *to = last_shown.map_or(*to, |last| last as i64);
                (*from as f64, *to as f64)
            }
        };
        if from < first {
            knots.insert(0, (from, grid.start()));
        }
        if to > last {
            knots.push((to, grid.end()));
        }
        Some(Axis {
            knots,
            touchpoints: (first, last),
            timeline,
        })
    }

    /// Where a moment lies, in points: never further left than an earlier one. Of several touchpoints at one time it is
    /// the place of the first; what follows counts from the last. Moments beyond the ends lie at the ends.
    pub fn x(&self, time: f64) -> f64 {
        let after = self.knots.partition_point(|(known, _)| *known < time);
        match (
            after.checked_sub(1).and_then(|at| self.knots.get(at)),
            self.knots.get(after),
        ) {
            (Some((t0, x0)), Some((t1, x1))) => x0 + (time - t0) / (t1 - t0) * (x1 - x0),
            (Some((_, x)), None) | (None, Some((_, x))) => *x,
            (None, None) => 0.0,
        }
    }

    /// Whether a moment lies before the first touchpoint (-1), after the last (1), or neither (0); all are neither where all
    /// touchpoints are at one time.
    pub fn side(&self, time: f64) -> i8 {
        if self.touchpoints.0 == self.touchpoints.1 {
            return 0;
        }
        i8::from(time > self.touchpoints.1) - i8::from(time < self.touchpoints.0)
    }

    /// Where the axis begins and ends, in points.
    pub fn ends(&self) -> (f64, f64) {
        let first = self.knots.first().map_or(0.0, |(_, x)| *x);
        (first, self.knots.last().map_or(first, |(_, x)| *x))
    }

    /// Where no time passes, from one touchpoint to another at the same time: starts and ends, in points.
    pub fn stills(&self) -> Vec<(f64, f64)> {
        let pairs = self.knots.windows(2);
        pairs
            .filter(|pair| pair[0].0 == pair[1].0)
            .map(|pair| (pair[0].1, pair[1].1))
            .collect()
    }
}
