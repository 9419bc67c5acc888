//! The feelings' words beside the points.

use super::Plot;
use super::bands::{BAND, has_bands};
use super::marks::Mark;
use crate::color::Color;
use crate::geom::{Point, Rect, point};
use crate::layout::labels::Obstacles;
use crate::layout::marker;
use crate::layout::page::{Page, READABLE};
use crate::layout::reference::reference;
use crate::scene::Role;

/// Width of the outline that keeps words clear of what is behind them, in points.
const HALO: f64 = 2.4;
/// Space between a word and the reference after it, in points.
const GAP: f64 = 2.5;

/// The feelings' words: peaks and valleys first, then the more extreme; where there is no room, none.
pub(super) fn feelings(page: &mut Page, plot: &Plot, marks: &[Mark], mut obstacles: Obstacles) {
    let context = page.context;
    let colors = &context.theme.colors;
    let scale = &context.map.scale;
    let mut order: Vec<usize> = (0..marks.len())
        .filter(|&at| marks[at].score.feeling.is_some() && !marks[at].beyond)
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
    let inks = inks(page);
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
        let radius = marker::radius(context.place(mark.persona)) + 1.2;
        let Some(place) = obstacles.place(mark.at, radius, text.width, text.height, above) else {
            continue;
        };
        let low = place.y + place.height / 2.0 > plot.y(scale, scale.neutral);
        let ink = inks[usize::from(low)][mark.persona];
        for (line, baseline) in text.lines.iter().zip(&text.baselines) {
            let x = place.x + (text.width - line.width) / 2.0;
            page.out
                .text_with_halo(x, place.y + baseline, line, ink, (colors.paper, HALO));
        }
        let end = text
            .lines
            .last()
            .map_or(0.0, |line| (text.width + line.width) / 2.0);
        let baseline = place.y + text.baselines.last().copied().unwrap_or(0.0);
        let beside = point(place.x + end + GAP, baseline);
        number(page, mark, beside, ink, &mut obstacles);
        obstacles.add_label(place);
    }
    page.out.close();
}

/// The reference to a score's own sources after its word, where there is room: at the start of a baseline.
fn number(page: &mut Page, mark: &Mark, at: Point, ink: Color, obstacles: &mut Obstacles) {
    let context = page.context;
    let Some(numbers) = reference(context.map, &mark.score.evidence) else {
        return;
    };
    let line = context.line(&numbers, &context.type_.caption);
    let height = line.ascent + line.descent;
    let place = Rect::new(at.x, at.y - line.ascent, line.width, height);
    if obstacles.free(&place) {
        obstacles.add_label(place);
        let halo = (context.theme.colors.paper, HALO);
        page.out.text_with_halo(at.x, at.y, &line, ink, halo);
    }
}

/// For each persona its colour, made to be read on all that a label may lie on: page, wash, lines, and where there are bands
/// those of all personas over one another. First those for the upper half of the plot, then those for the lower one.
pub(super) fn inks(page: &Page) -> [Vec<Color>; 2] {
    let colors = &page.context.theme.colors;
    let banded = has_bands(page.context.map);
    [colors.wash_high, colors.wash_low].map(|wash| inks_on(page, wash, banded))
}

fn inks_on(page: &Page, wash: Color, banded: bool) -> Vec<Color> {
    let colors = &page.context.theme.colors;
    let personas = 0..page.context.map.personas.len();
    let covering = if banded { personas.clone() } else { 0..0 };
    let own = |persona| page.context.persona_color(persona);
    let bands = |ground: Color| {
        covering.clone().fold(ground, |ground, persona| {
            own(persona).alpha(BAND).over(ground)
        })
    };
    let grounds = [
        colors.paper,
        wash,
        colors.hairline,
        bands(colors.paper),
        bands(wash),
        // The bands of many personas over one another can ask for ink that the page does not bear; the halo is the page's.
        colors.paper,
    ];
    let ink = |persona| {
        grounds.iter().fold(own(persona), |ink: Color, ground| {
            ink.readable_on(*ground, READABLE)
        })
    };
    personas.clone().map(ink).collect()
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
