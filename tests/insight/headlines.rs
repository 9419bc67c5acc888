//! Which findings are told, and how.

use jmap::insight::headlines::{Headline, headlines};
use jmap::insight::report::report;
use jmap::insight::sentences::sentence;
use jmap::insight::shares::Share;

use crate::{journey, journey_of, map};

fn kinds(map: &jmap::check::Map) -> Vec<&'static str> {
    headlines(map).iter().map(Headline::kind).collect()
}

#[test]
fn a_map_with_nothing_to_say_says_nothing() {
    assert_eq!(kinds(&journey(&["emotion: 1"])), [""; 0]);
    assert_eq!(kinds(&journey(&["emotion: -2"])), [""; 0]);
    assert_eq!(
        kinds(&journey(&["emotion: 1", "emotion: 0.5", "emotion: 0"])),
        [""; 0]
    );
}

#[test]
fn the_order_is_as_stated_and_five_are_enough() {
    let all = journey_of(
        "kpis: {k: {name: K, value: 1, target: 2}}\nevidence: {e: {kind: survey}}",
        &[
            "department: A, emotion: 2",
            "department: B, emotion: -1.9, next: b",
            "channel: shop, department: C, moment: true, emotion: {ann: -1, bob: 1}, pain_points: P, opportunities: {text: O, owner: X, solves: Q}",
            "emotion: -0.5, pain_points: Q",
        ],
    );
    let expected = [
        "lowest_point",
        "steepest_fall",
        "dead_end",
        "low_moments",
        "furthest_apart",
    ];
    assert_eq!(kinds(&all), expected);
    let calm = journey_of(
        "kpis: {k: {name: K, value: 1, target: 2}}\nevidence: {e: {kind: survey}}",
        &[
            "department: A, emotion: 0.5",
            "department: B, emotion: -0.4",
            "channel: shop, department: C, emotion: 0.2, pain_points: P, opportunities: {text: O, owner: X, solves: Q}",
            "emotion: -0.3, pain_points: Q",
        ],
    );
    let expected = ["lowest_point", "unowned", "gaps", "claims", "kpis_missed"];
    assert_eq!(kinds(&calm), expected);
    let calmer = journey(&[
        "emotion: 0.5",
        "emotion: -0.4",
        "emotion: 0.2",
        "emotion: -0.3",
    ]);
    assert_eq!(kinds(&calmer), ["lowest_point", "ending", "highest_point"]);
}

#[test]
fn where_nobody_owns_anything_only_opportunities_are_missed() {
    let without =
        journey(&["emotion: 1, pain_points: [P, Q], opportunities: {text: O, solves: P}"]);
    let expected = Headline::Unanswered(Share { count: 1, of: 2 });
    assert_eq!(headlines(&without), [expected]);
    let with = journey(&[
        "emotion: 1, pain_points: [P, Q], opportunities: [{text: O, solves: P}, {text: R, owner: X, solves: P}]",
    ]);
    let expected = Headline::Unowned(Share { count: 1, of: 2 });
    assert_eq!(headlines(&with), [expected]);
    assert_eq!(
        report(&with).action.opportunities,
        Share { count: 1, of: 2 }
    );
}

#[test]
fn everybodys_point_is_nobodys_in_particular() {
    let told = |first: &str, second: &str| {
        let map = journey(&[first, second]);
        sentence(&map, &headlines(&map)[0]).replace('\u{a0}', " ")
    };
    assert_eq!(told("emotion: 1", "emotion: -1"), "Lowest point: B (−1)");
    assert_eq!(
        told("emotion: 1", "emotion: {ann: 0, bob: -1}"),
        "Lowest point: B (−1 · Bob)"
    );
}

#[test]
fn long_lists_are_cut_and_counted() {
    let stuck: Vec<String> = ["a", "b", "c", "d", "e"]
        .iter()
        .map(|to| format!("emotion: 1, next: {to}"))
        .collect();
    let mut keys: Vec<&str> = stuck.iter().map(String::as_str).collect();
    keys.push("emotion: 1");
    let map = journey(&keys);
    let told = sentence(&map, &headlines(&map)[0]).replace('\u{a0}', " ");
    assert_eq!(told, "Dead end: A · B · C · +2");
}

#[test]
fn percentages_say_all_and_nothing_only_where_it_is_so() {
    let percent = |count, of| Share { count, of }.percent();
    assert_eq!(percent(0, 0), None);
    assert_eq!(percent(0, 1000), Some(0));
    assert_eq!(percent(1, 1000), Some(1));
    assert_eq!(percent(999, 1000), Some(99));
    assert_eq!(percent(1, 3), Some(33));
    assert_eq!(percent(2, 3), Some(67));
    assert_eq!(percent(7, 7), Some(100));
}

#[test]
fn every_language_tells_it_without_a_hole() {
    for (lang, expected) in [
        ("en", "Lowest point: {Form} (−1)"),
        ("fr", "Point le plus bas : {Form} (−1)"),
        ("ja", "最低点：{Form}（−1）"),
        ("ar", "أدنى نقطة: {Form} (\u{200f}\u{200e}−1)"),
    ] {
        let map = map(&format!(
            "lang: {lang}\nstages: [{{name: S, touchpoints: [{{name: A, channel: web, emotion: 1}}, {{name: '{{Form}}', channel: web, emotion: -1}}]}}]"
        ));
        let headlines = headlines(&map);
        assert_eq!(
            sentence(&map, &headlines[0]).replace('\u{a0}', " "),
            expected
        );
        let fall = sentence(&map, &headlines[1]);
        let arrow = if lang == "ar" {
            "A ← {Form}"
        } else {
            "A → {Form}"
        };
        assert!(fall.contains(arrow), "{fall}");
    }
    for lang in ["de", "es", "ko", "pt", "ru", "zh"] {
        let map = map(&format!(
            "lang: {lang}\nstages: [{{name: S, touchpoints: [{{name: A, channel: web, emotion: 1}}, {{name: B, channel: web, emotion: -1}}]}}]"
        ));
        for headline in headlines(&map) {
            let told = sentence(&map, &headline);
            assert!(!told.contains(['{', '}']), "{lang}: {told}");
        }
    }
}
