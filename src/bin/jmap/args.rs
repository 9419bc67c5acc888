//! The command line.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue};
use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use jmap::diag::render::{FORMS, Form, uncommanded, visible, visible_name};
use jmap::emit::FORMATS;
use jmap::view::View;

use crate::completions::{self, Completions};
use crate::day::AsOf;
use crate::explain::Explain;
use crate::formats::{self, FormatArgs};
use crate::levels::Levels;
use crate::limits::LimitArgs;
use crate::man;
use crate::paper::PaperArgs;
use crate::status;
use crate::talk::Voice;
use crate::tile::TileArgs;
use crate::{output, stdio, values};

/// Compiles YAML descriptions of customer journeys into posters.
#[derive(Debug, Parser)]
#[command(name = "jmap", version, after_help = EXAMPLES, max_term_width = 100)]
pub struct Args {
    /// Colour in messages
    #[arg(long, value_enum, default_value_t, global = true, value_name = "WHEN")]
    pub color: Color,
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  jmap render map.yaml -o map.svg        draw one map
  jmap render map.yaml > map.svg         the same, to standard output
  jmap render maps/ -o posters/          draw all maps of a folder
  jmap check maps/*.yaml                 look for mistakes only
  jmap insight map.yaml                  what the map says, in words and numbers
  jmap new retail -o map.yaml            begin a map

Exit status: 0 fine, 1 a map has errors, 2 jmap could not do its work.";

const RENDER_EXAMPLES: &str = "\
Examples:
  jmap render map.yaml -o map.svg
  jmap render map.yaml -o map.svg --theme dark --text outlines
  jmap render map.yaml -o map.pdf --pdf-standard ua-1
  jmap render one.yaml two.yaml -o posters/
  jmap render now.yaml --with next.yaml -o change.svg
  jmap render maps/ -o posters/ --theme brand.yaml --font /usr/share/fonts
  generate-map | jmap render - > map.svg
  jmap render map.yaml -o public.svg --public --view exec
  jmap render map.yaml -o wall.svg --paper a0 --bleed 3mm
  jmap render map.yaml -o sheets.pdf --paper a0 --tile a4
  jmap render map.yaml -o wall.pdf --paper a0 --blank pain_points,opportunities
  jmap render maps/ -o posters/ -f svg,pdf,png
  jmap render maps/ -o posters/ --check

The drawing goes to standard output or into files, what is found in the maps to standard error. An output file is
replaced whole or not at all, and left alone where the map has errors.

Exit status: 0 fine, 1 a map has errors or, under --check, an output is not current,
2 jmap could not do its work.";

const CHECK_EXAMPLES: &str = "\
Examples:
  jmap check map.yaml
  jmap check maps/ --format short
  jmap check maps/ --format sarif > jmap.sarif
  jmap check maps/ --verbose             also what the maps silence, and why
  jmap check maps/ --deny warnings
  jmap check maps/ --as-of 2027-01-01 --deny overdue-review

What is found goes to standard output. `jmap rules` lists what is looked for: first for errors, all in one run; where there
is none, for what makes a map weak.

Exit status: 0 no errors, 1 a map has errors or warnings that are denied, 2 jmap could not do its work.";

const INSIGHT_EXAMPLES: &str = "\
Examples:
  jmap insight map.yaml
  jmap insight map.yaml --format markdown >> README.md
  jmap insight maps/ --format json | jq '.[].headlines[].sentence'
  jmap insight map.yaml --forecast

What the map says goes to standard output, what is found in the map to standard error.

Exit status: 0 fine, 1 a map has errors, 2 jmap could not do its work.";

const RULES_EXAMPLES: &str = "\
Examples:
  jmap rules
  jmap rules | grep evidence

The levels are those that the rules have unless a map or the command line says otherwise.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  jmap explain valley-without-pain-point
  jmap explain missing-goal missing-scope | less";

const THEMES_EXAMPLES: &str = "\
Examples:
  jmap themes
  jmap render map.yaml --theme dark -o map.svg

A theme of your own is a file: --theme brand.yaml, or `theme: brand.yaml` in the map.";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Draw maps as posters
    #[command(after_help = RENDER_EXAMPLES)]
    Render(Box<Render>),
    /// Look for mistakes in maps without drawing them
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Read maps out: peaks, falls, gaps, what nobody owns
    #[command(after_help = INSIGHT_EXAMPLES)]
    Insight(Insight),
    /// Begin a map from one that is there, with comments that explain it
    #[command(after_help = crate::new::EXAMPLES)]
    New(crate::new::New),
    /// List papers: the type that each has room for, and from how far it can be read
    #[command(after_help = crate::papers::EXAMPLES)]
    Paper(Box<crate::papers::Papers>),
    /// List maps: owner, review date, what they lack, stale drawings
    #[command(after_help = status::EXAMPLES)]
    Status(status::Args),
    /// List the rules that maps are checked by
    #[command(after_help = RULES_EXAMPLES)]
    Rules,
    /// Explain a rule: why it matters, an example, how to mend and how to silence it
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// List the built-in themes
    #[command(after_help = THEMES_EXAMPLES)]
    Themes,
    /// Write the JSON Schema of the language, for editors
    #[command(after_help = crate::schema::EXAMPLES)]
    Schema(crate::schema::Schema),
    /// Teach a shell to complete jmap's commands and options
    #[command(after_help = completions::EXAMPLES)]
    Completions(Completions),
    /// Write jmap's manual pages
    #[command(after_help = man::EXAMPLES)]
    Man(man::Pages),
}

#[derive(Debug, clap::Args)]
pub struct Render {
    #[command(flatten)]
    pub maps: Maps,
    /// Where to write: a file, a folder (`posters/`, made if missing), or `-` for standard output
    ///
    /// In a folder each drawing has its map's name. Several maps, and several formats, need a folder.
    #[arg(short, long, value_name = "FILE|DIR|-")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub formats: FormatArgs,
    /// Also write to outputs that are links out of the -o folder; else they are refused
    ///
    /// A link that stays in the folder is followed anyway, and so is one that -o names itself. In a folder of maps, one that
    /// leads out is not read; name that map.
    #[arg(long, requires = "output")]
    pub follow_links: bool,
    /// A second map to compare with: its emotion curves are drawn over the map's, what only one of them has is listed
    #[arg(long, value_name = "MAP")]
    pub with: Option<PathBuf>,
    /// Also write a file that names all that each drawing was made from, as rules for Make and Ninja
    ///
    /// It is left alone where a map has errors.
    #[arg(long, value_name = "FILE")]
    pub depfile: Option<PathBuf>,
    /// Write nothing; say which outputs are not what would be written now
    ///
    /// With a folder of maps, also drawings in the -o folder whose map is gone.
    #[arg(long, conflicts_with = "depfile")]
    pub check: bool,
    /// Leave out of the drawing which map it was made from, the map's hash and the version of jmap
    #[arg(long)]
    pub plain: bool,
    #[command(flatten)]
    pub cut: Cut,
    #[command(flatten)]
    pub paper: PaperArgs,
    #[command(flatten)]
    pub tile: TileArgs,
    #[command(flatten)]
    pub pixels: crate::pixels::Pixels,
    #[command(flatten)]
    pub pdf: crate::pdf::Pdf,
}

/// What of a map is drawn.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Cut for an audience")]
pub struct Cut {
    /// Only these personas, by id or name, and what they take part in
    #[arg(long, value_name = "PERSONA", value_delimiter = ',', value_parser = values::name())]
    pub persona: Vec<String>,
    /// Only these stages, by id or name
    #[arg(long, value_name = "STAGE", value_delimiter = ',', value_parser = values::name())]
    pub stage: Vec<String>,
    /// Only these lanes, by id, under the row of the stages
    #[arg(long, value_name = "LANE", value_delimiter = ',', value_parser = values::name())]
    pub lane: Vec<String>,
    /// What an audience needs
    #[arg(long, value_enum, value_name = "AUDIENCE")]
    pub view: Option<Audience>,
    /// Only what is public: no owners, stakeholders, notes, efforts, and nothing that says `internal: true`
    #[arg(long)]
    pub public: bool,
}

/// For whom a map is drawn.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Audience {
    /// Emotion, the worst pain points, the best opportunities, KPIs and the funnel
    Exec,
    /// Every lane that has content, whether the map lists it or not
    Team,
    /// Channels, frontstage, backstage and support, with a blueprint's lines
    Blueprint,
}

impl From<&Cut> for View {
    fn from(cut: &Cut) -> View {
        View {
            personas: cut.persona.clone(),
            stages: cut.stage.clone(),
            lanes: cut.lane.clone(),
            audience: cut.view.map(|audience| match audience {
                Audience::Exec => jmap::view::Audience::Exec,
                Audience::Team => jmap::view::Audience::Team,
                Audience::Blueprint => jmap::view::Audience::Blueprint,
            }),
            public: cut.public,
            blank: Vec::new(),
        }
    }
}

#[derive(Debug, clap::Args)]
pub struct Check {
    #[command(flatten)]
    pub maps: Maps,
    #[command(flatten)]
    pub as_of: AsOf,
}

#[derive(Debug, clap::Args)]
pub struct Insight {
    /// YAML files; `-` is standard input; a folder stands for the .yaml and .yml files in it, not below it
    #[arg(required = true, value_name = "MAP")]
    pub maps: Vec<PathBuf>,
    /// The form of the report
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub format: ReportForm,
    /// Also where everybody can be expected to get, from the shares of the ways on (`next`)
    #[arg(long)]
    pub forecast: bool,
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportForm {
    /// Lines to read in a terminal
    #[default]
    Text,
    /// One array with an object for each map
    Json,
    /// Tables for a README or a pull request
    Markdown,
}

/// What both commands do with maps.
#[derive(Debug, clap::Args)]
pub struct Maps {
    /// YAML files; `-` is standard input, its images in this folder; a folder stands for the .yaml and .yml files in it, not below it
    #[arg(required = true, value_name = "MAP")]
    pub maps: Vec<PathBuf>,
    /// A built-in theme or a theme's file, in place of the maps' own
    #[arg(long, value_name = "NAME|FILE", value_parser = values::name())]
    pub theme: Option<String>,
    /// A font for characters that the theme's fonts lack; may be given several times
    ///
    /// A folder is searched, subfolders too and in order of path, for fonts that have what is missing.
    #[arg(long, value_name = "FILE|DIR")]
    pub font: Vec<PathBuf>,
    /// The form of messages
    #[arg(long, value_name = "FORM", default_value = FORMS[0].name, value_parser = form_names())]
    format: String,
    /// Also print what the maps silence with `x-allow`, and the reasons; json always has it
    #[arg(short, long)]
    verbose: bool,
    #[command(flatten)]
    pub levels: Levels,
    #[command(flatten)]
    pub limits: LimitArgs,
    /// How many maps are worked on at once [default: one for each processor]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub threads: Option<u16>,
    /// Say on standard error how long each stage took
    #[arg(long)]
    pub timings: bool,
}

impl Maps {
    /// How it is said what was found.
    pub fn voice(&self, color: Color) -> Voice {
        let form = FORMS.iter().find(|form| form.name == self.format);
        Voice {
            form: form.unwrap_or(&FORMS[0]),
            color,
            verbose: self.verbose,
        }
    }
}

fn form_names() -> PossibleValuesParser {
    let value = |form: &'static Form| clap::builder::PossibleValue::new(form.name).help(form.about);
    PossibleValuesParser::new(FORMS.iter().map(value))
}

/// Reads the command line. Its help and its errors have the colour that it asks for, too.
pub fn parse() -> Args {
    let words: Vec<_> = std::env::args_os().collect();
    let asks = |when: &str| {
        let (joined, apart) = (format!("--color={when}"), ["--color", when]);
        words.iter().any(|word| *word == *joined) || words.windows(2).any(|pair| pair == apart)
    };
    let color = match (asks("never"), asks("always")) {
        (true, _) => ColorChoice::Never,
        (false, true) => ColorChoice::Always,
        (false, false) => ColorChoice::Auto,
    };
    let parsed = Args::command().color(color).try_get_matches();
    parsed
        .and_then(|matches| Args::from_arg_matches(&matches))
        .unwrap_or_else(|error| refuse(&error))
}

/// Ends with what is wrong with the command line, or with the help that it asks for.
fn refuse(error: &clap::Error) -> ! {
    let of = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text),
        _ => None,
    };
    let invalid = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    if let (Some(option), Some(value)) = invalid
        && value.trim().is_empty()
    {
        fail(&values::empty(option));
    }
    if let (Some(option), Some(value)) = invalid
        && let (true, Some(format)) = (option.starts_with("--format "), formats::named(value))
    {
        let name = format.name;
        fail(&format!(
            "`--format {name}`: that is the form of messages; to draw as {name}: jmap render -f {name}, or -o map.{name}"
        ));
    }
    let first = match error.get(ContextKind::InvalidSubcommand) {
        Some(ContextValue::String(first)) => Path::new(first),
        _ => end(error),
    };
    if !first.is_file() {
        end(error);
    }
    let drawing = first.with_extension(FORMATS[0].extension);
    let (map, drawing) = (first.display(), drawing.display());
    fail(&format!(
        "`{map}` is no command; to draw it: jmap render {map} -o {drawing}"
    ))
}

/// Ends with a sentence.
fn fail(why: &str) -> ! {
    crate::talk::error(&anyhow::anyhow!("{why}"));
    std::process::exit(crate::Status::Failed as i32)
}

/// Prints what clap says. What the command line holds that a terminal or a CI service would obey is spelled out.
fn end(error: &clap::Error) -> ! {
    let is_odd = |word: std::ffi::OsString| {
        let word = word.to_string_lossy().into_owned();
        uncommanded(&visible_name(&word)) != word
    };
    let printed = match error.use_stderr() {
        true if std::env::args_os().any(is_odd) => {
            crate::talk::say(&visible(&error.render().to_string()));
            Ok(())
        }
        true => error.print(),
        false => stdio::writable().and_then(|()| error.print()),
    };
    match printed {
        Err(why) if why.kind() != std::io::ErrorKind::BrokenPipe => {
            fail(&output::unprinted(&why).to_string())
        }
        _ => std::process::exit(error.exit_code()),
    }
}

/// When messages are coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that a command line needs before an option counts.
    fn before(command: &clap::Command) -> Vec<String> {
        let words = match command.get_name() {
            "render" | "check" | "insight" | "paper" | "status" => &["map.yaml"][..],
            "new" => &["retail"],
            "explain" => &["missing-goal"],
            "completions" => &["bash"],
            _ => &[],
        };
        let words = ["jmap", command.get_name()]
            .into_iter()
            .chain(words.iter().copied());
        words.map(str::to_owned).collect()
    }

    #[test]
    fn an_empty_value_is_refused_by_every_option() {
        let mut args = Args::command();
        args.build();
        let mut tried = 0;
        for command in args
            .get_subcommands()
            .filter(|command| command.get_name() != "help")
        {
            let words = before(command);
            assert!(
                args.clone().try_get_matches_from(&words).is_ok(),
                "{words:?}"
            );
            let takes = |arg: &&clap::Arg| arg.get_action().takes_values() && !arg.is_positional();
            for arg in command.get_arguments().filter(takes) {
                let name = arg.get_long().expect("a long name");
                let listed = arg.get_value_delimiter() == Some(',');
                let lists = if listed {
                    &[" ", ",", "a,", ",a", "a,,b", "a, "][..]
                } else {
                    &[]
                };
                for value in [""].iter().chain(lists) {
                    let mut words = words.clone();
                    words.push(format!("--{name}={value}"));
                    tried += 1;
                    let error = args
                        .clone()
                        .try_get_matches_from(&words)
                        .expect_err(&words.join(" "));
                    assert_eq!(error.exit_code(), crate::Status::Failed as i32, "{words:?}");
                }
            }
        }
        assert!(tried >= 150, "{tried}");
    }
}
