//! Lanes that are blank for a workshop: what stood in them is gone, and notes have room.

use std::collections::BTreeSet;

use jmap::check::{LANES, Lane, Map, NoFiles, Word};
use jmap::geom::{MILLIMETRE, Size};
use jmap::layout::Paper;
use jmap::scene::{Group, Hook, Node, Outline, Role, Scene, verify};
use jmap::text::Fonts;
use jmap::theme::Theme;
use jmap::view::{View, cut};

use super::{draw, examples, hook, read, texts, walk};

/// Side of a sticky note, in points: three inches.
const NOTE: f64 = 76.0 * MILLIMETRE;

fn blank(map: &Map, lanes: &[&str]) -> Map {
    let view = View {
        blank: lanes.iter().map(|lane| (*lane).to_owned()).collect(),
        ..View::default()
    };
    cut(map.clone(), &view).expect("lanes that can be blank")
}

/// Words of some length; shorter ones are parts of others, or stand anywhere.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| word.chars().count() >= 4)
        .map(str::to_lowercase)
}

fn row<'s>(scene: &'s Scene, lane: &str) -> &'s Group {
    let mut found = None;
    walk(&scene.nodes, &mut |node| {
        if let Node::Group(group) = node
            && group.role == Role::Row
            && hook(group, Hook::Lane) == Some(lane)
        {
            found = Some(group);
        }
    });
    found.unwrap_or_else(|| panic!("no lane {lane}"))
}

/// The words that are drawn in some nodes and below them, but in none of certain groups; also those that are only told to
/// who does not see them, if they are wanted.
fn drawn(nodes: &[Node], told: bool, but: &dyn Fn(&Group) -> bool) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for node in nodes {
        match node {
            Node::Group(group) if !but(group) => {
                let name = group.name.as_deref().filter(|_| told);
                all.extend(name.into_iter().flat_map(words));
                all.extend(drawn(&group.children, told, but));
            }
            Node::Text(line) => all.extend(words(&line.line.text)),
            _ => {}
        }
    }
    all
}

/// All words that a drawing says or shows, perhaps with those of which the touchpoints' ids are made.
fn said(scene: &Scene, with_ids: bool) -> BTreeSet<String> {
    let mut said = drawn(&scene.nodes, true, &|_| false);
    said.extend(words(&scene.description));
    walk(&scene.nodes, &mut |node| match node {
        Node::Group(group) => {
            let id = hook(group, Hook::Touchpoint).filter(|_| with_ids);
            said.extend(id.into_iter().flat_map(words));
        }
        Node::Image(image) => said.extend(words(&image.name)),
        _ => {}
    });
    said
}

/// Height of a row, from the borders of its stages, in points.
fn height(row: &Group) -> f64 {
    let mut height: f64 = 0.0;
    walk(&row.children, &mut |node| {
        if let Node::Shape(shape) = node
            && let Outline::Line(from, to) = &shape.outline
            && from.x == to.x
        {
            height = height.max(to.y - from.y);
        }
    });
    height
}

fn is_reading(map: &Map, group: &Group) -> bool {
    group.name.as_deref() == Some(map.words.get(Word::ReadFirst))
}

fn can_be_blank(lane: &&Lane) -> bool {
    *lane.id != *"stages" && !lane.is_blank()
}

