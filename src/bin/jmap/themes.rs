//! `jmap themes`

use anyhow::Result;
use jmap::theme::{BUILTIN, Theme};

use crate::{Status, output};

/// Lists the built-in themes: name and what it is for.
pub fn run() -> Result<Status> {
    let width = BUILTIN
        .iter()
        .map(|(name, _)| name.len())
        .max()
        .unwrap_or_default();
    let about = |name| {
        Theme::builtin(name)
            .map(|theme| theme.about)
            .unwrap_or_default()
    };
    let lines: String = BUILTIN
        .iter()
        .map(|(name, _)| format!("{name:width$}  {}\n", about(name)))
        .collect();
    output::to_stdout(lines.as_bytes())?;
    Ok(Status::Fine)
}
