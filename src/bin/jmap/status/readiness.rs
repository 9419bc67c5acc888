//! Which parts of a map are there: those that it needs, and those that are recommended.

use jmap::check::{Date, Map, components};
use jmap::model::Document;
use jmap::rules::{LINTS, Subject};

/// Parts by name, and whether they are there.
#[derive(Debug)]
pub struct Parts(Vec<(&'static str, bool)>);

impl Parts {
    /// How many are there.
    pub fn present(&self) -> usize {
        self.0.iter().filter(|(_, is_there)| *is_there).count()
    }

    /// How many there are to be.
    pub fn of(&self) -> usize {
        self.0.len()
    }

    /// Those that are not there.
    pub fn missing(&self) -> Vec<&'static str> {
        let missing = self.0.iter().filter(|(_, is_there)| !is_there);
        missing.map(|(part, _)| *part).collect()
    }
}

/// Which parts of a map are there.
pub struct Readiness {
    /// The components without which there is no map.
    pub required: Option<Parts>,
    /// Those whose absence a rule finds, whatever its level.
    pub recommended: Option<Parts>,
}

impl Readiness {
    /// The parts of a map as far as it can be read.
    pub fn of(document: Option<&Document>, map: Option<&Map>, as_of: Date) -> Readiness {
        Readiness {
            required: document.map(|document| Parts(components(document).to_vec())),
            recommended: map.map(|map| recommended(&Subject { map, as_of })),
        }
    }
}

/// A part that several rules look for is there if all of them are content.
fn recommended(subject: &Subject) -> Parts {
    let mut parts: Vec<(&'static str, bool)> = Vec::new();
    for lint in LINTS {
        let Some(part) = lint.part else { continue };
        let is_there = (lint.find)(subject).is_empty();
        match parts.iter_mut().find(|(known, _)| *known == part) {
            Some((_, all)) => *all &= is_there,
            None => parts.push((part, is_there)),
        }
    }
    Parts(parts)
}
