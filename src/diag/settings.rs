//! What a map and the command line say of rules: their levels, and where they are silenced.

use std::cmp::Reverse;
use std::collections::BTreeSet;

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
    /// What becomes of whatever is a warning after all; none is off.
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
        let silencers = self.silencers(&findings);
        for (mut finding, silencer) in findings.into_iter().zip(silencers) {
            if let Some(allow) = silencer {
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
        // An alias repeats an `x-allow`: one place in the text, silent within several things.
        let key = |allow: &Allow| (allow.span, allow.rule.name);
        let silencers = self.silencers(findings).into_iter().flatten();
        let mut told: BTreeSet<_> = silencers.map(key).collect();
        let idle = self.allows.iter().filter(|allow| told.insert(key(allow)));
        let findings = idle.map(|allow| {
            let message = format!("this silences `{}` where it finds nothing", allow.rule.name);
            Diagnostic::new(&UNUSED_ALLOW, allow.span, message)
                .mark("silences nothing")
                .note("the reason may be out of date, and would hide the next finding at this place")
                .help("remove it; or move it to the thing that is meant, for it silences only there and within")
        });
        findings.collect()
    }

    /// What silences each of the findings: of several the nearest.
    ///
    /// Things of a map lie in each other or apart. So one walk through the text is enough, with those at hand that are
    /// open: no more than things can lie in each other.
    fn silencers(&self, findings: &[Diagnostic]) -> Vec<Option<&Allow>> {
        let mut allows: Vec<&Allow> = self.allows.iter().collect();
        allows.sort_by_key(|allow| (allow.within.start, Reverse(allow.within.end)));
        let mut allows = allows.into_iter().peekable();
        let mut order: Vec<usize> = (0..findings.len()).collect();
        order.sort_by_key(|&at| findings[at].span.start);
        let mut open: Vec<&Allow> = Vec::new();
        let mut silencers = vec![None; findings.len()];
        for at in order {
            let finding = &findings[at];
            while let Some(allow) = allows.next_if(|allow| allow.within.start <= finding.span.start)
            {
                open.retain(|other| other.within.end > allow.within.start);
                open.push(allow);
            }
            let mut nearest = open.iter().rev();
            silencers[at] = nearest.find(|allow| allow.silences(finding)).copied();
        }
        silencers
    }

    fn level(&self, rule: &Rule, own: Level, flags: &Flags) -> Option<Level> {
        if rule.level == Level::Error {
            return Some(own);
        }
        let set = last(&flags.levels, rule).or_else(|| last(&self.levels, rule));
        let level = set.unwrap_or(Some(own))?;
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
            ("emotion-twice", Level::Error),
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
    fn the_nearest_silences_and_what_an_alias_repeats_is_used_once() {
        let mut outer = allow(&MISSING_GLYPH, (0, 90));
        outer.reason = "everywhere".to_owned();
        let inner = allow(&MISSING_GLYPH, (10, 20));
        let mut repeated = allow(&EMOTION_TWICE, (30, 40));
        let first = repeated.clone();
        repeated.within = Span::new(50, 60);
        let settings = Settings {
            allows: vec![outer.clone(), inner, first, repeated],
            ..Settings::default()
        };
        let findings = vec![found(&MISSING_GLYPH, 12), found(&EMOTION_TWICE, 31)];
        let unused = settings.unused(&findings);
        let places: Vec<Span> = unused.iter().map(|finding| finding.span).collect();
        assert_eq!(places, [outer.span]);
        let verdict = settings.judge(findings, &Flags::default());
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
