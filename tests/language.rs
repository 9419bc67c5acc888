//! The language: what its tables promise is read, and what is read becomes the map that is meant.

mod beside;
mod samples;

use jmap::check::{Feeling, LaneContent, Map, Timeline, Word};
use jmap::diag::Diagnostic;
use jmap::limits::Limit;
use jmap::model::{self, LANES, Record, Shape, all_records};
use jmap::source::{self, Limits};

use beside::Beside;
use samples::whole;

const EVERYTHING: &str = include_str!("cases/whole/everything.yaml");

fn check(yaml: &str) -> (Option<Map>, Vec<Diagnostic>) {
    jmap::read(yaml, &Beside, &Limits::default()).judged()
}

fn map(yaml: &str) -> Map {
    let (map, findings) = check(yaml);
    assert!(findings.is_empty(), "{findings:#?}");
    map.unwrap()
}

#[test]
fn every_form_that_the_tables_promise_is_read() {
    let document = all_records()[0];
    for variant in 0..48 {
        let yaml = whole(document, variant);
        let (root, findings) = source::parse(&yaml, &Limits::default());
        assert!(findings.is_empty(), "{findings:#?}\n{yaml}");
        let (_, findings) = model::read(&root.unwrap(), &Limits::default());
        assert!(
            findings.is_empty(),
            "variant {variant}: {findings:#?}\n{yaml}"
        );
    }
}

#[test]
fn every_key_is_documented_and_named_once() {
    for record in all_records() {
        let mut names: Vec<&str> = record.all_keys().map(|key| key.name).collect();
        assert!(
            record.short.is_none_or(|short| names.contains(&short)),
            "{}",
            record.name
        );
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{}", record.name);
        assert!(record.about.trim().ends_with(['.', '`']), "{}", record.name);
        for key in record.all_keys() {
            assert!(
                key.about.trim().ends_with(['.', '`']),
                "{}: {}",
                record.name,
                key.name
            );
        }
    }
}

#[test]
fn no_key_takes_anything_but_what_its_table_says() {
    for record in all_records() {
        for key in record
            .all_keys()
            .filter(|key| !matches!(key.shape, Shape::Mapping(..) | Shape::Either(_)))
        {
            // Lists in lists are nowhere in the language.
            let yaml = nest(record, &format!("{{{}: [[[1]]]}}", key.name));
            let (root, _) = source::parse(&yaml, &Limits::default());
            let (_, findings) = model::read(&root.unwrap(), &Limits::default());
            let told = findings
                .iter()
                .any(|finding| finding.rule.name == "wrong-type");
            assert!(
                told,
                "{} in {} takes a list of lists of lists",
                key.name, record.name
            );
        }
    }
}

/// A map in which a record of this kind stands where one may.
fn nest(record: &Record, yaml: &str) -> String {
    let touchpoint = |key: &str| format!("{{stages: [{{touchpoints: [{{{key}: {yaml}}}]}}]}}");
    match record.name {
        "map" => yaml.to_owned(),
        "persona" => format!("{{personas: {{a: {yaml}}}}}"),
        "channel" => format!("{{channels: {{a: {yaml}}}}}"),
        "source" => format!("{{evidence: {{a: {yaml}}}}}"),
        "KPI" => format!("{{kpis: {{a: {yaml}}}}}"),
        "scale" => format!("{{emotion_scale: {yaml}}}"),
        "stage" | "goal" | "stakeholder" | "lane" => format!("{{{}: [{yaml}]}}", record.plural),
        "touchpoint" => format!("{{stages: [{{touchpoints: [{yaml}]}}]}}"),
        "pain point" => touchpoint("pain_points"),
        "opportunity" => touchpoint("opportunities"),
        "statement" => touchpoint("thoughts"),
        "way on" => touchpoint("next"),
        "feeling" => touchpoint("emotion"),
        name => format!("{{{name}: {yaml}}}"),
    }
}

#[test]
fn a_map_with_everything_has_every_lane() {
    let map = map(EVERYTHING);
    for spec in LANES {
        assert!(
            map.lanes.iter().any(|lane| &*lane.id == spec.id),
            "{} has no content",
            spec.id
        );
    }
    let ids: Vec<&str> = map.lanes.iter().map(|lane| &*lane.id).collect();
    let place = |id: &str| ids.iter().position(|known| *known == id).expect("a lane");
    assert!(place("touchpoints") < place("frontstage") && place("frontstage") < place("systems"));
    assert_eq!(&*map.lanes[place("touchpoints")].title, "What she does");
    let content = &map.lanes[place("systems")].content;
    assert!(matches!(content, LaneContent::Custom));
    assert!(matches!(
        map.lanes.last().unwrap().content,
        LaneContent::Blank { millimetres: 40.0 }
    ));
    assert_eq!(map.words.get(Word::Touchpoints), "Steps");
}

