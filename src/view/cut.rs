//! What remains of a map.

use std::collections::BTreeSet;

use super::content::{STAGES, forget_but, forget_lane};
use super::remap::{Remains, remap};
use super::{Refusal, View, blank, public};
use crate::check::{Feeling, Map, Voice, has_content, unlisted_lanes};

/// Cuts a map: what is left out is nowhere in the result, and what remains refers only to what remains.
///
/// - A touchpoint remains if its stage does and one of its personas takes part; a stage, if a touchpoint of it does, or
///   if it never had one; a channel or source, if something that remains uses it, or if nothing ever did.
/// - A way to a touchpoint that is left out leads to the next one that remains, or out of the picture where there is
///   none; a way into a stage that is left out is itself left out, unless it is the only one.
/// - What is drawn for the public is cut from a map in which nothing else exists: its stages, personas and pain points are
///   counted anew.
/// - What stands in a lane that is not shown is left out; touchpoints are told by their numbers then. Where something is
///   left out, nothing is said about its absence ([`Withheld`](crate::check::Withheld)).
/// - Stages keep their numbers and colours, personas their colours and strokes, pain points their numbers.
/// - A lane that is to be blank is drawn, and what stood in it is left out.
/// - A lane that is asked for by its id is drawn, last of all, though the map does not list it.
/// - A finite timeline ends where what remains of the journey does.
pub fn cut(mut map: Map, view: &View) -> Result<Map, Refusal> {
    if *view == View::default() {
        return Ok(map);
    }
    let mut internal = Vec::new();
    if view.public {
        (map, internal) = public::of(map)?;
    }
    let whole = Told::of(&map);
    let used_before = Used::of(&map);
    for lane in &internal {
        forget_lane(&mut map, lane);
    }
    // Who asks for a lane wants to see it, whether the map lists it or not.
    let mut more = unlisted_lanes(&map);
    more.retain(|lane| view.lanes.iter().any(|asked| **asked == *lane.id));
    map.lanes.extend(more);
    let lanes = named("lane", &view.lanes, &map.lanes, |lane| {
        (lane.id.to_string(), None)
    })?;
    let personas = named("persona", &view.personas, &map.personas, |persona| {
        (persona.id.to_string(), Some(&persona.name.text))
    })?;
    let stages = named("stage", &view.stages, &map.stages, |stage| {
        (stage.id.to_string(), Some(&stage.name.text))
    })?;
    let chosen = map.lanes.iter().zip(&lanes);
    let chosen = chosen.filter(|(lane, kept)| **kept || *lane.id == *STAGES);
    map.lanes = chosen.map(|(lane, _)| lane.clone()).collect();
    if !view.lanes.is_empty() {
        forget_but(&mut map, |lane| {
            view.lanes.iter().any(|asked| asked == lane)
        });
    }
    if let Some(audience) = view.audience {
        audience.choose(&mut map);
    }
    if !view.blank.is_empty() {
        blank::empty(&mut map, &view.blank)?;
    }
    let remains = remains(&map, false, personas, stages, &used_before);
    anything(&remains)?;
    let mut map = remap(map, &remains);
    let lanes = std::mem::take(&mut map.lanes);
    map.lanes = lanes
        .into_iter()
        .filter(|lane| has_content(lane, &map))
        .collect();
    whole.withhold(&mut map);
    Ok(map)
}

/// How much there is of that which can be told to be missing.
#[derive(PartialEq)]
struct Told {
    opportunities: usize,
    touchpoints: usize,
    ways: usize,
}

impl Told {
    fn of(map: &Map) -> Told {
        let opportunities = map.cells().map(|cell| cell.opportunities.len());
        let ways = map.touchpoints.iter().map(|at| at.next.len());
        Told {
            opportunities: opportunities.sum(),
            touchpoints: map.touchpoints.len(),
            ways: ways.sum(),
        }
    }

    /// Says what of it a cut map does not tell any more.
    fn withhold(&self, map: &mut Map) {
        let rest = Told::of(map);
        let withheld = &mut map.withheld;
        withheld.answers |= rest.opportunities < self.opportunities;
        withheld.ways |= rest.touchpoints < self.touchpoints || rest.ways < self.ways;
        withheld.sources |= withheld.cell_sources;
    }
}

/// Whether there is anything left to draw.
pub(super) fn anything(remains: &Remains) -> Result<(), Refusal> {
    let kinds = [
        ("persona", &remains.personas),
        ("stage", &remains.stages),
        ("touchpoint", &remains.touchpoints),
        ("channel", &remains.channels),
    ];
    // A lane that is not shown takes its channels along.
    let nothing = |kept: &[bool]| !kept.is_empty() && !kept.contains(&true);
    match kinds.iter().find(|(_, kept)| nothing(kept)) {
        Some((kind, _)) => Err(Refusal::Empty(kind)),
        None => Ok(()),
    }
}

