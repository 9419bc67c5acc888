//! What rests on what can be seen: claims name their sources, and what rests on nothing is dotted.

use std::collections::BTreeMap;

use jmap::check::{Cell, EvidenceIx, EvidenceKind, Feeling, Map};
use jmap::geom::{Point, Step};
use jmap::scene::{Hook, Node, Outline, Scene, Shape};

use crate::{ROUNDING, hook, middle, squeeze, texts, walk};

/// Every text that names sources is followed by their numbers.
pub fn claims_name_their_sources(map: &Map, scene: &Scene) {
    let drawn: String = texts(scene)
        .iter()
        .map(|text| squeeze(&text.line.text))
        .collect();
    let mut claims: Vec<(&str, &[EvidenceIx])> = Vec::new();
    for persona in &map.personas {
        let role = persona.role.as_ref().map_or("", |role| &role.text);
        claims.push((role, &persona.evidence));
    }
    claims.extend(
        map.kpis
            .iter()
            .map(|kpi| (&*kpi.name.text, &kpi.evidence[..])),
    );
    for pain in &map.pain_points {
        claims.push((&pain.text.text, &pain.evidence));
    }
    for cell in cells(map) {
        let voices = cell.thoughts.iter().chain(&cell.quotes).chain(&cell.gains);
        claims.extend(voices.map(|voice| (&*voice.text.text, &voice.evidence[..])));
        claims.push(("", &cell.evidence));
    }
    for (text, sources) in claims {
        let numbers: Vec<String> = (0..map.evidence.len())
            .filter(|source| sources.contains(source))
            .map(|source| match map.evidence[source].kind {
                Some(EvidenceKind::Assumption) => format!("{}?", source + 1),
                _ => (source + 1).to_string(),
            })
            .collect();
        if numbers.is_empty() {
            continue;
        }
        let wanted = squeeze(&format!("{text}[{}]", numbers.join(", ")));
        assert!(drawn.contains(&wanted), "not drawn: {wanted:?}");
    }
}

fn cells(map: &Map) -> impl Iterator<Item = &Cell> {
    let stages = map.stages.iter().map(|stage| &stage.cell);
    stages.chain(map.touchpoints.iter().map(|touchpoint| &touchpoint.cell))
}

/// Points and pieces of curve are of dots where a score rests on nothing though the map has a ledger, and nowhere else.
pub fn what_rests_on_nothing_is_dotted(map: &Map, scene: &Scene) {
    let expected = assumed(map);
    let mut points: BTreeMap<&str, Vec<(Point, bool)>> = BTreeMap::new();
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    walk(&scene.nodes, &mut |node| {
        let Node::Group(group) = node else { return };
        if hook(group, Hook::Score).is_none() {
            return;
        }
        let persona = hook(group, Hook::Persona).expect("a persona");
        let place = hook(group, Hook::Touchpoint).or(hook(group, Hook::Stage));
        let place = place.expect("a place");
        let count = seen.entry((persona, place)).or_default();
        let assumed = expected[&(persona.to_owned(), place.to_owned())][*count];
        *count += 1;
        let Some(Node::Shape(shape)) = group.children.first() else {
            panic!("a point without a marker")
        };
        assert_eq!(dashed(shape), assumed, "{persona} at {place}");
        let spoken = group.name.as_deref().unwrap_or_default();
        let word = map.words.get(jmap::check::Word::Assumed);
        assert_eq!(spoken.contains(word), assumed, "{spoken}");
        points
            .entry(persona)
            .or_default()
            .push((middle(&shape.outline), assumed));
    });
    walk(&scene.nodes, &mut |node| {
        let Node::Group(group) = node else { return };
        let (Some(persona), None) = (hook(group, Hook::Persona), hook(group, Hook::Score)) else {
            return;
        };
        for child in &group.children {
            let Node::Shape(shape) = child else { continue };
            let (Outline::Path(steps), None) = (&shape.outline, &shape.fill) else {
                continue;
            };
            // The middle of a triangle's extent is not quite its place.
            let is_assumed = |p: Point| {
                let near =
                    |other: &Point| (other.x - p.x).abs() < 0.5 && (other.y - p.y).abs() < 0.5;
                let mut there = points[persona].iter().filter(|(other, _)| near(other));
                there.next().expect("curves run from point to point").1
            };
            let ends: Vec<bool> = steps
                .iter()
                .filter_map(|step| match step {
                    Step::Move(p) | Step::Curve(_, _, p) => Some(is_assumed(*p)),
                    Step::Line(_) | Step::Close => None,
                })
                .collect();
            let dots = shape.stroke.as_ref().is_some_and(|stroke| {
                let dots = stroke.dash.iter().step_by(2);
                stroke.round
                    && dots.clone().count() > 0
                    && dots.clone().all(|dot| *dot < 1.0 + ROUNDING)
            });
            for pair in ends.windows(2) {
                assert_eq!(pair[0] || pair[1], dots, "{persona}: {shape:?}");
            }
        }
    });
}

fn dashed(shape: &Shape) -> bool {
    shape
        .stroke
        .as_ref()
        .is_some_and(|stroke| !stroke.dash.is_empty())
}

/// For each persona and place, by ids, whether its scores are assumed, in order.
fn assumed(map: &Map) -> BTreeMap<(String, String), Vec<bool>> {
    let stages = map.stages.iter().map(|stage| (&stage.id, &stage.cell));
    let touchpoints = map.touchpoints.iter().map(|t| (&t.id, &t.cell));
    let mut all: BTreeMap<(String, String), Vec<bool>> = BTreeMap::new();
    // A stage may have the id of a touchpoint; the stage comes first, as in the drawing.
    for (place, cell) in stages.chain(touchpoints) {
        for emotion in &cell.emotions {
            let key = (
                map.personas[emotion.persona].id.to_string(),
                place.to_string(),
            );
            let scores = emotion.feelings.iter().filter_map(|feeling| match feeling {
                Feeling::Score(score) => Some(score),
                Feeling::Unknown(_) => None,
            });
            let rests = scores.map(|score| {
                let mut sources = score.evidence.iter().chain(&cell.evidence);
                sources.any(|&source| map.evidence[source].kind != Some(EvidenceKind::Assumption))
            });
            let ledger = !map.evidence.is_empty();
            all.entry(key)
                .or_default()
                .extend(rests.map(|rests| ledger && !rests));
        }
    }
    all
}
