//! What is left out of a drawing is nowhere in it, whatever the format: marked words and numbers are planted at every key of
//! the language, in every place where a record can stand, and looked for; then others are planted, and no byte may differ.

mod beside;
#[path = "public/command.rs"]
mod command;
#[path = "public/planted.rs"]
mod planted;

use std::collections::{BTreeMap, BTreeSet};

use jmap::check::Map;
use jmap::diag::any_error;
use jmap::emit::{FORMATS, Options, Resolution, TextMode};
use jmap::scene::{Hook, Node, Scene, dump};
use jmap::source::Limits;
use jmap::text::Fonts;
use jmap::theme::Theme;
use jmap::view::{Audience, Refusal, View, cut};
use serde_json::json;

use beside::Beside;
use planted::{Plant, Planted, garden, lanes, planted, spots, with_lanes};

fn read(yaml: &str) -> Map {
    let reading = jmap::read(yaml, &Beside, &Limits::default());
    assert!(
        !any_error(&reading.findings),
        "{:#?}\n{yaml}",
        reading.findings
    );
    reading.map.expect("a map")
}

fn public() -> View {
    View {
        public: true,
        ..View::default()
    }
}

fn drawn(yaml: &str, view: &View) -> Scene {
    let map = cut(read(yaml), view).unwrap_or_else(|why| panic!("{why}\n{yaml}"));
    let theme = Theme::builtin("default").expect("a theme");
    let scene = jmap::draw(&map, &theme, &Fonts::builtin()).0;
    assert_eq!(jmap::scene::verify(&scene), Vec::<String>::new());
    scene
}

/// The files of a drawing in which words can be found: the scene, and an SVG with its texts.
fn plain(scene: &Scene) -> Vec<(String, Vec<u8>)> {
    let svg = jmap::emit::svg::write(scene, &TextMode::System.into());
    vec![
        ("scene".to_owned(), dump(scene).into_bytes()),
        ("svg".to_owned(), svg),
    ]
}

/// All files of a drawing.
fn files(scene: &Scene) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![("scene".to_owned(), dump(scene).into_bytes())];
    for format in FORMATS {
        let modes: &[TextMode] = match format.name {
            "svg" => &[TextMode::System, TextMode::Outlines, TextMode::Embed],
            _ => &[TextMode::Embed],
        };
        for &text in modes {
            let options = Options {
                text,
                resolution: Resolution::Width(400),
                ..Options::default()
            };
            let file = (format.write)(std::slice::from_ref(scene), &options);
            files.push((format!("{} {text:?}", format.name), file.expect("a file")));
        }
    }
    files
}

/// All that a drawing says: the texts that are drawn, and what is told to who does not see them, or to programs.
fn said(scene: &Scene) -> String {
    fn collect(nodes: &[Node], said: &mut String) {
        for node in nodes {
            match node {
                Node::Group(group) => {
                    said.extend(group.name.iter().flat_map(|name| [name.as_str(), "\n"]));
                    said.extend(group.link.iter().flat_map(|link| [link.as_str(), "\n"]));
                    said.extend(
                        group
                            .hooks
                            .iter()
                            .flat_map(|(_, value)| [value.as_str(), "\n"]),
                    );
                    collect(&group.children, said);
                }
                Node::Text(text) => said.extend([&*text.line.text, "\n"]),
                Node::Image(image) => said.extend([&*image.name, "\n"]),
                Node::Shape(_) => {}
            }
        }
    }
    let mut said = format!("{}\n{}\n", scene.title, scene.description);
    collect(&scene.nodes, &mut said);
    said.to_lowercase()
}

/// Asserts that nothing planted is in a drawing, in any of its files that can be read as text.
fn assert_absent(plants: &[&Plant], scene: &Scene, files: &[(String, Vec<u8>)], about: &str) {
    let said = said(scene);
    for plant in plants {
        assert!(!said.contains(&plant.word), "{about}: {plant:?} in {said}");
    }
    for (name, file) in files {
        let text = String::from_utf8_lossy(file).to_lowercase();
        // Numbers may stand in coordinates, or in what is compressed.
        let words = plants.iter().filter(|plant| plant.word.starts_with("zq"));
        for plant in words {
            assert!(!text.contains(&plant.word), "{about}: {plant:?} in {name}");
        }
    }
}

