//! The laws of the look, over every example map, every theme and over maps that are made up.

#[path = "laws/arcs.rs"]
mod arcs;
#[path = "laws/blank.rs"]
mod blank;
#[path = "laws/blueprint.rs"]
mod blueprint;
#[path = "laws/contrast.rs"]
mod contrast;
#[path = "laws/evidence.rs"]
mod evidence;
#[path = "laws/funnel.rs"]
mod funnel;
#[path = "laws/generate.rs"]
mod generate;
#[path = "../fuzz/src/made/mod.rs"]
mod made;
#[path = "laws/order.rs"]
mod order;
#[path = "laws/overlay.rs"]
mod overlay;
#[path = "laws/paper.rs"]
mod paper;
#[path = "laws/views.rs"]
mod views;

mod folder;

use std::fs;
use std::path::{Path, PathBuf};

use arbitrary::{Arbitrary, Unstructured};
use jmap::check::{Feeling, Files, Map, NoFiles, Timeline};
use jmap::emit::{TextMode, svg};
use jmap::geom::{Point, Step};
use jmap::insight::headlines::headlines;
use jmap::insight::sentences::phrases;
use jmap::scene::{Group, Hook, Node, Outline, Scene, TextLine};
use jmap::text::Fonts;
use jmap::theme::{BUILTIN, Theme};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use folder::Folder;
use made::{Beside, Made};

/// Rounding of the scene, in points.
const ROUNDING: f64 = 0.011;

/// The example maps and the starters, by name.
fn examples() -> Vec<(String, Map)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut maps = Vec::new();
    for folder in ["maps", "templates/starters"] {
        let mut paths: Vec<PathBuf> = fs::read_dir(root.join(folder))
            .expect(folder)
            .map(|entry| entry.expect(folder).path())
            .collect();
        paths.sort();
        for path in paths.into_iter().filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        }) {
            let yaml = fs::read_to_string(&path).expect("a map");
            let map = read(&yaml, &Folder(root.join(folder)));
            maps.push((path.display().to_string(), map));
        }
    }
    assert!(maps.len() >= 5);
    maps
}

fn read(yaml: &str, files: &dyn Files) -> Map {
    let (map, findings) = jmap::read(yaml, files, &jmap::source::Limits::default()).judged();
    map.unwrap_or_else(|| panic!("{findings:#?}\n{yaml}"))
}

fn draw(map: &Map, theme: &str) -> Scene {
    let theme = Theme::builtin(theme).expect("a built-in theme");
    let mut fonts = Fonts::builtin();
    for font in &map.fonts {
        fonts.add(font.bytes.clone()).expect("a font");
    }
    jmap::layout::draw(map, &theme, &fonts)
}

/// Every node of a drawing, in document order.
fn walk<'s>(nodes: &'s [Node], visit: &mut dyn FnMut(&'s Node)) {
    for node in nodes {
        visit(node);
        if let Node::Group(group) = node {
            walk(&group.children, visit);
        }
    }
}

fn texts(scene: &Scene) -> Vec<&TextLine> {
    let mut lines = Vec::new();
    walk(&scene.nodes, &mut |node| {
        if let Node::Text(line) = node {
            lines.push(line);
        }
    });
    lines
}

fn hook(group: &Group, wanted: Hook) -> Option<&str> {
    group
        .hooks
        .iter()
        .find(|(hook, _)| *hook == wanted)
        .map(|(_, value)| value.as_str())
}

/// The middle of an outline's extent.
fn middle(outline: &Outline) -> Point {
    match outline {
        Outline::Circle(center, _) => *center,
        Outline::Rect(r, _) => Point {
            x: r.x + r.width / 2.0,
            y: r.y + r.height / 2.0,
        },
        Outline::Line(a, b) => Point {
            x: (a.x + b.x) / 2.0,
            y: (a.y + b.y) / 2.0,
        },
        Outline::Path(steps) => {
            let points: Vec<Point> = steps
                .iter()
                .filter_map(|step| match step {
                    Step::Move(p) | Step::Line(p) | Step::Curve(_, _, p) => Some(*p),
                    Step::Close => None,
                })
                .collect();
            let ends = |pick: fn(&Point) -> f64| {
                let values = points.iter().map(pick);
                (values.clone().fold(f64::INFINITY, f64::min)
                    + values.fold(f64::NEG_INFINITY, f64::max))
                    / 2.0
            };
            Point {
                x: ends(|p| p.x),
                y: ends(|p| p.y),
            }
        }
    }
}

/// Points of curves: score and height.
fn points(scene: &Scene) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    walk(&scene.nodes, &mut |node| {
        let Node::Group(group) = node else { return };
        let Some(score) = hook(group, Hook::Score) else {
            return;
        };
        let Some(Node::Shape(shape)) = group.children.first() else {
            panic!("a point without a marker")
        };
        points.push((score.parse().expect("a score"), middle(&shape.outline).y));
    });
    points
}

