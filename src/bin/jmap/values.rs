//! Values of options. An empty one is none: it comes from a variable that is not set, and must not stand for everything.

use clap::builder::{NonEmptyStringValueParser, TypedValueParser};

/// Reads a name, or one of several with commas between them: `nadia, tom` in quotation marks is two names as well.
pub fn name() -> impl TypedValueParser<Value = String> {
    NonEmptyStringValueParser::new().try_map(|text| match text.trim() {
        "" => Err("nothing but white space"),
        name => Ok(name.to_owned()),
    })
}

/// Why an empty value is refused, and what to do.
pub fn empty(option: &str) -> String {
    // `--persona <PERSONA>`, as clap names it.
    let option = option.split_once(' ').map_or(option, |(name, _)| name);
    format!(
        "`{option}`: a value is empty, often because a variable is; give it a value, or leave `{option}` out"
    )
}
