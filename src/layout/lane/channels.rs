//! Channels as a metro line: a row per channel, a stop per touchpoint, a diamond where departments hand over. Ways that
//! are not the line are arcs above it.

mod arcs;
mod shares;
mod signs;
mod stations;
mod ways;

use super::{ABOVE, BELOW, Spot, label, open_cell, open_row, over_borders};
use crate::check::{ChannelIx, Lane, TouchpointIx, Word};
use crate::geom::{Point, Step, point};
use crate::insight::gaps;
use crate::layout::block::{Align, Block, middle};
use crate::layout::card::flow;
use crate::layout::icons;
use crate::layout::page::{MARGIN, Page};
use crate::layout::shapes::{QUARTER, polygon, stroke};
use crate::scene::{Builder, Hook, Outline, Paint, Role, Stroke};
use arcs::Arc;
use ways::Direct;

/// A channel's row is at least so high, in points.
const ROW: f64 = 22.5;
/// Distance of a name of several lines from the next, in points: more than that of its lines.
const APART: f64 = 9.5;
/// Radius of a stop, of the line's corners, and half the extent of a diamond, in points.
const STOP: f64 = 5.6;
const CORNER: f64 = 9.0;
const DIAMOND: f64 = 6.8;
const LINE: f64 = 2.25;
/// Extent of a channel's icon, in points.
const ICON: f64 = 11.0;

/// A touchpoint on the line: where its column's middle is, and the heights of its stops.
struct Stop {
    touchpoint: TouchpointIx,
    x: f64,
    /// Where its column ends, or the middle of the gap after it.
    border: f64,
    /// Channels and the heights of their rows, from top to bottom.
    rows: Vec<(ChannelIx, f64)>,
}

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let context = page.context;
    let handovers = gaps::handovers(context.map);
    let names = names(page);
    let mut middles = Vec::new();
    let mut height = 0.0;
    for name in &names {
        let row = (name.height + APART).max(ROW);
        middles.push(height + row / 2.0);
        height += row;
    }
    let (ways, direct) = ways::sort(page, &stops(page, &middles), &handovers);
    let band = arcs::band(page, ways);
    let strip = label(context, lane, page.grid.gutter - 10.0).height + ABOVE + 3.0;
    let mut entries = stations::legend(page);
    if !handovers.is_empty() {
        entries.insert(0, legend(page));
    }
    let room = page.grid.end() - page.grid.start() - 16.0;
    let legend = (!entries.is_empty()).then(|| flow(entries, room, 18.0));
    let taken = ABOVE + legend.as_ref().map_or(0.0, |legend| legend.height);
    let top = y + strip.max(taken + band.height);
    middles.iter_mut().for_each(|middle| *middle += top);
    let height = open_row(page, lane, y, top - y + height + BELOW - 4.0);
    if page.out.measures() {
        let stops = stops(page, &middles);
        let stops = stops.iter().map(|stop| 3 + stop.rows.len());
        page.out
            .count(stops.sum::<usize>() + 6 * band.arcs.len() + direct.len());
        return y + height;
    }
    rows(page, names, &middles);
    if let Some(legend) = legend {
        page.out.open(Role::Decoration);
        over_borders(page, page.grid.start() + 8.0, y + ABOVE, legend);
        page.out.close();
    }
    let stops = stops(page, &middles);
    line(page, &stops, &handovers);
    cells(page, &stops, top, band.arcs, direct);
    page.out.close();
    y + height
}

/// The channels' names for the gutter.
fn names(page: &Page) -> Vec<Block> {
    let context = page.context;
    let width = page.grid.gutter - 10.0 - ICON - 6.0;
    let name = |channel: &crate::check::Channel| {
        let mut block = Block::new(width);
        let lines = context.wrap(&channel.name.text, &context.type_.caption, width);
        block.paragraph(
            0.0,
            0.0,
            width,
            &lines,
            context.theme.colors.ink_3,
            Align::End,
        );
        block
    };
    context.map.channels.iter().map(name).collect()
}

