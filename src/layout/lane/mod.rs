//! The lanes: one file for each shape of cell. Here: what all rows share.

mod axis;
mod blank;
mod blueprint;
mod channels;
mod departments;
mod emotion;
mod evidence;
mod frames;
mod funnel;
mod gains;
mod goals;
mod kpis;
mod opportunities;
mod pain_points;
mod stages;
mod texts;
mod touchpoints;
mod voices;

use super::block::{Align, Block};
use super::card::stack;
use super::grid::INSET;
use super::page::{Context, MARGIN, Page};
use super::shapes::{polygon, stroke};
use crate::check::{Cell, Lane, LaneContent, LaneShape, StageIx, TouchpointIx};
use crate::geom::{Rect, point};
use crate::scene::{Hook, Outline, Paint, Role};

pub(crate) use blueprint::line_names;
pub(crate) use stages::beside_name;

/// Space between a card's edges and its text, in points.
pub(crate) const PADDING: f64 = 10.0;
/// Space above and below the cells of a row, in points.
pub(crate) const ABOVE: f64 = 10.0;
pub(crate) const BELOW: f64 = 12.0;
/// Space between two cards under one another, in points.
const BETWEEN: f64 = 6.0;

/// Draws all lanes from `y` down; returns the y below the last.
pub(crate) fn all(page: &mut Page, mut y: f64) -> f64 {
    let map = page.context.map;
    page.out.open(Role::Table).name(&*map.title.text);
    for (at, lane) in map.lanes.iter().enumerate() {
        y = blueprint::above(page, at, y);
        y = one(page, lane, y);
    }
    page.out.close();
    y
}

fn one(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let spec = match &lane.content {
        LaneContent::Builtin(spec) => spec,
        LaneContent::Custom => return texts::draw(page, lane, y),
        LaneContent::Blank { millimetres } => return blank::draw(page, lane, *millimetres, y),
        LaneContent::Levels { millimetres } => {
            let least = page.context.blank(*millimetres);
            return emotion::draw(page, lane, least, y);
        }
    };
    match spec.shape {
        LaneShape::Stages => stages::draw(page, lane, y),
        LaneShape::Goals => goals::draw(page, lane, y),
        LaneShape::Frames => frames::draw(page, lane, y),
        LaneShape::Touchpoints => touchpoints::draw(page, lane, y),
        LaneShape::Channels => channels::draw(page, lane, y),
        LaneShape::Emotion => emotion::draw(page, lane, 0.0, y),
        LaneShape::Voices => voices::draw(page, lane, y),
        LaneShape::Gains => gains::draw(page, lane, y),
        LaneShape::PainPoints => pain_points::draw(page, lane, y),
        LaneShape::Opportunities => opportunities::draw(page, lane, y),
        LaneShape::Texts => texts::draw(page, lane, y),
        LaneShape::Departments => departments::draw(page, lane, y),
        LaneShape::Kpis => kpis::draw(page, lane, y),
        LaneShape::Evidence => evidence::draw(page, lane, y),
        LaneShape::Axis => axis::draw(page, lane, y),
        LaneShape::Funnel => funnel::draw(page, lane, y),
    }
}

/// Where a cell stands.
#[derive(Clone, Copy)]
pub(crate) enum Spot {
    /// At a stage: across its columns.
    Stage(StageIx),
    /// At a touchpoint.
    Touchpoint(TouchpointIx),
}

/// The label of a lane for the gutter: its name and a half-line that says what it is.
pub(crate) fn label(context: &Context, lane: &Lane, width: f64) -> Block {
    let colors = &context.theme.colors;
    let mut block = Block::new(width);
    let title = context.wrap(&lane.title, &context.type_.name, width);
    let mut y = block.paragraph(0.0, 0.0, width, &title, colors.ink, Align::Start);
    if let Some(note) = &lane.note {
        let note = context.wrap(note, &context.type_.caption, width);
        y = block.paragraph(0.0, y + 1.0, width, &note, colors.ink_3, Align::Start);
    }
    block.reach(y);
    block
}

/// Starts a row: its hairlines, its label. Returns the height, which is that of the label at least. Close it with
/// `page.out.close()`.
pub(crate) fn open_row(page: &mut Page, lane: &Lane, y: f64, height: f64) -> f64 {
    let label = label(page.context, lane, page.grid.gutter - 10.0);
    let height = height.max(label.height + ABOVE + BELOW) + page.context.frame.air;
    page.out
        .open(Role::Row)
        .name(&*lane.title)
        .hook(Hook::Lane, &*lane.id);
    if let Some(span) = lane.span {
        page.out.span(span);
    }
    page.out.open(Role::Decoration);
    gaps(page, y, y + height);
    let hairline = Some(stroke(page.context.theme.colors.hairline, 0.75));
    let line = |out: &mut crate::scene::Builder, x1, y1, x2, y2| {
        out.shape(
            Outline::Line(point(x1, y1), point(x2, y2)),
            None,
            hairline.clone(),
        );
    };
    if !std::mem::take(&mut page.ruled) {
        line(&mut page.out, MARGIN, y, page.grid.end(), y);
    }
    for stage in page.grid.shown() {
        let (x, _) = page.grid.stage(stage);
        line(&mut page.out, x, y, x, y + height);
    }
    page.out.close();
    page.out.open(Role::RowHeader);
    label.place(&mut page.out, MARGIN, y + ABOVE);
    page.out.close();
    height
}

