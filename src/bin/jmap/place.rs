//! A file, and how far its path may lead: what the command line names is followed wherever its links lead; what is found in a
//! folder, or named by a map, never leaves that folder.
//!
//! Links are followed here and by no library: cap-std refuses an absolute link that stays inside as well, and tells a way out
//! only in words.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use jmap::check::FileError;

use crate::input::folder_of;
use crate::talk::because;

/// Links that are followed on one path, as Linux does.
const MOST_LINKS: usize = 40;

/// A file, and how far its path may lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its path from the working directory.
    pub path: PathBuf,
    /// The folder that it may not leave, and its path in there; `None` where the command line names the file itself.
    within: Option<(PathBuf, PathBuf)>,
}

impl Place {
    /// A file that the command line names.
    pub fn named(path: impl Into<PathBuf>) -> Place {
        Place {
            path: path.into(),
            within: None,
        }
    }

    /// A file in a folder, out of which no link may lead it.
    pub fn inside(folder: &Path, path: &Path) -> Place {
        Place {
            path: folder.join(path),
            within: Some((folder.to_owned(), path.to_owned())),
        }
    }

    /// The same file, without the `./` at the beginning of its path.
    pub fn short(mut self) -> Place {
        if let Ok(short) = self.path.strip_prefix(".") {
            self.path = short.to_owned();
        }
        self
    }

    /// The folder that it may not leave; `None` where the command line names the file itself.
    pub fn folder(&self) -> Option<&Path> {
        self.within.as_ref().map(|(folder, _)| folder.as_path())
    }

    /// Where it leads, links followed, also where nothing is there yet.
    pub fn real(&self) -> Result<PathBuf, FileError> {
        match &self.within {
            None => Ok(followed(&self.path)),
            Some((folder, path)) => {
                match fs::canonicalize(folder).map_err(refused) {
                    // A folder that is to be made has no links in it.
                    Err(FileError::NotFound) => Ok(self.path.clone()),
                    root => {
                        let root = root?;
                        Ok(root.join(walk(&root, folder, path)?.0))
                    }
                }
            }
        }
    }

    /// What stands there; `None` where nothing does.
    pub fn data(&self) -> Result<Option<Metadata>, FileError> {
        match &self.within {
            None => match fs::metadata(&self.path).map_err(refused) {
                Err(FileError::NotFound) => Ok(None),
                data => data.map(Some),
            },
            Some((folder, path)) => {
                let root = fs::canonicalize(folder).map_err(refused)?;
                Ok(walk(&root, folder, path)?.1)
            }
        }
    }

    /// Opens it to be read, if it is a regular file: to open a device or a pipe can wait for ever, or set something going.
    pub fn open(&self) -> Result<File, FileError> {
        let Some((folder, path)) = &self.within else {
            let data = fs::metadata(&self.path).map_err(refused)?;
            return match data.is_file() {
                true => File::open(&self.path).map_err(refused),
                false => Err(FileError::NotAFile),
            };
        };
        let root = fs::canonicalize(folder).map_err(refused)?;
        match walk(&root, folder, path)? {
            (_, None) => Err(FileError::NotFound),
            (real, Some(data)) if data.is_file() => open_below(&root, &real).map_err(refused),
            _ => Err(FileError::NotAFile),
        }
    }

    /// Reads it, if it is a regular file of no more than `limit` bytes.
    pub fn read(&self, limit: u64) -> Result<Vec<u8>, FileError> {
        let file = self.open()?;
        // The path may lead elsewhere since it was looked at.
        let data = file.metadata().map_err(refused)?;
        if !data.is_file() {
            return Err(FileError::NotAFile);
        }
        if data.len() > limit {
            return Err(FileError::TooLarge);
        }
        let mut bytes = Vec::with_capacity(data.len() as usize + 1);
        // It may grow while it is read.
        file.take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(refused)?;
        if bytes.len() as u64 > limit {
            Err(FileError::TooLarge)
        } else {
            Ok(bytes)
        }
    }
}

/// Why the system refused.
pub fn refused(error: io::Error) -> FileError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FileError::NotFound,
        _ => FileError::Other(because(&error)),
    }
}

