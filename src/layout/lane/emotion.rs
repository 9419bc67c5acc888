//! The emotion lane: wash, levels, one curve per persona, and the feelings' words where there is room.

use super::{ABOVE, label, open_row};
use crate::check::{Cell, Feeling, Lane, PersonaIx, Scale, Score};
use crate::color::Color;
use crate::geom::{Point, Rect, Step, point};
use crate::layout::block::{Align, Block, stroke};
use crate::layout::card::{flow, inline};
use crate::layout::labels::Obstacles;
use crate::layout::page::{Page, READABLE};
use crate::layout::{curve, marker};
use crate::scene::{Hook, Outline, Paint, Role};
use crate::text::Paragraph;

use super::Spot;

/// Room above and below the scale for labels of the extremes, in points.
const AROUND: f64 = 22.0;
/// Steps in which a piece of curve is looked at when labels are placed.
const SAMPLES: usize = 14;
/// Opacity of the band between `low` and `high`.
const BAND: f64 = 0.14;

/// A point of a curve.
struct Mark<'m> {
    persona: PersonaIx,
    spot: Spot,
    at: Point,
    score: &'m Score,
    /// Whether the curve is interrupted before it.
    gap: bool,
    /// Whether a touchpoint without a score lies before it.
    thin: bool,
}

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

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
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
    };
    let legend = legend(page);
    let strip = head.max(legend.height + ABOVE + 2.0) - 8.0;
    let plot = Plot {
        top: y + strip + AROUND,
        height,
        start: page.grid.start(),
        end: page.grid.end(),
    };
    let row = open_row(page, lane, y, strip + height + 2.0 * AROUND);
    ground(page, &plot, &levels);
    page.out
        .open(Role::Cell)
        .columns(2, page.grid.columns.len());
    legend.place(&mut page.out, page.grid.start() + 8.0, y + ABOVE);
    let marks = marks(page, &plot);
    let area = Rect::new(
        plot.start,
        y + strip + 4.0,
        plot.end - plot.start,
        height + 2.0 * AROUND - 6.0,
    );
    let obstacles = curves(page, &plot, &marks, area);
    points(page, &marks);
    feelings(page, &plot, &marks, obstacles);
    page.out.close();
    page.out.close();
    y + row
}

/// One entry per persona: a piece of its curve and its name.
fn legend(page: &Page) -> Block {
    let context = page.context;
    let entry = |persona: PersonaIx| {
        let style = &context.type_.label;
        let height = style.size * style.leading;
        let color = context.persona_ink(persona);
        let name = inline(
            context,
            &context.map.personas[persona].name.text,
            style,
            color,
            300.0,
        );
        let mut block = Block::new(32.0 + 6.0 + name.width);
        block.put(0.0, 0.0, marker::sample(context, persona, height));
        block.put(38.0, 0.0, name);
        block
    };
    let entries = (0..context.map.personas.len()).map(entry).collect();
    flow(entries, page.grid.end() - page.grid.start() - 16.0, 18.0)
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
        let wash = polygon(corners);
        out.shape(wash, Some(Paint::Vertical(stops)), None);
    }
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
    // The stages' borders once more, since the wash lies on them.
    for stage in 1..page.grid.stages.len() {
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

/// Collects the points of one persona's curve.
struct Pen<'m, 'p> {
    scale: &'m Scale,
    plot: &'p Plot,
    persona: PersonaIx,
    gap: bool,
    thin: bool,
    marks: Vec<Mark<'m>>,
}

impl<'m> Pen<'m, '_> {
    /// Adds the points that a cell has for the persona, spread over its width; says whether it has any feeling.
    fn cell(&mut self, cell: &'m Cell, spot: Spot, x: f64, width: f64) -> bool {
        let Some(emotion) = cell
            .emotions
            .iter()
            .find(|emotion| emotion.persona == self.persona)
        else {
            return false;
        };
        let each = width / emotion.feelings.len() as f64;
        for (at, feeling) in emotion.feelings.iter().enumerate() {
            let Feeling::Score(score) = feeling else {
                self.gap = true;
                continue;
            };
            let at = point(
                x + each * (at as f64 + 0.5),
                self.plot.y(self.scale, score.score),
            );
            let (persona, gap, thin) = (self.persona, self.gap, self.thin);
            self.marks.push(Mark {
                persona,
                spot,
                at,
                score,
                gap,
                thin,
            });
            (self.gap, self.thin) = (false, false);
        }
        true
    }
}

fn polygon<const N: usize>(corners: [(f64, f64); N]) -> Outline {
    let step = |(at, (x, y)): (usize, (f64, f64))| {
        let corner = point(x, y);
        if at == 0 {
            Step::Move(corner)
        } else {
            Step::Line(corner)
        }
    };
    Outline::Path(
        corners
            .into_iter()
            .enumerate()
            .map(step)
            .chain([Step::Close])
            .collect(),
    )
}

