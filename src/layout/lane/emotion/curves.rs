//! Bands, curves and their points.

use super::marks::Mark;
use super::{BAND, Plot};
use crate::check::Score;
use crate::color::Color;
use crate::geom::{Point, Rect, Step, point};
use crate::layout::labels::Obstacles;
use crate::layout::lane::Spot;
use crate::layout::page::Page;
use crate::layout::{curve, marker};
use crate::scene::{Hook, Outline, Paint, Role};

/// Steps in which a piece of curve is looked at when labels are placed.
const SAMPLES: usize = 14;

/// Draws bands and curves; returns what labels must keep clear of.
pub(super) fn curves(page: &mut Page, plot: &Plot, marks: &[Mark], area: Rect) -> Obstacles {
    let mut obstacles = Obstacles::new(area);
    let neutral = plot.y(&page.context.map.scale, page.context.map.scale.neutral);
    obstacles.add(Rect::new(plot.start, neutral, plot.end - plot.start, 0.0).grown(1.0));
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
pub(super) fn points(page: &mut Page, marks: &[Mark]) {
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
