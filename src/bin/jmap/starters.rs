//! The maps to begin from.

/// A map to begin from.
#[derive(Debug)]
pub struct Starter {
    /// What it is called on the command line; its file has the same name.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// The map.
    text: &'static str,
}

macro_rules! starter {
    ($name:literal, $about:literal) => {
        Starter {
            name: $name,
            about: $about,
            text: include_str!(concat!("../../../templates/starters/", $name, ".yaml")),
        }
    };
}

/// All starters, in the order in which they are listed.
pub const STARTERS: &[Starter] = &[
    starter!(
        "saas-onboarding",
        "Somebody begins to use a piece of software"
    ),
    starter!(
        "retail",
        "Somebody buys online, collects in the store, and brings it back"
    ),
    starter!(
        "public-service",
        "Two people apply for a benefit, online and on paper"
    ),
    starter!(
        "patient",
        "The first year with a chronic condition, and who helps with it"
    ),
    starter!(
        "service-blueprint",
        "A service, and the work behind it that nobody sees"
    ),
    starter!(
        "b2b-buying-group",
        "Three people in one company buy together"
    ),
    starter!(
        "blank",
        "The least that a map needs, and a place for all the rest"
    ),
];

impl Starter {
    /// The starter of a name.
    pub fn named(name: &str) -> Option<&'static Starter> {
        STARTERS.iter().find(|starter| starter.name == name)
    }

    /// The map as somebody gets it: its schema is where they are going to have it, its title is theirs if they give one.
    pub fn text(&self, title: Option<&str>) -> String {
        let line = |line: &str| match (line.starts_with(SCHEMA), line.starts_with(TITLE), title) {
            (true, ..) => format!("{SCHEMA}{SCHEMA_FILE}\n"),
            (_, true, Some(title)) => {
                // What JSON quotes is quoted for YAML as well.
                format!("{TITLE}{}\n", serde_json::Value::from(title))
            }
            _ => format!("{line}\n"),
        };
        self.text.lines().map(line).collect()
    }
}

/// By this comment editors find the schema of a file.
const SCHEMA: &str = "# yaml-language-server: $schema=";

/// The schema's file, beside the map.
pub const SCHEMA_FILE: &str = "jmap.schema.json";

const TITLE: &str = "title: ";
