//! What two maps share, and what only one of them has.

use crate::{map, read};
use jmap::check::Text;
use jmap::insight::compare::{Only, compare, nothing_in_common};

fn names<'m>(texts: &[&'m Text]) -> Vec<&'m str> {
    texts.iter().map(|text| &*text.text).collect()
}

#[test]
fn things_are_the_same_where_their_ids_are() {
    let first = map("stages:
- {id: look, name: Look, touchpoints: [{name: a, emotion: 1}, {name: b}]}
- {id: buy, name: Buy, touchpoints: [{name: c}]}
- {id: use, name: Use, touchpoints: [{name: d}]}");
    let second = read(
        "title: Another
personas: {bob: Robert, cy: Cy}
channels: {app: App, web: The web}
stages:
- {id: use, name: Live with it, touchpoints: [{name: a}, {name: d}]}
- {id: look, name: Look, touchpoints: [{name: e}, {name: b, emotion: 1}]}
- {id: tell, name: Tell, touchpoints: [{name: c}]}",
    );
    let both = compare(&first, &second);
    assert_eq!(both.stages, [(0, 1), (2, 0)]);
    assert_eq!(both.personas, [(1, 0)]);
    // Touchpoints a, b, c, d and a, d, e, b, c: a and c stand in another stage.
    assert_eq!(both.touchpoints, [(1, 3), (3, 1)]);
    assert_eq!((both.touchpoint(3), both.touchpoint(0)), (Some(1), None));
    assert_eq!((both.persona(0), both.persona(1)), (Some(1), None));
    let [one, other] = &both.only;
    assert_eq!(names(&one.stages), ["Buy"]);
    assert_eq!(names(&one.touchpoints), ["a"]);
    assert_eq!(names(&one.channels), ["Shop"]);
    assert_eq!(names(&one.personas), ["Ann"]);
    assert_eq!(names(&other.stages), ["Tell"]);
    assert_eq!(names(&other.touchpoints), ["a", "e"]);
    assert_eq!(names(&other.channels), ["App"]);
    assert_eq!(names(&other.personas), ["Cy"]);
}

#[test]
fn a_map_has_everything_in_common_with_itself() {
    let one = map("stages: [{name: S, touchpoints: [{name: a, emotion: 1}]}]");
    let both = compare(&one, &one);
    assert_eq!(both.only, [Only::default(), Only::default()]);
    assert!(both.only.iter().all(Only::is_empty));
    assert!(!nothing_in_common(&one, &one));
    let other = map("stages: [{name: T, touchpoints: [{name: a, emotion: 1}]}]");
    assert!(nothing_in_common(&one, &other));
}

#[test]
fn scores_of_another_scale_go_through_neutral() {
    let first = map("stages: [{name: S, touchpoints: [{name: a, emotion: 1}]}]");
    let second = map("emotion_scale: {min: 0, max: 10, neutral: 4}
stages: [{name: S, touchpoints: [{name: a, emotion: 1}]}]");
    let both = compare(&first, &second);
    let placed = [0.0, 2.0, 4.0, 7.0, 10.0].map(|score| both.on_first_scale(score));
    assert_eq!(placed, [-2.0, -1.0, 0.0, 1.0, 2.0]);
}

#[test]
fn names_tell_the_maps_apart() {
    let stages = "stages: [{name: S, touchpoints: [{name: a, emotion: 1}]}]";
    let state = |state: &str| map(&format!("state: {state}\n{stages}"));
    let (now, next) = (state("current"), state("future"));
    let named = |names: [String; 2]| names.join(" / ");
    assert_eq!(
        named(compare(&now, &next).names()),
        "A map · Current state / A map · Future state"
    );
    assert_eq!(named(compare(&now, &now).names()), "A map (1) / A map (2)");
}
