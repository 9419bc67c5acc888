//! Points, changes, spread, moments of truth.

use jmap::insight::curve::{curve, points};
use jmap::insight::places::Place;
use jmap::insight::report::report;
use jmap::insight::spread::{furthest_apart, spreads};

use crate::{journey, map};

#[test]
fn nothing_is_said_across_what_nobody_asked() {
    let map = journey(&[
        "emotion: 2",
        "emotion: unknown",
        "emotion: -2",
        "notes: none",
        "emotion: -1",
    ]);
    let curve = curve(&map, 0).expect("a curve");
    assert_eq!(curve.fall, None);
    // A touchpoint without a score is passed over.
    let rise = curve.rise.expect("a rise");
    assert_eq!(
        (rise.from, rise.to, rise.by),
        (Place::Touchpoint(2), Place::Touchpoint(4), 1.0)
    );
    let joined: Vec<bool> = points(&map, 0).iter().map(|point| point.joined).collect();
    assert_eq!(joined, [false, false, true]);
}

#[test]
fn of_equal_ones_the_first_is_told() {
    let map = journey(&["emotion: [1, 0]", "emotion: 1", "emotion: 0"]);
    let curve = curve(&map, 1).expect("a curve");
    assert_eq!(curve.highest.place, Place::Touchpoint(0));
    assert_eq!(curve.lowest.place, Place::Touchpoint(0));
    assert_eq!(curve.ending.place, Place::Touchpoint(2));
    let fall = curve.fall.expect("a fall");
    assert_eq!(
        (fall.from, fall.to),
        (Place::Touchpoint(0), Place::Touchpoint(0))
    );
}

#[test]
fn a_stage_stands_for_its_touchpoints() {
    let map = map("
stages:
- {name: One, emotion: {ann: 1, bob: 0}, touchpoints: [{name: A, channel: web, emotion: {ann: -1}}]}
- {name: Two, touchpoints: [{name: B, channel: web, emotion: {bob: -1}}]}");
    let places = |persona| -> Vec<Place> {
        points(&map, persona)
            .iter()
            .map(|point| point.place)
            .collect()
    };
    // The stage's own emotion gives way to that of its touchpoints.
    assert_eq!(places(0), [Place::Touchpoint(0)]);
    assert_eq!(places(1), [Place::Stage(0), Place::Touchpoint(1)]);
}

#[test]
fn a_persona_counts_once_where_personas_are_compared() {
    let map = journey(&[
        "emotion: {ann: [2, 1, 0], bob: -0.5}",
        "emotion: {ann: 1, bob: unknown}",
        "emotion: 1",
    ]);
    let spreads = spreads(&map);
    assert_eq!(spreads.len(), 2);
    let first = spreads[0];
    assert_eq!((first.highest, first.lowest), ((0, 1.0), (1, -0.5)));
    assert_eq!((first.range, first.mean), (1.5, 0.25));
    assert_eq!(furthest_apart(&spreads), Some(first));
    assert_eq!(furthest_apart(&spreads[1..]), None);
}

#[test]
fn a_moment_of_truth_is_as_good_as_its_worst_score() {
    let map = journey(&[
        "moment: true, emotion: {ann: [2, -1], bob: -1}",
        "moment: Why, notes: none",
        "emotion: 1",
    ]);
    let moments = report(&map).moments;
    assert_eq!(moments.len(), 2);
    let lowest = moments[0].lowest.as_ref().expect("a score");
    assert_eq!(
        (lowest.score, lowest.personas.as_slice()),
        (-1.0, &[0, 1][..])
    );
    assert_eq!(moments[1].lowest, None);
}
