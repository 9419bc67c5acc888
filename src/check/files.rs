//! Files beside the map: how they come in, how much is taken, and which paths are not.

use crate::diag::{self, Diagnostic};
use crate::model::{Text, shortened};

/// Where files beside the map come from. The library opens none itself.
pub trait Files {
    /// Reads a file whose path is relative to the map's folder, and no more than `limit` bytes of it.
    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, FileError>;

    /// What tells the file at a path from all others, whichever of its paths that is: `./a.png`, a link to it. Without a way to
    /// know, the path freed from what means nothing.
    fn identity(&self, path: &str) -> String {
        plain(path)
    }
}

/// A path without the parts that mean nothing: `.`, and one slash after another.
pub fn plain(path: &str) -> String {
    let parts = path.split(['/', '\\']);
    let parts: Vec<&str> = parts.filter(|part| !matches!(*part, "" | ".")).collect();
    parts.join("/")
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// There is none.
    NotFound,
    /// It lies outside the map's folder, perhaps by way of a link.
    Outside,
    /// It is larger than the limit.
    TooLarge,
    /// It is a folder or a device.
    NotAFile,
    /// Something else, in the system's words.
    Other(String),
}

/// No files at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _path: &str, _limit: u64) -> Result<Vec<u8>, FileError> {
        Err(FileError::NotFound)
    }
}

/// Why a path does not stay in the map's folder.
pub(super) fn leads_outside(path: &str) -> Option<&'static str> {
    let drive = path.as_bytes().get(1) == Some(&b':')
        && path.starts_with(|c: char| c.is_ascii_alphabetic());
    let scheme = |scheme: &str| {
        path.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    if path.contains("://") || scheme("data:") || scheme("file:") {
        Some("an address: jmap fetches nothing")
    } else if path.starts_with(['/', '\\', '~']) || drive {
        Some("begins outside the map's folder")
    } else if path.split(['/', '\\']).any(|part| part == "..") {
        Some("`..` leads out of the map's folder")
    } else {
        None
    }
}

/// The path of a file leads out of the map's folder.
pub(super) fn outside(path: &Text, reason: &str) -> Diagnostic {
    Diagnostic::new(
        &diag::PATH_OUTSIDE_MAP,
        path.span,
        format!("`{}` is not a path beside the map", shortened(&path.text)),
    )
    .mark(reason)
    .note("a map may be somebody else's: it reads only from its own folder and below")
    .help("copy the file beside the map, and write its path from there: images/nadia.png")
}

/// Checks that the path of a theme stays in the map's folder; a name is no path.
pub(super) fn check_path(path: &Text) -> Option<Diagnostic> {
    leads_outside(&path.text).map(|reason| outside(path, reason))
}