/// All points of all curves, by persona, in the order of the journey, moved aside where they would cover each other.
fn marks<'m>(page: &Page<'m>, plot: &Plot) -> Vec<Mark<'m>> {
    let map = page.context.map;
    let mut pen = Pen {
        scale: &map.scale,
        plot,
        persona: 0,
        gap: true,
        thin: false,
        marks: Vec::new(),
    };
    for persona in 0..map.personas.len() {
        (pen.persona, pen.gap, pen.thin) = (persona, true, false);
        for (stage, data) in map.stages.iter().enumerate() {
            let (x, width) = page.grid.stage(stage);
            let whole = pen.cell(&data.cell, Spot::Stage(stage), x, width);
            for column in &page.grid.columns[page.grid.stages[stage].clone()] {
                let Some(touchpoint) = column.touchpoint else {
                    continue;
                };
                let own = &map.touchpoints[touchpoint].cell;
                if !pen.cell(own, Spot::Touchpoint(touchpoint), column.x, column.width) && !whole {
                    pen.thin = true;
                }
            }
        }
    }
    dodge(&mut pen.marks);
    pen.marks
}

/// Points of several personas at one place stand side by side, each at its own height.
fn dodge(marks: &mut [Mark]) {
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (&marks[a], &marks[b]);
        a.at.x
            .total_cmp(&b.at.x)
            .then(a.at.y.total_cmp(&b.at.y))
            .then(a.persona.cmp(&b.persona))
    });
    let step = 2.0 * marker::radius(0) + 2.0;
    let mut first = 0;
    while first < order.len() {
        let mut end = first + 1;
        while end < order.len() && {
            let (a, b) = (marks[order[end - 1]].at, marks[order[end]].at);
            a.x == b.x && b.y - a.y < step
        } {
            end += 1;
        }
        let mut cluster = order[first..end].to_vec();
        cluster.sort_by_key(|&mark| marks[mark].persona);
        let half = (cluster.len() - 1) as f64 / 2.0;
        for (position, mark) in cluster.into_iter().enumerate() {
            marks[mark].at.x += (position as f64 - half) * step;
        }
        first = end;
    }
}

/// Draws bands and curves; returns what labels must keep clear of.
fn curves(page: &mut Page, plot: &Plot, marks: &[Mark], area: Rect) -> Obstacles {
    let mut obstacles = Obstacles::new(area);
    let map = page.context.map;
    for of_persona in marks.chunk_by(|a, b| a.persona == b.persona) {
        let persona = of_persona[0].persona;
        let color = page.context.persona_color(persona);
        page.out
            .open(Role::Figure)
            .hook(Hook::Persona, &*map.personas[persona].id);
        page.out.name(format!(
            "{}: {}",
            page.context.word(crate::check::Word::Emotion),
            map.personas[persona].name.text
        ));
        for run in of_persona.chunk_by(|_, next| !next.gap) {
            if run.len() > 1
                && run
                    .iter()
                    .any(|mark| mark.score.low.is_some() || mark.score.high.is_some())
            {
                band(page, plot, run, color);
            }
            let points: Vec<Point> = run.iter().map(|mark| mark.at).collect();
            let steps = curve::through(&points);
            // One path for each stretch of the same width.
            let mut from = 0;
            while from + 1 < run.len() {
                let thin = run[from + 1].thin;
                let end = (from + 1..run.len())
                    .find(|&next| run[next].thin != thin)
                    .unwrap_or(run.len());
                let mut path = vec![Step::Move(points[from])];
                path.extend(&steps[from + 1..end]);
                page.out.shape(
                    Outline::Path(path),
                    None,
                    Some(marker::curve(persona, color, thin)),
                );
                from = end - 1;
            }
            for (start, step) in points.iter().zip(steps.iter().skip(1)) {
                for piece in curve::sample(*start, step, SAMPLES).windows(2) {
                    obstacles.add(around(piece[0], piece[1]).grown(2.2));
                }
            }
        }
        page.out.close();
    }
    for mark in marks {
        let r = marker::radius(mark.persona) + 1.5;
        obstacles.add(Rect::new(mark.at.x - r, mark.at.y - r, 2.0 * r, 2.0 * r));
    }
    obstacles
}

fn around(a: Point, b: Point) -> Rect {
    Rect::new(
        a.x.min(b.x),
        a.y.min(b.y),
        (a.x - b.x).abs(),
        (a.y - b.y).abs(),
    )
}

/// The band between the lower and the upper bounds of a run of scores.
fn band(page: &mut Page, plot: &Plot, run: &[Mark], color: Color) {
    let scale = &page.context.map.scale;
    let bound = |pick: fn(&Score) -> Option<f64>| -> Vec<Point> {
        run.iter()
            .map(|mark| {
                point(
                    mark.at.x,
                    plot.y(scale, pick(mark.score).unwrap_or(mark.score.score)),
                )
            })
            .collect()
    };
    let mut lower = bound(|score| score.low);
    lower.reverse();
    let mut path = curve::through(&bound(|score| score.high));
    // Back along the lower bound: the same curve, walked from its end.
    let back: Vec<Point> = lower.iter().map(|p| point(-p.x, p.y)).collect();
    for step in curve::through(&back) {
        let turn = |p: Point| point(-p.x, p.y);
        path.push(match step {
            Step::Move(p) | Step::Line(p) => Step::Line(turn(p)),
            Step::Curve(a, b, p) => Step::Curve(turn(a), turn(b), turn(p)),
            Step::Close => Step::Close,
        });
    }
    path.push(Step::Close);
    page.out.shape(
        Outline::Path(path),
        Some(Paint::Solid(color.alpha(BAND))),
        None,
    );
}

