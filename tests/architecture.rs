//! The house is built as ARCHITECTURE.md and docs/dependencies.md say: their tables are read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A source file: its path below `src`, and its code without comments, that of its tests apart.
struct File {
    path: String,
    code: String,
    tests: String,
}

impl File {
    /// The stage it belongs to: `emit` for `emit/svg/body.rs`, `geom` for `geom.rs`.
    fn stage(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// How many modules lie between it and the root.
    fn depth(&self) -> usize {
        self.path
            .split('/')
            .filter(|part| *part != "mod.rs")
            .count()
    }

    /// Whether it belongs to the library's stages.
    fn is_stage(&self) -> bool {
        self.path != "lib.rs" && self.stage() != "bin"
    }
}

fn rust_files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(ROOT).join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<File> {
    let src = Path::new(ROOT).join("src");
    let file = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a readable file");
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code = lines.collect::<Vec<_>>().join("\n");
        let path = path
            .strip_prefix(&src)
            .expect("below src")
            .to_string_lossy()
            .replace('\\', "/");
        let (code, tests) = match code.split_once("#[cfg(test)]\nmod tests {") {
            Some((code, tests)) => (code.to_owned(), tests.to_owned()),
            None if path.ends_with("tests.rs") || path.contains("/tests/") => (String::new(), code),
            None => (code, String::new()),
        };
        File { path, code, tests }
    };
    rust_files("src").into_iter().map(file).collect()
}

/// The cells of the rows of a table on a page; the table is known by its header.
fn rows(page: &str, header: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(Path::new(ROOT).join(page)).expect("a page");
    let lines = text
        .lines()
        .skip_while(|line| *line != header)
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    let cells = |row: &str| {
        let cells = row.trim_matches('|').split('|');
        cells.map(|cell| cell.trim().to_owned()).collect()
    };
    let rows: Vec<Vec<String>> = lines.map(cells).collect();
    assert!(rows.len() > 5, "no table {header} in {page}");
    let width = header.matches('|').count() - 1;
    assert!(rows.iter().all(|row| row.len() == width), "{rows:#?}");
    rows
}

/// The names in a cell, in backquotes.
fn names(cell: &str) -> Vec<String> {
    let names = cell.split('`').skip(1).step_by(2);
    names.map(str::to_owned).collect()
}

/// The values in a cell, between commas.
fn values(cell: &str) -> Vec<String> {
    cell.split(", ").map(str::to_owned).collect()
}

/// What each module may import.
fn may_import() -> BTreeMap<String, Vec<String>> {
    let rows = rows("ARCHITECTURE.md", "| module | may import |");
    let each = rows.iter().flat_map(|row| {
        let allowed = values(&row[1]);
        let modules = names(&row[0]).into_iter();
        modules.map(move |module| (module, allowed.clone()))
    });
    each.collect()
}

const DEPENDENCIES: &str = "docs/dependencies.md";
const BUILT_FROM: &str = "| crate | what for | used in | licence | kept by |";
const TESTED_WITH: &str = "| crate | what for | licence | kept by |";

/// The names by which a section of Cargo.toml, and those of its kind for some platforms, bring in crates.
fn crates(kind: &str) -> BTreeSet<String> {
    let manifest = fs::read_to_string(Path::new(ROOT).join("Cargo.toml")).expect("Cargo.toml");
    let sections = manifest
        .split("\n[")
        .filter_map(|part| part.split_once("]\n"));
    let of_kind = |header: &str| {
        header == kind || header.starts_with("target.") && header.ends_with(&format!(".{kind}"))
    };
    let lines = sections.filter(|(header, _)| of_kind(header));
    let lines = lines.flat_map(|(_, lines)| lines.lines());
    let name = |line: &str| Some(line.split_once('=')?.0.trim().to_owned());
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(name)
        .collect()
}

/// The crates that a table lists, each once.
fn listed(table: &[Vec<String>]) -> BTreeSet<String> {
    let all: Vec<String> = table.iter().flat_map(|row| names(&row[0])).collect();
    let listed: BTreeSet<String> = all.iter().cloned().collect();
    assert_eq!(listed.len(), all.len(), "a crate twice in {DEPENDENCIES}");
    listed
}

/// The modules that follow `crate::` in a text.
fn imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => found.extend(first_names(list)),
            None => found.extend(name(rest)),
        }
    }
    found
}

/// The first name of each path in a `{…}` list.
fn first_names(list: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' | ',' if depth == 0 => {
                names.extend(name(list[start..at].trim()));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    names
}

/// The identifier with which a text begins.
fn name(text: &str) -> Option<String> {
    let name: String = text
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    (!name.is_empty()).then_some(name)
}