/// All for whom a map can be drawn.
const AUDIENCES: [Audience; 3] = [Audience::Exec, Audience::Team, Audience::Blueprint];

/// The keys of which nothing is drawn for the public, though they stand in a record that is public.
const NOT_DRAWN: &[(&str, &str)] = &[
    ("cell", "notes"),
    ("opportunity", "owner"),
    // References are numbers in a drawing.
    ("pain point", "id"),
    ("stage", "owner"),
    ("stakeholder", "department"),
    ("stakeholder", "name"),
    ("stakeholder", "role"),
];

#[test]
fn what_is_internal_is_nowhere_and_moves_nothing() {
    let (mut tried, mut places, mut records) = (0, 0, BTreeSet::new());
    let (mut shown, mut planted_at) = (BTreeSet::new(), BTreeSet::new());
    for spot in spots() {
        let keys: Vec<&str> = spot.path.iter().map(|key| key.name).collect();
        let about = format!("{} {:?}", keys.join("."), spot.form);
        let [first, second] = [0, 1].map(|season| planted(&spot, true, season));
        let scene = drawn(&first.yaml, &public());
        let here = files(&scene);
        let plants: Vec<&Plant> = first.plants.iter().collect();
        assert_absent(&plants, &scene, &here, &about);
        let there = files(&drawn(&second.yaml, &public()));
        for ((name, here), (_, there)) in here.iter().zip(&there) {
            assert!(
                here == there,
                "{about}: {name} depends on what is internal\n{}\n{}",
                first.yaml,
                second.yaml
            );
        }
        for audience in AUDIENCES {
            let view = View {
                audience: Some(audience),
                ..public()
            };
            let [here, there] = [&first, &second].map(|planted| drawn(&planted.yaml, &view));
            assert_absent(&plants, &here, &[], &about);
            assert!(
                dump(&here) == dump(&there),
                "{about}: {view:?} depends on what is internal"
            );
        }
        // In the open the same words are drawn, so that the test can fail.
        let open = planted(&spot, false, 0);
        let said = said(&drawn(&open.yaml, &public()));
        let seen = open
            .plants
            .iter()
            .filter(|plant| said.contains(&plant.word));
        let seen: Vec<_> = seen.map(|plant| plant.at).collect();
        assert!(
            !seen.is_empty() || spot.record.name == "stakeholder",
            "{about}: nothing is drawn in the open\n{said}"
        );
        shown.extend(seen);
        planted_at.extend(open.plants.iter().map(|plant| plant.at));
        records.insert(spot.record.name);
        places += 1;
        tried += first.plants.len() * (here.len() + AUDIENCES.len());
    }
    let hidden: Vec<_> = planted_at.difference(&shown).copied().collect();
    assert_eq!(
        hidden, NOT_DRAWN,
        "keys of which nothing is drawn in the open"
    );
    println!(
        "{tried} words looked for, in {places} places of {} kinds of records",
        records.len()
    );
    let kinds = jmap::model::all_records()
        .into_iter()
        .map(|record| record.name);
    // A cell is part of its stage or touchpoint; the map has a test of its own.
    let kinds: BTreeSet<_> = kinds
        .filter(|name| !["map", "cell"].contains(name))
        .collect();
    assert_eq!(records, kinds);
    assert!(places >= 45 && tried >= 1_400, "{places} {tried}");
}

#[test]
fn a_map_that_is_internal_is_refused() {
    let mut map: serde_json::Value = serde_json::from_str(&garden(0, false).yaml).expect("a map");
    map["internal"] = true.into();
    let map = read(&map.to_string());
    assert!(matches!(
        cut(map.clone(), &public()),
        Err(Refusal::Internal(_))
    ));
    assert!(cut(map, &View::default()).is_ok());
}

