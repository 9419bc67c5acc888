//! Who: personas, goals, stakeholders, scope.

use super::assets::Want;
use super::checker::{Checker, invalid};
use super::{Goal, Persona, Scope, Stakeholder};
use crate::model::{self, Text, shortened};

impl Checker<'_> {
    /// The personas, in the order of the file.
    pub fn all_personas(&mut self) -> Vec<Persona> {
        let entries = &self.document.personas.entries;
        entries
            .iter()
            .enumerate()
            .map(|(index, (_, persona))| self.persona(index, persona))
            .collect()
    }

    fn persona(&mut self, index: usize, written: &model::Persona) -> Persona {
        let id = self.personas.id(index);
        Persona {
            name: self.name_or_id(&written.name, &id, &written.meta),
            id,
            role: written.role.clone(),
            quote: written
                .quote
                .as_ref()
                .map(|quote| super::lang::quoted(quote, &self.lang)),
            facts: written.facts.entries.clone(),
            goals: written.goals.clone(),
            needs: written.needs.clone(),
            pain_points: written.pain_points.clone(),
            evidence: self.sources(&written.evidence),
            image: self.asset(&written.image, Want::Image),
            place: index,
            color: self.color(&written.color),
            internal: written.meta.internal,
            span: written.meta.span,
        }
    }

    fn color(&mut self, color: &Option<model::Color>) -> Option<Text> {
        let text = &color.as_ref()?.0;
        let digits = text.text.strip_prefix('#').unwrap_or_default();
        if matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Some(text.clone());
        }
        let message = format!("`{}` is not a colour", shortened(&text.text));
        self.find(invalid(text.span, message, "neither #RGB nor #RRGGBB").help(
            "write three or six hexadecimal digits, in quotation marks, since # begins a comment: color: \"#C2410C\"",
        ));
        None
    }

    /// The goals of the mapping project.
    pub fn goals(&mut self) -> Vec<Goal> {
        let goals = &self.document.goals;
        goals
            .iter()
            .map(|goal| Goal {
                text: self.required(&goal.text, &goal.meta, "text", "goal"),
                kpi: self.kpi(&goal.kpi),
                internal: goal.meta.internal,
            })
            .collect()
    }

    /// The people with whom the map is aligned.
    pub fn stakeholders(&mut self) -> Vec<Stakeholder> {
        let stakeholders = &self.document.stakeholders;
        stakeholders
            .iter()
            .map(|stakeholder| Stakeholder {
                name: self.required(&stakeholder.name, &stakeholder.meta, "name", "stakeholder"),
                role: stakeholder.role.clone(),
                department: stakeholder.department.clone(),
                internal: stakeholder.meta.internal,
            })
            .collect()
    }

    /// Where the journey begins and ends; nothing where neither is said.
    pub fn scope(&self) -> Option<Scope> {
        let scope = self.document.scope.as_ref()?;
        (scope.from.is_some() || scope.to.is_some()).then(|| Scope {
            from: scope.from.clone(),
            to: scope.to.clone(),
            internal: scope.meta.internal,
        })
    }
}
