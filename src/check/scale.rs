//! The scale of emotion.

use super::Scale;
use super::checker::{Checker, finding, invalid};
use crate::diag;
use crate::model::{self, Word, Words, shortened};

/// The scale that feelings are scored on and that a map has unless it says otherwise: ends, and the words of its levels.
const FURIOUS: f64 = -2.0;
const DELIGHTED: f64 = 2.0;
const LEVELS: &[(f64, Word)] = &[
    (-2.0, Word::Furious),
    (-1.0, Word::Annoyed),
    (0.0, Word::Neutral),
    (1.0, Word::Content),
    (2.0, Word::Delighted),
];

impl Scale {
    /// The scale of a map that declares none, without labels.
    pub(super) fn nominal() -> Scale {
        Scale {
            min: FURIOUS,
            max: DELIGHTED,
            neutral: 0.0,
            labels: Vec::new(),
            internal: false,
        }
    }

    /// The scale of a map that declares none, with the words for its levels.
    pub fn usual(words: &Words) -> Scale {
        with_default_labels(Scale::nominal(), words)
    }

    /// A score of −2…2 on this scale: straight from the worst to neutral, and from neutral to the best.
    pub(super) fn place(&self, score: f64) -> f64 {
        if score < 0.0 {
            self.neutral + (self.neutral - self.min) * (score / -FURIOUS)
        } else {
            self.neutral + (self.max - self.neutral) * (score / DELIGHTED)
        }
    }
}

impl Checker<'_> {
    /// The scale of emotion. `None` where it is written and makes no sense.
    pub fn emotion_scale(&mut self, words: &Words) -> Option<Scale> {
        let document = self.document;
        let Some(written) = &document.emotion_scale else {
            return (!document.meta.lost("emotion_scale")).then(|| Scale::usual(words));
        };
        if ["min", "max", "neutral", "labels"]
            .iter()
            .any(|key| written.meta.lost(key))
        {
            return None;
        }
        let (min, max) = match (&written.min, &written.max) {
            (Some(min), Some(max)) => (min.value, max.value),
            (None, None) => (FURIOUS, DELIGHTED),
            _ => {
                let message = "a scale of emotion has two ends, and here is one";
                self.find(
                    invalid(written.meta.head, message, "one end")
                        .help("give both `min` and `max`"),
                );
                return None;
            }
        };
        if min >= max {
            let span = written
                .max
                .as_ref()
                .map_or(written.meta.head, |max| max.span);
            self.find(invalid(
                span,
                "the scale of emotion ends below its beginning",
                "not above `min`",
            ));
            return None;
        }
        let neutral = written
            .neutral
            .as_ref()
            .map_or((min + max) / 2.0, |neutral| neutral.value);
        if neutral <= min || neutral >= max {
            let span = written
                .neutral
                .as_ref()
                .map_or(written.meta.head, |neutral| neutral.span);
            let mark = format!("not between {min} and {max}");
            self.find(invalid(
                span,
                "neutral lies between the ends of the scale",
                &mark,
            ));
            return None;
        }
        let scale = Scale {
            min,
            max,
            neutral,
            labels: Vec::new(),
            internal: written.meta.internal,
        };
        if written.labels.entries.is_empty() {
            return Some(with_default_labels(scale, words));
        }
        let labels = self.labels(written, &scale);
        Some(Scale { labels, ..scale })
    }

    fn labels(&mut self, written: &model::Scale, scale: &Scale) -> Vec<(f64, std::rc::Rc<str>)> {
        let mut labels: Vec<(f64, std::rc::Rc<str>)> = Vec::new();
        for (key, label) in &written.labels.entries {
            let shown = shortened(&key.text);
            match key.text.trim().parse::<f64>() {
                Ok(score) if score < scale.min || score > scale.max => {
                    let message = format!(
                        "the label `{}` stands at {shown}, beyond the scale",
                        shortened(&label.text)
                    );
                    let mark = format!("the scale runs from {} to {}", scale.min, scale.max);
                    self.find(finding(
                        &diag::EMOTION_OUT_OF_SCALE,
                        key.span,
                        message,
                        &mark,
                    ));
                }
                Ok(score) if labels.iter().any(|(other, _)| *other == score) => {
                    let message = format!("two labels stand at {score}");
                    self.find(invalid(key.span, message, "again here").help("keep one of them"));
                }
                Ok(score) if score.is_finite() => labels.push((score, label.text.clone())),
                _ => {
                    let message = format!("`{shown}` is not a score on the scale");
                    self.find(
                        invalid(key.span, message, "not a number")
                            .help("give each label its score: labels: {-2: Furious, 2: Delighted}"),
                    );
                }
            }
        }
        labels.sort_by(|a, b| a.0.total_cmp(&b.0));
        labels
    }

    /// The score of a word: the map's own labels, or a feeling that jmap knows.
    pub fn score_of_word(&self, word: &str) -> Option<f64> {
        let scale = self.scale.as_ref()?;
        let lower = word.to_lowercase();
        let label = scale
            .labels
            .iter()
            .find(|(_, label)| label.to_lowercase() == lower)
            .map(|(score, _)| *score);
        label.or_else(|| super::feelings::score(&lower).map(|score| scale.place(score)))
    }
}

fn with_default_labels(scale: Scale, words: &Words) -> Scale {
    let labels = LEVELS
        .iter()
        .map(|(score, word)| (scale.place(*score), words.get(*word).into()))
        .collect();
    Scale { labels, ..scale }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feelings_map_straight_onto_both_halves() {
        let scale = Scale {
            min: 0.0,
            max: 10.0,
            neutral: 4.0,
            labels: Vec::new(),
            internal: false,
        };
        assert_eq!(
            [-2.0, -1.0, 0.0, 1.0, 2.0].map(|score| scale.place(score)),
            [0.0, 2.0, 4.0, 7.0, 10.0]
        );
    }
}
