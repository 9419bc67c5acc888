//! Positions: everything that remains refers to where things stand among what remains.

use crate::check::{
    Cell, Emotion, Map, Moment, Next, PersonaIx, Timeline, Touchpoint, TouchpointIx,
};

/// For each thing of a map whether it remains.
pub(super) struct Remains {
    pub personas: Vec<bool>,
    pub channels: Vec<bool>,
    pub evidence: Vec<bool>,
    pub kpis: Vec<bool>,
    pub stages: Vec<bool>,
    pub touchpoints: Vec<bool>,
    pub pain_points: Vec<bool>,
}

impl Remains {
    /// Everything remains.
    pub fn all(map: &Map) -> Remains {
        Remains {
            personas: vec![true; map.personas.len()],
            channels: vec![true; map.channels.len()],
            evidence: vec![true; map.evidence.len()],
            kpis: vec![true; map.kpis.len()],
            stages: vec![true; map.stages.len()],
            touchpoints: vec![true; map.touchpoints.len()],
            pain_points: vec![true; map.pain_points.len()],
        }
    }

    /// Whether something concerns somebody who remains; empty: everybody.
    pub fn concerns(&self, personas: &[PersonaIx]) -> bool {
        personas.is_empty() || personas.iter().any(|&persona| self.personas[persona])
    }

    /// The cells that remain, the stages' first.
    pub fn cells<'m>(&'m self, map: &'m Map) -> impl Iterator<Item = &'m Cell> {
        let stages = map.stages.iter().zip(&self.stages);
        let touchpoints = map.touchpoints.iter().zip(&self.touchpoints);
        stages
            .filter(|(_, kept)| **kept)
            .map(|(stage, _)| &stage.cell)
            .chain(
                touchpoints
                    .filter(|(_, kept)| **kept)
                    .map(|(at, _)| &at.cell),
            )
    }
}

/// For each old position the new one.
struct Places(Vec<Option<usize>>);

impl Places {
    fn of(kept: &[bool]) -> Places {
        let mut next = 0;
        let place = |kept: &bool| {
            kept.then(|| {
                next += 1;
                next - 1
            })
        };
        Places(kept.iter().map(place).collect())
    }

    fn get(&self, old: usize) -> Option<usize> {
        self.0.get(old).copied().flatten()
    }

    fn move_one(&self, old: &mut Option<usize>) {
        *old = old.and_then(|old| self.get(old));
    }

    fn move_all(&self, all: &mut Vec<usize>) {
        *all = all.iter().filter_map(|&old| self.get(old)).collect();
    }
}

struct Remap<'r> {
    remains: &'r Remains,
    personas: Places,
    channels: Places,
    evidence: Places,
    kpis: Places,
    stages: Places,
    touchpoints: Places,
    pain_points: Places,
}

/// Takes out what does not remain.
pub(super) fn remap(map: Map, remains: &Remains) -> Map {
    let remap = Remap {
        remains,
        personas: Places::of(&remains.personas),
        channels: Places::of(&remains.channels),
        evidence: Places::of(&remains.evidence),
        kpis: Places::of(&remains.kpis),
        stages: Places::of(&remains.stages),
        touchpoints: Places::of(&remains.touchpoints),
        pain_points: Places::of(&remains.pain_points),
    };
    remap.map(map)
}

