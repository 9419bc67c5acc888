//! `jmap new`

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::builder::{PossibleValue, PossibleValuesParser};

use jmap::check::NoFiles;
use jmap::diag::Level;
use jmap::diag::render::visible_name;
use jmap::source::Limits;

use crate::input::{ENDINGS, folder_of, is_map};
use crate::starters::{SCHEMA_FILE, STARTERS, Starter};
use crate::talk::{listed, say, shown};
use crate::{Status, output};

#[derive(Debug, clap::Args)]
pub struct New {
    /// The map to begin from; without it they are listed
    #[arg(value_parser = names())]
    starter: Option<String>,
    /// Where to write it: a .yaml file that is not there yet, or `-` for standard output
    #[arg(short, long, value_name = "FILE|-", requires = "starter")]
    output: Option<PathBuf>,
    /// The map's title, in place of the starter's
    #[arg(
        long,
        value_name = "TEXT",
        requires = "starter",
        value_parser = crate::values::name(),
        allow_hyphen_values = true
    )]
    title: Option<String>,
    /// Write over a file that is there
    #[arg(long, requires = "output")]
    force: bool,
}

pub const EXAMPLES: &str = "\
Examples:
  jmap new                                list the maps to begin from
  jmap new retail -o map.yaml
  jmap new blank -o map.yaml --title \"Getting a library card\"
  jmap new patient | jmap render - > look.svg

Exit status: 0 fine, 2 jmap could not do its work.";

fn names() -> PossibleValuesParser {
    let value = |starter: &'static Starter| PossibleValue::new(starter.name).help(starter.about);
    PossibleValuesParser::new(STARTERS.iter().map(value))
}

/// Lists the starters, or writes one.
pub fn run(args: &New) -> Result<Status> {
    let Some(starter) = args.starter.as_deref().and_then(Starter::named) else {
        return list();
    };
    let text = starter.text(args.title.as_deref());
    if args.title.is_some() {
        refuse_title(&text)?;
    }
    match args
        .output
        .as_deref()
        .filter(|path| !output::is_stdout(path))
    {
        None => output::print(&text)?,
        Some(path) => {
            refuse(path)?;
            if args.force {
                output::to_file(path, text.as_bytes())?;
            } else if !output::to_new_file(path, text.as_bytes())? {
                bail!(
                    "{} is there already; name another file, or write over it with --force",
                    shown(path)
                );
            }
            say(&next_steps(path));
        }
    }
    Ok(Status::Fine)
}

fn list() -> Result<Status> {
    let row = |starter: &'static Starter| (starter.name, starter.about);
    let rows: Vec<_> = STARTERS.iter().map(row).collect();
    output::print(&listed(&rows))?;
    say("\nBegin from one of them: jmap new NAME -o map.yaml\n");
    Ok(Status::Fine)
}

/// Refuses a title with which the map could not be drawn.
fn refuse_title(text: &str) -> Result<()> {
    let (_, findings) = jmap::read(text, &NoFiles, &Limits::default()).judged();
    match findings.iter().find(|found| found.level == Level::Error) {
        Some(error) => bail!("--title: {}", error.message),
        None => Ok(()),
    }
}

/// Refuses a path that is no map's.
fn refuse(path: &Path) -> Result<()> {
    if output::is_folder(path) {
        bail!(
            "{} is a folder; name a file in it: {}",
            shown(path),
            shown(&path.join("map.yaml"))
        );
    }
    if !is_map(path) {
        bail!(
            "{}: a map is a YAML file; call it {}",
            shown(path),
            shown(&path.with_extension(ENDINGS[0]))
        );
    }
    Ok(())
}

fn next_steps(path: &Path) -> String {
    let schema = folder_of(path).join(SCHEMA_FILE);
    let schema = schema.strip_prefix(".").unwrap_or(&schema);
    let drawing = path.with_extension("svg");
    let named = |path: &Path| visible_name(&path.to_string_lossy()).into_owned();
    let [map, drawing, schema] = [path, &drawing, schema].map(named);
    let steps = [
        (format!("jmap check {map}"), "what it still asks you for"),
        (format!("jmap render {map} -o {drawing}"), "the poster"),
        (
            format!("jmap schema -o {schema}"),
            "keys and their meaning in your editor",
        ),
    ];
    let lines: String = listed(&steps)
        .lines()
        .map(|line| format!("  {line}\n"))
        .collect();
    format!(
        "{} is yours to change now. What next:\n{lines}",
        shown(path)
    )
}
