//! Maps made up for the laws: every size, script and shape of cell that the language allows.

use proptest::prelude::*;

/// Words of many kinds: short, long, unbreakable, of other scripts, with markup.
const WORDS: &[&str] = &[
    "waits",
    "the",
    "membership",
    "a",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "https://example.org/a/very/long/path/that/goes/on?and=on&and=on#and-on",
    "<b>bold</b>",
    "&amp;",
    "]]>",
    "\u{05E9}\u{05DC}\u{05D5}\u{05DD}",
    "Αθήνα",
    "Москва",
    "Nguyễn",
    "30",
    "%",
    "—",
    "“quoted”",
];

/// Journeys and blueprints, with lanes as they come, with one of the map's own in a zone, and against the zones.
const LANES: &[&str] = &[
    "lanes: [rest, {id: own, title: Own}]\n",
    "kind: blueprint\nlanes: [rest, {id: own, title: Own}]\n",
    "kind: blueprint\nlanes: [{id: own, zone: customer, title: Own}, rest]\n",
    "kind: blueprint\nlanes: [rest, notes, {id: own, zone: backstage, title: Own}, channels, stages]\n",
];

fn text(most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(WORDS), 1..=most)
        .prop_map(|words| quoted(&words.join(" ")))
}

/// A YAML double-quoted scalar.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// One persona's emotion at a touchpoint.
fn emotion() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (-20..=20i32, text(2)).prop_map(|(score, word)| {
            format!("{{score: {}, feeling: {word}}}", f64::from(score) / 10.0)
        }),
        2 => (-20..=20i32).prop_map(|score| format!("{}", f64::from(score) / 10.0)),
        1 => Just("unknown".to_string()),
        1 => Just("[1, -1, 0.5]".to_string()),
        1 => Just("{score: 0, low: -1, high: 1.5}".to_string()),
        1 => Just("{score: 0.5, evidence: [g, e]}".to_string()),
        1 => Just("{score: -0.5, feeling: guessed, evidence: g}".to_string()),
    ]
}

/// A way on: where it leads, as a number to be taken modulo the places there are; its share in percent; its condition.
type Way = (usize, Option<u32>, Option<String>);

/// Ways on from a touchpoint, mostly none.
fn ways() -> impl Strategy<Value = Vec<Way>> {
    let way = (
        any::<usize>(),
        proptest::option::of(0..=100u32),
        proptest::option::of(text(6)),
    );
    prop_oneof![
        2 => Just(Vec::new()),
        1 => proptest::collection::vec(way, 1..5),
    ]
}

/// The keys that give a touchpoint its id and its ways on, among a number of touchpoints.
fn leads(at: usize, count: usize, ways: &[Way]) -> String {
    let way = |(to, share, when): &Way| {
        let to = match to % (count + 1) {
            at if at == count => "leave".to_string(),
            at => format!("t{at}"),
        };
        let mut out = format!("{{to: {to}");
        if let Some(share) = share {
            out += &format!(", share: {} %", f64::from(*share) / ways.len() as f64);
        }
        if let Some(when) = when {
            out += &format!(", when: {when}");
        }
        out + "}"
    };
    let list: Vec<String> = ways.iter().map(way).collect();
    let mut out = format!("        id: t{at}\n");
    if !list.is_empty() {
        out += &format!("        next: [{}]\n", list.join(", "));
    }
    out
}

/// A touchpoint as a YAML list item, for a number of personas and channels.
fn touchpoint(personas: usize, channels: usize) -> impl Strategy<Value = String> {
    (
        text(12),
        proptest::collection::vec(0..channels, 0..3),
        proptest::collection::vec(proptest::option::of(emotion()), personas),
        proptest::collection::vec((text(9), 0..10usize), 0..6),
        proptest::option::of(text(3)),
        any::<(bool, bool)>(),
    )
        .prop_map(
            |(name, channel, emotions, cells, department, (moment, optional))| {
                let mut out = format!("      - name: {name}\n");
                if !channel.is_empty() {
                    let ids: Vec<String> = channel.iter().map(|at| format!("c{at}")).collect();
                    out += &format!("        channel: [{}]\n", ids.join(", "));
                }
                let emotions: Vec<String> = emotions
                    .iter()
                    .enumerate()
                    .filter_map(|(at, emotion)| {
                        emotion.as_ref().map(|emotion| format!("p{at}: {emotion}"))
                    })
                    .collect();
                if !emotions.is_empty() {
                    out += &format!("        emotion: {{{}}}\n", emotions.join(", "));
                }
                if let Some(department) = department {
                    out += &format!("        department: {department}\n");
                }
                out += &format!("        moment: {moment}\n        optional: {optional}\n");
                const KEYS: [&str; 10] = [
                    "thoughts",
                    "quotes",
                    "gains",
                    "pain_points",
                    "opportunities",
                    "frontstage",
                    "support",
                    "notes",
                    "backstage",
                    "cells",
                ];
                for key in KEYS {
                    let sourced = ["thoughts", "quotes", "gains", "pain_points"].contains(&key);
                    let texts: Vec<String> = cells
                        .iter()
                        .filter(|(_, at)| KEYS[*at] == key)
                        .map(|(text, _)| match text.len() % 3 {
                            0 if sourced => format!("{{text: {text}, evidence: [g, e]}}"),
                            1 if sourced => format!("{{text: {text}, evidence: e}}"),
                            _ => text.clone(),
                        })
                        .collect();
                    if key == "cells" && !texts.is_empty() {
                        out += &format!("        cells: {{own: [{}]}}\n", texts.join(", "));
                    } else if !texts.is_empty() {
                        out += &format!("        {key}: [{}]\n", texts.join(", "));
                    }
                }
                out
            },
        )
}

