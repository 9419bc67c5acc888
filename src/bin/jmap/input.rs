//! Which maps to read, and reading them.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};
use jmap::diag::render::visible_name;

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
    File(PathBuf),
}

impl Input {
    /// Its name in messages.
    pub fn name(&self) -> String {
        match self {
            Input::Stdin => "<stdin>".to_owned(),
            Input::File(path) => path.display().to_string(),
        }
    }

    /// It, among what an output is made from.
    pub fn source(&self) -> Source {
        match self {
            Input::Stdin => Source::stdin(),
            Input::File(path) => Source::file(path),
        }
    }

    /// The folder that the map's images and themes stand in.
    pub fn folder(&self) -> &Path {
        match self {
            Input::Stdin => Path::new("."),
            Input::File(path) => folder_of(path),
        }
    }

    /// Its bytes, but no more than one beyond a limit.
    pub fn read(&self, limit: u64) -> Result<Vec<u8>> {
        let limit = limit.saturating_add(1);
        let mut bytes = Vec::new();
        let done = match self {
            Input::Stdin => io::stdin().lock().take(limit).read_to_end(&mut bytes),
            Input::File(path) => File::open(path).and_then(|file| {
                // Else the file is read in 32 bytes, 32 more, 64, and so on.
                let length = file.metadata()?.len().min(limit);
                bytes.reserve(length as usize + 1);
                file.take(limit).read_to_end(&mut bytes)
            }),
        };
        match done {
            Ok(_) => Ok(bytes),
            Err(error) => bail!(
                "cannot read `{}`: {}{}",
                visible_name(&self.name()),
                because(&error),
                self.meant().unwrap_or_default()
            ),
        }
    }

    /// For a file that is not there: the one that stands there with the ending of a map.
    fn meant(&self) -> Option<String> {
        let Input::File(path) = self else { return None };
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
            inputs.maps.push(Input::File(path.clone()));
        }
    }
    let mut known = BTreeSet::new();
    inputs.maps.retain(|map| match map {
        Input::Stdin => true,
        Input::File(path) => known.insert(plain(path)),
    });
    Ok(inputs)
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
        false => Ok(Input::File(path.to_owned())),
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
        anyhow::anyhow!(
            "cannot read the folder {}: {}",
            shown(folder),
            because(&error)
        )
    };
    let mut maps = BTreeMap::new();
    for entry in folder.read_dir().map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_os_string();
        if is_map(&path) && !name.as_encoded_bytes().starts_with(b".") && path.is_file() {
            let path = path.strip_prefix(".").map(Path::to_owned).unwrap_or(path);
            maps.insert(name, Input::File(path));
        }
    }
    maps.first_key_value()
        .map(|_| ())
        .with_context(|| format!("the folder {} has no .yaml or .yml file", shown(folder)))?;
    Ok(maps.into_values().collect())
}
