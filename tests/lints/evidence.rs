//! What rests on evidence, and what claims to.

use crate::{TODAY, found, map, marked};

const LEDGER: &str = "evidence: {talks: {kind: interview}, guess: {kind: assumption}}\n";
/// A map in which only what its touchpoints and KPIs say can rest on nothing.
const KNOWN: &str =
    "personas: {ann: {name: Ann, evidence: talks}, bob: {name: Bob, evidence: guess}}";

/// The marks of a rule in a map whose personas are known.
fn marks(rule: &str, top: &str, touchpoints: &[&str]) -> Vec<String> {
    let map = map(&format!("{LEDGER}{top}"), touchpoints);
    let map = map.replace("personas: {ann: Ann, bob: Bob}", KNOWN);
    marked(rule, &map).into_iter().map(str::to_owned).collect()
}

fn missing(top: &str, touchpoints: &[&str]) -> Vec<String> {
    marks("missing-evidence", top, touchpoints)
}

fn assumed(top: &str, touchpoints: &[&str]) -> Vec<String> {
    marks("assumed-future", top, touchpoints)
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_map_without_a_ledger_is_told_once() {
    for state in ["current", "future", "hypothesis"] {
        let top = format!("state: {state}\nkpis: {{wait: {{value: 3, target: 2}}}}");
        let map = map(&top, &["emotion: -1", "emotion: 1, quotes: Well"]);
        let found = found("missing-evidence", &map, TODAY);
        assert_eq!(found.len(), 1, "{state}");
        assert_eq!(found[0].span.start, 0);
    }
}

#[test]
fn a_valley_rests_on_what_stands_at_its_floor() {
    let of = |low: &str| missing("", &["emotion: 1", low, "emotion: 0.5"]);
    assert_eq!(of("emotion: -1"), ["-1"]);
    assert_eq!(of("emotion: {score: -1, evidence: talks}"), NOTHING);
    assert_eq!(of("emotion: {score: -1, evidence: guess}"), NOTHING);
    assert_eq!(of("emotion: -1, evidence: talks"), NOTHING);
    assert_eq!(
        of("emotion: -1, pain_points: {text: A wait, evidence: talks}"),
        NOTHING
    );
    assert_eq!(of("emotion: -1, pain_points: A wait"), ["-1"]);
    assert_eq!(
        of("emotion: -1, quotes: {text: A wait, evidence: talks}"),
        NOTHING
    );
    assert_eq!(of("emotion: 0"), NOTHING);
    assert_eq!(of("emotion: unknown"), NOTHING);
    assert_eq!(of("emotion: [0.5, -1]"), ["-1"]);
    assert_eq!(of("emotion: [-1, -2], evidence: talks"), NOTHING);
}

#[test]
fn the_pain_point_of_one_persona_says_nothing_of_another() {
    let of = |whose: &str| {
        let pain_points =
            format!("pain_points: {{text: A wait, persona: {whose}, evidence: talks}}");
        missing(
            "",
            &[
                "emotion: 1",
                &format!("emotion: {{ann: -1, bob: 0.5}}, {pain_points}"),
            ],
        )
    };
    assert_eq!(of("ann"), NOTHING);
    assert_eq!(of("[ann, bob]"), NOTHING);
    assert_eq!(of("bob"), ["-1"]);
}

#[test]
fn one_score_of_two_personas_is_one_finding() {
    let top = "personas: {ann: {name: Ann, evidence: talks}, bob: {name: Bob, evidence: talks}}\n";
    let map = format!(
        "title: A map\n{top}channels: [web]\n{LEDGER}stages: {{name: A, touchpoints: {{name: At A, emotion: -1}}}}"
    );
    let both = found("missing-evidence", &map, TODAY);
    assert_eq!(both.len(), 1);
    assert!(
        both[0].message.contains("Ann and Bob"),
        "{}",
        both[0].message
    );
    let apart = missing("", &["emotion: {ann: -1, bob: -2}"]);
    assert_eq!(apart, ["-1", "-2"]);
}

#[test]
fn a_long_floor_rests_on_any_part_of_it() {
    let low = "emotion: -1";
    let known = "emotion: {score: -1, evidence: talks}";
    assert_eq!(missing("", &["emotion: 1", low, low]), ["-1"]);
    assert_eq!(missing("", &["emotion: 1", low, known]), NOTHING);
}

#[test]
fn a_low_at_a_stage_is_a_valley() {
    let map = format!(
        "title: A map\n{KNOWN}\nchannels: [web]\n{LEDGER}stages: {{name: A, emotion: -1.5, touchpoints: [At A]}}"
    );
    assert_eq!(marked("missing-evidence", &map), ["-1.5"]);
}

#[test]
fn a_kpi_with_a_value_rests_on_something() {
    let of = |kpi: &str| missing(&format!("kpis: {{wait: {{{kpi}}}}}"), &["emotion: 1"]);
    assert_eq!(of("name: Wait, value: 3, target: 2"), ["Wait"]);
    assert_eq!(of("name: Wait, target: 2"), NOTHING);
    assert_eq!(
        of("name: Wait, value: 3, target: 2, evidence: guess"),
        NOTHING
    );
}

#[test]
fn a_state_says_what_is_supposed() {
    let rule = "missing-evidence";
    let of = |state: &str| {
        let top =
            format!("state: {state}\n{LEDGER}kpis: {{wait: {{name: Wait, value: 3, target: 2}}}}");
        let map = map(&top, &["emotion: -1, quotes: {text: Long}", "emotion: 1"]);
        marked(rule, &map)
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(of("current"), ["Ann", "Bob", "Wait", "-1", "Long"]);
    assert_eq!(of("hypothesis"), ["Wait", "Long"]);
    assert_eq!(of("future"), ["Ann", "Bob", "Wait"]);
}

#[test]
fn a_future_has_not_been_measured() {
    let of = |kpi: &str| {
        let top = format!("state: future\nkpis: {{wait: {{name: Wait, {kpi}}}}}");
        let said = |rule: &str| marks(rule, &top, &["emotion: 1"]).len();
        [
            said("assumed-future"),
            said("missing-kpi"),
            said("missing-evidence"),
        ]
    };
    assert_eq!(of("value: 3"), [1, 0, 0]);
    assert_eq!(of("value: 3, evidence: guess"), [1, 0, 0]);
    // Measured in a pilot.
    assert_eq!(of("value: 3, evidence: talks"), [0, 1, 0]);
    // Today's value, and where it is to get.
    assert_eq!(of("value: 3, target: 2, evidence: talks"), [0, 0, 0]);
    assert_eq!(of("value: 3, target: 2"), [0, 0, 1]);
    assert_eq!(of("target: 2"), [0, 0, 0]);
    assert_eq!(of("unit: min"), [0, 1, 0]);
}

#[test]
fn nobody_has_spoken_in_the_future() {
    let future = |keys: &str| assumed("state: future", &[&format!("emotion: 1, {keys}")]);
    assert_eq!(future("quotes: Fast"), ["Fast"]);
    assert_eq!(future("quotes: {text: Fast, evidence: guess}"), ["Fast"]);
    assert_eq!(future("quotes: {text: Fast, evidence: talks}"), NOTHING);
    assert_eq!(future("quotes: Fast, evidence: talks"), NOTHING);
    assert_eq!(future("thoughts: Fast"), NOTHING);
    for state in ["current", "hypothesis"] {
        let top = format!("state: {state}\nkpis: {{wait: {{value: 3}}}}");
        assert_eq!(assumed(&top, &["emotion: 1, quotes: Fast"]), NOTHING);
    }
}

#[test]
fn numbers_and_stories_are_wanted_both() {
    let of = |kinds: &[&str]| {
        let sources: Vec<String> = kinds
            .iter()
            .enumerate()
            .map(|(ix, kind)| match *kind {
                "" => format!("s{ix}: Talks"),
                "calls" => format!("s{ix}: {{kind: support, n: 1904}}"),
                kind => format!("s{ix}: {{kind: {kind}}}"),
            })
            .collect();
        let top = format!("evidence: {{{}}}", sources.join(", "));
        let found = found("one-kind-of-evidence", &map(&top, &["emotion: 1"]), TODAY);
        found.into_iter().next().map(|finding| finding.message)
    };
    let said = |what: &str| Some(format!("the evidence is only {what}"));
    assert_eq!(
        of(&["survey", "sales", "survey"]),
        said("statistical: sales, survey")
    );
    assert_eq!(
        of(&["analytics", "document", "assumption"]),
        said("statistical: analytics")
    );
    for kind in [
        "interview",
        "observation",
        "usability_test",
        "support",
        "social",
    ] {
        assert_eq!(of(&[kind]), said(&format!("anecdotal: {kind}")));
        assert_eq!(of(&[kind, "survey"]), None);
    }
    assert_eq!(of(&["survey", ""]), None);
    assert_eq!(of(&["calls"]), None);
    assert_eq!(of(&["interview", "calls"]), None);
    assert_eq!(of(&["document", "assumption"]), None);
    assert_eq!(of(&[""]), None);
}
