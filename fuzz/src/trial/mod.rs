//! Folders with links in them and what jmap is asked to do there, made up; and what has to hold whatever that is.
//!
//! Links, hard links and outputs are the program's business and not the library's, so the program itself is run: each input
//! becomes a folder on the disk. What happens inside the program does not guide the fuzzer; what is made up covers it.

mod run;

use std::fmt;

use arbitrary::{Arbitrary, Result, Unstructured};

pub use run::run;

/// Files that a trial may have, below its folder. Some differ only in case.
const NAMES: &[&str] = &[
    "in/a.yaml",
    "in/b.yaml",
    "in/A.yaml",
    "in/c.yml",
    "in/sub/a.yaml",
    "in/sub/d.yaml",
    "in/a.png",
    "in/b.png",
    "in/A.png",
    "in/sub/a.png",
    "in/sub/c.png",
    "in/a.svg",
    "in/b.svg",
    "in/c.svg",
    "in/brand.yaml",
    "in/sub/own.ttf",
    "in/own.ttf",
    "out/a.png",
    "out/a.svg",
    "out/b.svg",
    "out/A.svg",
    "out/d.png",
    "in/sub/a.svg",
    "in/a.d",
    "in/x.d",
];
/// Links to folders; no command names them.
const FOLDERS: &[&str] = &["in/dir", "in/sub/dir", "out/dir"];
/// Where links in `in` lead: into the folder, out of it, and nowhere.
const ENDS: &[&str] = &[
    "a.png",
    "b.png",
    "sub/a.png",
    "a.yaml",
    "sub/d.yaml",
    "./sub/../b.yaml",
    "a.svg",
    "none",
    "sub",
    ".",
    "dir/a.png",
    "dir",
    "../secret/map.yaml",
    "../secret/picture.png",
    "../secret/drawing.svg",
    "../secret/font.ttf",
    "../secret/none.png",
    "../secret",
    "..",
    "../in/a.png",
    "none/../../secret/map.yaml",
    "{}/secret/map.yaml",
    "{}/secret/none",
    "{}/in/a.png",
    "{}/secret/picture.png",
    "/",
    "../out/a.svg",
    "sub/../../secret/picture.png",
    "../secret/theme.yaml",
];
/// What maps name.
const NAMED: &[&str] = &[
    "a.png",
    "b.png",
    "A.png",
    "./a.png",
    "sub/a.png",
    "dir/picture.png",
    "dir/a.png",
    "../secret/picture.png",
    "c.png",
    "a.svg",
    "none.png",
    "dir/none.png",
    "sub/dir/picture.png",
    "/etc/hostname",
    "d.png",
];
/// Themes and fonts that maps name.
const THEMES: &[&str] = &[
    "brand.yaml",
    "dark",
    "dir/theme.yaml",
    "a.yaml",
    "none.yaml",
];
const FONTS: &[&str] = &["own.ttf", "sub/own.ttf", "dir/font.ttf", "a.png"];

/// What stands at a path.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A map, and the keys by which it names files: for a picture, a theme, a font.
    Map(
        Option<&'static str>,
        Option<&'static str>,
        Option<&'static str>,
    ),
    /// A picture.
    Picture,
    /// A theme.
    Theme,
    /// A font.
    Font,
    /// A drawing of an earlier run, or something else that may be written over.
    Old,
    /// A symbolic link.
    Link(&'static str),
    /// Another name of the file that stands at an earlier entry.
    HardLink(usize),
}

/// A folder and a command.
#[derive(Clone)]
pub struct Trial {
    /// Paths and what stands there.
    pub entries: Vec<(&'static str, Entry)>,
    /// What jmap is asked.
    pub command: Vec<String>,
}

impl fmt::Debug for Trial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (path, entry) in &self.entries {
            writeln!(f, "{path}: {entry:?}")?;
        }
        write!(f, "jmap {}", self.command.join(" "))
    }
}

/// A folder with links, and any command that looks for files there.
#[derive(Clone, Debug)]
pub struct Folders(pub Trial);

/// Maps and pictures with several names, and a command that draws them all.
#[derive(Clone, Debug)]
pub struct Batches(pub Trial);

