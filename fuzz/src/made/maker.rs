//! Writes maps from the grammar of the language, so that every key of it is written, whatever is added to it.

use jmap::check::{ICONS, Word};
use jmap::model::{Format, Key, Record, Shape, all_records};
use jmap::theme::BUILTIN;

use super::beside::{FONTS, PICTURES};
use super::clock::Clock;
use super::dice::Dice;
use super::texts::{DAYS, LANGUAGES, LINKS, NUMBERS, ODD, PERIODS, SCALES};

/// A map while it is written.
pub struct Maker<'u, 'a> {
    pub dice: Dice<'u, 'a>,
    pub odd: bool,
    /// How many personas take part where it writes: the first ones.
    pub present: usize,
    pub personas: usize,
    pub channels: usize,
    pub sources: usize,
    pub kpis: usize,
    pub lanes: usize,
    pub clock: Clock,
    /// How many touchpoints each stage has.
    pub touchpoints: Vec<usize>,
    /// Which scale of emotion it has; 0 is the usual one.
    pub scale: usize,
    pub stage: usize,
    pub touchpoint: usize,
    pub pain_points: usize,
    /// Whether records are internal at random, with marks in them.
    pub planting: bool,
    /// In how many records that are internal it writes.
    pub hidden: usize,
    /// Whether the first lane of the map's own is internal.
    pub own_hidden: bool,
    pub out: String,
}

/// Stands in every text that is internal, and in the place of every number.
pub const MARKS: [&str; 2] = ["zqplanted", "90071"];

impl Maker<'_, '_> {
    /// Writes it.
    pub fn map(&mut self) {
        let record = all_records()[0];
        for key in record.all_keys() {
            if self.wanted(record, key) {
                self.out += key.name;
                self.out += ": ";
                self.value(record, key);
                self.out += "\n";
            }
        }
    }

    /// Whether a key is written.
    fn wanted(&mut self, record: &Record, key: &Key) -> bool {
        match (record.name, key.name) {
            _ if self.is_out_of_stock(&key.shape) => false,
            _ if key.required => !(self.odd && self.dice.once_in(40)),
            ("touchpoint" | "stage", "id" | "touchpoints") | ("KPI", "name") => true,
            ("map", "evidence") => self.sources > 0,
            ("map", "kpis") => self.kpis > 0,
            ("map", "lanes") => self.lanes > 0 || self.dice.once_in(3),
            ("map", "timeline") => self.clock.timeline().is_some(),
            ("map", "emotion_scale") => self.scale > 0,
            ("touchpoint", "at") => self.clock.timeline().is_some() || self.dice.once_in(6),
            ("touchpoint", "until") => self.dice.once_in(5),
            ("stage" | "touchpoint", "cells") => self.lanes > 0 && self.dice.once_in(3),
            ("touchpoint", "emotion") => self.touchpoint == 0 || self.dice.once_in(2),
            ("stage", "emotion") => self.dice.once_in(8),
            _ => self.dice.once_in(3),
        }
    }

    /// Whether a value would have to name something of which there is none.
    fn is_out_of_stock(&self, shape: &Shape) -> bool {
        match shape {
            Shape::Reference(kind) => self.stock(kind).1 == 0,
            Shape::Many(of, _) => self.is_out_of_stock(of),
            _ => false,
        }
    }

    /// What ids of a kind of thing begin with, and how many there are.
    fn stock(&self, kind: &str) -> (&'static str, usize) {
        match kind {
            "persona" => ("p", self.present),
            "channel" => ("c", self.channels),
            "KPI" => ("k", self.kpis),
            "stage" => ("s", self.touchpoints.len()),
            "touchpoint" => ("t", self.touchpoints.iter().sum()),
            "pain point" => ("f", self.pain_points),
            _ => ("e", self.sources),
        }
    }

    fn value(&mut self, record: &'static Record, key: &'static Key) {
        if self.odd && self.dice.once_in(60) {
            self.out += self.dice.one(ODD);
            return;
        }
        match (record.name, key.name) {
            ("map", "lang") => self.out += self.dice.one(LANGUAGES),
            ("map", "theme") => self.out += BUILTIN[self.dice.below(BUILTIN.len())].0,
            ("map", "fonts") => self.out += FONTS[0],
            ("map", "emotion_scale") => self.perhaps_internal(SCALES[self.scale.max(1) - 1].2),
            ("map", "timeline") => self.perhaps_internal(self.clock.timeline().unwrap_or("null")),
            ("map", "personas" | "channels" | "evidence" | "kpis") => self.things(&key.shape),
            ("map", "lanes") => self.all_lanes(),
            ("map", "stages") => {
                self.list(self.touchpoints.len(), &key.shape, |maker| maker.stage += 1)
            }
            ("stage", "touchpoints") => {
                let count = self.touchpoints[self.stage.min(self.touchpoints.len() - 1)];
                self.list(count, &key.shape, |maker| {
                    maker.touchpoint += 1;
                    maker.present = maker.personas;
                });
            }
            ("stage", "id") => self.out += &format!("s{}", self.stage),
            ("touchpoint", "id") => self.out += &format!("t{}", self.touchpoint),
            ("pain point", "id") => {
                self.out += &format!("f{}", self.pain_points);
                self.pain_points += 1;
            }
            ("touchpoint", "persona") => {
                self.present = 1 + self.dice.below(self.personas);
                let ids: Vec<String> = (0..self.present).map(|at| format!("p{at}")).collect();
                self.out += &format!("[{}]", ids.join(", "));
            }
            ("touchpoint", "at") => self.out += &self.clock.at(&mut self.dice),
            ("touchpoint", "until") => self.out += &self.clock.until(&mut self.dice),
            ("way on", "share") => self.out += &format!("{} %", self.dice.below(20)),
            ("lane", "blank") => self.out += &format!("{}", 1 + self.dice.below(100)),
            ("channel", "icon") => self.out += self.dice.one(ICONS),
            ("feeling", "score" | "low" | "high") => self.score(),
            (_, "emotion") => self.emotion(),
            (_, "cells") => self.own_cells(),
            (_, "volume" | "n") if self.hidden == 0 => {
                self.out += &self.dice.below(100_000).to_string()
            }
            _ => self.shaped(&key.shape),
        }
    }

