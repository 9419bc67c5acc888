//! The list as CSV. `docs/currency.md` documents the columns; they stay.

use anyhow::{Result, anyhow};
use csv::Writer;
use jmap::check::Date;
use jmap::diag::render::visible_name;

use super::readiness::Parts;
use super::row::Row;

const HEAD: [&str; 17] = [
    "map",
    "title",
    "state",
    "owner",
    "updated",
    "review_by",
    "overdue",
    "errors",
    "required",
    "required_of",
    "required_missing",
    "recommended",
    "recommended_of",
    "recommended_missing",
    "sha256",
    "outputs",
    "stale_outputs",
];

/// Prints the list.
pub fn print(rows: &[Row]) -> Result<String> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(HEAD)?;
    for row in rows {
        writer.write_record(cells(row).map(plain))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| anyhow!("cannot write CSV: {error}"))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A text behind an apostrophe if a spreadsheet would take it for a formula, and run it.
fn plain(text: String) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t']) {
        true => format!("'{text}"),
        false => text,
    }
}

fn cells(row: &Row) -> [String; HEAD.len()] {
    let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let [required, required_of, required_missing] = parts(&row.required);
    let [recommended, recommended_of, recommended_missing] = parts(&row.recommended);
    let stale = row
        .outputs
        .iter()
        .filter(|output| output.stale == Some(true));
    let stale = stale.map(|output| visible_name(&output.path.display().to_string()).into_owned());
    [
        visible_name(&row.input.name()).into_owned(),
        row.title.clone().unwrap_or_default(),
        row.state.unwrap_or_default().to_owned(),
        row.owner.clone().unwrap_or_default(),
        date(row.updated),
        date(row.review_by),
        row.overdue.to_string(),
        row.errors.to_string(),
        required,
        required_of,
        required_missing,
        recommended,
        recommended_of,
        recommended_missing,
        row.source.sha256.clone().unwrap_or_default(),
        row.outputs.len().to_string(),
        stale.collect::<Vec<_>>().join("; "),
    ]
}

/// How many are there, of how many, and which are not; nothing where it is not known.
fn parts(parts: &Option<Parts>) -> [String; 3] {
    parts.as_ref().map_or_else(Default::default, |parts| {
        [
            parts.present().to_string(),
            parts.of().to_string(),
            parts.missing().join("; "),
        ]
    })
}