/// Bands where the journey waits, from one height to another.
pub(crate) fn gaps(page: &mut Page, top: f64, bottom: f64) {
    let color = page.context.gap();
    for gap in &page.grid.gaps {
        let (start, end) = (gap.x, gap.x + gap.width);
        // A path, since a rectangle would be taken for a box round words.
        let band = polygon(&[(start, top), (end, top), (end, bottom), (start, bottom)]);
        page.out.shape(band, Some(Paint::Solid(color)), None);
    }
}

/// Places a block on the borders of the stages: they are interrupted behind it.
fn over_borders(page: &mut Page, x: f64, y: f64, block: Block) {
    let paper = Paint::Solid(page.context.theme.colors.paper);
    for stage in page.grid.shown() {
        let (border, _) = page.grid.stage(stage);
        if x < border && border < x + block.width {
            let gap = Rect::new(border - 1.0, y, 2.0, block.height);
            let gap = Outline::Rect(gap, 0.0);
            page.out.shape(gap, Some(paper.clone()), None);
        }
    }
    block.place(&mut page.out, x, y);
}

/// Opens the cell of a spot, with its hooks and its columns. Close it with `page.out.close()`.
pub(crate) fn open_cell(page: &mut Page, spot: Spot) {
    let map = page.context.map;
    page.out.open(Role::Cell);
    match spot {
        Spot::Stage(stage) => {
            let range = page.grid.stages[stage].clone();
            page.out
                .hook(Hook::Stage, &*map.stages[stage].id)
                .span(map.stages[stage].span);
            page.out.columns(range.start + 2, range.len());
        }
        Spot::Touchpoint(touchpoint) => {
            let data = &map.touchpoints[touchpoint];
            page.out.hook(Hook::Touchpoint, &*data.id).span(data.span);
            let column = page.grid.columns_of(spot).start;
            page.out.columns(column + 2, 1);
        }
    }
}

/// Draws a row whose cells are stacks of blocks: what stands at a stage across its columns, what stands at a touchpoint
/// under it. `make` gives the blocks of a cell for a width.
pub(crate) fn cells(
    page: &mut Page,
    lane: &Lane,
    y: f64,
    make: &dyn Fn(&Context, &Cell, f64) -> Vec<Block>,
) -> f64 {
    let context = page.context;
    let mut placed: Vec<(Spot, f64, f64, Block)> = Vec::new();
    let mut height: f64 = 0.0;
    for stage in page.grid.shown() {
        let (x, width) = page.grid.stage(stage);
        let columns = page.grid.stages[stage].clone();
        let mut top = 0.0;
        let whole = page
            .grid
            .begins(stage)
            .then(|| &context.map.stages[stage].cell);
        if let Some(block) =
            whole.and_then(|cell| spread(context, cell, width - 2.0 * INSET, columns.len(), make))
        {
            top = block.height + BETWEEN;
            height = height.max(block.height);
            placed.push((Spot::Stage(stage), x + INSET, 0.0, block));
        }
        for column in &page.grid.columns[columns] {
            let (Some(touchpoint), Some(cell)) =
                (column.touchpoint, page.grid.cell(context.map, column))
            else {
                continue;
            };
            let blocks = make(context, cell, column.width - 2.0 * INSET);
            if !blocks.is_empty() {
                let block = stack(blocks, column.width - 2.0 * INSET, BETWEEN);
                height = height.max(top + block.height);
                placed.push((Spot::Touchpoint(touchpoint), column.x + INSET, top, block));
            }
        }
    }
    let height = open_row(page, lane, y, height + ABOVE + BELOW);
    if page.out.measures() {
        let parts = placed.iter().map(|(.., block)| 1 + block.parts());
        page.out.count(parts.sum());
        return y + height;
    }
    let boxes: Vec<(Spot, f64, f64)> = placed
        .iter()
        .map(|(spot, _, top, block)| (*spot, y + ABOVE + top, y + ABOVE + top + block.height))
        .collect();
    blueprint::link(page, lane, &boxes);
    for (spot, x, top, block) in placed {
        open_cell(page, spot);
        block.place(&mut page.out, x, y + ABOVE + top);
        page.out.close();
    }
    page.out.close();
    y + height
}

/// The blocks of a stage's own cell: one spans the stage, several stand side by side in at most `columns` columns.
fn spread(
    context: &Context,
    cell: &Cell,
    width: f64,
    columns: usize,
    make: &dyn Fn(&Context, &Cell, f64) -> Vec<Block>,
) -> Option<Block> {
    let whole = make(context, cell, width);
    match whole.len() {
        0 => None,
        1 => Some(stack(whole, width, 0.0)),
        count => {
            let abreast = count.min(columns);
            let gap = 2.0 * INSET;
            let each = (width - gap * (abreast - 1) as f64) / abreast as f64;
            let mut block = Block::new(width);
            let mut below = vec![0.0; abreast];
            for item in make(context, cell, each) {
                // Into the shortest column, the first of equals, so that the reading order stays left to right.
                let shortest = (0..abreast)
                    .min_by(|a, b| f64::total_cmp(&below[*a], &below[*b]))
                    .unwrap_or(0);
                let x = shortest as f64 * (each + gap);
                below[shortest] = block.put(x, below[shortest], item) + BETWEEN;
            }
            Some(block)
        }
    }
}
