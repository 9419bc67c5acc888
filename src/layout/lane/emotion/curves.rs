//! Curves and their points.

use super::marks::Mark;
use super::{Plot, bands};
use crate::check::Word;
use crate::geom::{Point, Rect, Step};
use crate::layout::labels::Obstacles;
use crate::layout::lane::Spot;
use crate::layout::marker::Piece;
use crate::layout::page::{Context, Page};
use crate::layout::reference::numbers;
use crate::layout::{curve, marker};
use crate::scene::{Hook, Outline, Role};

/// Steps in which a piece of curve is looked at when labels are placed.
const SAMPLES: usize = 14;

/// Draws bands and curves; labels must keep clear of them.
pub(super) fn curves(page: &mut Page, plot: &Plot, marks: &[Mark], obstacles: &mut Obstacles) {
    let map = page.context.map;
    for of_persona in marks.chunk_by(|a, b| a.persona == b.persona) {
        let persona = of_persona[0].persona;
        let color = page.context.persona_color(persona);
        page.out
            .open(Role::Figure)
            .hook(Hook::Persona, &*map.personas[persona].id);
        page.out.name(format!(
            "{}: {}",
            page.context.word(Word::Emotion),
            map.personas[persona].name.text
        ));
        let around = 4.0 * marker::radius(0);
        if let Some(window) = page
            .grid
            .window(plot.top - around, plot.top + plot.height + around)
        {
            page.out.clip(window);
        }
        for run in of_persona.chunk_by(|_, next| !next.gap) {
            bands::draw(page, plot, run, color, obstacles);
            let points: Vec<Point> = run.iter().map(|mark| mark.at).collect();
            let steps = curve::through(&points);
            // One path for each stretch of the same stroke.
            let piece = |at: usize| Piece {
                thin: run[at].thin,
                assumed: run[at].assumed || run[at - 1].assumed,
            };
            let mut from = 0;
            while from + 1 < run.len() {
                let stroke = piece(from + 1);
                let end = (from + 1..run.len())
                    .find(|&next| piece(next) != stroke)
                    .unwrap_or(run.len());
                let mut path = vec![Step::Move(points[from])];
                path.extend(&steps[from + 1..end]);
                page.out.shape(
                    Outline::Path(path),
                    None,
                    Some(marker::curve(page.context.place(persona), color, stroke)),
                );
                from = end - 1;
            }
            keep_clear(obstacles, &points, &steps);
        }
        page.out.close();
    }
    for mark in marks {
        let r = marker::radius(page.context.place(mark.persona)) + 1.5;
        obstacles.add(Rect::new(mark.at.x - r, mark.at.y - r, 2.0 * r, 2.0 * r));
    }
}

/// Keeps labels clear of a curve.
pub(super) fn keep_clear(obstacles: &mut Obstacles, points: &[Point], steps: &[Step]) {
    for (start, step) in points.iter().zip(steps.iter().skip(1)) {
        for piece in curve::sample(*start, step, SAMPLES).windows(2) {
            obstacles.add(around(piece[0], piece[1]).grown(2.2));
        }
    }
}

/// The rectangle between two points.
pub(super) fn around(a: Point, b: Point) -> Rect {
    Rect::new(
        a.x.min(b.x),
        a.y.min(b.y),
        (a.x - b.x).abs(),
        (a.y - b.y).abs(),
    )
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
        for mark in of_persona.iter().filter(|mark| !mark.beyond) {
            let (hook, id, place) = match mark.spot {
                Spot::Stage(stage) => (Hook::Stage, &map.stages[stage].id, &map.stages[stage].name),
                Spot::Touchpoint(ix) => (
                    Hook::Touchpoint,
                    &map.touchpoints[ix].id,
                    &map.touchpoints[ix].name,
                ),
            };
            let name = format!("{}: {}", place.text, spoken(page.context, mark));
            let item = page.out.open(Role::Item).name(name);
            item.hook(Hook::Persona, &*map.personas[persona].id)
                .hook(hook, &**id);
            item.hook(Hook::Score, mark.score.score.to_string())
                .span(mark.score.span);
            let (outline, fill, stroke) = marker::shape(
                page.context.place(persona),
                mark.at,
                (color, ground),
                mark.assumed,
            );
            page.out.shape(outline, Some(fill), Some(stroke));
            page.out.close();
        }
        page.out.close();
    }
}

/// A score in words: the number, the feeling, and what it rests on.
fn spoken(context: &Context, mark: &Mark) -> String {
    let mut parts = vec![mark.score.score.to_string()];
    parts.extend(
        mark.score
            .feeling
            .as_ref()
            .map(|word| word.text.to_string()),
    );
    parts.extend(
        mark.assumed
            .then(|| context.word(Word::Assumed).to_string()),
    );
    let sources = numbers(context.map, &mark.sources);
    parts.extend(sources.map(|numbers| format!("{} {numbers}", context.word(Word::Evidence))));
    parts.join(", ")
}
