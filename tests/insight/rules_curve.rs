//! What lints say of curves, at their boundaries.

use crate::{journey_text, map_text, told};

/// What a rule says of a journey of such emotions.
fn of(rule: &str, top: &str, emotions: &[&str]) -> Vec<String> {
    let keys: Vec<String> = emotions.iter().map(|e| format!("emotion: {e}")).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    told(rule, &journey_text(top, &keys))
}

const FLAT: &str = "flat-emotion";
const POSITIVE: &str = "only-positive";
const VALLEY: &str = "valley-without-pain-point";

#[test]
fn a_quarter_of_the_scale_is_not_flat() {
    assert_eq!(of(FLAT, "", &["0.3", "-0.7", "0"]), [""; 0]);
    assert_eq!(of(FLAT, "", &["0.3", "-0.69", "0"]), ["-0.69"]);
    let top = "emotion_scale: {min: 0, max: 100}";
    assert_eq!(of(FLAT, top, &["50", "75", "50"]), [""; 0]);
    assert_eq!(of(FLAT, top, &["50", "74", "50"]), ["50"]);
}

#[test]
fn short_curves_and_hopes_are_not_flat() {
    assert_eq!(of(FLAT, "", &["1", "1", "unknown"]), [""; 0]);
    assert_eq!(of(FLAT, "state: hypothesis", &["1", "1", "1"]), ["1"]);
    assert_eq!(of(FLAT, "state: future", &["1", "1", "1"]), [""; 0]);
    // Personas that are far apart are no flat map.
    let apart = "{ann: 1, bob: -1}";
    assert_eq!(of(FLAT, "", &[apart, apart, apart]), [""; 0]);
}

#[test]
fn neutral_is_not_below_neutral() {
    assert_eq!(of(POSITIVE, "", &["0", "2", "1"]), ["0"]);
    assert_eq!(of(POSITIVE, "", &["-0.1", "2", "1"]), [""; 0]);
    assert_eq!(of(POSITIVE, "", &["2", "0"]), [""; 0]);
    assert_eq!(of(POSITIVE, "state: future", &["0", "2", "1"]), [""; 0]);
    let top = "emotion_scale: {min: 0, max: 10, neutral: 4}";
    assert_eq!(of(POSITIVE, top, &["4", "8", "10"]), ["4"]);
    assert_eq!(of(POSITIVE, top, &["3", "8", "10"]), [""; 0]);
    // A flat curve is told once.
    assert_eq!(of(POSITIVE, "", &["1", "1", "1"]), [""; 0]);
}

/// What is said of a valley with such keys, at a stage with such keys.
fn valley(stage: &str, keys: &str) -> Vec<String> {
    let text = map_text(&format!(
        "stages:\n- name: Stage\n  {stage}\n  touchpoints:\n  - {{name: A, channel: web, emotion: 1}}\n  \
         - {{name: B, channel: web, {keys}}}\n  - {{name: C, channel: shop, emotion: 1}}\n"
    ));
    told(VALLEY, &text)
}

#[test]
fn pain_points_words_and_answers_explain_a_valley() {
    assert_eq!(valley("", "emotion: -1"), ["-1"]);
    assert_eq!(valley("", "emotion: -1, gains: Sun, notes: Rain"), ["-1"]);
    for keys in [
        "pain_points: Rain",
        "thoughts: Rain",
        "quotes: {text: Rain}",
    ] {
        assert_eq!(
            valley("", &format!("emotion: -1, {keys}")),
            [""; 0],
            "{keys}"
        );
    }
    assert_eq!(valley("pain_points: Rain", "emotion: -1"), [""; 0]);
    let text = journey_text(
        "",
        &[
            "emotion: 1, pain_points: {id: rain, text: Rain}",
            "emotion: -1, opportunities: {text: A roof, solves: rain}",
            "emotion: 1",
        ],
    );
    assert_eq!(told(VALLEY, &text), [""; 0]);
}

#[test]
fn what_troubles_one_persona_explains_nothing_for_another() {
    let each = "emotion: {ann: -1, bob: {score: -1.5, feeling: angry}}";
    let ann = "pain_points: {text: Rain, persona: ann}";
    assert_eq!(
        valley("", &format!("{each}, {ann}")),
        ["{score: -1.5, feeling: angry}"]
    );
    assert_eq!(
        valley("", &format!("emotion: {{ann: -1, bob: 1}}, {ann}")),
        [""; 0]
    );
}

#[test]
fn a_low_stage_is_explained_by_its_touchpoints() {
    let of = |keys: &str| {
        let text = map_text(&format!(
            "stages:\n- {{name: S, emotion: -1, touchpoints: {{name: A, channel: [web, shop]{keys}}}}}\n"
        ));
        told(VALLEY, &text)
    };
    assert_eq!(of(""), ["-1"]);
    assert_eq!(of(", pain_points: Rain"), [""; 0]);
}
