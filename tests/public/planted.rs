//! Maps in which marked words and numbers stand at every key that a record has, in every place where a record can stand: by the
//! tables from which the reader and the schema are made.

use jmap::model::{Format, Key, LANES, Record, Shape, all_records};
use serde_json::{Map, Value, json};

/// A map in which nothing is planted: a public host for every record that holds others, and something to refer to. Feelings
/// stand in words, which mean the same on every scale.
fn soil() -> Value {
    json!({
        "title": "Open map",
        "personas": {"ana": "Ana", "tom": "Tom"},
        "channels": {"web": "Web", "desk": "Desk"},
        "evidence": {"talks": {"name": "Open talks", "kind": "interview"}},
        "kpis": {"wait": {"name": "Open wait", "value": 3, "target": 5}},
        "lanes": ["stages", {"id": "own", "title": "Open lane"}, "rest"],
        "stages": [
            {"name": "Open start", "id": "start", "volume": 1200, "touchpoints": [
                {"name": "Open ask", "id": "ask", "channel": "web", "emotion": {"feeling": "calm", "evidence": "talks"},
                 "department": "Open desk", "cells": {"own": ["Open text"]}},
                {"name": "Open wait", "id": "waits", "channel": "desk", "emotion": "frustrated",
                 "pain_points": {"text": "Open queue", "id": "queue"}},
            ]},
            {"name": "Open end", "id": "end", "volume": 600, "touchpoints": [
                {"name": "Open leave", "id": "leaves", "channel": "web", "emotion": "calm", "quotes": {"text": "Open word", "evidence": "talks"},
                 "opportunities": {"text": "Open idea", "solves": "queue"}},
            ]},
        ],
    })
}

/// Ids to refer to, by the kind of thing.
const REFERENCES: &[(&str, &str)] = &[
    ("persona", "ana"),
    ("channel", "web"),
    ("source in `evidence`", "talks"),
    ("KPI", "wait"),
    ("stage", "start"),
    ("touchpoint", "waits"),
    ("pain point", "queue"),
];

/// How a record is written in its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// In a list, after what is there.
    listed: bool,
    /// Under a key of its own, which is of this kind.
    under: Option<&'static str>,
}

/// Where a record can stand, and how.
#[derive(Clone, Debug)]
pub struct Spot {
    /// The keys that lead to it, from the map's.
    pub path: Vec<&'static Key>,
    /// The record.
    pub record: &'static Record,
    /// How it is written.
    pub form: Form,
}

/// All places of all records, but for the map itself.
pub fn spots() -> Vec<Spot> {
    let mut found = Vec::new();
    below(all_records()[0], &[], &mut found);
    // One alone has nothing beside it that others refer to.
    let has_others = |spot: &Spot| {
        let key = spot.path.last().expect("a key").name;
        ["channels", "lanes", "stages", "touchpoints"].contains(&key)
    };
    found.retain(|spot| spot.form != Form::default() || !has_others(spot));
    found
}

fn below(record: &'static Record, path: &[&'static Key], found: &mut Vec<Spot>) {
    for key in record.all_keys() {
        let path = [path, &[key]].concat();
        let mut records: Vec<&'static Record> = Vec::new();
        for (record, form) in records_in(&key.shape, Form::default()) {
            found.push(Spot {
                path: path.clone(),
                record,
                form,
            });
            if !records.contains(&record) {
                records.push(record);
            }
        }
        for record in records {
            below(record, &path, found);
        }
    }
}

fn records_in(shape: &'static Shape, form: Form) -> Vec<(&'static Record, Form)> {
    match shape {
        Shape::Record(record) => vec![(record, form)],
        Shape::Many(of, _) => {
            let mut found = records_in(
                of,
                Form {
                    listed: true,
                    ..form
                },
            );
            // One of several may stand alone; once is enough to see it.
            if form.under.is_none() {
                found.extend(records_in(of, form));
            }
            found
        }
        Shape::Mapping(keys, of) => records_in(
            of,
            Form {
                under: Some(keys),
                ..form
            },
        ),
        Shape::Either(shapes) => shapes
            .iter()
            .flat_map(|shape| records_in(shape, form))
            .collect(),
        _ => Vec::new(),
    }
}

/// Something planted at a key.
#[derive(Clone, Debug)]
pub struct Plant {
    /// The record and the key.
    pub at: (&'static str, &'static str),
    /// The word or number.
    pub word: String,
}

/// Fills records with words and numbers that stand nowhere else. Another season brings others, of other lengths.
pub struct Planter {
    season: usize,
    timed: bool,
    /// What was planted.
    pub plants: Vec<Plant>,
}

impl Planter {
    /// Nothing planted yet; `timed` says that the map has a timeline with an end.
    pub fn new(season: usize, timed: bool) -> Planter {
        Planter {
            season,
            timed,
            plants: Vec::new(),
        }
    }

