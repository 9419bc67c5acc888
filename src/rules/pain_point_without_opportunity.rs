//! `pain-point-without-opportunity`

use super::places::called;
use super::{Subject, warning};
use crate::check::{Cell, Map, PainPoint};
use crate::diag::{Diagnostic, Rule};
use crate::insight::places::{Place, cells};
use crate::insight::shares::solved;
use crate::model::shortened;

pub const RULE: Rule = warning!(
    "pain-point-without-opportunity",
    "a pain point about which nothing is to be done"
);

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    let answered = answered(map);
    let left = cells(map).flat_map(|(place, cell)| {
        let open = |ix: &usize| answered.get(*ix) == Some(&false);
        let left = cell.pain_points.iter().filter(move |ix| open(ix));
        left.map(move |&ix| (place, ix))
    });
    left.filter_map(|(place, ix)| Some(found(map, place, map.pain_points.get(ix)?)))
        .collect()
}

/// For each pain point, whether an opportunity may be for it: one that solves it, or names none and stands in its cell, or
/// at its touchpoint's stage, or for a stage's at one of its touchpoints.
fn answered(map: &Map) -> Vec<bool> {
    let mut answered = vec![false; map.pain_points.len()];
    let mut mark = |pain_points: &[usize]| {
        for &ix in pain_points {
            if let Some(answered) = answered.get_mut(ix) {
                *answered = true;
            }
        }
    };
    for (_, cell) in cells(map) {
        for opportunity in &cell.opportunities {
            mark(solved(opportunity, &cell.pain_points));
        }
    }
    for stage in &map.stages {
        let within = map.touchpoints.get(stage.touchpoints.clone());
        let within = || within.into_iter().flatten().map(|touchpoint| &touchpoint.cell);
        if is_open(&stage.cell) {
            within().for_each(|cell| mark(&cell.pain_points));
        }
        if within().any(is_open) {
            mark(&stage.cell.pain_points);
        }
    }
    answered
}

/// Whether a cell has an opportunity that does not say what it is for.
fn is_open(cell: &Cell) -> bool {
    let mut opportunities = cell.opportunities.iter();
    opportunities.any(|opportunity| opportunity.solves.is_empty())
}

fn found(map: &Map, place: Place, pain_point: &PainPoint) -> Diagnostic {
    let (text, place) = (shortened(&pain_point.text.text), called(map, place));
    let message = format!("no opportunity is for the pain point `{text}` at `{place}`");
    let help = format!(
        "say what could be done, and who would:\n\
         opportunities: {{text: Call-back slots bookable online, owner: Service}}\n\
         an opportunity that stands elsewhere names it: solves: {}",
        pain_point.id
    );
    Diagnostic::new(&RULE, pain_point.text.span, message)
        .mark("nothing is to be done about it")
        .note("a map is made to change something: a finding that nobody acts on only says that it was known")
        .help(help)
}
