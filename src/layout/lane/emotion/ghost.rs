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
) -> (PersonaIx, Color) {
    match comparison.persona(persona) {
        Some(first) => (first, context.persona_color(first)),
        None => {
            let lone = (0..persona).filter(|&ix| comparison.persona(ix).is_none());
            let position = comparison.first.personas.len() + lone.count();
            (position, context.theme.persona(position))
        }
    }
}

/// All points of the second map, by persona, in the order of the first map's stages.
pub(super) fn ghosts<'m>(
    page: &Page<'m>,
    plot: &Plot,
    comparison: &Comparison<'m>,
) -> Vec<Ghost<'m>> {
    let second = comparison.second;
    let mut all = Vec::new();
    let places: Vec<Vec<Place>> = comparison
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
            let own = stage.touchpoints.clone().map(|ix| &second.touchpoints[ix]);
            let cells = std::iter::once((&stage.cell, &stage.name, &whole)).chain(
                own.zip(places)
                    .map(|(touchpoint, place)| (&touchpoint.cell, &touchpoint.name, place)),
            );
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

/// Where a touchpoint of the second map stands: the middle, the room on either side, and the first map's touchpoint that
/// is the same.
struct Place {
    center: f64,
    half: f64,
    same: Option<TouchpointIx>,
}

/// The places of a stage's touchpoints: in the column of the one that is the same, the others at equal distances between
/// those. One that the first map has in another order stands among the others.
fn places(page: &Page, comparison: &Comparison, one: StageIx, other: StageIx) -> Vec<Place> {
    let range = comparison.second.stages[other].touchpoints.clone();
    let (start, width) = page.grid.stage(one);
    let end = start + width;
    let same: Vec<Option<TouchpointIx>> = range.map(|ix| comparison.touchpoint(ix)).collect();
    let mut centers: Vec<f64> = Vec::with_capacity(same.len());
    let mut last = start;
    // Touchpoints that wait for the next one whose column is known.
    let mut waiting = 0;
    let fill = |centers: &mut Vec<f64>, waiting: usize, until: f64, anchored: bool| {
        // Half a step from the stage's edges, a whole one from a column.
        let before = if centers.is_empty() { 0.5 } else { 1.0 };
        let steps = before + (waiting.max(1) - 1) as f64 + if anchored { 1.0 } else { 0.5 };
        let from = centers.last().copied().unwrap_or(start);
        centers.extend((0..waiting).map(|at| from + (until - from) * (before + at as f64) / steps));
    };
    for same in &same {
        let column = same.map(|ix| page.grid.columns[page.grid.column_of[ix]].center());
        match column.filter(|&center| center > last) {
            Some(center) => {
                fill(&mut centers, waiting, center, true);
                centers.push(center);
                (last, waiting) = (center, 0);
            }
            None => waiting += 1,
        }
    }
    fill(&mut centers, waiting, end, false);
    let around = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| centers.get(before));
        let room_before = before.map_or(centers[at] - start, |before| (centers[at] - before) / 2.0);
        let after = centers.get(at + 1);
        let room_after = after.map_or(end - centers[at], |after| (after - centers[at]) / 2.0);
        room_before.min(room_after)
    };
    let place = |(at, &same): (usize, &Option<TouchpointIx>)| Place {
        center: centers[at],
        half: around(at),
        same,
    };
    same.iter().enumerate().map(place).collect()
}