fn rows(page: &mut Page, names: Vec<Block>, middles: &[f64]) {
    let context = page.context;
    let colors = &context.theme.colors;
    let start = page.grid.start();
    for ((name, &middle), channel) in names.into_iter().zip(middles).zip(&context.map.channels) {
        page.out.open(Role::Decoration);
        let across = Outline::Line(point(start, middle), point(page.grid.end(), middle));
        page.out
            .shape(across, None, Some(stroke(colors.hairline, 0.75)));
        if let Some(icon) = channel.icon {
            icons::draw(
                &mut page.out,
                icon,
                point(start - 7.0 - ICON, middle - ICON / 2.0),
                ICON,
                colors.ink_3,
            );
        }
        page.out.close();
        page.out
            .open(Role::RowHeader)
            .hook(Hook::Channel, &*channel.id)
            .span(channel.span);
        let top = middle - name.height / 2.0;
        name.place(&mut page.out, MARGIN, top);
        page.out.close();
    }
}

/// What a diamond means.
fn legend(page: &Page) -> Block {
    let colors = &page.context.theme.colors;
    let color = page.context.readable_on_page(colors.handover);
    let words = page.context.wrap(
        page.context.word(Word::Handover),
        &page.context.type_.caption,
        400.0,
    );
    let mut block = Block::new(2.0 * DIAMOND + 6.0 + words.width);
    for (outline, paint, line) in diamond(page, point(DIAMOND, middle(&words))) {
        block.shape(outline, paint, Some(line));
    }
    block.paragraph(
        2.0 * DIAMOND + 6.0,
        0.0,
        words.width,
        &words,
        color,
        Align::Start,
    );
    block
}

fn stops(page: &Page, middles: &[f64]) -> Vec<Stop> {
    let map = page.context.map;
    let on_line = |column: &crate::layout::grid::Column| {
        let touchpoint = column.touchpoint?;
        let mut channels = map.touchpoints[touchpoint].channels.clone();
        channels.sort_unstable();
        channels.dedup();
        let rows: Vec<_> = channels
            .into_iter()
            .map(|channel| (channel, middles[channel]))
            .collect();
        (!rows.is_empty()).then(|| Stop {
            touchpoint,
            x: column.center(),
            border: column.border(),
            rows,
        })
    };
    page.grid.columns.iter().filter_map(on_line).collect()
}

/// The line through all stops, and the diamonds on it.
fn line(page: &mut Page, stops: &[Stop], handovers: &[(TouchpointIx, TouchpointIx)]) {
    let mut line = stroke(page.context.theme.colors.line, LINE);
    line.round = true;
    page.out.open(Role::Decoration);
    for stop in stops {
        if let (Some((_, top)), Some((_, bottom))) = (stop.rows.first(), stop.rows.last())
            && top < bottom
        {
            let joint = Outline::Line(point(stop.x, *top), point(stop.x, *bottom));
            page.out.shape(joint, None, Some(line.clone()));
        }
    }
    let mut diamonds = Vec::new();
    for pair in stops.windows(2) {
        if !ways::follow(page.context.map, pair[0].touchpoint, pair[1].touchpoint) {
            continue;
        }
        let (from, to) = nearest(&pair[0], &pair[1]);
        let (start, end) = (point(pair[0].x, from), point(pair[1].x, to));
        let mut line = line.clone();
        if pair[1].touchpoint > pair[0].touchpoint + 1 {
            // Touchpoints in between have no channel.
            line.dash = vec![5.0, 4.0];
        }
        page.out.shape(
            Outline::Path(route(start, end, pair[0].border)),
            None,
            Some(line),
        );
        if handovers
            .iter()
            .any(|&(a, b)| a == pair[0].touchpoint && b == pair[1].touchpoint)
        {
            diamonds.push(point(pair[0].border, (from + to) / 2.0));
        }
    }
    for at in diamonds {
        for (outline, paint, line) in diamond(page, at) {
            page.out.shape(outline, paint, Some(line));
        }
    }
    page.out.close();
}

/// The two stops, one of each touchpoint, that are nearest to each other.
fn nearest(a: &Stop, b: &Stop) -> (f64, f64) {
    let pairs = a
        .rows
        .iter()
        .flat_map(|(_, from)| b.rows.iter().map(move |(_, to)| (*from, *to)));
    pairs
        .min_by(|x, y| f64::total_cmp(&(x.0 - x.1).abs(), &(y.0 - y.1).abs()))
        .unwrap_or((0.0, 0.0))
}