/// Law 4: equal scores at equal heights, heights proportional to scores, and no curve leaves the range of its ends.
fn curves_tell_the_scores(map: &Map, scene: &Scene) {
    let points = points(scene);
    let asked = map.stages.iter().map(|stage| &stage.cell);
    let mut asked = asked.chain(map.touchpoints.iter().map(|touchpoint| &touchpoint.cell));
    let unknown = asked.any(|cell| {
        let mut feelings = cell.emotions.iter().flat_map(|emotion| &emotion.feelings);
        feelings.any(|feeling| matches!(feeling, Feeling::Unknown(_)))
    });
    assert!(!points.is_empty() || unknown);
    let (low, high) = (map.scale.min, map.scale.max);
    if let Some(&(s0, y0)) = points.first()
        && let Some(&(s1, y1)) = points
            .iter()
            .find(|(score, _)| (score - s0).abs() > (high - low) / 4.0)
    {
        let slope = (y1 - y0) / (s1 - s0);
        assert!(slope < 0.0, "a better score stands higher");
        for (score, y) in &points {
            let expected = y0 + (score - s0) * slope;
            assert!(
                (y - expected).abs() < 6.0 * ROUNDING,
                "score {score} at {y}, expected {expected}"
            );
        }
    }
    walk(&scene.nodes, &mut |node| {
        let Node::Group(group) = node else { return };
        if hook(group, Hook::Persona).is_none() || hook(group, Hook::Score).is_some() {
            return;
        }
        for child in &group.children {
            let Node::Shape(shape) = child else { continue };
            let (Outline::Path(steps), None) = (&shape.outline, &shape.fill) else {
                continue;
            };
            let mut at = None;
            for step in steps {
                match (*step, at) {
                    (Step::Move(p), _) => at = Some(p),
                    (Step::Curve(a, b, end), Some(start)) => {
                        let start: Point = start;
                        let (low, high) =
                            (start.y.min(end.y) - ROUNDING, start.y.max(end.y) + ROUNDING);
                        assert!(
                            (low..=high).contains(&a.y) && (low..=high).contains(&b.y),
                            "{start:?} {step:?}"
                        );
                        at = Some(end);
                    }
                    other => panic!("a curve is made of curves: {other:?}"),
                }
            }
        }
    });
}

/// A text without spaces, quotation marks, what is seen only where a line breaks, and what only turns the letters' direction.
fn squeeze(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .filter(|c| !c.is_whitespace() && !turns(*c))
        .filter(|c| !"“”„‟‘’«»‹›「」『』\u{200b}\u{ad}".contains(*c))
        .collect()
}

/// Law 1: nothing is left out or shortened: every text of the map stands in the drawing, whole.
fn every_text_is_drawn(map: &Map, scene: &Scene) {
    let drawn: String = texts(scene)
        .iter()
        .map(|text| squeeze(&text.line.text))
        .collect();
    let mut wanted: Vec<&str> = vec![&map.title.text];
    wanted.extend(map.scenario.iter().map(|text| &*text.text));
    for persona in &map.personas {
        wanted.push(&persona.name.text);
        let more = persona
            .role
            .iter()
            .chain(&persona.quote)
            .chain(&persona.goals)
            .chain(&persona.needs);
        wanted.extend(more.map(|text| &*text.text));
    }
    wanted.extend(map.channels.iter().map(|channel| &*channel.name.text));
    wanted.extend(map.evidence.iter().map(|source| &*source.name.text));
    wanted.extend(map.kpis.iter().map(|kpi| &*kpi.name.text));
    wanted.extend(map.pain_points.iter().map(|pain| &*pain.text.text));
    let cells = map
        .stages
        .iter()
        .map(|stage| &stage.cell)
        .chain(map.touchpoints.iter().map(|t| &t.cell));
    for cell in cells {
        let voices = cell.thoughts.iter().chain(&cell.quotes).chain(&cell.gains);
        wanted.extend(voices.map(|voice| &*voice.text.text));
        wanted.extend(
            cell.opportunities
                .iter()
                .map(|opportunity| &*opportunity.text.text),
        );
        let plain = cell
            .frontstage
            .iter()
            .chain(&cell.backstage)
            .chain(&cell.support)
            .chain(&cell.notes);
        wanted.extend(plain.map(|text| &*text.text));
    }
    for stage in &map.stages {
        wanted.push(&stage.name.text);
        let more = stage
            .time
            .iter()
            .chain(&stage.goal)
            .chain(&stage.repeats)
            .chain(&stage.entry)
            .chain(&stage.exit)
            .chain(&stage.owner);
        wanted.extend(more.map(|text| &*text.text));
    }
    for touchpoint in &map.touchpoints {
        wanted.push(&touchpoint.name.text);
        wanted.extend(touchpoint.departments.iter().map(|text| &*text.text));
        let conditions = touchpoint.next.iter().filter_map(|way| way.when.as_ref());
        wanted.extend(conditions.map(|text| &*text.text));
    }
    let told: Vec<String> = headlines(map)
        .iter()
        .flat_map(|headline| phrases(map, headline))
        .flat_map(|phrase| [phrase.label, phrase.text])
        .collect();
    wanted.extend(told.iter().map(String::as_str));
    for text in wanted {
        assert!(drawn.contains(&squeeze(text)), "not drawn: {text:?}");
    }
}

