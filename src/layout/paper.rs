//! A drawing made for a sheet of paper: what gives the largest type for which there is room.
//!
//! Type grows as the page of the drawing gets narrower, since it is then made larger to fill the paper. But on a narrow
//! page texts take more lines, and the drawing gets higher than the paper. So for a number of bands (rows of columns,
//! as lines of a text) the narrowest page is sought on which the drawing is not too high; and of all numbers of bands
//! the one that gives the largest type is taken.

use std::ops::Range;

use super::compose;
use super::grid::Grid;
use super::page::{Context, Frame, MARGIN};
use super::widths::Wanted;
use crate::check::Map;
use crate::geom::{Size, point};
use crate::scene::{Scene, placed, round};
use crate::text::{Fonts, Shaper};
use crate::theme::Theme;

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
}

/// No drawing is narrower than this between its margins, in points of the drawing: the header needs it.
const NARROWEST: f64 = 440.0;
/// Another band has to make the type so many times as large: a journey is followed most easily in one.
const WORTH: f64 = 1.06;
/// More bands than this are not tried after one that was no better.
const TRIES: usize = 3;
/// So many widths are tried for a number of bands, and so near (as a part of it) the last two have to be.
const STEPS: usize = 9;
const NEAR: f64 = 0.004;
/// A drawing that is still too high on a page so many times as wide as its narrowest is made smaller.
const MOST: f64 = 12.0;
/// What is left over goes to the lanes that wait for notes and to the plot of emotion, up to so many times their usual
/// height, then under the rows, at most so many points each.
const NOTES: f64 = 3.0;
const PLOT: f64 = 1.7;
const AIR: f64 = 14.0;
/// A drawing that waits for notes is made at most so many times as large: the room is for the notes.
const FOR_NOTES: f64 = 1.6;

/// Draws a map for paper.
pub(super) fn draw(
    map: &Map,
    second: Option<&Map>,
    theme: &Theme,
    fonts: &Fonts,
    paper: &Paper,
) -> Scene {
    let shaper = Shaper::new(fonts, &map.lang.tag, map.lang.rtl);
    let subject = Subject {
        map,
        second,
        theme,
        shaper: &shaper,
    };
    let Size { width, height } = paper.size;
    let turned = Size {
        width: height,
        height: width,
    };
    let mut best = Fit::on(&subject, paper.size, paper.margin);
    let mut size = paper.size;
    if paper.turns && width != height {
        let other = Fit::on(&subject, turned, paper.margin);
        let better = match map.notes {
            // People work on it side by side, so it lies unless type would get small for that.
            Some(_) => other.scale >= best.scale.min(1.0),
            None => other.scale > best.scale,
        };
        if better {
            (best, size) = (other, turned);
        }
    }
    let scene = best.finish(&subject);
    let (scale, margin) = (best.scale, paper.margin - MARGIN * best.scale);
    // The drawing is as wide as the paper unless even the widest one is too high.
    let used = scene.size.width * scale;
    let by = point(margin.max((size.width - used) / 2.0), margin);
    Scene {
        size: Size {
            width: round(size.width),
            height: round(size.height),
        },
        on_paper: true,
        bleed: paper.bleed,
        nodes: placed(&scene.nodes, scale, by),
        ..scene
    }
}

/// What is drawn.
struct Subject<'a, 'f> {
    map: &'a Map,
    second: Option<&'a Map>,
    theme: &'a Theme,
    shaper: &'a Shaper<'f>,
}

impl<'a, 'f> Subject<'a, 'f> {
    fn context(&self, frame: Frame) -> Context<'a, 'f> {
        Context::new(self.map, self.second, self.theme, self.shaper, frame)
    }

    /// The drawing with its columns in bands, on a page of a width.
    fn compose(&self, frame: Frame, bands: &[Range<usize>], width: f64) -> Scene {
        let context = self.context(frame);
        let wanted = Wanted::of(&context);
        let mut grids = bands
            .iter()
            .map(|band| Grid::of(&context, &wanted, band.clone(), width));
        match grids.next() {
            Some(first) => compose(&context, first, grids.collect()),
            None => compose(&context, Grid::new(&context, &wanted), Vec::new()),
        }
    }
}

/// How a drawing stands on paper.
struct Fit {
    /// How many points of the paper make one of the drawing.
    scale: f64,
    /// Width of the drawing's page, and the height that there is for it, in points of the drawing.
    width: f64,
    room: f64,
    /// Height of the drawing.
    height: f64,
    bands: Vec<Range<usize>>,
}

