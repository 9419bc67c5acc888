//! Maps in which strings stand in every text that the language has, by the tables from which its reader and schema are made.

use std::collections::BTreeSet;

use jmap::model::{Format, LANES, Record, Shape, all_records};
use jmap::source::{self, Limits, Node, Scalar, Value as Written};
use serde_json::{Map, Value};

const EVERYTHING: &str = include_str!("../cases/whole/everything.yaml");

/// Ids that jmap makes from names, in place of which the names are written: they change with the strings.
const MADE: &[(&str, &str)] = &[
    (
        "touchpoint: asks-at-the-desk",
        "touchpoint: Asks at the desk",
    ),
    ("stage: loan", "stage: search"),
    ("kpi: hits", "kpi: Hits"),
];

/// Words with a meaning of their own where a free text may stand.
const WORDS: &[&str] = &["leave", "unknown", "rest", "default", "frustrated"];

/// Keys whose texts are not free, though their shape says so.
const KEPT: &[Place] = &[
    ("channel", "icon"),
    ("timeline", "from"),
    ("timeline", "to"),
    ("timeline", "length"),
];

/// A key of a record.
pub type Place = (&'static str, &'static str);

/// What becomes of the values of a map.
pub struct Filling<'f> {
    /// What becomes of a free text. The same text always becomes the same.
    pub text: &'f dyn Fn(&str) -> String,
    /// What becomes of a text that has to look like something.
    pub formed: &'f dyn Fn(Format) -> Option<String>,
    /// Whether numbers, flags, words and what they are follow it as well.
    pub all: bool,
}

/// A map with everything, filled; on a timeline with an end or without one.
pub struct Filled {
    /// The map.
    pub yaml: String,
    /// The keys whose free texts were filled.
    pub places: BTreeSet<Place>,
}

/// The keys that take free text.
pub fn text_keys() -> BTreeSet<Place> {
    let mut found = BTreeSet::new();
    for record in all_records() {
        for key in record.keys.iter().filter(|key| takes_text(&key.shape)) {
            found.insert((record.name, key.name));
        }
    }
    found
}

fn takes_text(shape: &Shape) -> bool {
    match shape {
        Shape::Text(format) => *format == Format::Free,
        Shape::Many(of, _) | Shape::Mapping(_, of) => takes_text(of),
        Shape::Either(shapes) => shapes.iter().any(takes_text),
        _ => false,
    }
}

/// Fills the map with everything. Keys that it lacks are added where a record of theirs first stands.
pub fn filled(filling: &Filling, has_end: bool) -> Filled {
    let mut base = EVERYTHING.to_owned();
    for (id, name) in MADE {
        assert!(base.contains(id), "{id}");
        base = base.replace(id, name);
    }
    if !has_end {
        let timeline = base.lines().find(|line| line.starts_with("timeline:"));
        base = base.replace(timeline.expect("a timeline"), "");
    }
    let (root, _) = source::parse(&base, &Limits::default());
    let root = root.expect("a map");
    let mut filler = Filler {
        filling,
        has_end,
        places: BTreeSet::new(),
        lacking: BTreeSet::new(),
    };
    filler.record(&root, all_records()[0]);
    filler.lacking = &text_keys() - &filler.places;
    let value = filler.record(&root, all_records()[0]);
    Filled {
        yaml: format!("{value:#}\n"),
        places: filler.places,
    }
}

struct Filler<'f> {
    filling: &'f Filling<'f>,
    has_end: bool,
    places: BTreeSet<Place>,
    lacking: BTreeSet<Place>,
}