#[test]
fn what_stood_in_a_blank_lane_is_nowhere() {
    let mut tested = 0;
    let maps = examples().into_iter();
    for (name, map) in maps.filter(|(name, _)| !name.contains("starters")) {
        let whole = draw(&map, "default");
        for lane in map.lanes.iter().filter(can_be_blank) {
            println!("{name}: {}", lane.id);
            let is_row = |group: &Group| hook(group, Hook::Lane) == Some(&*lane.id);
            let is_elsewhere = |group: &Group| is_row(group) || is_reading(&map, group);
            // Touchpoints are what other rows are told by, which is what their names must be gone from.
            let is_named = *lane.id == *"touchpoints";
            let mut elsewhere = drawn(&whole.nodes, !is_named, &is_elsewhere);
            let is_cell = |group: &Group| group.role != Role::RowHeader;
            elsewhere.extend(drawn(&row(&whole, &lane.id).children, false, &is_cell));
            let is_header = |group: &Group| group.role == Role::RowHeader;
            let inside = drawn(&row(&whole, &lane.id).children, false, &is_header);
            let own: BTreeSet<_> = inside.difference(&elsewhere).collect();

            let part = blank(&map, &[&lane.id]);
            let scene = draw(&part, "default");
            assert_eq!(verify(&scene), Vec::<String>::new());
            let said = said(&scene, is_named);
            let left: Vec<_> = own.iter().filter(|word| said.contains(**word)).collect();
            assert!(left.is_empty(), "{left:?}");
            tested += own.len();
            let row = row(&scene, &lane.id);
            assert_eq!(row.name.as_deref(), Some(&*lane.title));
            assert!(height(row) >= NOTE, "{}", height(row));
        }
    }
    assert!(tested > 1000, "only {tested} words");
}

#[test]
fn a_canvas_has_stages_and_lanes_and_no_summary() {
    for (name, map) in examples() {
        println!("{name}");
        let canvas = blank(&map, &["all"]);
        let scene = draw(&canvas, "default");
        assert_eq!(verify(&scene), Vec::<String>::new());
        let lanes = |map: &Map| -> Vec<String> {
            map.lanes.iter().map(|lane| lane.id.to_string()).collect()
        };
        assert_eq!(lanes(&map), lanes(&canvas));
        for lane in &canvas.lanes {
            assert_eq!(lane.is_blank(), *lane.id != *"stages");
        }
        let drawn: String = texts(&scene)
            .iter()
            .flat_map(|text| text.line.text.split_whitespace())
            .collect();
        for stage in &canvas.stages {
            let name: String = stage.name.text.split_whitespace().collect();
            assert!(drawn.contains(&name), "{name}");
        }
        walk(&scene.nodes, &mut |node| {
            if let Node::Group(group) = node {
                assert!(!is_reading(&map, group), "a summary");
                assert_eq!(hook(group, Hook::Touchpoint), None);
            }
        });
    }
}

/// A column for each stage.
const STAGES: &str = "
title: Renewing a passport
personas: {ana: Ana}
channels: {desk: Desk}
stages:
  - {name: A, touchpoints: [{name: Asks, channel: desk, emotion: 1}]}
  - {name: B, touchpoints: [{name: Signs, channel: desk, emotion: -1, thoughts: Hm}]}
  - {name: C, touchpoints: [{name: Waits, channel: desk, opportunities: Call}]}
";

#[test]
fn a_column_holds_a_note() {
    let map = read(STAGES, &NoFiles);
    let scene = draw(&blank(&map, &["thoughts"]), "default");
    let mut borders = Vec::new();
    walk(&row(&scene, "thoughts").children, &mut |node| {
        if let Node::Shape(shape) = node
            && let Outline::Line(from, to) = &shape.outline
            && from.x == to.x
        {
            borders.push(from.x);
        }
    });
    borders.push(scene.size.width);
    assert_eq!(borders.len(), 4);
    assert!(
        borders.windows(2).all(|pair| pair[1] - pair[0] > NOTE),
        "{borders:?}"
    );
}

fn on_a0(map: &Map) -> Scene {
    let theme = Theme::builtin("default").expect("a built-in theme");
    let paper = Paper {
        size: Size {
            width: 841.0 * MILLIMETRE,
            height: 1189.0 * MILLIMETRE,
        },
        turns: true,
        margin: 10.0 * MILLIMETRE,
        bleed: 0.0,
        read_from: 0.0,
    };
    jmap::draw_on(map, None, &theme, &Fonts::builtin(), Some(&paper)).scene
}

