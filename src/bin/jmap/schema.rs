//! `jmap schema`

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::Status;
use crate::output::{self, Target};
use crate::place::Place;
use crate::talk::shown;

/// What stands under the help.
pub const EXAMPLES: &str = "\
Examples:
  jmap schema -o jmap.schema.json

Then the first line of a map tells an editor with a YAML language server to complete and explain it:
  # yaml-language-server: $schema=jmap.schema.json";

#[derive(Debug, clap::Args)]
pub struct Schema {
    /// Where to write: a file, or `-` for standard output
    #[arg(short, long, value_name = "FILE|-")]
    pub output: Option<PathBuf>,
}

/// Writes the JSON Schema of the language.
pub fn run(args: &Schema) -> Result<Status> {
    let file = args.output.as_deref();
    let file = file.filter(|path| !output::is_stdout(path));
    if let Some(path) = file
        && path.extension().is_none_or(|ending| ending != "json")
    {
        bail!(
            "{}: a schema is a JSON file; call it {}",
            shown(path),
            shown(&path.with_extension("json"))
        );
    }
    let target = file.map_or(Target::Stdout, |path| Target::File(Place::named(path)));
    output::write(&target, jmap::schema().as_bytes())?;
    Ok(Status::Fine)
}
