//! The report as Markdown, for a README or a pull request.

use jmap::check::Map;
use jmap::insight::forecast::Forecast;

use super::tables::{Table, tables};

/// The report of a map.
pub fn print(map: &Map, forecast: Option<&Forecast>) -> String {
    let mut out = format!("## {}\n", escaped(&map.title.text));
    for table in tables(map, forecast) {
        out.push('\n');
        rows(&mut out, &table);
    }
    out
}

/// A table whose first head is its title.
fn rows(out: &mut String, table: &Table) {
    let columns = table.heads.len().max(1);
    let unnamed = [String::new()];
    let heads = if table.heads.is_empty() {
        &unnamed[..]
    } else {
        &table.heads
    };
    row(out, &table.title, heads);
    out.push_str(&"| --- ".repeat(columns + 1));
    out.push_str("|\n");
    for (label, cells) in &table.rows {
        row(out, label, cells);
    }
}

fn row(out: &mut String, label: &str, cells: &[String]) {
    for cell in std::iter::once(label).chain(cells.iter().map(String::as_str)) {
        out.push_str("| ");
        out.push_str(&escaped(cell));
        out.push(' ');
    }
    out.push_str("|\n");
}

/// A text of the map on one line, in which nothing is markup.
fn escaped(text: &str) -> String {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let mut out = String::with_capacity(text.len());
    for c in words.join(" ").chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("&#64;"),
            '#' => out.push_str("&#35;"),
            c if c.is_control() => {}
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '>' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
