//! The located tree agrees with what Serde reads from the same file: structure, keys and values.

use std::collections::BTreeMap;
use std::fmt::{self, Formatter};
use std::fs;
use std::path::{Path, PathBuf};

use jmap::source::{self, Limits, Node, Scalar, Value};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Anything that a map may hold, as Serde reads it.
#[derive(Debug)]
enum Any {
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Any>),
    Mapping(BTreeMap<String, Any>),
    Nothing,
}

impl<'de> Deserialize<'de> for Any {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Any, D::Error> {
        from.deserialize_any(AnyVisitor)
    }
}

struct AnyVisitor;

impl<'de> Visitor<'de> for AnyVisitor {
    type Value = Any;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Any, E> {
        Ok(Any::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Any, E> {
        Ok(Any::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Any, E> {
        Ok(Any::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Any, E> {
        Ok(Any::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Any, E> {
        Ok(Any::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Any, E> {
        Ok(Any::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Any, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Any::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Any, A::Error> {
        let mut mapping = BTreeMap::new();
        while let Some((key, value)) = entries.next_entry::<String, Any>()? {
            mapping.insert(key, value);
        }
        Ok(Any::Mapping(mapping))
    }
}

fn assert_agree(ours: &Node, theirs: &Any, at: &str) {
    match (&ours.value, theirs) {
        (Value::Scalar(scalar), theirs) => {
            assert!(same(scalar, theirs), "{at}: {scalar:?}, {theirs:?}")
        }
        (Value::List(ours), Any::List(theirs)) => {
            assert_eq!(ours.len(), theirs.len(), "{at}");
            for (index, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
                assert_agree(ours, theirs, &format!("{at}[{index}]"));
            }
        }
        (Value::Mapping(ours), Any::Mapping(theirs)) => {
            assert_eq!(ours.len(), theirs.len(), "{at}");
            for (key, value) in ours.iter() {
                assert_agree(value, &theirs[&*key.text], &format!("{at}.{}", key.text));
            }
        }
        (ours, theirs) => panic!("{at}: {ours:?}, {theirs:?}"),
    }
}

/// Whether a scalar as written is what Serde makes of it.
fn same(ours: &Scalar, theirs: &Any) -> bool {
    match theirs {
        Any::Bool(value) => ours.plain && ours.text.parse() == Ok(*value),
        Any::Number(value) => ours.plain && ours.text.parse() == Ok(*value),
        Any::Text(text) => *text == *ours.text,
        Any::Nothing => ours.plain && ["", "~", "null"].contains(&&*ours.text),
        Any::List(_) | Any::Mapping(_) => false,
    }
}

#[test]
fn maps_words_and_themes_are_read_as_serde_reads_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut compared = 0;
    for folder in [
        "maps",
        "templates/starters",
        "templates/themes",
        "templates/words",
        "tests/cases/lanes",
    ] {
        let mut paths: Vec<PathBuf> = fs::read_dir(root.join(folder))
            .expect(folder)
            .map(|entry| entry.expect(folder).path())
            .collect();
        paths.sort();
        for path in paths.iter().filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        }) {
            let text = fs::read_to_string(path).expect("a file");
            let (ours, findings) = source::parse(&text, &Limits::default());
            assert_eq!(findings, [], "{}", path.display());
            let theirs: Any = serde_yaml::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert_agree(&ours.expect("a tree"), &theirs, &path.display().to_string());
            compared += 1;
        }
    }
    assert!(compared > 15, "{compared} files");
}
