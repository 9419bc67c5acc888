//! Writing files: whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use crate::input::folder_of;
use crate::talk::{because, shown};

/// Links that are followed from one output path, as Linux does.
const MOST_LINKS: usize = 40;

/// Where a drawing goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Standard output.
    Stdout,
    /// A file.
    File(PathBuf),
}

/// Whether a path means standard output.
pub fn is_stdout(path: &Path) -> bool {
    ["-", "/dev/stdout"].contains(&&*path.to_string_lossy())
}

/// Whether a path means a folder: it is one, or ends with a slash.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}

/// Makes a folder where there is none.
pub fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| {
        anyhow!(
            "cannot make the folder {}: {}",
            shown(folder),
            because(&error)
        )
    })
}

/// Writes a drawing.
pub fn write(target: &Target, bytes: &[u8]) -> Result<()> {
    match target {
        Target::Stdout => to_stdout(bytes),
        Target::File(path) => to_file(path, bytes),
    }
}

/// Writes a file, over one that is there.
pub fn to_file(path: &Path, bytes: &[u8]) -> Result<()> {
    replace(path, bytes).map_err(|error| unwritten(path, &error))
}

/// Writes a file where none is; says whether none was.
pub fn to_new_file(path: &Path, bytes: &[u8]) -> Result<bool> {
    match create(path, bytes) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(unwritten(path, &error)),
    }
}

fn unwritten(path: &Path, error: &io::Error) -> anyhow::Error {
    let folder = folder_of(path);
    match error.kind() {
        io::ErrorKind::NotFound if !folder.exists() => anyhow!(
            "cannot write {}: there is no folder {}; make it first",
            shown(path),
            shown(folder)
        ),
        _ => anyhow!("cannot write {}: {}", shown(path), because(error)),
    }
}

/// Writes to standard output. A reader who has seen enough is no mistake.
pub fn to_stdout(bytes: &[u8]) -> Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            bail!("cannot write to standard output: {}", because(&error))
        }
        _ => Ok(()),
    }
}

/// Replaces a file whole, or leaves it as it is: the new one is written beside it and takes its place at the end.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = fs::metadata(path).ok();
    if let Some(old) = &old {
        // A file that may not be written is not to be replaced either, and a device has nothing to replace.
        let mut file = OpenOptions::new().write(true).open(path)?;
        if !old.is_file() {
            return file.write_all(bytes);
        }
    }
    let path = followed(path);
    let mut new = beside(&path)?;
    new.write_all(bytes)?;
    if let Some(old) = old {
        new.as_file().set_permissions(old.permissions())?;
    }
    new.persist(&path).map(drop).map_err(|error| error.error)
}

/// Makes a file whole, and only where none is.
fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut new = beside(path)?;
    new.write_all(bytes)?;
    let made = new.persist_noclobber(path);
    made.map(drop).map_err(|error| error.error)
}

/// A file for a moment, in the folder of another and with the permissions of any new file.
fn beside(path: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".jmap-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder_of(path))
}

/// What a path leads to, links followed, also where nothing is there yet.
fn followed(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(to) => path = folder_of(&path).join(to),
            Err(_) => break,
        }
    }
    path
}
