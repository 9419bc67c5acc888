//! What the public sees of a map: what is listed here, and nothing else.
//!
//! Every record is taken apart and put together again with its fields by name: those that are shown as they are, those that
//! are shown in part, and those that are not. A field that is in none of the lists does not compile, so that nothing new is
//! published by mistake.

use std::rc::Rc;

use super::Refusal;
use super::cut::{Used, anything, remains};
use super::remap::remap;
use crate::check::{
    Cell, Channel, Emotion, Evidence, Feeling, Goal, Kpi, Lane, Map, Next, Opportunity, PainPoint,
    Persona, Scale, Scope, Score, Stage, Timeline, Touchpoint, Voice, Withheld, Word, derive_anew,
};

/// Puts a record together from its fields.
macro_rules! public {
    ($record:ident from $of:expr,
        shown: [$($shown:ident),* $(,)?],
        in_part: [$($part:ident = $to:expr),* $(,)?],
        not: [$($not:ident),* $(,)?] $(,)?
    ) => {{
        let $record { $($shown,)* $($part,)* $($not: _,)* } = $of;
        $record { $($part: $to,)* $($shown,)* $($not: Default::default(),)* }
    }};
}

/// The map that the public sees, in which nothing else exists: neither what is internal nor what is for the team alone. With
/// it come the ids of lanes that are internal: what stands in them is still there.
pub(super) fn of(map: Map) -> Result<(Map, Vec<Rc<str>>), Refusal> {
    if let Some(span) = map.internal {
        return Err(Refusal::Internal(span));
    }
    let before = Used::of(&map);
    let lanes = map.lanes.iter().filter(|lane| lane.internal);
    let lanes = lanes.map(|lane| lane.id.clone()).collect();
    let map = public(map);
    let personas = vec![true; map.personas.len()];
    let stages = vec![true; map.stages.len()];
    let remains = remains(&map, true, personas, stages, &before);
    anything(&remains)?;
    let timeline = map.timeline.clone();
    let mut map = remap(map, &remains);
    // The public is told how long it takes, also where it is not told how it begins.
    map.timeline = timeline;
    derive_anew(&mut map);
    Ok((map, lanes))
}

fn public(map: Map) -> Map {
    // The lane's own half-line promises what is taken out.
    let promise = map.words.get(Word::OpportunitiesNote).to_string();
    // A score is nothing without its scale, and a moment nothing without its timeline.
    let (has_scale, has_timeline) = (!map.scale.internal, !map.timeline_internal);
    let felt = |emotions: Vec<Emotion>| match has_scale {
        true => all(emotions, felt),
        false => Vec::new(),
    };
    let of_cell = |of: Cell| {
        let cell = cell(of);
        Cell {
            emotions: felt(cell.emotions),
            ..cell
        }
    };
    let of_stage = |of: Stage| {
        let stage = stage(of);
        Stage {
            cell: of_cell(stage.cell),
            overlaid: felt(stage.overlaid),
            ..stage
        }
    };
    let of_touchpoint = |of: Touchpoint| {
        let touchpoint = touchpoint(of);
        Touchpoint {
            at: touchpoint.at.filter(|_| has_timeline),
            until: touchpoint.until.filter(|_| has_timeline),
            cell: of_cell(touchpoint.cell),
            ..touchpoint
        }
    };
    public!(Map from map,
        shown: [
            title, scenario, state, kind, updated, updated_span, review_by, review_span, revision, lang, numbered, theme, notes,
            head, fonts,
        ],
        in_part: [
            scope = scope.and_then(self::scope),
            goals = all(goals, goal),
            scale = match has_scale {
                true => scale,
                false => Scale::usual(&words),
            },
            words = words,
            timeline = match has_timeline {
                true => timeline,
                false => Timeline::Phases,
            },
            personas = each(personas, persona),
            channels = each(channels, channel),
            evidence = each(evidence, source),
            kpis = each(kpis, kpi),
            lanes = all(lanes, |of| lane(of, &promise)),
            stages = each(stages, of_stage),
            touchpoints = each(touchpoints, of_touchpoint),
            pain_points = each(pain_points, pain_point),
            withheld = Withheld { answers: true, ways: true, sources: true, cell_sources: withheld.cell_sources },
        ],
        not: [owner, stakeholders, timeline_internal, internal],
    )
}

