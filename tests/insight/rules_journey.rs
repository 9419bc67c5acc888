//! What lints say of stages, touchpoints, and what belongs to them, at their boundaries.

use crate::{journey_text, map_text, told};

/// A map of stages with such keys, each with a touchpoint.
fn stages(top: &str, stages: &[&str]) -> String {
    let stage = |keys: &&str| {
        format!("- {{{keys}, touchpoints: {{name: A, channel: [web, shop], emotion: 1}}}}\n")
    };
    let stages: String = stages.iter().map(stage).collect();
    map_text(&format!("{top}\nstages:\n{stages}"))
}

/// The stages at which a map starts late and ends early.
fn reach(top: &str, keys: &[&str]) -> [Vec<String>; 2] {
    let text = stages(top, keys);
    ["starts-late", "ends-early"].map(|rule| told(rule, &text))
}

const NONE: [&str; 0] = [];

#[test]
fn parts_say_how_far_a_map_reaches_in_any_language() {
    let german = |parts: [&str; 3]| {
        let keys = parts.map(|part| format!("name: Kauf{part}"));
        reach("lang: de", &keys.each_ref().map(String::as_str))
    };
    let [late, early] = german([", part: during", "", ", part: during"]);
    assert_eq!((late, early), (vec!["Kauf".into()], vec!["Kauf".into()]));
    assert_eq!(
        german([", part: before", "", ", part: after"]),
        [NONE, NONE]
    );
    // Stages at the ends without a part may be what comes before and after.
    assert_eq!(german(["", ", part: during", ""]), [NONE, NONE]);
    assert_eq!(german(["", "", ""]), [NONE, NONE]);
}

#[test]
fn english_names_say_it_where_they_leave_no_doubt() {
    let names = |top: &str, names: &[&str]| {
        let keys: Vec<String> = names.iter().map(|name| format!("name: {name}")).collect();
        reach(top, &keys.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let [late, early] = names("", &["1. Purchase", "Delivery"]);
    assert_eq!(
        (late, early),
        (vec!["1. Purchase".into()], vec!["Delivery".into()])
    );
    assert_eq!(
        names("", &["Awareness", "Purchase", "Loyalty"]),
        [NONE, NONE]
    );
    assert_eq!(
        names("", &["Purchase", "Comparison", "Living with it"]),
        [NONE, NONE]
    );
    assert_eq!(names("", &["Surgery day", "The ward"]), [NONE, NONE]);
    assert_eq!(
        names("", &["Interest", "Purchase", "Everyday use"]),
        [NONE, NONE]
    );
    assert_eq!(names("lang: fr", &["Purchase", "Delivery"]), [NONE, NONE]);
    // A map of one stage is too short for more than one finding.
    assert_eq!(names("", &["Purchase"]), [NONE, NONE]);
    let phases = [
        "name: Order, phase: Before the trip",
        "name: Booking, phase: After it",
    ];
    assert_eq!(reach("", &phases), [NONE, NONE]);
}

#[test]
fn opportunities_without_solves_may_be_for_their_stage() {
    let rule = "pain-point-without-opportunity";
    let of = |stage: &str, keys: &str| {
        let text = map_text(&format!(
            "stages:\n- name: S\n  {stage}\n  touchpoints:\n  - {{name: A, channel: web, emotion: 1, {keys}}}\n  \
             - {{name: B, channel: shop, pain_points: {{id: wind, text: Wind}}, opportunities: {{text: Wall, solves: wind}}}}\n"
        ));
        told(rule, &text)
    };
    assert_eq!(of("", "pain_points: Rain"), ["Rain"]);
    assert_eq!(of("", "pain_points: Rain, opportunities: Roof"), NONE);
    assert_eq!(
        of(
            "",
            "pain_points: Rain, opportunities: {text: Wall, solves: wind}"
        ),
        ["Rain"]
    );
    assert_eq!(of("opportunities: Roof", "pain_points: Rain"), NONE);
    assert_eq!(
        of(
            "opportunities: {text: Wall, solves: wind}",
            "pain_points: Rain"
        ),
        ["Rain"]
    );
    assert_eq!(of("pain_points: Rain", "opportunities: Roof"), NONE);
    assert_eq!(of("pain_points: Rain", "notes: none"), ["Rain"]);
}

#[test]
fn a_stages_owner_answers_for_its_opportunities() {
    let of = |keys: &str| {
        let text = map_text(&format!(
            "stages:\n- {{name: S, {keys}, touchpoints: {{name: A, channel: [web, shop], emotion: 1, opportunities: Roof}}}}\n"
        ));
        told("opportunity-without-owner", &text)
    };
    assert_eq!(of("goal: Dry"), ["Roof"]);
    assert_eq!(of("owner: Roofers"), NONE);
    assert_eq!(of("opportunities: Wall"), ["Wall", "Roof"]);
}

#[test]
fn a_stages_channel_is_its_touchpoints() {
    let of = |channel: &str| {
        let text = map_text(&format!(
            "stages:\n- {{name: S{channel}, touchpoints: [{{name: A, emotion: 1}}, {{name: B, channel: web}}]}}\n"
        ));
        ["touchpoint-without-channel", "unused-channel"].map(|rule| told(rule, &text))
    };
    assert_eq!(of(""), [vec!["A"], vec!["Shop"]]);
    assert_eq!(of(", channel: shop"), [NONE, NONE]);
}

#[test]
fn a_persona_is_used_that_takes_part_feels_or_speaks() {
    let of = |keys: &str| {
        let text = journey_text("", &["emotion: {ann: 1}, channel: shop", keys]);
        told("unused-persona", &text)
    };
    assert_eq!(of("notes: none"), ["Bob"]);
    for keys in [
        "emotion: 1",
        "emotion: {bob: unknown}",
        "persona: bob",
        "thoughts: {text: Ha, persona: bob}",
        "gains: {text: Sun, persona: [ann, bob]}",
        "pain_points: {text: Rain, persona: bob}",
    ] {
        assert_eq!(of(keys), NONE, "{keys}");
    }
}

#[test]
fn a_circle_is_one_finding_at_its_last_way() {
    let of = |next: [&str; 5]| {
        let keys = next.map(|next| match next {
            "" => "emotion: 1".to_owned(),
            next => format!("emotion: 1, next: {next}"),
        });
        let text = journey_text("", &keys.each_ref().map(String::as_str));
        told("stranded-touchpoint", &text)
    };
    assert_eq!(of(["", "", "", "b", ""]), ["b"]);
    assert_eq!(
        of(["a", "", "[c, {to: leave, share: 0}]", "", ""]),
        ["a", "c"]
    );
    assert_eq!(of(["", "", "[b, {to: leave, share: 5 %}]", "", "a"]), NONE);
}
