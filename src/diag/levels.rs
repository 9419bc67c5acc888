//! The levels that a map sets for its warnings.

use super::{Diagnostic, Level, Rule};

/// Levels of rules other than their own: none is off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels(Vec<(&'static Rule, Option<Level>)>);

impl Levels {
    /// Sets the level of a rule; the last word counts.
    pub fn set(&mut self, rule: &'static Rule, level: Option<Level>) {
        self.0.push((rule, level));
    }

    /// Findings at the levels that are set; without those that are off.
    pub fn apply(&self, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let leveled = |mut finding: Diagnostic| {
            let set = self.0.iter().rev().find(|(rule, _)| *rule == finding.rule);
            finding.level = set.map_or(Some(finding.level), |(_, level)| *level)?;
            Some(finding)
        };
        findings.into_iter().filter_map(leveled).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{EMOTION_TWICE, MISSING_GLYPH, Span, UNLISTED_LANE};

    #[test]
    fn a_rule_is_off_or_has_another_level() {
        let mut levels = Levels::default();
        levels.set(&EMOTION_TWICE, None);
        levels.set(&UNLISTED_LANE, Some(Level::Info));
        let rules = [&EMOTION_TWICE, &UNLISTED_LANE, &MISSING_GLYPH];
        let findings = rules.map(|rule| Diagnostic::new(rule, Span::default(), "found"));
        let kept: Vec<_> = levels
            .apply(findings.to_vec())
            .iter()
            .map(|finding| (finding.rule.name, finding.level))
            .collect();
        assert_eq!(
            kept,
            [
                ("unlisted-lane", Level::Info),
                ("missing-glyph", Level::Warning)
            ]
        );
    }
}
