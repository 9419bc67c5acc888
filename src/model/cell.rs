//! What stands at a touchpoint or at a stage.

use super::choices::Grade;
use super::collections::{LaneId, Mapping};
use super::emotion::Emotion;
use super::record::record;
use super::scalar::{EvidenceRef, KpiRef, PainPointRef, PersonaRef, Text};

record! {
    /// What may stand at a touchpoint or at a stage, where it spans the stage's columns.
    Cell ("cell", "cells") {
        /// How it feels.
        emotion: Option<Emotion>,
        /// What they think.
        thoughts: Vec<Voice>,
        /// What was really said.
        quotes: Vec<Voice>,
        /// Bright spots.
        gains: Vec<Voice>,
        /// What gets in the way.
        pain_points: Vec<PainPoint>,
        /// What could be done.
        opportunities: Vec<Opportunity>,
        /// What staff do in view.
        frontstage: Vec<Text>,
        /// What staff do out of view.
        backstage: Vec<Text>,
        /// What systems and partners do.
        support: Vec<Text>,
        /// Ids of the sources that the cell's claims rest on.
        evidence: Vec<EvidenceRef>,
        /// Notes.
        notes: Vec<Text>,
        /// Texts for custom lanes, by the lane's id.
        cells: Mapping<Vec<Text>, LaneId>,
    }
}

impl Cell {
    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.emotion.is_none()
            && [&self.thoughts, &self.quotes, &self.gains]
                .iter()
                .all(|voices| voices.is_empty())
            && self.pain_points.is_empty()
            && self.opportunities.is_empty()
            && [
                &self.frontstage,
                &self.backstage,
                &self.support,
                &self.notes,
            ]
            .iter()
            .all(|texts| texts.is_empty())
            && self.cells.entries.is_empty()
    }
}

record! {
    /// Words of the customer.
    Voice ("statement", "statements", short text) {
        /// The words.
        text (required): Option<Text>,
        /// Whose they are; nobody's in particular where it is left out.
        persona: Vec<PersonaRef>,
        /// Ids of the sources.
        evidence: Vec<EvidenceRef>,
    }
}

record! {
    /// What gets in the way.
    PainPoint ("pain point", "pain points", short text) {
        /// What it is.
        text (required): Option<Text>,
        /// Id by which an opportunity refers to it; made from the text where it is left out.
        id: Option<Text>,
        /// How bad it is.
        severity: Option<Grade>,
        /// Whom it troubles; everybody where it is left out.
        persona: Vec<PersonaRef>,
        /// Ids of the sources.
        evidence: Vec<EvidenceRef>,
    }
}

record! {
    /// What could be done.
    Opportunity ("opportunity", "opportunities", short text) {
        /// What it is.
        text (required): Option<Text>,
        /// What it brings.
        value: Option<Grade>,
        /// What it costs.
        effort: Option<Grade>,
        /// Who answers for it.
        owner: Option<Text>,
        /// Id of the KPI that it should move.
        kpi: Option<KpiRef>,
        /// Ids or texts of the pain points that it solves.
        solves: Vec<PainPointRef>,
        /// Free label: `planned`, `done`.
        status: Option<Text>,
    }
}
