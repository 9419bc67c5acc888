//! `jmap man`

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use crate::Status;
use crate::args::Args;
use crate::output::{self, Target};
use crate::place::Place;

/// What stands under the help.
pub const EXAMPLES: &str = "\
Examples:
  jmap man | man -l -
  jmap man -o ~/.local/share/man/man1/        then `man jmap`, `man jmap-render`

There is one page for jmap, jmap.1, and one for each command: jmap-render.1 and so on. The same jmap writes the same pages.";

#[derive(Debug, clap::Args)]
pub struct Pages {
    /// The folder to write the pages to, made if missing; without it they go to standard output, one after the other
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// Writes the manual pages.
pub fn run(args: &Pages) -> Result<Status> {
    let mut jmap = Args::command().disable_help_subcommand(true);
    jmap.build();
    let commands = jmap
        .get_subcommands()
        .filter(|command| !command.is_hide_set());
    let pages = [&jmap]
        .into_iter()
        .chain(commands)
        .map(|command| page(command, &jmap));
    let pages = pages.collect::<Result<Vec<_>>>()?;
    let Some(folder) = &args.output else {
        let pages: Vec<u8> = pages.into_iter().flat_map(|(_, page)| page).collect();
        output::to_stdout(&pages)?;
        return Ok(Status::Fine);
    };
    output::make_folder(folder)?;
    for (name, page) in pages {
        output::write(
            &Target::File(Place::inside(folder, Path::new(&name))),
            &page,
        )?;
    }
    Ok(Status::Fine)
}

/// A command's page and the name of its file.
fn page(command: &Command, jmap: &Command) -> Result<(String, Vec<u8>)> {
    let source = format!("jmap {}", jmap.get_version().unwrap_or_default());
    let man = Man::new(command.clone())
        // No date: the same jmap writes the same bytes. An empty one would be left out, and the next put in its place.
        .date(" ")
        .source(source)
        .manual("jmap");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    let more = command.get_after_help().map(ToString::to_string);
    more_sections(&more.unwrap_or_default()).to_writer(&mut page)?;
    Ok((man.get_filename(), page))
}

/// What stands under the help, in a manual's sections.
fn more_sections(help: &str) -> Roff {
    let mut roff = Roff::new();
    for paragraph in help.split("\n\n") {
        if let Some(examples) = paragraph.strip_prefix("Examples:\n") {
            roff.control("SH", ["EXAMPLES"]);
            roff.control("nf", []);
            for line in examples.lines() {
                roff.text([roman(line.trim_start())]);
            }
            roff.control("fi", []);
        } else if let Some(status) = paragraph.strip_prefix("Exit status: ") {
            roff.control("SH", ["EXIT STATUS"]);
            roff.text([roman(status)]);
        } else {
            roff.control("PP", []);
            roff.text([roman(paragraph)]);
        }
    }
    roff
}
