//! Emotion, in all its forms.

use super::collections::Mapping;
use super::reader::{Read, Reader, is_null};
use super::record::{Fields, record};
use super::scalar::{EvidenceRef, Number, Text, number};
use super::shape::Shape;
use crate::diag::{self, Span};
use crate::source::{Key, Node, Scalar, Value};

/// Feelings that one cell may hold for one persona.
pub const MOST_FEELINGS: usize = 12;

record! {
    /// A point of the emotion curve.
    Feeling ("feeling", "feelings", short feeling) {
        /// How it feels, as a number on the scale of emotion.
        score: Option<Number>,
        /// How it feels, in a word.
        feeling: Option<Text>,
        /// Ids of the sources of the score.
        evidence: Vec<EvidenceRef>,
        /// Lower bound of the score.
        low: Option<Number>,
        /// Upper bound of the score.
        high: Option<Number>,
    }
}

/// How it feels in a cell.
#[derive(Clone, Debug)]
pub enum Emotion {
    /// The same for every persona of the cell.
    Shared(Feelings),
    /// One for each persona, by id.
    Each(Vec<(Text, Feelings)>),
}

/// One to twelve feelings in order, and where they stand.
#[derive(Clone, Debug)]
pub struct Feelings {
    /// The feelings.
    pub list: Vec<Feeling>,
    /// Where they stand.
    pub span: Span,
}

impl Read for Emotion {
    const SHAPE: Shape =
        Shape::Either(&[Feelings::SHAPE, Shape::Mapping("persona", &Feelings::SHAPE)]);

    fn read(reader: &mut Reader, node: &Node) -> Option<Emotion> {
        match &node.value {
            Value::Mapping(entries) if !is_feeling(entries) => {
                let lost = std::mem::take(&mut reader.lost);
                let each: Mapping<Feelings> = Mapping::read(reader, node)?;
                let any = !each.entries.is_empty();
                if !any && !reader.lost {
                    reader.wrong_type(node, &Feeling::SHAPE);
                }
                reader.lost |= lost;
                any.then_some(Emotion::Each(each.entries))
            }
            _ => Feelings::read(reader, node).map(Emotion::Shared),
        }
    }
}

/// Whether a mapping is a feeling rather than one for each persona.
fn is_feeling(entries: &[(Key, Node)]) -> bool {
    entries.iter().any(|(key, _)| {
        Feeling::RECORD
            .keys
            .iter()
            .any(|known| *known.name == *key.text)
    })
}

impl Read for Feelings {
    const SHAPE: Shape = Shape::Many(
        &Shape::Either(&[Shape::Number, Feeling::SHAPE]),
        MOST_FEELINGS,
    );

    fn read(reader: &mut Reader, node: &Node) -> Option<Feelings> {
        let list = match &node.value {
            Value::List(items) if items.is_empty() || items.len() > MOST_FEELINGS => {
                let message = format!("lists {} feelings", items.len());
                let finding = reader
                    .about_key(&diag::INVALID_VALUE, node.span, &message)
                    .mark(format!("one to {MOST_FEELINGS} fit into a cell"));
                reader.find(finding.help(if items.is_empty() {
                    "write `unknown` if nobody has asked yet"
                } else {
                    "split the touchpoint, or keep the scores that matter"
                }));
                return None;
            }
            Value::List(items) => items
                .iter()
                .map(|item| read_feeling(reader, item))
                .collect::<Vec<_>>(),
            _ => vec![read_feeling(reader, node)],
        };
        // A curve with a lost point would be another curve.
        let list: Option<Vec<Feeling>> = list.into_iter().collect();
        list.map(|list| Feelings {
            list,
            span: node.span,
        })
    }
}

fn read_feeling(reader: &mut Reader, node: &Node) -> Option<Feeling> {
    match &node.value {
        Value::Scalar(Scalar { text, plain: true }) if number(text).is_some() => {
            let score = Some(Number::read(reader, node)?);
            Some(Feeling {
                score,
                meta: super::Meta::at(node.span),
                ..Feeling::default()
            })
        }
        Value::Scalar(_) if !is_null(node) => Feeling::read(reader, node),
        Value::Mapping(entries) if is_feeling(entries) => Feeling::read(reader, node),
        Value::Mapping(_) => {
            let finding = reader.about_key(
                &diag::WRONG_TYPE,
                node.span,
                "takes feelings, but this mapping is none",
            );
            reader.find(
                finding
                    .mark(format!("has none of the keys {}", Feeling::RECORD.list_of_keys()))
                    .help("a feeling is a score, a word, or both: {score: -1.5, feeling: frustrated}")
                    .help("if each persona has its own, begin with the personas: emotion: {ana: [1, -1], tom: 2}"),
            );
            None
        }
        _ => {
            reader.wrong_type(node, &Shape::Either(&[Shape::Number, Feeling::SHAPE]));
            None
        }
    }
}
