//! Where curves are low.

use jmap::insight::places::Place;
use jmap::insight::valleys::{Valley, valleys};

use crate::{journey, journey_of};

/// The valleys of the first persona on a journey of such emotions.
fn of(emotions: &[&str]) -> Vec<Valley> {
    let keys: Vec<String> = emotions.iter().map(|e| format!("emotion: {e}")).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    valleys(&journey(&keys), 0)
}

fn lows(emotions: &[&str]) -> Vec<(Place, f64)> {
    let valleys = of(emotions).into_iter();
    valleys
        .map(|valley| (valley.lowest.place, valley.lowest.score))
        .collect()
}

const fn at(touchpoint: usize, score: f64) -> (Place, f64) {
    (Place::Touchpoint(touchpoint), score)
}

#[test]
fn a_low_lies_beneath_neutral_and_its_neighbours() {
    assert_eq!(
        lows(&["1", "-1", "0.5", "-2", "1"]),
        [at(1, -1.0), at(3, -2.0)]
    );
    // Not one that stays at neutral or above it.
    assert_eq!(lows(&["1", "0", "1", "0.4", "2"]), []);
    // The curve's ends are lows as well.
    assert_eq!(lows(&["-1", "1", "-0.5"]), [at(0, -1.0), at(2, -0.5)]);
    assert_eq!(lows(&["-1"]), [at(0, -1.0)]);
    // Of equal points it is the first.
    assert_eq!(lows(&["1", "-1", "-1", "1"]), [at(1, -1.0)]);
}

#[test]
fn a_rise_of_an_eighth_of_the_scale_parts_two_lows() {
    assert_eq!(lows(&["1", "-1", "-0.6", "-1.2", "1"]), [at(3, -1.2)]);
    assert_eq!(
        lows(&["1", "-1", "-0.5", "-1.2", "1"]),
        [at(1, -1.0), at(3, -1.2)]
    );
    // On the way down and on the way up nothing else is a low.
    assert_eq!(
        lows(&["1", "-0.1", "-0.2", "-1.5", "-1", "-1.1", "1"]),
        [at(3, -1.5)]
    );
}

#[test]
fn a_curve_ends_where_nobody_has_asked() {
    assert_eq!(
        lows(&["1", "-0.2", "unknown", "-1", "-0.9"]),
        [at(1, -0.2), at(3, -1.0)]
    );
    let found = of(&["1", "-0.2", "unknown", "-1", "-0.9"]);
    assert_eq!(found[0].before.map(|point| point.score), Some(1.0));
    assert_eq!((found[0].after, found[1].before), (None, None));
}

#[test]
fn the_floor_is_what_lies_near_the_lowest() {
    let found = of(&["1", "-0.9", "-1", "-0.8", "-0.4", "1"]);
    let places = [1, 2, 3].map(Place::Touchpoint);
    assert_eq!(found[0].floor, places);
    assert_eq!(found[0].after.map(|point| point.score), Some(-0.4));
    // Two scores in a cell are one place.
    let found = of(&["1", "[-1, -1.2]", "1"]);
    assert_eq!(found[0].floor, [Place::Touchpoint(1)]);
}

#[test]
fn a_map_with_a_scale_of_its_own_has_its_own_neutral() {
    let top = "emotion_scale: {min: 0, max: 10, neutral: 4}";
    let map = journey_of(
        top,
        &[
            "emotion: 8",
            "emotion: 4.5",
            "emotion: 7",
            "emotion: 3",
            "emotion: 4",
        ],
    );
    let lows: Vec<f64> = valleys(&map, 1).iter().map(|v| v.lowest.score).collect();
    assert_eq!(lows, [3.0]);
}