impl Fit {
    /// The largest drawing on paper of a size.
    fn on(subject: &Subject, size: Size, margin: f64) -> Fit {
        let inner = Size {
            width: size.width - 2.0 * margin,
            height: size.height - 2.0 * margin,
        };
        let wanted = Wanted::of(&subject.context(Frame::default()));
        let most = match subject.second {
            // What is compared is laid over the whole.
            Some(_) => 1,
            None => wanted.columns.len(),
        };
        let narrowest = 2.0 * MARGIN
            + match subject.map.notes {
                Some(_) => NARROWEST.max(inner.width / FOR_NOTES),
                None => NARROWEST,
            };
        let mut best: Option<Fit> = None;
        let mut worse = 0;
        for count in 1..=most {
            let bands = wanted.bands(count);
            if bands.len() < count {
                continue;
            }
            let least = bands
                .iter()
                .map(|band| wanted.least(band.clone()))
                .fold(narrowest, f64::max);
            let known = best.as_ref().map_or(0.0, |best| best.scale * WORTH);
            let bound = inner.width / (least - 2.0 * MARGIN);
            let fit = (bound > known).then(|| Fit::with(subject, inner, bands, least));
            match fit.filter(|fit| fit.scale > known) {
                Some(fit) => (best, worse) = (Some(fit), 0),
                None => worse += 1,
            }
            if worse == TRIES {
                break;
            }
        }
        best.unwrap_or_else(|| {
            let all = 0..wanted.columns.len();
            Fit::with(subject, inner, vec![all.clone()], wanted.least(all))
        })
    }

    /// The largest drawing with these bands: the narrowest page, from `least` on, on which it is not too high.
    fn with(subject: &Subject, inner: Size, bands: Vec<Range<usize>>, least: f64) -> Fit {
        let at = |width: f64| Fit::at(subject, inner, bands.clone(), width);
        let mut narrow = at(least);
        if narrow.fits() {
            return narrow;
        }
        // As wide as it has to be if its height does not change. It gets less high, so this fits, or nearly.
        let mut wide = at(narrow.wide_enough(inner));
        while !wide.fits() && wide.width < MOST * least {
            narrow = wide;
            wide = at(narrow.wide_enough(inner) * (1.0 + NEAR));
        }
        if !wide.fits() {
            return wide.shrunk(inner);
        }
        for _ in 0..STEPS {
            if wide.width - narrow.width <= NEAR * wide.width {
                break;
            }
            // About where the line between the two crosses the height that there is.
            let (over, under) = (narrow.height - narrow.room, wide.room - wide.height);
            let part = (over / (over + under)).clamp(0.1, 0.9);
            let next = at(narrow.width + (wide.width - narrow.width) * part);
            match next.fits() {
                true => wide = next,
                false => narrow = next,
            }
        }
        wide
    }

    /// A drawing whose page is so wide.
    fn at(subject: &Subject, inner: Size, bands: Vec<Range<usize>>, width: f64) -> Fit {
        let scale = inner.width / (width - 2.0 * MARGIN);
        let frame = Frame::of_paper(scale);
        let height = subject.compose(frame, &bands, width).size.height;
        Fit {
            scale,
            width,
            room: inner.height / scale + 2.0 * MARGIN,
            height,
            bands,
        }
    }

    fn fits(&self) -> bool {
        self.height <= self.room
    }

    /// Width of a page on which a drawing of this height is as high as the paper.
    fn wide_enough(&self, inner: Size) -> f64 {
        (self.height - 2.0 * MARGIN) * inner.width / inner.height + 2.0 * MARGIN
    }

    /// The drawing made as small as the paper is low, where it gets no less high however wide it is.
    fn shrunk(self, inner: Size) -> Fit {
        Fit {
            scale: inner.height / (self.height - 2.0 * MARGIN),
            room: self.height,
            ..self
        }
    }

    /// The drawing, with the height that is left over put to use.
    fn finish(&self, subject: &Subject) -> Scene {
        let mut frame = Frame::of_paper(self.scale);
        let mut scene = subject.compose(frame, &self.bands, self.width);
        let steps: [(f64, f64, Spend); 3] = [
            (1.0, NOTES, |frame, notes| frame.notes = notes),
            (1.0, PLOT, |frame, plot| frame.plot = plot),
            (0.0, AIR, |frame, air| frame.air = air),
        ];
        for (usual, most, spend) in steps {
            let spare = self.room - scene.size.height;
            if spare < AIR {
                break;
            }
            let mut more = frame;
            spend(&mut more, most);
            let grown = subject.compose(more, &self.bands, self.width);
            let growth = grown.size.height - scene.size.height;
            if growth <= spare {
                (frame, scene) = (more, grown);
                continue;
            }
            // It grows in proportion.
            spend(&mut frame, usual + (most - usual) * spare / growth);
            scene = subject.compose(frame, &self.bands, self.width);
        }
        let rest = self.room - scene.size.height;
        if rest > 1.0 {
            frame.rest = rest;
            scene = subject.compose(frame, &self.bands, self.width);
        }
        scene
    }
}

/// Gives a frame more of something.
type Spend = fn(&mut Frame, f64);
