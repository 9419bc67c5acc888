//! The emotion lane: wash, levels, one curve per persona, and the feelings' words where there is room.

mod bands;
mod curves;
mod feelings;
mod ghost;
mod legend;
mod marks;
mod overlay;
mod ties;

use super::{ABOVE, label, open_row};
use crate::check::{Lane, Scale};
use crate::color::Color;
use crate::geom::{Rect, point};
use crate::layout::block::{Align, Block};
use crate::layout::labels::Obstacles;
use crate::layout::page::Page;
use crate::layout::shapes::polygon;
use crate::layout::shapes::stroke;
use crate::scene::{Outline, Paint, Role};
use crate::text::Paragraph;

/// Room above and below the scale for labels of the extremes, in points.
const AROUND: f64 = 22.0;

/// The plot: where the scale stands on the page.
struct Plot {
    top: f64,
    height: f64,
    start: f64,
    end: f64,
}

impl Plot {
    fn y(&self, scale: &Scale, score: f64) -> f64 {
        self.top + self.height * (scale.max - score) / (scale.max - scale.min)
    }
}

/// Draws the lane; its scale is at least so high, in points.
pub(super) fn draw(page: &mut Page, lane: &Lane, least_scale: f64, y: f64) -> f64 {
    let context = page.context;
    let head = label(context, lane, page.grid.gutter - 10.0).height + ABOVE;
    let levels = levels(page);
    let least = levels
        .iter()
        .fold(14.0f64, |least, (_, _, text)| least.max(text.height));
    let nearest = levels
        .windows(2)
        .map(|pair| (pair[1].0 - pair[0].0).abs())
        .fold(f64::INFINITY, f64::min);
    let scale = &context.map.scale;
    let usual = 4.0 * context.theme.sizes.level;
    let wanted = if nearest > 0.0 {
        (least + 2.0) * (scale.max - scale.min) / nearest
    } else {
        usual
    };
    let height = if wanted.is_finite() {
        wanted.clamp(usual, 2.5 * usual)
    } else {
        usual
    } * context.frame.plot;
    let height = height.max(least_scale);
    let legend = legend::block(page);
    // How far the names of levels reach beyond the scale's ends: names of many lines ask for room there.
    let beyond = |away: fn(&Scale, f64) -> f64| {
        levels.iter().fold(0.0f64, |most, (score, _, text)| {
            most.max(text.height / 2.0 - height * away(scale, *score) / (scale.max - scale.min))
        })
    };
    let strip = (head.max(legend.height + ABOVE + 2.0) - 8.0)
        .max(head + beyond(|scale, score| scale.max - score) - AROUND);
    let under = AROUND.max(beyond(|scale, score| score - scale.min) + 2.0);
    let plot = Plot {
        top: y + strip + AROUND,
        height,
        start: page.grid.start(),
        end: page.grid.end(),
    };
    let row = open_row(page, lane, y, strip + AROUND + height + under);
    if page.out.measures() {
        let map = context.map;
        page.out.count(map.personas.len() * map.touchpoints.len());
        return y + row;
    }
    ground(page, &plot, &levels);
    page.out
        .open(Role::Cell)
        .columns(2, page.grid.columns.len());
    legend.place(&mut page.out, page.grid.start() + 8.0, y + ABOVE);
    let marks = marks::marks(page, &plot);
    let area = Rect::new(
        plot.start,
        y + strip + 4.0,
        plot.end - plot.start,
        height + 2.0 * AROUND - 6.0,
    );
    let mut obstacles = Obstacles::new(area);
    let neutral = plot.y(scale, scale.neutral);
    obstacles.add(Rect::new(plot.start, neutral, plot.end - plot.start, 0.0).grown(1.0));
    let second = context.with.as_ref();
    let mut ghosts = second.map_or(Vec::new(), |with| ghost::ghosts(page, &plot, with));
    let ties = second.map_or(Vec::new(), |with| ties::ties(with, &marks, &mut ghosts));
    if let Some(with) = second {
        overlay::curves(page, with, &ghosts, &mut obstacles);
        ties::lines(page, &ties, &mut obstacles);
    }
    curves::curves(page, &plot, &marks, &mut obstacles);
    curves::points(page, &marks);
    if let Some(with) = second {
        overlay::points(page, with, &ghosts, &ties);
        ties::numbers(page, &plot, &ties, &mut obstacles);
    }
    feelings::feelings(page, &plot, &marks, obstacles);
    page.out.close();
    page.out.close();
    y + row
}

/// The named levels of the scale that can be told apart: score, whether it is drawn, name.
fn levels(page: &Page) -> Vec<(f64, usize, Paragraph)> {
    let context = page.context;
    let labels = context.map.scale.labels.iter().enumerate();
    labels
        .map(|(at, (score, name))| {
            (
                *score,
                at,
                context.wrap(name, &context.type_.caption, page.grid.gutter - 18.0),
            )
        })
        .collect()
}

/// Wash, lines of the levels and their names, the neutral line.
fn ground(page: &mut Page, plot: &Plot, levels: &[(f64, usize, Paragraph)]) {
    let colors = &page.context.theme.colors;
    let scale = &page.context.map.scale;
    let neutral = (scale.max - scale.neutral) / (scale.max - scale.min);
    let width = plot.end - plot.start;
    let out = &mut page.out;
    out.open(Role::Decoration);
    if colors.wash_high != colors.paper || colors.wash_low != colors.paper {
        let stops = vec![
            (0.0, colors.wash_high),
            (neutral * 0.9, colors.paper),
            (neutral + (1.0 - neutral) * 0.1, colors.paper),
            (1.0, colors.wash_low),
        ];
        // A path, since a rectangle would be taken for a box round the words at its edges.
        let (bottom, end) = (plot.top + plot.height, plot.start + width);
        let corners = [
            (plot.start, plot.top),
            (end, plot.top),
            (end, bottom),
            (plot.start, bottom),
        ];
        let wash = polygon(&corners);
        out.shape(wash, Some(Paint::Vertical(stops)), None);
    }
    // Waiting and the stages' borders once more, since the wash lies on them.
    super::gaps(page, plot.top, plot.top + plot.height);
    let out = &mut page.out;
    let mut across = |y: f64, color: Color, width: f64, dash: Vec<f64>| {
        let mut line = stroke(color, width);
        line.dash = dash;
        out.shape(
            Outline::Line(point(plot.start, y), point(plot.end, y)),
            None,
            Some(line),
        );
    };
    for (score, ..) in levels.iter().filter(|(score, ..)| *score != scale.neutral) {
        across(plot.y(scale, *score), colors.hairline, 0.75, vec![1.5, 3.0]);
    }
    across(plot.y(scale, scale.neutral), colors.zero, 1.5, Vec::new());
    for stage in page.grid.shown().skip(1) {
        let (x, _) = page.grid.stage(stage);
        let line = Outline::Line(point(x, plot.top), point(x, plot.top + plot.height));
        out.shape(line, None, Some(stroke(colors.hairline, 0.75)));
    }
    out.close();
    out.open(Role::RowHeader);
    let mut last = f64::INFINITY;
    for (score, _, text) in levels {
        let middle = plot.y(scale, *score);
        // A scale may have more names than there is room; those that would touch the one below are left out.
        if middle + text.height / 2.0 > last {
            continue;
        }
        last = middle - text.height / 2.0;
        let mut block = Block::new(page.grid.gutter - 18.0);
        block.paragraph(0.0, 0.0, block.width, text, colors.ink_3, Align::End);
        block.place(out, crate::layout::page::MARGIN + 10.0, last);
    }
    out.close();
}