    fn word(&mut self, record: &'static Record, key: &'static str) -> String {
        let number = self.plants.len();
        let word = match self.season {
            0 => format!("zq{number}x"),
            _ => format!("wv{number}{}", "k".repeat(1 + number % 5)),
        };
        self.plant(record, key, word)
    }

    fn number(&mut self, record: &'static Record, key: &'static str) -> Value {
        let number = 70_000 + 1_117 * self.season + 3 * self.plants.len();
        self.plant(record, key, number.to_string());
        number.into()
    }

    fn plant(&mut self, record: &'static Record, key: &'static str, word: String) -> String {
        let own = record.keys.iter().any(|known| known.name == key);
        let of = if own {
            record
        } else {
            record.also.expect("a record that is mixed in")
        };
        self.plants.push(Plant {
            at: (of.name, key),
            word: word.clone(),
        });
        word
    }

    /// A record with all its keys.
    pub fn record(&mut self, record: &'static Record) -> Map<String, Value> {
        let keys = record.all_keys();
        keys.filter_map(|key| Some((key.name.to_owned(), self.value(record, key)?)))
            .collect()
    }

    fn value(&mut self, record: &'static Record, key: &'static Key) -> Option<Value> {
        let season = self.season as f64;
        Some(match (record.name, key.name) {
            ("channel", "icon") => "web".into(),
            // They follow from other keys, or rule them out.
            ("timeline", "length") | ("lane", "blank") => return None,
            ("timeline", "from") => json!(-70 - self.season as i64),
            ("timeline", "to") => json!(90 + self.season as i64),
            ("scale", "min") => json!(-7.0 - season),
            ("scale", "max") => json!(9.0 + season),
            ("scale", "neutral") => json!(1.0 + season),
            ("scale", "labels") => {
                json!({"-3": self.word(record, "labels"), "4": self.word(record, "labels")})
            }
            ("feeling", "score") => json!(1.2741 + season / 8.0),
            ("feeling", "low") => json!(1.1741 + season / 8.0),
            ("feeling", "high") => json!(1.4741 + season / 8.0),
            ("way on", "share") => format!("{}%", 13 + 4 * self.season).into(),
            (_, "at" | "until") if self.timed => (8 + self.season).into(),
            (_, "emotion") => {
                let feeling = records_in(&key.shape, Form::default())[0].0;
                self.record(feeling).into()
            }
            (_, "cells") => json!({"own": [self.word(record, "cells")]}),
            _ => self.shape(record, key.name, &key.shape)?,
        })
    }

    fn shape(
        &mut self,
        record: &'static Record,
        key: &'static str,
        shape: &'static Shape,
    ) -> Option<Value> {
        Some(match shape {
            Shape::Text(Format::Free | Format::Moment) => self.word(record, key).into(),
            Shape::Text(Format::Day | Format::Period) => {
                let day = format!(
                    "19{:02}-03-{:02}",
                    31 + 7 * self.season,
                    1 + self.plants.len() % 27
                );
                self.plant(record, key, day).into()
            }
            Shape::Text(Format::Link) => {
                format!("https://{}.example/", self.word(record, key)).into()
            }
            Shape::Text(Format::Path) => "small.png".into(),
            Shape::Text(Format::Color) => ["#0F766E", "#7E22CE"][self.season].into(),
            Shape::Text(Format::Language | Format::Percent) => return None,
            Shape::Number => self.number(record, key),
            Shape::Flag => true.into(),
            Shape::Choice(choices) => choices[self.season % choices.len()].word.into(),
            Shape::Reference(kind) => {
                let known = REFERENCES.iter().find(|(known, _)| known == kind);
                known
                    .unwrap_or_else(|| panic!("nothing to refer to: {kind}"))
                    .1
                    .into()
            }
            Shape::Record(of) => self.record(of).into(),
            Shape::Many(of, _) => vec![self.shape(record, key, of)?].into(),
            Shape::Mapping(_, of) => {
                let label = self.word(record, key);
                let value = self.shape(record, key, of)?;
                json!({label: value})
            }
            // The last form is the longest.
            Shape::Either(shapes) => self.shape(record, key, shapes.last()?)?,
        })
    }
}

/// A map with a record in a place, and what is planted in it.
pub struct Planted {
    /// The map; JSON is YAML.
    pub yaml: String,
    /// What is planted in the record.
    pub plants: Vec<Plant>,
}

/// Gives each touchpoint a time, in order.
fn give_times(map: &mut Value) {
    let mut at = -5;
    for stage in map["stages"].as_array_mut().expect("stages") {
        for touchpoint in stage["touchpoints"].as_array_mut().expect("touchpoints") {
            at += 2;
            touchpoint["at"] = at.into();
        }
    }
}

