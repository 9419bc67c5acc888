//! What drawings were made from, as rules that Make and Ninja read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, bail};

use crate::input::is_map;
use crate::output::{self, Target};
use crate::plan::Plan;
use crate::sources::Source;
use crate::talk::shown;

/// Characters that Make or Ninja takes for something else, and that no escape mends in both: patterns, assignments, where
/// a recipe starts, and what Ninja ends a name at.
const UNREADABLE: &[char] = &['*', '?', '[', '%', '=', ';', '|', '<', '>', '^', '`'];

const WANTS_A_FILE: &str =
    "--depfile says what a file was made from, so the drawing has to go to a file: -o map.svg";

/// A file that names all that drawings were made from.
pub struct Depfile<'a> {
    path: &'a Path,
    /// What stands there already, links followed.
    old: Option<PathBuf>,
    /// How many drawings there are to be.
    drawings: usize,
    rules: Mutex<BTreeMap<(usize, usize), Rule>>,
}

/// A drawing and the files that it was made from.
struct Rule {
    target: PathBuf,
    map: Option<PathBuf>,
    /// All but the map.
    beside: Vec<PathBuf>,
}

impl Rule {
    fn sources(&self) -> impl Iterator<Item = &PathBuf> {
        self.map.iter().chain(&self.beside)
    }
}

impl<'a> Depfile<'a> {
    /// A file that is to name what these drawings will have been made from.
    pub fn new(path: &'a Path, plan: &Plan) -> Result<Depfile<'a>> {
        if is_map(path) {
            bail!(
                "--depfile {}: that is the name of a map; end it with .d",
                shown(path)
            );
        }
        if plan.targets().any(|target| *target == Target::Stdout) {
            bail!(WANTS_A_FILE);
        }
        Ok(Depfile {
            path,
            old: path.canonicalize().ok(),
            drawings: plan.targets().count(),
            rules: Mutex::default(),
        })
    }

    /// Writes a drawing, by the place of its map and its own among the map's drawings, and notes its rule; if there can be none, the drawing is not
    /// written either.
    pub fn note(
        &self,
        place: (usize, usize),
        target: &Target,
        sources: &[Source],
        write: impl FnOnce() -> Result<()>,
    ) -> Result<()> {
        let rule = self.rule(target, sources)?;
        write()?;
        let mut rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        rules.insert(place, rule);
        Ok(())
    }

    fn rule(&self, target: &Target, sources: &[Source]) -> Result<Rule> {
        let Target::File(target) = target else {
            bail!(WANTS_A_FILE);
        };
        let rule = Rule {
            target: target.clone(),
            map: sources.first().and_then(|map| map.path.clone()),
            beside: sources
                .iter()
                .skip(1)
                .filter_map(|source| source.path.clone())
                .collect(),
        };
        for path in [target].into_iter().chain(rule.sources()) {
            if let Some(what) = unreadable(&path.to_string_lossy()) {
                bail!(
                    "--depfile: Make and Ninja cannot both read the name {} because of {what}; rename it",
                    shown(path)
                );
            }
            let found = self.old.is_some() && path.canonicalize().ok() == self.old;
            if found || Source::file(path) == Source::file(self.path) {
                bail!(
                    "--depfile {} would replace a file that is in use; name another",
                    shown(self.path)
                );
            }
        }
        Ok(rule)
    }

    /// Writes the file if all drawings were written; else what it says may not be true, and it stays as it is.
    pub fn write(self) -> Result<()> {
        let rules = self
            .rules
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        if rules.len() < self.drawings {
            return Ok(());
        }
        output::write(
            &Target::File(self.path.to_owned()),
            &in_words(rules.values()),
        )
    }
}

/// A rule for each drawing, then an empty one for each file beside the maps: else Make would ask for a picture that a map
/// has dropped.
fn in_words<'r>(rules: impl Iterator<Item = &'r Rule> + Clone) -> Vec<u8> {
    let mut text = Vec::new();
    for rule in rules.clone() {
        text.extend(escaped(&rule.target));
        text.push(b':');
        for source in rule.sources() {
            text.push(b' ');
            text.extend(escaped(source));
        }
        text.push(b'\n');
    }
    let mut seen = BTreeSet::new();
    for source in rules
        .flat_map(|rule| &rule.beside)
        .filter(|source| seen.insert(*source))
    {
        text.extend(escaped(source));
        text.extend(b":\n");
    }
    text
}

/// A name as GCC writes it, which is what Ninja expects and Make reads.
fn escaped(path: &Path) -> Vec<u8> {
    let mut text = Vec::new();
    let mut backslashes = 0;
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            // Backslashes before a space are its escape, so they have to be doubled.
            b' ' => text.extend(vec![b'\\'; backslashes + 1]),
            b'#' | b':' => text.push(b'\\'),
            b'$' => text.push(b'$'),
            _ => {}
        }
        backslashes = if byte == b'\\' { backslashes + 1 } else { 0 };
        text.push(byte);
    }
    text
}

/// What in a name Make and Ninja do not both read, however it is escaped.
fn unreadable(name: &str) -> Option<String> {
    let quoted = |c: char| format!("`{c}`");
    if name.contains(|c: char| c.is_ascii_control()) {
        return Some("a control character".to_owned());
    }
    if let Some(c) = name.chars().find(|c| UNREADABLE.contains(c)) {
        return Some(quoted(c));
    }
    if name.starts_with('~') {
        return Some("`~` at its beginning".to_owned());
    }
    if let Some(c) = name.chars().last().filter(|c| r"\:&)".contains(*c)) {
        return Some(format!("`{c}` at its end"));
    }
    let pairs = [r"\#", r"\$", r"\:"];
    let pair = pairs.iter().find(|pair| name.contains(**pair))?;
    Some(format!("`{pair}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each was read back from a file by GNU Make 4.3 and Ninja 1.13, as what is made and as what it is made from.
    #[test]
    fn names_are_escaped_as_make_and_ninja_read_them() {
        for (name, written) in [
            ("journeys/a b.yaml", r"journeys/a\ b.yaml"),
            (r"a\ b", r"a\\\ b"),
            (r"a\b", r"a\b"),
            ("#1.png", r"\#1.png"),
            ("5$.png", "5$$.png"),
            ("12:30.yaml", r"12\:30.yaml"),
            (
                "Übersicht (1)'s, é+~@!.yaml",
                r"Übersicht\ (1)'s,\ é+~@!.yaml",
            ),
        ] {
            assert_eq!(unreadable(name), None, "{name}");
            let escaped = escaped(Path::new(name));
            assert_eq!(String::from_utf8(escaped).as_deref(), Ok(written));
        }
    }

    #[test]
    fn names_that_one_of_them_reads_otherwise_are_refused() {
        for name in [
            "a*b", "a?b", "a[1].png", "100%.svg", "a=b", "a;b", "a|b", "a<b", "a>b", "a^b", "a`b",
            "a\tb", "a\nb", "~a", r"a\", "a:", "a&", "a(b)", r"a\#b", r"a\$b", r"a\:b",
        ] {
            assert!(unreadable(name).is_some(), "{name}");
        }
    }
}
