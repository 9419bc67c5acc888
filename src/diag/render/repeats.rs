//! How often one rule is told of one file.

use crate::diag::Rule;

/// Findings of one rule in one file that are told at length: more teach nobody, and push the others out of sight.
const TOLD: usize = 10;

/// What was found in a file so far, by rule.
#[derive(Debug, Default)]
pub struct Repeats(Vec<(&'static Rule, usize)>);

impl Repeats {
    /// Counts a finding of a rule, and says whether it is told at length.
    pub fn admit(&mut self, rule: &'static Rule) -> bool {
        match self.0.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, count)) => {
                *count += 1;
                *count <= TOLD
            }
            None => {
                self.0.push((rule, 1));
                true
            }
        }
    }

    /// A line for each rule of which there is more, and an empty one behind them.
    pub fn rest(&self, file: &str) -> String {
        let more = self.0.iter().filter(|(_, count)| *count > TOLD);
        let lines: Vec<_> = more
            .map(|(rule, count)| {
                let (more, name) = (count - TOLD, rule.name);
                format!("… {more} more {name} in {file}; --format short lists all\n")
            })
            .collect();
        match lines.is_empty() {
            true => String::new(),
            false => lines.concat() + "\n",
        }
    }
}
