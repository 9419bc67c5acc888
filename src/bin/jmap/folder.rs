//! Files beside a map: nothing outside its folder, nothing endless.

use std::cell::RefCell;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use jmap::check::{FileError, Files, Map, plain};
use jmap::limits::{Limit, Limits};
use jmap::picture;

use crate::clash;
use crate::origin;
use crate::place::Place;
use crate::sources::Source;
use crate::talk::shown;

/// A file that was read from a folder, or was to be.
struct Beside {
    /// Its path in the folder.
    path: String,
    /// Its hash, if it is wanted.
    sha256: Option<String>,
    /// Whether the drawing may show something of it.
    shown: bool,
}

/// A folder out of which nothing is read.
pub struct Folder {
    path: PathBuf,
    /// Whether the hashes of files are wanted.
    hashing: bool,
    /// Whether pictures are wanted as they are.
    pictures: bool,
    /// The files that were read, and those that could not be, in the order in which they were first asked for.
    read: RefCell<Vec<Beside>>,
}

impl Folder {
    /// The folder at a path.
    pub fn new(path: &Path) -> Folder {
        Folder {
            path: path.to_owned(),
            hashing: false,
            pictures: true,
            read: RefCell::default(),
        }
    }

    /// The same folder, which keeps the hashes of the files that are read from now on.
    pub fn hashing(self) -> Folder {
        Folder {
            hashing: true,
            ..self
        }
    }

    /// The same folder, in which each picture is a single pixel: for those who want to know only which files a map names.
    pub fn without_pictures(self) -> Folder {
        Folder {
            pictures: false,
            ..self
        }
    }

    /// The files that were read, in order of path: path and hash.
    pub fn hashes(&self) -> Vec<(String, String)> {
        let read = self.read.borrow();
        let mut hashes: Vec<_> = read
            .iter()
            .filter_map(|file| Some((file.path.clone(), file.sha256.clone()?)))
            .collect();
        hashes.sort_unstable();
        hashes
    }

    /// The files that were read, and those that could not be, in the order in which they were first asked for.
    pub fn sources(&self) -> Vec<Source> {
        self.sources_that(|_| true)
    }

    /// Those of the files that were read of which the drawing may show something.
    pub fn shown(&self) -> Vec<Source> {
        self.sources_that(|file| file.shown)
    }

    fn sources_that(&self, are: impl Fn(&Beside) -> bool) -> Vec<Source> {
        let read = self.read.borrow();
        let file = |file: &Beside| Source::beside(&self.path.join(&file.path));
        read.iter().filter(|file| are(file)).map(file).collect()
    }

    /// Of the files that were read so far, the drawing shows only those that a map names, as it names them: a file that has several
    /// names was read by the first one.
    pub fn show_only(&self, map: &Map) {
        let mut read = self.read.borrow_mut();
        read.iter_mut().for_each(|file| file.shown = false);
        for asset in map.assets() {
            let path = slashed(&asset.path.text);
            match read.iter_mut().find(|file| file.path == path) {
                Some(known) => known.shown = true,
                // A public drawing has no hash.
                None => read.push(Beside {
                    path,
                    sha256: None,
                    shown: true,
                }),
            }
        }
    }

    /// The name of a file in it, as messages say it.
    pub fn name_of(&self, file: &str) -> String {
        match self.path.as_os_str() == "." {
            true => file.to_owned(),
            false => self.path.join(file).display().to_string(),
        }
    }
}

impl Files for Folder {
    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, FileError> {
        let bytes = Place::inside(&self.path, Path::new(path)).read(limit);
        if bytes == Err(FileError::Outside) {
            return bytes;
        }
        let path = slashed(path);
        let mut read = self.read.borrow_mut();
        let known = read.iter().position(|file| file.path == path);
        let at = known.unwrap_or_else(|| {
            read.push(Beside {
                path,
                sha256: None,
                shown: true,
            });
            read.len() - 1
        });
        if let (Some(file), Ok(bytes)) = (read.get_mut(at), &bytes) {
            file.shown = true;
            if self.hashing {
                file.sha256.get_or_insert_with(|| origin::sha256(bytes));
            }
        }
        match bytes {
            Ok(bytes) if !self.pictures && picture::is_one(&bytes) => Ok(picture::PIXEL.to_vec()),
            bytes => bytes,
        }
    }

    fn identity(&self, path: &str) -> String {
        // Of what lies outside nothing is told, not even whether two links lead to one file.
        let real = Place::inside(&self.path, Path::new(path)).real().ok();
        let known = real.and_then(|real| clash::identity(&real));
        known.map_or_else(|| plain(path), |(known, _)| format!("{known:?}"))
    }
}