/// Plants a record, which is internal or not.
pub fn planted(spot: &Spot, internal: bool, season: usize) -> Planted {
    let mut map = soil();
    let timed = spot.record.name == "timeline";
    if timed {
        give_times(&mut map);
    }
    let mut planter = Planter::new(season, timed);
    // By the id it is known, and by its own where it has a key for it.
    let by_id = spot.form.under.is_some_and(|keys| keys != "persona") || spot.record.name == "lane";
    let id = match by_id {
        true => planter.word(spot.record, spot.record.keys[0].name),
        false => String::new(),
    };
    let mut record = planter.record(spot.record);
    if internal {
        record.insert("internal".into(), true.into());
    }
    if spot.record.name == "lane" {
        record.insert("id".into(), id.as_str().into());
        let word = planter.word(spot.record, "id");
        map["stages"][0]["touchpoints"][0]["cells"][&id] = vec![word].into();
    }
    if spot.record.name == "persona" {
        // What is said of somebody goes with them.
        let word = planter.word(spot.record, "name");
        map["stages"][0]["touchpoints"][0]["emotion"] =
            json!({"ana": "calm", &id: {"score": 1.5, "feeling": word}});
        let word = planter.word(spot.record, "name");
        map["stages"][0]["touchpoints"][0]["thoughts"] = json!({"text": word, "persona": &id});
    }
    if spot
        .path
        .iter()
        .map(|key| key.name)
        .eq(["stages", "emotion"])
    {
        // What touchpoints say would be drawn instead.
        for touchpoint in map["stages"][0]["touchpoints"]
            .as_array_mut()
            .expect("touchpoints")
        {
            touchpoint
                .as_object_mut()
                .expect("a touchpoint")
                .remove("emotion");
        }
    }
    let (last, way) = spot.path.split_last().expect("a key");
    let host = way
        .iter()
        .fold(&mut map, |host, key| match &mut host[key.name] {
            Value::Array(items) => &mut items[0],
            other => other,
        });
    put(&mut host[last.name], spot.form, &id, record.into());
    Planted {
        yaml: format!("{map:#}\n"),
        plants: planter.plants,
    }
}

fn put(place: &mut Value, form: Form, id: &str, record: Value) {
    match form {
        // One for each persona, whose keys are not free.
        Form {
            listed,
            under: Some("persona"),
        } => {
            let value = if listed {
                json!(["calm", record])
            } else {
                record
            };
            *place = json!({"ana": "calm", "tom": value});
        }
        Form { under: Some(_), .. } => place[id] = record,
        Form { listed: true, .. } => {
            let before = match place.take() {
                Value::Array(items) => items,
                Value::Null => Vec::new(),
                // Channels by id: those of a list have names.
                Value::Object(things) if things.contains_key("web") => {
                    vec!["web".into(), "desk".into()]
                }
                one => vec![one],
            };
            *place = before.into_iter().chain([record]).collect();
        }
        // In the place of what stands there, which others refer to.
        Form { .. } => *place = record,
    }
}

/// A map that is public but for its lanes: everything is planted at a touchpoint and at a stage.
pub fn garden(season: usize, timed: bool) -> Planted {
    let mut map = soil();
    let mut planter = Planter::new(season, timed);
    if timed {
        give_times(&mut map);
        map["timeline"] = json!({"unit": "day", "from": -9, "to": 60, "origin": "Open day"});
    }
    let records = all_records();
    let named = |name: &str| {
        *records
            .iter()
            .find(|record| record.name == name)
            .expect("a record")
    };
    let mut stage: Map<String, Value> = planter.record(named("stage"));
    stage.insert("id".into(), "more".into());
    stage["touchpoints"].as_array_mut().expect("touchpoints")[0]["id"] = "much".into();
    map["stages"]
        .as_array_mut()
        .expect("stages")
        .push(stage.into());
    for (key, record) in [
        ("evidence", "source"),
        ("channels", "channel"),
        ("kpis", "KPI"),
    ] {
        map[key]["own"] = planter.record(named(record)).into();
    }
    let host = &mut map["stages"][2]["touchpoints"][0];
    host["channel"] = json!(["web", "own"]);
    host["evidence"] = json!(["talks", "own"]);
    Planted {
        yaml: format!("{map:#}\n"),
        plants: planter.plants,
    }
}

/// The map with another list of lanes.
pub fn with_lanes(yaml: &str, lanes: Value) -> String {
    let mut map: Value = serde_json::from_str(yaml).expect("a map");
    map["lanes"] = lanes;
    format!("{map:#}\n")
}

/// The lanes that a map can leave out.
pub fn lanes() -> Vec<&'static str> {
    let builtin = LANES.iter().map(|lane| lane.id);
    builtin
        .filter(|id| *id != "stages")
        .chain(["own"])
        .collect()
}
