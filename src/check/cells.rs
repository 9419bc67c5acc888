//! What stands at a touchpoint or at a stage.

use super::checker::{Checker, find_all, invalid};
use super::lang::quoted;
use super::{Cell, Opportunity, PainPoint, PersonaIx, Voice};
use crate::diag::{self, Diagnostic};
use crate::model::{self, LANES, Text, shortened};

impl Checker<'_> {
    /// A cell in which `who` take part. Its pain points go to the end of the map's list.
    pub fn cell(
        &mut self,
        written: &model::Cell,
        who: &[PersonaIx],
        pain_points: &mut Vec<PainPoint>,
    ) -> Cell {
        let first = pain_points.len();
        for pain_point in &written.pain_points {
            let checked = self.pain_point(pain_points.len(), pain_point);
            pain_points.push(checked);
        }
        Cell {
            emotions: self.emotions(&written.emotion, who),
            thoughts: self.voices(&written.thoughts, "thought", true),
            quotes: self.voices(&written.quotes, "quote", true),
            gains: self.voices(&written.gains, "gain", false),
            pain_points: (first..pain_points.len()).collect(),
            opportunities: written
                .opportunities
                .iter()
                .map(|o| self.opportunity(o))
                .collect(),
            frontstage: written.frontstage.clone(),
            backstage: written.backstage.clone(),
            support: written.support.clone(),
            evidence: self.sources(&written.evidence),
            notes: written.notes.clone(),
            custom: written
                .cells
                .entries
                .iter()
                .filter(|(lane, _)| self.takes_texts(lane))
                .map(|(lane, texts)| (lane.text.clone(), texts.clone()))
                .collect(),
        }
    }

    fn voices(&mut self, written: &[model::Voice], kind: &str, spoken: bool) -> Vec<Voice> {
        written
            .iter()
            .map(|voice| {
                let text = self.required(&voice.text, &voice.meta, "text", kind);
                Voice {
                    text: if spoken {
                        quoted(&text, &self.lang)
                    } else {
                        text
                    },
                    personas: self.who(&voice.persona),
                    evidence: self.sources(&voice.evidence),
                    internal: voice.meta.internal,
                }
            })
            .collect()
    }

    fn pain_point(&mut self, index: usize, written: &model::PainPoint) -> PainPoint {
        PainPoint {
            id: self.pain_points.id(index),
            text: self.required(&written.text, &written.meta, "text", "pain point"),
            severity: written.severity,
            personas: self.who(&written.persona),
            evidence: self.sources(&written.evidence),
            internal: written.meta.internal,
            number: None,
        }
    }

    fn opportunity(&mut self, written: &model::Opportunity) -> Opportunity {
        Opportunity {
            text: self.required(&written.text, &written.meta, "text", "opportunity"),
            value: written.value,
            effort: written.effort,
            owner: written.owner.clone(),
            kpi: self.kpi(&written.kpi),
            solves: find_all(
                &mut self.pain_points,
                written.solves.iter().map(|r| &r.0),
                &mut self.findings,
            ),
            status: written.status.clone(),
            internal: written.meta.internal,
        }
    }

    /// Whether a lane of the map's own takes texts.
    fn takes_texts(&mut self, lane: &Text) -> bool {
        let document = self.document;
        let lanes = &document.lanes;
        let named =
            |listed: &&model::Lane| listed.id.as_ref().is_some_and(|id| id.text == lane.text);
        let builtin = LANES.iter().any(|spec| *spec.id == *lane.text);
        match lanes.iter().find(named) {
            _ if builtin => self.find(
                invalid(
                    lane.span,
                    format!("`{}` is not a lane of your own", lane.text),
                    "a built-in lane",
                )
                .help("built-in lanes have keys of their own: leave out `cells`"),
            ),
            Some(listed) if listed.blank.is_some() => self.find(
                invalid(
                    lane.span,
                    format!("the lane `{}` is blank", shortened(&lane.text)),
                    "a blank lane takes no text",
                )
                .help("leave out `blank` where the lane is listed"),
            ),
            Some(_) => return true,
            None if document.meta.lost("lanes") => {}
            None => self.find(undeclared(lane, lanes)),
        }
        false
    }
}

fn undeclared(lane: &Text, lanes: &[model::Lane]) -> Diagnostic {
    let shown = shortened(&lane.text);
    let finding = Diagnostic::new(
        &diag::UNKNOWN_REFERENCE,
        lane.span,
        format!("there is no lane `{shown}`"),
    )
    .mark("not in `lanes`");
    let custom = lanes
        .iter()
        .filter_map(|lane| lane.id.as_ref())
        .map(|id| &*id.text);
    match model::nearest(
        &lane.text,
        custom.filter(|id| LANES.iter().all(|spec| spec.id != *id) && *id != "rest"),
    ) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help(format!(
            "list it at the top of the map:\nlanes:\n- rest\n- {{id: {shown}, title: {shown}}}"
        )),
    }
}

/// Numbers the pain points to which opportunities refer, in the order of the journey.
pub(super) fn number_pain_points<'c>(
    pain_points: &mut [PainPoint],
    cells: impl Iterator<Item = &'c Cell>,
) {
    let mut solved = vec![false; pain_points.len()];
    for index in cells
        .flat_map(|cell| &cell.opportunities)
        .flat_map(|opportunity| &opportunity.solves)
    {
        if let Some(solved) = solved.get_mut(*index) {
            *solved = true;
        }
    }
    let referred = pain_points
        .iter_mut()
        .zip(solved)
        .filter(|(_, solved)| *solved);
    for (number, (pain_point, _)) in (1..).zip(referred) {
        pain_point.number = Some(number);
    }
}
