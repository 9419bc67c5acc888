//! No output of a run is a file that the run reads, and no two outputs are one file. That is found out before anything is
//! written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use jmap::check::FileError;

use crate::output::{Target, not_there};
use crate::place::Place;
use crate::plan::Plan;
use crate::sources::Source;
use crate::talk::shown;

/// An output of a run.
struct Output {
    path: PathBuf,
    is_depfile: bool,
}

/// All that a run is to write: drawings, and what they were made from.
#[derive(Default)]
pub struct Outputs {
    list: Vec<Output>,
    /// Those that are there, by what they are on the disk.
    there: BTreeMap<Identity, usize>,
    /// All by their names, case aside; in a folder that tells upper from lower case there may be several.
    named: BTreeMap<(PathBuf, String), Vec<(PathBuf, usize)>>,
    /// The folders that they come to stand in, or the nearest that are there.
    folders: BTreeSet<PathBuf>,
    /// Whether one of them may be a source under a name in another folder: it is a hard link.
    has_hard_links: bool,
}

impl Outputs {
    /// The outputs of a plan, and perhaps a depfile. Refuses those that lead out of their folder, and two that are one file.
    pub fn new(plan: &Plan, depfile: Option<&Path>) -> Result<Outputs> {
        let mut outputs = Outputs::default();
        let drawings = plan.targets().filter_map(|target| match target {
            Target::File(place) => Some((place.clone(), false)),
            Target::Stdout => None,
        });
        let depfile = depfile.map(|path| (Place::named(path), true));
        for (place, is_depfile) in drawings.chain(depfile) {
            outputs.add(&place, is_depfile)?;
        }
        Ok(outputs)
    }

    fn add(&mut self, place: &Place, is_depfile: bool) -> Result<()> {
        let real = place.real().map_err(|error| match error {
            FileError::Outside => anyhow!(
                "{}; remove it, or write through it with --follow-links",
                not_there(place, &error)
            ),
            error => not_there(place, &error),
        })?;
        let at = self.list.len();
        self.list.push(Output {
            path: place.path.clone(),
            is_depfile,
        });
        let name = Name::of(&real);
        if let Some(other) = self.of_name(&name) {
            return Err(self.twins(other, at));
        }
        self.folders.insert(name.folder.clone());
        let same = self.named.entry(name.key()).or_default();
        same.push((name.rest, at));
        if let Some((identity, hard_links)) = identity(&real) {
            self.there.insert(identity, at);
            self.has_hard_links |= hard_links;
        }
        Ok(())
    }

    fn of_name(&self, name: &Name) -> Option<usize> {
        let known = self.named.get(&name.key())?.iter();
        let mut same = known.filter(|(rest, _)| *rest == name.rest || folds_case(&name.folder));
        same.next().map(|(_, at)| *at)
    }

    /// Why two outputs cannot both be written.
    fn twins(&self, first: usize, second: usize) -> anyhow::Error {
        let [Some(first), Some(second)] = [self.list.get(first), self.list.get(second)] else {
            return anyhow!("two outputs are one file");
        };
        if second.is_depfile {
            return in_use(&second.path);
        }
        let [one, other] = [first, second].map(|output| output.path.file_name());
        let case = one.zip(other).is_some_and(|(one, other)| {
            one != other && folded(&one.to_string_lossy()) == folded(&other.to_string_lossy())
        });
        let (why, way_out) = match case {
            false => ("by a link", "remove the link"),
            true => (
                "here, where upper and lower case are the same",
                "rename one of the maps",
            ),
        };
        anyhow!(
            "{} and {} are one file {why}: {way_out}, or draw them one by one",
            shown(&first.path),
            shown(&second.path)
        )
    }

    /// Refuses to write over what a map is drawn from. `map` names it where there are several.
    pub fn spare(&self, map: Option<&Path>, sources: &[Source]) -> Result<()> {
        for path in sources.iter().filter_map(|source| source.path.as_ref()) {
            let identity = identity(path);
            let by_identity = identity.as_ref();
            let by_identity = by_identity.and_then(|(identity, _)| self.there.get(identity));
            let hit = match by_identity {
                Some(at) => Some(*at),
                // What is there and is no file is nothing that could be replaced.
                None if identity.is_none() && path.exists() => None,
                None => self.of_name(&Name::of(path)),
            };
            let Some(output) = hit.and_then(|at| self.list.get(at)) else {
                continue;
            };
            if output.is_depfile {
                return Err(in_use(&output.path));
            }
            let of = map.map_or(String::new(), |map| format!(" of {}", shown(map)));
            bail!(
                "{} is what the drawing{of} is made from, and stays as it is: name another {} with -o",
                shown(&output.path),
                if map.is_some() { "folder" } else { "file" }
            );
        }
        Ok(())
    }

    /// Whether one of them may be a file in this folder or below. Where none may be, a map in the folder names none of them.
    pub fn may_be_in(&self, folder: &Path) -> bool {
        let folder = Name::of(folder).whole();
        let mut folders = self.folders.iter();
        self.has_hard_links || folders.any(|of_output| of_output.starts_with(&folder))
    }
}

