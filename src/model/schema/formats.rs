//! Texts and numbers, by what they have to look like.

use serde_json::{Value, json};

use super::{Members, members};
use crate::limits::Limit;
use crate::model::scalar::LARGEST_NUMBER;
use crate::model::shape::{Format, Shape};

/// A number of YAML's core schema, in a text.
const NUMBER: &str = r"[0-9]+(\.[0-9]*)?|\.[0-9]+";

/// The definition that a format refers to.
pub(super) fn name(format: Format) -> &'static str {
    match format {
        // Labels of time and paths are texts of any form, as far as their form is known here.
        Format::Free | Format::Moment | Format::Path => "text",
        Format::Day => "day",
        Format::Period => "period",
        Format::Language => "language",
        Format::Link => "link",
        Format::Color => "color",
        Format::Percent => "percent",
    }
}

/// What all records refer to.
pub(super) fn definitions() -> Members {
    let end = LARGEST_NUMBER as i64;
    let month = "[0-9]{4}-(0[1-9]|1[0-2])";
    let day = "(0[1-9]|[12][0-9]|3[01])";
    members(json!({
        "text": {
            "$comment": "A number, `true` and `false` count as they are written. The truth values are said by what they are not, \
                         so that no editor offers them where a text is meant; the empty title keeps the forms apart, so that \
                         the YAML language server does not tell both.",
            "anyOf": [
                {
                    "title": "",
                    "type": ["string", "number"],
                    "pattern": "\\S",
                    "patternErrorMessage": "must not be empty",
                    "maxLength": Limit::Text.spec().usual,
                },
                {
                    "description": "`true` and `false` count as they are written.",
                    "not": {"type": ["string", "number", "array", "object", "null"]},
                },
            ],
        },
        "nothing": {
            "description": "The key says enough.",
            "$comment": "Nothing after the key. Said by what it is not, so that no editor offers the word `null`.",
            "not": {"type": ["string", "number", "boolean", "array", "object"]},
        },
        "number": {"type": "number", "minimum": -end, "maximum": end},
        "day": text(Format::Day, &format!("{month}-{day}")),
        "period": {"anyOf": [
            text(Format::Period, &format!("[0-9]{{4}}|{month}(-{day})?")),
            {"description": "A year.", "type": "integer", "minimum": 1000, "maximum": 9999},
        ]},
        "language": text(Format::Language, "[A-Za-z]{2,3}((-[A-Za-z0-9])*-[A-Za-z0-9]{2,8})*"),
        "link": text(Format::Link, r"([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)\S+"),
        "color": text(Format::Color, "#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})"),
        "percent": text(Format::Percent, &format!(r"\+?({NUMBER})\s*%?")),
    }))
}

/// A text of a form; what it should be is what the reader's messages say.
fn text(format: Format, pattern: &str) -> Value {
    json!({
        "type": "string",
        "pattern": format!(r"^\s*({pattern})\s*$"),
        "patternErrorMessage": format!("must be {}", Shape::Text(format).expects()),
    })
}

/// A key of the author's own, in a mapping of such keys.
pub(super) fn key(keys: &str) -> Value {
    match keys {
        "score" => json!({
            "title": keys,
            "description": "A score on the scale of emotion.",
            "pattern": format!(r"^\s*[+-]?({NUMBER})([eE][+-]?[0-9]+)?\s*$"),
            "patternErrorMessage": "must be a number",
        }),
        "id" => json!({
            "title": keys,
            "description": "An id of your own, by which other parts of the map refer to it.",
            "minLength": 1,
        }),
        _ => {
            json!({"title": keys, "description": format!("A {keys} of your own."), "minLength": 1})
        }
    }
}
