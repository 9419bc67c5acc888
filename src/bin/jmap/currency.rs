//! `jmap render --check`: what would be written against what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, anyhow};
use jmap::check::FileError;
use jmap::diag::render::{ANNOTATIONS, Form, annotation, left_over, visible_line, visible_name};
use jmap::emit::{Format, Origin, Source};

use crate::folder::{in_words, in_words_of_found};
use crate::input::Input;
use crate::origin::{file_name, leveled};
use crate::output::Target;
use crate::place::Place;
use crate::plan::{Drawing, Plan};
use crate::talk::{command, plural, say, shown};

/// Outputs that are not what they should be.
#[derive(Debug, Default)]
pub struct Stale(Mutex<BTreeMap<PathBuf, String>>);

impl Stale {
    /// Compares an output with what would be written; notes why it is stale, if it is.
    pub fn compare(&self, drawing: &Drawing, bytes: &[u8], origin: Option<&Origin>) -> Result<()> {
        let Target::File(place) = &drawing.target else {
            return Ok(());
        };
        // Other ends of lines make it no more than twice as large; what is larger is not read whole.
        let stale = || {
            let old = origin_of(place, drawing.format).ok().flatten();
            format!("stale: {}", difference(old, origin))
        };
        let reason = match place.read(2 * bytes.len() as u64) {
            Ok(old) if leveled(&old) == leveled(bytes) => return Ok(()),
            Ok(_) | Err(FileError::TooLarge) => stale(),
            Err(FileError::NotFound) => "missing".to_owned(),
            Err(error) => {
                return Err(anyhow!(
                    "cannot read {}: {}",
                    shown(&place.path),
                    in_words(&error)
                ));
            }
        };
        self.note(place.path.clone(), reason);
        Ok(())
    }

    /// Notes the drawings in the folder of a plan whose map is no longer among the maps.
    pub fn find_left_over(&self, plan: &Plan, maps: &[Input]) {
        let Some(folder) = &plan.folder else { return };
        let written = |map: &Input| Source::new(file_name(map).as_deref(), String::new()).name;
        let names: BTreeSet<String> = maps.iter().filter_map(written).collect();
        let planned: BTreeSet<&Path> = plan
            .targets()
            .filter_map(|target| match target {
                Target::File(place) => Some(place.path.as_path()),
                Target::Stdout => None,
            })
            .collect();
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let place = Place::inside(folder, Path::new(&entry.file_name()));
            if planned.contains(place.path.as_path()) {
                continue;
            }
            let mut formats = plan.formats.iter();
            let origin = formats.find_map(|format| origin_of(&place, format).transpose());
            match origin {
                None => {}
                Some(Ok(origin)) => {
                    if let Some(name) = origin.map.name.filter(|name| !names.contains(name)) {
                        let reason =
                            format!("left over: there is no map `{name}` any more; delete it");
                        self.note(place.path, reason);
                    }
                }
                Some(Err(error)) => {
                    let reason = format!("not looked at: {}", in_words_of_found(&error, folder));
                    self.note(place.path, reason);
                }
            }
        }
    }

    fn note(&self, path: PathBuf, reason: String) {
        let mut stale = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        stale.insert(path, reason);
    }

    /// Says which outputs are stale and why, in order of path, and whether there are any. `errors` were told before.
    pub fn tell(self, form: &Form, errors: usize) -> bool {
        let stale = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        let room = if form.commands {
            ANNOTATIONS.saturating_sub(errors)
        } else {
            0
        };
        for (at, (path, reason)) in stale.iter().enumerate() {
            let path = path.to_string_lossy();
            match at < room {
                true => command(&annotation(&path, reason)),
                false => say(&format!(
                    "{}: {}\n",
                    visible_name(&path),
                    visible_line(reason)
                )),
            }
        }
        if form.commands {
            say(&left_over(stale.len().saturating_sub(room)));
        }
        if !stale.is_empty() {
            let outputs = plural(stale.len(), "output");
            say(&format!(
                "{outputs} not current; without --check, jmap draws anew what is missing or stale\n"
            ));
        }
        !stale.is_empty()
    }
}

/// Where a drawing comes from, if its file is of the format and says so. An error where it leads out of its folder.
pub fn origin_of(place: &Place, format: &Format) -> Result<Option<Origin>, FileError> {
    let ending = place.path.extension().unwrap_or_default();
    if ending.to_string_lossy().to_lowercase() != format.extension {
        return Ok(None);
    }
    let file = match place.open() {
        Ok(file) => file,
        Err(FileError::Outside) => return Err(FileError::Outside),
        Err(_) => return Ok(None),
    };
    let mut start = Vec::new();
    let read = file.take(format.origin_within).read_to_end(&mut start);
    Ok(read.ok().and_then(|_| (format.origin)(&start)))
}

/// Why a file is not what would be written.
fn difference(old: Option<Origin>, new: Option<&Origin>) -> String {
    match (old, new) {
        (None, Some(_)) => {
            "does not say what it was made from: made with --plain, or not by this jmap".to_owned()
        }
        (Some(_), None) => "says what it was made from, which --plain leaves out".to_owned(),
        (Some(old), Some(new)) if old.jmap != new.jmap => {
            format!("made by jmap {}, and this is {}", old.jmap, new.jmap)
        }
        (Some(old), Some(new)) => other_source(&old.map, &new.map)
            .or_else(|| other_company(old.with.as_ref(), new.with.as_ref()))
            .unwrap_or_else(|| unlike(&old.map, &new.map)),
        (None, None) => otherwise(),
    }
}

/// Why drawings of one map differ, as far as can be told: that it is another one by now is told by its hash, which drawings for
/// the public lack.
fn unlike(old: &Source, new: &Source) -> String {
    match (&old.sha256, &new.sha256) {
        (None, None) => {
            let name = named(new);
            format!(
                "what is public of {name} has changed since, or options, theme or fonts are others"
            )
        }
        _ => otherwise(),
    }
}

fn otherwise() -> String {
    "made with other options, another theme or font, or changed since".to_owned()
}

/// Why a source is not the one that is there now; nothing where it is.
fn other_source(old: &Source, new: &Source) -> Option<String> {
    // A drawing for the public has no hash.
    let known = old.sha256.is_some() && new.sha256.is_some();
    if old == new || (old.name == new.name && !known) {
        None
    } else if old.name == new.name {
        let name = named(new);
        Some(format!("{name} has changed since, or a file that it names"))
    } else {
        Some(format!("made from {}, not from {}", named(old), named(new)))
    }
}

/// Why a map that is compared with is not the one of now.
fn other_company(old: Option<&Source>, new: Option<&Source>) -> Option<String> {
    match (old, new) {
        (Some(old), Some(new)) => other_source(old, new),
        (Some(old), None) => Some(format!("compares with {}", named(old))),
        (None, Some(new)) => Some(format!("does not compare with {}", named(new))),
        (None, None) => None,
    }
}

fn named(source: &Source) -> String {
    match &source.name {
        Some(name) => format!("`{name}`"),
        None => "standard input".to_owned(),
    }
}
