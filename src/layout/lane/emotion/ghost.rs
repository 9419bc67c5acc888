//! The curves of a second map, on the stages that both maps have.

use super::Plot;
use crate::check::{Cell, Feeling, PersonaIx, Score, StageIx, Text, TouchpointIx};
use crate::color::Color;
use crate::geom::{Point, point};
use crate::insight::compare::Comparison;
use crate::layout::page::{Context, Page};

/// A point of a curve of the second map.
pub(super) struct Ghost<'m> {
    /// Whose, in the second map.
    pub persona: PersonaIx,
    pub at: Point,
    pub score: &'m Score,
    /// The touchpoint's or stage's name.
    pub place: &'m Text,
    /// The touchpoint of the first map with which it can be compared: there, the persona has this one score.
    pub touchpoint: Option<TouchpointIx>,
    /// How far it may be moved aside, in points, and still stand before the next one.
    pub room: f64,
    /// Its tie to the first map's score, by position.
    pub tie: Option<usize>,
    /// Whether the curve is interrupted before it.
    pub gap: bool,
}

/// A persona of the second map: the first map's that is the same, or one past the first map's. It decides shape and stroke.
pub(super) fn look(
    context: &Context,
    comparison: &Comparison,
    persona: PersonaIx,
) -> (usize, Color) {
    match comparison.persona(persona) {
        Some(first) => (context.place(first), context.persona_color(first)),
        None => {
            let lone = (0..persona).filter(|&ix| comparison.persona(ix).is_none());
            let first = comparison.first.personas.iter();
            let position = first.map(|persona| persona.place + 1).max().unwrap_or(0) + lone.count();
            (position, context.theme.persona(position))
        }
    }
}

/// All points of the second map, by persona, in the order of the first map's stages and touchpoints.
pub(super) fn ghosts<'m>(
    page: &Page<'m, '_>,
    plot: &Plot,
    comparison: &Comparison<'m>,
) -> Vec<Ghost<'m>> {
    let second = comparison.second;
    let mut all = Vec::new();
    let places: Vec<Vec<(TouchpointIx, Place)>> = comparison
        .stages
        .iter()
        .map(|&(one, other)| places(page, comparison, one, other))
        .collect();
    for persona in 0..second.personas.len() {
        let mut gap = true;
        for (&(one, other), places) in comparison.stages.iter().zip(&places) {
            let (x, width) = page.grid.stage(one);
            let stage = &second.stages[other];
            let whole = Place {
                center: x + width / 2.0,
                half: width / 2.0,
                same: None,
            };
            let own = places.iter().map(|(ix, place)| {
                let touchpoint = &second.touchpoints[*ix];
                (&touchpoint.cell, &touchpoint.name, place)
            });
            let cells = std::iter::once((&stage.cell, &stage.name, &whole)).chain(own);
            for (cell, name, place) in cells {
                for (center, feeling, alone) in points(cell, persona, place) {
                    let Feeling::Score(score) = feeling else {
                        gap = true;
                        continue;
                    };
                    let y = plot.y(
                        &comparison.first.scale,
                        comparison.on_first_scale(score.score),
                    );
                    all.push(Ghost {
                        persona,
                        at: point(center, y),
                        score,
                        place: name,
                        touchpoint: place.same.filter(|_| alone),
                        room: place.half,
                        tie: None,
                        gap,
                    });
                    gap = false;
                }
            }
        }
    }
    all
}

/// The points of a persona in a cell, spread over its place, and whether there is but one.
fn points<'m>(cell: &'m Cell, persona: PersonaIx, place: &Place) -> Vec<(f64, &'m Feeling, bool)> {
    let feelings = cell
        .emotions
        .iter()
        .find(|emotion| emotion.persona == persona)
        .map_or(&[][..], |emotion| &emotion.feelings);
    let count = feelings.len() as f64;
    let start = place.center - place.half;
    let spread = feelings.iter().enumerate().map(|(at, feeling)| {
        let part = (at as f64 + 0.5) / count;
        (
            start + 2.0 * place.half * part,
            feeling,
            feelings.len() == 1,
        )
    });
    spread.collect()
}

/// Where a stage or touchpoint of the second map stands: the middle, the room on either side, and the first map's touchpoint
/// that is the same.
struct Place {
    center: f64,
    half: f64,
    same: Option<TouchpointIx>,
}

/// The places of a stage's touchpoints, from first to last: each in the column of the one that is the same, the others at
/// equal distances between the columns of those before them and the next.
fn places(
    page: &Page,
    comparison: &Comparison,
    one: StageIx,
    other: StageIx,
) -> Vec<(TouchpointIx, Place)> {
    let (start, width) = page.grid.stage(one);
    let column = |ix: TouchpointIx| page.grid.center_of(ix);
    // Columns, and what stands there and after it; first the stage's start, at which nothing stands.
    let mut columns = vec![(start, Vec::new())];
    for touchpoint in comparison.second.stages[other].touchpoints.clone() {
        match (comparison.touchpoint(touchpoint), columns.last_mut()) {
            (Some(same), _) => columns.push((column(same), vec![touchpoint])),
            (None, Some((_, after))) => after.push(touchpoint),
            (None, None) => {}
        }
    }
    columns.sort_by(|a, b| a.0.total_cmp(&b.0));
    let ends: Vec<f64> = columns
        .iter()
        .skip(1)
        .map(|(x, _)| *x)
        .chain([start + width])
        .collect();
    let mut placed: Vec<(TouchpointIx, f64)> = Vec::new();
    for (at, ((from, here), to)) in columns.iter().zip(&ends).enumerate() {
        // A whole step from a column, half a step from the stage's edges.
        let first = if at == 0 { 0.5 } else { 0.0 };
        let last = if at + 1 == columns.len() { 0.5 } else { 1.0 };
        let steps = first + here.len().saturating_sub(1) as f64 + last;
        let center = |position: usize| from + (to - from) * (first + position as f64) / steps;
        placed.extend(
            here.iter()
                .enumerate()
                .map(|(position, &ix)| (ix, center(position))),
        );
    }
    let edge = |neighbour: Option<&(TouchpointIx, f64)>, edge: f64, center: f64| match neighbour {
        Some((_, other)) => (other - center).abs() / 2.0,
        None => (edge - center).abs(),
    };
    let place = |(at, &(ix, center)): (usize, &(TouchpointIx, f64))| {
        let before = edge(
            at.checked_sub(1).and_then(|at| placed.get(at)),
            start,
            center,
        );
        let after = edge(placed.get(at + 1), start + width, center);
        let same = comparison.touchpoint(ix);
        (
            ix,
            Place {
                center,
                half: before.min(after),
                same,
            },
        )
    };
    placed.iter().enumerate().map(place).collect()
}
