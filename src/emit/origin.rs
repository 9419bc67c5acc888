//! What a drawing says of where it comes from, so that a stale one can be noticed.

use super::svg::clean;

/// Where a drawing comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The version of jmap that made it: `0.1.0`.
    pub jmap: String,
    /// The map.
    pub map: Source,
    /// The map that it is compared with.
    pub with: Option<Source>,
}

/// A map and all that it names, at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name of the map's file, without its folder; `None` for a map that came from no file.
    pub name: Option<String>,
    /// The SHA-256 (FIPS 180-4) of its content in hexadecimal digits; `None` for a drawing of what is public alone: by the
    /// hash of the whole, guesses at the rest could be tried out.
    pub sha256: Option<String>,
}

impl Source {
    /// A source; of its name remains what can be written into a drawing.
    pub fn new(name: Option<&str>, sha256: String) -> Source {
        Source {
            name: name.map(clean),
            sha256: Some(sha256),
        }
    }

    /// A source of which no more is drawn than is public.
    pub fn public(name: Option<&str>) -> Source {
        Source {
            name: name.map(clean),
            sha256: None,
        }
    }
}
