//! One map or many: the work, and what is said about it.

use std::io::{stderr, stdout};

use anyhow::{Error, Result};
use indicatif::{ProgressBar, ProgressStyle};
use jmap::diag::render::{Form, visible_line};
use jmap::diag::{Diagnostic, any_error};
use rayon::prelude::*;

use crate::args::{Color, Maps};
use crate::input::Input;
use crate::talk::{self, Page, counted, is_colored, plural, say};
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
        let (pages, failure) = match work(position, map) {
            Ok(pages) => (pages, None),
            Err(error) => (Vec::new(), Some(error)),
        };
        Outcome {
            name: map.name(),
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
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.threads.map_or(0, usize::from))
        .build()?;
    let outcomes = pool.install(|| {
        let outcomes = maps.par_iter().enumerate().map(outcome);
        outcomes.inspect(|_| bar.inc(1)).collect()
    });
    bar.finish_and_clear();
    Ok(outcomes)
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
    form: &Form,
    color: Color,
    listener: Listener,
) -> Result<Status> {
    let pages = || {
        theme
            .into_iter()
            .chain(outcomes.iter().flat_map(|outcome| &outcome.pages))
    };
    match listener {
        Listener::Data => {
            output::to_stdout(talk::print(pages(), form, is_colored(color, &stdout())).as_bytes())?;
        }
        Listener::Talk => say(&talk::print(pages(), form, is_colored(color, &stderr()))),
    }
    let failures = outcomes
        .iter()
        .filter_map(|outcome| outcome.failure.as_ref());
    failures.clone().for_each(talk::error);

    let findings: Vec<&Diagnostic> = pages().flat_map(|page| &page.findings).collect();
    if form.name == "human" {
        let mut told = pages().filter(|page| !page.findings.is_empty());
        let maps = match (outcomes, told.next(), told.next()) {
            // The theme's file may be the one.
            ([_], Some(page), None) => visible_line(&page.name).into_owned(),
            ([outcome], ..) => visible_line(&outcome.name).into_owned(),
            _ => plural(outcomes.len(), "map"),
        };
        match counted(&findings) {
            Some(count) => say(&format!("{maps}: {count}\n")),
            None if listener == Listener::Data && failures.clone().next().is_none() => {
                say(&format!("{maps}: fine\n"))
            }
            None => {}
        }
    }
    let errors = pages().any(|page| any_error(&page.findings));
    let status = if errors { Status::Errors } else { Status::Fine };
    Ok(failures.map(|_| Status::Failed).max().unwrap_or(status))
}
