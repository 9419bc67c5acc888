//! `stranded-touchpoint`

use super::{Subject, warning};
use crate::check::{Map, TouchpointIx};
use crate::diag::{Diagnostic, Rule};
use crate::insight::stranded::circles;
use crate::model::shortened;

pub const RULE: Rule = warning!(
    "stranded-touchpoint",
    "a place or a circle from which nobody gets on"
);

/// So many other places of a circle are shown: enough to find it.
const SHOWN: usize = 3;

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let circles = circles(subject.map);
    circles
        .iter()
        .filter_map(|circle| found(subject.map, circle))
        .collect()
}

/// The finding about a circle. It points to the ways on from its last touchpoint, where the journey should go on.
fn found(map: &Map, circle: &[TouchpointIx]) -> Option<Diagnostic> {
    let (last, others) = circle.split_last()?;
    let last = map.touchpoints.get(*last)?;
    let name = shortened(&last.name.text);
    let span = last.next.first().map_or(last.name.span, |way| way.span);
    let finding = match others.len() {
        0 => Diagnostic::new(
            &RULE,
            span,
            format!("nobody gets on from `{name}`: no way leads to another touchpoint"),
        )
        .mark("the only way on"),
        count => Diagnostic::new(
            &RULE,
            span,
            format!("nobody gets out of a circle of {} touchpoints that ends at `{name}`", count + 1),
        )
        .mark("leads back into the circle"),
    };
    let others = others.iter().rev().take(SHOWN);
    let others = others.filter_map(|&ix| map.touchpoints.get(ix));
    let finding = others.fold(finding, |finding, other| {
        finding.label(other.name.span, "part of the circle")
    });
    let finding = finding
        .note("the customer is left without a next step, and the map does not say so")
        .help("if they give up here, say so: next: leave\nif they get on, name the way, with its share if that is known:\nnext: [{to: …, share: 80 %}, {to: leave, share: 20 %}]");
    Some(finding)
}
