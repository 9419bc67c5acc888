//! Where curves dip.

use jmap::insight::places::Place;
use jmap::insight::valleys::valleys;

use crate::{journey, journey_of};

/// The touchpoints of `ann`'s valleys, by the emotions of a journey.
fn of(emotions: &[&str]) -> Vec<Vec<usize>> {
    in_map("", emotions)
}

fn in_map(top: &str, emotions: &[&str]) -> Vec<Vec<usize>> {
    let keys: Vec<String> = emotions
        .iter()
        .map(|emotion| match *emotion {
            "" => "notes: nothing felt".to_owned(),
            emotion => format!("emotion: {emotion}"),
        })
        .collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let map = journey_of(top, &keys);
    let touchpoint = |place: &Place| match place {
        Place::Touchpoint(ix) => *ix,
        Place::Stage(_) => panic!("a stage without an emotion"),
    };
    let found = valleys(&map, 0);
    let floors = found.iter();
    floors
        .map(|valley| valley.places.iter().map(touchpoint).collect())
        .collect()
}

#[test]
fn a_valley_is_lower_than_both_sides_and_than_neutral() {
    assert_eq!(of(&["1", "-1", "1"]), [[1]]);
    assert_eq!(of(&["1", "-1", "-2", "-1", "-1.5", "1"]), [[2], [4]]);
    assert_eq!(of(&["1", "0", "1"]), [[0; 1]; 0]);
    assert_eq!(of(&["2", "0.5", "1"]), [[0; 1]; 0]);
}

#[test]
fn the_begin_and_the_end_can_be_valleys() {
    assert_eq!(of(&["-1", "1", "-0.5"]), [[0], [2]]);
    assert_eq!(of(&["-1"]), [[0]]);
    assert_eq!(of(&["-1", "-2"]), [[1]]);
}

#[test]
fn a_floor_is_one_valley() {
    assert_eq!(of(&["1", "-1", "-1", "-1", "0"]), [[1, 2, 3]]);
    assert_eq!(of(&["1", "-1", "-1", "-2"]), [[3]]);
    assert_eq!(of(&["1", "[-1, -1]", "0"]), [[1]]);
}

#[test]
fn gaps_and_empty_places_do_not_make_valleys() {
    assert_eq!(of(&["1", "-1", "unknown", "-2", "0"]), [[3]]);
    assert_eq!(of(&["1", "-1", "", "-1", "0"]), [[1, 3]]);
    assert_eq!(of(&["unknown", "1"]), [[0; 1]; 0]);
}

#[test]
fn neutral_is_that_of_the_scale() {
    let scale = "emotion_scale: {min: 1, max: 5}";
    assert_eq!(in_map(scale, &["4", "2", "3.5", "3", "4"]), [[1]]);
    let scale = "emotion_scale: {min: 0, max: 10, neutral: 7}";
    assert_eq!(in_map(scale, &["8", "6", "7"]), [[1]]);
}

#[test]
fn each_persona_has_valleys_of_their_own() {
    let map = journey(&["emotion: {ann: 1, bob: -1}", "emotion: {ann: -1, bob: 1}"]);
    let places = |persona| -> Vec<Place> {
        let valleys = valleys(&map, persona);
        valleys
            .into_iter()
            .flat_map(|valley| valley.places)
            .collect()
    };
    assert_eq!(places(0), [Place::Touchpoint(1)]);
    assert_eq!(places(1), [Place::Touchpoint(0)]);
    assert_eq!(places(2), []);
}
