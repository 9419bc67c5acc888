//! The largest drawing for which a sheet has room.
//!
//! Type grows as the page of the drawing gets narrower, since it is then made larger to fill the paper. But on a narrow
//! page texts take more lines, and the drawing gets higher than the paper. So for a number of bands (rows of columns,
//! as lines of a text) the narrowest page is sought on which the drawing is not too high; and of all numbers of bands
//! the one that gives the largest type is taken.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use crate::check::Map;
use crate::geom::{Size, point};
use crate::layout::grid::Grid;
use crate::layout::page::{Context, Frame, MARGIN};
use crate::layout::widths::Wanted;
use crate::layout::{compose, measure};
use crate::scene::Scene;
use crate::text::Shaper;
use crate::theme::Theme;

/// No drawing is narrower than this between its margins, in points of the drawing: the header needs it.
const NARROWEST: f64 = 440.0;
/// Another band has to make the type so many times as large: a journey is followed most easily in one.
const WORTH: f64 = 1.06;
/// More bands than this are not tried after one that was no better.
const TRIES: usize = 3;
/// So many widths are tried between one that is too narrow and one that fits, until so much of the height is used.
const STEPS: usize = 5;
const FULL: f64 = 0.99;
/// Parts of the way from one to the other that are tried first.
const PARTS: [f64; 5] = [0.15, 0.3, 0.45, 0.6, 0.8];
/// How much wider than where it would just fit a page is tried, as a part of its width.
const MORE: f64 = 0.002;
/// A drawing that is still too high on a page so many times as wide as its narrowest is made smaller.
const MOST: f64 = 12.0;
/// What is left over goes to the lanes that wait for notes and to the plot of emotion, up to so many times their usual
/// height, then under the rows, at most so many points each.
const NOTES: f64 = 3.0;
const PLOT: f64 = 1.7;
const AIR: f64 = 22.0;
/// So much is laid out in search of the best fit, in parts, as [`crate::scene::Builder::parts`] counts them: enough for all that is tried of a map of 100
/// touchpoints. Of a larger map less is tried, and its fit is nearly as good.
const WORK: u64 = 100_000;
/// A drawing that waits for notes is made at most so many times as large: the room is for the notes.
const FOR_NOTES: f64 = 1.6;

/// What is drawn.
pub(crate) struct Subject<'a, 'f> {
    pub map: &'a Map,
    pub second: Option<&'a Map>,
    pub theme: &'a Theme,
    pub shaper: &'a Shaper<'f>,
    /// What its columns ask for: the least size of type and the scale for which that was asked last, and the answer.
    pub wanted: RefCell<Option<([f64; 2], Rc<Wanted>)>>,
    /// How much more may be laid out in search of a better fit, in parts, as [`crate::scene::Builder::parts`] counts them.
    pub left: Cell<u64>,
}

impl<'a, 'f> Subject<'a, 'f> {
    fn context(&self, frame: Frame) -> Context<'a, 'f> {
        Context::new(self.map, self.second, self.theme, self.shaper, frame)
    }

    /// What its columns ask for. Of the frame that depends on the least size of type, and on the scale where there are notes.
    fn wanted(&self, context: &Context) -> Rc<Wanted> {
        let scale = self.map.notes.map_or(1.0, |_| context.frame.scale);
        let asked = [context.frame.least_type, scale];
        let mut last = self.wanted.borrow_mut();
        match &*last {
            Some((known, wanted)) if *known == asked => Rc::clone(wanted),
            _ => {
                let wanted = Rc::new(Wanted::of(context));
                *last = Some((asked, Rc::clone(&wanted)));
                wanted
            }
        }
    }

    /// Counts what was laid out.
    fn spend(&self, weight: u64) {
        self.left.set(self.left.get().saturating_sub(weight));
    }

    /// Whether enough has been laid out in search of a better fit.
    fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// The drawing with its columns in bands, on a page of a width: as it is made by [`compose`], or what is measured of it.
    fn lay_out<T>(
        &self,
        frame: Frame,
        bands: &[Range<usize>],
        width: f64,
        make: fn(&Context, Grid, Vec<Grid>) -> T,
    ) -> T {
        let context = self.context(frame);
        let wanted = self.wanted(&context);
        let mut grids = bands
            .iter()
            .map(|band| Grid::of(&context, &wanted, band.clone(), width));
        match grids.next() {
            Some(first) => make(&context, first, grids.collect()),
            None => make(&context, Grid::new(&context, &wanted), Vec::new()),
        }
    }
}

/// The room that a sheet has: the extent between its margins, and the least size of type, in points of the paper; and the
/// height of lanes that wait for notes, as a multiple of what they ask for.
#[derive(Clone, Copy)]
pub(crate) struct Room {
    pub size: Size,
    pub least_type: f64,
    pub notes: f64,
}

