//! Emotion: from its many forms to points of a curve for each persona.

use super::checker::{Checker, finding, invalid};
use super::emotion_slips::{in_scale, unknown_feeling, usual_scale};
use super::spaces::FEELING_KEYS;
use super::{Emotion, Feeling, Gap, PersonaIx, Scale, Score};
use crate::diag::{self, Diagnostic, Findings};
use crate::model::{self, Feelings, Number, Text, shortened};

/// The word that says that nobody has asked yet.
pub(super) const UNKNOWN: &str = "unknown";

impl Checker<'_> {
    /// What everybody feels in a cell where `who` take part.
    pub fn emotions(
        &mut self,
        written: &Option<model::Emotion>,
        who: &[PersonaIx],
    ) -> Vec<Emotion> {
        match written {
            None => Vec::new(),
            Some(model::Emotion::Shared(feelings)) => {
                let points = self.feelings(feelings);
                who.iter()
                    .map(|&persona| Emotion {
                        persona,
                        feelings: points.clone(),
                        shared: true,
                        span: feelings.span,
                    })
                    .collect()
            }
            Some(model::Emotion::Each(entries)) => {
                let mut emotions: Vec<Emotion> = Vec::with_capacity(entries.len());
                for (name, feelings) in entries {
                    let points = self.feelings(feelings);
                    let Some(persona) = self.persona_of_emotion(name) else {
                        continue;
                    };
                    if emotions.iter().any(|emotion| emotion.persona == persona) {
                        let message = format!(
                            "`{}` stands for a persona that has an emotion here already",
                            name.text
                        );
                        let finding = finding(
                            &diag::DUPLICATE_ID,
                            name.span,
                            message,
                            "the same persona again",
                        );
                        self.find(finding.help("keep one of them"));
                    } else if !who.contains(&persona) {
                        self.find(takes_no_part(name));
                    } else {
                        emotions.push(Emotion {
                            persona,
                            feelings: points,
                            shared: false,
                            span: feelings.span,
                        });
                    }
                }
                emotions.sort_by_key(|emotion| emotion.persona);
                emotions
            }
        }
    }

    fn persona_of_emotion(&mut self, name: &Text) -> Option<PersonaIx> {
        let mut wrong = Findings::new(1);
        let found = self.personas.find(name, &mut wrong);
        for finding in wrong.finish() {
            if finding.rule != &diag::UNKNOWN_REFERENCE {
                self.find(finding);
                continue;
            }
            // It may as well be a slip in a key of a feeling.
            let finding = self.personas.unknown(name, FEELING_KEYS);
            self.find(finding.note("a mapping under `emotion` holds a feeling (`score`, `feeling`) or one for each persona"));
        }
        found
    }

    fn feelings(&mut self, written: &Feelings) -> Vec<Feeling> {
        written
            .list
            .iter()
            .filter_map(|feeling| self.feeling(feeling))
            .collect()
    }

    fn feeling(&mut self, written: &model::Feeling) -> Option<Feeling> {
        let evidence = self.sources(&written.evidence);
        let scale = self.scale.clone()?;
        let score = match (&written.score, &written.feeling) {
            (Some(score), _) => self.on_scale(score, &scale)?,
            (None, Some(word)) if *word.text == *UNKNOWN => {
                return Some(Feeling::Unknown(Gap {
                    internal: written.meta.internal,
                    span: word.span,
                }));
            }
            (None, Some(word)) => match self.score_of_word(&word.text) {
                Some(score) => score,
                None => {
                    if self.findings.wants(&diag::UNKNOWN_FEELING) {
                        let score_of = |word: &str| self.score_of_word(word);
                        let finding = unknown_feeling(word, &scale, &self.lang.tag, score_of);
                        self.find(finding);
                    }
                    return None;
                }
            },
            (None, None) => {
                if !written.meta.lost("score") && !written.meta.lost("feeling") {
                    let finding = invalid(
                        written.meta.head,
                        "an emotion needs a score or a feeling",
                        "neither is here",
                    );
                    self.find(finding.help("add one of them: {score: -1.5, feeling: frustrated}"));
                }
                return None;
            }
        };
        let low = self.bound(&written.low, &scale);
        let high = self.bound(&written.high, &scale);
        for (bound, wrong, message) in [
            (
                &written.low,
                low.is_some_and(|low| low > score),
                "`low` lies above the score",
            ),
            (
                &written.high,
                high.is_some_and(|high| high < score),
                "`high` lies below the score",
            ),
        ] {
            if let (Some(bound), true) = (bound, wrong) {
                let finding = invalid(bound.span, message, &format!("the score is {score}"));
                self.find(finding.note("`low` and `high` are the ends of a band around the score"));
            }
        }
        Some(Feeling::Score(Score {
            score,
            feeling: written.feeling.clone(),
            evidence,
            low,
            high,
            internal: written.meta.internal,
            span: written.meta.span,
        }))
    }

    fn bound(&mut self, number: &Option<Number>, scale: &Scale) -> Option<f64> {
        self.on_scale(number.as_ref()?, scale)
    }

    fn on_scale(&mut self, number: &Number, scale: &Scale) -> Option<f64> {
        if number.value >= scale.min && number.value <= scale.max {
            return Some(number.value);
        }
        let (Scale { min, max, .. }, value) = (scale, number.value);
        let message = format!(
            "{} is beyond the scale of emotion, which runs from {min} to {max}",
            number.text
        );
        let mut finding = finding(
            &diag::EMOTION_OUT_OF_SCALE,
            number.span,
            message,
            "beyond the scale",
        );
        if !std::mem::replace(&mut self.scale_explained, true) {
            let (low, high) = usual_scale(value);
            let own = self.document.emotion_scale.is_some();
            let other = if own {
                "make the scale wider"
            } else {
                "declare your own at the top of the map"
            };
            let here = in_scale(value, (low, high), scale);
            let help = format!(
                "score from {min} to {max} ({value} on a scale from {low} to {high} is {here} here), \
                 or {other}:\nemotion_scale: {{min: {low}, max: {high}}}"
            );
            finding = finding
                .note("the drawing has no place for a score beyond the scale")
                .help(help);
        }
        self.find(finding);
        None
    }
}

fn takes_no_part(name: &Text) -> Diagnostic {
    let shown = shortened(&name.text);
    invalid(
        name.span,
        format!("`{shown}` has an emotion here, but takes no part"),
        "not among the touchpoint's personas",
    )
    .help(format!(
        "add `{shown}` to the touchpoint's `persona`, or delete the emotion"
    ))
}