/// A part of the time axis: the moment, the middle of its first shape, its lines of text.
struct Timed<'s> {
    time: f64,
    x: f64,
    texts: Vec<&'s TextLine>,
    touchpoint: bool,
}

fn timed(scene: &Scene) -> Vec<Timed<'_>> {
    let mut found = Vec::new();
    walk(&scene.nodes, &mut |node| {
        let Node::Group(group) = node else { return };
        let Some(time) = hook(group, Hook::Time) else {
            return;
        };
        let Some(Node::Shape(shape)) = group.children.first() else {
            panic!("a moment without a mark")
        };
        let texts = group.children.iter().filter_map(|child| match child {
            Node::Text(line) => Some(line),
            _ => None,
        });
        let x = middle(&shape.outline).x;
        found.push(Timed {
            time: time.parse().expect("a number"),
            x: if scene.rtl { scene.size.width - x } else { x },
            texts: texts.collect(),
            touchpoint: hook(group, Hook::Touchpoint).is_some(),
        });
    });
    found
}

/// Ticks and touchpoints stand in the order of time, every touchpoint's time lies between its neighbouring ticks in proportion
/// to the other touchpoints, its mark stands in the middle of its column, and no two labels of ticks touch.
fn the_axis_tells_the_time(map: &Map, scene: &Scene) {
    let timed = timed(scene);
    let (touchpoints, ticks): (Vec<&Timed>, Vec<&Timed>) =
        timed.iter().partition(|timed| timed.touchpoint);
    let finite = !matches!(map.timeline, Timeline::Phases);
    let drawn = finite && map.lanes.iter().any(|lane| &*lane.id == "timeline");
    assert_eq!(
        touchpoints.len(),
        if drawn { map.touchpoints.len() } else { 0 }
    );
    for (mark, touchpoint) in touchpoints.iter().zip(&map.touchpoints) {
        let at = touchpoint.at.as_ref().and_then(|at| at.value);
        assert_eq!(Some(mark.time), at);
    }
    let centres = column_centres(map, scene);
    for (mark, centre) in touchpoints.iter().zip(&centres) {
        assert!(
            (mark.x - centre).abs() < 2.0 * ROUNDING,
            "{} {centre}",
            mark.x
        );
    }
    for marks in [&touchpoints, &ticks] {
        for pair in marks.windows(2) {
            assert!(pair[0].time <= pair[1].time && pair[0].x <= pair[1].x);
        }
    }
    // Straight from each touchpoint to the next: a tick between them stands where its time is between theirs.
    for pair in touchpoints.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        for tick in ticks.iter().filter(|t| a.time < t.time && t.time < b.time) {
            let part = (tick.time - a.time) / (b.time - a.time);
            let expected = a.x + part * (b.x - a.x);
            assert!(
                (tick.x - expected).abs() < 3.0 * ROUNDING,
                "{} at {}, expected {expected}",
                tick.time,
                tick.x
            );
        }
        for tick in ticks.iter().filter(|t| a.time == t.time) {
            assert!(tick.x <= a.x + ROUNDING);
        }
    }
    let mut ends: Vec<(f64, f64)> = ticks
        .iter()
        .filter_map(|tick| {
            let edges = tick.texts.iter().map(|t| (t.at.x, t.at.x + t.line.width));
            edges.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
        })
        .collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert!(
        ends.windows(2).all(|pair| pair[0].1 < pair[1].0),
        "{ends:?}"
    );
}

/// The middle of each touchpoint's column, from the cards of the touchpoints, counted from where reading starts.
fn column_centres(map: &Map, scene: &Scene) -> Vec<f64> {
    let mut centres = Vec::new();
    walk(&scene.nodes, &mut |node| {
        let Node::Group(row) = node else { return };
        if hook(row, Hook::Lane) != Some("touchpoints") {
            return;
        }
        for child in &row.children {
            let Node::Group(cell) = child else { continue };
            if let (Some(_), Some(Node::Shape(card))) =
                (hook(cell, Hook::Touchpoint), cell.children.first())
            {
                let x = middle(&card.outline).x;
                centres.push(if scene.rtl { scene.size.width - x } else { x });
            }
        }
    });
    let listed = map.lanes.iter().any(|lane| &*lane.id == "touchpoints");
    assert_eq!(
        centres.len(),
        if listed { map.touchpoints.len() } else { 0 }
    );
    centres
}

