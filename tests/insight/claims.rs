//! What counts as a claim, and what it rests on.

use crate::map;
use jmap::insight::claims::{Kind, claims, is_supported};

const LEDGER: &str =
    "evidence: {calls: {kind: support}, guess: {kind: assumption}, poll: {kind: survey}}";

#[test]
fn everything_that_could_be_refuted_is_a_claim() {
    let map = map(&format!(
            "{LEDGER}
kpis: {{a: {{name: A, value: 1}}, b: {{name: B, target: 1}}}}
stages:
- name: S
  quotes: Said
  touchpoints:
  - {{name: T, channel: web, emotion: [1, unknown, 2], thoughts: Thought, gains: Gain, pain_points: Pain, notes: Note}}"
        ));
    let kinds: Vec<Kind> = claims(&map).iter().map(|claim| claim.kind).collect();
    let (score, persona) = (Kind::Score, Kind::Persona);
    // Both scores are each persona's own.
    let cell = [
        score,
        score,
        score,
        score,
        Kind::Thought,
        Kind::Gain,
        Kind::PainPoint,
    ];
    let expected = [&[persona, persona, Kind::Quote][..], &cell, &[Kind::Kpi]];
    assert_eq!(kinds, expected.concat());
}

#[test]
fn what_stands_in_a_cell_rests_on_its_sources_too() {
    let map = map(&format!(
            "{LEDGER}
stages:
- name: S
  evidence: guess
  quotes: Said
  touchpoints:
  - {{name: T, channel: web, evidence: poll, emotion: {{score: 1, evidence: [poll, calls]}}, thoughts: Thought}}"
        ));
    let of = |kind| {
        let claims = claims(&map);
        let found = claims.into_iter().find(|claim| claim.kind == kind);
        found.expect("such a claim").sources
    };
    assert_eq!(of(Kind::Score), [0, 2]);
    assert_eq!(of(Kind::Thought), [2]);
    assert_eq!(of(Kind::Quote), [1]);
    assert!(is_supported(&map, &[1, 2]));
    assert!(!is_supported(&map, &[1]));
    assert!(!is_supported(&map, &[]));
}
