//! The errors: without them mended there is no map. (Table "Errors" of the rules.)

use super::{Level, Rule};

const fn error(name: &'static str, finds: &'static str) -> Rule {
    Rule { name, level: Level::Error, finds }
}

/// Text that is not YAML.
pub const INVALID_YAML: Rule = error("invalid-yaml", "text that cannot be read as YAML 1.2");
/// All errors, in the order in which the documentation lists them.
pub const ERRORS: &[&Rule] = &[&INVALID_YAML];
