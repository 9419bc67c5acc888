//! Ways that are not the line: each an arc in the band above the rows, on a track of its own height.
//!
//! An arc leaves its touchpoint by a leg that goes up to the band, and comes down to another by a leg with an arrowhead.
//! All ways from a touchpoint share one leg, and so do all to it. Labels stand between two neighbouring legs, so that no
//! leg crosses them, and above their arc, where the track has room for them.

use super::shares;
use crate::check::{Next, TouchpointIx};
use crate::layout::block::{Align, Block};
use crate::layout::page::Page;

/// Distance of a leg from the middle of a column that has one up and one down, in points.
const LEG: f64 = 5.0;
/// Length of the sign of those who leave, in points.
pub(super) const EXIT: f64 = 24.0;
/// Space between a label and a leg, and between a label and the arc below it, in points.
const BESIDE: f64 = 5.0;
const UNDER: f64 = 4.5;
/// Space between two arcs, or an arc and a label below it, in points.
const APART: f64 = 7.0;
/// Space between the lowest arc and the rows, in points.
const FOOT: f64 = 11.0;
/// So many places for a label are tried, the nearest to its touchpoint first.
const PLACES: usize = 4;
/// So many tracks, the lowest ones, are tried before a new one is made: a bound on the work of a map that is a thicket.
const TRIED: usize = 250;

/// A way drawn as an arc; lengths are points.
pub(super) struct Arc<'m> {
    /// Where it begins.
    pub from: TouchpointIx,
    /// Where it leads, and its share.
    pub way: &'m Next,
    /// Where its legs stand, or where the sign of those who leave ends.
    pub start: f64,
    pub end: f64,
    /// Its height above the bottom of the band.
    pub above: f64,
    /// Where its label starts, how far its bottom is above the bottom of the band, and the label.
    pub label: Option<(f64, f64, Block)>,
}

/// The arcs, in the order of the journey, and the height of their band.
pub(super) struct Band<'m> {
    pub arcs: Vec<Arc<'m>>,
    pub height: f64,
}

/// Where the legs of a touchpoint stand: the one that goes up, and the one that comes down.
#[derive(Clone, Copy, Default)]
struct Legs {
    up: Option<f64>,
    down: Option<f64>,
}

/// Gives every way its place.
pub(super) fn band<'m>(page: &Page<'m, '_>, ways: Vec<(TouchpointIx, &'m Next)>) -> Band<'m> {
    let legs = legs(page, &ways);
    let mut fences: Vec<f64> = legs
        .iter()
        .flat_map(|legs| legs.up.into_iter().chain(legs.down))
        .chain([page.grid.start(), page.grid.end()])
        .collect();
    fences.sort_by(f64::total_cmp);
    let mut arcs: Vec<Arc> = ways
        .into_iter()
        .map(|(from, way)| arc(page, &legs, &fences, from, way))
        .collect();
    let height = tracks(&mut arcs);
    Band { arcs, height }
}

fn legs(page: &Page, ways: &[(TouchpointIx, &Next)]) -> Vec<Legs> {
    let count = page.context.map.touchpoints.len();
    let (mut up, mut down) = (vec![false; count], vec![false; count]);
    for (from, way) in ways {
        up[*from] = true;
        if let Some(to) = way.to {
            down[to] = true;
        }
    }
    let place = |touchpoint: TouchpointIx| {
        let center = page.grid.center_of(touchpoint);
        let both = up[touchpoint] && down[touchpoint];
        let aside = if both { LEG } else { 0.0 };
        Legs {
            up: up[touchpoint].then_some(center + aside),
            down: down[touchpoint].then_some(center - aside),
        }
    };
    (0..count).map(place).collect()
}

fn arc<'m>(
    page: &Page<'m, '_>,
    legs: &[Legs],
    fences: &[f64],
    from: TouchpointIx,
    way: &'m Next,
) -> Arc<'m> {
    let start = legs[from].up.unwrap_or_default();
    let end = match way.to {
        Some(to) => legs[to].down.unwrap_or_default(),
        None => start + EXIT,
    };
    // A way is told where it begins.
    let begins = page.grid.column_of[from].is_some();
    let label = (begins && shares::has_label(way))
        .then(|| label(page, fences, from, way, (start, end)))
        .flatten();
    Arc {
        from,
        way,
        start,
        end,
        above: 0.0,
        label,
    }
}

