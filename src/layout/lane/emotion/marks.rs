//! The points of the curves: whose, where, and what lies before them.

use super::Plot;
use crate::check::{Cell, EvidenceIx, Feeling, Map, PersonaIx, Score};
use crate::geom::{Point, point};
use crate::insight::claims::{is_assumed, rests_on};
use crate::layout::lane::Spot;
use crate::layout::marker;
use crate::layout::page::Page;

/// A point of a curve.
pub(super) struct Mark<'m> {
    pub persona: PersonaIx,
    pub spot: Spot,
    pub at: Point,
    /// Width of its part of the cell, in points.
    room: f64,
    pub score: &'m Score,
    /// What the score rests on: its own sources and the cell's, in the order of the ledger.
    pub sources: Vec<EvidenceIx>,
    /// Whether the map has a ledger, and nothing in it supports the score.
    pub assumed: bool,
    /// Whether the curve is interrupted before it.
    pub gap: bool,
    /// Whether a touchpoint without a score lies before it.
    pub thin: bool,
    /// Whether it is not shown here, and stands for where the curve comes from or leads to.
    pub beyond: bool,
}

/// Collects the points of one persona's curve.
struct Pen<'m, 'p> {
    map: &'m Map,
    plot: &'p Plot,
    persona: PersonaIx,
    gap: bool,
    thin: bool,
    marks: Vec<Mark<'m>>,
}

impl<'m> Pen<'m, '_> {
    /// Adds the points that a cell has for the persona, spread over its width; says whether it has any feeling. A cell of
    /// no width is not shown.
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
                self.plot.y(&self.map.scale, score.score),
            );
            let (persona, gap, thin) = (self.persona, self.gap, self.thin);
            let sources = rests_on(&score.evidence, cell);
            let assumed = is_assumed(self.map, score, cell);
            self.marks.push(Mark {
                persona,
                spot,
                at,
                room: each,
                score,
                sources,
                assumed,
                gap,
                thin,
                beyond: width == 0.0,
            });
            (self.gap, self.thin) = (false, false);
        }
        true
    }
}

/// All points of all curves, by persona, in the order of the journey, moved aside where they would cover each other.
pub(super) fn marks<'m>(page: &Page<'m, '_>, plot: &Plot) -> Vec<Mark<'m>> {
    let map = page.context.map;
    let mut pen = Pen {
        map,
        plot,
        persona: 0,
        gap: true,
        thin: false,
        marks: Vec::new(),
    };
    for persona in 0..map.personas.len() {
        (pen.persona, pen.gap, pen.thin) = (persona, true, false);
        for (stage, data) in map.stages.iter().enumerate() {
            let (x, width) = page.grid.place_of_stage(stage);
            let whole = pen.cell(&data.cell, Spot::Stage(stage), x, width);
            for touchpoint in data.touchpoints.clone() {
                let (x, width) = page.grid.place_of(touchpoint);
                let own = &map.touchpoints[touchpoint].cell;
                if !pen.cell(own, Spot::Touchpoint(touchpoint), x, width) && !whole {
                    pen.thin = true;
                }
            }
        }
    }
    let mut marks = near(pen.marks);
    dodge(&mut marks);
    marks
}

/// Of what is not shown, the last point before and the first after: a curve comes from the one and leads to the other.
fn near(marks: Vec<Mark>) -> Vec<Mark> {
    let beside = |at: usize| {
        let other = |at: Option<usize>| at.and_then(|at| marks.get(at));
        let shown = |other: &Mark| !other.beyond && other.persona == marks[at].persona;
        [at.checked_sub(1), Some(at + 1)]
            .into_iter()
            .any(|at| other(at).is_some_and(shown))
    };
    let kept: Vec<bool> = (0..marks.len())
        .map(|at| !marks[at].beyond || beside(at))
        .collect();
    let marks = marks.into_iter().zip(kept);
    marks
        .filter_map(|(mark, kept)| kept.then_some(mark))
        .collect()
}

/// Points of several personas at one place stand side by side, each at its own height; closer than they are wide where
/// their part of the cell has no room for all.
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
        let room = (cluster.iter()).fold(f64::INFINITY, |room, &mark| room.min(marks[mark].room));
        let step = step.min(room / cluster.len() as f64);
        let half = (cluster.len() - 1) as f64 / 2.0;
        for (position, mark) in cluster.into_iter().enumerate() {
            marks[mark].at.x += (position as f64 - half) * step;
        }
        first = end;
    }
}