/// Along the row, across at the border of the columns, along the other row; corners are rounded.
fn route(from: Point, to: Point, border: f64) -> Vec<Step> {
    if from.y == to.y {
        return vec![Step::Move(from), Step::Line(to)];
    }
    let r = CORNER.min((to.y - from.y).abs() / 2.0);
    let down = (to.y - from.y).signum();
    let k = r * QUARTER;
    let corner = |start: Point, near: Point, far: Point, end: Point| {
        [Step::Line(start), Step::Curve(near, far, end)]
    };
    let mut steps = vec![Step::Move(from)];
    steps.extend(corner(
        point(border - r, from.y),
        point(border - k, from.y),
        point(border, from.y + down * k),
        point(border, from.y + down * r),
    ));
    steps.extend(corner(
        point(border, to.y - down * r),
        point(border, to.y - down * k),
        point(border + k, to.y),
        point(border + r, to.y),
    ));
    steps.push(Step::Line(to));
    steps
}

/// The sign of a hand-over: a diamond with a bar.
fn diamond(page: &Page, at: Point) -> [(Outline, Option<Paint>, Stroke); 2] {
    let colors = &page.context.theme.colors;
    let mut line = stroke(colors.handover, 1.8);
    line.round = true;
    let corners = [
        (at.x, at.y - DIAMOND),
        (at.x + DIAMOND, at.y),
        (at.x, at.y + DIAMOND),
        (at.x - DIAMOND, at.y),
    ];
    let bar = Outline::Line(point(at.x - 2.4, at.y), point(at.x + 2.4, at.y));
    [
        (
            polygon(&corners),
            Some(Paint::Solid(colors.card)),
            line.clone(),
        ),
        (bar, None, line),
    ]
}

/// The cells: stops, and the ways that begin there; `below` is the bottom of the band of arcs.
fn cells(page: &mut Page, stops: &[Stop], below: f64, arcs: Vec<Arc>, direct: Vec<Direct>) {
    let mut stops_left = stops.iter().peekable();
    let mut arcs = arcs.into_iter().peekable();
    let mut direct = direct.into_iter().peekable();
    for touchpoint in 0..page.context.map.touchpoints.len() {
        let stop = stops_left.next_if(|stop| stop.touchpoint == touchpoint);
        if stop.is_none() && arcs.peek().is_none_or(|arc| arc.from != touchpoint) {
            continue;
        }
        match page.grid.column_of[touchpoint] {
            Some(_) => open_cell(page, Spot::Touchpoint(touchpoint)),
            // It is told where it begins.
            None => {
                page.out.open(Role::Decoration);
            }
        }
        if let Some(stop) = stop {
            draw_stop(page, stop);
        }
        while let Some(way) = direct.next_if(|way| way.from == touchpoint) {
            way.draw(page, below);
        }
        while let Some(arc) = arcs.next_if(|arc| arc.from == touchpoint) {
            signs::arc(page, stops, below, arc);
        }
        page.out.close();
    }
}

fn draw_stop(page: &mut Page, stop: &Stop) {
    let map = page.context.map;
    let colors = &page.context.theme.colors;
    let out: &mut Builder = &mut page.out;
    let names: Vec<&str> = stop
        .rows
        .iter()
        .map(|&(channel, _)| &*map.channels[channel].name.text)
        .collect();
    out.name(names.join(", "));
    for &(channel, y) in &stop.rows {
        out.open(Role::Figure)
            .name(&*map.channels[channel].name.text)
            .hook(Hook::Channel, &*map.channels[channel].id);
        let mut line = stroke(colors.line, LINE);
        if map.touchpoints[stop.touchpoint].optional {
            line.dash = vec![3.4, 2.4];
        }
        let kind = map.channels[channel].kind;
        for (outline, paint, line) in stations::sign(kind, point(stop.x, y), colors, line) {
            out.shape(outline, paint, line);
        }
        out.close();
    }
}