/// The points, a list for each persona.
fn points(page: &mut Page, marks: &[Mark]) {
    let map = page.context.map;
    let ground = page.context.theme.colors.card;
    for of_persona in marks.chunk_by(|a, b| a.persona == b.persona) {
        let persona = of_persona[0].persona;
        let color = page.context.persona_color(persona);
        page.out
            .open(Role::List)
            .name(&*map.personas[persona].name.text);
        for mark in of_persona {
            let (hook, id, place) = match mark.spot {
                Spot::Stage(stage) => (Hook::Stage, &map.stages[stage].id, &map.stages[stage].name),
                Spot::Touchpoint(ix) => (
                    Hook::Touchpoint,
                    &map.touchpoints[ix].id,
                    &map.touchpoints[ix].name,
                ),
            };
            let item = page.out.open(Role::Item);
            let feeling = mark
                .score
                .feeling
                .as_ref()
                .map(|word| format!(", {}", word.text))
                .unwrap_or_default();
            item.name(format!("{}: {}{feeling}", place.text, mark.score.score));
            item.hook(Hook::Persona, &*map.personas[persona].id)
                .hook(hook, &**id);
            item.hook(Hook::Score, mark.score.score.to_string())
                .span(mark.score.span);
            let (outline, fill, stroke) = marker::shape(persona, mark.at, color, ground);
            page.out.shape(outline, Some(fill), Some(stroke));
            page.out.close();
        }
        page.out.close();
    }
}

/// The feelings' words: peaks and valleys first, then the more extreme; where there is no room, none.
fn feelings(page: &mut Page, plot: &Plot, marks: &[Mark], mut obstacles: Obstacles) {
    let context = page.context;
    let colors = &context.theme.colors;
    let scale = &context.map.scale;
    let mut order: Vec<usize> = (0..marks.len())
        .filter(|&at| marks[at].score.feeling.is_some())
        .collect();
    let turn = |at: usize| turning(marks, at);
    let extreme = |at: usize| (marks[at].score.score - scale.neutral).abs();
    order.sort_by(|&a, &b| {
        turn(b)
            .0
            .cmp(&turn(a).0)
            .then(extreme(b).total_cmp(&extreme(a)))
            .then(a.cmp(&b))
    });
    page.out.open(Role::Decoration);
    for at in order {
        let mark = &marks[at];
        let Some(feeling) = &mark.score.feeling else {
            continue;
        };
        let text = context.wrap(
            &feeling.text,
            &context.type_.feeling,
            context.theme.sizes.column * 0.9,
        );
        let above = turn(at).1;
        let radius = marker::radius(mark.persona) + 1.2;
        let Some(place) = obstacles.place(mark.at, radius, text.width, text.height, above) else {
            continue;
        };
        obstacles.add(place);
        let color = context.persona_color(mark.persona);
        let halo = if place.y + place.height / 2.0 < plot.y(scale, scale.neutral) {
            colors.wash_high
        } else {
            colors.wash_low
        };
        let grounds = [
            colors.paper,
            halo,
            color.alpha(BAND).over(colors.paper),
            color.alpha(BAND).over(halo),
        ];
        let ink = grounds
            .iter()
            .fold(color, |ink, &ground| ink.readable_on(ground, READABLE));
        for (line, baseline) in text.lines.iter().zip(&text.baselines) {
            let x = place.x + (text.width - line.width) / 2.0;
            page.out
                .text_with_halo(x, place.y + baseline, line, ink, (colors.paper, 2.4));
        }
    }
    page.out.close();
}

/// Whether a point is a peak or a valley of its curve, and whether its word belongs above it.
fn turning(marks: &[Mark], at: usize) -> (bool, bool) {
    let mark = &marks[at];
    let neighbour = |at: Option<usize>| {
        at.and_then(|at| marks.get(at))
            .filter(|other| other.persona == mark.persona)
            .map(|other| other.score.score)
    };
    let (before, after) = (neighbour(at.checked_sub(1)), neighbour(Some(at + 1)));
    let rises = [before, after]
        .into_iter()
        .flatten()
        .map(|other| mark.score.score - other)
        .collect::<Vec<_>>();
    let peak = rises.iter().all(|rise| *rise >= 0.0);
    let valley = rises.iter().all(|rise| *rise <= 0.0);
    (
        peak || valley,
        if peak || valley {
            peak
        } else {
            rises.iter().sum::<f64>() >= 0.0
        },
    )
}
