//! `one-kind-of-evidence`

use super::{Subject, warning};
use crate::check::{Evidence, EvidenceKind};
use crate::diag::{Diagnostic, Rule};

pub const RULE: Rule = warning!(
    "one-kind-of-evidence",
    "sources that are all statistical, or all anecdotal"
);

/// What a source tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// How many.
    Statistical,
    /// How, and why.
    Anecdotal,
    /// Neither by itself: what a document reports has its own kind, and an assumption reports nothing.
    Neither,
}

fn side(kind: EvidenceKind) -> Side {
    match kind {
        EvidenceKind::Survey | EvidenceKind::Analytics | EvidenceKind::Sales => Side::Statistical,
        EvidenceKind::Interview
        | EvidenceKind::Observation
        | EvidenceKind::UsabilityTest
        | EvidenceKind::Support
        | EvidenceKind::Social => Side::Anecdotal,
        EvidenceKind::Document | EvidenceKind::Assumption => Side::Neither,
    }
}

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let mut sources: Vec<(&Evidence, EvidenceKind)> = Vec::new();
    for source in &subject.map.evidence {
        // A source without a kind may be of the other one.
        let Some(kind) = source.kind else {
            return Vec::new();
        };
        if side(kind) != Side::Neither {
            sources.push((source, kind));
        }
    }
    let Some((first, kind)) = sources.first() else {
        return Vec::new();
    };
    let own = side(*kind);
    if sources.iter().any(|(_, kind)| side(*kind) != own) {
        return Vec::new();
    }
    let mut kinds: Vec<&str> = sources.iter().map(|(_, kind)| kind.word()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let (what, note, help) = match own {
        Side::Statistical => (
            "statistical",
            "numbers say how many, not why: what to change is a guess",
            "talk to some of those who were counted, watch them, or read what they wrote to support, and add it to `evidence`",
        ),
        _ => (
            "anecdotal",
            "stories say why, not how many: one loud case may set the course for all",
            "count: a survey, the analytics of a channel or the figures of sales, and add it to `evidence`",
        ),
    };
    let message = format!("the evidence is only {what}: {}", kinds.join(", "));
    let found = Diagnostic::new(&RULE, first.name.span, message)
        .mark(format!("{what}, like all sources that count here"))
        .note(note)
        .help(help);
    vec![found]
}