/// A whole map as YAML.
pub fn map() -> impl Strategy<Value = String> {
    (1..=6usize, 1..=9usize, any::<bool>()).prop_flat_map(|(personas, channels, rtl)| {
        let stage = (
            text(4),
            proptest::option::of(text(3)),
            proptest::option::of(text(6)),
            proptest::collection::vec((touchpoint(personas, channels), ways()), 1..6),
            proptest::option::of(0..5000u32),
        );
        let stages = proptest::collection::vec(stage, 1..6);
        (
            text(8),
            text(20),
            stages,
            proptest::collection::vec(text(4), personas),
            proptest::sample::select(LANES),
        )
            .prop_map(move |(title, scenario, stages, names, lanes)| {
                let lang = if rtl { "he" } else { "en" };
                let mut out =
                    format!("title: {title}\nscenario: {scenario}\nlang: {lang}\npersonas:\n");
                for (at, name) in names.iter().enumerate() {
                    out += &format!(
                        "  p{at}: {{name: {name}, quote: {name}, goals: [{name}, {name}]}}\n"
                    );
                }
                out += lanes;
                out += "channels:\n";
                for at in 0..channels {
                    out += &format!("  c{at}: Channel {at}\n");
                }
                out += "kpis:\n  k: {name: A figure, value: 41, target: 70, unit: \"%\"}\n";
                out += "evidence:\n  e: {name: A survey, kind: survey, n: 12}\n";
                out += "  g: {name: A guess, kind: assumption}\nstages:\n";
                let count = stages
                    .iter()
                    .map(|(.., touchpoints, _)| touchpoints.len())
                    .sum();
                let mut before = 0;
                for (at, (name, time, entry, touchpoints, volume)) in stages.iter().enumerate() {
                    out += &format!("  - name: {name}\n    id: s{at}\n");
                    if let Some(time) = time {
                        out += &format!("    time: {time}\n    phase: {time}\n");
                    }
                    if let Some(entry) = entry {
                        out +=
                            &format!("    entry: {entry}\n    exit: {entry}\n    goal: {entry}\n");
                        out += &format!("    owner: {entry}\n    backstage: [{entry}, {entry}]\n");
                    }
                    if let Some(volume) = volume {
                        out += &format!("    volume: {volume}\n    repeats: {name}\n");
                    }
                    if at == 0 {
                        out += "    emotion: 1\n";
                    }
                    out += "    touchpoints:\n";
                    for (touchpoint, ways) in touchpoints {
                        out += touchpoint;
                        out += &leads(before, count, ways);
                        before += 1;
                    }
                }
                out
            })
    })
}

/// Kinds of finite timelines, and how the times of touchpoints are written on them: their lengths in their units.
const TIMELINES: [(&str, &str, i64); 6] = [
    ("{unit: day, length: 1000000}", "", 0),
    ("{unit: second, length: 1000000}", "s", 0),
    (
        "{unit: month, from: -40, to: 1000000, origin: An event with a name}",
        "mo",
        -40,
    ),
    ("{unit: year, from: 3, to: 1000000, origin: Birth}", "", 3),
    ("{from: 2027-12-30, to: 2999-03-01}", "d", 0),
    ("{from: 2028-02-28 22:15, to: 2100-01-01}", "h", 0),
];

/// A finite timeline, and the steps from each touchpoint to the next with what lasts, in units.
pub fn timeline() -> impl Strategy<Value = (usize, Vec<(i64, Option<i64>)>)> {
    let step = prop_oneof![Just(0), 1..4i64, 1..40i64, 500..5000i64];
    let steps = (step, proptest::option::weighted(0.3, 0..60i64));
    (0..TIMELINES.len(), proptest::collection::vec(steps, 40))
}

/// A generated map with a finite timeline.
pub fn with_times(yaml: &str, (kind, steps): &(usize, Vec<(i64, Option<i64>)>)) -> String {
    let (timeline, unit, from) = TIMELINES[*kind];
    let mut at = from;
    let mut steps = steps.iter();
    let mut out = String::new();
    for line in yaml.lines() {
        if line == "stages:" {
            out += &format!("timeline: {timeline}\n");
        }
        out += &format!("{line}\n");
        if line.starts_with("      - name:")
            && let Some((step, lasts)) = steps.next()
        {
            at += step;
            out += &format!("        at: {at}{unit}\n");
            if let Some(lasts) = lasts {
                out += &format!("        until: {}{unit}\n", at + lasts);
            }
        }
    }
    out
}
