//! A stage's emotion under its touchpoints' own.

use super::checker::{Checker, finding};
use super::{Cell, Emotion, Touchpoint};
use crate::diag;

impl Checker<'_> {
    /// Takes out of a stage's cell the emotions of personas whose touchpoints there have their own, and says so. Returns what
    /// is left, and what was taken out.
    pub fn without_repeated_emotions(
        &mut self,
        mut cell: Cell,
        touchpoints: &[Touchpoint],
    ) -> (Cell, Vec<Emotion>) {
        let own = |persona| {
            touchpoints
                .iter()
                .flat_map(|t| &t.cell.emotions)
                .find(|emotion| emotion.persona == persona)
        };
        let (repeated, kept): (Vec<_>, Vec<_>) = cell
            .emotions
            .into_iter()
            .partition(|emotion| own(emotion.persona).is_some());
        cell.emotions = kept;
        if let Some(emotion) = repeated.first()
            && let Some(first) = own(emotion.persona)
        {
            let id = self.personas.id(emotion.persona);
            let message = format!("the emotion of this stage is not drawn for `{id}`");
            let warning = finding(&diag::EMOTION_TWICE, emotion.span, message, "the touchpoints have their own")
                .label(first.span, "here, for example")
                .note("the curve goes through the touchpoints' scores; the stage's would be a second opinion at one place")
                .help("keep the one or the other");
            self.find(warning);
        }
        (cell, repeated)
    }
}
