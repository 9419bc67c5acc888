//! What a map is made of: stages, personas, departments, KPIs.

use jmap::diag::Level;

use crate::{TODAY, found, map, marked};

const NOTHING: [&str; 0] = [];

#[test]
fn four_stages_are_enough() {
    let of = |count: usize, top: &str| {
        let map = map(top, &vec!["emotion: 1, at: 1"; count]);
        let found = found("too-few-stages", &map, TODAY);
        found.into_iter().next().map(|finding| finding.message)
    };
    assert_eq!(of(1, "").as_deref(), Some("the journey has one stage"));
    assert_eq!(of(3, "").as_deref(), Some("the journey has only 3 stages"));
    assert_eq!(of(4, ""), None);
    assert_eq!(of(3, "kind: blueprint"), None);
    assert_eq!(of(1, "timeline: {unit: day, length: 3}"), None);
}

#[test]
fn one_persona_is_something_to_know() {
    let text = "title: A map\npersonas: {ann: Ann}\nchannels: [web]\nstages: {name: A, touchpoints: {name: B, emotion: 1}}";
    let found = found("one-persona", text, TODAY);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].level, Level::Info);
    assert_eq!(marked("one-persona", text), ["Ann"]);
    assert_eq!(marked("one-persona", &map("", &["emotion: 1"])), NOTHING);
}

#[test]
fn goals_needs_or_pain_points_make_a_persona() {
    let of = |keys: &str| {
        let map =
            map("", &["emotion: 1"]).replace("bob: Bob", &format!("bob: {{name: Bob, {keys}}}"));
        marked("persona-without-needs", &map).len()
    };
    // Ann has none either.
    assert_eq!(of("role: Student, quote: Hello"), 2);
    assert_eq!(of("goals: A desk"), 1);
    assert_eq!(of("needs: A desk"), 1);
    assert_eq!(of("pain_points: Noise"), 1);
}

#[test]
fn one_department_is_too_few() {
    let of = |touchpoints: [&str; 2], owner: &str| {
        let touchpoints = touchpoints.map(|keys| match keys {
            "" => "emotion: 1".to_owned(),
            department => format!("emotion: 1, department: {department}"),
        });
        let map = map("", &touchpoints.each_ref().map(String::as_str));
        let map = match owner {
            "" => map,
            owner => map.replace("- name: B", &format!("- name: B\n  owner: {owner}")),
        };
        let marked = marked("one-department", &map).into_iter();
        marked.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(of(["", ""], ""), ["title"]);
    assert_eq!(of(["Desk", ""], ""), ["Desk"]);
    assert_eq!(of(["Desk", "Desk"], "Desk"), ["Desk"]);
    assert_eq!(of(["Desk", "Systems"], ""), NOTHING);
    assert_eq!(of(["[Desk, Systems]", ""], ""), NOTHING);
    assert_eq!(of(["Desk", ""], "Systems"), NOTHING);
    assert_eq!(of(["", ""], "Systems"), ["Systems"]);
}

#[test]
fn every_kpi_has_a_target_wherever_it_is_written() {
    let kpis = |top: &str| marked("missing-kpi", &map(top, &["emotion: 1"])).len();
    assert_eq!(kpis(""), 1);
    assert_eq!(kpis("kpis: {wait: {value: 3, target: 2}}"), 0);
    assert_eq!(
        kpis("kpis: {wait: {value: 3, target: 2}, cost: {value: 3}, age: Age}"),
        2
    );
    let at_a_stage = |kpi: &str| {
        let map = map("", &["emotion: 1"]).replace(
            "- name: A",
            &format!("- name: A\n  kpis: {{name: Wait, {kpi}}}"),
        );
        marked("missing-kpi", &map)
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(at_a_stage("value: 3, target: 0"), NOTHING);
    assert_eq!(at_a_stage("value: 3"), ["Wait"]);
}

#[test]
fn an_alias_repeats_no_finding() {
    let top = "kpis: {wait: &kpi {name: Wait, value: 3}, again: *kpi}";
    assert_eq!(marked("missing-kpi", &map(top, &["emotion: 1"])), ["Wait"]);
}

#[test]
fn half_a_scope_is_a_scope() {
    let scope = |top: &str| marked("missing-scope", &map(top, &["emotion: 1"])).len();
    assert_eq!(scope("scope: {from: The first mention}"), 0);
    assert_eq!(scope("scope: {to: The first bill}"), 0);
    assert_eq!(scope("scope: {}"), 1);
}
