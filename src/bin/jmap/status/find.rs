//! Which files: maps, and drawings that may come from them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use jmap::emit::FORMATS;

use crate::folder::{files_below, found_file};
use crate::input::{ENDINGS, folder_of};
use crate::place::Place;
use crate::talk::shown;

/// The files on the command line, and those in its folders and below, that may be maps, in order of path. A map is what the
/// command line names; what was found has to show it.
pub fn maps(given: &[PathBuf]) -> Result<Vec<Place>> {
    let mut found: BTreeMap<PathBuf, Place> = BTreeMap::new();
    for path in given {
        if path.as_os_str() == "-" {
            bail!("standard input is no file whose state could be told: name files or folders");
        }
        if path.is_dir() {
            for file in below(path, ENDINGS)? {
                found.entry(file.path.clone()).or_insert(file);
            }
        } else {
            let named = Place::named(path).short();
            found.insert(named.path.clone(), named);
        }
    }
    Ok(found.into_values().collect())
}

/// The drawings in the folders of the command line and below, and beside the maps that it names, in order of path.
pub fn outputs(maps: &[PathBuf], folders: &[PathBuf]) -> Result<Vec<Place>> {
    let endings: Vec<&str> = FORMATS.iter().map(|format| format.extension).collect();
    let mut found = Vec::new();
    for path in maps.iter().chain(folders) {
        if path.is_dir() {
            found.extend(below(path, &endings)?);
        } else if folders.contains(path) {
            bail!("{} is no folder with drawings", shown(path));
        } else {
            let folder = folder_of(path);
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let name = entry.file_name();
                let ending = Path::new(&name).extension().unwrap_or_default();
                if endings.contains(&&*ending.to_string_lossy().to_lowercase()) {
                    found.extend(found_file(folder, Path::new(&name), &entry).map(Place::short));
                }
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found.dedup_by(|one, other| one.path == other.path);
    Ok(found)
}

/// The files of a folder and of its visible subfolders.
fn below(folder: &Path, endings: &[&str]) -> Result<Vec<Place>> {
    if let Err(error) = fs::read_dir(folder) {
        let why = crate::talk::because(&error);
        bail!("cannot read the folder {}: {why}", shown(folder));
    }
    let visible = |path: &Path| {
        let name = path.file_name().unwrap_or_default();
        !name.as_encoded_bytes().starts_with(b".")
    };
    let files = files_below(folder, endings, visible).into_iter();
    let files = files.filter(|file| visible(&file.path));
    Ok(files.map(Place::short).collect())
}
