//! A map as an editor sees it: YAML 1.2's core schema says which scalars are numbers, truth values and null.

use boon::{Compiler, SchemaIndex, Schemas};
use jmap::source::{self, Limits, Node, Scalar};
use serde_json::{Map, Value};

/// The meta-schema, which the validator brings along.
pub const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema that is ready to validate.
pub struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    /// The schema of maps.
    pub fn of_maps() -> Schema {
        let schema = serde_json::from_str(&jmap::schema()).expect("JSON");
        let mut compiler = Compiler::new();
        compiler
            .add_resource("file:///jmap.schema.json", schema)
            .expect("a resource");
        Schema::compiled(compiler, "file:///jmap.schema.json")
    }

    /// The schema of schemas.
    pub fn of_schemas() -> Schema {
        Schema::compiled(Compiler::new(), DRAFT)
    }

    fn compiled(mut compiler: Compiler, address: &str) -> Schema {
        let mut schemas = Schemas::new();
        let index = compiler
            .compile(address, &mut schemas)
            .unwrap_or_else(|error| panic!("{error:#}"));
        Schema { schemas, index }
    }

    /// What it has against a value; `None` if it takes it.
    pub fn refusal(&self, value: &Value) -> Option<String> {
        let outcome = self.schemas.validate(value, self.index);
        outcome.err().map(|error| format!("{error:#}"))
    }

    /// What it has against a map.
    pub fn refusal_of_map(&self, yaml: &str) -> Option<String> {
        self.refusal(&json(yaml)?)
    }
}

/// The JSON of a YAML text, or `None` if it is no YAML.
pub fn json(yaml: &str) -> Option<Value> {
    source::parse(yaml, &Limits::default())
        .0
        .map(|node| value(&node))
}

fn value(node: &Node) -> Value {
    match &node.value {
        source::Value::Scalar(scalar) if scalar.plain => plain(&scalar.text),
        source::Value::Scalar(Scalar { text, .. }) => Value::from(&**text),
        source::Value::List(items) => items.iter().map(value).collect(),
        source::Value::Mapping(entries) => {
            let entries = entries
                .iter()
                .map(|(key, item)| (key.text.to_string(), value(item)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
    }
}

fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return true.into(),
        "false" | "False" | "FALSE" => return false.into(),
        _ => {}
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let integer = text.parse::<i64>().ok().or_else(|| {
        let radix = |prefix, radix| i64::from_str_radix(text.strip_prefix(prefix)?, radix).ok();
        radix("0x", 16).or_else(|| radix("0o", 8))
    });
    if let Some(integer) = integer {
        return integer.into();
    }
    let begins = unsigned
        .trim_start_matches('.')
        .starts_with(|c: char| c.is_ascii_digit());
    match text.parse::<f64>() {
        Ok(float) if begins => float.into(),
        // JSON has no infinity; any number that large is as much.
        _ if unsigned == ".inf" => f64::MAX.into(),
        _ => text.into(),
    }
}