fn laws(map: &Map, scene: &Scene) {
    assert_eq!(jmap::scene::verify(scene), Vec::<String>::new());
    curves_tell_the_scores(map, scene);
    every_text_is_drawn(map, scene);
    arcs::keep_clear_of_texts(scene);
    arcs::every_way_has_its_figure(map, scene);
    funnel::bars_are_proportional(map, scene);
    blueprint::lines_part_the_zones(map, scene);
    blueprint::links_cross_no_text(scene);
    the_axis_tells_the_time(map, scene);
    evidence::claims_name_their_sources(map, scene);
    evidence::what_rests_on_nothing_is_dotted(map, scene);
    contrast::texts_can_be_read(scene);
    order::cells_stand_in_the_order_of_columns(scene);
}

#[test]
fn the_laws_hold_for_every_example_in_every_theme() {
    for (name, map) in examples() {
        for (theme, _) in BUILTIN {
            println!("{name} in {theme}");
            let scene = draw(&map, theme);
            laws(&map, &scene);
            assert_eq!(
                jmap::scene::missing_glyphs(&scene),
                [],
                "characters that no font has"
            );
        }
    }
}

#[test]
fn the_same_map_gives_the_same_bytes_on_every_thread() {
    let examples = |_| -> Vec<Vec<u8>> {
        examples()
            .iter()
            .map(|(_, map)| svg::write(&draw(map, "default"), &TextMode::Embed.into()))
            .collect()
    };
    let here = examples(0);
    let threads: Vec<_> = (1..3)
        .map(|at| std::thread::spawn(move || examples(at)))
        .collect();
    for thread in threads {
        assert!(thread.join().expect("a drawing") == here);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_hold_for_maps_that_are_made_up(yaml in generate::map()) {
        let map = read(&yaml, &NoFiles);
        laws(&map, &draw(&map, "default"));
    }

    #[test]
    fn the_laws_hold_for_two_maps_that_are_made_up((one, other) in (generate::map(), generate::map())) {
        let (first, second) = (read(&one, &NoFiles), read(&other, &NoFiles));
        overlay::laws(&first, &second, &overlay::draw(&first, &second, "default"));
    }
}

/// Maps in which every key of the language may stand, in many scripts, on all scales and timelines.
fn whole_maps() -> impl Strategy<Value = Made> {
    let bytes = proptest::collection::vec(any::<u8>(), 0..2000);
    let made = |bytes: Vec<u8>| Made::arbitrary(&mut Unstructured::new(&bytes)).expect("a map");
    bytes
        .prop_map(made)
        .prop_filter("is sound", |made| !made.odd)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, rng_seed: RngSeed::Fixed(6), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_hold_for_maps_with_every_key(made in whole_maps()) {
        let map = read(&made.yaml, &Beside::default());
        let theme = BUILTIN[made.way % BUILTIN.len()].0;
        let scene = draw(&map, theme);
        laws(&map, &scene);
        let here = svg::write(&scene, &TextMode::Embed.into());
        let there = std::thread::spawn(move || {
            let map = read(&made.yaml, &Beside::default());
            svg::write(&draw(&map, theme), &TextMode::Embed.into())
        });
        prop_assert!(there.join().expect("a drawing") == here);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn time_widens_columns_and_never_narrows_them(yaml in generate::map(), times in generate::timeline()) {
        let phases = read(&yaml, &NoFiles);
        let timed = generate::with_times(&yaml, &times);
        let map = read(&timed, &NoFiles);
        let scene = draw(&map, "default");
        laws(&map, &scene);
        let (before, after) = (draw(&phases, "default"), scene);
        // A page that is as wide as its words is at least as wide with time.
        prop_assert!(after.size.width >= before.size.width - ROUNDING);
        let widths = |scene: &Scene| cards(scene);
        if before.size.width > 861.0 {
            for (now, least) in widths(&after).iter().zip(widths(&before)) {
                prop_assert!(*now >= least - 2.0 * ROUNDING, "{now} {least}");
            }
        }
    }
}

/// Widths of the touchpoints' cards.
fn cards(scene: &Scene) -> Vec<f64> {
    let mut widths = Vec::new();
    walk(&scene.nodes, &mut |node| {
        let Node::Group(row) = node else { return };
        if hook(row, Hook::Lane) != Some("touchpoints") {
            return;
        }
        for child in &row.children {
            let Node::Group(cell) = child else { continue };
            if let Some(Node::Shape(card)) = cell.children.first()
                && let (Some(_), Outline::Rect(place, _)) =
                    (hook(cell, Hook::Touchpoint), &card.outline)
            {
                widths.push(place.width);
            }
        }
    });
    widths
}
