//! The columns: one for each touchpoint, and one for a stage that has none.

use super::clock;
use super::lane::Spot;
use super::pace;
use super::page::{Context, MARGIN};
use super::widths;
use crate::check::{Cell, Map, StageIx, TouchpointIx};
use crate::scene::round;

/// Space between a column's edge and its cards, in points.
pub(crate) const INSET: f64 = 6.0;
/// The page is at least so wide, so that a small map looks composed, in points.
const LEAST_PAGE: f64 = 860.0;
/// Space on each side of the length of a wait in its gap, in points.
const BESIDE_LENGTH: f64 = 12.0;
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
    /// Chooses the widths: every column as wide as the theme says, wider where its words need it or time passes.
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
                gap: 0.0,
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
        let gaps = in_time(context, &mut columns, &column_of);
        for (stage, range) in stages.iter().enumerate() {
            let have = extent(&columns[range.clone()]);
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
            gaps,
        };
        grid.place();
        grid
    }

    /// Shares spare width evenly, and gives every column its place.
    fn place(&mut self) {
        let sum = extent(&self.columns);
        let spare = (LEAST_PAGE - 2.0 * MARGIN - self.gutter - sum).max(0.0);
        let share = spare / self.columns.len() as f64;
        let mut x = MARGIN + self.gutter;
        for column in &mut self.columns {
            column.width += share;
            column.x = x;
            x += column.width + column.gap;
        }
        for gap in &mut self.gaps {
            gap.x = self.columns[gap.column].end();
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

    /// The place of a stage: where it starts and how wide it is, gaps between its columns included.
    pub fn stage(&self, stage: StageIx) -> (f64, f64) {
        let columns = &self.columns[self.stages[stage].clone()];
        let x = columns.first().map_or(0.0, |column| column.x);
        (x, extent(columns))
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

/// From the first column's start to the last one's end, in points.
fn extent(columns: &[Column]) -> f64 {
    let after = columns.last().map_or(0.0, |column| column.gap);
    let whole: f64 = columns.iter().map(|column| column.width + column.gap).sum();
    whole - after
}

/// Widens the columns by the time that passes, and makes the gaps of waiting.
fn in_time(context: &Context, columns: &mut [Column], column_of: &[usize]) -> Vec<Gap> {
    let unit = context.theme.sizes.column;
    let mut gaps = Vec::new();
    for (&at, pace) in column_of.iter().zip(pace::pace(context.map)) {
        columns[at].width += pace.extra * unit;
        let Some(wait) = pace.wait else { continue };
        let length = clock::between(context, wait.from, wait.to);
        let words = context.shaper.width(&length, &context.type_.label) + 2.0 * BESIDE_LENGTH;
        let width = words.max(wait.width * unit);
        columns[at].gap = width;
        gaps.push(Gap {
            column: at,
            x: 0.0,
            width,
            length,
        });
    }
    gaps
}
