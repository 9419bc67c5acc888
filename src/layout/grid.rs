//! The columns: one for each touchpoint, and one for a stage that has none.

use super::lane::Spot;
use super::page::{Context, MARGIN};
use super::widths;
use crate::check::{Cell, Map, StageIx, TouchpointIx};
use crate::scene::round;

/// Space between a column's edge and its cards, in points.
pub(crate) const INSET: f64 = 6.0;
/// The page is at least so wide, so that a small map looks composed, in points.
const LEAST_PAGE: f64 = 860.0;
/// The gutter's width, in points: at least, and at most.
const GUTTER: (f64, f64) = (126.0, 176.0);

/// The columns of the map and where they stand.
pub(crate) struct Grid {
    /// Width of the page, in points.
    pub page: f64,
    /// Width of the gutter with the lanes' labels, from the margin, in points.
    pub gutter: f64,
    /// From first to last.
    pub columns: Vec<Column>,
    /// For each stage its first column and one past its last.
    pub stages: Vec<std::ops::Range<usize>>,
    /// For each touchpoint its column.
    pub column_of: Vec<usize>,
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
}

impl Column {
    /// The middle.
    pub fn center(&self) -> f64 {
        self.x + self.width / 2.0
    }
}

impl Grid {
    /// Chooses the widths: every column as wide as the theme says, wider where its words need it.
    pub fn new(context: &Context) -> Grid {
        let map = context.map;
        let mut columns = Vec::new();
        let mut stages = Vec::new();
        let mut column_of = Vec::new();
        for (stage, data) in map.stages.iter().enumerate() {
            let first = columns.len();
            let column = |touchpoint| Column {
                stage,
                touchpoint,
                x: 0.0,
                width: 0.0,
            };
            column_of.extend((0..data.touchpoints.len()).map(|at| first + at));
            columns.extend(
                data.touchpoints
                    .clone()
                    .map(|touchpoint| column(Some(touchpoint))),
            );
            if data.touchpoints.is_empty() {
                columns.push(column(None));
            }
            stages.push(first..columns.len());
        }
        for column in &mut columns {
            column.width = widths::column(context, column.stage, column.touchpoint);
        }
        for (stage, range) in stages.iter().enumerate() {
            let have: f64 = columns[range.clone()]
                .iter()
                .map(|column| column.width)
                .sum();
            let lack = (widths::stage(context, stage) - have) / range.len() as f64;
            if lack > 0.0 {
                columns[range.clone()]
                    .iter_mut()
                    .for_each(|column| column.width += lack);
            }
        }
        let gutter = widths::gutter(context).clamp(GUTTER.0, GUTTER.1);
        let mut grid = Grid {
            page: 0.0,
            gutter,
            columns,
            stages,
            column_of,
        };
        grid.place();
        grid
    }

    /// Shares spare width evenly, and gives every column its place.
    fn place(&mut self) {
        let sum: f64 = self.columns.iter().map(|column| column.width).sum();
        let spare = (LEAST_PAGE - 2.0 * MARGIN - self.gutter - sum).max(0.0);
        let share = spare / self.columns.len() as f64;
        let mut x = MARGIN + self.gutter;
        for column in &mut self.columns {
            column.width += share;
            column.x = x;
            x += column.width;
        }
        self.page = round(x + MARGIN);
    }

    /// Where the first column starts.
    pub fn start(&self) -> f64 {
        MARGIN + self.gutter
    }

    /// Where the last column ends.
    pub fn end(&self) -> f64 {
        self.page - MARGIN
    }

    /// The place of a stage: where it starts and how wide it is.
    pub fn stage(&self, stage: StageIx) -> (f64, f64) {
        let range = &self.stages[stage];
        let columns = &self.columns[range.clone()];
        let x = columns.first().map_or(0.0, |column| column.x);
        (x, columns.iter().map(|column| column.width).sum())
    }

    /// The columns in which a cell stands.
    pub fn columns_of(&self, spot: Spot) -> std::ops::Range<usize> {
        match spot {
            Spot::Stage(stage) => self.stages[stage].clone(),
            Spot::Touchpoint(touchpoint) => {
                let column = self.column_of[touchpoint];
                column..column + 1
            }
        }
    }

    /// The cell of a column: its touchpoint's, or nothing where the stage has no touchpoint.
    pub fn cell<'m>(&self, map: &'m Map, column: &Column) -> Option<&'m Cell> {
        column
            .touchpoint
            .map(|touchpoint| &map.touchpoints[touchpoint].cell)
    }
}