/// The lanes in whose rows a text of a drawing stands, by what is planted.
fn homes(plants: &[Plant], scene: &Scene) -> BTreeMap<String, BTreeSet<String>> {
    let mut rows: Vec<(String, String)> = Vec::new();
    fn find<'s>(nodes: &'s [Node], rows: &mut Vec<(String, &'s [Node])>) {
        for node in nodes {
            if let Node::Group(group) = node {
                match group.hooks.iter().find(|(hook, _)| *hook == Hook::Lane) {
                    Some((_, lane)) => rows.push((lane.clone(), &group.children)),
                    None => find(&group.children, rows),
                }
            }
        }
    }
    let mut found = Vec::new();
    find(&scene.nodes, &mut found);
    for (lane, nodes) in found {
        let mut texts = String::new();
        fn collect(nodes: &[Node], texts: &mut String) {
            for node in nodes {
                match node {
                    Node::Group(group) => collect(&group.children, texts),
                    Node::Text(text) => texts.extend([&*text.line.text, "\n"]),
                    Node::Shape(_) | Node::Image(_) => {}
                }
            }
        }
        collect(nodes, &mut texts);
        rows.push((lane, texts.to_lowercase()));
    }
    let home = |plant: &Plant| {
        let of = rows.iter().filter(|(_, texts)| texts.contains(&plant.word));
        (
            plant.word.clone(),
            of.map(|(lane, _)| lane.clone()).collect(),
        )
    };
    plants.iter().map(home).collect()
}

/// Asserts that a view shows nothing of what stands in other lanes alone.
fn assert_lanes_go(whole: &Planted, yaml: &str, view: &View) -> usize {
    let homes = homes(&whole.plants, &drawn(&whole.yaml, &View::default()));
    let scene = drawn(yaml, view);
    let shown: BTreeSet<String> = cut(read(yaml), view)
        .expect("a map")
        .lanes
        .iter()
        .map(|lane| lane.id.to_string())
        .collect();
    let gone = whole.plants.iter().filter(|plant| {
        let home = &homes[&plant.word];
        !home.is_empty() && home.is_disjoint(&shown)
    });
    let gone: Vec<&Plant> = gone.collect();
    assert_absent(&gone, &scene, &plain(&scene), &format!("{view:?}"));
    gone.len()
}

#[test]
fn what_stands_in_a_lane_goes_with_it() {
    let mut tried = 0;
    for timed in [false, true] {
        tried += lanes_go(&garden(0, timed));
    }
    println!("{tried} words looked for");
    assert!(tried > 500, "{tried}");
}

fn lanes_go(whole: &Planted) -> usize {
    let mut tried = 0;
    let drawn_lanes = read(&whole.yaml).lanes;
    let is_drawn = |lane: &&str| drawn_lanes.iter().any(|drawn| *drawn.id == **lane);
    for lane in lanes().into_iter().filter(is_drawn) {
        let one = View {
            lanes: vec![lane.to_owned()],
            ..View::default()
        };
        tried += assert_lanes_go(whole, &whole.yaml, &one);
        let internal = with_lanes(
            &whole.yaml,
            json!([{"id": lane, "internal": true, "title": "Open lane"}, {"id": "own", "title": "Open lane"}, "rest"]),
        );
        let internal = match lane {
            "own" => with_lanes(
                &whole.yaml,
                json!(["rest", {"id": lane, "internal": true, "title": "Open lane"}]),
            ),
            _ => internal,
        };
        tried += assert_lanes_go(whole, &internal, &public());
        let blank = View {
            blank: vec![lane.to_owned()],
            ..View::default()
        };
        // A lane that is blank is there, and nothing stands in it.
        let homes = homes(&whole.plants, &drawn(&whole.yaml, &View::default()));
        let scene = drawn(&whole.yaml, &blank);
        let gone = whole
            .plants
            .iter()
            .filter(|plant| homes[&plant.word].iter().eq([lane]));
        let gone: Vec<&Plant> = gone.collect();
        assert_absent(&gone, &scene, &plain(&scene), &format!("{lane} blank"));
        tried += gone.len();
    }
    for audience in AUDIENCES {
        let view = View {
            audience: Some(audience),
            ..View::default()
        };
        tried += assert_lanes_go(whole, &whole.yaml, &view);
    }
    tried
}

