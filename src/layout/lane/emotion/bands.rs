//! How sure scores are: a band between their bounds, a bar where a score with bounds stands alone.

use super::Plot;
use super::marks::Mark;
use crate::check::{Feeling, Map, Scale, Score};
use crate::color::Color;
use crate::geom::{Point, Rect, Step, point};
use crate::insight::places::cells;
use crate::layout::curve;
use crate::layout::labels::Obstacles;
use crate::layout::page::Page;
use crate::layout::shapes::stroke;
use crate::scene::{Outline, Paint};

/// Opacity of a band.
pub(super) const BAND: f64 = 0.14;
/// Half the width of a bar's ends, and the width of its stroke, in points.
const BAR: (f64, f64) = (4.0, 1.2);

/// Whether a score has bounds.
fn has_bounds(score: &Score) -> bool {
    score.low.is_some() || score.high.is_some()
}

/// Whether a map has a score with bounds.
pub(super) fn has_bands(map: &Map) -> bool {
    let emotions = cells(map).flat_map(|(_, cell)| &cell.emotions);
    let mut feelings = emotions.flat_map(|emotion| &emotion.feelings);
    feelings.any(|feeling| matches!(feeling, Feeling::Score(score) if has_bounds(score)))
}

/// Draws the bounds of a run of scores. Between a score with bounds and one without there is no band: nobody said how it
/// narrows.
pub(super) fn draw(
    page: &mut Page,
    plot: &Plot,
    run: &[Mark],
    color: Color,
    obstacles: &mut Obstacles,
) {
    let stretches = run.chunk_by(|a, b| has_bounds(a.score) == has_bounds(b.score));
    for stretch in stretches.filter(|stretch| stretch.iter().any(|mark| has_bounds(mark.score))) {
        match stretch {
            [mark] => bar(page, plot, mark, color, obstacles),
            _ => band(page, plot, stretch, color),
        }
    }
}

/// The ends of a score's bounds, highest first; where one is not given, the score.
fn ends(scale: &Scale, plot: &Plot, score: &Score) -> (f64, f64) {
    let end = |bound: Option<f64>| plot.y(scale, bound.unwrap_or(score.score));
    (end(score.high), end(score.low))
}

fn bar(page: &mut Page, plot: &Plot, mark: &Mark, color: Color, obstacles: &mut Obstacles) {
    let (high, low) = ends(&page.context.map.scale, plot, mark.score);
    let (half, width) = BAR;
    let x = mark.at.x;
    let mut line = |x1: f64, y1: f64, x2: f64, y2: f64| {
        let outline = Outline::Line(point(x1, y1), point(x2, y2));
        page.out.shape(outline, None, Some(stroke(color, width)));
    };
    line(x, high, x, low);
    for y in [high, low] {
        line(x - half, y, x + half, y);
        obstacles.add(Rect::new(x - half, y, 2.0 * half, 0.0).grown(1.0));
    }
    obstacles.add(Rect::new(x, high, 0.0, low - high).grown(1.0));
}

fn band(page: &mut Page, plot: &Plot, run: &[Mark], color: Color) {
    let scale = &page.context.map.scale;
    let bound = |pick: fn((f64, f64)) -> f64| -> Vec<Point> {
        run.iter()
            .map(|mark| point(mark.at.x, pick(ends(scale, plot, mark.score))))
            .collect()
    };
    let mut path = curve::through(&bound(|(high, _)| high));
    // Back along the lower bound: the same curve, walked from its end.
    let turn = |p: Point| point(-p.x, p.y);
    let back: Vec<Point> = bound(|(_, low)| low).into_iter().rev().map(turn).collect();
    for step in curve::through(&back) {
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
