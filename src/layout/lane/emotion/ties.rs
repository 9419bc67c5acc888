//! How the scores of two maps differ: a line between the two points, and the difference in figures.

use std::collections::BTreeMap;

use super::Plot;
use super::curves::around;
use super::feelings::inks;
use super::ghost::Ghost;
use super::marks::Mark;
use crate::check::{PersonaIx, Scale, TouchpointIx};
use crate::geom::{Point, point};
use crate::insight::compare::Comparison;
use crate::layout::labels::Obstacles;
use crate::layout::lane::Spot;
use crate::layout::page::Page;
use crate::layout::shapes::stroke;
use crate::scene::{Outline, Role};

/// A difference is marked from this part of the scale's extent.
const MARKED: f64 = 0.125;
/// Width of the line between two scores that differ, and distance of two such lines in one column, in points.
pub(super) const TIE: f64 = 1.1;
const APART: f64 = 5.0;

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

/// A score of the first map and the second map's at the same touchpoint, and how they differ.
pub(super) struct Tie {
    persona: PersonaIx,
    from: Point,
    to: Point,
    /// The second score less the first.
    pub by: f64,
}

impl Tie {
    fn marked(&self, scale: &Scale) -> bool {
        // 0.5 of decimal figures may come out a little less.
        self.by.abs() >= least(scale) - 1e-9
    }
}

/// Ties the scores that can be compared, tells each ghost its tie and puts it above or below its other end.
pub(super) fn ties(comparison: &Comparison, marks: &[Mark], ghosts: &mut [Ghost]) -> Vec<Tie> {
    let mut there: BTreeMap<(PersonaIx, TouchpointIx), Vec<&Mark>> = BTreeMap::new();
    for mark in marks {
        if let Spot::Touchpoint(touchpoint) = mark.spot {
            there
                .entry((mark.persona, touchpoint))
                .or_default()
                .push(mark);
        }
    }
    let mut ties = Vec::new();
    for ghost in ghosts {
        let place = ghost.touchpoint.zip(comparison.persona(ghost.persona));
        let marks = place.and_then(|(touchpoint, persona)| there.get(&(persona, touchpoint)));
        // A cell with several scores has none that is the one to compare.
        let Some([mark]) = marks.map(Vec::as_slice) else {
            continue;
        };
        // The first map's point may have moved aside for another persona's.
        if (mark.at.x - ghost.at.x).abs() < ghost.room {
            ghost.at.x = mark.at.x;
        }
        ghost.tie = Some(ties.len());
        ties.push(Tie {
            persona: mark.persona,
            from: mark.at,
            to: ghost.at,
            by: comparison.on_first_scale(ghost.score.score) - mark.score.score,
        });
    }
    side_by_side(&comparison.first.scale, &mut ties);
    ties
}

/// Moves lines that would lie on one another aside.
fn side_by_side(scale: &Scale, ties: &mut [Tie]) {
    let mut order: Vec<usize> = (0..ties.len())
        .filter(|&at| ties[at].marked(scale))
        .collect();
    order.sort_by(|&a, &b| ties[a].to.x.total_cmp(&ties[b].to.x).then(a.cmp(&b)));
    for column in order
        .chunk_by(|&a, &b| ties[a].to.x == ties[b].to.x)
        .map(<[usize]>::to_vec)
        .collect::<Vec<_>>()
    {
        let half = (column.len() - 1) as f64 / 2.0;
        for (position, at) in column.into_iter().enumerate() {
            let aside = ((position as f64 - half) * APART).clamp(-APART, APART);
            ties[at].from.x += aside;
            ties[at].to.x += aside;
        }
    }
}

/// Draws the lines between scores that differ.
pub(super) fn lines(page: &mut Page, ties: &[Tie], obstacles: &mut Obstacles) {
    let scale = &page.context.map.scale;
    page.out.open(Role::Decoration);
    for tie in ties.iter().filter(|tie| tie.marked(scale)) {
        let line = stroke(page.context.persona_color(tie.persona), TIE);
        page.out
            .shape(Outline::Line(tie.from, tie.to), None, Some(line));
        obstacles.add(around(tie.from, tie.to).grown(1.0));
    }
    page.out.close();
}

/// Writes the differences beside their lines, the largest first, where there is room.
pub(super) fn numbers(page: &mut Page, plot: &Plot, ties: &[Tie], obstacles: &mut Obstacles) {
    let context = page.context;
    let (colors, scale) = (&context.theme.colors, &context.map.scale);
    let inks = inks(page);
    let mut order: Vec<&Tie> = ties.iter().filter(|tie| tie.marked(scale)).collect();
    order.sort_by(|a, b| b.by.abs().total_cmp(&a.by.abs()));
    page.out.open(Role::Decoration);
    for tie in order {
        let line = context.line(&signed(scale, tie.by), &context.type_.label);
        let (a, b) = (tie.from, tie.to);
        let ends = (
            point(a.x.min(b.x), a.y.min(b.y)),
            point(a.x.max(b.x), a.y.max(b.y)),
        );
        let size = (line.width, line.ascent + line.descent);
        let Some(place) = obstacles.along(ends, size) else {
            continue;
        };
        obstacles.add_label(place);
        let low = place.y + place.height / 2.0 > plot.y(scale, scale.neutral);
        let ink = inks[usize::from(low)][tie.persona];
        let baseline = place.y + line.ascent;
        page.out
            .text_with_halo(place.x, baseline, &line, ink, (colors.paper, 2.4));
    }
    page.out.close();
}