/// How a drawing stands on paper.
pub(crate) struct Fit {
    /// How many points of the paper make one of the drawing.
    pub scale: f64,
    /// The scale by which it was laid out: what has a height in millimetres has less of them where there is no room.
    laid_out: f64,
    /// Width of the drawing's page, and the height that there is for it, in points of the drawing.
    width: f64,
    room: f64,
    /// Height of the drawing; more than there is room for where it is too wide.
    height: f64,
    /// Least size of type, in points of the drawing.
    least_type: f64,
    /// Height of lanes that wait for notes, as a multiple of what they ask for.
    notes: f64,
    /// The columns of each band.
    pub bands: Vec<Range<usize>>,
}

impl Fit {
    /// The largest drawing, if its scale is more than `known`.
    pub fn on(subject: &Subject, room: Room, known: f64) -> Option<Fit> {
        let wanted = subject.wanted(&subject.context(Frame::default()));
        let most = match subject.second {
            // What is compared is laid over the whole.
            Some(_) => 1,
            None => wanted.columns.len(),
        };
        let narrowest = narrowest(subject, room);
        let mut best: Option<Fit> = None;
        let mut worse = 0;
        subject.left.set(WORK);
        for count in 1..=most {
            if count > 1 && subject.is_spent() {
                break;
            }
            let bands = wanted.bands(count);
            subject.spend(wanted.columns.len() as u64);
            if bands.len() < count {
                continue;
            }
            let least = bands.iter().map(|band| wanted.least(band.clone()));
            let least = least.fold(narrowest, f64::max);
            let known = best.as_ref().map_or(known, |best| best.scale * WORTH);
            match Fit::with(subject, room, bands, least, known) {
                Some(fit) => (best, worse) = (Some(fit), 0),
                None => worse += 1,
            }
            if worse == TRIES {
                break;
            }
        }
        best
    }

    /// A drawing in one band, where none is better.
    pub fn any(subject: &Subject, room: Room) -> Fit {
        let wanted = subject.wanted(&subject.context(Frame::default()));
        let all = 0..wanted.columns.len();
        let least = wanted.least(all.clone()).max(narrowest(subject, room));
        Fit::at(subject, room, vec![all], least)
    }

    /// The largest drawing with these bands, if its scale is more than `known`: the narrowest page, from `least` on, on
    /// which it is not too high.
    fn with(
        subject: &Subject,
        room: Room,
        bands: Vec<Range<usize>>,
        least: f64,
        known: f64,
    ) -> Option<Fit> {
        if scale(room, least) <= known {
            return None;
        }
        let at = |width: f64| Fit::at(subject, room, bands.clone(), width);
        let mut narrow = at(least);
        if narrow.fits() {
            return Some(narrow);
        }
        // As wide as it has to be if its height does not change. It gets less high, so this fits, or nearly.
        let mut wide = at(narrow.wide_enough(room));
        while !wide.fits() && wide.width < MOST * least && wide.scale > known && !subject.is_spent()
        {
            narrow = wide;
            wide = at(narrow.wide_enough(room) * (1.0 + MORE));
        }
        if !wide.fits() {
            let shrunk = wide.shrunk(room);
            return (room.least_type == 0.0 && shrunk.scale > known).then_some(shrunk);
        }
        // Where the header is arranged anew the height leaps, so that a narrower page may fit again.
        let (first, span) = (narrow.width, wide.width - narrow.width);
        for part in PARTS {
            if narrow.scale <= known || subject.is_spent() {
                return (wide.scale > known).then_some(wide);
            }
            let next = at(first + span * part);
            if next.fits() {
                wide = next;
                break;
            }
            narrow = next;
        }
        for _ in 0..STEPS {
            if wide.height >= FULL * wide.room || narrow.scale <= known || subject.is_spent() {
                break;
            }
            let next = at(between(&narrow, &wide));
            match next.fits() {
                true => wide = next,
                false => narrow = next,
            }
        }
        (wide.scale > known).then_some(wide)
    }

    /// A drawing whose page is so wide.
    fn at(subject: &Subject, room: Room, bands: Vec<Range<usize>>, width: f64) -> Fit {
        let scale = scale(room, width);
        let mut fit = Fit {
            scale,
            laid_out: scale,
            width,
            room: room.size.height / scale + 2.0 * MARGIN,
            height: 0.0,
            least_type: room.least_type / scale,
            notes: room.notes,
            bands,
        };
        let size = fit.measure(subject, fit.frame());
        // Words may be wider than the columns that there is room for.
        let too_wide = (size.width - 1.0).max(width) / width;
        fit.height = size.height.max(too_wide * fit.room);
        fit
    }

