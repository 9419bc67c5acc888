//! `--deny`, `--warn`, `--allow`: levels of rules on the command line.

use anyhow::{Result, anyhow, bail};
use jmap::check::nearest;
use jmap::diag::{Flags, Level, Rule};
use jmap::rules;

use crate::values;

/// The name that stands for all warnings.
const WARNINGS: &str = "warnings";
/// The heading of these options in the help.
const HEADING: &str = "Levels of rules";

/// What the command line says of rules.
#[derive(Debug, clap::Args)]
pub struct Levels {
    /// Refuse maps in which a rule finds something; `warnings` stands for all that warn
    ///
    /// `check` looks for all rules, `render` only for what would be missed in the drawing: `missing-glyph`, `emotion-twice`,
    /// `unlisted-lane`, `nothing-to-compare`.
    #[arg(long, value_name = "RULE|warnings", value_delimiter = ',', value_parser = values::name(), help_heading = HEADING)]
    deny: Vec<String>,
    /// Warn where a rule finds something, whatever the maps say of it (`--deny warnings` makes an error of that, too)
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = values::name(), help_heading = HEADING)]
    warn: Vec<String>,
    /// Say nothing of what a rule finds; `warnings` stands for all that warn
    #[arg(long, value_name = "RULE|warnings", value_delimiter = ',', value_parser = values::name(), help_heading = HEADING)]
    allow: Vec<String>,
}

impl Levels {
    /// The levels, each rule found by its name. A rule that is named twice has no level.
    pub fn flags(&self) -> Result<Flags> {
        let mut flags = Flags::default();
        for (flag, names, level) in [
            ("--deny", &self.deny, Some(Level::Error)),
            ("--warn", &self.warn, Some(Level::Warning)),
            ("--allow", &self.allow, None),
        ] {
            for name in names {
                if name == WARNINGS && flag != "--warn" {
                    if flags.warnings.is_some_and(|other| other != level) {
                        bail!("`--deny warnings` and `--allow warnings` contradict each other");
                    }
                    flags.warnings = Some(level);
                    continue;
                }
                let rule = settable(name)?;
                let other = flags.levels.iter().find(|(named, _)| *named == rule);
                if other.is_some_and(|(_, other)| *other != level) {
                    bail!("`{flag} {name}`: another flag gives `{name}` another level");
                }
                flags.levels.push((rule, level));
            }
        }
        Ok(flags)
    }
}

/// The rule of a name, if it may be set.
fn settable(name: &str) -> Result<&'static Rule> {
    let rule = find(name)?;
    if rule.level == Level::Error {
        bail!("`{name}` is an error and cannot be set: no map can be drawn with it");
    }
    Ok(rule)
}

/// The rule of a name.
pub fn find(name: &str) -> Result<&'static Rule> {
    rules::all().find(|rule| rule.name == name).ok_or_else(|| {
        match nearest(name, rules::all().map(|rule| rule.name)) {
            Some(near) => anyhow!("there is no rule `{name}`; did you mean `{near}`?"),
            None => anyhow!("there is no rule `{name}`; `jmap rules` lists all that there are"),
        }
    })
}
