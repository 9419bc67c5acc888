//! Lookups that call lookups.

use std::collections::BTreeSet;

use skrifa::raw::ArrayOfOffsets;
use skrifa::raw::tables::layout::{
    ChainedSequenceContext, CoverageTable, SequenceContext, SequenceLookupRecord,
};

use super::stages::Applied;
use super::{Spent, Steps};

/// What a call counts: each is followed 64 deep.
const CALL: u64 = 8;
/// harfrust follows no more calls of lookups than this for a short word.
const MOST_CALLS: u64 = 1 << 16;

/// What is counted of a lookup.
#[derive(Debug, Default)]
pub(super) struct Lookup {
    /// Rules and the glyphs in them that may be tried at one place.
    tried: u64,
    /// Lookups that one of its rules calls, at most.
    calls: u64,
    /// Those that are called by any.
    called: BTreeSet<u16>,
}

/// A rule of a context: the glyphs that it looks at, and the lookups that it calls.
type Rule<'a> = (usize, &'a [SequenceLookupRecord]);

impl Lookup {
    /// The lookups that it calls.
    pub(super) fn called(&self) -> impl Iterator<Item = u16> {
        self.called.iter().copied()
    }

    /// A subtable, which counts so much.
    pub(super) fn plain(&mut self, count: u64, steps: &mut Steps) -> Result<(), Spent> {
        self.tried(1);
        steps.take(count)
    }

    /// Rules that may be tried.
    pub(super) fn tried(&mut self, rules: u64) {
        self.tried = self.tried.saturating_add(rules);
    }

    /// Counts a rule, and how much it adds to its set.
    fn rule(&mut self, (length, calls): Rule<'_>, steps: &mut Steps) -> Result<u64, Spent> {
        steps.take(1 + length as u64 + CALL * calls.len() as u64)?;
        self.calls = self.calls.max(calls.len() as u64);
        let called = calls.iter().map(|call| call.lookup_list_index());
        self.called.extend(called);
        Ok(1 + length as u64)
    }

