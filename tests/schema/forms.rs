//! Forms that the reader and the schema both take, and forms that both refuse.

/// Keys of a map, keys of a touchpoint, and whether they are refused.
type Form = (&'static str, &'static str, bool);

/// All of them.
pub fn all() -> impl Iterator<Item = Form> {
    let of_map = |(keys, refused)| (keys, "", refused);
    let of_touchpoint = |(keys, refused)| ("", keys, refused);
    let at =
        |forms: &'static [&'static str], refused| forms.iter().map(move |form| (*form, refused));
    at(MAPS_TAKEN, false)
        .chain(at(MAPS_REFUSED, true))
        .map(of_map)
        .chain(at(TAKEN, false).chain(at(REFUSED, true)).map(of_touchpoint))
}

/// A small map with keys of its own, and keys at one of its touchpoints.
pub fn map(keys: &str, at_touchpoint: &str) -> String {
    format!(
        "title: T
personas: {{a: Ana, b: }}
channels: {{w: Web, x-own: 1}}
evidence: {{e: Survey}}
kpis: {{k: {{value: 1}}}}
stages:
- name: S
  touchpoints:
  - {{name: N, channel: w, emotion: 1}}
  - name: M
    {at_touchpoint}
{keys}
"
    )
}

const MAPS_TAKEN: &[&str] = &[
    "check: {missing-glyph: off}",
    "jmap: 1",
    "jmap: '1'",
    "lanes: [stages, {id: own, title: Own, blank: 40}, rest]",
    "lanes: rest",
    "emotion_scale: {min: 1, max: 5, labels: {1: Bad, 5: Good}}",
    "updated: 2026-01-17",
    "goals: Fewer calls",
    "goals: [Fewer calls, {text: Sooner, kpi: k}]",
    "<<: {owner: 404}",
    "words: {gains: true}",
    "theme: brand.yaml",
    "scope: {from: 1, internal: true}",
    "x-own: {anything: [1, null]}",
    "lang: no",
];

const MAPS_REFUSED: &[&str] = &[
    "ownr: me",
    "owner: [me]",
    "owner:",
    "check: {missing-glif: off}",
    "check: {missing-glyph: of}",
    "check: [missing-glyph]",
    "x-allow: {missing-glyph: }",
    "jmap: 2",
    "lanes: [{title: A}]",
    "lanes: [{id: stages, hight: 4}]",
    "emotion_scale: {min: low}",
    "emotion_scale: {labels: {bad: 1}}",
    "updated: 17.1.2026",
    "updated: 2026-02-40",
    "lang: english",
    "goals: {text: }",
    "goals: [[a]]",
    "scope: [a, b]",
    "timeline: {unit: days, length: 4}",
    "words: {gainz: X}",
    "fonts: {a: b}",
    "stakeholders: {name: A, rol: b}",
];

const TAKEN: &[&str] = &[
    "channel: w",
    "channel: [w, Web]",
    "emotion: -.5",
    "emotion: unknown",
    "emotion: [1, curious, {score: -1, feeling: so-so}]",
    "emotion: {score: 1, evidence: e, low: 0.5}",
    "emotion: {a: [1, curious], b: {score: -1, low: -2}, x-own: 1}",
    "thoughts: 404",
    "thoughts: [true, {text: 1.0, persona: a, evidence: [e]}]",
    "moment: because",
    "moment: true",
    "next: [{to: leave, share: 40 %}, {to: n, share: 0.6}]",
    "next: leave",
    "pain_points: {text: P, severity: high}",
    "at: 2026-01-17",
    "x-allow: {missing-glyph: a font will come}",
    "internal: true",
    "link: HTTPS://example.org",
    "frontstage: [a, 2]",
];

const REFUSED: &[&str] = &[
    "chanel: w",
    "channel: {w: 1}",
    "channel: [w, null]",
    "emotion: [[1]]",
    "emotion: []",
    "emotion: {}",
    "emotion: {score: 1, felling: bad}",
    "emotion: {score: '1'}",
    "emotion: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
    "thoughts:",
    "thoughts: [{words: Hm}]",
    "moment: [1]",
    "optional: yes",
    "optional: 1",
    "next: {share: 0.4}",
    "next: {to: leave, share: lots}",
    "next: {to: leave, share: 40}",
    "pain_points: {text: P, severity: bad}",
    "pain_points: {text: ''}",
    "pain_points: ' '",
    "link: www.example.org",
    "internal: yes",
    "device: [[a]]",
    "frontstage: {a: b}",
    "opportunities: {value: high}",
    "cells: [a]",
];