/// The label of a way in the place near its touchpoint where it has the fewest lines.
fn label(
    page: &Page,
    fences: &[f64],
    from: TouchpointIx,
    way: &Next,
    (start, end): (f64, f64),
) -> Option<(f64, f64, Block)> {
    let at = fences.partition_point(|&fence| fence < start);
    let after = fences.iter().skip(at).zip(fences.iter().skip(at + 1));
    let ahead = after.map(|(&left, &right)| (left, right, Align::Start));
    let behind = (1..=at)
        .rev()
        .filter_map(|right| Some((*fences.get(right - 1)?, *fences.get(right)?, Align::End)));
    // Nothing stands between the two legs of a touchpoint.
    let wide = |(left, right, _): &(f64, f64, Align)| right - left > 2.5 * LEG;
    let (ahead, behind) = (ahead.filter(wide), behind.filter(wide));
    // The sign of those who leave and a loop have their label ahead, unless it takes far fewer lines behind.
    let alone = way.to.is_none() || way.to == Some(from);
    let places: Vec<(f64, f64, Align)> = if alone {
        ahead.take(1).chain(behind.take(1)).collect()
    } else if start < end {
        let until = ahead.take_while(|(left, ..)| *left < end);
        until.take(PLACES).collect()
    } else {
        let until = behind.take_while(|(_, right, _)| *right > end);
        until.take(PLACES).collect()
    };
    let made = places.into_iter().map(|(left, right, align)| {
        let (block, lines) = shares::label(page.context, way, right - left - 2.0 * BESIDE, align);
        match align {
            Align::End => {
                let far = if alone { 1 } else { 0 };
                (lines + far, (right - BESIDE - block.width, 0.0, block))
            }
            _ => (lines, (left + BESIDE, 0.0, block)),
        }
    });
    made.min_by_key(|(lines, _)| *lines).map(|(_, label)| label)
}

/// Puts short arcs below long ones, each on the lowest track where nothing is in its way; returns the height of all.
fn tracks(arcs: &mut [Arc]) -> f64 {
    let mut order: Vec<usize> = (0..arcs.len()).collect();
    order.sort_by(|&a, &b| {
        let length = |arc: usize| (arcs[arc].end - arcs[arc].start).abs();
        length(a).total_cmp(&length(b)).then(a.cmp(&b))
    });
    let mut tracks: Vec<Track> = Vec::new();
    for index in order {
        let arc = &arcs[index];
        let (mut left, mut right) = (arc.start.min(arc.end), arc.start.max(arc.end));
        if let Some((x, _, block)) = &arc.label {
            left = left.min(*x);
            right = right.max(x + block.width);
        }
        let extent = (left - BESIDE / 2.0, right + BESIDE / 2.0);
        let mut tried = tracks.iter().take(TRIED);
        let free = tried.position(|track| track.free(extent));
        let track = free.unwrap_or_else(|| {
            tracks.push(Track::default());
            tracks.len() - 1
        });
        let height = arc
            .label
            .as_ref()
            .map_or(0.0, |(_, _, block)| block.height + UNDER);
        tracks[track].take(extent, index, height);
    }
    let mut above = FOOT;
    for track in &tracks {
        for &arc in &track.arcs {
            arcs[arc].above = above;
            if let Some((_, bottom, _)) = &mut arcs[arc].label {
                *bottom = above + UNDER;
            }
        }
        above += track.height + APART;
    }
    if tracks.is_empty() { 0.0 } else { above }
}

/// A height at which arcs run, one beside another.
#[derive(Default)]
struct Track {
    /// What is taken, from start to end of the page.
    taken: Vec<(f64, f64)>,
    arcs: Vec<usize>,
    height: f64,
}

impl Track {
    fn free(&self, (left, right): (f64, f64)) -> bool {
        let after = self.taken.partition_point(|&(_, end)| end <= left);
        self.taken
            .get(after)
            .is_none_or(|&(start, _)| start >= right)
    }

    fn take(&mut self, extent: (f64, f64), arc: usize, height: f64) {
        let after = self.taken.partition_point(|&(_, end)| end <= extent.0);
        self.taken.insert(after, extent);
        self.arcs.push(arc);
        self.height = self.height.max(height);
    }
}
