//! Findings while they are collected: each once, and no more of one kind than anybody reads.

use std::collections::HashMap;

use super::{Diagnostic, Rule, Span};

/// What was found so far. Each finding is kept once, for aliases repeat what they stand for, and so its findings; and of one
/// rule no more than a number, so that a file of a million mistakes does not fill the memory.
#[derive(Debug)]
pub struct Findings {
    most: usize,
    kept: Vec<Diagnostic>,
    /// What is said where, by rule.
    seen: HashMap<(Span, &'static str), Vec<String>>,
    /// How many are kept of each rule.
    counts: Vec<(&'static Rule, usize)>,
    /// Rules of which there is more.
    cut: Vec<&'static Rule>,
}

impl Findings {
    /// No findings; so many of one rule are kept.
    pub fn new(most: usize) -> Findings {
        Findings {
            most,
            kept: Vec::new(),
            seen: HashMap::new(),
            counts: Vec::new(),
            cut: Vec::new(),
        }
    }

    /// Adds a finding.
    pub fn push(&mut self, finding: Diagnostic) {
        let rule = finding.rule;
        let said = self.seen.get(&(finding.span, rule.name));
        if said.is_some_and(|said| said.contains(&finding.message)) || !self.wants(rule) {
            return;
        }
        match self.counts.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((rule, 1)),
        }
        let said = self.seen.entry((finding.span, rule.name)).or_default();
        said.push(finding.message.clone());
        self.kept.push(finding);
    }

    /// Whether one more finding of a rule is kept, so that its advice is worth looking for. Where it is one too many, that is
    /// noted.
    pub fn wants(&mut self, rule: &'static Rule) -> bool {
        let count = self.counts.iter().find(|(known, _)| *known == rule);
        let room = count.map_or(0, |(_, count)| *count) < self.most;
        if !room && !self.cut.contains(&rule) {
            self.cut.push(rule);
        }
        room
    }

    /// Those that are kept, in the order in which they were found.
    pub fn kept(&self) -> &[Diagnostic] {
        &self.kept
    }

    /// Whether there is more of a rule than is kept.
    pub fn is_cut(&self, rule: &'static Rule) -> bool {
        self.cut.contains(&rule)
    }

    /// Takes back those that a test does not hold for.
    pub fn retain(&mut self, test: impl FnMut(&Diagnostic) -> bool) {
        self.kept.retain(test);
    }

    /// All that is kept, in the order in which it was found, and a word of each rule of which there is more: at the beginning
    /// of the file, since it is about all of it.
    pub fn finish(self) -> Vec<Diagnostic> {
        let mut all = self.kept;
        all.extend(self.cut.into_iter().map(|rule| {
            let most = self.most;
            let message = format!(
                "there is more of this in the file than the first {most} findings that are listed"
            );
            Diagnostic::new(rule, Span::default(), message)
                .mark("in this file")
                .help(format!(
                    "mend those that are listed first; to list more: --limit findings={}",
                    most.saturating_mul(10).max(1)
                ))
        }));
        all
    }
}

impl Extend<Diagnostic> for Findings {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, findings: T) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{MISSING_NAME, WRONG_TYPE, any_error};

    fn found(rule: &'static Rule, at: usize) -> Diagnostic {
        Diagnostic::new(rule, Span::new(at, at + 1), "found")
    }

    #[test]
    fn each_is_kept_once_and_of_a_rule_so_many() {
        let mut findings = Findings::new(2);
        findings.extend([5, 5, 6, 6, 5].map(|at| found(&WRONG_TYPE, at)));
        let mut fits = Findings::new(2);
        fits.extend([5, 6].map(|at| found(&WRONG_TYPE, at)));
        assert_eq!(findings.finish(), fits.finish());

        let mut findings = Findings::new(2);
        findings.extend((5..9).map(|at| found(&WRONG_TYPE, at)));
        findings.push(found(&MISSING_NAME, 7));
        let all = findings.finish();
        let told: Vec<_> = all
            .iter()
            .map(|finding| (finding.rule.name, finding.span.start))
            .collect();
        let rest = ("wrong-type", 0);
        assert_eq!(
            told,
            [
                ("wrong-type", 5),
                ("wrong-type", 6),
                ("missing-name", 7),
                rest
            ]
        );
        assert!(all[3].message.contains("the first 2 findings"));
    }

    #[test]
    fn what_is_not_kept_counts_as_found() {
        let mut findings = Findings::new(0);
        findings.push(found(&WRONG_TYPE, 1));
        assert!(any_error(&findings.finish()));
    }
}
