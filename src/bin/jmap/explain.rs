//! `jmap explain` and `jmap rules`

use anyhow::Result;
use jmap::diag::Rule;
use jmap::rules;

use crate::levels::find;
use crate::talk::listed;
use crate::{Status, output};

#[derive(Debug, clap::Args)]
pub struct Explain {
    /// Names of rules, as they stand in brackets behind what jmap says
    #[arg(required = true, value_name = "RULE", value_parser = crate::values::name())]
    rules: Vec<String>,
}

/// Prints the pages of rules.
pub fn explain(args: &Explain) -> Result<Status> {
    let rules = args.rules.iter().map(|name| find(name));
    let pages: Vec<String> = rules
        .map(|rule| rule.map(rules::page))
        .collect::<Result<_>>()?;
    output::print(&pages.join("\n\n"))?;
    Ok(Status::Fine)
}

/// Lists all rules: name, level, what they find.
pub fn list() -> Result<Status> {
    let about = |rule: &Rule| format!("{:7}  {}", rule.level.name(), rule.finds);
    let rows: Vec<_> = rules::all().map(|rule| (rule.name, about(rule))).collect();
    output::print(&listed(&rows))?;
    Ok(Status::Fine)
}
