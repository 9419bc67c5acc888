//! The report as lines for a terminal.

use jmap::check::Map;
use jmap::insight::forecast::Forecast;
use textwrap::core::display_width;
use textwrap::{Options, wrap};

use super::tables::{Table, tables};
use crate::talk::readable;

/// Columns of a line.
const WIDTH: usize = 100;
/// The widest column of labels; a longer label stands on lines of its own.
const LABEL: usize = 40;
/// What stands before a label, and before the text under a label that has lines of its own.
const INDENT: &str = "  ";
const UNDER: &str = "      ";

/// The report of a map.
pub fn print(map: &Map, forecast: Option<&Forecast>) -> String {
    let mut out = String::new();
    lines(&mut out, &map.title.text, "");
    for table in tables(map, forecast) {
        section(&mut out, &table);
    }
    out
}

/// A table under its title; one with several columns as a block for each of them.
fn section(out: &mut String, table: &Table) {
    let widest = table
        .rows
        .iter()
        .map(|(label, _)| display_width(&readable(label)));
    let column = widest.filter(|width| *width <= LABEL).max().unwrap_or(0);
    let blocks = table.heads.len().max(1);
    for block in 0..blocks {
        let title = match table.heads.get(block) {
            Some(head) => format!("{} · {head}", table.title),
            None => table.title.clone(),
        };
        out.push('\n');
        lines(out, &title, "");
        for (label, cells) in &table.rows {
            if let Some(text) = cells.get(block) {
                row(out, label, text, column);
            }
        }
    }
}

/// A label, and its text beside it.
fn row(out: &mut String, label: &str, text: &str, column: usize) {
    let label = readable(label);
    let width = display_width(&label);
    if width > column {
        lines(out, &label, INDENT);
        for line in wrap(&readable(text), options(UNDER, UNDER)) {
            push(out, &line);
        }
        return;
    }
    let hanging = " ".repeat(INDENT.len() + column + 2);
    let first = format!("{INDENT}{label}{}", " ".repeat(column - width + 2));
    for line in wrap(&readable(text), options(&first, &hanging)) {
        push(out, &line);
    }
}

/// A text on lines that begin with an indent.
fn lines(out: &mut String, text: &str, indent: &str) {
    for line in wrap(&readable(text), options(indent, indent)) {
        push(out, &line);
    }
}

fn options<'o>(first: &'o str, other: &'o str) -> Options<'o> {
    Options::new(WIDTH)
        .initial_indent(first)
        .subsequent_indent(other)
        .break_words(false)
}

fn push(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}