impl Filler<'_> {
    fn record(&mut self, node: &Node, record: &'static Record) -> Value {
        let Written::Mapping(entries) = &node.value else {
            return Value::Null;
        };
        let mut map = Map::new();
        for (key, value) in entries.iter() {
            let known = record.all_keys().find(|known| *known.name == *key.text);
            let value = match known {
                Some(known) => self.key(owner(record, known.name), known.name, &known.shape, value),
                None if *key.text == *"x-allow" => {
                    self.shape(&Shape::Mapping("rule", TEXT), value, &mut Vec::new())
                }
                None => plain(value),
            };
            map.insert(key.text.to_string(), value);
        }
        let lacks = |key: &Place| owner(record, key.1) == key.0 && !map.contains_key(key.1);
        let of_record = self.lacking.iter().find(|key| lacks(key)).copied();
        if let Some((name, key)) =
            of_record.filter(|(_, name)| record.all_keys().any(|key| key.name == *name))
        {
            self.lacking.remove(&(name, key));
            self.places.insert((name, key));
            map.insert(
                key.to_owned(),
                (self.filling.text)("a text of its own").into(),
            );
        }
        map.into()
    }

    fn key(
        &mut self,
        record: &'static str,
        name: &'static str,
        shape: &'static Shape,
        node: &Node,
    ) -> Value {
        if KEPT.contains(&(record, name)) && !self.filling.all {
            self.places.insert((record, name));
            return plain(node);
        }
        let mut met = Vec::new();
        let value = self.shape(shape, node, &mut met);
        if !met.is_empty() {
            self.places.insert((record, name));
        }
        value
    }

    /// Fills a value; what is met are its free texts.
    fn shape(&mut self, shape: &'static Shape, node: &Node, met: &mut Vec<()>) -> Value {
        match (shape, &node.value) {
            (Shape::Either(shapes), _) => match shapes.iter().find(|one| fits(one, node)) {
                Some(one) => self.shape(one, node, met),
                None => plain(node),
            },
            (Shape::Many(of, _), Written::List(items)) => {
                items.iter().map(|item| self.shape(of, item, met)).collect()
            }
            (Shape::Many(of, _), _) => self.shape(of, node, met),
            (Shape::Record(record), Written::Mapping(_)) => self.record(node, record),
            (Shape::Record(record), Written::Scalar(_)) if !is_null(node) => {
                let short = record.short.expect("a short form");
                let key = record.all_keys().find(|key| key.name == short).expect("it");
                self.key(owner(record, short), key.name, &key.shape, node)
            }
            (Shape::Mapping(keys, of), Written::Mapping(entries)) => {
                let own = !matches!(*keys, "word" | "rule" | "score");
                let entry = |(key, value): &(source::Key, Node)| {
                    let key = match own {
                        true => self.text(&key.text),
                        false => key.text.to_string(),
                    };
                    (key, self.shape(of, value, met))
                };
                Value::Object(entries.iter().map(entry).collect())
            }
            (Shape::Reference(_), Written::Scalar(scalar)) => self.text(&scalar.text).into(),
            (Shape::Text(Format::Moment), Written::Scalar(scalar)) if !self.has_end => {
                self.text(&scalar.text).into()
            }
            (Shape::Text(Format::Free), Written::Scalar(scalar)) => {
                met.push(());
                self.text(&scalar.text).into()
            }
            (Shape::Text(format), Written::Scalar(_)) => match (self.filling.formed)(*format) {
                Some(text) => text.into(),
                None => plain(node),
            },
            (_, Written::Scalar(_)) if self.filling.all && !is_null(node) => self.text("").into(),
            _ => plain(node),
        }
    }

    fn text(&self, text: &str) -> String {
        let is_lane = LANES.iter().any(|lane| lane.id == text);
        match !self.filling.all && (WORDS.contains(&text) || is_lane) {
            true => text.to_owned(),
            false => (self.filling.text)(text),
        }
    }
}

const TEXT: &Shape = &Shape::Text(Format::Free);

/// The record that a key belongs to, which may be one that is mixed in.
fn owner(record: &'static Record, key: &str) -> &'static str {
    match record.keys.iter().any(|known| known.name == key) {
        true => record.name,
        false => record.also.map_or(record.name, |also| also.name),
    }
}

fn fits(shape: &Shape, node: &Node) -> bool {
    let json = plain(node);
    match (shape, &node.value) {
        (Shape::Either(shapes), _) => shapes.iter().any(|one| fits(one, node)),
        (Shape::Many(..), Written::List(_)) => true,
        (Shape::Many(of, _), _) => fits(of, node),
        (Shape::Record(record), Written::Mapping(entries)) => entries
            .iter()
            .any(|(key, _)| record.all_keys().any(|known| *known.name == *key.text)),
        (Shape::Record(record), Written::Scalar(_)) => record.short.is_some(),
        (Shape::Mapping(..), Written::Mapping(_)) => true,
        (Shape::Number, _) => json.is_number(),
        (Shape::Flag, _) => json.is_boolean(),
        (Shape::Choice(words), _) => words.iter().any(|choice| json == choice.word),
        (Shape::Text(_) | Shape::Reference(_), Written::Scalar(_)) => true,
        _ => false,
    }
}

fn is_null(node: &Node) -> bool {
    plain(node).is_null()
}

/// A value as it is.
fn plain(node: &Node) -> Value {
    match &node.value {
        Written::Scalar(Scalar { text, plain: true }) => match &**text {
            "" => Value::Null,
            "true" => true.into(),
            "false" => false.into(),
            text => text.parse::<i64>().map(Value::from).unwrap_or_else(|_| {
                text.parse::<f64>()
                    .map_or_else(|_| text.into(), Value::from)
            }),
        },
        Written::Scalar(scalar) => scalar.text.to_string().into(),
        Written::List(items) => items.iter().map(plain).collect(),
        Written::Mapping(entries) => {
            let entry = |(key, value): &(source::Key, Node)| (key.text.to_string(), plain(value));
            Value::Object(entries.iter().map(entry).collect())
        }
    }
}
