//! How large the system lets a file become. Owner of `rustix`, with `folder`.

use std::io;

/// Refuses to add more bytes to a file than it may have (`ulimit -f`): a signal would end jmap in the middle of them.
#[cfg(unix)]
pub fn bounded(file: impl std::os::fd::AsFd, bytes: usize) -> io::Result<()> {
    use rustix::fs::{FileType, fstat};
    use rustix::process::{Resource, getrlimit};
    let Some(most) = getrlimit(Resource::Fsize).current else {
        return Ok(());
    };
    let stat = fstat(file)?;
    let is_file = FileType::from_raw_mode(stat.st_mode) == FileType::RegularFile;
    let old = u64::try_from(stat.st_size).unwrap_or_default();
    match is_file && old.saturating_add(bytes as u64) > most {
        true => Err(io::ErrorKind::FileTooLarge.into()),
        false => Ok(()),
    }
}

/// Nothing is known of it here.
#[cfg(not(unix))]
pub fn bounded<F>(_file: F, _bytes: usize) -> io::Result<()> {
    Ok(())
}
