//! Writing files: whole or not at all.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Result, anyhow};
use jmap::check::FileError;
use jmap::diag::render::uncommanded;
use tempfile::NamedTempFile;

use crate::folder::in_words;
use crate::input::folder_of;
use crate::place::Place;
use crate::talk::{because, shown};
use crate::{stdio, ulimit};

/// Where a drawing goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Standard output.
    Stdout,
    /// A file.
    File(Place),
}

/// Whether a path means standard output.
pub fn is_stdout(path: &Path) -> bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(&&*path.to_string_lossy())
}

/// Whether a path means a folder: it is one, or ends with a slash.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}

/// Makes a folder where there is none.
pub fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::AlreadyExists => "a file of that name is in the way".to_owned(),
            _ => because(&error),
        };
        anyhow!("cannot make the folder {}: {why}", shown(folder))
    })
}

/// Writes a drawing.
pub fn write(target: &Target, bytes: &[u8]) -> Result<()> {
    match target {
        Target::Stdout => to_stdout(bytes),
        Target::File(place) => to_place(place, bytes),
    }
}

/// Writes a file, over one that is there.
pub fn to_file(path: &Path, bytes: &[u8]) -> Result<()> {
    to_place(&Place::named(path), bytes)
}

fn to_place(place: &Place, bytes: &[u8]) -> Result<()> {
    let real = place.real().map_err(|error| not_there(place, &error))?;
    // What the system alone can follow (`/dev/fd/1`) is opened by its own path.
    let path = place.folder().map_or(place.path.as_path(), |_| &real);
    let done = replace(path, &real, bytes);
    done.map_err(|error| unwritten(&place.path, &error))
}

/// Why nothing is written at a place.
pub fn not_there(place: &Place, error: &FileError) -> anyhow::Error {
    match (error, place.folder()) {
        (FileError::Outside, Some(folder)) => anyhow!(
            "{} is a link that leads out of {}, so nothing is written there",
            shown(&place.path),
            shown(folder)
        ),
        _ => anyhow!("cannot write {}: {}", shown(&place.path), in_words(error)),
    }
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
    let is_writable = || OpenOptions::new().write(true).open(path).is_ok();
    match error.kind() {
        io::ErrorKind::NotFound if !folder.exists() => anyhow!(
            "cannot write {}: there is no folder {}; make it first",
            shown(path),
            shown(folder)
        ),
        io::ErrorKind::PermissionDenied if !path.exists() || is_writable() => anyhow!(
            "cannot write {}: no new file may be made in {}, and jmap replaces a file only by a whole new one",
            shown(path),
            shown(folder)
        ),
        _ => anyhow!("cannot write {}: {}", shown(path), because(error)),
    }
}

/// Prints a text on standard output, in which no CI service finds a command.
pub fn print(text: &str) -> Result<()> {
    to_stdout(uncommanded(text).as_bytes())
}

/// Writes to standard output what is no text for people: drawings, and what is meant for a CI service. A reader who has seen
/// enough is no mistake.
pub fn to_stdout(bytes: &[u8]) -> Result<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    let done = stdio::writable()
        .and_then(|()| ulimit::bounded(&out, bytes.len()))
        .and_then(|()| out.write_all(bytes))
        .and_then(|()| out.flush());
    unless_gone(done).map_err(|error| unprinted(&error))
}

/// Why nothing can be printed.
pub fn unprinted(error: &io::Error) -> anyhow::Error {
    anyhow!("cannot write to standard output: {}", because(error))
}

/// Whether all went well, or whoever was to read it has gone.
fn unless_gone(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// Replaces a file whole, or leaves it as it is: the new one is written beside it and takes its place at the end.
///
/// It is not forced to the disk first. After a crash of the whole system a file may be the old one, or on some file systems
/// empty; `jmap render` makes it again, and waiting for the disk would take many times as long as the drawing.
///
/// `real` is where the path leads, links followed.
fn replace(path: &Path, real: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        found => Some(found?),
    };
    if let Some(old) = &old {
        // A file that may not be written is not to be replaced either, and a device has nothing to replace.
        let mut file = OpenOptions::new().write(true).open(path)?;
        if !old.is_file() {
            return unless_gone(file.write_all(bytes));
        }
    }
    let mut new = beside(real)?;
    if let Some(old) = old {
        keep(new.as_file(), &old)?;
    }
    write_bounded(&mut new, bytes)?;
    new.persist(real).map(drop).map_err(|error| error.error)
}

/// Makes a file whole, and only where none is.
fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut new = beside(path)?;
    write_bounded(&mut new, bytes)?;
    let made = new.persist_noclobber(path);
    made.map(drop).map_err(|error| error.error)
}

fn write_bounded(new: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
    ulimit::bounded(new.as_file(), bytes.len())?;
    new.write_all(bytes)
}

/// A file for a moment, in the folder of another and with the permissions of any new file. Its name is short whatever the
/// other's is, and begins with a dot: where jmap is killed it may stay, and no command takes it for a map or a drawing.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".jmap-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder_of(path))
}

/// Gives a new file the permissions of the old one, and its owner and group where the system lets us.
#[cfg(unix)]
fn keep(new: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let mut mode = old.mode() & 0o7777;
    let is = new.metadata()?;
    let same = (is.uid(), is.gid()) == (old.uid(), old.gid());
    let kept = same
        || fchown(new, Some(old.uid()), Some(old.gid())).is_ok()
        || fchown(new, None, Some(old.gid())).is_ok();
    if !kept {
        // Its group is another one, and may do no more than everybody.
        mode = mode & !0o070 | (mode & 0o007) << 3;
    }
    new.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn keep(new: &File, old: &Metadata) -> io::Result<()> {
    new.set_permissions(old.permissions())
}
