//! The second map's curves as they are drawn: hollow, with small filled points, tied to the first map's where they differ.

use super::ghost::{Ghost, look};
use super::marks::Mark;
use crate::check::{Scale, Word};
use crate::geom::{Point, Rect};
use crate::insight::compare::Comparison;
use crate::layout::labels::Obstacles;
use crate::layout::lane::Spot;
use crate::layout::page::Page;
use crate::layout::shapes::stroke;
use crate::layout::{curve, marker};
use crate::scene::{Hook, Outline, Role};

/// A difference is marked from this part of the scale's extent.
const MARKED: f64 = 0.125;
/// Width of the line between two scores that differ, in points.
pub(super) const TIE: f64 = 1.1;

/// The least difference that is marked.
pub(super) fn least(scale: &Scale) -> f64 {
    (scale.max - scale.min) * MARKED
}

/// A difference of scores with its sign, in as many decimals as the scale's extent asks for.
pub(super) fn signed(scale: &Scale, by: f64) -> String {
    let number = amount(scale, by.abs());
    let nothing = number.chars().all(|c| matches!(c, '0' | '.'));
    let sign = match by {
        _ if nothing => "",
        by if by < 0.0 => "\u{2212}",
        _ => "+",
    };
    // The mark keeps the sign before the digits in lines from right to left.
    format!("\u{200e}{sign}{number}")
}

/// An amount in as many decimals as the scale's extent asks for.
pub(super) fn amount(scale: &Scale, amount: f64) -> String {
    let decimals = match scale.max - scale.min {
        extent if extent >= 40.0 => 0,
        extent if extent >= 4.0 => 1,
        _ => 2,
    };
    let number = format!("{amount:.decimals$}");
    match number.split_once('.') {
        Some((whole, part)) if part.bytes().all(|digit| digit == b'0') => whole.to_owned(),
        _ => number,
    }
}

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

/// A score of the first map and the second map's at the same touchpoint, and how they differ.
pub(super) struct Tie {
    from: Point,
    to: Point,
    by: f64,
}

/// The scores that differ by enough to be marked.
pub(super) fn ties(comparison: &Comparison, marks: &[Mark], ghosts: &[Ghost]) -> Vec<Tie> {
    let least = least(&comparison.first.scale);
    let mut ties = Vec::new();
    for ghost in ghosts {
        let same = comparison
            .personas
            .iter()
            .find(|pair| pair.1 == ghost.persona);
        let (Some(touchpoint), Some(&(persona, _))) = (ghost.touchpoint, same) else {
            continue;
        };
        let mut there = marks.iter().filter(|mark| {
            mark.persona == persona && matches!(mark.spot, Spot::Touchpoint(ix) if ix == touchpoint)
        });
        // A cell with several scores has none that is the one to compare.
        if let (Some(mark), None) = (there.next(), there.next()) {
            let by = comparison.on_first_scale(ghost.score.score) - mark.score.score;
            if by.abs() >= least - 1e-9 {
                ties.push(Tie {
                    from: mark.at,
                    to: ghost.at,
                    by,
                });
            }
        }
    }
    ties
}

/// Draws the lines between scores that differ.
pub(super) fn lines(page: &mut Page, ties: &[Tie], obstacles: &mut Obstacles) {
    page.out.open(Role::Decoration);
    for tie in ties {
        let line = stroke(page.context.theme.colors.ink_3, TIE);
        page.out
            .shape(Outline::Line(tie.from, tie.to), None, Some(line));
        obstacles.add(super::curves::around(tie.from, tie.to).grown(1.0));
    }
    page.out.close();
}

/// Writes the differences beside their lines, the largest first, where there is room.
pub(super) fn numbers(
    page: &mut Page,
    comparison: &Comparison,
    ties: &[Tie],
    obstacles: &mut Obstacles,
) {
    let context = page.context;
    let colors = &context.theme.colors;
    let mut order: Vec<usize> = (0..ties.len()).collect();
    order.sort_by(|&a, &b| {
        ties[b]
            .by
            .abs()
            .total_cmp(&ties[a].by.abs())
            .then(a.cmp(&b))
    });
    page.out.open(Role::Decoration);
    for at in order {
        let tie = &ties[at];
        let text = signed(&comparison.first.scale, tie.by);
        let line = context.line(&text, &context.type_.label);
        let height = line.ascent + line.descent;
        let ends = [tie.from, tie.to].map(|p| p.y);
        let (top, bottom) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        let Some(place) = obstacles.along(
            (tie.from.x + tie.to.x) / 2.0,
            (top, bottom),
            line.width,
            height,
        ) else {
            continue;
        };
        obstacles.add(place);
        let baseline = place.y + line.ascent;
        page.out
            .text_with_halo(place.x, baseline, &line, colors.ink, (colors.paper, 2.4));
    }
    page.out.close();
}

/// The points, a list for each persona.
pub(super) fn points(page: &mut Page, comparison: &Comparison, ghosts: &[Ghost]) {
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
            let feeling = ghost.score.feeling.as_ref();
            let feeling = feeling
                .map(|word| format!(", {}", word.text))
                .unwrap_or_default();
            page.out
                .open(Role::Item)
                .name(format!(
                    "{}: {}{feeling}",
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
