//! Records: mappings with known keys. One declaration gives the struct, its table of keys and its reader, so that
//! they cannot disagree.

use std::cell::OnceCell;
use std::rc::Rc;

use super::collections::is_own;
use super::key_slips;
use super::reader::{ALLOW, Read, Reader, is_null};
use super::shape::{Record, Shape};
use crate::diag::{self, Span};
use crate::source::{Key, Node, Value};

/// What every record knows of itself.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// The whole record.
    pub span: Span,
    /// Its first key: what is marked when something in it is missing.
    pub head: Span,
    /// Left out of a public map.
    pub internal: bool,
    /// Where it says so.
    pub internal_span: Span,
    /// Keys that are written but could not be read as a whole: what they lack is no finding of its own.
    lost: Vec<Rc<str>>,
    /// Required keys with nothing after them, and where they stand.
    empty: Vec<(&'static str, Span)>,
}

impl Meta {
    /// A record at a place, nothing else known.
    pub(super) fn at(span: Span) -> Meta {
        Meta {
            span,
            head: span,
            ..Meta::default()
        }
    }

    /// Where a required key that has no value is missed: at the key, if it is written, else at the record's first key.
    pub fn place(&self, key: &str) -> Span {
        self.empty
            .iter()
            .find(|(empty, _)| *empty == key)
            .map_or(self.head, |(_, span)| *span)
    }

    /// Keys that are written, though at another place.
    pub(super) fn stands_elsewhere(&mut self, keys: &[&str]) {
        self.lost.extend(keys.iter().map(|key| Rc::from(*key)));
    }

    /// Whether a key is written, but could not be read as a whole.
    pub fn lost(&self, key: &str) -> bool {
        self.lost.iter().any(|lost| **lost == *key)
    }
}

/// What the record macro writes for each record.
pub(super) trait Fields: Default {
    /// Its table.
    const RECORD: &'static Record;

    /// Reads the value of a key; `false` if the record has no such key.
    fn fill(&mut self, reader: &mut Reader, key: &str, node: &Node) -> bool;

    /// What it knows of itself.
    fn meta(&mut self) -> &mut Meta;
}

/// Reads a record from a mapping, or from the value of its short key.
pub(super) fn read_record<T: Fields>(reader: &mut Reader, node: &Node) -> Option<T> {
    let mut record = T::default();
    *record.meta() = Meta::at(node.span);
    match (&node.value, T::RECORD.short) {
        (Value::Mapping(entries), _) => {
            if !reader.count(T::RECORD, node.span) {
                return None;
            }
            let outer = (reader.key.clone(), reader.lost);
            if let Some((first, _)) = entries.first() {
                record.meta().head = first.span;
            }
            let free = OnceCell::new();
            for at in 0..entries.len() {
                read_key(reader, &mut record, entries, at, &free);
            }
            (reader.key, reader.lost) = outer;
            Some(record)
        }
        (Value::Scalar(_), Some(short)) if !is_null(node) => {
            if !reader.count(T::RECORD, node.span) {
                return None;
            }
            let outer = std::mem::take(&mut reader.lost);
            record.fill(reader, short, node);
            let lost = std::mem::replace(&mut reader.lost, outer);
            (!lost).then_some(record)
        }
        _ => {
            reader.wrong_type(node, &Shape::Record(T::RECORD));
            None
        }
    }
}