impl<'a> Arbitrary<'a> for Folders {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Folders> {
        let entries = entries(bytes, true);
        let words: &[&[&str]] = &[
            &["check", "in"],
            &["check", "in", "in/sub"],
            &["render", "in", "-o", "out/"],
            &["render", "in", "-o", "in/"],
            &["render", "in", "-o", "out/", "--font", "in"],
            &["render", "in", "-o", "out/", "--check"],
            &["render", "in/sub", "-o", "in/"],
            &["status", "in", "--outputs", "out"],
            &["status", "in", "in/sub"],
            &["status", "in", "--format", "json"],
            &["insight", "in"],
            &["paper", "in"],
            &["man", "-o", "out"],
        ];
        let command = one(bytes, words).iter().map(|word| (*word).to_owned());
        Ok(Folders(Trial {
            entries,
            command: command.collect(),
        }))
    }
}

impl<'a> Arbitrary<'a> for Batches {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Batches> {
        let entries = entries(bytes, false);
        let maps: &[&[&str]] = &[&["in"], &["in", "in/sub"], &["in/sub"]];
        let mut command = vec!["render".to_owned()];
        command.extend(one(bytes, maps).iter().map(|map| (*map).to_owned()));
        let output = one(
            bytes,
            &["in/", "out/", "in/sub/", "new/", "in/new", "./out/../in/"],
        );
        command.extend(["-o".to_owned(), output.to_owned()]);
        let formats = one(bytes, &["svg", "png", "svg,png"]);
        command.extend(["-f".to_owned(), formats.to_owned()]);
        if formats != "svg" {
            command.extend(["--width".to_owned(), "200".to_owned()]);
        }
        if once_in(bytes, 3) {
            let file = one(
                bytes,
                &[
                    "in/x.d",
                    "in/a.png",
                    "out/a.svg",
                    "in/a.svg",
                    "in/brand.yaml",
                    "in/a.d",
                    "in/own.ttf",
                ],
            );
            let is_link =
                |(path, entry): &(&str, Entry)| *path == file && matches!(entry, Entry::Link(_));
            // A link that the command line names is followed, and may lead anywhere.
            if !entries.iter().any(is_link) {
                command.extend(["--depfile".to_owned(), file.to_owned()]);
            }
        }
        Ok(Batches(Trial { entries, command }))
    }
}

/// One of several; the first when the bytes are used up.
fn one<T: Copy>(bytes: &mut Unstructured, of: &[T]) -> T {
    bytes.choose(of).copied().unwrap_or(of[0])
}

/// Whether something happens that happens once in so many times; never when the bytes are used up.
fn once_in(bytes: &mut Unstructured, times: u8) -> bool {
    bytes
        .int_in_range(1..=times)
        .is_ok_and(|number| number == times)
}

/// What stands in a folder, each path once.
fn entries(bytes: &mut Unstructured, links_out: bool) -> Vec<(&'static str, Entry)> {
    let mut entries: Vec<(&'static str, Entry)> = Vec::new();
    for path in NAMES {
        if !once_in(bytes, 2) {
            continue;
        }
        let files: Vec<usize> = entries
            .iter()
            .enumerate()
            .filter(|(_, (_, entry))| !matches!(entry, Entry::Link(_)))
            .map(|(at, _)| at)
            .collect();
        let entry = if once_in(bytes, if links_out { 2 } else { 6 }) {
            Entry::Link(end(bytes, links_out))
        } else if !files.is_empty() && once_in(bytes, 6) {
            Entry::HardLink(one(bytes, &files))
        } else {
            usual(path, bytes)
        };
        entries.push((path, entry));
    }
    for path in FOLDERS {
        if once_in(bytes, 2) {
            entries.push((path, Entry::Link(end(bytes, links_out))));
        }
    }
    entries
}

fn end(bytes: &mut Unstructured, links_out: bool) -> &'static str {
    match links_out {
        true => one(bytes, ENDS),
        false => one(bytes, &ENDS[..12]),
    }
}

/// What a path is made for.
fn usual(path: &str, bytes: &mut Unstructured) -> Entry {
    let mut maybe =
        |of: &'static [&'static str], times| once_in(bytes, times).then(|| one(bytes, of));
    match path.rsplit('.').next() {
        _ if path.ends_with("brand.yaml") => Entry::Theme,
        Some("yaml" | "yml") => Entry::Map(maybe(NAMED, 2), maybe(THEMES, 5), maybe(FONTS, 5)),
        Some("png") => Entry::Picture,
        Some("ttf") => Entry::Font,
        _ => Entry::Old,
    }
}
