//! Lanes: which rows are drawn, in which order.

use super::checker::{Checker, finding, invalid};
use super::{Cell, Kind, Lane, LaneContent, Map, Timeline, zones};
use crate::diag::{self, Span};
use crate::model::{self, LANES, LaneSpec, Text, Words, nearest, shortened};

/// Where `lanes` lists it, all other lanes with content stand.
const REST: &str = "rest";
/// The tallest blank lane, in millimetres.
const TALLEST: f64 = 1000.0;

impl Checker<'_> {
    /// The rows of a map whose journey is known.
    pub fn resolve_lanes(&mut self, map: &Map) -> Vec<Lane> {
        let mut content: Vec<(&'static LaneSpec, Span)> = LANES
            .iter()
            .filter_map(|spec| content(spec.id, map).map(|span| (spec, span)))
            .collect();
        if map.kind == Kind::Journey {
            return self.ordered_lanes(map, content);
        }
        zones::default_order(&mut content);
        zones::sort(self.ordered_lanes(map, content))
    }

    /// The rows in the order of `lanes`; `content` has the built-in lanes that hold something, in default order.
    fn ordered_lanes(&mut self, map: &Map, content: Vec<(&'static LaneSpec, Span)>) -> Vec<Lane> {
        let document = self.document;
        if document.lanes.is_empty() {
            return content
                .iter()
                .map(|(spec, _)| builtin(spec, None, &map.words))
                .collect();
        }
        let listed = |id: &str| {
            document
                .lanes
                .iter()
                .any(|lane| lane.id.as_ref().is_some_and(|i| *i.text == *id))
        };
        let mut lanes = Vec::new();
        let mut seen: Vec<&Text> = Vec::new();
        for written in &document.lanes {
            let Some(id) = &written.id else {
                self.required(&None, &written.meta, "id", "lane");
                continue;
            };
            if let Some(first) = seen.iter().find(|first| first.text == id.text) {
                let message = format!("the lane `{}` is listed twice", shortened(&id.text));
                let finding = finding(&diag::DUPLICATE_ID, id.span, message, "again here");
                self.find(
                    finding
                        .label(first.span, "first here")
                        .help("keep one of them"),
                );
                continue;
            }
            seen.push(id);
            if *id.text == *REST {
                if written.title.is_some() || written.note.is_some() || written.blank.is_some() {
                    let message = "`rest` cannot be the id of a lane";
                    let finding = finding(
                        &diag::RESERVED_ID,
                        id.span,
                        message,
                        "stands for all lanes that are not listed",
                    );
                    self.find(finding.help("take another id"));
                }
                let others = content.iter().filter(|(spec, _)| !listed(spec.id));
                lanes.extend(others.map(|(spec, _)| builtin(spec, None, &map.words)));
            } else if let Some(spec) = LANES.iter().find(|spec| *spec.id == *id.text) {
                self.not_blank(written, id);
                if content
                    .iter()
                    .any(|(with_content, _)| with_content.id == spec.id)
                {
                    lanes.push(builtin(spec, Some(written), &map.words));
                }
            } else {
                lanes.extend(self.custom(written, id, map));
            }
        }
        if !listed(REST) && !document.meta.lost("lanes") {
            let unlisted: Vec<_> = content
                .into_iter()
                .filter(|(spec, _)| !listed(spec.id))
                .collect();
            self.unlisted(&unlisted);
        }
        lanes
    }

    fn not_blank(&mut self, written: &model::Lane, id: &Text) {
        if let Some(blank) = &written.blank {
            let message = format!("`{}` is a built-in lane and cannot be blank", id.text);
            let finding = invalid(blank.span, message, "a built-in lane has content");
            self.find(finding.help("give the blank lane an id of your own"));
        }
    }

    fn custom(&mut self, written: &model::Lane, id: &Text, map: &Map) -> Option<Lane> {
        let filled = fills(&id.text, map);
        let described = written.title.is_some() || written.note.is_some() || written.zone.is_some();
        if !filled && !described && written.blank.is_none() {
            let broken = ["title", "note", "zone", "blank"]
                .iter()
                .any(|key| written.meta.lost(key));
            if !broken {
                self.unknown_lane(id);
            }
            return None;
        }
        let content = match &written.blank {
            None if filled => LaneContent::Custom,
            None => return None,
            Some(height) if height.value > 0.0 && height.value <= TALLEST => LaneContent::Blank {
                millimetres: height.value,
            },
            Some(height) => {
                let message = "`blank` is the height of the empty row, in millimetres";
                self.find(invalid(
                    height.span,
                    message,
                    &format!("not between 0 and {TALLEST}"),
                ));
                return None;
            }
        };
        Some(Lane {
            id: id.text.clone(),
            title: written
                .title
                .as_ref()
                .map_or_else(|| id.text.clone(), |title| title.text.clone()),
            note: written.note.as_ref().map(|note| note.text.clone()),
            content,
            zone: written.zone,
            internal: written.meta.internal,
            span: Some(written.meta.span),
        })
    }

    fn unknown_lane(&mut self, id: &Text) {
        let shown = shortened(&id.text);
        let message = format!("there is no lane `{shown}`, and no cell fills one");
        let finding = finding(
            &diag::UNKNOWN_REFERENCE,
            id.span,
            message,
            "not a built-in lane",
        );
        self.find(
            match nearest(&id.text, LANES.iter().map(|spec| spec.id).chain([REST])) {
                Some(near) => finding.help(format!("did you mean `{near}`?")),
                None => {
                    let ids: Vec<&str> = LANES.iter().map(|spec| spec.id).collect();
                    finding
                        .help(format!("the built-in lanes are {}", ids.join(", ")))
                        .help(format!(
                            "a lane of your own has a title: {{id: {shown}, title: …}}"
                        ))
                }
            },
        );
    }

    fn unlisted(&mut self, unlisted: &[(&'static LaneSpec, Span)]) {
        if unlisted.is_empty() {
            return;
        }
        let ids: Vec<String> = unlisted
            .iter()
            .map(|(spec, _)| format!("`{}`", spec.id))
            .collect();
        let (verb, them) = if ids.len() == 1 {
            ("is", "it")
        } else {
            ("are", "them")
        };
        let message = format!(
            "{} {verb} not drawn: `lanes` does not list {them}",
            ids.join(", ")
        );
        let span = self
            .document
            .lanes
            .first()
            .map_or(Span::default(), |lane| lane.meta.span);
        let mut warning = finding(
            &diag::UNLISTED_LANE,
            span,
            message,
            "the list of lanes begins here",
        );
        for (spec, span) in unlisted
            .iter()
            .take(3)
            .filter(|(_, span)| *span != Span::default())
        {
            warning = warning.label(*span, format!("first content of `{}`", spec.id));
        }
        self.find(warning.help(
            "list them, or `rest` for all others; `check: {unlisted-lane: off}` if this is meant",
        ));
    }
}

fn builtin(spec: &'static LaneSpec, written: Option<&model::Lane>, words: &Words) -> Lane {
    let own = |text: fn(&model::Lane) -> &Option<Text>| {
        written
            .and_then(|lane| text(lane).as_ref())
            .map(|text| text.text.clone())
    };
    Lane {
        id: spec.id.into(),
        title: own(|lane| &lane.title).unwrap_or_else(|| words.get(spec.title).into()),
        note: own(|lane| &lane.note).or_else(|| spec.note.map(|note| words.get(note).into())),
        content: LaneContent::Builtin(spec),
        zone: written.and_then(|lane| lane.zone),
        internal: written.is_some_and(|lane| lane.meta.internal),
        span: written.map(|lane| lane.meta.span),
    }
}

/// The built-in lanes that have content and are not among the map's, in default order.
pub fn unlisted_lanes(map: &Map) -> Vec<Lane> {
    LANES
        .iter()
        .filter(|spec| map.lanes.iter().all(|lane| *lane.id != *spec.id))
        .filter(|spec| content(spec.id, map).is_some())
        .map(|spec| builtin(spec, None, &map.words))
        .collect()
}

/// Puts a built-in lane that a map does not draw at its usual place among those that it draws.
pub fn add_lane(map: &mut Map, spec: &'static LaneSpec) {
    let usual = |id: &str| LANES.iter().position(|spec| spec.id == id);
    let lane = builtin(spec, None, &map.words);
    let is_before = |other: &Lane| usual(&other.id).is_some_and(|at| Some(at) < usual(spec.id));
    let last = map.lanes.iter().rposition(is_before);
    map.lanes.insert(last.map_or(0, |last| last + 1), lane);
    if map.kind == Kind::Blueprint {
        map.lanes = zones::sort(std::mem::take(&mut map.lanes));
    }
}

/// Whether a lane has content, or wants none.
pub fn has_content(lane: &Lane, map: &Map) -> bool {
    match lane.content {
        LaneContent::Builtin(spec) => content(spec.id, map).is_some(),
        LaneContent::Custom => fills(&lane.id, map),
        LaneContent::Blank { .. } | LaneContent::Levels { .. } => true,
    }
}

/// Whether a cell fills a lane of the map's own.
fn fills(id: &str, map: &Map) -> bool {
    let texts = |(lane, texts): &(std::rc::Rc<str>, Vec<Text>)| **lane == *id && !texts.is_empty();
    map.cells().any(|cell| cell.custom.iter().any(texts))
}

/// Where the first content of a built-in lane stands; `None` where the lane is empty.
fn content(id: &str, map: &Map) -> Option<Span> {
    let touchpoints = || map.touchpoints.iter();
    let stages = || map.stages.iter();
    match id {
        "stages" => stages().map(|stage| stage.name.span).next(),
        "touchpoints" => touchpoints().map(|touchpoint| touchpoint.name.span).next(),
        "channels" => map.channels.first().map(|channel| channel.span),
        "emotion" => first(map, |cell| {
            cell.emotions.first().map(|emotion| emotion.span)
        }),
        "timeline" => (!matches!(map.timeline, Timeline::Phases)).then(|| {
            touchpoints()
                .find_map(|touchpoint| touchpoint.at.as_ref())
                .map_or(Span::default(), |at| at.text.span)
        }),
        "goals" => stages()
            .find_map(|stage| stage.goal.as_ref())
            .map(|goal| goal.span),
        "storyboard" => touchpoints()
            .find_map(|touchpoint| touchpoint.image.as_ref())
            .map(|image| image.path.span),
        "thoughts" => first(map, |cell| {
            cell.thoughts.first().map(|voice| voice.text.span)
        }),
        "quotes" => first(map, |cell| cell.quotes.first().map(|voice| voice.text.span)),
        "gains" => first(map, |cell| cell.gains.first().map(|voice| voice.text.span)),
        "pain_points" => map
            .pain_points
            .first()
            .map(|pain_point| pain_point.text.span),
        "opportunities" => first(map, |cell| {
            cell.opportunities
                .first()
                .map(|opportunity| opportunity.text.span)
        }),
        "frontstage" => first(map, |cell| cell.frontstage.first().map(|text| text.span)),
        "backstage" => first(map, |cell| cell.backstage.first().map(|text| text.span)),
        "support" => first(map, |cell| cell.support.first().map(|text| text.span)),
        "departments" => touchpoints()
            .find_map(|touchpoint| touchpoint.departments.first())
            .map(|text| text.span),
        "kpis" => map.kpis.first().map(|kpi| kpi.name.span),
        "funnel" => stages()
            .filter_map(|stage| stage.volume.as_ref().map(|_| stage.name.span))
            .nth(1),
        "evidence" => touchpoints()
            .map(|touchpoint| (&touchpoint.cell, touchpoint.name.span))
            .chain(stages().map(|stage| (&stage.cell, stage.name.span)))
            .find_map(|(cell, span)| (!cell.evidence.is_empty()).then_some(span)),
        "notes" => first(map, |cell| cell.notes.first().map(|text| text.span)),
        _ => None,
    }
}

fn first(map: &Map, part: impl Fn(&Cell) -> Option<Span>) -> Option<Span> {
    map.cells().find_map(part)
}
