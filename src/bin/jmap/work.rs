//! One map or many: the work, and what is said about it.

use std::io::{stderr, stdout};

use anyhow::{Error, Result};
use indicatif::{ProgressBar, ProgressStyle};
use jmap::diag::any_error;
use jmap::diag::render::visible_name;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::args::Maps;
use crate::input::Input;
use crate::panics::caught;
use crate::summary::{File, summary};
use crate::talk::{self, Page, Voice, is_colored, plural, say};
use crate::{Status, output};

/// What became of a map.
#[derive(Debug)]
pub struct Outcome {
    /// The map's name.
    pub name: String,
    /// Its files and what was found in them.
    pub pages: Vec<Page>,
    /// What jmap could not do.
    pub failure: Option<Error>,
}

/// Does a piece of work for each map, several at once; the outcomes are in the order of the maps.
pub fn each(
    maps: &[Input],
    args: &Maps,
    work: impl Fn(usize, &Input) -> Result<Vec<Page>> + Sync,
) -> Result<Vec<Outcome>> {
    let outcome = |(position, map): (usize, &Input)| {
        let name = map.name();
        let (pages, failure) = match caught(&name, || work(position, map)) {
            Ok(pages) => (pages, None),
            Err(error) => (Vec::new(), Some(error)),
        };
        Outcome {
            name,
            pages,
            failure,
        }
    };
    if let [map] = maps {
        return Ok(vec![outcome((0, map))]);
    }
    let bar = ProgressBar::new(maps.len() as u64).with_style(ProgressStyle::with_template(
        "{bar:40} {pos}/{len} maps, {eta} left",
    )?);
    let outcomes = pool(args, maps.len())?.install(|| {
        let outcomes = maps.par_iter().enumerate().map(outcome);
        outcomes.inspect(|_| bar.inc(1)).collect()
    });
    bar.finish_and_clear();
    Ok(outcomes)
}

/// As many threads as maps are worked on at once.
pub fn pool(args: &Maps, maps: usize) -> Result<ThreadPool> {
    let threads = ThreadPoolBuilder::new().num_threads(threads(args, maps));
    Ok(threads.build()?)
}

/// How many maps are worked on at once.
pub fn threads(args: &Maps, maps: usize) -> usize {
    let processors = || std::thread::available_parallelism().map_or(1, usize::from);
    let asked = args.threads.map_or_else(processors, usize::from);
    asked.min(maps).max(1)
}

/// Where findings go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listener {
    /// They are what was asked for: standard output.
    Data,
    /// They come with something else: standard error.
    Talk,
}

/// Prints what was found and what could not be done, in the order of the maps, and says how jmap ends.
pub fn report(
    outcomes: &[Outcome],
    theme: Option<&Page>,
    voice: Voice,
    listener: Listener,
) -> Result<Status> {
    let maps = outcomes.iter().flat_map(|outcome| &outcome.pages);
    let pages = theme.into_iter().chain(maps);
    let files = File::all(pages.clone());
    let with_silenced = voice.verbose || voice.form.silenced;
    let reports: Vec<_> = files
        .iter()
        .map(|file| file.report(with_silenced))
        .collect();
    let print = |color| (voice.form.print)(&reports, color);
    match (listener, voice.form.commands) {
        (Listener::Data, false) => output::print(&print(is_colored(voice.color, &stdout())))?,
        (Listener::Data, true) => output::to_stdout(print(false).as_bytes())?,
        (Listener::Talk, false) => say(&print(is_colored(voice.color, &stderr()))),
        (Listener::Talk, true) => talk::command(&print(false)),
    }
    let failures = outcomes
        .iter()
        .filter_map(|outcome| outcome.failure.as_ref());
    failures.clone().for_each(talk::error);

    if voice.form.name == "human" {
        let is_done = failures.clone().next().is_none();
        match summary(outcomes, theme, &files) {
            Some(line) => say(&format!("{line}\n")),
            None if listener == Listener::Data && is_done => {
                say(&format!("{}: fine\n", named(outcomes)))
            }
            None => {}
        }
    }
    let errors = pages.clone().any(|page| any_error(&page.findings));
    let status = if errors { Status::Errors } else { Status::Fine };
    Ok(failures.map(|_| Status::Failed).max().unwrap_or(status))
}

/// The name of one map, or how many there are.
pub fn named(outcomes: &[Outcome]) -> String {
    match outcomes {
        [outcome] => visible_name(&outcome.name).into_owned(),
        _ => plural(outcomes.len(), "map"),
    }
}
