//! What stands at a touchpoint or at a stage.

use std::rc::Rc;

use super::{EvidenceIx, Grade, KpiIx, PersonaIx, Text};
use crate::diag::Span;

/// What stands at a touchpoint or at a stage.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// At most one entry per persona, in the order of [`super::Map::personas`]. At a stage, personas whose touchpoints there
    /// have their own emotion are left out.
    pub emotions: Vec<Emotion>,
    /// What they think.
    pub thoughts: Vec<Voice>,
    /// What they said.
    pub quotes: Vec<Voice>,
    /// Bright spots.
    pub gains: Vec<Voice>,
    /// Positions in [`super::Map::pain_points`].
    pub pain_points: Vec<usize>,
    /// What could be done.
    pub opportunities: Vec<Opportunity>,
    /// What staff do in view.
    pub frontstage: Vec<Text>,
    /// What staff do out of view.
    pub backstage: Vec<Text>,
    /// What systems and partners do.
    pub support: Vec<Text>,
    /// What the cell's claims rest on.
    pub evidence: Vec<EvidenceIx>,
    /// Notes.
    pub notes: Vec<Text>,
    /// Custom lanes: id and texts, in the order of the file.
    pub custom: Vec<(Rc<str>, Vec<Text>)>,
}

/// What one persona feels in one cell.
#[derive(Clone, Debug)]
pub struct Emotion {
    /// Who.
    pub persona: PersonaIx,
    /// One to twelve, in order.
    pub feelings: Vec<Feeling>,
    /// Whether it was written for everybody who is there.
    pub shared: bool,
    /// Where it stands.
    pub span: Span,
}

/// A point of the curve, or a gap in it.
#[derive(Clone, Debug)]
pub enum Feeling {
    /// Nobody has asked yet.
    Unknown(Gap),
    /// A score.
    Score(Score),
}

/// A gap in the curve.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Left out of a public map.
    pub internal: bool,
    /// Where it stands.
    pub span: Span,
}

/// A score on the scale of emotion.
#[derive(Clone, Debug)]
pub struct Score {
    /// Within the scale.
    pub score: f64,
    /// The feeling's word, as written.
    pub feeling: Option<Text>,
    /// Sources of the score.
    pub evidence: Vec<EvidenceIx>,
    /// Lower bound, at most the score.
    pub low: Option<f64>,
    /// Upper bound, at least the score.
    pub high: Option<f64>,
    /// Left out of a public map.
    pub internal: bool,
    /// Where it stands.
    pub span: Span,
}

/// Words of the customer.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The words, with the language's quotation marks where they are thoughts or quotes.
    pub text: Text,
    /// Who; empty: nobody in particular.
    pub personas: Vec<PersonaIx>,
    /// Sources.
    pub evidence: Vec<EvidenceIx>,
    /// Left out of a public map.
    pub internal: bool,
}

/// What gets in the way.
#[derive(Clone, Debug)]
pub struct PainPoint {
    /// Id, given or made from the text.
    pub id: Rc<str>,
    /// What it is.
    pub text: Text,
    /// How bad it is.
    pub severity: Option<Grade>,
    /// Whom it troubles; empty: everybody.
    pub personas: Vec<PersonaIx>,
    /// Sources.
    pub evidence: Vec<EvidenceIx>,
    /// Left out of a public map.
    pub internal: bool,
    /// The number by which opportunities refer to it, from 1; `None` where none refers to it.
    pub number: Option<usize>,
}

/// What could be done.
#[derive(Clone, Debug)]
pub struct Opportunity {
    /// What it is.
    pub text: Text,
    /// What it brings.
    pub value: Option<Grade>,
    /// What it costs.
    pub effort: Option<Grade>,
    /// Who answers for it.
    pub owner: Option<Text>,
    /// The KPI it should move.
    pub kpi: Option<KpiIx>,
    /// Positions in [`super::Map::pain_points`].
    pub solves: Vec<usize>,
    /// Free label: planned, done.
    pub status: Option<Text>,
    /// Left out of a public map.
    pub internal: bool,
}