#[test]
fn ids_and_references_are_resolved() {
    let map = map(EVERYTHING);
    let stages: Vec<&str> = map.stages.iter().map(|stage| &*stage.id).collect();
    assert_eq!(stages, ["search", "loan", "loan-2"]);
    assert_eq!(
        map.stages
            .iter()
            .map(|stage| stage.touchpoints.clone())
            .collect::<Vec<_>>(),
        [0..2, 2..4, 4..4]
    );
    assert_eq!(
        map.touchpoints[0]
            .next
            .iter()
            .map(|way| way.to)
            .collect::<Vec<_>>(),
        [Some(0), Some(2), None]
    );
    assert_eq!(map.touchpoints[0].next[1].share, Some(0.6));
    assert_eq!(map.touchpoints[1].channels, [0], "the stage's channel");
    assert_eq!(
        map.touchpoints[3].personas,
        [0, 1],
        "in the order of the map"
    );
    assert_eq!(&*map.personas[2].name.text, "eva");
    let kpis: Vec<&str> = map.kpis.iter().map(|kpi| &*kpi.id).collect();
    assert_eq!(kpis, ["wait", "loans", "hits"]);
    assert_eq!(map.stages[0].kpis, [2, 1]);
    assert_eq!(map.stages[1].kpis, [1]);
    assert_eq!(map.touchpoints[2].kpis, [0]);
    assert_eq!(&*map.kpis[1].value.as_ref().unwrap().text, "0.40");
    assert_eq!(
        map.pain_points
            .iter()
            .map(|pain| pain.number)
            .collect::<Vec<_>>(),
        [Some(1), None]
    );
}

#[test]
fn emotions_become_one_entry_for_each_persona() {
    let map = map(EVERYTHING);
    let scores = |touchpoint: usize| {
        let score = |feeling: &Feeling| match feeling {
            Feeling::Score(score) => Some(score.score),
            Feeling::Unknown(_) => None,
        };
        let emotions = map.touchpoints[touchpoint].cell.emotions.iter();
        emotions
            .map(|e| (e.persona, e.feelings.iter().map(score).collect()))
            .collect::<Vec<(usize, Vec<_>)>>()
    };
    assert_eq!(
        scores(0),
        [0, 1, 2].map(|persona| (persona, vec![Some(6.0), Some(3.0)]))
    );
    assert_eq!(scores(1), [0, 1, 2].map(|persona| (persona, vec![None])));
    assert_eq!(
        scores(2),
        [(0, vec![Some(4.0)])],
        "a label of the map's own scale"
    );
    assert_eq!(
        scores(3),
        [(0, vec![Some(1.0)]), (1, vec![Some(1.0), Some(2.5)])],
        "frustrated is -1.5 of -2…2"
    );
}

#[test]
fn time_and_texts_are_kept() {
    let map = map(EVERYTHING);
    assert!(matches!(
        map.timeline,
        Timeline::Relative {
            from: -1.0,
            to: 30.0,
            ..
        }
    ));
    assert_eq!(
        map.touchpoints[2].at.as_ref().and_then(|at| at.value),
        Some(12.0)
    );
    assert_eq!(
        &*map.touchpoints[0].cell.thoughts[0].text.text,
        "“Is it \"in stock\"?”"
    );
    assert_eq!(&*map.stages[2].cell.thoughts[0].text.text, "„Bis bald“");
    assert_eq!(map.updated.unwrap().to_string(), "2026-01-17");
    assert!(map.touchpoints[0].internal && !map.touchpoints[1].internal);
}

#[test]
fn the_small_map_of_the_reference_is_a_map() {
    let reference = include_str!("../docs/language.md");
    let start = reference.find("```yaml\ntitle:").unwrap() + "```yaml\n".len();
    let yaml = &reference[start..start + reference[start..].find("```").unwrap()];
    let map = map(yaml);
    assert_eq!(map.touchpoints.len(), 2);
}

#[test]
fn what_is_counted_is_limited() {
    // What aliases repeat has a limit of its own.
    let limits = Limits::default().with(Limit::Repeats, u64::MAX);
    let read = |yaml: &str| jmap::read(yaml, &Beside, &limits).judged();
    let many = |count: usize| {
        let touchpoints = "- *t\n".repeat(count - 1);
        format!(
            "title: T\npersonas: {{a: A}}\nchannels: {{w: W}}\nstages:\n- name: S\n  touchpoints:\n  - &t {{name: N, emotion: 1}}\n{}",
            touchpoints
                .lines()
                .map(|line| format!("  {line}\n"))
                .collect::<String>()
        )
    };
    let (some, findings) = read(&many(20_000));
    assert_eq!(findings, []);
    assert_eq!(some.expect("a map").touchpoints.len(), 20_000);
    let (none, findings) = read(&many(20_005));
    assert!(none.is_none());
    assert_eq!(
        findings
            .iter()
            .map(|finding| finding.rule.name)
            .collect::<Vec<_>>(),
        ["limit-exceeded"]
    );
}
