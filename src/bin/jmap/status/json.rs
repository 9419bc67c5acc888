//! The list as JSON. `docs/currency.md` documents the keys; they stay.

use jmap::check::Date;
use jmap::diag::render::document;
use serde_json::{Value, json};

use super::readiness::Parts;
use super::row::Row;

/// Prints the list.
pub fn print(rows: &[Row]) -> String {
    let values: Vec<Value> = rows.iter().map(value).collect();
    document(&Value::Array(values))
}

fn value(row: &Row) -> Value {
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    let outputs = row.outputs.iter().map(|output| {
        json!({
            "file": output.path.display().to_string(),
            "stale": output.stale,
            "jmap": output.jmap,
        })
    });
    json!({
        "map": row.input.name(),
        "title": row.title,
        "state": row.state,
        "owner": row.owner,
        "updated": date(row.updated),
        "review_by": date(row.review_by),
        "overdue": row.overdue,
        "errors": row.errors,
        "required": row.required.as_ref().map(parts),
        "recommended": row.recommended.as_ref().map(parts),
        "sha256": row.source.sha256,
        "outputs": outputs.collect::<Vec<_>>(),
    })
}

fn parts(parts: &Parts) -> Value {
    json!({"present": parts.present(), "of": parts.of(), "missing": parts.missing()})
}