#[test]
fn on_paper_lanes_hold_notes_as_long_as_type_can_be_read() {
    let map = read(STAGES, &NoFiles);
    let canvas = blank(&map, &["all"]);
    let scene = on_a0(&canvas);
    assert!(scene.size.width > scene.size.height, "it stands");
    let heights = |map: &Map, scene: &Scene| -> Vec<f64> {
        let lanes = map.lanes.iter().filter(|lane| lane.is_blank());
        lanes.map(|lane| height(row(scene, &lane.id))).collect()
    };
    let high = heights(&canvas, &scene);
    assert!(high.iter().all(|height| *height > 1.4 * NOTE), "{high:?}");

    let every: Vec<&str> = LANES.iter().map(|spec| spec.id).collect();
    let canvas = blank(&map, &every[1..]);
    let scene = on_a0(&canvas);
    let low = heights(&canvas, &scene);
    assert!(low.iter().all(|height| *height > 0.4 * NOTE), "{low:?}");
    assert!(scene.smallest_type() > 5.0, "{}", scene.smallest_type());
}

#[test]
fn a_lane_without_content_gets_its_usual_place() {
    let ids =
        |map: &Map| -> Vec<String> { map.lanes.iter().map(|lane| lane.id.to_string()).collect() };
    let map = read(STAGES, &NoFiles);
    let with_pain = blank(&map, &["pain_points"]);
    assert_eq!(
        ids(&with_pain),
        [
            "stages",
            "touchpoints",
            "channels",
            "emotion",
            "thoughts",
            "pain_points",
            "opportunities"
        ]
    );
    let every: Vec<&str> = LANES
        .iter()
        .map(|spec| spec.id)
        .filter(|id| *id != "stages")
        .collect();
    let canvas = blank(&map, &every);
    let usual: Vec<&str> = LANES.iter().map(|spec| spec.id).collect();
    assert_eq!(ids(&canvas), usual);
    assert_eq!(verify(&draw(&canvas, "default")), Vec::<String>::new());

    let blueprint = read(&format!("kind: blueprint{STAGES}"), &NoFiles);
    let staged = blank(&blueprint, &["support", "backstage"]);
    let ids = ids(&staged);
    let place = |id: &str| ids.iter().position(|known| known == id).expect("a lane");
    assert!(place("touchpoints") < place("backstage") && place("backstage") < place("support"));
}

#[test]
fn what_cannot_be_blank_is_refused() {
    let map = read(STAGES, &NoFiles);
    let refusal = |lane: &str| {
        let view = View {
            blank: vec![lane.to_owned()],
            ..View::default()
        };
        cut(map.clone(), &view).expect_err(lane).to_string()
    };
    assert_eq!(
        refusal("stages"),
        "the lane of the stages cannot be blank: it says where notes belong"
    );
    assert_eq!(
        refusal("pain-point"),
        "there is no lane `pain-point`; did you mean `pain_points`?"
    );
}

#[test]
fn what_refers_to_a_blank_lane_refers_no_more() {
    let map = read(
        "
title: Renewing a passport
goals: {text: Faster, kpi: days}
personas: {ana: Ana}
channels: {desk: Desk}
kpis: {days: {name: Days, value: 3, target: 5, stage: apply}}
stages:
  - name: Apply
    touchpoints:
      - name: Fills in the form
        channel: desk
        emotion: 1
        pain_points: {id: long, text: Long form}
        opportunities: {text: Shorter form, solves: long, kpi: days}
",
        &NoFiles,
    );
    let part = blank(&map, &["kpis", "pain_points"]);
    let idea = &part.touchpoints[0].cell.opportunities[0];
    assert!(idea.solves.is_empty() && idea.kpi.is_none());
    assert_eq!(part.goals[0].kpi, None);
    assert!(part.pain_points.is_empty() && part.kpis.is_empty());
    assert!(part.stages[0].kpis.is_empty());
}
