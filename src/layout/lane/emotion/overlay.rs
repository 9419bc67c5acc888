//! The second map's curves as they are drawn: hollow, with small filled points.

use super::ghost::{Ghost, look};
use super::ties::{Tie, signed};
use crate::check::Word;
use crate::geom::{Point, Rect};
use crate::insight::compare::Comparison;
use crate::layout::labels::Obstacles;
use crate::layout::page::Page;
use crate::layout::{curve, marker};
use crate::scene::{Hook, Outline, Role};

/// Draws the curves of the second map, under those of the first.
pub(super) fn curves(
    page: &mut Page,
    comparison: &Comparison,
    ghosts: &[Ghost],
    obstacles: &mut Obstacles,
) {
    let context = page.context;
    let [_, name] = comparison.names();
    for of_persona in ghosts.chunk_by(|a, b| a.persona == b.persona) {
        let persona = &comparison.second.personas[of_persona[0].persona];
        let (shape, color) = look(context, comparison, of_persona[0].persona);
        let emotion = context.word(Word::Emotion);
        page.out
            .open(Role::Figure)
            .hook(Hook::Map, "with")
            .name(format!("{emotion}: {} ({name})", persona.name.text));
        for run in of_persona.chunk_by(|_, next| !next.gap) {
            let points: Vec<Point> = run.iter().map(|ghost| ghost.at).collect();
            let steps = curve::through(&points);
            for stroke in marker::hollow(shape, color, context.theme.colors.paper) {
                if steps.len() > 1 {
                    page.out
                        .shape(Outline::Path(steps.clone()), None, Some(stroke));
                }
            }
            super::curves::keep_clear(obstacles, &points, &steps);
        }
        page.out.close();
    }
    for ghost in ghosts {
        let r = marker::radius(look(context, comparison, ghost.persona).0);
        obstacles.add(Rect::new(ghost.at.x, ghost.at.y, 0.0, 0.0).grown(r));
    }
}

/// The points, a list for each persona.
pub(super) fn points(page: &mut Page, comparison: &Comparison, ghosts: &[Ghost], ties: &[Tie]) {
    let context = page.context;
    let [_, name] = comparison.names();
    for of_persona in ghosts.chunk_by(|a, b| a.persona == b.persona) {
        let persona = &comparison.second.personas[of_persona[0].persona];
        let (shape, color) = look(context, comparison, of_persona[0].persona);
        page.out
            .open(Role::List)
            .hook(Hook::Map, "with")
            .name(format!("{} ({name})", persona.name.text));
        for ghost in of_persona {
            let tie = ghost.tie.and_then(|tie| ties.get(tie));
            let by = tie.map(|tie| format!(", {}", signed(&comparison.first.scale, tie.by)));
            let by = by.unwrap_or_default();
            let feeling = ghost.score.feeling.as_ref();
            let feeling = feeling
                .map(|word| format!(", {}", word.text))
                .unwrap_or_default();
            page.out
                .open(Role::Item)
                .name(format!(
                    "{}: {}{feeling}{by}",
                    ghost.place.text, ghost.score.score
                ))
                .span(ghost.score.span);
            let (outline, fill, stroke) =
                marker::small(shape, ghost.at, color, context.theme.colors.card);
            page.out.shape(outline, Some(fill), Some(stroke));
            page.out.close();
        }
        page.out.close();
    }
}
