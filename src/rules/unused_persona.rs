//! `unused-persona`

use std::collections::BTreeSet;

use super::{Subject, warning};
use crate::check::{Cell, Map, PersonaIx, Touchpoint};
use crate::diag::{Diagnostic, Rule};
use crate::insight::places::cells;
use crate::model::shortened;

pub const RULE: Rule = warning!("unused-persona", "a persona of whom the journey says nothing");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    let used = used(map);
    let personas = map.personas.iter().enumerate();
    let unused = personas.filter(|(ix, _)| !used.contains(ix));
    let found = unused.map(|(_, persona)| {
        let (name, id) = (shortened(&persona.name.text), shortened(&persona.id));
        let message = format!("the journey says nothing of `{name}`");
        Diagnostic::new(&RULE, persona.name.span, message)
            .mark("no touchpoint, no emotion and no word is theirs")
            .note("a persona is there to show what its journey is like; this one has none")
            .help(format!("say how it is for them, where they take part: emotion: {{{id}: -1}}\nwhere nobody has asked yet: emotion: {{{id}: unknown}}"))
    });
    found.collect()
}

/// The personas whose the journey is: they take part by name, feel something, or something is said for them.
fn used(map: &Map) -> BTreeSet<PersonaIx> {
    let invited = |touchpoint: &&Touchpoint| touchpoint.personas_given;
    let invited = map.touchpoints.iter().filter(invited);
    let mut used: BTreeSet<PersonaIx> = invited
        .flat_map(|touchpoint| &touchpoint.personas)
        .copied()
        .collect();
    for (_, cell) in cells(map) {
        used.extend(spoken_of(cell));
    }
    used.extend(map.pain_points.iter().flat_map(|one| &one.personas));
    used
}

fn spoken_of(cell: &Cell) -> impl Iterator<Item = PersonaIx> {
    let voices = cell.thoughts.iter().chain(&cell.quotes).chain(&cell.gains);
    let personas = voices.flat_map(|voice| &voice.personas).copied();
    personas.chain(cell.emotions.iter().map(|emotion| emotion.persona))
}