/// Which things of a list are named, by id or exact name; all where nothing is.
fn named<'m, T>(
    kind: &'static str,
    asked: &[String],
    all: &'m [T],
    names: impl Fn(&'m T) -> (String, Option<&'m std::rc::Rc<str>>),
) -> Result<Vec<bool>, Refusal> {
    if asked.is_empty() {
        return Ok(vec![true; all.len()]);
    }
    let mut kept = vec![false; all.len()];
    for wanted in asked {
        let by_id = all.iter().position(|thing| names(thing).0 == *wanted);
        let position = by_id.or_else(|| {
            all.iter()
                .position(|thing| names(thing).1.is_some_and(|name| **name == **wanted))
        });
        match position.and_then(|at| kept.get_mut(at)) {
            Some(kept) => *kept = true,
            None => {
                return Err(Refusal::Unknown {
                    kind,
                    asked: wanted.clone(),
                    known: all.iter().map(|thing| names(thing).0).collect(),
                });
            }
        }
    }
    Ok(kept)
}

/// What of a map remains: what is not internal, if it is for the `public`, of some personas and stages; `before` are the
/// channels and sources that were in use before anything was cut.
pub(super) fn remains(
    map: &Map,
    public: bool,
    mut personas: Vec<bool>,
    mut stages: Vec<bool>,
    before: &Used,
) -> Remains {
    let shown = |internal: bool| !(public && internal);
    for (kept, persona) in personas.iter_mut().zip(&map.personas) {
        *kept &= shown(persona.internal);
    }
    for (kept, stage) in stages.iter_mut().zip(&map.stages) {
        *kept &= shown(stage.internal);
    }
    let any = |who: &[usize]| who.iter().any(|&persona| personas[persona]);
    let touchpoints: Vec<bool> = map
        .touchpoints
        .iter()
        .map(|at| stages[at.stage] && shown(at.internal) && any(&at.personas))
        .collect();
    for (kept, stage) in stages.iter_mut().zip(&map.stages) {
        let own = &touchpoints[stage.touchpoints.clone()];
        *kept &= own.is_empty() || own.contains(&true);
    }
    let mut remains = Remains {
        channels: Vec::new(),
        evidence: Vec::new(),
        pain_points: vec![false; map.pain_points.len()],
        kpis: map
            .kpis
            .iter()
            .enumerate()
            .map(|(at, kpi)| {
                // Where a stage that is left out comes first, another one may name it.
                let mut others = map.stages.iter().enumerate();
                let mut named =
                    || others.any(|(stage, data)| stages[stage] && data.kpis.contains(&at));
                shown(kpi.internal)
                    && kpi
                        .stage
                        .is_none_or(|stage| stages[stage] || public && named())
                    && kpi.touchpoint.is_none_or(|at| touchpoints[at])
            })
            .collect(),
        personas,
        stages,
        touchpoints,
    };
    let listed: Vec<usize> = remains
        .cells(map)
        .flat_map(|cell| cell.pain_points.iter().copied())
        .collect();
    for at in listed {
        let data = &map.pain_points[at];
        remains.pain_points[at] = shown(data.internal) && remains.concerns(&data.personas);
    }
    let after = Used::by(map, &remains);
    let in_use = |at: usize, before: &BTreeSet<usize>, after: &BTreeSet<usize>| {
        after.contains(&at) || !before.contains(&at)
    };
    let channels = map.channels.iter().enumerate();
    remains.channels = channels
        .map(|(at, channel)| {
            shown(channel.internal) && in_use(at, &before.channels, &after.channels)
        })
        .collect();
    let evidence = map.evidence.iter().enumerate();
    remains.evidence = evidence
        .map(|(at, source)| shown(source.internal) && in_use(at, &before.evidence, &after.evidence))
        .collect();
    remains
}

/// Channels and sources that something refers to.
pub(super) struct Used {
    channels: BTreeSet<usize>,
    evidence: BTreeSet<usize>,
}

impl Used {
    pub fn of(map: &Map) -> Used {
        Used::by(map, &Remains::all(map))
    }

    fn by(map: &Map, remains: &Remains) -> Used {
        let touchpoints = map.touchpoints.iter().zip(&remains.touchpoints);
        let channels = touchpoints
            .filter(|(_, kept)| **kept)
            .flat_map(|(at, _)| at.channels.iter().copied());
        let mut evidence = BTreeSet::new();
        for (persona, _) in kept(&map.personas, &remains.personas) {
            evidence.extend(&persona.evidence);
        }
        for (kpi, _) in kept(&map.kpis, &remains.kpis) {
            evidence.extend(&kpi.evidence);
        }
        for (pain_point, _) in kept(&map.pain_points, &remains.pain_points) {
            evidence.extend(&pain_point.evidence);
        }
        for cell in remains.cells(map) {
            evidence.extend(&cell.evidence);
            let voices = cell.thoughts.iter().chain(&cell.quotes).chain(&cell.gains);
            let heard = voices.filter(|voice: &&Voice| remains.concerns(&voice.personas));
            evidence.extend(heard.flat_map(|voice| &voice.evidence));
            let felt = cell
                .emotions
                .iter()
                .filter(|emotion| remains.personas[emotion.persona]);
            for feeling in felt.flat_map(|emotion| &emotion.feelings) {
                if let Feeling::Score(score) = feeling {
                    evidence.extend(&score.evidence);
                }
            }
        }
        Used {
            channels: channels.collect(),
            evidence,
        }
    }
}

fn kept<'m, T>(all: &'m [T], kept: &'m [bool]) -> impl Iterator<Item = (&'m T, &'m bool)> {
    all.iter().zip(kept).filter(|(_, kept)| **kept)
}
