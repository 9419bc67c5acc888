//! Two maps side by side: what they share, what only one of them has, and scores on one scale.
//!
//! Stages, personas and channels are the same where their ids are; touchpoints where their ids are and they stand in the
//! same stage. Names and order may differ.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::check::{Map, PersonaIx, Scale, StageIx, Text, TouchpointIx};

/// Two maps, and what they have in common. Pairs hold the first map's position and then the second's, in the first map's
/// order.
#[derive(Clone, Debug)]
pub struct Comparison<'m> {
    /// The map that is drawn.
    pub first: &'m Map,
    /// The map that it is compared with.
    pub second: &'m Map,
    /// Stages that both have.
    pub stages: Vec<(StageIx, StageIx)>,
    /// Touchpoints that both have in a stage that both have.
    pub touchpoints: Vec<(TouchpointIx, TouchpointIx)>,
    /// Personas that both have.
    pub personas: Vec<(PersonaIx, PersonaIx)>,
    /// What only the first map has, and what only the second has.
    pub only: [Only<'m>; 2],
    /// From the second map's positions to the first's.
    back: [BTreeMap<usize, usize>; 2],
}

/// The names of what only one map has, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Only<'m> {
    /// Stages.
    pub stages: Vec<&'m Text>,
    /// Touchpoints of stages that both maps have; those of a stage that one map lacks are lacking with it.
    pub touchpoints: Vec<&'m Text>,
    /// Channels.
    pub channels: Vec<&'m Text>,
    /// Personas.
    pub personas: Vec<&'m Text>,
}

impl Only<'_> {
    /// Whether there is nothing of the kind.
    pub fn is_empty(&self) -> bool {
        *self == Only::default()
    }
}

/// Compares two maps.
pub fn compare<'m>(first: &'m Map, second: &'m Map) -> Comparison<'m> {
    let stages = pairs(
        ids(&first.stages, |stage| &stage.id),
        ids(&second.stages, |stage| &stage.id),
    );
    let personas = pairs(
        ids(&first.personas, |persona| &persona.id),
        ids(&second.personas, |persona| &persona.id),
    );
    let channels = pairs(
        ids(&first.channels, |channel| &channel.id),
        ids(&second.channels, |channel| &channel.id),
    );
    let mut touchpoints = Vec::new();
    for &(one, other) in &stages {
        let of = |map: &'m Map, stage: StageIx| -> Vec<(TouchpointIx, &'m Rc<str>)> {
            let range = map.stages[stage].touchpoints.clone();
            range
                .map(|ix| (ix, &map.touchpoints[ix].known_as))
                .collect()
        };
        touchpoints.extend(pairs(of(first, one), of(second, other)));
    }
    let only = |map: &'m Map, mine: fn(&(usize, usize)) -> usize| {
        let without = |all: Vec<&'m Text>, pairs: &[(usize, usize)]| -> Vec<&'m Text> {
            let both: BTreeSet<usize> = pairs.iter().map(mine).collect();
            let lone = all
                .into_iter()
                .enumerate()
                .filter(|(ix, _)| !both.contains(ix));
            lone.map(|(_, name)| name).collect()
        };
        let shared: BTreeSet<usize> = stages.iter().map(mine).collect();
        let both: BTreeSet<usize> = touchpoints.iter().map(mine).collect();
        let lone = map.touchpoints.iter().enumerate();
        let lone = lone.filter(|(ix, t)| shared.contains(&t.stage) && !both.contains(ix));
        Only {
            stages: without(
                map.stages.iter().map(|stage| &stage.name).collect(),
                &stages,
            ),
            touchpoints: lone.map(|(_, touchpoint)| &touchpoint.name).collect(),
            channels: without(map.channels.iter().map(|c| &c.name).collect(), &channels),
            personas: without(map.personas.iter().map(|p| &p.name).collect(), &personas),
        }
    };
    let back = [&personas, &touchpoints].map(|pairs| {
        let turned = pairs.iter().map(|&(one, other)| (other, one));
        turned.collect::<BTreeMap<_, _>>()
    });
    Comparison {
        back,
        only: [only(first, |pair| pair.0), only(second, |pair| pair.1)],
        first,
        second,
        stages,
        touchpoints,
        personas,
    }
}

/// Whether two maps share no stage.
pub fn nothing_in_common(first: &Map, second: &Map) -> bool {
    compare(first, second).stages.is_empty()
}

fn ids<T>(all: &[T], id: impl Fn(&T) -> &Rc<str>) -> Vec<(usize, &Rc<str>)> {
    all.iter().map(id).enumerate().collect()
}

/// Positions with the same id, in the order of the first.
fn pairs(first: Vec<(usize, &Rc<str>)>, second: Vec<(usize, &Rc<str>)>) -> Vec<(usize, usize)> {
    let places: BTreeMap<&Rc<str>, usize> = second.into_iter().map(|(ix, id)| (id, ix)).collect();
    let found = |(ix, id)| places.get(id).map(|&other| (ix, other));
    first.into_iter().filter_map(found).collect()
}

impl Comparison<'_> {
    /// The first map's persona that is the same as one of the second.
    pub fn persona(&self, second: PersonaIx) -> Option<PersonaIx> {
        self.back[0].get(&second).copied()
    }

    /// The first map's touchpoint that is the same as one of the second.
    pub fn touchpoint(&self, second: TouchpointIx) -> Option<TouchpointIx> {
        self.back[1].get(&second).copied()
    }

    /// A score of the second map on the first map's scale: straight from the worst to neutral, and from neutral to the
    /// best.
    pub fn on_first_scale(&self, score: f64) -> f64 {
        let (from, to) = (&self.second.scale, &self.first.scale);
        let part =
            |score: f64, scale: &Scale, end: f64| (score - scale.neutral) / (end - scale.neutral);
        let placed = if score < from.neutral {
            to.neutral + part(score, from, from.min) * (to.min - to.neutral)
        } else {
            to.neutral + part(score, from, from.max) * (to.max - to.neutral)
        };
        placed.clamp(to.min, to.max)
    }

    /// What the two maps are called where they stand together: their titles, with their states where these differ, and
    /// numbered where nothing tells them apart.
    pub fn names(&self) -> [String; 2] {
        let (first, second) = (self.first, self.second);
        let state = |map: &Map| {
            map.state
                .map(|state| first.words.get(state.into()).to_owned())
        };
        let name = |map: &Map| match state(map).filter(|_| first.state != second.state) {
            Some(state) => format!("{} · {state}", map.title.text),
            None => map.title.text.to_string(),
        };
        let (one, other) = (name(first), name(second));
        if one == other {
            [format!("{one} (1)"), format!("{other} (2)")]
        } else {
            [one, other]
        }
    }
}