/// What a path leads to, links followed, also where nothing is there yet.
fn followed(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(to) => path = folder_of(&path).join(to),
            Err(_) => break,
        }
    }
    path
}

/// A step of a path.
enum Step {
    Up,
    Down(OsString),
}

/// Puts the steps of a path on those that are still to go, the first on top. What does not begin where it stands leads outside.
fn add(steps: &mut Vec<Step>, path: &Path) -> Result<(), FileError> {
    let start = steps.len();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => steps.push(Step::Up),
            Component::Normal(name) => steps.push(Step::Down(name.to_owned())),
            Component::Prefix(_) | Component::RootDir => return Err(FileError::Outside),
        }
    }
    steps.get_mut(start..).unwrap_or_default().reverse();
    Ok(())
}

/// Where a path below a folder leads: the way there without links, and what stands there. Nothing outside is looked at, so
/// that the answer is the same whatever is there. `root` is the folder, free of links; `named` is how it is called.
fn walk(root: &Path, named: &Path, path: &Path) -> Result<(PathBuf, Option<Metadata>), FileError> {
    let mut steps = Vec::new();
    add(&mut steps, path)?;
    let (mut way, mut is_there, mut links) = (PathBuf::new(), true, 0);
    // `none/../file` is no file, though it stays inside.
    let mut leads_on = true;
    while let Some(step) = steps.pop() {
        let Step::Down(name) = step else {
            if !way.pop() {
                return Err(FileError::Outside);
            }
            leads_on &= is_there;
            continue;
        };
        way.push(name);
        if !is_there {
            continue;
        }
        match fs::symlink_metadata(root.join(&way)).map(|data| data.is_symlink()) {
            Ok(false) => {}
            Ok(true) => {
                links += 1;
                if links > MOST_LINKS {
                    return Err(FileError::Other("its links lead in a circle".to_owned()));
                }
                let to = fs::read_link(root.join(&way)).map_err(refused)?;
                way.pop();
                let from_root = || {
                    let named = std::path::absolute(named).ok()?;
                    let below = to.strip_prefix(root).or_else(|_| to.strip_prefix(named));
                    below.ok()
                };
                match to.has_root() {
                    false => add(&mut steps, &to)?,
                    true => {
                        way.clear();
                        add(&mut steps, from_root().ok_or(FileError::Outside)?)?;
                    }
                }
            }
            Err(error) => match refused(error) {
                FileError::NotFound => is_there = false,
                error => return Err(error),
            },
        }
    }
    if !leads_on {
        return Err(FileError::NotFound);
    }
    let data = is_there.then(|| fs::symlink_metadata(root.join(&way)));
    let data = data.transpose().map_err(refused)?;
    Ok((way, data))
}

/// Opens a file below a folder, by a path in which nothing is a link: step by step from the folder, and never through a link,
/// so that nobody can put one in the way after the path was looked at.
#[cfg(unix)]
fn open_below(folder: &Path, inner: &Path) -> io::Result<File> {
    use rustix::fs::{CWD, Mode, OFlags, openat};
    // A pipe would wait for somebody to write.
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let mut opened = openat(CWD, folder, flags | OFlags::DIRECTORY, Mode::empty())?;
    let mut parts = inner.components().peekable();
    while let Some(part) = parts.next() {
        let flags = match parts.peek() {
            Some(_) => flags | OFlags::DIRECTORY,
            None => flags,
        };
        opened = openat(&opened, part.as_os_str(), flags, Mode::empty())?;
    }
    Ok(opened.into())
}