    /// Counts the rules of a set; all of them may be tried.
    fn set<'a>(
        &mut self,
        rules: impl Iterator<Item = Option<Rule<'a>>>,
        steps: &mut Steps,
    ) -> Result<u64, Spent> {
        let mut tried = 0;
        for rule in rules {
            steps.take(1)?;
            if let Some(rule) = rule {
                tried += self.rule(rule, steps)?;
            }
        }
        Ok(tried)
    }

    pub(super) fn context(
        &mut self,
        table: &SequenceContext<'_>,
        steps: &mut Steps,
    ) -> Result<(), Spent> {
        let mut most = 0;
        match table {
            SequenceContext::Format1(table) => {
                super::lookups::coverage(table.coverage(), steps)?;
                for set in table.seq_rule_sets().iter() {
                    steps.take(1)?;
                    let Some(Ok(set)) = set else { continue };
                    let rules = set.seq_rules();
                    let rules = rules.iter().map(|rule| {
                        let rule = rule.ok()?;
                        Some((rule.input_sequence().len(), rule.seq_lookup_records()))
                    });
                    most = self.set(rules, steps)?.max(most);
                }
            }
            SequenceContext::Format2(table) => {
                super::lookups::coverage(table.coverage(), steps)?;
                super::lookups::classes(table.class_def(), steps)?;
                for set in table.class_seq_rule_sets().iter() {
                    steps.take(1)?;
                    let Some(Ok(set)) = set else { continue };
                    let rules = set.class_seq_rules();
                    let rules = rules.iter().map(|rule| {
                        let rule = rule.ok()?;
                        Some((rule.input_sequence().len(), rule.seq_lookup_records()))
                    });
                    most = self.set(rules, steps)?.max(most);
                }
            }
            SequenceContext::Format3(table) => {
                let length = coverages(&[table.coverages()], steps)?;
                most = self.rule((length, table.seq_lookup_records()), steps)?;
            }
        }
        self.tried(most);
        Ok(())
    }

    pub(super) fn chained(
        &mut self,
        table: &ChainedSequenceContext<'_>,
        steps: &mut Steps,
    ) -> Result<(), Spent> {
        let mut most = 0;
        match table {
            ChainedSequenceContext::Format1(table) => {
                super::lookups::coverage(table.coverage(), steps)?;
                for set in table.chained_seq_rule_sets().iter() {
                    steps.take(1)?;
                    let Some(Ok(set)) = set else { continue };
                    let rules = set.chained_seq_rules();
                    let rules = rules.iter().map(|rule| {
                        let rule = rule.ok()?;
                        let around =
                            rule.backtrack_sequence().len() + rule.lookahead_sequence().len();
                        let length = around + rule.input_sequence().len();
                        Some((length, rule.seq_lookup_records()))
                    });
                    most = self.set(rules, steps)?.max(most);
                }
            }
            ChainedSequenceContext::Format2(table) => {
                super::lookups::coverage(table.coverage(), steps)?;
                super::lookups::classes(table.backtrack_class_def(), steps)?;
                super::lookups::classes(table.input_class_def(), steps)?;
                super::lookups::classes(table.lookahead_class_def(), steps)?;
                for set in table.chained_class_seq_rule_sets().iter() {
                    steps.take(1)?;
                    let Some(Ok(set)) = set else { continue };
                    let rules = set.chained_class_seq_rules();
                    let rules = rules.iter().map(|rule| {
                        let rule = rule.ok()?;
                        let around =
                            rule.backtrack_sequence().len() + rule.lookahead_sequence().len();
                        let length = around + rule.input_sequence().len();
                        Some((length, rule.seq_lookup_records()))
                    });
                    most = self.set(rules, steps)?.max(most);
                }
            }
            ChainedSequenceContext::Format3(table) => {
                let all = [
                    table.backtrack_coverages(),
                    table.input_coverages(),
                    table.lookahead_coverages(),
                ];
                let length = coverages(&all, steps)?;
                most = self.rule((length, table.seq_lookup_records()), steps)?;
            }
        }
        self.tried(most);
        Ok(())
    }

    /// How many rules the lookups of a table may try at one place, where they are applied in an order.
    pub(super) fn rules(all: &[Lookup], order: &[Applied]) -> u64 {
        let longest = all.iter().map(|lookup| lookup.tried).max().unwrap_or(0);
        let deep = followed(all, |lookup, called| {
            lookup
                .tried
                .saturating_add(lookup.calls.saturating_mul(called))
        });
        let each = order.iter().filter_map(|applied| {
            let at = usize::from(applied.lookup);
            let (own, deep) = (all.get(at)?.tried, *deep.get(at)?);
            Some(deep.min(own.saturating_add(longest.saturating_mul(applied.calls))))
        });
        each.fold(0, u64::saturating_add)
    }

    /// How many lookups each lookup may call at one place.
    pub(super) fn all_calls(all: &[Lookup]) -> Vec<u64> {
        followed(all, |lookup, called| {
            let calls = lookup.calls.saturating_mul(called.saturating_add(1));
            calls.min(MOST_CALLS)
        })
    }
}

fn coverages<'a>(
    lists: &[ArrayOfOffsets<'a, CoverageTable<'a>>],
    steps: &mut Steps,
) -> Result<usize, Spent> {
    let mut length = 0;
    for list in lists {
        length += list.len();
        for table in list.iter() {
            super::lookups::coverage(table, steps)?;
        }
    }
    Ok(length)
}

/// What each lookup comes to with the most that those come to which it calls; without bound where they call each other in a circle.
fn followed(all: &[Lookup], of: impl Fn(&Lookup, u64) -> u64) -> Vec<u64> {
    /// Calls deeper than this are not followed by harfrust.
    const DEEPEST: usize = 64;
    // Each round follows calls one level deeper; what still grows after the last one has no end.
    let mut deep: Vec<u64> = all.iter().map(|lookup| of(lookup, 0)).collect();
    for _ in 0..DEEPEST {
        let next: Vec<u64> = all
            .iter()
            .map(|lookup| {
                let called = lookup.called.iter();
                let called = called.filter_map(|&at| deep.get(usize::from(at)));
                of(lookup, called.copied().max().unwrap_or(0))
            })
            .collect();
        if next == deep {
            break;
        }
        deep = next;
    }
    deep
}
