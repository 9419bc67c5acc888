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
    /// Perhaps both.
    Both,
    /// Neither by itself: what a document reports has its own kind, and an assumption reports nothing.
    Neither,
}

fn side(source: &Evidence) -> (Side, &'static str) {
    // A source without a kind may be of any.
    let Some(kind) = source.kind else {
        return (Side::Both, "");
    };
    let side = match kind {
        EvidenceKind::Survey | EvidenceKind::Analytics | EvidenceKind::Sales => Side::Statistical,
        // Calls and posts are read; where somebody says how many there are, they were counted as well.
        EvidenceKind::Support | EvidenceKind::Social if source.n.is_some() => Side::Both,
        EvidenceKind::Interview
        | EvidenceKind::Observation
        | EvidenceKind::UsabilityTest
        | EvidenceKind::Support
        | EvidenceKind::Social => Side::Anecdotal,
        EvidenceKind::Document | EvidenceKind::Assumption => Side::Neither,
    };
    (side, kind.word())
}

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let sources = subject.map.evidence.iter().map(|source| (source, side(source)));
    let sources: Vec<_> = sources
        .filter(|(_, (side, _))| *side != Side::Neither)
        .collect();
    let Some(&(first, (own, _))) = sources.first() else {
        return Vec::new();
    };
    if own == Side::Both || sources.iter().any(|(_, (side, _))| *side != own) {
        return Vec::new();
    }
    let mut kinds: Vec<&str> = sources.iter().map(|(_, (_, kind))| *kind).collect();
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
