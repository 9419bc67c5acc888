//! Which maps to read, and reading them.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Error, Result, anyhow, bail};
use jmap::diag::render::visible_name;

use crate::folder::{found_file, in_words_of_found};
use crate::place::Place;
use crate::sources::Source;
use crate::talk::{because, shown};

/// Endings of maps' files.
pub const ENDINGS: &[&str] = &["yaml", "yml"];

/// A map that is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(Place),
}

impl Input {
    /// Its name in messages.
    pub fn name(&self) -> String {
        match self {
            Input::Stdin => "<stdin>".to_owned(),
            Input::File(place) => place.path.display().to_string(),
        }
    }

    /// It, among what an output is made from.
    pub fn source(&self) -> Source {
        match self {
            Input::Stdin => Source::stdin(),
            Input::File(place) => Source::file(&place.path),
        }
    }

    /// Its path; `None` for standard input.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Input::Stdin => None,
            Input::File(place) => Some(&place.path),
        }
    }

    /// The folder that the map's images and themes stand in.
    pub fn folder(&self) -> &Path {
        match self {
            Input::Stdin => Path::new("."),
            Input::File(place) => folder_of(&place.path),
        }
    }

    /// Its bytes, but no more than one beyond a limit.
    pub fn read(&self, limit: u64) -> Result<Vec<u8>> {
        let limit = limit.saturating_add(1);
        let mut bytes = Vec::new();
        let mut file = None;
        if let Input::File(place) = self {
            file = Some(match place.folder() {
                // It may be a pipe.
                None => File::open(&place.path),
                Some(folder) => Ok(place
                    .open()
                    .map_err(|error| self.unreadable(&in_words_of_found(&error, folder)))?),
            });
        }
        let done = match file {
            None => io::stdin().lock().take(limit).read_to_end(&mut bytes),
            Some(file) => file.and_then(|file| {
                // Else the file is read in 32 bytes, 32 more, 64, and so on.
                let length = file.metadata()?.len().min(limit);
                bytes.reserve(length as usize + 1);
                file.take(limit).read_to_end(&mut bytes)
            }),
        };
        match done {
            Ok(_) => Ok(bytes),
            Err(error) => Err(self.unreadable(&because(&error))),
        }
    }

    fn unreadable(&self, why: &str) -> Error {
        anyhow!(
            "cannot read `{}`: {why}{}",
            visible_name(&self.name()),
            self.meant().unwrap_or_default()
        )
    }

    /// For a file that is not there: the one that stands there with the ending of a map.
    fn meant(&self) -> Option<String> {
        let Input::File(Place { path, .. }) = self else {
            return None;
        };
        let named = |ending: &&str| {
            let near = path.with_extension(ending);
            (!path.exists() && near.is_file()).then_some(near)
        };
        let near = ENDINGS.iter().find_map(named)?;
        Some(format!("; did you mean {}?", shown(&near)))
    }
}

/// The folder in which a file stands.
pub fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// The maps that are meant on the command line, and whether they make a set: several of them, or a folder.
pub struct Inputs {
    /// The maps, in the order in which they were given; those of a folder in order of name.
    pub maps: Vec<Input>,
    /// Whether there may be more than one drawing.
    pub many: bool,
}

/// Finds the maps that are meant on the command line, each once.
pub fn find(given: &[PathBuf]) -> Result<Inputs> {
    let mut inputs = Inputs {
        maps: Vec::new(),
        many: given.len() > 1,
    };
    for path in given {
        if path.as_os_str() == "-" {
            if inputs.maps.contains(&Input::Stdin) {
                bail!("standard input (`-`) can be read only once");
            }
            inputs.maps.push(Input::Stdin);
        } else if path.is_dir() {
            inputs.many = true;
            inputs.maps.extend(maps_in(path)?);
        } else {
            inputs.maps.push(Input::File(Place::named(path)));
        }
    }
    inputs.maps = each_once(inputs.maps);
    Ok(inputs)
}

/// Maps, each once. One that was found and is also named by the command line is a named one.
fn each_once(found: Vec<Input>) -> Vec<Input> {
    let mut maps: Vec<Input> = Vec::with_capacity(found.len());
    let mut known = BTreeMap::new();
    for map in found {
        let Input::File(place) = &map else {
            maps.push(map);
            continue;
        };
        let at = *known.entry(plain(&place.path)).or_insert(maps.len());
        match maps.get_mut(at) {
            None => maps.push(map),
            Some(first) => {
                let is_found = matches!(first, Input::File(first) if first.folder().is_some());
                if is_found && place.folder().is_none() {
                    *first = map;
                }
            }
        }
    }
    maps
}

/// A path without the parts that mean nothing. Links stay: a map may have two names, and a drawing for each.
fn plain(path: &Path) -> PathBuf {
    let parts = path.components();
    parts.filter(|part| *part != Component::CurDir).collect()
}

/// The one map that the drawn one is compared with.
pub fn second(inputs: &Inputs, path: &Path) -> Result<Input> {
    if inputs.many {
        bail!("--with compares one map with another; draw the others without it, or one by one");
    }
    if path.is_dir() {
        bail!("{} is a folder; --with takes one map", shown(path));
    }
    match path.as_os_str() == "-" {
        true if inputs.maps.contains(&Input::Stdin) => {
            bail!("standard input (`-`) can be read only once")
        }
        true => Ok(Input::Stdin),
        false => Ok(Input::File(Place::named(path))),
    }
}

/// Whether a file has the name of a map.
pub fn is_map(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
    ENDINGS
        .iter()
        .any(|known| ending.as_deref() == Some(OsStr::new(known)))
}

/// The maps of a folder: its visible .yaml and .yml files by name, none from folders below, where themes may stand.
fn maps_in(folder: &Path) -> Result<Vec<Input>> {
    let unreadable = |error: io::Error| {
        anyhow!(
            "cannot read the folder {}: {}",
            shown(folder),
            because(&error)
        )
    };
    let mut maps = BTreeMap::new();
    for entry in folder.read_dir().map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name();
        if is_map(Path::new(&name)) && !name.as_encoded_bytes().starts_with(b".") {
            let place = found_file(folder, Path::new(&name), &entry);
            maps.extend(place.map(|place| (name, Input::File(place.short()))));
        }
    }
    maps.first_key_value()
        .map(|_| ())
        .with_context(|| format!("the folder {} has no .yaml or .yml file", shown(folder)))?;
    Ok(maps.into_values().collect())
}
