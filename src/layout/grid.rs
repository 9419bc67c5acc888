//! The columns: one for each touchpoint, and one for a stage that has none. All of them, or as many as stand in one band.

use std::ops::Range;

use super::lane::Spot;
use super::page::{Context, MARGIN};
use super::widths::Wanted;
use crate::check::{Cell, Map, StageIx, TouchpointIx};
use crate::geom::Rect;
use crate::scene::round;

/// Space between a column's edge and its cards, in points.
pub(crate) const INSET: f64 = 6.0;
/// The page is at least so wide, so that a small map looks composed, in points.
const LEAST_PAGE: f64 = 860.0;
/// How far beyond the end of the columns stands what is not shown, in points.
const BEYOND: f64 = 10.0;

/// The columns of the map and where they stand.
pub(crate) struct Grid {
    /// Width of the page, in points.
    pub page: f64,
    /// Width of the gutter with the lanes' labels, from the margin, in points.
    pub gutter: f64,
    /// From first to last.
    pub columns: Vec<Column>,
    /// For each stage its first column and one past its last; nothing for one that is not shown.
    pub stages: Vec<Range<usize>>,
    /// For each touchpoint its column, if it is shown.
    pub column_of: Vec<Option<usize>>,
    /// Whether the map goes on before the first column, and after the last.
    pub goes_on: (bool, bool),
    /// Whether the first column is the first of its stage.
    begins: bool,
    /// Waiting between columns, from first to last.
    pub gaps: Vec<Gap>,
}

/// Space between two columns in which the journey waits.
pub(crate) struct Gap {
    /// The column before it.
    pub column: usize,
    /// Where it starts, in points from the page's edge.
    pub x: f64,
    /// Extent in points.
    pub width: f64,
    /// Its length in words.
    pub length: String,
}

/// A column.
pub(crate) struct Column {
    /// The stage it belongs to.
    pub stage: StageIx,
    /// The touchpoint; none in a stage without touchpoints.
    pub touchpoint: Option<TouchpointIx>,
    /// Edge at which reading starts, in points from the page's.
    pub x: f64,
    /// Extent in points.
    pub width: f64,
    /// Space after it in which the journey waits, in points.
    pub gap: f64,
}

impl Column {
    /// Where it ends, in points from the page's edge.
    pub fn end(&self) -> f64 {
        self.x + self.width
    }

    /// The middle between it and the next column, in points from the page's edge.
    pub fn border(&self) -> f64 {
        self.end() + self.gap / 2.0
    }

    /// The middle.
    pub fn center(&self) -> f64 {
        self.x + self.width / 2.0
    }
}

impl Grid {
    /// The whole map: every column as wide as the theme says, wider where its words need it or time passes.
    pub fn new(context: &Context, wanted: &Wanted) -> Grid {
        let all = 0..wanted.columns.len();
        let page = wanted.usual(all.clone()).max(LEAST_PAGE);
        Grid::of(context, wanted, all, page)
    }

    /// Some of the columns, on a page of a width in points; columns never get narrower than their words allow.
    pub fn of(context: &Context, wanted: &Wanted, part: Range<usize>, page: f64) -> Grid {
        let map = context.map;
        let room = page - 2.0 * MARGIN - wanted.gutter;
        let widths = wanted.share(part.clone(), room);
        let shown = &wanted.columns[part.clone()];
        let mut grid = Grid {
            page: 0.0,
            gutter: wanted.gutter,
            columns: Vec::with_capacity(shown.len()),
            stages: vec![0..0; map.stages.len()],
            column_of: vec![None; map.touchpoints.len()],
            gaps: Vec::new(),
            goes_on: (part.start > 0, part.end < wanted.columns.len()),
            begins: wanted.begins(part.start),
        };
        let mut x = grid.start();
        for (at, (column, (width, gap))) in shown.iter().zip(widths).enumerate() {
            if let Some(touchpoint) = column.touchpoint {
                grid.column_of[touchpoint] = Some(at);
            }
            let stage = &mut grid.stages[column.stage];
            stage.start = if stage.end == 0 { at } else { stage.start };
            stage.end = at + 1;
            let (stage, touchpoint) = (column.stage, column.touchpoint);
            let gap = if at + 1 < shown.len() { gap } else { 0.0 };
            grid.columns.push(Column {
                stage,
                touchpoint,
                x,
                width,
                gap,
            });
            x += width;
            if let (Some(wait), true) = (&column.wait, gap > 0.0) {
                grid.gaps.push(Gap {
                    column: at,
                    x,
                    width: gap,
                    length: wait.length.clone(),
                });
            }
            x += gap;
        }
        grid.page = round(x + MARGIN);
        grid
    }