fn in_use(depfile: &Path) -> anyhow::Error {
    anyhow!(
        "--depfile {} would replace a file that is in use; name another",
        shown(depfile)
    )
}

/// What tells a file from all others, by whatever path.
#[cfg(unix)]
type Identity = (u64, u64);
#[cfg(not(unix))]
type Identity = PathBuf;

/// The identity of a file, and whether it has several names; nothing where there is none, nor for a device or pipe.
#[cfg(unix)]
pub fn identity(path: &Path) -> Option<(Identity, bool)> {
    use std::os::unix::fs::MetadataExt;
    let data = path.metadata().ok().filter(fs::Metadata::is_file)?;
    Some(((data.dev(), data.ino()), data.nlink() > 1))
}

#[cfg(not(unix))]
pub fn identity(path: &Path) -> Option<(Identity, bool)> {
    path.is_file().then_some(())?;
    // How many names it has is not known here.
    Some((path.canonicalize().ok()?, true))
}

/// Where a file is, or will be: the nearest folder that is there, free of links, and the way on from it.
struct Name {
    folder: PathBuf,
    rest: PathBuf,
}

impl Name {
    fn of(path: &Path) -> Name {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        // A file that is there may be a link, so its folder comes first.
        let there = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        for folder in there.ancestors().skip(1) {
            if let (Ok(real), Ok(rest)) = (fs::canonicalize(folder), there.strip_prefix(folder)) {
                return Name {
                    folder: real,
                    rest: rest.to_owned(),
                };
            }
        }
        Name {
            folder: PathBuf::new(),
            rest: there,
        }
    }

    fn whole(&self) -> PathBuf {
        self.folder.join(&self.rest)
    }

    fn key(&self) -> (PathBuf, String) {
        (self.folder.clone(), folded(&self.rest.to_string_lossy()))
    }
}

/// A name without regard to case, as file systems fold it: `ß` is `ss` as well.
fn folded(name: &str) -> String {
    name.to_uppercase().to_lowercase()
}

/// Whether a folder takes a name in upper and in lower case for the same. It is asked by a name that is there: the folder's
/// own files, else those of the folder around it.
fn folds_case(folder: &Path) -> bool {
    for folder in folder.ancestors() {
        let names = fs::read_dir(folder).into_iter().flatten().flatten();
        let names: Vec<_> = names.map(|entry| entry.file_name()).collect();
        for name in names.iter().filter_map(|name| name.to_str()) {
            let other = match name.to_uppercase() {
                upper if upper != name => upper,
                _ => name.to_lowercase(),
            };
            // Where both are there, they are two.
            if other != name && !names.iter().any(|known| *known == *other) {
                return fs::symlink_metadata(folder.join(other)).is_ok();
            }
        }
    }
    cfg!(any(windows, target_os = "macos"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outputs(paths: &[&Path]) -> Result<Outputs> {
        let mut outputs = Outputs::default();
        for path in paths {
            outputs.add(&Place::named(*path), false)?;
        }
        Ok(outputs)
    }

    #[test]
    fn names_are_told_apart_as_the_folder_does() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("Some"), "").expect("a file can be written");
        let folds = at("sOME").exists();
        assert_eq!(folds_case(folder.path()), folds);
        let both = outputs(&[&at("new/A.svg"), &at("new/a.svg")]);
        assert_eq!(both.is_err(), folds);
        let one = outputs(&[&at("Straße.png")]).expect("one output");
        for (name, refused) in [
            ("Straße.png", true),
            ("STRASSE.PNG", folds),
            ("other.png", false),
            ("new/../Straße.png", false),
        ] {
            let spared = one.spare(None, &[Source::file(&at(name))]);
            assert_eq!(spared.is_err(), refused, "{name}");
        }
    }

    #[test]
    fn two_outputs_may_not_be_one_file() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("real")).expect("a folder can be made");
        assert!(outputs(&[&at("real/a"), &at("real/b")]).is_ok());
        assert!(outputs(&[&at("real/a"), &at("./real/../real/a")]).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_makes_two_names_one() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a folder can be made");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("real")).expect("a folder can be made");
        symlink("real", at("linked")).expect("a link can be made");
        symlink("real/a.svg", at("b.svg")).expect("a link can be made");
        for other in ["linked/a.svg", "b.svg"] {
            let refused = outputs(&[&at("real/a.svg"), &at(other)]).err();
            let told = refused.map(|why| why.to_string()).unwrap_or_default();
            assert!(told.contains("are one file by a link"), "{other}: {told}");
        }
        fs::write(at("real/a.svg"), "").expect("a file can be written");
        fs::hard_link(at("real/a.svg"), at("other name")).expect("a link can be made");
        let one = outputs(&[&at("b.svg")]).expect("one output");
        assert!(one.has_hard_links && one.may_be_in(folder.path()));
        for name in ["linked/a.svg", "other name"] {
            let spared = one.spare(None, &[Source::file(&at(name))]);
            assert!(spared.is_err(), "{name}");
        }
    }
}
