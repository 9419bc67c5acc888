//! `company-language`

mod phrases;

use std::collections::BTreeSet;

use super::words::{has, is_english, words};
use super::{Subject, warning};
use crate::check::Text;
use crate::diag::{Diagnostic, Rule};
use crate::model::shortened;
use phrases::{OURS, PHRASES, Phrases};

pub const RULE: Rule = warning!(
    "company-language",
    "a stage or touchpoint that is told from the company's side"
);

/// Words of a customer who tells the journey in the first person: then `we` and `our` are theirs as well.
const MINE: &[&str] = &["i", "i'm", "i've", "i'd", "i'll", "me", "my", "myself", "mine"];

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    if !is_english(&map.lang) {
        return Vec::new();
    }
    let stages = map.stages.iter().map(|stage| &stage.name);
    let touchpoints = map.touchpoints.iter().map(|touchpoint| &touchpoint.name);
    let names: Vec<(&Text, Vec<String>)> = stages
        .chain(touchpoints)
        .map(|name| (name, words(&name.text)))
        .collect();
    let mine: BTreeSet<&str> = MINE.iter().copied().collect();
    let customers = names
        .iter()
        .any(|(_, words)| words.iter().any(|word| mine.contains(&**word)));
    let ours = if customers { &[] } else { OURS };
    let told = |words: &[String]| PHRASES.iter().chain(ours).find(|row| row.are_in(words));
    let found = names
        .iter()
        .filter_map(|(name, words)| Some(found(name, told(words)?)));
    found.collect()
}

impl Phrases {
    fn are_in(&self, words: &[String]) -> bool {
        self.phrases.iter().any(|phrase| has(words, phrase))
    }
}

fn found(name: &Text, row: &Phrases) -> Diagnostic {
    let shown = shortened(&name.text);
    Diagnostic::new(&RULE, name.span, format!("`{shown}` is told from the company's side"))
        .mark("not what the customer does, or calls it")
        .note(row.side)
        .help(format!("say what the customer does, in the customer's words: {}", row.instead))
}
