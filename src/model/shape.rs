//! The grammar of the language as data: what each key takes. The reader, its messages and the JSON Schema come from it.

use crate::limits::Limit;

/// What a value may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A scalar, as it is written.
    Text(Format),
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
    /// One of a few words.
    Choice(&'static [Choice]),
    /// The id or the exact name of a thing of this kind.
    Reference(&'static str),
    /// A mapping with known keys.
    Record(&'static Record),
    /// One, or a list with at most so many.
    Many(&'static Shape, usize),
    /// A mapping with free keys: what the keys are, and what the values are.
    Mapping(&'static str, &'static Shape),
    /// Any one of these.
    Either(&'static [Shape]),
}

/// A word that a key takes.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// As it is written.
    pub word: &'static str,
    /// What it means, in a sentence.
    pub about: &'static str,
}

/// What a text has to look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Anything.
    Free,
    /// `2026-01-17`
    Day,
    /// `2026-01-17`, `2026-01` or `2026`
    Period,
    /// A point in time: a number, `1w 5d`, a date, a date and time, or a free label.
    Moment,
    /// A BCP 47 language tag.
    Language,
    /// An address that begins with `https:`, `http:` or `mailto:`.
    Link,
    /// A path to a file beside the map.
    Path,
    /// `#RGB` or `#RRGGBB`
    Color,
    /// A part of a whole: `40 %`.
    Percent,
}

/// The keys of a mapping, and how it is spoken of.
#[derive(Debug, PartialEq)]
pub struct Record {
    /// What one is called: `pain point`.
    pub name: &'static str,
    /// What several are called.
    pub plural: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    /// The key whose value may stand for the whole.
    pub short: Option<&'static str>,
    /// Its keys, besides `internal` and `x-…`, which every record has.
    pub keys: &'static [Key],
    /// Another record whose keys stand among its own.
    pub also: Option<&'static Record>,
    /// What says how many of them a map may have.
    pub most: Option<Limit>,
}

/// A key of a record.
#[derive(Debug, PartialEq)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it takes.
    pub shape: Shape,
    /// What it is for, in a sentence.
    pub about: &'static str,
    /// Whether there is no map without it.
    pub required: bool,
}

impl Record {
    /// All its keys, those of the record that is mixed in at the end.
    pub fn all_keys(&self) -> impl Iterator<Item = &'static Key> + use<> {
        self.keys
            .iter()
            .chain(self.also.map_or(&[][..], |also| also.keys))
    }

    /// The name of a key without which there is no map.
    pub fn required(&self, name: &str) -> Option<&'static str> {
        self.keys
            .iter()
            .find(|key| key.required && key.name == name)
            .map(|key| key.name)
    }

    /// The names of its keys, for a sentence.
    pub fn list_of_keys(&self) -> String {
        self.all_keys()
            .map(|key| format!("`{}`", key.name))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// Its name with the indefinite article.
    pub fn one(&self) -> String {
        article(self.name)
    }
}

impl Shape {
    /// What is expected, as part of a sentence: `a list of touchpoints`.
    pub fn expects(&self) -> String {
        match self {
            Shape::Text(format) => format.expects().to_owned(),
            Shape::Number => "a number".to_owned(),
            Shape::Flag => "`true` or `false`".to_owned(),
            Shape::Choice(options) => {
                alternatives(options.iter().map(|option| format!("`{}`", option.word)))
            }
            Shape::Reference(kind) => format!("the id of {}", article(kind)),
            Shape::Record(record) => match record.short {
                Some(_) => format!("{} (a text or a mapping)", record.one()),
                None => format!("a mapping with the keys {}", record.list_of_keys()),
            },
            Shape::Many(Shape::Record(record), _) => format!("a list of {}", record.plural),
            Shape::Many(Shape::Text(Format::Free), _) => "a text or a list of texts".to_owned(),
            Shape::Many(of, _) => format!("{} or a list of them", of.expects()),
            Shape::Mapping(key, Shape::Record(record)) => {
                format!("a mapping of {key}s to {}", record.plural)
            }
            Shape::Mapping(key, of) => format!("a mapping of {key}s to {}", of.expects()),
            Shape::Either(shapes) => alternatives(shapes.iter().map(Shape::expects)),
        }
    }
}

impl Format {
    fn expects(self) -> &'static str {
        match self {
            Format::Free => "a text",
            Format::Day => "a date (`2026-01-17`)",
            Format::Period => "a day, a month or a year (`2026-01-17`, `2026-01`, `2026`)",
            Format::Moment => "a point in time",
            Format::Language => "a language tag (`en`, `pt-BR`)",
            Format::Link => "a link (`https://…`)",
            Format::Path => "a path to a file beside the map",
            Format::Color => {
                "a colour, in quotation marks since # begins a comment (`\"#C2410C\"`)"
            }
            Format::Percent => "a percentage (`40 %`)",
        }
    }
}

/// A noun with its indefinite article.
pub fn article(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

/// `a, b or c`
pub fn alternatives(items: impl IntoIterator<Item = String>) -> String {
    let mut items: Vec<String> = items.into_iter().collect();
    match items.pop() {
        Some(last) if !items.is_empty() => format!("{} or {last}", items.join(", ")),
        last => last.unwrap_or_default(),
    }
}
