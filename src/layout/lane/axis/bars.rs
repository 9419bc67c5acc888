//! What lasts: a bar on the axis from `at` to `until`; those that overlap stand under one another.

use super::scale::Axis;
use crate::check::{Map, StageIx};
use crate::color::Color;
use crate::geom::Rect;
use crate::layout::grid::Grid;
use crate::layout::page::{Context, Page};
use crate::scene::{Outline, Paint};

/// Thickness of a bar, and the distance from one to the next below, in points.
const BAR: f64 = 5.0;
const PITCH: f64 = 8.0;
/// Space between two bars on one track, in points.
const BETWEEN: f64 = 3.0;

/// The time that a touchpoint takes.
pub(super) struct Bar {
    /// From where to where, in points.
    from: f64,
    to: f64,
    /// On the axis (0), or how far under it.
    track: usize,
    stage: StageIx,
}

impl Bar {
    /// The colour of what belongs to a stage, on the page.
    pub fn color(context: &Context, stage: StageIx) -> Color {
        let colors = &context.theme.colors;
        // Graphics need three to one (WCAG 2.2, 1.4.11).
        context
            .theme
            .stage(stage)
            .readable_on(context.gap().over(colors.paper), 3.0)
    }
}

/// The bars of all touchpoints that last, and the number of tracks that they need.
pub(super) fn bars(map: &Map, grid: &Grid, axis: &Axis) -> (Vec<Bar>, usize) {
    let mut ends: Vec<f64> = Vec::new();
    let mut bars = Vec::new();
    for column in &grid.columns {
        let Some(touchpoint) = column.touchpoint.and_then(|at| map.touchpoints.get(at)) else {
            continue;
        };
        let until = touchpoint.until.as_ref().and_then(|until| until.value);
        let Some(until) = until else { continue };
        let (from, to) = (column.center(), axis.x(until));
        if to <= from {
            continue;
        }
        let free = ends.iter().position(|end| end + BETWEEN <= from);
        let track = free.unwrap_or(ends.len());
        match ends.get_mut(track) {
            Some(end) => *end = to,
            None => ends.push(to),
        }
        bars.push(Bar {
            from,
            to,
            track,
            stage: column.stage,
        });
    }
    (bars, ends.len())
}

/// How far the bars reach under the axis, in points.
pub(super) fn below(tracks: usize) -> f64 {
    tracks.saturating_sub(1) as f64 * PITCH
}

/// Draws a bar of an axis at a height.
pub(super) fn draw(page: &mut Page, bar: &Bar, line: f64) {
    let top = line + bar.track as f64 * PITCH - BAR / 2.0;
    let whole = Rect::new(bar.from, top, bar.to - bar.from, BAR);
    let color = Bar::color(page.context, bar.stage);
    let radius = (BAR / 2.0).min(whole.width / 2.0);
    page.out.shape(
        Outline::Rect(whole, radius),
        Some(Paint::Solid(color)),
        None,
    );
}
