//! Products: what a few lists spell, and the drawing has as often as the product of their lengths.

use super::{BYTES, HEAD, full, some};

pub(super) fn maps(bytes: usize) -> Vec<(&'static str, String)> {
    let part = |count: usize| (count * bytes / BYTES).max(1);
    let ids = |letter: &str, count: usize| -> String {
        (0..part(count))
            .map(|at| format!("{letter}{at},"))
            .collect()
    };
    let channels = |count: usize| format!("channels: [{}]\n", ids("c", count));
    let personas = |count: usize| {
        let all: String = (0..part(count))
            .map(|at| format!("p{at}: P{at},"))
            .collect();
        format!("personas: {{{all}}}\n")
    };
    let usual = format!("title: T\n{}{}", personas(1), channels(1));
    let stage = "stages:\n- name: S\n";
    let points = |begin: &str, count: usize, one: &'static str| {
        some(bytes, begin, count, |_| one.into(), "]\n")
    };
    vec![
        ("channels-by-touchpoints", points(&format!("title: T\n{}{}{stage}  channel: [{}]\n  touchpoints: [{{name: T, emotion: 1}},", personas(1), channels(200), ids("c", 200)), 20_000, "a,")),
        ("channels-at-touchpoints", full(bytes, &format!("title: T\n{}{}{stage}  touchpoints: [{{name: T, emotion: 1, channel: &c [{}]}},", personas(1), channels(200), ids("c", 200)), |_| "{name: a, channel: *c},".into(), "]\n")),
        ("channels-200-at-300", points(&format!("title: T\n{}{}{stage}  channel: [{}]\n  touchpoints: [{{name: T, emotion: 1}},", personas(1), channels(200), ids("c", 200)), 300, "{name: a, emotion: 1},")),
        ("channels-spelled", full(bytes, &format!("title: T\n{}{}{stage}  touchpoints: [{{name: T, emotion: 1, channel: c0}},", personas(1), channels(200)), |at| format!("{{name: a, channel: [c0,c{}]}},", at % 200), "]\n")),
        ("personas-by-touchpoints", full(bytes, &format!("title: T\n{}{}{stage}  channel: c0\n  touchpoints: [", personas(50), channels(1)), |_| "{name: a, emotion: 1},".into(), "]\n")),
        ("personas-each", full(bytes, &format!("title: T\n{}{}{stage}  channel: c0\n  touchpoints: [{{name: T, emotion: &e {{{}}}}},", personas(50), channels(1), (0..part(50)).map(|at| format!("p{at}: [{},1,-1,2,0,1,-1,2,0,1,-1,2],", at % 3)).collect::<String>()), |_| "{name: a, emotion: *e},".into(), "]\n")),
        ("personas-with-bands", full(bytes, &format!("title: T\n{}{}{stage}  channel: c0\n  touchpoints: [", personas(50), channels(1)), |_| "{name: a, emotion: {score: 1, low: 0, high: 2, feeling: f}},".into(), "]\n")),
        ("personas-taking-part", full(bytes, &format!("title: T\n{}{}{stage}  channel: c0\n  touchpoints: [{{name: T, emotion: 1, persona: &p [{}]}},", personas(50), channels(1), ids("p", 50)), |_| "{name: a, persona: *p},".into(), "]\n")),
        ("voices-of-all", full(bytes, &format!("title: T\n{}{}{stage}  channel: c0\n  touchpoints: [{{name: T, emotion: 1, thoughts: [{{text: a, persona: &p [{}]}},", personas(50), channels(1), ids("p", 50)), |_| "{text: a, persona: *p},".into(), "]}]\n")),
        ("ways-aliased", some(bytes, &format!("{usual}{stage}  channel: c0\n  touchpoints: [{{name: t0, emotion: 1, next: &n [{}]}},", ids("t", 1500)), 1500, |at| format!("{{name: t{}, next: *n}},", at + 1), "]\n")),
        ("ways-all-to-one", full(bytes, &format!("{usual}{stage}  channel: c0\n  touchpoints: [{{name: t, emotion: 1}},"), |_| "{name: a, next: t},".into(), "]\n")),
        ("ways-60-by-59", some(bytes, &format!("{usual}{stage}  channel: c0\n  touchpoints:\n"), 60, |at| format!("  - {{name: t{at}, emotion: 1, next: [{}]}}\n", (0..part(60)).filter(|to| *to != at).map(|to| format!("t{to},")).collect::<String>()), "")),
        ("ways-nested", some(bytes, &format!("{usual}{stage}  channel: c0\n  touchpoints:\n"), 1500, |at| format!("  - {{name: t{at}, emotion: 1, next: {{to: t{}, when: w}}}}\n", 1499 - at), "")),
        ("ways-labelled", some(bytes, &format!("{usual}{stage}  channel: c0\n  touchpoints: [{{name: t0, emotion: 1, next: &n [{}]}},", (0..part(400)).map(|at| format!("{{to: t{at}, share: 0.001, when: www www www}},")).collect::<String>()), 400, |at| format!("{{name: t{}, next: *n}},", at + 1), "]\n")),
        ("ways-with-long-names", {
            let name = "n".repeat(part(19_000));
            full(bytes, &format!("{usual}{stage}  channel: c0\n  touchpoints: [{{id: t, name: {name}, emotion: 1}},"), |_| "{name: a, next: t},".into(), "]\n")
        }),
        ("lanes-by-touchpoints", some(bytes, &format!("{usual}lanes: [touchpoints, emotion, {}]\n{stage}  channel: c0\n  touchpoints: [{{name: T, emotion: 1, cells: &c {{{}}}}},", ids("l", 195), (0..part(195)).map(|at| format!("l{at}: a,")).collect::<String>()), 900, |_| "{name: a, cells: *c},".into(), "]\n")),
        ("empty-lanes-by-touchpoints", points(&format!("{usual}lanes: [touchpoints, emotion, {}]\n{stage}  channel: c0\n  touchpoints: [{{name: T, emotion: 1, cells: {{{}}}}},", ids("l", 195), (0..part(195)).map(|at| format!("l{at}: a,")).collect::<String>()), 20_000, "a,")),
        ("cites-by-all", some(bytes, &format!("{usual}evidence: [{}]\n{stage}  channel: c0\n  touchpoints: [{{name: T, emotion: 1, evidence: &e [{}]}},", "", ""), 1, |_| String::new(), "]\n").replace("evidence: []", &format!("evidence: {{{}}}", (0..part(1000)).map(|at| format!("e{at}: ,")).collect::<String>())).replace("&e []", &format!("&e [{}]", ids("e", 1000))).replace("}},]", &format!("}},{}]", "{name: a, evidence: *e},".repeat(2000)))),
        ("cites-by-thoughts", full(bytes, &format!("{usual}evidence: {{{}}}\n{stage}  channel: c0\n  touchpoints: [{{name: T, emotion: 1, thoughts: [{{text: a, evidence: &e [{}]}},", (0..part(1000)).map(|at| format!("e{at}: ,")).collect::<String>(), ids("e", 1000)), |_| "{text: a, evidence: *e},".into(), "]}]\n")),
        ("solves-by-all", some(bytes, &format!("{usual}{stage}  channel: c0\n  touchpoints: [{{name: T, emotion: 1, pain_points: [{}], opportunities: [{{text: a, solves: &s [{}]}},", (0..part(1000)).map(|at| format!("{{text: a, id: a{at}}},")).collect::<String>(), ids("a", 1000)), 1500, |_| "{text: a, solves: *s},".into(), "]}]\n")),
        ("kpis-by-stages", some(bytes, &format!("{usual}kpis: {{{}}}\nstages: [{{name: S, channel: c0, kpis: &k [{}], touchpoints: [{{name: T, emotion: 1}}]}},", (0..part(1000)).map(|at| format!("k{at}: {{name: a, value: 1}},")).collect::<String>(), ids("k", 1000)), 2500, |_| "{name: S, kpis: *k},".into(), "]\n")),
        ("merge-keys", {
            let mut map = format!("{usual}{stage}  channel: c0\n  touchpoints:\n  - {{name: T, emotion: 1}}\nx-a: &m0 {{{}}}\n", (0..part(1500)).map(|at| format!("k{at}: ,")).collect::<String>());
            for at in 0.. {
                let next = format!("x-{at}: &m{} {{<<: *m{at}}}\n", at + 1);
                if map.len() + next.len() > bytes { break; }
                map.push_str(&next);
            }
            map
        }),
        ("merge-lists", full(bytes, &format!("{usual}{stage}  channel: c0\n  touchpoints:\n  - {{name: T, emotion: 1}}\nx-a: &m {{{}}}\nx-b: {{<<: [", (0..part(500)).map(|at| format!("k{at}: ,")).collect::<String>()), |_| "*m,".into(), "]}\n")),
        ("merged-touchpoints", full(bytes, &format!("{usual}x-t: &t {{name: T, emotion: 1, channel: c0, thoughts: [a,b], pain_points: [a,b,c], opportunities: [a,b]}}\n{stage}  touchpoints: ["), |_| "{<<: *t},".into(), "]\n")),
        ("forecast-chain", full(bytes, &format!("{usual}{stage}  channel: c0\n  touchpoints: [{{name: t0, emotion: 1}},"), |at| format!("{{name: t{}, next: [{{to: t{at}, share: 0.5}},{{to: t{}, share: 0.5}}]}},", at + 1, at + 2), "{name: z}]\n").replace("zzz", "")),
        ("timeline-seconds", format!("{HEAD}timeline: {{unit: second, length: 1000000000}}\nstages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, at: 5}}]}}]\n")),
        ("timeline-centuries", format!("{HEAD}timeline: {{from: 0001-01-01, to: 9999-12-31}}\nstages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, at: 2026-01-01}}]}}]\n")),
        ("timeline-wide", full(bytes, &format!("{HEAD}timeline: {{unit: day, length: 999999}}\nstages:\n- name: S\n  channel: w\n  touchpoints: [{{name: T, emotion: 1, at: 0}},"), |at| format!("{{name: T, at: {}}},", 300 * at), "]\n")),
        ("timeline-stages", full(bytes, &format!("{HEAD}timeline: {{unit: day, length: 999999}}\nstages:\n"), |at| format!("- {{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, at: {}, until: {}}}]}}\n", 300 * at, 300 * at + 250), "")),
        ("timeline-at-once", full(bytes, &format!("{HEAD}timeline: {{unit: day, length: 9}}\nstages:\n- name: S\n  channel: w\n  touchpoints: [{{name: T, emotion: 1, at: 0}},"), |_| "{name: T, at: 3},".into(), "]\n")),
        ("aliases-of-aliases", {
            let mut map = format!("{usual}{stage}  channel: c0\n  touchpoints:\n  - {{name: T, emotion: 1, thoughts: &a0 [a]}}\n");
            for level in 1..20 {
                let all = format!("*a{}, ", level - 1).repeat(9);
                map.push_str(&format!("x-{level}: &a{level} [{all}]\n"));
            }
            map
        }),
        ("internal-kpis", full(bytes, &format!("{HEAD}stages:\n- name: S\n  channel: w\n  touchpoints: [{{name: T, emotion: 1}}]\n  kpis: ["), |_| "{name: k, value: 1, internal: true},".into(), "]\n")),
    ]
}
