//! `valley-without-pain-point`

use std::collections::BTreeSet;

use super::places::{called, names, said};
use super::{Subject, warning};
use crate::check::{Cell, Map, PersonaIx, Touchpoint};
use crate::diag::{Diagnostic, Rule};
use crate::insight::places::Place;
use crate::insight::valleys::{Valley, valleys};

pub const RULE: Rule = warning!(
    "valley-without-pain-point",
    "a low point of a curve that nothing explains"
);

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    let stages = map.stages.iter();
    let stages = stages.map(|stage| Reasons::of(map, &stage.cell));
    let stages: Vec<Reasons> = stages.collect();
    let personas = 0..map.personas.len();
    let valleys = personas.flat_map(|persona| valleys(map, persona));
    let mut unexplained: Vec<Valley> = valleys
        .filter(|valley| !explained(map, &stages, valley))
        .collect();
    unexplained.sort_by_key(|valley| valley.lowest.place.in_journey(map));
    unexplained
        .chunk_by(|one, other| one.lowest.place == other.lowest.place)
        .filter_map(|here| found(map, here))
        .collect()
}

/// Whose feelings a cell explains: by a pain point, by one from elsewhere that an opportunity here solves, or in their own words.
struct Reasons {
    everybodys: bool,
    personas: BTreeSet<PersonaIx>,
}

impl Reasons {
    fn of(map: &Map, cell: &Cell) -> Reasons {
        let here = cell.pain_points.iter();
        let solved = cell.opportunities.iter().flat_map(|one| &one.solves);
        let pain_points = here.chain(solved).filter_map(|&ix| map.pain_points.get(ix));
        let words = cell.thoughts.iter().chain(&cell.quotes);
        let whose: Vec<&[PersonaIx]> = pain_points
            .map(|pain_point| &*pain_point.personas)
            .chain(words.map(|voice| &*voice.personas))
            .collect();
        Reasons {
            everybodys: whose.iter().any(|personas| personas.is_empty()),
            personas: whose.into_iter().flatten().copied().collect(),
        }
    }

    fn explain(&self, persona: PersonaIx) -> bool {
        self.everybodys || self.personas.contains(&persona)
    }
}

/// Whether there is a reason for a valley on its floor: at a touchpoint or its stage, at a stage or its touchpoints.
fn explained(map: &Map, stages: &[Reasons], valley: &Valley) -> bool {
    let who = valley.persona;
    let at_stage = |ix: usize| stages.get(ix).is_some_and(|stage| stage.explain(who));
    let at_touchpoint = |at: &Touchpoint| Reasons::of(map, &at.cell).explain(who);
    valley.floor.iter().any(|place| match *place {
        Place::Touchpoint(ix) => map
            .touchpoints
            .get(ix)
            .is_some_and(|at| at_touchpoint(at) || at_stage(at.stage)),
        Place::Stage(ix) => {
            let within = map.stages.get(ix).map(|stage| stage.touchpoints.clone());
            let within = within.and_then(|range| map.touchpoints.get(range));
            at_stage(ix) || within.is_some_and(|within| within.iter().any(at_touchpoint))
        }
    })
}

/// The finding about the valleys of one or more personas at one place.
fn found(map: &Map, here: &[Valley]) -> Option<Diagnostic> {
    let deepest = here.iter().min_by(|one, other| one.lowest.score.total_cmp(&other.lowest.score))?;
    let personas: Vec<PersonaIx> = here.iter().map(|valley| valley.persona).collect();
    let (whose, place) = (names(map, &personas), called(map, deepest.lowest.place));
    let score = deepest.lowest.score;
    let message = format!("nothing explains the low of {whose} at `{place}`");
    let mut finding = Diagnostic::new(&RULE, said(map, deepest.persona, &deepest.lowest), message)
        .mark(format!("{score}, a low point, and no pain point here"));
    if let Some(before) = &deepest.before {
        let from = format!("it falls from {}", before.score);
        finding = finding.label(said(map, deepest.persona, before), from);
    }
    if let Some(after) = &deepest.after {
        let to = format!("it rises to {}", after.score);
        finding = finding.label(said(map, deepest.persona, after), to);
    }
    let finding = finding
        .note("a low that is not explained is seen by everybody and mended by nobody")
        .help("say what gets in the way there, or what they think or say:\npain_points: Average wait of 11 minutes at lunch time");
    Some(finding)
}
