//! How the ways beside the line are drawn: arcs with arrowheads, the sign of those who leave, labels.

use super::arcs::{Arc, EXIT};
use super::{CORNER, LINE, STOP, Stop, shares};
use crate::check::TouchpointIx;
use crate::geom::{Point, Step, point};
use crate::layout::lane::over_borders;
use crate::layout::page::Page;
use crate::layout::shapes::{QUARTER, polygon, stroke};
use crate::scene::{Outline, Paint, Role};

/// Width of an arc that nobody goes, and how much wider one is that everybody goes, in points.
const WIDTH: (f64, f64) = (1.1, 0.8);
/// Length and half the width of an arrowhead, in points.
const HEAD: (f64, f64) = (6.5, 3.3);
/// Distance of the arrowhead that tells the direction of an arc from the corner before it, in points.
const DIRECTION: f64 = 16.0;
/// Half the height of the bar at which those who leave end, in points.
const BAR: f64 = 4.2;
/// Radius of the point at which an arc begins where its touchpoint has no stop, in points.
const DOT: f64 = 2.4;

/// Draws an arc as a figure; `below` is the bottom of the band.
pub(super) fn arc(page: &mut Page, stops: &[Stop], below: f64, arc: Arc) {
    let colors = &page.context.theme.colors;
    let shown = |touchpoint: TouchpointIx| page.grid.column_of[touchpoint].is_some();
    let (from_here, here) = (shown(arc.from), arc.way.to.is_none_or(shown));
    match from_here {
        true => page
            .out
            .open(Role::Figure)
            .name(shares::name(page.context, arc.from, arc.way))
            .span(arc.way.span),
        // It is told where it begins.
        false => page.out.open(Role::Decoration),
    };
    let share = arc.way.share.unwrap_or(0.0);
    let mut line = stroke(colors.ink_2, WIDTH.0 + WIDTH.1 * share);
    line.round = true;
    let top = below - arc.above;
    let rim = |touchpoint, x| rim(stops, touchpoint, x);
    let begin = point(arc.start, rim(arc.from, arc.start).unwrap_or(below));
    if !(from_here && here) {
        // It runs to the edge of what is shown here.
        let ends = [Some(arc.from), arc.way.to].into_iter().flatten();
        let lowest = ends.filter_map(|at| rim(at, page.grid.center_of(at)));
        let lowest = lowest.fold(below, f64::max) + STOP;
        let label = arc.label.as_ref().map_or(0.0, |(.., block)| block.height);
        let window = page.grid.window(top - label - 2.0 * HEAD.0, lowest);
        window.into_iter().for_each(|window| {
            page.out.clip(window);
        });
    }
    let ahead = if arc.end < arc.start { -1.0 } else { 1.0 };
    let heads = match arc.way.to {
        Some(to) => {
            let tip = point(arc.end, rim(to, arc.end).unwrap_or(below));
            let end = point(tip.x, tip.y - HEAD.0);
            let steps = bridge(begin, end, top);
            page.out
                .shape(Outline::Path(steps), None, Some(line.clone()));
            let mut heads = vec![(tip, point(0.0, 1.0))];
            if (arc.end - arc.start).abs() > 3.0 * DIRECTION {
                let at = arc.start + ahead * (DIRECTION + HEAD.0);
                heads.push((point(at, top), point(ahead, 0.0)));
            }
            heads
        }
        None => {
            let bar = arc.start + EXIT - 1.0;
            let tip = point(bar - 2.5, top);
            let steps = turn(begin, point(tip.x - HEAD.0, top));
            page.out
                .shape(Outline::Path(steps), None, Some(line.clone()));
            let upright = Outline::Line(point(bar, top - BAR), point(bar, top + BAR));
            page.out.shape(upright, None, Some(line.clone()));
            vec![(tip, point(1.0, 0.0))]
        }
    };
    let ink = Some(Paint::Solid(line.color));
    for (tip, to) in heads {
        page.out.shape(head(tip, to), ink.clone(), None);
    }
    if begin.y == below {
        page.out.shape(Outline::Circle(begin, DOT), ink, None);
    }
    if let Some((x, bottom, block)) = arc.label {
        let y = below - bottom - block.height;
        over_borders(page, x, y, block);
    }
    page.out.close();
}

/// Where a leg at `x` meets a touchpoint's highest stop from above; none where it has no stop.
fn rim(stops: &[Stop], touchpoint: TouchpointIx, x: f64) -> Option<f64> {
    let found = stops.binary_search_by_key(&touchpoint, |stop| stop.touchpoint);
    let stop = stops.get(found.ok()?)?;
    let (_, y) = stop.rows.first()?;
    let radius = STOP + LINE / 2.0;
    let aside = (x - stop.x).abs().min(radius);
    Some(y - libm::sqrt(radius * radius - aside * aside))
}

/// Up to a height, across, and down again, with round corners.
fn bridge(begin: Point, end: Point, top: f64) -> Vec<Step> {
    let middle = point((begin.x + end.x) / 2.0, top);
    let mut steps = turn(begin, middle);
    let mut back = turn(end, middle);
    // The other half is the same turn, walked backwards.
    back.pop();
    if let (Some(Step::Curve(near, far, corner)), Some(Step::Line(leg))) = (back.pop(), back.pop())
    {
        steps.push(Step::Line(corner));
        steps.push(Step::Curve(far, near, leg));
    }
    steps.push(Step::Line(end));
    steps
}

/// Up to the height of `end`, round the corner, and across to it.
fn turn(begin: Point, end: Point) -> Vec<Step> {
    let across = end.x - begin.x;
    let r = CORNER.min(across.abs()).min((begin.y - end.y).abs());
    let (side, k) = (across.signum(), r * QUARTER);
    vec![
        Step::Move(begin),
        Step::Line(point(begin.x, end.y + r)),
        Step::Curve(
            point(begin.x, end.y + k),
            point(begin.x + side * k, end.y),
            point(begin.x + side * r, end.y),
        ),
        Step::Line(end),
    ]
}

/// An arrowhead with its tip at a point, in a direction.
fn head(tip: Point, to: Point) -> Outline {
    let (length, half) = HEAD;
    let back = point(tip.x - to.x * length, tip.y - to.y * length);
    polygon(&[
        (tip.x, tip.y),
        (back.x - to.y * half, back.y + to.x * half),
        (back.x + to.y * half, back.y - to.x * half),
    ])
}