#[cfg(not(unix))]
fn open_below(folder: &Path, inner: &Path) -> io::Result<File> {
    File::open(folder.join(inner))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_way_out_is_one_whatever_is_there() {
        let outer = tempfile::tempdir().expect("a folder can be made");
        let inner = outer.path().join("map");
        fs::create_dir_all(inner.join("a/b")).expect("a folder can be made");
        fs::write(outer.path().join("is"), "secret").expect("a file can be written");
        let root = fs::canonicalize(&inner).expect("a folder");
        let out = outer.path().display();
        let outside = [
            "../is".to_owned(),
            "../is-not".to_owned(),
            "a/../../is".to_owned(),
            "../map/a/b".to_owned(),
            "../is/below".to_owned(),
            "..".to_owned(),
            format!("{out}/is"),
            format!("{out}/is-not"),
            format!("{out}/map/../is"),
            "/".to_owned(),
            "/root/none".to_owned(),
            "none/../../is".to_owned(),
        ];
        for (number, to) in outside.iter().enumerate() {
            let link = format!("link{number}");
            symlink(to, inner.join(&link)).expect("a link can be made");
            for path in [to, &link, &format!("{link}/x"), &format!("a/../{link}")] {
                let found = walk(&root, &inner, Path::new(path)).map(|found| found.0);
                assert_eq!(found, Err(FileError::Outside), "{path} -> {to}");
            }
        }
    }

    #[test]
    fn links_that_stay_inside_are_followed() {
        let outer = tempfile::tempdir().expect("a folder can be made");
        let inner = outer.path().join("map");
        fs::create_dir_all(inner.join("a/b")).expect("a folder can be made");
        fs::write(inner.join("a/file"), "a").expect("a file can be written");
        let root = fs::canonicalize(&inner).expect("a folder");
        for (link, to) in [
            ("one", "a/file"),
            ("two", "one"),
            ("folder", "a/b"),
            ("a/b/up", "../../two"),
            ("to-root", "."),
            ("absolute", &format!("{}/a/file", root.display())),
            ("dangling", "a/none"),
            ("round", "round"),
        ] {
            symlink(to, inner.join(link)).expect("a link can be made");
        }
        let at = |path: &str| walk(&root, &inner, Path::new(path));
        for path in [
            "a/file",
            "one",
            "two",
            "folder/up",
            "folder/../file",
            "to-root/to-root/two",
            "absolute",
        ] {
            let (way, data) = at(path).expect(path);
            assert_eq!(way, Path::new("a/file"), "{path}");
            assert!(data.is_some_and(|data| data.is_file()), "{path}");
        }
        for (path, way) in [
            ("dangling", "a/none"),
            ("a/file/x", "a/file/x"),
            ("n/x", "n/x"),
        ] {
            let (led, data) = at(path).expect(path);
            assert_eq!(
                (led.as_path(), data.is_none()),
                (Path::new(way), true),
                "{path}"
            );
        }
        assert!(matches!(at("round"), Err(FileError::Other(_))));
        assert_eq!(
            at("none/../a/file").map(|led| led.0),
            Err(FileError::NotFound)
        );
    }

    #[test]
    fn a_link_that_comes_after_the_look_is_not_followed() {
        let outer = tempfile::tempdir().expect("a folder can be made");
        let (inner, images) = (outer.path().join("map"), outer.path().join("map/images"));
        fs::create_dir_all(&images).expect("a folder can be made");
        fs::create_dir(outer.path().join("secrets")).expect("a folder can be made");
        fs::write(images.join("a.png"), "image").expect("a file can be written");
        fs::write(outer.path().join("secrets/a.png"), "secret").expect("a file can be written");
        symlink("../../secrets/a.png", images.join("link.png")).expect("a link can be made");
        for path in ["images/link.png", "images/none.png"] {
            assert!(open_below(&inner, Path::new(path)).is_err(), "{path}");
        }
        symlink("../secrets", inner.join("linked")).expect("a link can be made");
        assert!(open_below(&inner, Path::new("linked/a.png")).is_err());
        assert!(open_below(&inner, Path::new("images/a.png")).is_ok());

        // Somebody puts a link in the place of the folder, after the path was freed from its links.
        let path = Path::new("images/a.png");
        let root = fs::canonicalize(&inner).expect("a folder");
        assert!(walk(&root, &inner, path).is_ok_and(|(way, _)| way == path));
        fs::rename(&images, inner.join("away")).expect("a folder can be moved");
        symlink("../secrets", &images).expect("a link can be made");
        assert_eq!(fs::read(inner.join(path)).expect("a file"), b"secret");
        assert!(open_below(&inner, path).is_err());
    }
}