impl Remap<'_> {
    fn map(&self, mut map: Map) -> Map {
        let remains = self.remains;
        map.timeline = self.timeline(&map);
        let ways: Vec<Vec<Next>> = (0..map.touchpoints.len())
            .map(|from| self.ways(&map, from))
            .collect();
        for (touchpoint, ways) in map.touchpoints.iter_mut().zip(ways) {
            touchpoint.next = ways;
        }
        keep(&mut map.personas, &remains.personas);
        keep(&mut map.channels, &remains.channels);
        keep(&mut map.evidence, &remains.evidence);
        keep(&mut map.kpis, &remains.kpis);
        keep(&mut map.stages, &remains.stages);
        keep(&mut map.touchpoints, &remains.touchpoints);
        keep(&mut map.pain_points, &remains.pain_points);

        for goal in &mut map.goals {
            self.kpis.move_one(&mut goal.kpi);
        }
        for persona in &mut map.personas {
            self.evidence.move_all(&mut persona.evidence);
        }
        let mut homeless = Vec::new();
        for (at, kpi) in map.kpis.iter_mut().enumerate() {
            self.evidence.move_all(&mut kpi.evidence);
            let had_stage = kpi.stage.is_some();
            self.stages.move_one(&mut kpi.stage);
            homeless.extend((had_stage && kpi.stage.is_none()).then_some(at));
            self.touchpoints.move_one(&mut kpi.touchpoint);
        }
        for pain_point in &mut map.pain_points {
            self.evidence.move_all(&mut pain_point.evidence);
            self.personas.move_all(&mut pain_point.personas);
        }
        for touchpoint in &mut map.touchpoints {
            self.touchpoint(touchpoint, map.personas.len());
        }
        let mut first = 0;
        for (at, stage) in map.stages.iter_mut().enumerate() {
            self.kpis.move_all(&mut stage.kpis);
            self.cell(&mut stage.cell);
            self.emotions(&mut stage.overlaid);
            let own = map.touchpoints.iter().filter(|of| of.stage == at).count();
            stage.touchpoints = first..first + own;
            first += own;
        }
        for at in homeless {
            let mut stages = map.stages.iter();
            map.kpis[at].stage = stages.position(|stage| stage.kpis.contains(&at));
        }
        unnumber(&mut map);
        map
    }

    fn touchpoint(&self, touchpoint: &mut Touchpoint, personas: usize) {
        touchpoint.stage = self.stages.get(touchpoint.stage).unwrap_or_default();
        self.channels.move_all(&mut touchpoint.channels);
        self.personas.move_all(&mut touchpoint.personas);
        touchpoint.personas_given &= touchpoint.personas.len() < personas;
        self.kpis.move_all(&mut touchpoint.kpis);
        self.cell(&mut touchpoint.cell);
    }

    fn emotions(&self, emotions: &mut Vec<Emotion>) {
        emotions.retain_mut(|emotion| match self.personas.get(emotion.persona) {
            Some(persona) => {
                emotion.persona = persona;
                true
            }
            None => false,
        });
        let scores = emotions
            .iter_mut()
            .flat_map(|emotion| &mut emotion.feelings);
        for feeling in scores {
            if let crate::check::Feeling::Score(score) = feeling {
                self.evidence.move_all(&mut score.evidence);
            }
        }
    }

    fn cell(&self, cell: &mut Cell) {
        self.emotions(&mut cell.emotions);
        for voices in [&mut cell.thoughts, &mut cell.quotes, &mut cell.gains] {
            voices.retain(|voice| self.remains.concerns(&voice.personas));
            for voice in voices {
                self.personas.move_all(&mut voice.personas);
                self.evidence.move_all(&mut voice.evidence);
            }
        }
        self.pain_points.move_all(&mut cell.pain_points);
        self.evidence.move_all(&mut cell.evidence);
        for opportunity in &mut cell.opportunities {
            self.kpis.move_one(&mut opportunity.kpi);
            self.pain_points.move_all(&mut opportunity.solves);
        }
    }

    /// The ways on from a touchpoint, to what remains.
    fn ways(&self, map: &Map, from: TouchpointIx) -> Vec<Next> {
        let mut ways: Vec<Next> = Vec::new();
        let mut into_cut_stage = None;
        for way in &map.touchpoints[from].next {
            let mut way = way.clone();
            if let Some(to) = way.to {
                if !self.remains.stages[map.touchpoints[to].stage] {
                    into_cut_stage = Some(Next { to: None, ..way });
                    continue;
                }
                way.to = (to..map.touchpoints.len()).find_map(|at| self.touchpoints.get(at));
            }
            match ways.iter_mut().find(|known| known.to == way.to) {
                Some(known) if known.when == way.when => {
                    known.share = known.share.zip(way.share).map(|(one, other)| one + other);
                }
                _ => ways.push(way),
            }
        }
        if ways.is_empty() {
            ways.extend(into_cut_stage);
        }
        ways
    }

    /// The timeline, without what lies before and after the touchpoints that remain where the first or last do not.
    fn timeline(&self, map: &Map) -> Timeline {
        let shown = || {
            let all = map.touchpoints.iter().zip(&self.remains.touchpoints);
            all.filter(|(_, kept)| **kept).map(|(at, _)| at)
        };
        let value = |moment: &Option<Moment>| moment.as_ref().and_then(|moment| moment.value);
        let cut = |end: Option<&bool>| end == Some(&false);
        let first = cut(self.remains.touchpoints.first())
            .then(|| shown().find_map(|at| value(&at.at)))
            .flatten();
        let last = cut(self.remains.touchpoints.last())
            .then(|| {
                let ends = shown().filter_map(|at| value(&at.until).or(value(&at.at)));
                ends.reduce(f64::max)
            })
            .flatten();
        match map.timeline.clone() {
            Timeline::Phases => Timeline::Phases,
            Timeline::Relative {
                unit,
                from,
                to,
                origin,
            } => Timeline::Relative {
                unit,
                from: first.unwrap_or(from),
                to: last.unwrap_or(to),
                origin,
            },
            Timeline::Absolute { from, to } => Timeline::Absolute {
                from: first.map_or(from, |first| first as i64),
                to: last.map_or(to, |last| last as i64),
            },
        }
    }
}

fn keep<T>(all: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    all.retain(|_| kept.next().is_some_and(|kept| *kept));
}

/// Pain points to which no opportunity refers any more lose their number.
fn unnumber(map: &mut Map) {
    let solved: std::collections::BTreeSet<usize> = map
        .cells()
        .flat_map(|cell| &cell.opportunities)
        .flat_map(|opportunity| opportunity.solves.iter().copied())
        .collect();
    for (at, pain_point) in map.pain_points.iter_mut().enumerate() {
        pain_point.number = pain_point.number.filter(|_| solved.contains(&at));
    }
}
