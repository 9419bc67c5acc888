//! What an output is made from.

use std::path::{Component, Path, PathBuf};

/// A file that was read for an output.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path, as it was given or relative to the working directory; `None` for standard input.
    pub path: Option<PathBuf>,
    /// Whether a map or a theme names it, and not the command line.
    pub beside: bool,
}

impl Source {
    /// The file at a path.
    pub fn file(path: &Path) -> Source {
        // `./map.yaml` and `map.yaml` are one file. `a/../b` may be another than `b`, where `a` is a link.
        let parts = path.components().filter(|part| *part != Component::CurDir);
        Source {
            path: Some(parts.collect()),
            beside: false,
        }
    }

    /// The file at a path that a map or a theme names.
    pub fn beside(path: &Path) -> Source {
        Source {
            beside: true,
            ..Source::file(path)
        }
    }

    /// Standard input.
    pub fn stdin() -> Source {
        Source {
            path: None,
            beside: false,
        }
    }
}

/// Adds sources that are not there yet.
pub fn add(sources: &mut Vec<Source>, more: impl IntoIterator<Item = Source>) {
    for source in more {
        if !sources.iter().any(|known| known.path == source.path) {
            sources.push(source);
        }
    }
}
