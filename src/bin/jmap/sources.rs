//! What an output is made from.

use std::path::{Component, Path, PathBuf};

use anyhow::{Result, bail};

use crate::output::Target;
use crate::talk::shown;

/// A file that was read for an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its path, as it was given or relative to the working directory; `None` for standard input.
    pub path: Option<PathBuf>,
}

impl Source {
    /// The file at a path.
    pub fn file(path: &Path) -> Source {
        // `./map.yaml` and `map.yaml` are one file. `a/../b` may be another than `b`, where `a` is a link.
        let parts = path.components().filter(|part| *part != Component::CurDir);
        Source {
            path: Some(parts.collect()),
        }
    }

    /// Standard input.
    pub fn stdin() -> Source {
        Source { path: None }
    }
}

/// Refuses to write over what a drawing is made from.
pub fn spare(target: &Target, sources: &[Source]) -> Result<()> {
    let Target::File(path) = target else {
        return Ok(());
    };
    let Some(old) = identity(path) else {
        return Ok(());
    };
    let mut paths = sources.iter().filter_map(|source| source.path.as_ref());
    if paths.any(|path| identity(path).as_ref() == Some(&old)) {
        bail!(
            "{} is what the drawing is made from, and stays as it is: name another file with -o",
            shown(path)
        );
    }
    Ok(())
}

/// What tells a file from all others, by whatever path; nothing where there is none, nor for a device or pipe.
#[cfg(unix)]
pub fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let data = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
    Some((data.dev(), data.ino()))
}

#[cfg(not(unix))]
pub fn identity(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}

/// Adds sources that are not there yet.
pub fn add(sources: &mut Vec<Source>, more: impl IntoIterator<Item = Source>) {
    for source in more {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
}
