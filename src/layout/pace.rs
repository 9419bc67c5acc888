//! How time shapes the columns of a finite timeline: which of them are wider, and where waiting stands between two.
//!
//! The *usual step* is the lower median of the times from one touchpoint to the next, those of no time left out. A column
//! is wider by a quarter of the theme's column for each doubling of the time to the next touchpoint, at most four of them:
//! `0.25 · log2(1 + time / usual)`, less the least of these, so that even steps widen nothing. Waiting is the time from
//! the latest end so far (`until`, or `at`) to the next `at`. Where it is more than twice the usual step it is a gap of its
//! own between the two columns, and widens no column; a gap is bounded by six doublings.

use crate::check::{Map, TouchpointIx};

/// Width for each doubling of time, in columns of the theme.
const DOUBLING: f64 = 0.25;
/// Doublings that count for a column, and for a gap.
const MOST: (f64, f64) = (4.0, 6.0);
/// Waiting is a gap where it is more than so many usual steps.
const CLEARLY_LONGER: f64 = 2.0;

/// Time without a touchpoint, clearly longer than usual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wait {
    /// When everything before has ended, on the timeline.
    pub from: f64,
    /// When the next touchpoint begins, on the timeline.
    pub to: f64,
    /// Width of the gap that it asks for, in columns of the theme.
    pub width: f64,
}

/// What time asks of a touchpoint's column.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Pace {
    /// Width beyond that of the words, in columns of the theme.
    pub extra: f64,
    /// The gap after the column.
    pub wait: Option<Wait>,
}

/// The pace of each touchpoint; nothing at all on a timeline of phases.
pub(crate) fn pace(map: &Map) -> Vec<Pace> {
    let begin = |touchpoint: TouchpointIx| {
        let at = map.touchpoints.get(touchpoint)?.at.as_ref();
        at.and_then(|at| at.value)
    };
    let count = map.touchpoints.len();
    let mut paces = vec![Pace::default(); count];
    let steps: Vec<f64> = (1..count)
        .filter_map(|next| Some(begin(next)? - begin(next - 1)?))
        .collect();
    let Some(usual) = median(&steps) else {
        return paces;
    };
    let mut reached = f64::NEG_INFINITY;
    let mut stretches = Vec::with_capacity(steps.len());
    for (touchpoint, step) in steps.iter().enumerate() {
        let (Some(at), Some(next)) = (begin(touchpoint), begin(touchpoint + 1)) else {
            return paces;
        };
        let until = map.touchpoints[touchpoint].until.as_ref();
        let end = until.and_then(|until| until.value).unwrap_or(at);
        reached = reached.max(end);
        let wait = next - reached;
        let is_gap = wait > CLEARLY_LONGER * usual;
        paces[touchpoint].wait = is_gap.then(|| Wait {
            from: reached,
            to: next,
            width: stretch(wait / usual, MOST.1),
        });
        let passes = if is_gap { step - wait } else { *step };
        stretches.push(stretch(passes / usual, MOST.0));
    }
    let even = (stretches.iter().zip(&paces))
        .filter(|(_, pace)| pace.wait.is_none())
        .fold(f64::INFINITY, |least, (stretch, _)| least.min(*stretch));
    for (pace, stretch) in paces.iter_mut().zip(stretches) {
        pace.extra = (stretch - even).max(0.0);
    }
    paces
}

fn stretch(usual_steps: f64, most: f64) -> f64 {
    DOUBLING * libm::log2(1.0 + usual_steps.max(0.0)).min(most)
}

/// The lower median of the times that are not nothing.
fn median(steps: &[f64]) -> Option<f64> {
    let mut some: Vec<f64> = steps.iter().copied().filter(|step| *step > 0.0).collect();
    some.sort_by(f64::total_cmp);
    some.get((some.len().max(1) - 1) / 2).copied()
}
