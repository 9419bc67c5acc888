//! Which theme: the command line's, else the map's own, else the first.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, anyhow, bail};
use jmap::check::{FileError, Files, Text};
use jmap::diag::{self, Diagnostic};
use jmap::limits::{Limit, Limits};
use jmap::source;
use jmap::text::Fonts;
use jmap::theme::{BUILTIN, Theme};

use crate::folder::{Folder, in_words, in_words_or_raise};
use crate::input::folder_of;
use crate::place::Place;
use crate::sources::Source;
use crate::talk::{Page, shown};

/// A theme with its font files.
#[derive(Debug)]
pub struct Dressed {
    /// The theme.
    pub theme: Theme,
    /// The files of its fonts: their names, and what is in them.
    pub fonts: Vec<(String, Arc<[u8]>)>,
    /// Its file, if it has one, and what was found there.
    pub page: Option<Page>,
    /// The files of a theme of the command line: its own and those of its fonts. Those of a map's own theme stand in the
    /// map's folder.
    pub sources: Vec<Source>,
}

impl Dressed {
    /// A built-in theme.
    fn builtin(name: &str) -> Option<Dressed> {
        Theme::builtin(name).map(|theme| Dressed {
            theme,
            fonts: Vec::new(),
            page: None,
            sources: Vec::new(),
        })
    }

    /// The theme of maps that name none.
    pub fn usual() -> Dressed {
        Dressed::builtin(BUILTIN[0].0).unwrap_or(Dressed {
            theme: Theme::default(),
            fonts: Vec::new(),
            page: None,
            sources: Vec::new(),
        })
    }

    /// A theme as it is named on the command line: a built-in one, or any file.
    pub fn named(name: &str, limits: &Limits) -> Result<Dressed> {
        if let Some(theme) = Dressed::builtin(name) {
            return Ok(theme);
        }
        let path = Path::new(name);
        if !looks_like_a_path(name) && !path.exists() {
            bail!("there is no theme `{name}`; {}", known());
        }
        let bytes = Place::named(path)
            .read(limits.of(Limit::ThemeBytes))
            .map_err(|error| {
                anyhow!(
                    "cannot read the theme {}: {}",
                    shown(path),
                    in_words_or_raise(&error, Limit::ThemeBytes, limits)
                )
            })?;
        let folder = Folder::new(folder_of(path));
        let mut dressed =
            Dressed::read(name, &bytes, limits, |font, limit| folder.read(font, limit));
        dressed.sources = vec![Source::file(path)];
        dressed.sources.extend(folder.sources());
        Ok(dressed)
    }

    /// A map's own theme: a built-in one, or a file beside the map.
    pub fn of_map(
        name: &Text,
        folder: &Folder,
        limits: &Limits,
    ) -> Result<Dressed, Box<Diagnostic>> {
        if let Some(theme) = Dressed::builtin(&name.text) {
            return Ok(theme);
        }
        if !looks_like_a_path(&name.text) {
            let finding = Diagnostic::new(
                &diag::UNKNOWN_REFERENCE,
                name.span,
                format!("there is no theme `{}`", name.text),
            );
            return Err(Box::new(finding.mark("not a built-in theme").help(known())));
        }
        let bytes = folder
            .read(&name.text, limits.of(Limit::ThemeBytes))
            .map_err(|error| unreadable(name, &error, Limit::ThemeBytes, limits))?;
        let beside = folder_of(Path::new(&*name.text));
        let name = folder.name_of(&name.text);
        Ok(Dressed::read(&name, &bytes, limits, |font, limit| {
            folder.read(&beside.join(font).to_string_lossy(), limit)
        }))
    }

    fn read(
        name: &str,
        bytes: &[u8],
        limits: &Limits,
        font: impl Fn(&str, u64) -> Result<Vec<u8>, FileError>,
    ) -> Dressed {
        let text = match source::decode(bytes) {
            Ok(text) => text,
            Err(finding) => {
                let text = String::from_utf8_lossy(bytes).into_owned();
                let page = Page {
                    name: name.to_owned(),
                    text,
                    findings: vec![*finding],
                    ..Page::default()
                };
                return Dressed {
                    page: Some(page),
                    ..Dressed::usual()
                };
            }
        };
        let (theme, mut findings) = Theme::read(text);
        let mut fonts = Vec::new();
        let mut total: u64 = 0;
        for (path, span) in &theme.fonts {
            let usable = font(path, limits.of(Limit::FontBytes)).and_then(|bytes| {
                let bytes: Arc<[u8]> = bytes.into();
                Fonts::builtin()
                    .with_limits(limits)
                    .add(bytes.clone())
                    .map_err(|error| FileError::Other(error.0))?;
                Ok(bytes)
            });
            total = total.saturating_add(usable.as_ref().map_or(0, |bytes| bytes.len() as u64));
            if total > limits.of(Limit::FilesBytes) {
                let message = "the fonts of this theme are larger than jmap takes together";
                let refuse = limits.refuse(Limit::FilesBytes, *span, message, "leave some out");
                let most = limits.written(Limit::FilesBytes);
                findings.push(refuse.mark(format!("the limit of {most} is passed here")));
                break;
            }
            match usable {
                Ok(bytes) => fonts.push((path.clone(), bytes)),
                Err(error) => findings.push(*unreadable(
                    &Text {
                        text: path.as_str().into(),
                        span: *span,
                    },
                    &error,
                    Limit::FontBytes,
                    limits,
                )),
            }
        }
        let page = Page {
            name: name.to_owned(),
            text: text.to_owned(),
            findings,
            ..Page::default()
        };
        Dressed {
            theme,
            fonts,
            page: Some(page),
            sources: Vec::new(),
        }
    }
}

/// Whether a theme's name means a file: built-in names have neither a slash nor an ending.
fn looks_like_a_path(name: &str) -> bool {
    name.contains(['/', '\\', '.'])
}

fn known() -> String {
    let names: Vec<_> = BUILTIN.iter().map(|(name, _)| *name).collect();
    format!(
        "built in are {}; a theme of your own is a file with an ending: brand.yaml",
        names.join(", ")
    )
}

fn unreadable(path: &Text, error: &FileError, limit: Limit, limits: &Limits) -> Box<Diagnostic> {
    let message = format!("`{}` cannot be used", path.text);
    let rule = match error {
        FileError::Outside => &diag::PATH_OUTSIDE_MAP,
        FileError::TooLarge => {
            let finding = limits.refuse(limit, path.span, message, "");
            let most = limits.written(limit);
            return Box::new(finding.mark(format!("it is larger than {most}")));
        }
        _ => &diag::UNREADABLE_FILE,
    };
    Box::new(Diagnostic::new(rule, path.span, message).mark(in_words(error)))
}
