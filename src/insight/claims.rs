//! What a map claims, and what its claims rest on.
//!
//! A claim is what research could confirm or refute: a persona, a score of a persona, a thought, a quote, a bright spot, a
//! pain point, and a KPI with a measured value. Each of them can name its sources. What stands in a cell rests on the
//! cell's sources as well; what stands at a stage says nothing about the stage's touchpoints, and the other way round. A
//! source of the kind `assumption` is named like any other, but supports nothing.

use super::places::{Place, cells};
use crate::check::{Cell, EvidenceIx, EvidenceKind, Feeling, Map, Score};

/// What kind of claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// There are such people.
    Persona,
    /// This is how it feels to them.
    Score,
    /// This goes through their heads.
    Thought,
    /// This was said.
    Quote,
    /// This goes well.
    Gain,
    /// This gets in the way.
    PainPoint,
    /// This was measured.
    Kpi,
}

/// A claim of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// What kind of claim.
    pub kind: Kind,
    /// Where it stands; `None` for what the map claims as a whole.
    pub place: Option<Place>,
    /// What it rests on, in the order of the ledger; may be empty.
    pub sources: Vec<EvidenceIx>,
}

/// What a claim in a cell rests on: the sources that it names itself and those of the cell, in the order of the ledger,
/// each once.
pub fn rests_on(own: &[EvidenceIx], cell: &Cell) -> Vec<EvidenceIx> {
    let mut sources = [own, &cell.evidence].concat();
    sources.sort_unstable();
    sources.dedup();
    sources
}

/// Whether a source is a belief written down as one.
pub fn is_assumption(map: &Map, source: EvidenceIx) -> bool {
    map.evidence
        .get(source)
        .is_some_and(|source| source.kind == Some(EvidenceKind::Assumption))
}

/// Whether at least one of the sources is more than an assumption.
pub fn is_supported(map: &Map, sources: &[EvidenceIx]) -> bool {
    sources.iter().any(|&source| !is_assumption(map, source))
}

/// Whether a score in a cell looks like an assumption: the map has a ledger, and nothing in it supports the score. Of a map
/// whose cells lost their sources that cannot be said.
pub fn is_assumed(map: &Map, score: &Score, cell: &Cell) -> bool {
    let supported = || is_supported(map, &rests_on(&score.evidence, cell));
    !map.evidence.is_empty() && !map.withheld.cell_sources && !supported()
}

/// All claims: the personas, then cell by cell in the order of the journey, then the KPIs.
pub fn claims(map: &Map) -> Vec<Claim> {
    let claim = |kind, place, sources| Claim {
        kind,
        place,
        sources,
    };
    let personas = map.personas.iter();
    let personas = personas.map(|persona| claim(Kind::Persona, None, persona.evidence.clone()));
    let mut all: Vec<Claim> = personas.collect();
    for (place, cell) in cells(map) {
        let scores = cell.emotions.iter().flat_map(|emotion| &emotion.feelings);
        let scores = scores.filter_map(|feeling| match feeling {
            Feeling::Score(score) => Some((Kind::Score, &score.evidence)),
            Feeling::Unknown(_) => None,
        });
        let voices = [
            (Kind::Thought, &cell.thoughts),
            (Kind::Quote, &cell.quotes),
            (Kind::Gain, &cell.gains),
        ];
        let voices = voices.into_iter().flat_map(|(kind, voices)| {
            let evidence = voices.iter().map(|voice| &voice.evidence);
            evidence.map(move |evidence| (kind, evidence))
        });
        let pain_points = cell.pain_points.iter();
        let pain_points = pain_points.filter_map(|&ix| map.pain_points.get(ix));
        let pain_points = pain_points.map(|pain_point| (Kind::PainPoint, &pain_point.evidence));
        let own = scores.chain(voices).chain(pain_points);
        all.extend(own.map(|(kind, own)| claim(kind, Some(place), rests_on(own, cell))));
    }
    let measured = map.kpis.iter().filter(|kpi| kpi.value.is_some());
    all.extend(measured.map(|kpi| {
        let touchpoint = kpi.touchpoint.map(Place::Touchpoint);
        let place = touchpoint.or(kpi.stage.map(Place::Stage));
        claim(Kind::Kpi, place, kpi.evidence.clone())
    }));
    all
}
