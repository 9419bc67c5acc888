//! `jmap explain` and `jmap rules`

use anyhow::Result;
use jmap::rules;

use crate::levels::find;
use crate::{Status, output};

#[derive(Debug, clap::Args)]
pub struct Explain {
    /// Names of rules, as they stand in brackets behind what jmap says
    #[arg(required = true, value_name = "RULE")]
    rules: Vec<String>,
}

/// Prints the pages of rules.
pub fn explain(args: &Explain) -> Result<Status> {
    let rules = args.rules.iter().map(|name| find(name));
    let pages: Vec<String> = rules
        .map(|rule| rule.map(rules::page))
        .collect::<Result<_>>()?;
    output::to_stdout(pages.join("\n\n").as_bytes())?;
    Ok(Status::Fine)
}

/// Lists all rules: name, level, what they find.
pub fn list() -> Result<Status> {
    let width = rules::all().map(|rule| rule.name.len()).max();
    let width = width.unwrap_or_default();
    let lines: String = rules::all()
        .map(|rule| {
            format!(
                "{:width$}  {:7}  {}\n",
                rule.name,
                rule.level.name(),
                rule.finds
            )
        })
        .collect();
    output::to_stdout(lines.as_bytes())?;
    Ok(Status::Fine)
}
