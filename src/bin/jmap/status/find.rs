//! Which files: maps, and drawings that may come from them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use jmap::emit::FORMATS;

use crate::folder::files_below;
use crate::input::{ENDINGS, folder_of};
use crate::talk::shown;

/// A file that may be a map.
pub struct Found {
    /// The file.
    pub path: PathBuf,
    /// Whether the command line names it, so that it is taken for a map.
    pub named: bool,
}

/// The maps that are meant on the command line, in order of path.
pub fn maps(given: &[PathBuf]) -> Result<Vec<Found>> {
    let mut found: BTreeMap<PathBuf, bool> = BTreeMap::new();
    for path in given {
        if path.as_os_str() == "-" {
            bail!("standard input is no file whose state could be told: name files or folders");
        }
        if path.is_dir() {
            for file in below(path, ENDINGS)? {
                found.entry(file).or_default();
            }
        } else {
            found.insert(short(path), true);
        }
    }
    let found = found.into_iter().map(|(path, named)| Found { path, named });
    Ok(found.collect())
}

/// The drawings in the folders of the command line and below, and beside the maps that it names, in order of path.
pub fn outputs(maps: &[PathBuf], folders: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let endings: Vec<&str> = FORMATS.iter().map(|format| format.extension).collect();
    let mut found = Vec::new();
    for path in maps.iter().chain(folders) {
        if path.is_dir() {
            found.extend(below(path, &endings)?);
        } else if folders.contains(path) {
            bail!("{} is no folder with drawings", shown(path));
        } else {
            let beside = fs::read_dir(folder_of(path))
                .into_iter()
                .flatten()
                .flatten();
            let ending = |file: &PathBuf| {
                let ending = file.extension().unwrap_or_default().to_string_lossy();
                endings.contains(&&*ending.to_lowercase())
            };
            found.extend(beside.map(|entry| short(&entry.path())).filter(ending));
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// The files of a folder and of its visible subfolders.
fn below(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>> {
    if let Err(error) = fs::read_dir(folder) {
        let why = crate::talk::because(&error);
        bail!("cannot read the folder {}: {why}", shown(folder));
    }
    let visible = |path: &Path| {
        let name = path.file_name().unwrap_or_default();
        !name.as_encoded_bytes().starts_with(b".")
    };
    let files = files_below(folder, endings, visible).into_iter();
    let files = files.filter(|file| visible(file) && file.is_file());
    Ok(files.map(|file| short(&file)).collect())
}

/// A path without the `./` at its beginning.
fn short(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}