#[test]
fn stages_and_personas_that_are_cut_are_nowhere() {
    let mut tried = 0;
    for spot in spots() {
        let keys: Vec<&str> = spot.path.iter().map(|key| key.name).collect();
        let planted = planted(&spot, false, 0);
        let view = match (keys[0], spot.record.name) {
            // All of the first stage, or all stages but the first.
            ("stages", "stage") if spot.form != planted::Form::default() => View {
                stages: vec!["start".into(), "end".into()],
                ..View::default()
            },
            ("stages", name) if name != "stage" => View {
                stages: vec!["end".into()],
                ..View::default()
            },
            ("personas", _) => View {
                personas: vec!["ana".into(), "tom".into()],
                ..View::default()
            },
            _ => continue,
        };
        let scene = drawn(&planted.yaml, &view);
        // A KPI can be written at a stage and name another one, where it stands.
        let is_elsewhere = |plant: &&Plant| plant.at.0 == "KPI" && spot.record.name == "stage";
        let plants = planted.plants.iter().filter(|plant| !is_elsewhere(plant));
        let plants: Vec<&Plant> = plants.collect();
        assert_absent(&plants, &scene, &plain(&scene), &keys.join("."));
        tried += plants.len();
    }
    println!("{tried} words looked for");
    assert!(tried > 120, "{tried}");
}

/// A map of which the public sees the first and the last touchpoint: what is counted is counted among what is left.
const COUNTED: &str = "
title: Open map
personas: {spy: {name: Spy, internal: true}, ana: Ana}
channels: {web: Web}
kpis: {wait: {name: Wait, value: 9, target: 5}}
stages:
  - {name: 1 Prepared, internal: true, kpis: wait, touchpoints: [{name: Asks, channel: web, emotion: 1, pain_points: {id: a, text: Silence}}]}
  - name: Open stage
    emotion: 2
    kpis: wait
    touchpoints:
      - {name: Asks, channel: web, pain_points: {id: b, text: Queue}}
      - {name: Waits, channel: web, persona: spy, emotion: -1, internal: true}
  - {name: Open end, touchpoints: [{name: Asks, channel: web, emotion: -1, pain_points: {id: c, text: Noise}}]}
  - name: Later
    touchpoints:
      - {name: Leaves, channel: web, opportunities: [{text: Idea, solves: [a, c]}, {text: Closed idea, solves: b, internal: true}]}
";

#[test]
fn what_remains_is_counted_anew() {
    let map = cut(read(COUNTED), &public()).expect("a map");
    let ids: Vec<&str> = map.touchpoints.iter().map(|at| &*at.id).collect();
    assert_eq!(ids, ["asks", "asks-2", "leaves"]);
    assert!(
        map.numbered,
        "no name of a public stage begins with a number"
    );
    let places: Vec<usize> = map.stages.iter().map(|stage| stage.place).collect();
    assert_eq!((places, map.personas[0].place), (vec![0, 1, 2], 0));
    // Somebody who does not exist has no emotion that would be drawn in place of the stage's.
    let felt: Vec<usize> = map.stages[0]
        .cell
        .emotions
        .iter()
        .map(|of| of.persona)
        .collect();
    assert_eq!(felt, [0]);
    assert_eq!(map.kpis[0].stage, Some(0), "the other stage that names it");
    let numbers: Vec<_> = map
        .pain_points
        .iter()
        .map(|of| (&*of.text.text, of.number))
        .collect();
    assert_eq!(numbers, [("Queue", None), ("Noise", Some(1))]);
}

#[test]
fn of_what_may_be_internal_nobody_says_that_it_is_missing() {
    use jmap::insight::headlines::{Headline, headlines};
    let missing = |map: &Map| {
        let all = headlines(map);
        let of = |headline: &Headline| {
            matches!(
                headline,
                Headline::Unanswered(_)
                    | Headline::Unowned(_)
                    | Headline::Claims(_)
                    | Headline::DeadEnd(_)
            )
        };
        all.iter().filter(|headline| of(headline)).count()
    };
    let yaml = COUNTED.replace("solves: [a, c]", "solves: a").replace(
        "channel: web, emotion: -1,",
        "channel: web, emotion: -1, next: asks,",
    );
    let whole = read(&yaml.replace("next: asks", "id: c, next: c"));
    assert_eq!(missing(&whole), 2, "{:?}", headlines(&whole));
    assert_eq!(missing(&cut(whole.clone(), &public()).expect("a map")), 0);
    let some = View {
        lanes: vec!["pain_points".into(), "emotion".into()],
        ..View::default()
    };
    assert_eq!(missing(&cut(whole, &some).expect("a map")), 0);
}
