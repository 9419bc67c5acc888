//! Ticks at equal steps of time, and their labels.
//!
//! Labels stand at the finest step that people count in whose labels all find room (all but two where the event at 0 has
//! its name there). Between them stand ticks without words, at the finest step that meets the labelled moments and has
//! no two ticks closer than [`CLOSEST`]: where time is stretched they stand apart, where it is pressed together they crowd.
//! The time before the first touchpoint and after the last has half a column, however long it is. It does not decide: where
//! its labels do not all find room, or its ticks were closer, it has none.

use super::scale::Axis;
use crate::check::{Step, TimeUnit, Timeline};
use crate::geom::Rect;
use crate::layout::clock;
use crate::layout::grid::Grid;
use crate::layout::labels::Obstacles;
use crate::layout::page::Context;
use crate::text::Paragraph;

/// Two ticks are at least so far apart, in points.
const CLOSEST: f64 = 6.0;
/// What two moments may differ by and still be one, as a part of their distance from 0.
const ROUNDING: f64 = 1e-12;
/// No more ticks than this on an axis.
const MOST: usize = 4_000;
/// No label and the space after it take less room than this, in points.
const NARROWEST: f64 = 16.0;
/// Space between two labels, in points.
const BETWEEN: f64 = 10.0;

/// A tick.
pub(super) struct Tick {
    /// The moment.
    pub time: f64,
    /// Its place, in points.
    pub x: f64,
    /// Its words and where they start, in points.
    pub label: Option<(f64, Paragraph)>,
    /// Whether it has words, or would have where there is room.
    pub major: bool,
}

/// The steps that people count in, from the finest that suits a timeline.
fn steps(timeline: &Timeline) -> Vec<Step> {
    use TimeUnit::{Day, Hour, Minute, Month, Second, Week, Year};
    let clock: [(TimeUnit, &[i64]); 3] = [
        (Second, &[1, 2, 5, 10, 15, 30]),
        (Minute, &[1, 2, 5, 10, 15, 30]),
        (Hour, &[1, 2, 3, 6, 12]),
    ];
    let rest: &[(TimeUnit, &[i64])] = match timeline {
        Timeline::Relative { unit, .. } => match unit {
            Second | Minute | Hour => &[(Hour, &[24, 48, 168])],
            Day => &[(Day, &[1, 2, 7, 14, 30, 90, 180, 365])],
            Week => &[(Day, &[1]), (Week, &[1, 2, 4, 13, 26, 52])],
            Month => &[(Month, &[1, 3, 6, 12, 24, 60, 120])],
            Year => &[(Month, &[1, 3, 6])],
        },
        _ => &[(Day, &[1]), (Week, &[1, 2]), (Month, &[1, 3, 6])],
    };
    // Days and hours fit into weeks, but not into months and years that all are of one length.
    let fine = match timeline {
        Timeline::Relative {
            unit: Month | Year, ..
        } => &[],
        _ => &clock[..],
    };
    let mut steps: Vec<Step> = fine
        .iter()
        .chain(rest)
        .flat_map(|&(unit, counts)| counts.iter().map(move |&count| Step { count, unit }))
        .collect();
    // Beyond the table: one, two, five of a power of ten of what ends it.
    let last = match (timeline, steps.last()) {
        (Timeline::Relative { unit, .. }, Some(last)) if *unit != Year => *last,
        _ => Step {
            count: 1,
            unit: Year,
        },
    };
    let more = (0..10).flat_map(|power| [1, 2, 5].map(|digit| digit * 10i64.pow(power)));
    let unlisted = |step: &Step| !steps.contains(step);
    let more: Vec<Step> = more
        .map(|times| Step {
            count: last.count * times,
            unit: last.unit,
        })
        .filter(unlisted)
        .collect();
    steps.extend(more);
    steps
}

