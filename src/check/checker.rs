//! What the check of one map carries along.

use std::rc::Rc;

use super::assets::{Assets, Want};
use super::ids::Space;
use super::links::refuse_link;
use super::{Asset, EvidenceIx, Figure, KpiIx, Lang, PersonaIx, Scale, Timeline};
use crate::diag::{self, Diagnostic, Findings, Rule, Span};
use crate::model::{self, Document, Meta, Number, Text};

/// The check of one map: what is known so far, and all findings.
pub(super) struct Checker<'a> {
    /// The map as written.
    pub document: &'a Document,
    /// All findings so far.
    pub findings: Findings,
    /// Files beside the map.
    pub assets: Assets<'a>,
    /// Language of the text.
    pub lang: Lang,
    /// The scale of emotion; `None` where it is written and makes no sense.
    pub scale: Option<Rc<Scale>>,
    /// The timeline; `None` where it is written and makes no sense.
    pub timeline: Option<Timeline>,
    /// Ids of personas.
    pub personas: Space,
    /// Ids of channels.
    pub channels: Space,
    /// Ids of sources.
    pub evidence: Space,
    /// Ids of KPIs: the map's own, then those written at stages.
    pub kpis: Space,
    /// Ids of stages.
    pub stages: Space,
    /// Ids of touchpoints.
    pub touchpoints: Space,
    /// Ids of pain points.
    pub pain_points: Space,
    /// Whether it has been said how a map declares its own scale.
    pub scale_explained: bool,
}

impl Checker<'_> {
    /// Adds a finding.
    pub fn find(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// A text without which its thing is nothing. What is missing is said here; the empty text stands in for it.
    pub fn required(&mut self, text: &Option<Text>, meta: &Meta, key: &str, thing: &str) -> Text {
        if let Some(text) = text {
            return text.clone();
        }
        if !meta.lost(key) {
            let message = format!("{} has no `{key}`", model::article(thing));
            self.findings.push(
                Diagnostic::new(&diag::MISSING_NAME, meta.place(key), message)
                    .mark(format!("`{key}` is missing here"))
                    .help(format!("give it one: `{key}: …`")),
            );
        }
        Text {
            text: Rc::from(""),
            span: meta.span,
        }
    }

    /// The name of a thing in a mapping; its id where none is given.
    pub fn name_or_id(&self, name: &Option<Text>, id: &Rc<str>, meta: &Meta) -> Text {
        name.clone().unwrap_or_else(|| Text {
            text: id.clone(),
            span: meta.head,
        })
    }

    /// Positions of sources, each once.
    pub fn sources(&mut self, references: &[model::EvidenceRef]) -> Vec<EvidenceIx> {
        find_all(
            &mut self.evidence,
            references.iter().map(|r| &r.0),
            &mut self.findings,
        )
    }

    /// Positions of personas, each once, in the order of the map.
    pub fn who(&mut self, references: &[model::PersonaRef]) -> Vec<PersonaIx> {
        let mut found = find_all(
            &mut self.personas,
            references.iter().map(|r| &r.0),
            &mut self.findings,
        );
        found.sort_unstable();
        found
    }

    /// Position of a KPI.
    pub fn kpi(&mut self, reference: &Option<model::KpiRef>) -> Option<KpiIx> {
        self.kpis.find(&reference.as_ref()?.0, &mut self.findings)
    }

    /// Reads a file beside the map.
    pub fn asset(&mut self, path: &Option<model::Path>, want: Want) -> Option<Asset> {
        self.assets
            .load(&path.as_ref()?.0, want)
            .unwrap_or_else(|finding| {
                self.findings.push(*finding);
                None
            })
    }

    /// A link that a viewer may follow.
    pub fn link(&mut self, link: &Option<model::Link>) -> Option<Text> {
        let text = &link.as_ref()?.0;
        match refuse_link(text) {
            Some(finding) => {
                self.findings.push(finding);
                None
            }
            None => Some(text.clone()),
        }
    }

    /// A number that counts things.
    pub fn count(&mut self, number: &Option<Number>, what: &str) -> Option<Figure> {
        let number = number.as_ref()?;
        if number.value < 0.0 {
            let message = format!("{what} cannot be negative");
            self.findings
                .push(self::invalid(number.span, message, "below 0"));
            return None;
        }
        Some(figure(number))
    }
}

/// Positions of all things that are named, each once, in the order in which they are named.
pub(super) fn find_all<'t>(
    space: &mut Space,
    references: impl Iterator<Item = &'t Text>,
    findings: &mut Findings,
) -> Vec<usize> {
    let mut found = Vec::new();
    for reference in references {
        if let Some(index) = space.find(reference, findings)
            && !found.contains(&index)
        {
            found.push(index);
        }
    }
    found
}

/// A number with the digits of its author.
pub(super) fn figure(number: &Number) -> Figure {
    Figure {
        value: number.value,
        text: number.text.clone(),
    }
}

/// A value outside what its key allows.
pub(super) fn invalid(span: Span, message: impl Into<String>, mark: &str) -> Diagnostic {
    finding(&diag::INVALID_VALUE, span, message, mark)
}

/// A finding with its mark.
pub(super) fn finding(
    rule: &'static Rule,
    span: Span,
    message: impl Into<String>,
    mark: &str,
) -> Diagnostic {
    Diagnostic::new(rule, span, message).mark(mark)
}
