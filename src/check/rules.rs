//! What a map says of rules: `check`, and `x-allow` at a place.

use std::collections::BTreeSet;

use super::checker::{finding, invalid};
use crate::diag::{self, Allow, ERRORS, Findings, Level, Rule, Settings};
use crate::model::{self, Mapping, RuleLevel, RuleName, Text, nearest, shortened};

/// The rules that a map may set.
pub(super) struct Rules<'a> {
    known: &'a [&'static Rule],
    findings: &'a mut Findings,
}

/// Resolves the names of rules. They have to name rules that there are and that may be set.
pub(super) fn settings(
    levels: &Mapping<RuleLevel, RuleName>,
    allows: &[model::Allow],
    known: &[&'static Rule],
    findings: &mut Findings,
) -> Settings {
    let mut rules = Rules { known, findings };
    let mut settings = Settings::default();
    let mut seen = BTreeSet::new();
    for (key, level) in &levels.entries {
        let rule = rules.find(key);
        let level = level_of(*level);
        settings.levels.extend(rule.map(|rule| (rule, level)));
    }
    for (within, key, reason) in allows.iter().flat_map(|allow| {
        allow
            .rules
            .entries
            .iter()
            .map(|(key, why)| (allow.within, key, why))
    }) {
        rules.needs_reason(key, reason);
        let allow = rules.find(key).map(|rule| Allow {
            rule,
            reason: reason.text.trim().to_owned(),
            span: key.span,
            within,
        });
        // What is read twice says the same.
        settings
            .allows
            .extend(allow.filter(|allow| seen.insert((allow.span, allow.within))));
    }
    settings
}

impl Rules<'_> {
    fn find(&mut self, key: &Text) -> Option<&'static Rule> {
        let is_named = |rule: &&&'static Rule| *rule.name == *key.text;
        if let Some(rule) = self.known.iter().find(is_named) {
            return Some(rule);
        }
        self.findings
            .push(if ERRORS.iter().any(|rule| is_named(&rule)) {
                let message = format!(
                    "`{}` is an error and can be neither set nor silenced",
                    key.text
                );
                invalid(key.span, message, "no map can be drawn with it")
                    .help("mend what it finds; warnings can be set and silenced")
            } else {
                let message = format!("there is no rule `{}`", shortened(&key.text));
                let finding = finding(&diag::UNKNOWN_KEY, key.span, message, "unknown rule");
                match nearest(&key.text, self.known.iter().map(|rule| rule.name)) {
                    Some(near) => finding.help(format!("did you mean `{near}`?")),
                    None => finding.help("`jmap rules` lists all that there are"),
                }
            });
        None
    }

    fn needs_reason(&mut self, key: &Text, reason: &Text) {
        if reason.text.trim().is_empty() {
            let message = format!("`{}` is silenced without a reason", shortened(&key.text));
            let finding = invalid(reason.span, message, "no reason");
            self.findings.push(finding.help(format!(
                "say why, for those who read it in a year: `{}: \"seen once, not confirmed\"`",
                shortened(&key.text)
            )));
        }
    }
}

/// The level that a word of the map means; none is off.
fn level_of(word: RuleLevel) -> Option<Level> {
    match word {
        RuleLevel::Off => None,
        RuleLevel::Info => Some(Level::Info),
        RuleLevel::Warning => Some(Level::Warning),
        RuleLevel::Error => Some(Level::Error),
    }
}
