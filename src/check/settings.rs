//! The map as a whole: its settings, and everything put together.

use std::rc::Rc;

use super::assets::Want;
use super::checker::{Checker, finding};
use super::files::check_path;
use super::lang::check_tag;
use super::{Kind, Map, Stage, Text, Timeline, Withheld};
use crate::diag;
use crate::model::{Day, Word, Words, nearest, shortened};

impl Checker<'_> {
    /// Checks everything and puts the map together. It is whole only if nothing was found to be an error.
    pub fn map(&mut self) -> Map {
        let document = self.document;
        self.missing_components();
        if let Some(finding) = document.lang.as_ref().and_then(|tag| check_tag(&tag.0)) {
            self.find(finding);
        }
        let words = self.words();
        self.scale = self.emotion_scale(&words).map(Rc::new);
        self.timeline = self.timeline(document.timeline.as_ref(), document.meta.lost("timeline"));
        let mut kpis = self.all_kpis();
        let journey = self.journey(&mut kpis);
        let nowhere = || Text {
            text: "".into(),
            span: document.meta.span,
        };
        let mut map = Map {
            title: document.title.clone().unwrap_or_else(nowhere),
            scenario: document.scenario.clone(),
            state: document.state,
            kind: document.kind.unwrap_or(Kind::Journey),
            scope: self.scope(),
            goals: self.goals(),
            owner: document.owner.clone(),
            stakeholders: self.stakeholders(),
            updated: self.date(&document.updated),
            updated_span: document.updated.as_ref().map(|day| day.0.span),
            review_by: self.date(&document.review_by),
            review_span: document.review_by.as_ref().map(|day| day.0.span),
            revision: document.revision.clone(),
            lang: self.lang.clone(),
            scale: self
                .scale
                .as_deref()
                .cloned()
                .unwrap_or_else(super::Scale::nominal),
            words,
            personas: self.all_personas(),
            channels: self.all_channels(),
            evidence: self.all_evidence(),
            kpis,
            timeline: self.timeline.clone().unwrap_or(Timeline::Phases),
            timeline_internal: document
                .timeline
                .as_ref()
                .is_some_and(|timeline| timeline.meta.internal),
            lanes: Vec::new(),
            numbered: are_numbered(&journey.stages),
            stages: journey.stages,
            touchpoints: journey.touchpoints,
            pain_points: journey.pain_points,
            theme: document.theme.clone(),
            internal: document
                .meta
                .internal
                .then_some(document.meta.internal_span),
            withheld: Withheld::default(),
            notes: None,
            head: document.meta.head,
            fonts: document
                .fonts
                .iter()
                .filter_map(|font| self.asset(&Some(font.clone()), Want::Font))
                .collect(),
        };
        if let Some(finding) = document.theme.as_ref().and_then(check_path) {
            self.find(finding);
        }
        map.lanes = self.resolve_lanes(&map);
        map
    }

    fn date(&mut self, written: &Option<Day>) -> Option<super::Date> {
        super::time::day(&written.as_ref()?.0)
            .map_err(|finding| self.findings.push(*finding))
            .ok()
    }

    /// The drawing's words: the language's, and the map's own over them.
    fn words(&mut self) -> Words {
        let mut words = Words::for_lang(&self.lang.tag);
        for (key, text) in &self.document.words.entries {
            match Word::from_key(&key.text) {
                Some(word) => words.set(word, &text.text),
                None => {
                    let message =
                        format!("`{}` is not a word of the drawing", shortened(&key.text));
                    let finding = finding(&diag::UNKNOWN_KEY, key.span, message, "unknown word");
                    let near = nearest(&key.text, Word::KEYS.iter().map(|(_, key, _)| *key));
                    self.findings.push(match near {
                        Some(near) => finding.help(format!("did you mean `{near}`?")),
                        None => finding.help("the words are those that jmap itself writes: `touchpoints`, `emotion`, `exceeds`, …"),
                    });
                }
            }
        }
        words
    }
}

/// Stages are numbered, unless there is one or their names already are.
pub(super) fn are_numbered(stages: &[Stage]) -> bool {
    let has_number = |stage: &Stage| stage.name.text.starts_with(char::is_numeric);
    stages.len() > 1 && !stages.iter().any(has_number)
}
