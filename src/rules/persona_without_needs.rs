//! `persona-without-needs`

use super::{Subject, warning};
use crate::check::Persona;
use crate::diag::{Diagnostic, Rule};
use crate::model::shortened;

pub const RULE: Rule = warning!(
    "persona-without-needs",
    "a persona with neither goals nor needs nor pain points"
);

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let personas = subject.map.personas.iter();
    let bare = personas.filter(|persona| is_bare(persona));
    bare.map(|persona| {
        let message = format!("the map does not say what `{}` wants", shortened(&persona.name.text));
        Diagnostic::new(&RULE, persona.name.span, message)
            .mark("neither `goals` nor `needs` nor `pain_points`")
            .note("a name and an age do not explain a curve: the same wait is a relief to one and a loss to another")
            .help("write down what they want from this journey, need for it, or dread: `goals: Find something to read on the first evening`")
    })
    .collect()
}

fn is_bare(persona: &Persona) -> bool {
    persona.goals.is_empty() && persona.needs.is_empty() && persona.pain_points.is_empty()
}