    /// A value of a shape.
    fn shaped(&mut self, shape: &'static Shape) {
        match shape {
            Shape::Text(format) => self.formatted(*format),
            Shape::Number if self.hidden > 0 => self.out += MARKS[1],
            Shape::Number => self.out += self.dice.one(NUMBERS),
            Shape::Flag => self.out += self.dice.one(&["false", "true"]),
            Shape::Choice(options) => self.out += options[self.dice.below(options.len())].word,
            Shape::Reference(kind) => self.reference(kind),
            Shape::Record(record) => self.record(record),
            Shape::Many(of, most) => {
                let most = if self.dice.once_in(12) { 12 } else { 3 }.min(*most);
                let count = self.dice.below(most);
                self.list(1 + count, of, |_| {});
            }
            Shape::Mapping(keys, of) => self.mapping(keys, of),
            Shape::Either(shapes) => {
                let open: Vec<&Shape> = shapes
                    .iter()
                    .filter(|shape| !self.is_out_of_stock(shape))
                    .collect();
                let at = self.dice.below(open.len());
                if let Some(shape) = open.get(at) {
                    self.shaped(shape);
                }
            }
        }
    }

    fn formatted(&mut self, format: Format) {
        match format {
            Format::Free | Format::Moment => self.text(),
            Format::Day => self.out += self.dice.one(DAYS),
            Format::Period => self.out += self.dice.one(PERIODS),
            Format::Language => self.out += self.dice.one(LANGUAGES),
            Format::Link => {
                let link = self.dice.one(LINKS);
                self.quoted(link);
            }
            Format::Path if self.odd => self.out += self.dice.one(PICTURES),
            Format::Path => self.out += PICTURES[0],
            Format::Color => self.out += self.dice.one(&["\"#c2410c\"", "\"#FFF\"", "\"#000000\""]),
            Format::Percent => self.out += "7 %",
        }
    }

    /// A list of a number of values; a step is made after each.
    fn list(&mut self, count: usize, shape: &'static Shape, step: impl Fn(&mut Self)) {
        let of = match shape {
            Shape::Many(of, _) => of,
            other => other,
        };
        self.out += "[";
        for _ in 0..count {
            if matches!(of, Shape::Record(_)) {
                self.out += "\n  ";
            }
            self.shaped(of);
            self.out += ", ";
            step(self);
        }
        self.out += "]";
    }

    fn record(&mut self, record: &'static Record) {
        // A KPI in a word would be the id of another one.
        let named = ["stage", "touchpoint", "lane", "KPI"].contains(&record.name);
        let short = record.all_keys().find(|key| Some(key.name) == record.short);
        if let Some(short) = short
            && !named
            && self.dice.once_in(2)
        {
            return self.value(record, short);
        }
        let internal = self.planting && self.dice.once_in(4);
        self.hidden += usize::from(internal);
        self.out += "{";
        for key in record.all_keys() {
            if self.wanted(record, key) {
                self.out += key.name;
                self.out += ": ";
                self.value(record, key);
                self.out += ", ";
            }
        }
        if internal || (!self.planting && self.dice.once_in(40)) {
            self.out += "internal: true, ";
        }
        self.hidden -= usize::from(internal);
        if self.dice.once_in(60) {
            self.out += "x-own: [1], ";
        }
        self.out += "}";
    }

    /// A record as it is, which may be internal where something is planted.
    fn perhaps_internal(&mut self, record: &str) {
        match record.strip_suffix('}') {
            Some(open) if self.planting && self.dice.once_in(4) => {
                self.out += &format!("{open}, internal: true}}");
            }
            _ => self.out += record,
        }
    }

    /// Things of the map by id.
    fn things(&mut self, shape: &'static Shape) {
        let of = match shape {
            Shape::Mapping(_, of) | Shape::Either([Shape::Mapping(_, of), ..]) => of,
            _ => return self.shaped(shape),
        };
        let Shape::Record(record) = of else {
            return self.shaped(shape);
        };
        let kind = match record.name {
            "source" => "source in `evidence`",
            name => name,
        };
        let (letter, count) = self.stock(kind);
        self.out += "{";
        for at in 0..count {
            self.out += &format!("\n  {letter}{at}: ");
            self.shaped(of);
            self.out += ", ";
        }
        self.out += "}";
    }

    fn mapping(&mut self, keys: &str, of: &'static Shape) {
        self.out += "{";
        for at in 0..=self.dice.below(3) {
            match keys {
                "word" => {
                    self.out += Word::KEYS[(self.dice.below(40) + 40 * at) % Word::KEYS.len()].1
                }
                "rule" => self.out += ["missing-owner", "missing-goal", "one-persona"][at],
                _ => self.out += &format!("Label {at}"),
            }
            self.out += ": ";
            self.shaped(of);
            self.out += ", ";
        }
        self.out += "}";
    }

    fn reference(&mut self, kind: &str) {
        let (letter, count) = self.stock(kind);
        let at = match self.dice.below(count) {
            at if self.odd && self.dice.once_in(30) => at + count,
            at => at,
        };
        self.out += &format!("{letter}{at}");
    }
}
