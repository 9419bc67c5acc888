//! The files of a folder, for tests that draw the maps in it.

use std::fs;
use std::path::PathBuf;

use jmap::check::{FileError, Files};

/// Has them.
pub struct Folder(pub PathBuf);

impl Files for Folder {
    fn read(&self, path: &str, _limit: u64) -> Result<Vec<u8>, FileError> {
        fs::read(self.0.join(path)).map_err(|_| FileError::NotFound)
    }
}
