//! The laws hold for every cut of every example map, and what is cut is gone.

use jmap::check::Map;
use jmap::emit::{TextMode, svg};
use jmap::view::{Audience, Refusal, View, cut};

use super::{curves_tell_the_scores, draw, examples, points, read};

/// What the public sees, every audience, in the open and in private, and every persona and stage for itself.
fn views(map: &Map) -> Vec<View> {
    let mut views = vec![public(View::default())];
    for audience in [Audience::Exec, Audience::Team, Audience::Blueprint] {
        let view = View {
            audience: Some(audience),
            ..View::default()
        };
        views.extend([view.clone(), public(view)]);
    }
    views.extend(map.personas.iter().map(|persona| View {
        personas: vec![persona.id.to_string()],
        ..View::default()
    }));
    views.extend(map.stages.iter().step_by(3).map(|stage| View {
        stages: vec![stage.name.text.to_string()],
        ..View::default()
    }));
    views.extend(map.lanes.last().map(|lane| View {
        lanes: vec![lane.id.to_string()],
        ..View::default()
    }));
    views
}

fn public(view: View) -> View {
    View {
        public: true,
        ..view
    }
}

#[test]
fn every_cut_of_every_example_is_drawn_by_the_laws() {
    for (name, map) in examples() {
        for view in views(&map) {
            println!("{name}: {view:?}");
            let part = cut(map.clone(), &view).expect("something remains");
            let scene = draw(&part, "default");
            assert_eq!(jmap::scene::verify(&scene), Vec::<String>::new());
            if !points(&scene).is_empty() {
                curves_tell_the_scores(&part, &scene);
            }
            let again = cut(
                part.clone(),
                &View {
                    stages: Vec::new(),
                    personas: Vec::new(),
                    lanes: Vec::new(),
                    // Pain points that an audience does not see have a number for the public, unless they are cut before.
                    public: view.public && view.audience.is_none(),
                    ..view
                },
            );
            let again = draw(&again.expect("the same"), "default");
            let dump = |scene| jmap::scene::dump(scene);
            assert_eq!(dump(&scene), dump(&again), "a cut twice is a cut once");
        }
    }
}

/// A word that must not get into a public drawing, wherever a map can say `internal` or has what the public does not see.
const SECRETS: &str = "
title: Renewing a passport
owner: Secret owner
goals: [Fewer visits, {text: Secret goal, internal: true}]
stakeholders: [Secret stakeholder]
personas:
  ana: Ana
  spy: {name: Secret persona, role: Secret role, internal: true}
channels: {desk: Desk, back: {name: Secret channel, internal: true}}
evidence:
  survey: {name: Open survey, kind: survey}
  audit: {name: Secret audit, kind: document, internal: true}
kpis:
  days: {name: Days, value: 3, target: 5, evidence: [survey, audit]}
  margin: {name: Secret margin, value: 3, target: 4, internal: true}
lanes: [rest, {id: risk, title: Secret lane, internal: true}, {id: open, title: Open lane}]
stages:
  - name: Apply
    owner: Secret department
    notes: Secret note
    touchpoints:
      - name: Fills in the form
        channel: [desk, back]
        emotion: {ana: {score: 1, feeling: calm, evidence: audit}, spy: {score: -1, feeling: Secret feeling}}
        thoughts: [Fine, {text: Secret thought, internal: true}, {text: Secret voice, persona: spy}]
        quotes: {text: Secret quote, internal: true}
        gains: {text: Secret gain, internal: true}
        pain_points:
          - {id: open, text: Long form}
          - {id: closed, text: Secret pain, internal: true}
        opportunities:
          - {text: Shorter form, owner: Secret team, effort: high, solves: [open, closed]}
          - {text: Secret idea, internal: true}
        cells: {risk: Secret risk, open: Open text}
        next:
          - {to: secret-check, share: 0.4}
          - {to: signs, share: 0.5}
          - {to: leave, share: 0.1, when: Secret reason, internal: true}
      - {name: Secret check, internal: true, channel: back, emotion: -1, image: no.png}
      - {name: Signs, channel: desk, emotion: {feeling: Secret mood, score: 2, internal: true}}
  - name: Secret stage
    internal: true
    touchpoints: [{name: Secret step, channel: back, emotion: 0}]
";

#[test]
fn a_public_map_keeps_its_secrets() {
    let yaml = SECRETS.replace(", image: no.png", "");
    let map = read(&yaml, &jmap::check::NoFiles);
    let whole = drawn(&map);
    for secret in yaml.match_indices("Secret ").map(|(at, _)| &yaml[at..]) {
        let words: Vec<&str> = secret.split([',', '}', '\n', ']']).take(1).collect();
        let word = words.concat().replace("Secret ", "");
        assert!(whole.contains(&word), "not even in the whole map: {word}");
    }
    let part = cut(map, &public(View::default())).expect("something remains");
    let public = drawn(&part);
    assert!(
        !public.contains("Secret") && !public.contains("secret"),
        "{public}"
    );
    for open in [
        "Fewer visits",
        "Long form",
        "Shorter form",
        "Open survey",
        "Open text",
        "Signs",
    ] {
        assert!(public.contains(open), "{open}");
    }
    let first = &part.touchpoints[0];
    assert_eq!(
        first.next.len(),
        1,
        "the way to the secret check leads to what follows it"
    );
    assert_eq!(first.next[0].to, Some(1));
    assert!((first.next[0].share.expect("a share") - 0.9).abs() < 1e-9);
    assert_eq!(part.pain_points.len(), 1);
    assert_eq!(first.cell.opportunities[0].effort, None);
    assert_eq!(part.kpis[0].evidence, vec![0]);
}

fn drawn(map: &Map) -> String {
    let scene = draw(map, "default");
    let mut text = format!("{:?}{:?}", scene.title, scene.description);
    text += &String::from_utf8(svg::write(&scene, &TextMode::System.into())).expect("UTF-8");
    text
}

#[test]
fn a_cut_says_what_it_does_not_find() {
    let (_, map) = examples().swap_remove(0);
    let view = View {
        personas: vec!["nobody".into()],
        ..View::default()
    };
    let refusal = cut(map.clone(), &view).expect_err("there is nobody");
    assert!(matches!(
        refusal,
        Refusal::Unknown {
            kind: "persona",
            ..
        }
    ));
    let mut hidden = map;
    for persona in &mut hidden.personas {
        persona.internal = true;
    }
    let refusal = cut(hidden, &public(View::default())).expect_err("nobody remains");
    assert_eq!(
        refusal.to_string(),
        "nothing is left to draw: no persona remains"
    );
}
