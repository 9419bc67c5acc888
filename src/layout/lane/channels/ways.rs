//! Which ways are the line, which are arcs, and which of the line's have their share written beside it.

use super::{CORNER, DIAMOND, LINE, STOP, Stop, nearest, shares};
use crate::check::{Map, Next, TouchpointIx};
use crate::layout::block::{Align, Block};
use crate::layout::lane::over_borders;
use crate::layout::page::Page;
use crate::scene::Role;

/// Space between the line and what is written beside it, in points.
const CLEAR: f64 = 3.0;

/// A way along the line with its share beside it.
pub(super) struct Direct<'m> {
    /// Where it begins.
    pub from: TouchpointIx,
    way: &'m Next,
    x: f64,
    /// How far its bottom is below the top of the rows, in points.
    bottom: f64,
    label: Block,
}

/// Whether the ways lead from one touchpoint to a later one through all between them.
pub(super) fn follow(map: &Map, from: TouchpointIx, to: TouchpointIx) -> bool {
    (from..to).all(|at| {
        let ways = &map.touchpoints[at].next;
        ways.is_empty() || ways.iter().any(|way| way.to == Some(at + 1))
    })
}

/// Sorts the ways in the order of the journey: those drawn as arcs, and those written at the line. The heights of the
/// stops count from the top of the rows.
pub(super) fn sort<'m>(
    page: &Page<'m, '_>,
    stops: &[Stop],
    handovers: &[(TouchpointIx, TouchpointIx)],
) -> (Vec<(TouchpointIx, &'m Next)>, Vec<Direct<'m>>) {
    let map = page.context.map;
    let (mut arcs, mut direct): (Vec<_>, Vec<Direct>) = (Vec::new(), Vec::new());
    for (from, touchpoint) in map.touchpoints.iter().enumerate() {
        for way in &touchpoint.next {
            if !is_here(page, from, way) {
                continue;
            }
            if way.to != Some(from + 1) {
                arcs.push((from, way));
            } else if shares::has_label(way) {
                let alone = direct.last().is_none_or(|other| other.from != from);
                match beside(page, stops, handovers, from, way).filter(|_| alone) {
                    Some(way) => direct.push(way),
                    None => arcs.push((from, way)),
                }
            }
        }
    }
    (arcs, direct)
}

/// Whether a way begins here, or is an arc that ends here.
fn is_here(page: &Page, from: TouchpointIx, way: &Next) -> bool {
    let shown = |touchpoint: TouchpointIx| page.grid.column_of[touchpoint].is_some();
    shown(from) || way.to.is_some_and(|to| shown(to) && to != from + 1)
}

/// The share of a way beside the line, if there is room: above it, between the stop and the next turn or stop.
fn beside<'m>(
    page: &Page<'m, '_>,
    stops: &[Stop],
    handovers: &[(TouchpointIx, TouchpointIx)],
    from: TouchpointIx,
    way: &'m Next,
) -> Option<Direct<'m>> {
    let found = stops.binary_search_by_key(&from, |stop| stop.touchpoint);
    let at = found.ok()?;
    let (stop, next) = (stops.get(at)?, stops.get(at + 1)?);
    if !follow(page.context.map, from, next.touchpoint) {
        return None;
    }
    let (y, to) = nearest(stop, next);
    let around = STOP + LINE / 2.0 + CLEAR;
    let handed_over = handovers.contains(&(from, next.touchpoint));
    let end = if y != to || next.touchpoint != from + 1 {
        stop.border - CORNER
    } else if handed_over {
        stop.border - DIAMOND - CLEAR
    } else {
        next.x - around
    };
    let start = stop.x + around;
    let (label, lines) = shares::label(page.context, way, end - start, Align::Start);
    let fits = lines == 1 && label.width <= end - start;
    fits.then(|| Direct {
        from,
        way,
        x: start + (end - start - label.width) / 2.0,
        bottom: y - CLEAR,
        label,
    })
}

impl Direct<'_> {
    /// Draws it; `top` is that of the rows.
    pub fn draw(self, page: &mut Page, top: f64) {
        page.out
            .open(Role::Figure)
            .name(shares::name(page.context, self.from, self.way))
            .span(self.way.span);
        let y = top + self.bottom - self.label.height;
        over_borders(page, self.x, y, self.label);
        page.out.close();
    }
}
