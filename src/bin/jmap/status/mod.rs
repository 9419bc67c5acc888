//! `jmap status`

mod csv;
mod find;
mod json;
mod outputs;
mod readiness;
mod row;
mod table;

use std::path::PathBuf;

use anyhow::{Error, Result};
use clap::ValueEnum;
use rayon::prelude::*;

use crate::day::AsOf;
use crate::limits::LimitArgs;
use crate::talk::{self, plural, say};
use crate::{Status, output};
use row::Row;

pub const EXAMPLES: &str = "\
Examples:
  jmap status maps/
  jmap status maps/ --outputs posters/ --format json | jq '.[] | select(.overdue) | .owner'
  jmap status . --as-of 2027-01-01 --format csv > maps.csv

READY is `5/5 · 9/11`: so many of the components that a map needs are there, and so many of the parts that are recommended.

Exit status: 0, whatever is said of the maps; 2 jmap could not do its work.";

/// What `jmap status` is asked.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folders, searched for maps with their subfolders, but for hidden ones; or YAML files
    ///
    /// In a folder, a YAML file is a map if it has `personas` at its top level, or `stages` with `title` or `channels`.
    #[arg(value_name = "DIR|MAP", default_value = ".")]
    maps: Vec<PathBuf>,
    /// Folders with drawings, besides those of the maps
    #[arg(long, value_name = "DIR")]
    outputs: Vec<PathBuf>,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    limits: LimitArgs,
    /// The form of the list
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: Form,
}

/// The form of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Columns to read in a terminal
    #[default]
    Table,
    /// One array with an object for each map
    Json,
    /// A line for each map, for spreadsheets
    Csv,
}

/// Lists maps: who keeps them, how old they are, what they lack, which of their drawings are stale.
pub fn run(args: &Args) -> Result<Status> {
    let day = args.as_of.day()?;
    let limits = args.limits.limits();
    let found = find::maps(&args.maps)?;
    let read = found.par_iter().map(|map| row::read(map, day, &limits));
    let mut rows: Vec<Row> = Vec::new();
    let mut failures: Vec<Error> = Vec::new();
    for row in read.collect::<Vec<_>>() {
        match row {
            Ok(row) => rows.extend(row),
            Err(error) => failures.push(error),
        }
    }
    let outputs = find::outputs(&args.maps, &args.outputs)?;
    failures.extend(outputs::assign(&mut rows, outputs));
    let text = match args.format {
        Form::Table => table::print(&rows),
        Form::Json => json::print(&rows),
        Form::Csv => csv::print(&rows)?,
    };
    output::print(&text)?;
    failures.iter().for_each(talk::error);
    if args.format == Form::Table {
        say(&summary(&rows));
    }
    Ok(match failures.is_empty() {
        true => Status::Fine,
        false => Status::Failed,
    })
}

/// How many maps there are, and what is the matter with how many.
fn summary(rows: &[Row]) -> String {
    let count = |test: fn(&Row) -> bool| rows.iter().filter(|row| test(row)).count();
    let parts = [
        (count(|row| row.errors > 0), "with errors"),
        (count(|row| row.overdue), "overdue"),
        (count(Row::has_stale_outputs), "with stale outputs"),
    ];
    let mut line = plural(rows.len(), "map");
    for (count, what) in parts.iter().filter(|(count, _)| *count > 0) {
        line += &format!(", {count} {what}");
    }
    line + "\n"
}