/// Those of some things that are shown.
fn all<T>(things: Vec<T>, shown: impl Fn(T) -> Option<T>) -> Vec<T> {
    things.into_iter().filter_map(shown).collect()
}

/// All of some things, each as it is shown; those that are internal have a position that others refer to, and go later.
fn each<T>(things: Vec<T>, shown: impl Fn(T) -> T) -> Vec<T> {
    things.into_iter().map(shown).collect()
}

fn scope(of: Scope) -> Option<Scope> {
    (!of.internal).then(|| public!(Scope from of, shown: [from, to], in_part: [], not: [internal]))
}

fn goal(of: Goal) -> Option<Goal> {
    (!of.internal).then(|| public!(Goal from of, shown: [text, kpi], in_part: [], not: [internal]))
}

fn persona(of: Persona) -> Persona {
    public!(Persona from of,
        shown: [
            id, name, role, quote, facts, goals, needs, pain_points, evidence, image, place, color, internal, span,
        ],
        in_part: [],
        not: [],
    )
}

fn channel(of: Channel) -> Channel {
    public!(Channel from of, shown: [id, id_made, name, kind, icon, internal, span], in_part: [], not: [])
}

fn source(of: Evidence) -> Evidence {
    public!(Evidence from of, shown: [id, name, kind, n, date, link, internal, span], in_part: [], not: [])
}

fn kpi(of: Kpi) -> Kpi {
    public!(Kpi from of,
        shown: [id, name, value, target, better, unit, evidence, stage, touchpoint, internal, span],
        in_part: [],
        not: [],
    )
}

fn lane(of: Lane, promise: &str) -> Option<Lane> {
    (!of.internal).then(|| {
        public!(Lane from of,
            shown: [id, title, content, zone, span],
            in_part: [note = note.filter(|note| **note != *promise)],
            not: [internal],
        )
    })
}

fn stage(of: Stage) -> Stage {
    public!(Stage from of,
        shown: [
            id, id_made, place, name, phase, time, goal, entry, exit, repeats, volume, kpis, part, touchpoints, cell, overlaid,
            internal, span,
        ],
        in_part: [],
        not: [owner],
    )
}

fn touchpoint(of: Touchpoint) -> Touchpoint {
    public!(Touchpoint from of,
        shown: [
            id, id_made, known_as, name, stage, channels, personas, personas_given, at, until, devices, departments, moment,
            optional, link, image, kpis, cell, internal, span,
        ],
        in_part: [next = all(next, way)],
        not: [],
    )
}

fn way(of: Next) -> Option<Next> {
    (!of.internal).then(
        || public!(Next from of, shown: [to, share, when, span], in_part: [], not: [internal]),
    )
}

fn cell(of: Cell) -> Cell {
    public!(Cell from of,
        shown: [emotions, pain_points, frontstage, backstage, support, evidence, custom],
        in_part: [
            thoughts = all(thoughts, voice),
            quotes = all(quotes, voice),
            gains = all(gains, voice),
            opportunities = all(opportunities, opportunity),
        ],
        not: [notes],
    )
}

/// What somebody feels, unless all of it is internal.
fn felt(of: Emotion) -> Option<Emotion> {
    let emotion = public!(Emotion from of,
        shown: [persona, shared, span],
        in_part: [feelings = all(feelings, feeling)],
        not: [],
    );
    (!emotion.feelings.is_empty()).then_some(emotion)
}

fn feeling(of: Feeling) -> Option<Feeling> {
    match of {
        Feeling::Unknown(gap) => (!gap.internal).then_some(Feeling::Unknown(gap)),
        Feeling::Score(of) => (!of.internal).then(|| {
            Feeling::Score(public!(Score from of,
                shown: [score, feeling, evidence, low, high, span],
                in_part: [],
                not: [internal],
            ))
        }),
    }
}

fn voice(of: Voice) -> Option<Voice> {
    (!of.internal).then(
        || public!(Voice from of, shown: [text, personas, evidence], in_part: [], not: [internal]),
    )
}

fn pain_point(of: PainPoint) -> PainPoint {
    public!(PainPoint from of,
        shown: [id, text, severity, personas, evidence, internal, number],
        in_part: [],
        not: [],
    )
}

fn opportunity(of: Opportunity) -> Option<Opportunity> {
    (!of.internal).then(|| {
        public!(Opportunity from of,
            shown: [text, value, kpi, solves, status],
            in_part: [],
            not: [effort, owner, internal],
        )
    })
}
