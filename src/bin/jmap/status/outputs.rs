//! Which drawings come from which maps, and whether they still show them.

use std::path::{Path, PathBuf};

use anyhow::{Error, anyhow};
use jmap::emit::{FORMATS, Origin, Source};

use super::row::Row;
use crate::currency::origin_of;
use crate::folder::in_words_of_found;
use crate::input::{Input, folder_of};
use crate::place::Place;
use crate::talk::shown;

/// A drawing that names a map as its source.
#[derive(Clone, Debug)]
pub struct Output {
    /// Its file.
    pub path: PathBuf,
    /// Whether it shows another state of the map, or of the one that it is compared with, than that of now. A drawing for
    /// the public does not tell.
    pub stale: Option<bool>,
    /// The version of jmap that made it.
    pub jmap: String,
}

/// Gives each map the drawings that come from it; returns why some files were not looked at.
pub fn assign(rows: &mut [Row], files: Vec<Place>) -> Vec<Error> {
    let mut failures = Vec::new();
    for place in files {
        let mut formats = FORMATS.iter();
        let origin = match formats.find_map(|format| origin_of(&place, format).transpose()) {
            None => continue,
            Some(Ok(origin)) => origin,
            Some(Err(error)) => {
                let why = in_words_of_found(&error, place.folder().unwrap_or(Path::new(".")));
                failures.push(anyhow!("cannot read {}: {why}", shown(&place.path)));
                continue;
            }
        };
        let path = place.path;
        let Origin { jmap, map, with } = origin;
        let sources: Vec<&Source> = std::iter::once(&map).chain(&with).collect();
        let from: Vec<(usize, Option<bool>)> = sources
            .into_iter()
            .filter_map(|source| row_of(rows, source, &path))
            .collect();
        let is = |state| from.iter().any(|(_, stale)| *stale == state);
        let stale = if is(Some(true)) {
            Some(true)
        } else {
            (!is(None)).then_some(false)
        };
        for (at, _) in &from {
            if let Some(row) = rows.get_mut(*at) {
                row.outputs.push(Output {
                    path: path.clone(),
                    stale,
                    jmap: jmap.clone(),
                });
            }
        }
    }
    failures
}

/// The map that a drawing names, and whether it has changed since. Among maps of one name it is the one that has not, else
/// the one that stands nearest to the drawing.
fn row_of(rows: &[Row], source: &Source, drawing: &Path) -> Option<(usize, Option<bool>)> {
    let named = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| source.name.is_some() && row.source.name == source.name);
    let steps = |row: &Row| match &row.input {
        Input::File(map) => between(folder_of(&map.path), folder_of(drawing)),
        Input::Stdin => usize::MAX,
    };
    let stale = |row: &Row| {
        source
            .sha256
            .is_some()
            .then_some(row.source.sha256 != source.sha256)
    };
    let (at, row) = named.min_by_key(|(_, row)| (stale(row), steps(row)))?;
    Some((at, stale(row)))
}

/// How many folders one goes up and down from one folder to another.
fn between(from: &Path, to: &Path) -> usize {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (from, to) = (absolute(from), absolute(to));
    let common = from
        .components()
        .zip(to.components())
        .take_while(|(one, other)| one == other)
        .count();
    from.components().count() + to.components().count() - 2 * common
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_between_folders_goes_up_and_down() {
        let cases = [
            ("a", "a", 0),
            ("a", "a/b", 1),
            ("a/b", "a/c", 2),
            (".", "a/b", 2),
            ("/x/y", "/z", 3),
        ];
        for (from, to, steps) in cases {
            assert_eq!(
                between(Path::new(from), Path::new(to)),
                steps,
                "{from} {to}"
            );
        }
    }
}
