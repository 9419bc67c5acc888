//! A drawing made for a sheet of paper, with the largest type for which there is room.

mod fit;
mod legible;

pub use legible::{TooSmall, least_type, reading_distance};

use std::cell::{Cell, RefCell};

use crate::check::Map;
use crate::geom::Size;
use crate::scene::{Scene, round};
use crate::text::Shaper;
use crate::theme::Theme;
use fit::{Fit, Room, Subject};

/// A drawing that waits for notes is not made smaller than this for their sake; then their lanes get lower, in these steps.
const LEAST_WITH_NOTES: f64 = 0.7;
const LOWER_NOTES: [f64; 3] = [0.75, 0.5, 0.25];

/// A sheet of paper to draw on. Lengths are points on the paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paper {
    /// Its extent after cutting.
    pub size: Size,
    /// Whether it may be turned where the type gets larger so.
    pub turns: bool,
    /// Distance from its edges to the drawing.
    pub margin: f64,
    /// How far the ground reaches beyond the edges, to be cut off.
    pub bleed: f64,
    /// From how far its smallest type is to be read; 0 where nothing is asked.
    pub read_from: f64,
}

/// A drawing that waits for notes lies on its long side where its scale is more than this part of 1, or of what it is upright.
const ENOUGH: f64 = 0.99;

/// Draws a map for paper, perhaps with a second one. Where its type would be too small to be read from where it is to be
/// read, what is in the way.
pub fn draw_on(
    map: &Map,
    second: Option<&Map>,
    theme: &Theme,
    shaper: &Shaper,
    paper: &Paper,
) -> (Scene, Option<TooSmall>) {
    let subject = Subject {
        map,
        second,
        theme,
        shaper,
        wanted: RefCell::default(),
        left: Cell::new(0),
    };
    let (size, fit) = best(&subject, paper, 0.0);
    let finish = |size: Size, fit: &Fit| {
        let scene = fit.finish(&subject, size, paper.margin);
        Scene {
            size: Size {
                width: round(size.width),
                height: round(size.height),
            },
            on_paper: true,
            bleed: paper.bleed,
            ..scene
        }
    };
    let scene = finish(size, &fit);
    let least = least_type(shaper.fonts(), paper.read_from);
    let smallest = scene.smallest_type();
    if smallest + legible::ROUNDING >= least {
        return (scene, None);
    }
    let (other, legible) = best(&subject, paper, least);
    if legible.fits() {
        return (finish(other, &legible), None);
    }
    let enlarged = fit.with_type(&subject, least);
    let in_the_way = TooSmall::new(map, &enlarged, fit.scale, (least, smallest));
    (scene, Some(in_the_way))
}

/// The larger of the drawings on the paper and, if it may be, on the paper turned. Lanes that wait for notes get lower only
/// where type would get small for them.
fn best(subject: &Subject, paper: &Paper, least_type: f64) -> (Size, Fit) {
    let best = best_with(subject, paper, least_type, 1.0);
    if subject.map.notes.is_none() || best.1.scale >= LEAST_WITH_NOTES {
        return best;
    }
    let mut lower = LOWER_NOTES
        .into_iter()
        .map(|notes| best_with(subject, paper, least_type, notes));
    let large_enough = lower.find(|(_, fit)| fit.scale >= LEAST_WITH_NOTES);
    large_enough.unwrap_or(best)
}

fn best_with(subject: &Subject, paper: &Paper, least_type: f64, notes: f64) -> (Size, Fit) {
    let Size { width, height } = paper.size;
    let turned = Size {
        width: height,
        height: width,
    };
    let room = |size: Size| Room {
        size: Size {
            width: size.width - 2.0 * paper.margin,
            height: size.height - 2.0 * paper.margin,
        },
        least_type,
        notes,
    };
    let mut best = (paper.size, Fit::on(subject, room(paper.size), 0.0));
    if paper.turns && width != height {
        let known = best.1.as_ref().map_or(0.0, |fit| match subject.map.notes {
            // People work on it side by side, so it lies unless type would get small for that.
            Some(_) if height > width => fit.scale.min(1.0) * ENOUGH,
            _ => fit.scale,
        });
        if let Some(fit) = Fit::on(subject, room(turned), known) {
            best = (turned, Some(fit));
        }
    }
    let (size, fit) = best;
    (size, fit.unwrap_or_else(|| Fit::any(subject, room(size))))
}