/// A path with one separator, so that the hash is the same on every system.
fn slashed(path: &str) -> String {
    path.replace('\\', "/")
}

/// The files in a folder and below that have one of the endings (in lower case), in order of path. `enter` says which
/// folders are looked into. Links to folders are not followed: they may go in circles. A link to a file is one of the files,
/// also where it leads out of the folder or nowhere: who opens it is told.
pub fn files_below(folder: &Path, endings: &[&str], enter: impl Fn(&Path) -> bool) -> Vec<Place> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(folder.join(&inner))
            .into_iter()
            .flatten()
            .flatten()
        {
            let path = inner.join(entry.file_name());
            let ending = path
                .extension()
                .map(|ending| ending.to_string_lossy().to_lowercase());
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                if enter(&path) {
                    folders.push(path);
                }
            } else if ending.is_some_and(|ending| endings.contains(&&*ending)) {
                found.extend(found_file(folder, &path, &entry));
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// A file that was found in a folder, if it is one as far as may be known: neither a folder nor a pipe, nor a link to one.
pub fn found_file(folder: &Path, path: &Path, entry: &DirEntry) -> Option<Place> {
    let place = Place::inside(folder, path);
    let kind = entry.file_type().ok()?;
    let is_file = match kind.is_symlink() {
        false => kind.is_file(),
        true => place
            .data()
            .map_or(true, |data| data.is_none_or(|data| data.is_file())),
    };
    is_file.then_some(place)
}

/// A file error in a few words, and how to raise the limit if it is that.
pub fn in_words_or_raise(error: &FileError, limit: Limit, limits: &Limits) -> String {
    match error {
        FileError::TooLarge => {
            let (most, way_out) = (limits.written(limit), limits.way_out(limit, 0));
            format!("it is larger than {most}; {way_out}")
        }
        error => in_words(error),
    }
}

/// Why a file that was found in a folder cannot be read.
pub fn in_words_of_found(error: &FileError, folder: &Path) -> String {
    match error {
        FileError::Outside => format!(
            "it is a link that leads out of {}; name the file itself, if it is to be read",
            shown(folder)
        ),
        error => in_words(error),
    }
}

/// A file error in a few words.
pub fn in_words(error: &FileError) -> String {
    match error {
        FileError::NotFound => "there is no such file".to_owned(),
        FileError::Outside => "it leads out of its folder".to_owned(),
        FileError::TooLarge => "it is too large".to_owned(),
        FileError::NotAFile => "it is not a file".to_owned(),
        FileError::Other(reason) => reason.clone(),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn nothing_outside_is_read() {
        let outer = tempfile::tempdir().expect("a folder can be made");
        let inner = outer.path().join("map");
        fs::create_dir_all(inner.join("images")).expect("a folder can be made");
        fs::write(outer.path().join("secret.png"), "secret").expect("a file can be written");
        fs::write(inner.join("images/a.png"), "image").expect("a file can be written");
        symlink("../secret.png", inner.join("link.png")).expect("a link can be made");
        symlink("images/a.png", inner.join("inside.png")).expect("a link can be made");
        symlink("..", inner.join("up")).expect("a link can be made");

        let folder = Folder::new(&inner);
        let read = |path: &str| folder.read(path, 10);
        assert_eq!(read("images/a.png"), Ok(b"image".to_vec()));
        assert_eq!(read("inside.png"), Ok(b"image".to_vec()));
        assert_eq!(read("images/../images/a.png"), Ok(b"image".to_vec()));
        for path in ["../secret.png", "link.png", "up/secret.png", "/etc/passwd"] {
            assert_eq!(read(path), Err(FileError::Outside), "{path}");
        }
        assert_eq!(read("none.png"), Err(FileError::NotFound));
        assert_eq!(read("images/a.png/b"), Err(FileError::NotFound));
        assert_eq!(read("images"), Err(FileError::NotAFile));
        assert_eq!(folder.read("images/a.png", 4), Err(FileError::TooLarge));
    }

    #[test]
    fn nothing_that_waits_is_read() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let pipe = folder.path().join("pipe.png");
        let made = std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .expect("mkfifo runs");
        assert!(made.success());
        assert_eq!(
            Folder::new(folder.path()).read("pipe.png", 10),
            Err(FileError::NotAFile)
        );
        assert_eq!(Place::named("/dev/zero").read(10), Err(FileError::NotAFile));
    }
}
