//! Files beside a map: nothing outside its folder, nothing endless.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use jmap::check::{FileError, Files, plain};
use jmap::limits::{Limit, Limits};

use crate::origin;
use crate::sources::{self, Source};
use crate::talk::because;

/// A file that was read from a folder.
struct Beside {
    /// Its path in the folder.
    path: String,
    /// Its hash, if it is wanted.
    sha256: Option<String>,
}

/// A folder out of which nothing is read.
pub struct Folder {
    path: PathBuf,
    /// Whether the hashes of files are wanted.
    hashing: bool,
    /// The files that were read, in the order in which they were first read.
    read: RefCell<Vec<Beside>>,
}

impl Folder {
    /// The folder at a path.
    pub fn new(path: &Path) -> Folder {
        Folder {
            path: path.to_owned(),
            hashing: false,
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

    /// The files that were read, in the order in which they were first read.
    pub fn sources(&self) -> Vec<Source> {
        let read = self.read.borrow();
        let file = |file: &Beside| Source::file(&self.path.join(&file.path));
        read.iter().map(file).collect()
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
        let root = fs::canonicalize(&self.path).map_err(refused)?;
        let file = fs::canonicalize(root.join(path)).map_err(refused)?;
        // Both are free of links and of `..` now.
        let inner = file.strip_prefix(&root).map_err(|_| FileError::Outside)?;
        if !is_file(&file)? {
            return Err(FileError::NotAFile);
        }
        let bytes = read_opened(open_below(&root, inner).map_err(refused)?, limit)?;
        // One separator, so that the hash is the same on every system.
        let path = path.replace('\\', "/");
        let mut read = self.read.borrow_mut();
        if !read.iter().any(|file| file.path == path) {
            let sha256 = self.hashing.then(|| origin::sha256(&bytes));
            read.push(Beside { path, sha256 });
        }
        Ok(bytes)
    }

    fn identity(&self, path: &str) -> String {
        // Of what lies outside nothing is told, not even whether two links lead to one file.
        let inside = || {
            let root = fs::canonicalize(&self.path).ok()?;
            let file = fs::canonicalize(root.join(path)).ok()?;
            file.starts_with(&root).then(|| sources::identity(&file))?
        };
        inside().map_or_else(|| plain(path), |known| format!("{known:?}"))
    }
}

/// Reads a regular file of no more than `limit` bytes. Anything else may never end, or wait for somebody to write.
pub fn read_bounded(path: &Path, limit: u64) -> Result<Vec<u8>, FileError> {
    if !is_file(path)? {
        return Err(FileError::NotAFile);
    }
    read_opened(File::open(path).map_err(refused)?, limit)
}

/// Whether a file may be opened: to open a device or a pipe can wait for ever, or set something going.
fn is_file(path: &Path) -> Result<bool, FileError> {
    Ok(fs::metadata(path).map_err(refused)?.is_file())
}

/// Reads what was opened: the path may lead elsewhere since it was looked at.
fn read_opened(file: File, limit: u64) -> Result<Vec<u8>, FileError> {
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

/// The files in a folder and below that have one of the endings (in lower case), in order of path. `enter` says which
/// folders are looked into. Links to folders are not followed: they may go in circles.
pub fn files_below(folder: &Path, endings: &[&str], enter: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let ending = path
                .extension()
                .map(|ending| ending.to_string_lossy().to_lowercase());
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                if enter(&path) {
                    folders.push(path);
                }
            } else if ending.is_some_and(|ending| endings.contains(&&*ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
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

fn refused(error: io::Error) -> FileError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FileError::NotFound,
        _ => FileError::Other(because(&error)),
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
        assert!(fs::canonicalize(inner.join(path)).is_ok_and(|file| file.ends_with(path)));
        fs::rename(&images, inner.join("away")).expect("a folder can be moved");
        symlink("../secrets", &images).expect("a link can be made");
        assert_eq!(fs::read(inner.join(path)).expect("a file"), b"secret");
        assert!(open_below(&inner, path).is_err());
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
        assert_eq!(
            read_bounded(Path::new("/dev/zero"), 10),
            Err(FileError::NotAFile)
        );
    }
}
