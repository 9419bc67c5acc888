//! Files beside the map: how they come in, and what is taken.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use super::{Asset, AssetKind};
use crate::diag::{self, Diagnostic, Rule};
use crate::model::{Text, shortened};

/// Where files beside the map come from. The library opens none itself.
pub trait Files {
    /// Reads a file whose path is relative to the map's folder, and no more than `limit` bytes of it.
    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, FileError>;
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// There is none.
    NotFound,
    /// It lies outside the map's folder, perhaps by way of a link.
    Outside,
    /// It is larger than the limit.
    TooLarge,
    /// It is a folder or a device.
    NotAFile,
    /// Something else, in the system's words.
    Other(String),
}

/// No files at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _path: &str, _limit: u64) -> Result<Vec<u8>, FileError> {
        Err(FileError::NotFound)
    }
}

/// Bytes that an image may have.
pub const LARGEST_IMAGE: u64 = 20 << 20;
/// Bytes that a font may have.
pub const LARGEST_FONT: u64 = 64 << 20;
/// Bytes that all files of a map together may have.
pub const LARGEST_TOTAL: u64 = 200 << 20;
/// Pixels that an image may have.
pub const MOST_PIXELS: u64 = 50_000_000;

/// What a file is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Want {
    /// To be shown.
    Image,
    /// To write with.
    Font,
}

/// The files of one map, each read once.
pub(super) struct Assets<'f> {
    files: &'f dyn Files,
    read: BTreeMap<(Rc<str>, Want), Option<(Arc<[u8]>, AssetKind)>>,
    total: u64,
}

impl<'f> Assets<'f> {
    /// No file read yet.
    pub fn new(files: &'f dyn Files) -> Assets<'f> {
        Assets {
            files,
            read: BTreeMap::new(),
            total: 0,
        }
    }

    /// Reads a file. What is wrong with it is said once, however often it is named.
    pub fn load(&mut self, path: &Text, want: Want) -> Result<Option<Asset>, Box<Diagnostic>> {
        let key = (path.text.clone(), want);
        if let Some(known) = self.read.get(&key) {
            let asset = known.clone().map(|(bytes, kind)| Asset {
                path: path.clone(),
                bytes,
                kind,
            });
            return Ok(asset);
        }
        self.read.insert(key.clone(), None);
        let (bytes, kind) = self.read_new(path, want).map_err(Box::new)?;
        self.read.insert(key, Some((bytes.clone(), kind)));
        Ok(Some(Asset {
            path: path.clone(),
            bytes,
            kind,
        }))
    }

    fn read_new(&mut self, path: &Text, want: Want) -> Result<(Arc<[u8]>, AssetKind), Diagnostic> {
        if let Some(reason) = leads_outside(&path.text) {
            return Err(outside(path, reason));
        }
        let limit = match want {
            Want::Image => LARGEST_IMAGE,
            Want::Font => LARGEST_FONT,
        };
        let bytes = self
            .files
            .read(&path.text, limit)
            .map_err(|error| unreadable(path, &error, limit))?;
        self.total += bytes.len() as u64;
        if self.total > LARGEST_TOTAL {
            let message = "the files of this map are larger than jmap takes together";
            let finding = Diagnostic::new(&diag::LIMIT_EXCEEDED, path.span, message);
            return Err(finding.mark(format!(
                "the limit of {} MiB is passed here",
                LARGEST_TOTAL >> 20
            )));
        }
        let kind = match want {
            Want::Image => image(path, &bytes)?,
            Want::Font => font(path, &bytes)?,
        };
        Ok((bytes.into(), kind))
    }
}

/// Why a path does not stay in the map's folder.
fn leads_outside(path: &str) -> Option<&'static str> {
    let drive = path.as_bytes().get(1) == Some(&b':')
        && path.starts_with(|c: char| c.is_ascii_alphabetic());
    if path.contains("://") || path.starts_with("data:") || path.starts_with("file:") {
        Some("an address: jmap fetches nothing")
    } else if path.starts_with(['/', '\\', '~']) || drive {
        Some("begins outside the map's folder")
    } else if path.split(['/', '\\']).any(|part| part == "..") {
        Some("`..` leads out of the map's folder")
    } else {
        None
    }
}