#[test]
fn stages_import_only_what_the_table_allows() {
    let table = may_import();
    let mut wrong = Vec::new();
    for file in sources().iter().filter(|file| file.is_stage()) {
        let Some(allowed) = table.get(file.stage()) else {
            wrong.push(format!("{} is in no row of the table", file.stage()));
            continue;
        };
        for import in imports(&(file.code.clone() + &file.tests)) {
            if import != file.stage() && !allowed.contains(&import) {
                wrong.push(format!("{} imports {import}", file.path));
            }
        }
        let up = |code: &str, most: usize| code.contains(&"super::".repeat(most + 1));
        if up(&file.code, file.depth() - 1) || up(&file.tests, file.depth()) {
            wrong.push(format!("{} climbs out of its stage", file.path));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_binary_sees_only_the_librarys_public_items() {
    for file in sources().iter().filter(|file| file.stage() == "bin") {
        for import in imports(&file.code) {
            let own = ["", "/mod"].iter().any(|end| {
                let stem = if end.is_empty() {
                    format!("{import}.rs")
                } else {
                    format!("{import}{end}.rs")
                };
                Path::new(ROOT).join("src/bin/jmap").join(stem).exists()
            });
            assert!(
                own || import.starts_with(char::is_uppercase),
                "{} imports {import}",
                file.path
            );
        }
    }
}

#[test]
fn every_library_has_its_owner() {
    let table = rows(DEPENDENCIES, BUILT_FROM);
    assert_eq!(listed(&table), crates("dependencies"), "{DEPENDENCIES}");
    let owners = |row: &Vec<String>| (names(&row[0])[0].clone(), values(&row[2]));
    let table: Vec<(String, Vec<String>)> = table.iter().map(owners).collect();

    let mut wrong = Vec::new();
    for file in sources() {
        for (library, owners) in &table {
            let at_home = owners.iter().any(|owner| {
                file.path == format!("{owner}.rs") || file.path.starts_with(&format!("{owner}/"))
            });
            if !at_home
                && uses(
                    &(file.code.clone() + &file.tests),
                    &library.replace('-', "_"),
                )
            {
                wrong.push(format!("{} uses {library}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn licences_are_those_of_the_crates() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--depth=1", "--edges=normal,dev", "--prefix=none"])
        .args(["--format={p}|{l}", "--locked", "--offline"])
        .current_dir(ROOT)
        .output()
        .expect("cargo runs");
    let tree = String::from_utf8(tree.stdout).expect("UTF-8");
    let licence = |line: &str| {
        let (package, licence) = line.split_once('|')?;
        let name = package.split(' ').next()?;
        Some((name.to_owned(), licence.replace('/', " OR ")))
    };
    let licences: BTreeMap<String, String> = tree.lines().filter_map(licence).collect();
    let tested_with = rows(DEPENDENCIES, TESTED_WITH);
    assert_eq!(
        listed(&tested_with),
        crates("dev-dependencies"),
        "{DEPENDENCIES}"
    );
    for (header, column) in [(BUILT_FROM, 3), (TESTED_WITH, 2)] {
        for row in rows(DEPENDENCIES, header) {
            // A crate under another name has its own behind it: `exif` (kamadak-exif).
            let own = row[0]
                .split_once('(')
                .map(|(_, own)| own.trim_end_matches(')'));
            let name = own.map_or_else(|| names(&row[0])[0].clone(), str::to_owned);
            assert_eq!(licences.get(&name), Some(&row[column]), "{name}");
        }
    }
}

/// Whether code names an external crate: `name::` that is not part of a longer path, in a file without a module or an
/// import of that name.
fn uses(code: &str, library: &str) -> bool {
    let own = [
        format!("mod {library};"),
        format!("use crate::{library};"),
        format!("use super::{library};"),
    ];
    if own.iter().any(|line| code.contains(line)) || in_a_list_of_modules(code, library) {
        return false;
    }
    code.match_indices(&format!("{library}::")).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':'))
    })
}

/// Whether a `use crate::{…}` or `use super::{…}` brings in a module of that name.
fn in_a_list_of_modules(code: &str, name: &str) -> bool {
    ["crate::{", "super::{"].iter().any(|start| {
        code.split(start)
            .skip(1)
            .any(|list| first_names(list).iter().any(|first| first == name))
    })
}

#[test]
fn the_library_is_pure() {
    let forbidden = [
        "std::fs",
        "std::env",
        "std::time",
        "std::net",
        "std::process",
        "println!",
        "print!(",
        "dbg!",
    ];
    for file in sources().iter().filter(|file| file.stage() != "bin") {
        for word in forbidden {
            assert!(!file.code.contains(word), "{} uses {word}", file.path);
        }
    }
}

#[test]
fn files_are_small_and_finished() {
    let unfinished = ["todo", "unimplemented"].map(|word| format!("{word}!("));
    let ignored = format!("#[{}", "ignore");
    for folder in ["src", "tests", "benches"] {
        for path in rust_files(folder) {
            let text = fs::read_to_string(&path).expect("a readable file");
            assert!(
                text.lines().count() <= 600,
                "{} is two files",
                path.display()
            );
            for mark in unfinished.iter().chain([&ignored]) {
                assert!(
                    !text.contains(mark.as_str()),
                    "{} has {mark}",
                    path.display()
                );
            }
        }
    }
}
