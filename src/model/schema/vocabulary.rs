//! Words that editors can offer: those of the language, and those that other stages know.

use serde_json::{Value, json};

use super::shapes::reference;
use super::{Members, members, own_keys};
use crate::diag::Rule;
use crate::model::shape::{Choice, Key, Record};
use crate::model::{LANES, Word, Words};

/// What is known outside the tables of the language.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary<'v> {
    /// The rules whose level a map may set.
    pub rules: &'v [&'v Rule],
    /// Words for feelings, their scores from −2 to 2, and words that score the same.
    pub feelings: &'v [(&'v str, f64, &'v [&'v str])],
    /// The icons of channels.
    pub icons: &'v [&'v str],
    /// The built-in themes, and what each is for.
    pub themes: &'v [(&'v str, String)],
}

/// Words that a key of free text knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    Feelings,
    Icons,
    Lanes,
    Themes,
}

impl Known {
    /// All of them.
    pub const ALL: [Known; 4] = [Known::Feelings, Known::Icons, Known::Lanes, Known::Themes];

    /// Those that a key knows, if it knows any.
    pub fn at(record: &Record, key: &Key) -> Option<Known> {
        match (record.name, key.name) {
            ("feeling", "feeling") => Some(Known::Feelings),
            ("channel", "icon") => Some(Known::Icons),
            ("lane", "id") => Some(Known::Lanes),
            ("map", "theme") => Some(Known::Themes),
            _ => None,
        }
    }

    /// The name of their definition.
    pub fn name(self) -> &'static str {
        match self {
            Known::Feelings => "known_feelings",
            Known::Icons => "icons",
            Known::Lanes => "built_in_lanes",
            Known::Themes => "built_in_themes",
        }
    }

    /// Whether there are no others.
    pub fn is_closed(self) -> bool {
        self == Known::Icons
    }
}

impl Vocabulary<'_> {
    /// One of the words of a choice.
    pub(super) fn choice(choices: &[Choice]) -> Value {
        words(choices.iter().flat_map(|choice| {
            // Digits are a number without quotation marks, and mean the same.
            let number = choice.word.parse::<i64>().ok().map(Value::from);
            let forms = number.into_iter().chain([choice.word.into()]);
            forms.map(|form| (form, super::sentence(choice.about)))
        }))
    }

    /// The words that a key of free text knows.
    pub(super) fn known(&self, known: Known) -> Value {
        match known {
            Known::Feelings => {
                let scored = self.feelings.iter().map(|(word, score, also)| {
                    let score = score.to_string().replace('-', "−");
                    let also = match also {
                        [] => String::new(),
                        also => format!(" So do: {}.", also.join(", ")),
                    };
                    (*word, format!("Scores {score}.{also}"))
                });
                let unknown = "Nobody has asked yet: a gap in the curve.";
                words(scored.chain([("unknown", unknown.to_owned())]))
            }
            Known::Icons => json!({"enum": self.icons}),
            Known::Lanes => {
                let english = Words::for_lang("en");
                let builtin = LANES.iter().map(|lane| {
                    let note = lane.note.map(|note| format!(": {}", english.get(note)));
                    let title = english.get(lane.title);
                    (lane.id, format!("{title}{}", note.unwrap_or_default()))
                });
                let rest = "All others that have content, in default order.";
                words(builtin.chain([("rest", rest.to_owned())]))
            }
            Known::Themes => words(
                self.themes
                    .iter()
                    .map(|(name, about)| (*name, about.as_str())),
            ),
        }
    }

    /// The drawing's own words as keys, each with its English text.
    pub(super) fn words(of_items: &Value) -> Members {
        let properties = Word::KEYS
            .iter()
            .map(|(_, key, english)| (*key, format!("In English: {english}")));
        only(properties, of_items)
    }

    /// The rules as keys, each with what it finds.
    pub(super) fn rules(&self, of_items: &Value) -> Members {
        only(
            self.rules.iter().map(|rule| (rule.name, finds(rule))),
            of_items,
        )
    }

    /// `x-allow`: rules that are silenced at a place, and why.
    pub(super) fn allow(&self) -> Value {
        let mut allow = members(json!({
            "title": "Silenced here",
            "description": "Rules that are silenced at this place, each with the reason: `{emotion-twice: both were asked}`.",
            "type": "object",
        }));
        allow.extend(only(
            self.rules.iter().map(|rule| (rule.name, finds(rule))),
            &reference("text"),
        ));
        allow.insert("patternProperties".into(), own_keys());
        allow.into()
    }
}

fn finds(rule: &Rule) -> String {
    format!("Finds {}.", rule.finds)
}

/// One of some words, each with what it means.
fn words<W: Into<Value>, A: Into<Value>>(words: impl Iterator<Item = (W, A)>) -> Value {
    let (words, about): (Vec<Value>, Vec<Value>) = words
        .map(|(word, about)| (word.into(), about.into()))
        .unzip();
    json!({"enum": words, "enumDescriptions": about})
}

/// A mapping with these keys alone, each with its description.
fn only<'k>(keys: impl Iterator<Item = (&'k str, String)>, of_items: &Value) -> Members {
    let properties = keys.map(|(key, about)| {
        let mut property = members(json!({"description": about}));
        property.extend(members(of_items.clone()));
        (key.to_owned(), property.into())
    });
    let properties: Members = properties.collect();
    members(json!({"properties": properties, "additionalProperties": false}))
}
