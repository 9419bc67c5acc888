//! What a map and the command line say of rules: their levels, and where they are silenced.

use super::{Diagnostic, Level, Rule, Span, UNUSED_ALLOW};

/// A rule that is silenced at one place of a map (`x-allow`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// The rule.
    pub rule: &'static Rule,
    /// Why it is silenced.
    pub reason: String,
    /// Where the map says so: the rule's name in `x-allow`.
    pub span: Span,
    /// What it is silenced for: the thing that has the `x-allow`, and all in it.
    pub within: Span,
}

impl Allow {
    fn silences(&self, finding: &Diagnostic) -> bool {
        let (inner, outer) = (finding.span, self.within);
        finding.rule == self.rule
            && finding.rule.level != Level::Error
            && outer.start <= inner.start
            && inner.end <= outer.end
    }
}

/// What a map says of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Levels of rules other than their own, none is off; of several the last one counts.
    pub levels: Vec<(&'static Rule, Option<Level>)>,
    /// Rules that are silenced at a place.
    pub allows: Vec<Allow>,
}

/// What the command line says of rules. It wins over the map, but for what is silenced at a place with a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// Levels of rules, none is off; of several the last one counts.
    pub levels: Vec<(&'static Rule, Option<Level>)>,
    /// What becomes of warnings that are not named in `levels`; none is off.
    pub warnings: Option<Option<Level>>,
}

/// A finding that is silenced, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silenced {
    /// What was found.
    pub finding: Diagnostic,
    /// Why nobody needs to hear of it.
    pub reason: String,
}

/// What is to be said of a map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Findings at the levels that hold for them; none that is off.
    pub findings: Vec<Diagnostic>,
    /// Findings that are silenced where they stand.
    pub silenced: Vec<Silenced>,
}

impl Settings {
    /// Sorts what was found: at which level it is said, or why it is not said.
    pub fn judge(&self, findings: Vec<Diagnostic>, flags: &Flags) -> Verdict {
        let mut verdict = Verdict::default();
        for mut finding in findings {
            if let Some(allow) = self.allows.iter().find(|allow| allow.silences(&finding)) {
                let reason = allow.reason.clone();
                verdict.silenced.push(Silenced { finding, reason });
            } else if let Some(level) = self.level(finding.rule, finding.level, flags) {
                finding.level = level;
                verdict.findings.push(finding);
            }
        }
        verdict
    }

    /// A finding for each `x-allow` that silences none of the findings. They have to be all that jmap finds.
    pub fn unused(&self, findings: &[Diagnostic]) -> Vec<Diagnostic> {
        let allows = self.allows.iter();
        let idle = allows.filter(|allow| !findings.iter().any(|finding| allow.silences(finding)));
        let told = idle.map(|allow| {
            let message = format!("this silences `{}` where it finds nothing", allow.rule.name);
            Diagnostic::new(&UNUSED_ALLOW, allow.span, message)
                .mark("silences nothing")
                .note("the reason may be out of date, and would hide the next finding at this place")
                .help("remove it; or move it to the thing that is meant, for it silences only there and within")
        });
        told.collect()
    }

    fn level(&self, rule: &Rule, own: Level, flags: &Flags) -> Option<Level> {
        if rule.level == Level::Error {
            return Some(own);
        }
        if let Some(level) = last(&flags.levels, rule) {
            return level;
        }
        let level = last(&self.levels, rule).unwrap_or(Some(own))?;
        match flags.warnings {
            Some(warnings) if level == Level::Warning => warnings,
            _ => Some(level),
        }
    }
}

fn last(levels: &[(&'static Rule, Option<Level>)], rule: &Rule) -> Option<Option<Level>> {
    let mut levels = levels.iter().rev();
    levels
        .find(|(named, _)| *named == rule)
        .map(|(_, level)| *level)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{EMOTION_TWICE, MISSING_GLYPH, MISSING_NAME, UNLISTED_LANE};

    fn found(rule: &'static Rule, start: usize) -> Diagnostic {
        Diagnostic::new(rule, Span::new(start, start + 1), "found")
    }

    fn said(verdict: &Verdict) -> Vec<(&str, Level)> {
        let findings = verdict.findings.iter();
        findings
            .map(|finding| (finding.rule.name, finding.level))
            .collect()
    }

    fn allow(rule: &'static Rule, within: (usize, usize)) -> Allow {
        Allow {
            rule,
            reason: "seen once".to_owned(),
            span: Span::new(within.0, within.0 + 1),
            within: Span::new(within.0, within.1),
        }
    }

    #[test]
    fn a_rule_is_off_or_has_another_level() {
        let settings = Settings {
            levels: vec![(&EMOTION_TWICE, None), (&UNLISTED_LANE, Some(Level::Info))],
            ..Settings::default()
        };
        let all = [
            &EMOTION_TWICE,
            &UNLISTED_LANE,
            &MISSING_GLYPH,
            &MISSING_NAME,
        ];
        let findings: Vec<_> = all.map(|rule| found(rule, 0)).to_vec();
        let verdict = settings.judge(findings.clone(), &Flags::default());
        let rest = [
            ("missing-glyph", Level::Warning),
            ("missing-name", Level::Error),
        ];
        assert_eq!(
            said(&verdict),
            [&[("unlisted-lane", Level::Info)], &rest[..]].concat()
        );

        let flags = Flags {
            levels: vec![(&EMOTION_TWICE, Some(Level::Warning))],
            warnings: Some(Some(Level::Error)),
        };
        let expected = [
            ("emotion-twice", Level::Warning),
            ("unlisted-lane", Level::Info),
            ("missing-glyph", Level::Error),
            ("missing-name", Level::Error),
        ];
        assert_eq!(said(&settings.judge(findings, &flags)), expected);
    }

    #[test]
    fn a_rule_is_silenced_in_its_place_only() {
        let settings = Settings {
            allows: vec![
                allow(&MISSING_GLYPH, (10, 20)),
                allow(&EMOTION_TWICE, (10, 20)),
            ],
            ..Settings::default()
        };
        let findings = vec![found(&MISSING_GLYPH, 12), found(&MISSING_GLYPH, 22)];
        let unused = settings.unused(&findings);
        assert_eq!(unused.len(), 1);
        assert!(unused[0].message.contains("emotion-twice"));
        let verdict = settings.judge(findings, &Flags::default());
        assert_eq!(verdict.findings.len(), 1);
        assert_eq!(verdict.findings[0].span.start, 22);
        assert_eq!(verdict.silenced[0].finding.span.start, 12);
        assert_eq!(verdict.silenced[0].reason, "seen once");
    }

    #[test]
    fn no_error_is_silenced_or_set() {
        let settings = Settings {
            levels: vec![(&MISSING_NAME, None)],
            allows: vec![allow(&MISSING_NAME, (0, 9))],
        };
        let verdict = settings.judge(vec![found(&MISSING_NAME, 1)], &Flags::default());
        assert_eq!(said(&verdict), [("missing-name", Level::Error)]);
    }
}
