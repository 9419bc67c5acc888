//! `missing-evidence`

use std::collections::{BTreeMap, BTreeSet};

use super::places::{called, names, said};
use super::{Subject, assumed_future, warning};
use crate::check::{Cell, Feeling, Kpi, Map, Persona, PersonaIx, State, Voice};
use crate::diag::{Diagnostic, Rule, Span};
use crate::insight::claims::rests_on;
use crate::insight::places::Place;
use crate::insight::valleys::{Valley, valleys};
use crate::model::shortened;

pub const RULE: Rule = warning!(
    "missing-evidence",
    "a map without sources, or a persona, a valley, a KPI or a quote that rests on none"
);

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    if map.evidence.is_empty() {
        return vec![no_ledger(map)];
    }
    let kpis = map.kpis.iter();
    let mut found: Vec<Diagnostic> = kpis
        .filter(|kpi| kpi.evidence.is_empty() && !assumed_future::claims(map, kpi))
        .filter_map(unmeasured)
        .collect();
    // A hypothesis says of itself that its people and what they feel are supposed, a plan that nobody has felt it yet; what
    // was said in a plan is the matter of another rule.
    if map.state != Some(State::Hypothesis) {
        let personas = map.personas.iter();
        found.extend(personas.filter(|p| p.evidence.is_empty()).map(unknown));
    }
    if !matches!(map.state, Some(State::Hypothesis | State::Future)) {
        found.extend(unasked(map));
    }
    if map.state != Some(State::Future) {
        found.extend(map.cells().flat_map(unheard));
    }
    found
}

fn no_ledger(map: &Map) -> Diagnostic {
    let found = Diagnostic::new(&RULE, map.head, "the map rests on no evidence")
        .mark("the map has no `evidence`")
        .note("a guess is drawn as firmly as a finding: nobody can tell what to believe, or what to look at again");
    if map.state == Some(State::Hypothesis) {
        return found.help("say where the suppositions come from, until somebody has asked:\nevidence:\n  workshop: {name: Workshop with the branches, kind: assumption, date: 2026-09}");
    }
    found.help("list the sources and name them where they count; write down an assumption as one:\nevidence:\n  talks: {name: Interviews in the branch, kind: interview, n: 8, date: 2026-09}\n  workshop: {name: Workshop with the branches, kind: assumption}")
}

fn unknown(persona: &Persona) -> Diagnostic {
    let message = format!("the persona `{}` rests on no evidence", shortened(&persona.name.text));
    Diagnostic::new(&RULE, persona.name.span, message)
        .mark("no `evidence`")
        .note("a persona whom nobody has met has the needs that its authors would like it to have")
        .help("name the research that found such people: `evidence: …`; or an assumption, if it is one")
}

fn unmeasured(kpi: &Kpi) -> Option<Diagnostic> {
    let value = kpi.value.as_ref()?;
    let message = format!(
        "the value of the KPI `{}`, {}, rests on no evidence",
        shortened(&kpi.name.text),
        value.text
    );
    let found = Diagnostic::new(&RULE, kpi.name.span, message)
        .mark("no `evidence`")
        .note("a figure that nobody can trace cannot be measured again in the same way")
        .help("name what it was measured with: `evidence: …`");
    Some(found)
}

fn unheard(cell: &Cell) -> impl Iterator<Item = Diagnostic> {
    let silent = |quote: &&Voice| rests_on(&quote.evidence, cell).is_empty();
    cell.quotes.iter().filter(silent).map(|quote| {
        let message = format!("nothing shows that anybody said {}", shortened(&quote.text.text));
        Diagnostic::new(&RULE, quote.text.span, message)
            .mark("a quote without `evidence`")
            .note("a quote convinces because somebody really said it")
            .help("name where it was said: `{text: …, evidence: …}`; or make it one of the `thoughts`, if nobody said it")
    })
}

/// A finding for each score that lies at a valley of personas and rests on nothing.
fn unasked(map: &Map) -> Vec<Diagnostic> {
    let mut unasked: BTreeMap<Span, (Place, BTreeSet<PersonaIx>)> = BTreeMap::new();
    let valleys = (0..map.personas.len()).flat_map(|persona| valleys(map, persona));
    for valley in valleys.filter(|valley| !rests_on_anything(map, valley)) {
        let span = said(map, valley.persona, &valley.lowest);
        let here = (valley.lowest.place, BTreeSet::new());
        unasked.entry(span).or_insert(here).1.insert(valley.persona);
    }
    let unasked = unasked.into_iter();
    unasked
        .map(|(span, (place, who))| without_evidence(map, span, place, who))
        .collect()
}

/// Whether on the floor of a valley a score, or what troubles the persona there, names a source.
fn rests_on_anything(map: &Map, valley: &Valley) -> bool {
    let concerns = |who: &[PersonaIx]| who.is_empty() || who.contains(&valley.persona);
    let mut floor = valley.floor.iter().filter_map(|place| place.cell(map));
    floor.any(|cell| {
        let own = cell.emotions.iter().filter(|own| own.persona == valley.persona);
        let mut scores = own.flat_map(|own| &own.feelings).filter_map(|feeling| match feeling {
            Feeling::Score(score) => Some(score),
            Feeling::Unknown(_) => None,
        });
        let pain_points = cell.pain_points.iter();
        let mut pain_points = pain_points.filter_map(|ix| map.pain_points.get(*ix));
        let mut quotes = cell.quotes.iter();
        scores.any(|score| !rests_on(&score.evidence, cell).is_empty())
            || pain_points.any(|pain| concerns(&pain.personas) && !pain.evidence.is_empty())
            || quotes.any(|quote| concerns(&quote.personas) && !quote.evidence.is_empty())
    })
}

fn without_evidence(map: &Map, span: Span, place: Place, who: BTreeSet<PersonaIx>) -> Diagnostic {
    let whose = match map.personas.len() {
        1 => String::new(),
        _ => format!(" of {}", names(map, &Vec::from_iter(who))),
    };
    let message = format!("the valley{whose} at `{}` rests on no evidence", called(map, place));
    Diagnostic::new(&RULE, span, message)
        .mark("a low that names no source")
        .note("lows decide what is mended first: one that nobody has seen sends the work to the wrong place")
        .help("name who said or what showed it: `{score: …, evidence: …}`, or `evidence` beside the emotion; where nobody has asked: `emotion: unknown`")
}
