//! How a poster is divided: which way round the sheets lie, where the cuts stand, where the key finds room.

use super::crossed::{Crossed, Harm, together};
use super::cuts::Length;
use super::{BORDER, MOST, Refusal, Shown, Tiling};
use crate::geom::{Rect, Size, point};
use crate::scene::{Scene, round};

/// Height of a row of the key and width of a column of it, in points.
const KEY_CELL: [f64; 2] = [14.0, 18.0];
/// Least and largest extent of a key below a piece of the poster, and of one beside it, in points.
const BELOW: [f64; 2] = [64.0, 150.0];
const BESIDE: [f64; 2] = [84.0, 150.0];

/// Where the key of the whole stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Key {
    /// Nowhere: there is one sheet.
    None,
    /// On the first sheet, below its piece of the poster.
    Below,
    /// On the first sheet, after its piece of the poster.
    Beside,
    /// On a sheet of its own.
    Apart,
}

/// A piece between two cuts, in points from the edge of the poster at which reading starts, or from its top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Piece {
    /// Where it is cut.
    pub trim: [f64; 2],
    /// What is printed: more than what remains.
    pub shown: [f64; 2],
}

/// How a poster is divided.
#[derive(Debug)]
pub(super) struct Plan {
    /// Extent of a sheet as it lies.
    pub sheet: Size,
    /// Whether the poster runs from right to left.
    pub rtl: bool,
    /// In the order of reading.
    pub columns: Vec<Piece>,
    /// From top to bottom.
    pub rows: Vec<Piece>,
    /// Where the key stands.
    pub key: Key,
}

impl Plan {
    /// The division with the fewest sheets; of several, the one that cuts through the least text.
    pub fn new(poster: &Scene, tiling: &Tiling) -> Result<Plan, Refusal> {
        let layouts = layouts(poster, tiling);
        let fewest = layouts.iter().map(Layout::sheets).min();
        let fewest = fewest.ok_or(Refusal::Overlap)?;
        if fewest > MOST {
            return Err(Refusal::TooMany { sheets: fewest });
        }
        let width = poster.size.width;
        let columns = Crossed::new(&poster.nodes, |place: Rect| {
            let ends = match poster.rtl {
                false => [place.x, place.right()],
                true => [width - place.right(), width - place.x],
            };
            (ends, place.height)
        });
        let rows = Crossed::new(&poster.nodes, |place: Rect| {
            ([place.y, place.bottom()], place.width)
        });
        let plans = layouts.iter().filter(|layout| layout.sheets() == fewest);
        let plans = plans.map(|layout| layout.plan(&columns, &rows));
        let best = plans.min_by_key(|(_, harm)| *harm);
        best.map(|(plan, _)| plan).ok_or(Refusal::Overlap)
    }

    /// What the sheet in a column and row shows of a poster. The first one stands at the edge where reading starts.
    pub fn shown(&self, [column, row]: [usize; 2], poster: &Scene) -> Option<Shown> {
        let (across, down) = (self.columns.get(column)?, self.rows.get(row)?);
        let whole = poster.size.width;
        let place = |[start, end]: [f64; 2], [top, bottom]: [f64; 2]| {
            let x = if self.rtl { whole - end } else { start };
            Rect::new(round(x), top, round(end - start), round(bottom - top))
        };
        let window = place(across.shown, down.shown);
        let left = match self.rtl {
            false => BORDER,
            true => self.sheet.width - BORDER - window.width,
        };
        Some(Shown {
            window,
            trim: place(across.trim, down.trim),
            by: point(
                round(round(left) - window.x),
                round(round(BORDER) - window.y),
            ),
        })
    }

    /// Where the window of a piece and what remains of it lie on their sheet, as the builder wants it: from the edge where
    /// reading starts.
    pub fn on_sheet(&self, piece: &Shown) -> [Rect; 2] {
        [piece.window, piece.trim].map(|place| {
            let left = place.x + piece.by.x;
            let x = match self.rtl {
                false => left,
                true => self.sheet.width - left - place.width,
            };
            Rect::new(x, place.y + piece.by.y, place.width, place.height)
        })
    }

    /// How many sheets there are.
    pub fn sheets(&self) -> usize {
        self.columns.len() * self.rows.len() + usize::from(self.key == Key::Apart)
    }
}

/// A way to divide a poster, its cuts still open.
#[derive(Debug)]
struct Layout {
    sheet: Size,
    rtl: bool,
    columns: Length,
    rows: Length,
    key: Key,
}

/// The ways there are: the sheet upright and turned, with the key in each place.
fn layouts(poster: &Scene, tiling: &Tiling) -> Vec<Layout> {
    let turned = Size {
        width: tiling.sheet.height,
        height: tiling.sheet.width,
    };
    let mut layouts = Vec::new();
    for sheet in [tiling.sheet, turned] {
        let sheet = Size {
            width: round(sheet.width),
            height: round(sheet.height),
        };
        let length = |whole: f64, room: f64| Length {
            whole,
            bleed: poster.bleed,
            room: room - 2.0 * BORDER,
            lost: 0.0,
            overlap: tiling.overlap,
        };
        let columns = length(poster.size.width, sheet.width);
        let rows = length(poster.size.height, sheet.height);
        if !(columns.is_cuttable() && rows.is_cuttable()) {
            continue;
        }
        let mut add = |columns: Length, rows: Length, key: Key| {
            if columns.is_cuttable() && rows.is_cuttable() {
                layouts.push(Layout {
                    sheet,
                    rtl: poster.rtl,
                    columns,
                    rows,
                    key,
                });
            }
        };
        if columns.pieces() * rows.pieces() == 1 {
            add(columns, rows, Key::None);
            continue;
        }
        let lost = |pieces: usize, cell: f64, [least, most]: [f64; 2]| {
            (pieces as f64 * cell).clamp(least, most)
        };
        let below = Length {
            lost: lost(rows.pieces(), KEY_CELL[0], BELOW),
            ..rows
        };
        let beside = Length {
            lost: lost(columns.pieces(), KEY_CELL[1], BESIDE),
            ..columns
        };
        add(columns, below, Key::Below);
        add(beside, rows, Key::Beside);
        add(columns, rows, Key::Apart);
    }
    layouts
}

impl Layout {
    fn sheets(&self) -> usize {
        let apart = usize::from(self.key == Key::Apart);
        self.columns
            .pieces()
            .saturating_mul(self.rows.pieces())
            .saturating_add(apart)
    }

    fn plan(&self, columns: &Crossed, rows: &Crossed) -> (Plan, Harm) {
        let (across, harm) = self.columns.cuts(columns);
        let (down, more) = self.rows.cuts(rows);
        let plan = Plan {
            sheet: self.sheet,
            rtl: self.rtl,
            columns: pieces(&self.columns, &across),
            rows: pieces(&self.rows, &down),
            key: self.key,
        };
        (plan, together(harm, more))
    }
}

/// The pieces between cuts. Neighbours share half of the overlap on either side of their cut.
fn pieces(length: &Length, cuts: &[f64]) -> Vec<Piece> {
    let shared = round(length.overlap / 2.0);
    let whole = round(length.whole);
    let starts = [0.0].into_iter().chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([whole]);
    let piece = |(start, end): (f64, f64)| {
        let first = if start == 0.0 { length.bleed } else { shared };
        let last = if end == whole { length.bleed } else { shared };
        Piece {
            trim: [start, end],
            shown: [round(start - first), round(end + last)],
        }
    };
    starts.zip(ends).map(piece).collect()
}
