//! Which fonts: the built-in family, the map's, the theme's, then those of the command line.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use anyhow::{Result, anyhow};
use jmap::check::{FileError, Map, Word};
use jmap::diag::render::visible_name;
use jmap::diag::{self, Diagnostic};
use jmap::limits::{Limit, Limits};
use jmap::text::Fonts;

use crate::folder::{files_below, in_words_or_raise};
use crate::place::Place;
use crate::sources::Source;
use crate::talk::{say, shown};
use crate::theme::Dressed;

/// Endings of font files.
const ENDINGS: &[&str] = &["ttf", "otf", "ttc", "otc"];

/// The fonts of the command line.
#[derive(Debug, Default)]
pub struct Given {
    /// Their names, and what is in them.
    files: Vec<(String, Arc<[u8]>)>,
    sources: Vec<Source>,
    folders: Vec<PathBuf>,
    /// The font files in the folders, in order of path; looked for when a character first lacks.
    found: OnceLock<Vec<Place>>,
    /// Those among them that lead out of their folder and were passed over while a character lacked.
    outside: Mutex<BTreeSet<PathBuf>>,
}

impl Given {
    /// Reads the font files among the paths; folders are left for later.
    pub fn read(paths: &[PathBuf], limits: &Limits) -> Result<Given> {
        let mut given = Given::default();
        for path in paths {
            if path.is_dir() {
                given.folders.push(path.clone());
                continue;
            }
            let wrong = |reason: String| anyhow!("cannot use the font {}: {reason}", shown(path));
            let bytes: Arc<[u8]> = Place::named(path)
                .read(limits.of(Limit::FontBytes))
                .map_err(|error| wrong(in_words_or_raise(&error, Limit::FontBytes, limits)))?
                .into();
            Fonts::builtin()
                .with_limits(limits)
                .add(bytes.clone())
                .map_err(|error| wrong(error.0))?;
            let name = visible_name(&path.to_string_lossy()).to_string();
            given.files.push((name, bytes));
            given.sources.push(Source::file(path));
        }
        Ok(given)
    }

    /// The font files that the command line names.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The fonts for a drawing of maps, and of `texts` in those that there are so far; for each map findings where one of its own cannot be used; and
    /// the files of the command line that were read for it.
    pub fn fonts_for(
        &self,
        maps: &[&Map],
        texts: &dyn Fn(&Fonts) -> String,
        theme: &Dressed,
        limits: &Limits,
    ) -> (Fonts, Vec<Vec<Diagnostic>>, Vec<Source>) {
        let mut fonts = Fonts::builtin().with_limits(limits);
        let mut findings = Vec::new();
        for map in maps {
            let unusable = map.fonts.iter().filter_map(|font| {
                let error = fonts.add_named(&font.path.text, font.bytes.clone()).err()?;
                let message = format!("`{}` cannot be used as a font", font.path.text);
                let finding = Diagnostic::new(&diag::UNREADABLE_FILE, font.path.span, message);
                Some(finding.mark(error.0))
            });
            findings.push(unusable.collect());
        }
        for (name, bytes) in theme.fonts.iter().chain(&self.files) {
            // Those that cannot be used were refused when they were read.
            let _ = fonts.add_named(name, bytes.clone());
        }
        let mut sources = self.sources.clone();
        if !self.folders.is_empty() {
            let first = maps.first();
            let words = Word::KEYS
                .iter()
                .filter_map(|(word, ..)| Some(first?.words.get(*word)));
            let text = words.collect::<String>() + &texts(&fonts);
            let used = self.search(&mut fonts, &text, limits);
            sources.extend(used.into_iter().map(Source::file));
        }
        (fonts, findings, sources)
    }

    /// Adds, in order of path, the fonts that have a missing character, and the other faces of their families, and says which.
    fn search(&self, fonts: &mut Fonts, text: &str, limits: &Limits) -> Vec<&Path> {
        let mut used = Vec::new();
        let wanted: String = fonts.missing(text).into_iter().collect();
        if wanted.is_empty() {
            return used;
        }
        let mut lacking = wanted.chars().count();
        let mut families: Vec<String> = Vec::new();
        let mut outside = BTreeSet::new();
        for place in self.found.get_or_init(|| {
            self.folders
                .iter()
                .flat_map(|folder| files_below(folder, ENDINGS, |_| true))
                .collect()
        }) {
            let bytes: Arc<[u8]> = match place.read(limits.of(Limit::FontBytes)) {
                Ok(bytes) => bytes.into(),
                Err(FileError::Outside) => {
                    outside.insert(place.path.clone());
                    continue;
                }
                Err(_) => continue,
            };
            let mut more = fonts.clone();
            let name = visible_name(&place.path.to_string_lossy()).to_string();
            let Ok(face) = more.add_named(&name, bytes) else {
                continue;
            };
            let left = more.missing(&wanted).len();
            let family = more.family(face).to_owned();
            if left < lacking || families.contains(&family) {
                lacking = left;
                families.push(family);
                *fonts = more;
                used.push(place.path.as_path());
            }
        }
        if lacking > 0 {
            let mut told = self.outside.lock().unwrap_or_else(PoisonError::into_inner);
            told.append(&mut outside);
        }
        used
    }

    /// Says which fonts were passed over, where a character lacked in the end, since they are links that lead out of their folder.
    pub fn tell(&self) {
        for path in &*self.outside.lock().unwrap_or_else(PoisonError::into_inner) {
            say(&format!(
                "{}: passed over, for it is a link that leads out of its folder; name the font itself with --font, if it is to be used\n",
                visible_name(&path.to_string_lossy())
            ));
        }
    }
}
