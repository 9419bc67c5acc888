//! What drawings were made from, as rules that Make and Ninja read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, bail};

use crate::input::is_map;
use crate::output::{self, Target};
use crate::place::Place;
use crate::plan::Plan;
use crate::sources::Source;
use crate::talk::shown;

/// Characters that Make or Ninja takes for something else, and that no escape mends in both: patterns, assignments, where
/// a recipe starts, and what Ninja ends a name at (quotation marks and `&` until its release 1.12).
const UNREADABLE: &[char] = &[
    '*', '?', '[', '%', '=', ';', '|', '<', '>', '^', '`', '"', '\'', '&',
];

/// Names that Make takes for orders of its own at the beginning of a line.
const DIRECTIVES: &[&str] = &[
    "define", "endef", "undefine", "ifdef", "ifndef", "ifeq", "ifneq", "else", "endif", "include",
    "-include", "sinclude", "load", "-load", "override", "export", "unexport", "private", "vpath",
];

/// Endings of pictures, fonts and themes, none of which is the name of a thing to do.
const BESIDE: [&str; 9] = [
    "png", "jpg", "jpeg", "ttf", "otf", "ttc", "otc", "yaml", "yml",
];

const WANTS_A_FILE: &str =
    "--depfile says what a file was made from, so the drawing has to go to a file: -o map.svg";

/// A file that names all that drawings were made from.
pub struct Depfile<'a> {
    path: &'a Path,
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
    /// All that it was made from.
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
        let Target::File(Place { path: target, .. }) = target else {
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
        let paths = sources.iter().filter_map(|source| {
            let path = source.path.as_deref()?;
            Some((path, source.beside))
        });
        for (path, beside) in [(target.as_path(), false)].into_iter().chain(paths) {
            if let Some(what) = refusal(path, beside) {
                bail!("--depfile: {what}; rename it");
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
            &Target::File(Place::named(self.path)),
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

/// Why a name cannot stand in a depfile. `beside` is whether a map or a theme names the file, and not the command line.
fn refusal(path: &Path, beside: bool) -> Option<String> {
    // Make cuts off a `./` before it looks at a name, so that cannot make a file of an order.
    let plain: PathBuf = path
        .components()
        .filter(|part| *part != Component::CurDir)
        .collect();
    let name = plain.to_string_lossy();
    if let Some(what) = unreadable(&name) {
        return Some(format!(
            "Make and Ninja cannot both read the name {} because of {what}",
            shown(path)
        ));
    }
    let in_a_folder = name.contains(std::path::is_separator);
    if !in_a_folder && name.starts_with('.') {
        return Some(format!(
            "Make takes the name {} for an order, since it begins with a dot and stands in no folder",
            shown(path)
        ));
    }
    if DIRECTIVES.contains(&&*name) {
        return Some(format!("Make takes the name {} for an order", shown(path)));
    }
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    if beside && !BESIDE.contains(&&*ending.to_lowercase()) {
        let known = BESIDE.map(|ending| format!(".{ending}")).join(", ");
        return Some(format!(
            "{} could be a target of the Makefile, as `clean` is; what a map names has to end in {known}",
            shown(path)
        ));
    }
    None
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
    if let Some(c) = name.chars().last().filter(|c| r"\:)".contains(*c)) {
        return Some(format!("`{c}` at its end"));
    }
    let pairs = [r"\#", r"\$", r"\:"];
    let pair = pairs.iter().find(|pair| name.contains(**pair))?;
    Some(format!("`{pair}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each was read back from a file by GNU Make 4.3 and Ninja 1.11 and 1.13, as what is made and as what it is made from.
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
                "Übersicht (1)s, é+~@!.yaml",
                r"Übersicht\ (1)s,\ é+~@!.yaml",
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
            "a'b", "a\"b", "a&b", "a\tb", "a\nb", "~a", r"a\", "a:", "a&", "a(b)", r"a\#b",
            r"a\$b", r"a\:b",
        ] {
            assert!(unreadable(name).is_some(), "{name}");
        }
    }

    #[test]
    fn orders_to_make_are_no_names() {
        for name in [
            ".IGNORE",
            "./.PHONY",
            ".SILENT",
            ".DELETE_ON_ERROR",
            ".c",
            ".png.svg",
            "include",
            "./define",
        ] {
            assert!(refusal(Path::new(name), false).is_some(), "{name}");
        }
        for name in [
            "clean",
            "all",
            "pics/clean",
            "deploy.prod",
            "Makefile",
            "photo.png.old",
        ] {
            assert!(refusal(Path::new(name), true).is_some(), "{name}");
            assert_eq!(refusal(Path::new(name), false), None, "{name}");
        }
        for name in ["a.png", ".hidden/a.JPG", "-x.png", "./b.yaml", "../c.ttf"] {
            assert_eq!(refusal(Path::new(name), true), None, "{name}");
        }
    }
}
