//! Each list of the language at its longest, in as few bytes an item as it takes.

use super::{HEAD, full, some};

pub(super) fn maps(bytes: usize) -> Vec<(&'static str, String)> {
    let one = "stages:\n- name: S\n  touchpoints:\n  - {name: T, channel: w, emotion: 1";
    let in_cell = |key: &str, item: &'static str| {
        full(
            bytes,
            &format!("{HEAD}{one}, {key}: ["),
            move |_| format!("{item},"),
            "]}\n",
        )
    };
    let lanes = |lanes: &str| format!("{HEAD}lanes: [{lanes}]\n{one}");
    let mut maps: Vec<(&'static str, String)> = vec![
        (
            "touchpoints",
            full(
                bytes,
                &format!(
                    "{HEAD}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"
                ),
                |_| "a,".into(),
                "]}]\n",
            ),
        ),
        (
            "touchpoints-felt",
            full(
                bytes,
                &format!(
                    "{HEAD}stages:\n- name: S\n  channel: w\n  touchpoints: [{{name: T, emotion: &e [1,-1,1,-1,1,-1,1,-1,1,-1,1,-1]}},"
                ),
                |_| "{name: T, emotion: *e},".into(),
                "]\n",
            ),
        ),
        (
            "touchpoints-bare-felt",
            full(
                bytes,
                &format!("{HEAD}stages:\n- name: S\n  channel: w\n  touchpoints: ["),
                |_| "{name: T, emotion: 1},".into(),
                "]\n",
            ),
        ),
        (
            "touchpoints-departments",
            full(
                bytes,
                &format!(
                    "{HEAD}stages:\n- name: S\n  channel: w\n  touchpoints: [{{name: T, emotion: 1}},"
                ),
                |at| format!("{{name: T, department: {}}},", at % 2),
                "]\n",
            ),
        ),
        (
            "touchpoints-devices",
            full(
                bytes,
                &format!(
                    "{HEAD}stages:\n- name: S\n  channel: w\n  touchpoints: [{{name: T, emotion: 1, device: ["
                ),
                |_| "a,".into(),
                "]}]\n",
            ),
        ),
        (
            "touchpoints-moments",
            full(
                bytes,
                &format!(
                    "{HEAD}stages:\n- name: S\n  channel: w\n  touchpoints: [{{name: T, emotion: 1}},"
                ),
                |_| "{name: T, moment: true},".into(),
                "]\n",
            ),
        ),
        (
            "touchpoints-aliased",
            full(
                bytes,
                &format!(
                    "{HEAD}stages:\n- name: S\n  channel: w\n  touchpoints: [&t {{name: T, emotion: 1, thoughts: [a,b,c], pain_points: [a,b], opportunities: [a,b], quotes: [a,b]}},"
                ),
                |_| "*t,".into(),
                "]\n",
            ),
        ),
        (
            "stages",
            full(
                bytes,
                &format!(
                    "{HEAD}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}}]}},"
                ),
                |_| "{name: S},".into(),
                "]\n",
            ),
        ),
        (
            "stages-aliased",
            full(
                bytes,
                &format!(
                    "{HEAD}stages: [&s {{name: S, channel: w, goal: g, entry: e, exit: x, repeats: r, owner: o, kpis: {{name: K, value: 1}}, volume: 9, emotion: 1, touchpoints: [{{name: T, emotion: 1}}]}},"
                ),
                |_| "*s,".into(),
                "]\n",
            ),
        ),
        (
            "stages-volumes",
            full(
                bytes,
                &format!("{HEAD}stages:\n"),
                |at| {
                    format!(
                        "- {{name: S, volume: {}, touchpoints: [{{name: T, channel: w, emotion: 1}}]}}\n",
                        99_999 - at
                    )
                },
                "",
            ),
        ),
        (
            "stages-phases",
            full(
                bytes,
                &format!("{HEAD}stages:\n"),
                |at| {
                    format!(
                        "- {{name: S, phase: {}, time: W, touchpoints: [{{name: T, channel: w, emotion: 1}}]}}\n",
                        at % 2
                    )
                },
                "",
            ),
        ),
        ("thoughts", in_cell("thoughts", "a")),
        ("pain-points", in_cell("pain_points", "a")),
        (
            "pain-points-severe",
            in_cell("pain_points", "{text: a, severity: high}"),
        ),
        ("opportunities", in_cell("opportunities", "a")),
        (
            "opportunities-graded",
            in_cell(
                "opportunities",
                "{text: a, value: high, effort: low, owner: a}",
            ),
        ),
        ("frontstage", in_cell("frontstage", "a")),
        ("notes", in_cell("notes", "a")),
        ("gains", in_cell("gains", "a")),
        (
            "voices-by-persona",
            in_cell("quotes", "{text: a, persona: [a,b]}"),
        ),
        (
            "custom-lane",
            full(
                bytes,
                &format!("{}, cells: {{x: [", lanes("x, emotion")),
                |_| "a,".into(),
                "]}}\n",
            ),
        ),
        (
            "scope-goals",
            full(
                bytes,
                &format!("{HEAD}goals: ["),
                |_| "a,".into(),
                "]\nstages: [{name: S, touchpoints: [{name: T, channel: w, emotion: 1}]}]\n",
            ),
        ),
        (
            "stakeholders",
            full(
                bytes,
                &format!("{HEAD}stakeholders: ["),
                |_| "{name: a, role: b, department: c},".into(),
                "]\nstages: [{name: S, touchpoints: [{name: T, channel: w, emotion: 1}]}]\n",
            ),
        ),
        (
            "persona-facts",
            full(
                bytes,
                "title: T\nchannels: {w: W}\nstages: [{name: S, touchpoints: [{name: T, channel: w, emotion: 1}]}]\npersonas: {a: {facts: {",
                |at| format!("{at}: a,"),
                "}}}\n",
            ),
        ),
        (
            "persona-goals",
            full(
                bytes,
                "title: T\nchannels: {w: W}\nstages: [{name: S, touchpoints: [{name: T, channel: w, emotion: 1}]}]\npersonas: {a: {goals: [",
                |_| "a,".into(),
                "]}}\n",
            ),
        ),
        (
            "next-of-one",
            full(
                bytes,
                &format!("{HEAD}{one}, next: ["),
                |_| "t,".into(),
                "]}\n",
            ),
        ),
        (
            "next-records",
            full(
                bytes,
                &format!("{HEAD}{one}, next: ["),
                |at| format!("{{to: leave, share: 0.0001, when: w{at}}},"),
                "]}\n",
            ),
        ),
        (
            "own-words",
            full(
                bytes,
                &format!(
                    "{HEAD}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}}]}}]\nx-a: ["
                ),
                |_| "~,".into(),
                "]\n",
            ),
        ),
    ];
    let one_map = "stages: [{name: S, touchpoints: [{name: T, channel: w, emotion: 1, evidence: [";
    let cited: String = (0..1000).map(|at| format!("{at},")).collect();
    maps.push((
        "evidence",
        some(
            bytes,
            &format!("{HEAD}evidence: {{"),
            1000,
            |at| {
                format!("{at}: {{name: n, kind: survey, n: 3, date: 2026, link: 'https://a.b'}}, ")
            },
            &format!("}}\n{one_map}{cited}]}}]}}]\n"),
        ),
    ));
    maps.push(("kpis", some(bytes, &format!("{HEAD}kpis: {{"), 1000, |at| format!("{at}: {{name: n, value: 3, target: 4, unit: d, stage: s, evidence: e}}, "), "}\nevidence: {e: E}\nstages: [{name: S, touchpoints: [{name: T, channel: w, emotion: 1}]}]\n")));
    maps
}
