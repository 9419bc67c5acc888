//! The list as columns to read in a terminal.

use jmap::check::Date;
use jmap::diag::render::visible_name;
use textwrap::core::display_width;

use super::outputs::Output;
use super::readiness::Parts;
use super::row::Row;
use crate::origin::VERSION;
use crate::talk::{aligned, readable};

const HEAD: [&str; 7] = [
    "MAP",
    "OWNER",
    "UPDATED",
    "REVIEW BY",
    "STATE",
    "READY",
    "OUTPUTS",
];
/// Width of an owner, in columns of the terminal, beyond which it is cut.
const WIDEST_OWNER: usize = 32;
/// What stands where nothing is known.
const NOTHING: &str = "–";

/// Prints the list.
pub fn print(rows: &[Row]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let lines: Vec<[String; 7]> = std::iter::once(HEAD.map(str::to_owned))
        .chain(rows.iter().map(cells))
        .collect();
    aligned(&lines)
}

fn cells(row: &Row) -> [String; 7] {
    let date = |date: Option<Date>| date.map_or(NOTHING.to_owned(), |date| date.to_string());
    let mut review = date(row.review_by);
    if row.overdue {
        review += " overdue";
    }
    let state = match row.errors {
        0 => row.state.unwrap_or(NOTHING).to_owned(),
        errors => format!("broken: {}", crate::talk::plural(errors, "error")),
    };
    [
        visible_name(&row.input.name()).into_owned(),
        row.owner.as_deref().map_or(NOTHING.to_owned(), cut),
        date(row.updated),
        review,
        state,
        readiness(row),
        outputs(&row.outputs),
    ]
}

fn readiness(row: &Row) -> String {
    let told = |parts: &Parts| format!("{}/{}", parts.present(), parts.of());
    match (&row.required, &row.recommended) {
        (None, _) => NOTHING.to_owned(),
        (Some(required), None) => told(required),
        (Some(required), Some(recommended)) => {
            format!("{} · {}", told(required), told(recommended))
        }
    }
}

/// A text on one line, no wider than an owner may be.
fn cut(text: &str) -> String {
    let text = readable(text);
    if display_width(&text) <= WIDEST_OWNER {
        return text;
    }
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if display_width(&kept) >= WIDEST_OWNER {
            kept.pop();
            break;
        }
    }
    kept.truncate(kept.trim_end().len());
    kept + "…"
}

/// The stale ones by name; else how many there are, how many of them are public and do not tell, and whether another version
/// of jmap made some.
fn outputs(outputs: &[Output]) -> String {
    let stale = outputs.iter().filter(|output| output.stale == Some(true));
    let stale: Vec<String> = stale
        .map(|output| visible_name(&output.path.display().to_string()).into_owned())
        .collect();
    let older = outputs.iter().filter(|output| output.jmap != VERSION);
    let public = outputs.iter().filter(|output| output.stale.is_none());
    let public = public.count();
    let counted = [
        (outputs.len() - public, "current"),
        (public, "public"),
        (older.count(), "by another jmap"),
    ];
    match (stale.is_empty(), outputs.len()) {
        (_, 0) => NOTHING.to_owned(),
        (false, _) => format!("stale: {}", stale.join(", ")),
        (true, _) => {
            let counted = counted.iter().filter(|(count, _)| *count > 0);
            let counted: Vec<String> = counted
                .map(|(count, what)| format!("{count} {what}"))
                .collect();
            counted.join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_are_cut_by_what_they_take_on_the_terminal() {
        assert_eq!(cut("Service"), "Service");
        assert_eq!(cut(&"a".repeat(32)), "a".repeat(32));
        assert_eq!(cut(&"a".repeat(33)), "a".repeat(31) + "…");
        // Two columns each.
        assert_eq!(cut(&"保".repeat(17)), "保".repeat(15) + "…");
        assert_eq!(cut("a\nb"), "a b");
    }
}
