//! One or many, mappings with free keys, and the slots of records that they fill.

use std::marker::PhantomData;

use super::reader::{ALLOW, Read, Reader, Slot, is_null};
use super::scalar::Text;
use super::shape::Shape;
use super::{key_slips, slips};
use crate::source::{Key, Node, Value};
use crate::unseen::is_blank;

impl<T: Read> Read for Vec<T> {
    const SHAPE: Shape = Shape::Many(&T::SHAPE, usize::MAX);

    fn read(reader: &mut Reader, node: &Node) -> Option<Vec<T>> {
        match &node.value {
            Value::List(items) => {
                let read: Vec<T> = items
                    .iter()
                    .filter_map(|item| T::read(reader, item))
                    .collect();
                reader.lost |= read.len() < items.len();
                Some(read)
            }
            _ if is_null(node)
                || slips::mapping_for_list(node, &T::SHAPE)
                || slips::is_bulleted(node, &T::SHAPE) =>
            {
                reader.wrong_type(node, &Self::SHAPE);
                None
            }
            _ => T::read(reader, node).map(|one| vec![one]),
        }
    }
}

/// A mapping with keys of the author's own, in the order of the file.
#[derive(Clone, Debug)]
pub struct Mapping<T, K = Id> {
    /// What it holds.
    pub entries: Vec<(Text, T)>,
    keys: PhantomData<K>,
}

/// What the keys of a mapping are.
pub trait Keys {
    /// In a word.
    const ARE: &'static str;
}

/// Declares kinds of keys.
macro_rules! keys {
    ($($(#[doc = $doc:literal])+ $name:ident = $are:literal;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug)]
        pub struct $name;

        impl Keys for $name {
            const ARE: &'static str = $are;
        }
    )+};
}

keys! {
    /// Ids, by which other parts of the map refer to the values.
    Id = "id";
    /// Labels, which are printed.
    Label = "label";
    /// Scores on the scale of emotion.
    Level = "score";
    /// Words of the drawing, by the keys in [`super::Word::KEYS`].
    WordKey = "word";
    /// Rules, by their names.
    RuleName = "rule";
    /// Custom lanes, by their ids.
    LaneId = "lane";
}

impl<T, K> From<Vec<(Text, T)>> for Mapping<T, K> {
    fn from(entries: Vec<(Text, T)>) -> Mapping<T, K> {
        Mapping {
            entries,
            keys: PhantomData,
        }
    }
}

impl<T, K> Default for Mapping<T, K> {
    fn default() -> Mapping<T, K> {
        Vec::new().into()
    }
}

impl<T: Read, K: Keys> Read for Mapping<T, K> {
    const SHAPE: Shape = Shape::Mapping(K::ARE, &T::SHAPE);

    fn read(reader: &mut Reader, node: &Node) -> Option<Mapping<T, K>> {
        let Value::Mapping(entries) = &node.value else {
            reader.wrong_type(node, &Self::SHAPE);
            return None;
        };
        if let Some(finding) = key_slips::lacks_id(entries, &T::SHAPE) {
            reader.find(finding);
            return None;
        }
        let outer = reader.key.clone();
        let mut read = Vec::with_capacity(entries.len());
        for (key, value) in entries.iter().filter(|(key, _)| *key.text == *ALLOW) {
            reader.key = key.text.clone();
            reader.allow(node.span, value);
        }
        for (key, value) in entries.iter().filter(|(key, _)| !is_own(key)) {
            if is_blank(&key.text) {
                reader.find(key_slips::empty_key(key));
                reader.lost = true;
                continue;
            }
            if let Some(finding) = key_slips::joined_key(key, value) {
                reader.find(finding);
                reader.lost = true;
                continue;
            }
            let Some(id) = reader.text_of(&key.text, key.span) else {
                reader.lost = true;
                continue;
            };
            reader.key = key.text.clone();
            let blank = is_null(value).then(|| T::blank(key.span)).flatten();
            let item = match (blank, &T::SHAPE) {
                (Some(blank), Shape::Record(record)) => {
                    reader.count(record, key.span).then_some(blank)
                }
                (Some(blank), _) => Some(blank),
                // What cannot be read keeps its id, so that references to it are not wrong as well.
                (None, _) => T::read(reader, value).or_else(|| {
                    reader.lost = true;
                    T::blank(key.span)
                }),
            };
            read.extend(item.map(|item| (id, item)));
        }
        reader.key = outer;
        Some(read.into())
    }
}

/// Whether a key is the author's own (`x-…`) and ignored.
pub(super) fn is_own(key: &Key) -> bool {
    key.text.starts_with("x-")
}

impl<T: Read> Slot for Option<T> {
    const TAKES: Shape = T::SHAPE;

    fn fill(&mut self, reader: &mut Reader, node: &Node) {
        *self = T::read(reader, node);
        reader.lost |= self.is_none();
    }
}

impl<T: Read> Slot for Vec<T> {
    const TAKES: Shape = <Vec<T> as Read>::SHAPE;

    fn fill(&mut self, reader: &mut Reader, node: &Node) {
        let read = <Vec<T> as Read>::read(reader, node);
        reader.lost |= read.is_none();
        *self = read.unwrap_or_default();
    }
}

impl<T: Read, K: Keys> Slot for Mapping<T, K> {
    const TAKES: Shape = <Mapping<T, K> as Read>::SHAPE;

    fn fill(&mut self, reader: &mut Reader, node: &Node) {
        let read = <Mapping<T, K> as Read>::read(reader, node);
        reader.lost |= read.is_none();
        *self = read.unwrap_or_default();
    }
}