    /// Whether the sheet has room for it.
    pub fn fits(&self) -> bool {
        self.height <= self.room
    }

    /// The drawing as it is, with no type smaller than this, in points of the paper, whether there is room or not.
    pub fn with_type(&self, subject: &Subject, least: f64) -> Scene {
        let frame = Frame {
            least_type: least / self.scale,
            ..self.frame()
        };
        self.compose(subject, frame)
    }

    fn frame(&self) -> Frame {
        Frame {
            least_type: self.least_type,
            notes: self.notes,
            ..Frame::of_paper(self.laid_out)
        }
    }

    fn compose(&self, subject: &Subject, frame: Frame) -> Scene {
        subject.lay_out(frame, &self.bands, self.width, compose)
    }

    fn measure(&self, subject: &Subject, frame: Frame) -> Size {
        let (size, parts) = subject.lay_out(frame, &self.bands, self.width, measure);
        subject.spend(parts);
        size
    }

    /// Width of a page on which a drawing of this height is as high as the paper.
    fn wide_enough(&self, room: Room) -> f64 {
        (self.height - 2.0 * MARGIN) * room.size.width / room.size.height + 2.0 * MARGIN
    }

    /// The drawing made as small as the paper is low, where it gets no less high however wide it is.
    fn shrunk(self, room: Room) -> Fit {
        Fit {
            scale: room.size.height / (self.height - 2.0 * MARGIN),
            room: self.height,
            ..self
        }
    }

    /// The drawing on paper of a size, with the height that is left over put to use. Where even the widest drawing is too
    /// high, it is not as wide as the paper, and stands in the middle.
    pub fn finish(&self, subject: &Subject, size: Size, margin: f64) -> Scene {
        let mut frame = self.spread(subject);
        let used = self.width * self.scale;
        let margin = margin - MARGIN * self.scale;
        let left = margin.max((size.width - used) / 2.0);
        frame.at = Some((self.scale, point(left, margin)));
        self.compose(subject, frame)
    }

    /// Gives the height that is left over to what can use it.
    fn spread(&self, subject: &Subject) -> Frame {
        let mut frame = self.frame();
        if subject.is_spent() {
            frame.rest = (self.room - self.height).max(0.0);
            return frame;
        }
        let mut size = self.measure(subject, frame);
        let steps: [(f64, f64, Spend); 3] = [
            (self.notes, NOTES, |frame, notes| frame.notes = notes),
            (1.0, PLOT, |frame, plot| frame.plot = plot),
            (0.0, AIR, |frame, air| frame.air = air),
        ];
        for (usual, most, spend) in steps {
            let spare = self.room - size.height;
            if spare < AIR {
                break;
            }
            let mut more = frame;
            spend(&mut more, most);
            let grown = self.measure(subject, more);
            let growth = grown.height - size.height;
            if growth <= spare {
                (frame, size) = (more, grown);
                continue;
            }
            // It grows in proportion.
            spend(&mut frame, usual + (most - usual) * spare / growth);
            size = self.measure(subject, frame);
        }
        frame.rest = (self.room - size.height).max(0.0);
        frame
    }
}

/// Gives a frame more of something.
type Spend = fn(&mut Frame, f64);

/// How many points of the paper make one of a drawing whose page is so wide.
fn scale(room: Room, width: f64) -> f64 {
    room.size.width / (width - 2.0 * MARGIN)
}

/// Width of the narrowest page, in points of the drawing.
fn narrowest(subject: &Subject, room: Room) -> f64 {
    let inner = match subject.map.notes {
        Some(_) => NARROWEST.max(room.size.width / FOR_NOTES),
        None => NARROWEST,
    };
    inner + 2.0 * MARGIN
}

/// A width between one that is too narrow and one that fits, about where the height just suffices: a drawing's height falls
/// as 1 / width towards that of its fixed parts, the height that there is grows with the width.
fn between(narrow: &Fit, wide: &Fit) -> f64 {
    let falls = (narrow.height - wide.height) / (1.0 / narrow.width - 1.0 / wide.width);
    let fixed = wide.height - falls / wide.width;
    let grows = (wide.room - narrow.room) / (wide.width - narrow.width);
    let lacks = fixed - (wide.room - grows * wide.width);
    // fixed + falls / w = room + grows * w
    let root = libm::sqrt((lacks * lacks + 4.0 * grows * falls).max(0.0));
    let crossing = (lacks + root) / (2.0 * grows) * (1.0 + MORE);
    let span = wide.width - narrow.width;
    crossing.clamp(narrow.width + 0.05 * span, wide.width - 0.05 * span)
}
