//! The `jmap` command: arguments, files and messages. All the rest is the library's.

mod args;
mod check;
mod clash;
mod compile;
mod completions;
mod currency;
mod day;
mod depfile;
mod explain;
mod folder;
mod fonts;
mod formats;
mod input;
mod insight;
mod length;
mod levels;
mod limits;
mod man;
mod named;
mod new;
mod origin;
mod output;
mod panics;
mod paper;
mod papers;
mod pdf;
mod pixels;
mod place;
mod plan;
mod render;
mod schema;
mod sources;
mod starters;
mod status;
mod stdio;
mod summary;
mod talk;
mod theme;
mod themes;
mod tile;
mod timings;
mod ulimit;
mod values;
mod work;

use std::process::ExitCode;

use args::Command;

fn main() -> ExitCode {
    panics::quiet();
    let args = args::parse();
    let done = panics::caught("jmap", || match &args.command {
        Command::Render(render) => render::run(render, args.color),
        Command::Check(check) => check::run(check, args.color),
        Command::Insight(insight) => insight::run(insight, args.color),
        Command::Paper(papers) => papers::run(papers, args.color),
        Command::New(new) => new::run(new),
        Command::Rules => explain::list(),
        Command::Explain(names) => explain::explain(names),
        Command::Status(args) => status::run(args),
        Command::Themes => themes::run(),
        Command::Schema(schema) => schema::run(schema),
        Command::Completions(args) => completions::run(args),
        Command::Man(pages) => man::run(pages),
    });
    match done {
        Ok(status) => status.into(),
        Err(error) => {
            talk::error(&error);
            Status::Failed.into()
        }
    }
}

/// How jmap ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// All is fine.
    Fine = 0,
    /// A map has errors, or an output is not current.
    Errors = 1,
    /// jmap could not do its work.
    Failed = 2,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        ExitCode::from(status as u8)
    }
}