    /// The stages that are shown, in order.
    pub fn shown(&self) -> Range<StageIx> {
        let first = self.columns.first().map_or(0, |column| column.stage);
        first..self.columns.last().map_or(first, |column| column.stage + 1)
    }

    /// Whether a stage is shown from its first column on, so that what stands at it as a whole is drawn here.
    pub fn begins(&self, stage: StageIx) -> bool {
        let shown = self.shown();
        shown.contains(&stage) && (stage > shown.start || self.begins)
    }

    /// Where a touchpoint's column starts and how wide it is; one that is not shown is a point beyond the end.
    pub fn place_of(&self, touchpoint: TouchpointIx) -> (f64, f64) {
        let column = self.column_of[touchpoint].map(|column| &self.columns[column]);
        match column {
            Some(column) => (column.x, column.width),
            None => (self.beyond(touchpoint < self.first_touchpoint()), 0.0),
        }
    }

    /// Where what belongs to a stage as a whole starts and how wide it is; of one that does not begin here a point beyond
    /// the end.
    pub fn place_of_stage(&self, stage: StageIx) -> (f64, f64) {
        match self.begins(stage) {
            true => self.stage(stage),
            false => (self.beyond(stage <= self.shown().start), 0.0),
        }
    }

    /// Where a touchpoint's column has its middle.
    pub fn center_of(&self, touchpoint: TouchpointIx) -> f64 {
        let (x, width) = self.place_of(touchpoint);
        x + width / 2.0
    }

    fn beyond(&self, before: bool) -> f64 {
        match before {
            true => self.start() - BEYOND,
            false => self.end() + BEYOND,
        }
    }

    fn first_touchpoint(&self) -> TouchpointIx {
        let shown = self.columns.iter().find_map(|column| column.touchpoint);
        shown.unwrap_or_default()
    }

    /// What is seen of something that goes on where the map does, but its columns end here, between two heights in
    /// points; nothing is cut off where the whole map is shown.
    pub fn window(&self, top: f64, bottom: f64) -> Option<Rect> {
        let whole = self.goes_on == (false, false);
        let width = self.end() - self.start();
        (!whole).then(|| Rect::new(self.start(), top, width, bottom - top))
    }

    /// Where the first column starts.
    pub fn start(&self) -> f64 {
        MARGIN + self.gutter
    }

    /// Where the last column ends.
    pub fn end(&self) -> f64 {
        self.page - MARGIN
    }

    /// The place of a stage: where it starts and how wide it is, gaps between its columns included.
    pub fn stage(&self, stage: StageIx) -> (f64, f64) {
        let columns = &self.columns[self.stages[stage].clone()];
        let x = columns.first().map_or(0.0, |column| column.x);
        (x, extent(columns))
    }

    /// The columns in which a cell stands.
    pub fn columns_of(&self, spot: Spot) -> Range<usize> {
        match spot {
            Spot::Stage(stage) => self.stages[stage].clone(),
            Spot::Touchpoint(touchpoint) => match self.column_of[touchpoint] {
                Some(column) => column..column + 1,
                None => 0..0,
            },
        }
    }

    /// The cell of a column: its touchpoint's, or nothing where the stage has no touchpoint.
    pub fn cell<'m>(&self, map: &'m Map, column: &Column) -> Option<&'m Cell> {
        column
            .touchpoint
            .map(|touchpoint| &map.touchpoints[touchpoint].cell)
    }
}

/// From the first column's start to the last one's end, in points.
fn extent(columns: &[Column]) -> f64 {
    match (columns.first(), columns.last()) {
        (Some(first), Some(last)) => last.end() - first.x,
        _ => 0.0,
    }
}
