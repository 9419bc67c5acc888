//! The files of one map: read once, bounded, and known for what they are.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use super::files::{FileError, Files, leads_outside, outside};
use super::{Asset, AssetKind};
use crate::diag::{self, Diagnostic, Rule};
use crate::limits::{Limit, Limits, PIXELS_PER_BYTE};
use crate::model::{Text, shortened};
use crate::picture::{self, Fault, Format};

/// What a file is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Want {
    /// To be shown.
    Image,
    /// To write with.
    Font,
}

/// The bytes of a file that was read, a picture's written anew, and what it is.
type Read = (Arc<[u8]>, AssetKind);

/// The files of one map, each read once.
pub(super) struct Assets<'f> {
    files: &'f dyn Files,
    limits: Limits,
    /// The files that have been asked for, by the path as it is written.
    known: BTreeMap<(Rc<str>, Want), Option<Read>>,
    /// The files that have been read, by what tells one from another; `None` where one cannot be used.
    read: BTreeMap<(String, Want), Option<Read>>,
    /// Bytes of the files, each as often as it is named.
    total: u64,
    /// Pixels of the pictures, each once, but for those that their bytes pay for.
    pixels: u64,
}

impl<'f> Assets<'f> {
    /// No file read yet.
    pub fn new(files: &'f dyn Files, limits: Limits) -> Assets<'f> {
        Assets {
            files,
            limits,
            known: BTreeMap::new(),
            read: BTreeMap::new(),
            total: 0,
            pixels: 0,
        }
    }

    /// Reads a file. What is wrong with it is said once, however often it is named.
    pub fn load(&mut self, path: &Text, want: Want) -> Result<Option<Asset>, Box<Diagnostic>> {
        let key = (path.text.clone(), want);
        let read = match self.known.get(&key) {
            Some(known) => known.clone(),
            None => {
                // An error is told once for each of its paths.
                self.known.insert(key.clone(), None);
                let read = self.read_new(path, want)?;
                self.known.insert(key, read.clone());
                read
            }
        };
        let Some((bytes, kind)) = read else {
            return Ok(None);
        };
        // A drawing holds a picture as often as it shows it.
        if !self.take(path, bytes.len())? {
            return Ok(None);
        }
        Ok(Some(Asset {
            path: path.clone(),
            bytes,
            kind,
        }))
    }

    /// Counts bytes of a file; `false` where no more are taken, which is said once.
    fn take(&mut self, path: &Text, bytes: usize) -> Result<bool, Box<Diagnostic>> {
        let most = self.limits.of(Limit::FilesBytes);
        let before = self.total;
        self.total = before.saturating_add(bytes as u64);
        if before > most || self.total <= most {
            return Ok(before <= most);
        }
        let message = "the files of this map are larger than jmap takes together";
        let limits = &self.limits;
        let refuse = limits.refuse(Limit::FilesBytes, path.span, message, SCALE_DOWN);
        let limit = limits.written(Limit::FilesBytes);
        let refuse = refuse.mark(format!("the limit of {limit} is passed here"));
        Err(Box::new(refuse.note(
            "a picture counts as often as it is shown, as large as it stands in the drawing",
        )))
    }

    /// Counts the pixels of a picture that is to be decoded.
    fn count(&mut self, path: &Text, bytes: &[u8]) -> Result<(), Box<Diagnostic>> {
        let claimed = picture::claimed(bytes);
        // One with too many is refused for that.
        if claimed > self.limits.of(Limit::Pixels) {
            return Ok(());
        }
        let paid = PIXELS_PER_BYTE.saturating_mul(bytes.len() as u64);
        let pixels = self.pixels.saturating_add(claimed.saturating_sub(paid));
        if pixels <= self.limits.of(Limit::AllPixels) {
            self.pixels = pixels;
            return Ok(());
        }
        let message = "the images of this map have more pixels than jmap takes together";
        let limits = &self.limits;
        let refuse = limits.refuse_amount(Limit::AllPixels, pixels, path.span, message, SCALE_DOWN);
        let most = limits.written(Limit::AllPixels);
        let refuse = refuse.mark(format!("the limit of {most} pixels is passed here"));
        Err(Box::new(refuse.note(format!(
            "an image counts once, however often it is shown, and of its pixels those beyond {PIXELS_PER_BYTE} for each byte of its file"
        ))))
    }

    /// Reads a file unless it was read by another path; nothing where it could not be used then, which was said.
    fn read_new(&mut self, path: &Text, want: Want) -> Result<Option<Read>, Box<Diagnostic>> {
        if let Some(reason) = leads_outside(&path.text) {
            return Err(Box::new(outside(path, reason)));
        }
        let identity = (self.files.identity(&path.text), want);
        if let Some(read) = self.read.get(&identity) {
            return Ok(read.clone());
        }
        self.read.insert(identity.clone(), None);
        let read = self.read_once(path, want)?;
        self.read.insert(identity, Some(read.clone()));
        Ok(Some(read))
    }

    fn read_once(&mut self, path: &Text, want: Want) -> Result<Read, Box<Diagnostic>> {
        let limit = match want {
            Want::Image => Limit::ImageBytes,
            Want::Font => Limit::FontBytes,
        };
        let bytes = self
            .files
            .read(&path.text, self.limits.of(limit))
            .map_err(|error| Box::new(unreadable(path, &error, limit, &self.limits)))?;
        match want {
            Want::Image => {
                self.count(path, &bytes)?;
                image(path, &bytes, &self.limits)
            }
            Want::Font => font(path, &bytes).map(|kind| (bytes.into(), kind)),
        }
    }
}

/// What to do about a font that is too large.
const SUBSET: &str = "take a part of the font that has the characters of the map (a subset)";
/// What to do about an image that is too large.
const SCALE_DOWN: &str = "scale it down: a poster shows it a few centimetres wide";

fn problem(rule: &'static Rule, path: &Text, goes_on: &str) -> Diagnostic {
    Diagnostic::new(
        rule,
        path.span,
        format!("`{}` {goes_on}", shortened(&path.text)),
    )
}

fn unreadable(path: &Text, error: &FileError, limit: Limit, limits: &Limits) -> Diagnostic {
    let file = |mark: &str| problem(&diag::UNREADABLE_FILE, path, "cannot be read").mark(mark);
    match error {
        FileError::Outside => outside(path, "leads out of the map's folder"),
        FileError::TooLarge => {
            let advice = match limit {
                Limit::FontBytes => SUBSET,
                _ => SCALE_DOWN,
            };
            let message = format!("`{}` is larger than jmap takes", shortened(&path.text));
            let refuse = limits.refuse(limit, path.span, message, advice);
            refuse.mark(format!("the limit is {}", limits.written(limit)))
        }
        FileError::NotFound if path.text.contains('\\') => {
            let path = path.text.replace('\\', "/");
            file("there is no such file").help(format!(
                "write / between folders, which works everywhere: {path}"
            ))
        }
        FileError::NotFound => file("there is no such file")
            .help("paths are relative to the map's folder, and mind upper and lower case"),
        FileError::NotAFile => file("not a file").help("name a single file"),
        FileError::Other(reason) => file(reason),
    }
}

/// A picture's clean bytes, and what it is.
fn image(path: &Text, bytes: &[u8], limits: &Limits) -> Result<Read, Box<Diagnostic>> {
    let none = |mark: &str, help: &str| {
        let goes_on = "is not an image that jmap can show";
        let finding = problem(&diag::UNREADABLE_IMAGE, path, goes_on);
        Box::new(finding.mark(mark).help(help))
    };
    let picture = picture::clean(bytes, limits.of(Limit::Pixels)).map_err(|fault| match fault {
        Fault::Unknown => none("neither PNG nor JPEG", "save it as PNG or JPEG"),
        Fault::Damaged => none(
            "the file is damaged",
            "open it in an image editor and save it again, as PNG or JPEG",
        ),
        Fault::TooLarge(width, height) => {
            let message = format!(
                "`{}` has more pixels than jmap takes",
                shortened(&path.text)
            );
            let limit = limits.written(Limit::Pixels);
            let pixels = u64::from(width) * u64::from(height);
            let mark = format!("{width} × {height}; the limit is {limit} pixels");
            let refuse =
                limits.refuse_amount(Limit::Pixels, pixels, path.span, message, SCALE_DOWN);
            Box::new(refuse.mark(mark))
        }
    })?;
    let (width, height) = (picture.width, picture.height);
    let kind = match picture.format {
        Format::Png => AssetKind::Png { width, height },
        Format::Jpeg => AssetKind::Jpeg { width, height },
    };
    Ok((picture.bytes, kind))
}

/// The first bytes of the fonts that jmap reads: TrueType, OpenType, collections.
const FONT_SIGNATURES: &[&[u8]] = &[b"\0\x01\0\0", b"OTTO", b"ttcf", b"true"];

fn font(path: &Text, bytes: &[u8]) -> Result<AssetKind, Box<Diagnostic>> {
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
    .help("take the .ttf or .otf file of the font")
    .into())
}