fn outside(path: &Text, reason: &str) -> Diagnostic {
    Diagnostic::new(
        &diag::PATH_OUTSIDE_MAP,
        path.span,
        format!("`{}` is not a path beside the map", shortened(&path.text)),
    )
    .mark(reason)
    .note("a map may be somebody else's: it reads only from its own folder and below")
    .help("copy the file beside the map, and write its path from there: images/nadia.png")
}

/// Checks that the path of a theme stays in the map's folder; a name is no path.
pub(super) fn check_path(path: &Text) -> Option<Diagnostic> {
    leads_outside(&path.text).map(|reason| outside(path, reason))
}

fn problem(rule: &'static Rule, path: &Text, goes_on: &str) -> Diagnostic {
    Diagnostic::new(
        rule,
        path.span,
        format!("`{}` {goes_on}", shortened(&path.text)),
    )
}

fn unreadable(path: &Text, error: &FileError, limit: u64) -> Diagnostic {
    let file = |mark: &str| problem(&diag::UNREADABLE_FILE, path, "cannot be read").mark(mark);
    match error {
        FileError::Outside => outside(path, "leads out of the map's folder"),
        FileError::TooLarge => problem(&diag::LIMIT_EXCEEDED, path, "is larger than jmap takes")
            .mark(format!("the limit is {} MiB", limit >> 20))
            .help("scale it down: a poster shows it a few centimetres wide"),
        FileError::NotFound => file("there is no such file")
            .help("paths are relative to the map's folder, and mind upper and lower case"),
        FileError::NotAFile => file("not a file").help("name a single file"),
        FileError::Other(reason) => file(reason),
    }
}

fn image(path: &Text, bytes: &[u8]) -> Result<AssetKind, Diagnostic> {
    let none = |mark: &str| {
        problem(
            &diag::UNREADABLE_IMAGE,
            path,
            "is not an image that jmap can show",
        )
        .mark(mark)
        .help("save it as PNG or JPEG")
    };
    let kind = imagesize::image_type(bytes).map_err(|_| none("neither PNG nor JPEG"))?;
    let size = imagesize::blob_size(bytes).map_err(|_| none("the file is damaged"))?;
    let side = |length: usize| u32::try_from(length).ok().filter(|length| *length > 0);
    let (Some(width), Some(height)) = (side(size.width), side(size.height)) else {
        return Err(none("it has no pixels"));
    };
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(problem(
            &diag::LIMIT_EXCEEDED,
            path,
            "has more pixels than jmap takes",
        )
        .mark(format!(
            "{width} × {height}; the limit is {} megapixels",
            MOST_PIXELS / 1_000_000
        ))
        .help("scale it down: a poster shows it a few centimetres wide"));
    }
    match kind {
        imagesize::ImageType::Png => Ok(AssetKind::Png { width, height }),
        imagesize::ImageType::Jpeg => Ok(AssetKind::Jpeg { width, height }),
        _ => Err(none("neither PNG nor JPEG")),
    }
}

/// The first bytes of the fonts that jmap reads: TrueType, OpenType, collections.
const FONT_SIGNATURES: &[&[u8]] = &[b"\0\x01\0\0", b"OTTO", b"ttcf", b"true"];

fn font(path: &Text, bytes: &[u8]) -> Result<AssetKind, Diagnostic> {
    if FONT_SIGNATURES
        .iter()
        .any(|signature| bytes.starts_with(signature))
    {
        return Ok(AssetKind::Font);
    }
    let web = bytes.starts_with(b"wOF");
    Err(problem(
        &diag::UNREADABLE_FILE,
        path,
        "is not a font that jmap reads",
    )
    .mark(if web {
        "a web font (WOFF)"
    } else {
        "neither TrueType nor OpenType"
    })
    .help("take the .ttf or .otf file of the font"))
}