fn read_key<T: Fields>(
    reader: &mut Reader,
    record: &mut T,
    entries: &[(Key, Node)],
    at: usize,
    free: &OnceCell<Vec<&'static str>>,
) {
    let Some(entry @ (key, value)) = entries.get(at) else {
        return;
    };
    reader.key = key.text.clone();
    reader.lost = false;
    match &*key.text {
        "internal" => {
            record.meta().internal = bool::read(reader, value).unwrap_or_default();
            record.meta().internal_span = key.span;
        }
        ALLOW => {
            let within = record.meta().span;
            reader.allow(within, value);
        }
        _ if is_own(key) => {}
        name if is_blank(value) && T::RECORD.required(name).is_some() => {
            record
                .meta()
                .empty
                .extend(T::RECORD.required(name).map(|name| (name, key.span)));
        }
        name => {
            if !record.fill(reader, name, value) {
                let place = (key.span, T::RECORD.name);
                let known = reader.meant.get(&place).copied();
                if known.is_none() && reader.findings.wants(&diag::UNKNOWN_KEY) {
                    let around = key_slips::Around {
                        free: free.get_or_init(|| key_slips::free(T::RECORD, entries)),
                        before: at
                            .checked_sub(1)
                            .and_then(|at| entries.get(at))
                            .map(|(_, node)| node),
                        alone: entries.len() == 1,
                    };
                    let (finding, meant) = key_slips::unknown_key(T::RECORD, entry, &around);
                    reader.find(finding);
                    reader.meant.insert(place, meant);
                }
                reader.strays.extend(key_slips::stray(name));
                let meant = reader.meant.get(&place).copied().flatten();
                record.meta().lost.extend(meant.map(Rc::from));
            }
        }
    }
    if reader.lost {
        record.meta().lost.push(key.text.clone());
    }
}

/// Whether nothing is written, or nothing but white space.
fn is_blank(node: &Node) -> bool {
    !node.is_unresolved()
        && (is_null(node)
            || matches!(&node.value, Value::Scalar(scalar) if scalar.text.trim().is_empty()))
}

/// Declares a record of the language.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        $name:ident ($one:literal, $many:literal $(, short $short:ident)? $(, most $most:ident)?) {
            $($(#[doc = $doc:literal])+ $field:ident $(($required:ident))?: $type:ty,)*
            $(.. $(#[doc = $also_doc:literal])+ $also:ident: $also_type:ty,)?
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            $($(#[doc = $doc])+ pub $field: $type,)*
            $($(#[doc = $also_doc])+ pub $also: $also_type,)?
            /// What it knows of itself.
            pub meta: $crate::model::Meta,
        }

        impl $crate::model::record::Fields for $name {
            const RECORD: &'static $crate::model::shape::Record = &$crate::model::shape::Record {
                name: $one,
                plural: $many,
                about: concat!($($about),+),
                short: record!(@option $(stringify!($short))?),
                keys: &[$($crate::model::shape::Key {
                    name: stringify!($field),
                    shape: <$type as $crate::model::reader::Slot>::TAKES,
                    about: concat!($($doc),+),
                    required: record!(@flag $($required)?),
                }),*],
                also: record!(@option $(<$also_type as $crate::model::record::Fields>::RECORD)?),
                most: record!(@option $($crate::limits::Limit::$most)?),
            };

            fn fill(
                &mut self,
                reader: &mut $crate::model::reader::Reader,
                key: &str,
                node: &$crate::source::Node,
            ) -> bool {
                match key {
                    $(stringify!($field) => {
                        $crate::model::reader::Slot::fill(&mut self.$field, reader, node);
                        true
                    })*
                    _ => false $(|| self.$also.fill(reader, key, node))?,
                }
            }

            fn meta(&mut self) -> &mut $crate::model::Meta {
                &mut self.meta
            }
        }

        impl $crate::model::reader::Read for $name {
            const SHAPE: $crate::model::shape::Shape =
                $crate::model::shape::Shape::Record(<$name as $crate::model::record::Fields>::RECORD);

            fn read(reader: &mut $crate::model::reader::Reader, node: &$crate::source::Node) -> Option<$name> {
                $crate::model::record::read_record(reader, node)
            }

            fn blank(span: $crate::diag::Span) -> Option<$name> {
                Some($name { meta: $crate::model::Meta::at(span), ..Default::default() })
            }
        }
    };
    (@option) => { None };
    (@option $value:expr) => { Some($value) };
    (@flag) => { false };
    (@flag required) => { true };
}
pub(super) use record;
