//! Polygons as paths of one tile.
//!
//! Every line is cut where rows of tiles meet and where columns of tiles meet. So no line reaches from one tile into the
//! next: cutting it there is all that the painter would do, but it would round otherwise than in a page that is painted
//! whole, and the seam would show.

use tiny_skia::{Path, PathBuilder};

use super::outline::{GRID, Ring};

/// Pixels from one column of tiles to the next. 8191 are the most that `tiny-skia` takes.
pub const ACROSS: u32 = 4096;
/// Rows from one cut to the next. A tile has a multiple of it, unless the page ends.
pub const ROWS: u32 = 64;

/// Polygons as a path, seen from the corner of a tile of a size; `None` where it has no extent.
pub fn path(rings: &[Ring], corner: [u32; 2], size: [u32; 2]) -> Option<Path> {
    let corner = corner.map(|at| at as i32 * GRID);
    let size = size.map(|side| side as i32 * GRID);
    let mut builder = PathBuilder::new();
    let mut cuts = Vec::new();
    for ring in rings {
        let local = |p: &[i32; 2]| {
            [
                p[0].saturating_sub(corner[0]),
                p[1].saturating_sub(corner[1]),
            ]
        };
        let Some(mut from) = ring.last().map(local) else {
            continue;
        };
        let [x, y] = place(from);
        builder.move_to(x, y);
        for to in ring.iter().map(local) {
            between(&mut cuts, from, to, size);
            for at in cuts.drain(..).chain([to]) {
                let [x, y] = place(at);
                builder.line_to(x, y);
            }
            from = to;
        }
        builder.close();
    }
    builder.finish()
}

/// A place on the grid in pixels; exact, since 24 bits are enough for it.
fn place(p: [i32; 2]) -> [f32; 2] {
    p.map(|part| part as f32 / GRID as f32)
}

/// The places at which a line is cut that can be seen in a tile, in order.
fn between(cuts: &mut Vec<[i32; 2]>, from: [i32; 2], to: [i32; 2], size: [i32; 2]) {
    let steps = [ACROSS as i32 * GRID, ROWS as i32 * GRID];
    for axis in [0, 1] {
        let (low, high) = (from[axis].min(to[axis]), from[axis].max(to[axis]));
        let (step, edge) = (steps[axis], size[axis]);
        let mut at = (low.max(-1).div_euclid(step) + 1) * step;
        while at < high.min(edge) {
            cuts.push(met(from, to, axis, at));
            at += step;
        }
        if low < edge && edge < high {
            cuts.push(met(from, to, axis, edge));
        }
    }
    cuts.sort_by_key(|p| (p[0].abs_diff(from[0]), p[1].abs_diff(from[1])));
}

/// Where a line meets a row or a column, rounded to the grid; the same whichever way the line runs.
fn met(from: [i32; 2], to: [i32; 2], axis: usize, at: i32) -> [i32; 2] {
    let (low, high) = match from[axis] < to[axis] {
        true => (from, to),
        false => (to, from),
    };
    let other = 1 - axis;
    let [start, end] = [low, high].map(|p| i64::from(p[axis]));
    let [first, last] = [low, high].map(|p| i64::from(p[other]));
    let (extent, moved) = (end - start, (last - first) * (i64::from(at) - start));
    let rounded = (2 * moved + extent).div_euclid(2 * extent);
    let mut place = [at; 2];
    place[other] = (first + rounded) as i32;
    place
}
