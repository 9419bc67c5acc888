//! A service blueprint: the lines between its zones, and the links down a column that cross them.

use super::Spot;
use crate::check::{Kind, Lane, LaneContent, LaneShape, Word, Zone};
use crate::color::Color;
use crate::geom::point;
use crate::layout::block::{Align, Block};
use crate::layout::page::{Context, MARGIN, Page};
use crate::layout::shapes::stroke;
use crate::scene::{Outline, Paint, Role, Stroke};

/// Space above and below the name of a line, in points.
const AROUND: f64 = 3.0;
/// Space between the name of a line and the line, in points.
const BESIDE: f64 = 8.0;
/// Space between the blueprint proper and the lanes below it, in points.
const UNDER: f64 = 16.0;
/// Width of a link and the radius of its ends, in points.
const LINK: f64 = 1.1;
const END: f64 = 2.2;

/// The word and the pattern of the line above a zone: width in points, lengths of dashes and gaps.
fn line_above(zone: Zone) -> Option<(Word, f64, &'static [f64])> {
    match zone {
        Zone::Customer => None,
        Zone::Frontstage => Some((Word::LineOfInteraction, 1.5, &[])),
        Zone::Backstage => Some((Word::LineOfVisibility, 1.5, &[9.0, 5.0])),
        Zone::Support => Some((Word::LineOfInternalInteraction, 1.5, &[1.5, 4.5])),
    }
}

/// The names of the lines that a map may draw.
pub(crate) fn line_names<'a>(context: &'a Context) -> impl Iterator<Item = &'a str> {
    let lanes = context.map.lanes.iter();
    lanes
        .filter(|_| context.map.kind == Kind::Blueprint)
        .filter_map(|lane| line_above(lane.zone?))
        .map(|(word, ..)| context.word(word))
}

/// Whether the cells of a lane are boxes that links join.
pub(super) fn is_boxes(context: &Context, lane: &Lane) -> bool {
    let shape = match &lane.content {
        LaneContent::Builtin(spec) => Some(spec.shape),
        LaneContent::Custom => Some(LaneShape::Texts),
        LaneContent::Blank { .. } | LaneContent::Levels { .. } => None,
    };
    context.map.kind == Kind::Blueprint
        && lane.zone.is_some()
        && matches!(shape, Some(LaneShape::Touchpoints | LaneShape::Texts))
}

/// The ground of a zone's boxes: white in the customer's view, darker out of it.
pub(super) fn ground(context: &Context, zone: Zone) -> Color {
    let colors = &context.theme.colors;
    let shade = |part| colors.ink_3.alpha(part).over(colors.paper);
    match zone {
        Zone::Customer | Zone::Frontstage => colors.card,
        Zone::Backstage => shade(0.07),
        Zone::Support => shade(0.15),
    }
}

/// What stands above the lane at a position: a line where a zone begins, space where the zones end. Returns the y below it.
pub(super) fn above(page: &mut Page, at: usize, y: f64) -> f64 {
    let context = page.context;
    if context.map.kind != Kind::Blueprint {
        return y;
    }
    let (before, after) = context.map.lanes.split_at(at);
    let Some(lane) = after.first() else { return y };
    if !is_boxes(context, lane) {
        page.links.fill(None);
    }
    let reached = before.iter().filter_map(|lane| lane.zone).max();
    let begins = lane
        .zone
        .filter(|zone| reached.is_some_and(|reached| *zone > reached));
    if let Some((word, width, dash)) = begins.and_then(line_above) {
        return line(page, context.word(word), width, dash, y);
    }
    let ends = before.last().is_some_and(|lane| lane.zone.is_some())
        && after.iter().all(|lane| lane.zone.is_none());
    if ends { y + UNDER } else { y }
}

/// A line across the page, its name in the gutter.
fn line(page: &mut Page, name: &str, width: f64, dash: &[f64], y: f64) -> f64 {
    let context = page.context;
    let colors = &context.theme.colors;
    let room = page.grid.gutter - BESIDE;
    let words = context.wrap(name, &context.type_.label, room);
    let height = words.height + 2.0 * AROUND;
    page.out.open(Role::Row).name(name);
    page.out.open(Role::Decoration);
    let hairline = stroke(colors.hairline, 0.75);
    for stage in page.grid.shown() {
        let (x, _) = page.grid.stage(stage);
        let border = Outline::Line(point(x, y), point(x, y + height));
        page.out.shape(border, None, Some(hairline.clone()));
    }
    let (start, middle) = (MARGIN + words.width + BESIDE, y + height / 2.0);
    let rule = Outline::Line(point(start, middle), point(page.grid.end(), middle));
    let pattern = Stroke {
        dash: dash.to_vec(),
        ..stroke(colors.ink_2, width)
    };
    page.out.shape(rule, None, Some(pattern));
    page.out.close();
    page.out.open(Role::RowHeader);
    let mut label = Block::new(room);
    label.paragraph(0.0, AROUND, room, &words, colors.ink_2, Align::Start);
    label.place(&mut page.out, MARGIN, y);
    page.out.close();
    page.out.close();
    page.ruled = true;
    y + height
}

/// Draws the links from the boxes above down to those of a row, and remembers where these end. Each box: where it stands,
/// its top and its bottom. Between two boxes of a column nothing stands, so a link crosses no text.
pub(super) fn link(page: &mut Page, lane: &Lane, boxes: &[(Spot, f64, f64)]) {
    let context = page.context;
    if !is_boxes(context, lane) {
        return;
    }
    let color = context.theme.colors.ink_3;
    page.out.open(Role::Decoration);
    for (spot, top, bottom) in boxes {
        for column in page.grid.columns_of(*spot) {
            let from = page.links[column].replace(*bottom);
            let Some(from) = from else { continue };
            let x = page.grid.columns[column].center();
            let link = Outline::Line(point(x, from), point(x, *top));
            page.out.shape(link, None, Some(stroke(color, LINK)));
            for y in [from + END, top - END] {
                let end = Outline::Circle(point(x, y), END);
                page.out.shape(end, Some(Paint::Solid(color)), None);
            }
        }
    }
    page.out.close();
}
