//! `jmap themes`

use anyhow::Result;
use jmap::theme::{BUILTIN, Theme};

use crate::talk::listed;
use crate::{Status, output};

/// Lists the built-in themes: name and what it is for.
pub fn run() -> Result<Status> {
    let about = |name| {
        Theme::builtin(name)
            .map(|theme| theme.about)
            .unwrap_or_default()
    };
    let rows: Vec<_> = BUILTIN
        .iter()
        .map(|(name, _)| (*name, about(name)))
        .collect();
    output::print(&listed(&rows))?;
    Ok(Status::Fine)
}