/// The ticks of an axis, ascending, with the labels that find room between `grid`'s edges.
pub(super) fn ticks(context: &Context, grid: &Grid, axis: &Axis) -> Vec<Tick> {
    let timeline = &axis.timeline;
    let steps = steps(timeline);
    let spare = if origin(timeline).is_some() { 2 } else { 0 };
    let most = ((grid.end() - grid.start()) / NARROWEST) as usize + 1 + spare;
    let labelled = steps.iter().enumerate().find_map(|(at, step)| {
        let moments = step.ticks(timeline, most)?;
        let labels = labels(context, grid, axis, *step, &moments);
        let needed = moments.iter().filter(|(time, _)| axis.side(*time) == 0);
        let placed = labels
            .iter()
            .filter(|(at, ..)| axis.side(moments[*at].0) == 0);
        (placed.count() + spare >= needed.count()).then_some((at, moments, labels))
    });
    let Some((coarsest, moments, labels)) = labelled else {
        return Vec::new();
    };
    let far_enough = |ticks: &[(f64, i64)], side: i8| {
        ticks
            .windows(2)
            .filter(|pair| {
                pair.iter()
                    .all(|tick| axis.side(tick.0) == side || axis.side(tick.0) == 0)
            })
            .filter(|pair| side == 0 || pair.iter().any(|tick| axis.side(tick.0) == side))
            .all(|pair| axis.x(pair[1].0) - axis.x(pair[0].0) >= CLOSEST)
    };
    let found = steps[..coarsest].iter().find_map(|step| {
        let all = step.ticks(timeline, MOST)?;
        let places = places(&all, &moments)?;
        far_enough(&all, 0).then_some((all, places))
    });
    let (all, places) = found.unwrap_or_else(|| {
        let places = (0..moments.len()).collect();
        (moments, places)
    });
    let mut ticks: Vec<Tick> = all
        .iter()
        .map(|&(time, _)| Tick {
            time,
            x: axis.x(time),
            label: None,
            major: false,
        })
        .collect();
    places.iter().for_each(|&place| ticks[place].major = true);
    for (at, x, label) in labels {
        ticks[places[at]].label = Some((x, label));
    }
    let room = [-1, 0, 1].map(|side| side == 0 || far_enough(&all, side));
    ticks.retain(|tick| tick.label.is_some() || room[(axis.side(tick.time) + 1) as usize]);
    ticks
}

/// Which of the ticks the moments are, if all of them are some.
fn places(ticks: &[(f64, i64)], moments: &[(f64, i64)]) -> Option<Vec<usize>> {
    let place = |(time, _): &(f64, i64)| {
        let at = ticks.partition_point(|tick| tick.0 < *time - ROUNDING * (1.0 + time.abs()));
        let near =
            |tick: &&(f64, i64)| (tick.0 - time).abs() <= 2.0 * ROUNDING * (1.0 + time.abs());
        ticks.get(at).filter(near).map(|_| at)
    };
    moments.iter().map(place).collect()
}

/// Places in a list of moments, where the words start, and the words.
type Labels = Vec<(usize, f64, Paragraph)>;

/// The labels of moments that find room, ascending: the origin comes first, then those between the
/// first and the last touchpoint, then the others.
fn labels(
    context: &Context,
    grid: &Grid,
    axis: &Axis,
    step: Step,
    moments: &[(f64, i64)],
) -> Labels {
    let style = &context.type_.caption;
    let mut words = clock::ticks(context, step, moments);
    let origin = origin(&axis.timeline).and_then(|name| {
        let at = moments.iter().position(|(_, number)| *number == 0)?;
        words[at] = name.to_owned();
        Some(at)
    });
    let (start, end) = (grid.start(), grid.end());
    let mut taken = Obstacles::new(Rect::new(start, -0.5, end - start, 2.0).grown(0.5));
    let mut placed: Labels = Vec::new();
    let mut place = |at: usize, text: &str| {
        let words = context.wrap(text, style, context.theme.sizes.column);
        let middle = axis.x(moments[at].0) - words.width / 2.0;
        let x = middle.min(end - words.width).max(start);
        let room = Rect::new(x, 0.0, words.width, 1.0);
        if taken.free(&room) {
            taken.add(Rect::new(
                x - BETWEEN,
                0.0,
                words.width + 2.0 * BETWEEN,
                1.0,
            ));
            placed.push((at, x, words));
        }
    };
    if let Some(at) = origin {
        place(at, &words[at]);
    }
    for outside in [false, true] {
        for (at, text) in words.iter().enumerate() {
            if Some(at) != origin && outside == (axis.side(moments[at].0) != 0) {
                place(at, text);
            }
        }
    }
    let side = |at: usize| axis.side(moments[at].0);
    let whole = [-1, 0, 1].map(|of| {
        let all = (0..moments.len()).filter(|at| side(*at) == of).count();
        of == 0 || all == placed.iter().filter(|(at, ..)| side(*at) == of).count()
    });
    placed.retain(|(at, ..)| whole[(side(*at) + 1) as usize]);
    placed.sort_by_key(|(at, ..)| *at);
    placed
}

/// The event at 0, if the timeline has one and reaches it.
pub(super) fn origin(timeline: &Timeline) -> Option<&str> {
    match timeline {
        Timeline::Relative {
            from,
            to,
            origin: Some(name),
            ..
        } if *from <= 0.0 && *to >= 0.0 => Some(&name.text),
        _ => None,
    }
}
