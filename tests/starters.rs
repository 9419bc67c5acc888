//! The maps to begin from: what they say of themselves is true, and what stands in them as a comment can be taken as it is.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use jmap::check::{Date, EvidenceKind, Map, NoFiles, State};
use jmap::diag::{Diagnostic, Flags, Settings};
use jmap::source::Limits;
use jmap::text::Fonts;
use jmap::theme::Theme;

/// What a blank day is filled with, and the day on which the filled map is checked.
const DAY: &str = "2030-05-17";
const MONTH: &str = "2030-04";
const AS_OF: Date = Date {
    year: 2030,
    month: 5,
    day: 16,
};

/// The starters by name, sorted.
fn starters() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/starters");
    let mut starters: Vec<(String, String)> = fs::read_dir(folder)
        .expect("the folder of starters")
        .map(|entry| {
            let path = entry.expect("its entries").path();
            let name = path.file_stem().expect("a name").to_string_lossy();
            (name.into_owned(), fs::read_to_string(&path).expect("a map"))
        })
        .collect();
    starters.sort();
    assert!(starters.len() >= 7, "only {} starters", starters.len());
    starters
}

/// A starter's map, what it says of rules, and what was found in it.
fn read(name: &str, text: &str) -> (Map, Settings, Vec<Diagnostic>) {
    let reading = jmap::read(text, &NoFiles, &Limits::default());
    let findings = reading.findings;
    let map = reading
        .map
        .unwrap_or_else(|| panic!("{name}: {findings:#?}"));
    (map, reading.settings, findings)
}

/// The rules that speak about a map, its drawing included.
fn rules_that_speak(name: &str, text: &str) -> BTreeSet<String> {
    let (map, settings, mut findings) = read(name, text);
    let theme = Theme::builtin("default").expect("a theme");
    findings.extend(jmap::draw(&map, &theme, &Fonts::builtin()).1);
    findings.extend(jmap::lint(&map, AS_OF, &Limits::default()));
    let verdict = settings.judge(findings, &Flags::default());
    let names = verdict.findings.iter().map(|finding| finding.rule.name);
    names.map(str::to_owned).collect()
}

/// The comment that a file begins with.
fn head(text: &str) -> impl Iterator<Item = &str> {
    text.lines().take_while(|line| line.starts_with('#'))
}

/// The rules that the comment at the top of a file names.
fn announced(text: &str) -> BTreeSet<String> {
    let head: Vec<&str> = head(text).collect();
    let head = head.join("\n");
    let quoted = head.split('`').skip(1).step_by(2);
    let names = quoted.filter(|word| {
        word.contains('-') && word.chars().all(|c| c == '-' || c.is_ascii_lowercase())
    });
    names.map(str::to_owned).collect()
}

/// A line that stands as a comment, and is one no more: `# owner: Name` becomes `owner: Name`.
fn taken(line: &str) -> Option<String> {
    let (indent, rest) = line.split_once("# ")?;
    let key = rest.trim_start().split(':').next()?;
    let is_key = rest.contains(':')
        && key
            .chars()
            .all(|c| c.is_ascii_lowercase() || "_-".contains(c));
    (indent.trim().is_empty() && is_key).then(|| format!("{indent}{rest}"))
}

/// A starter whose author took away every `#` before a key, filled in the dates and went out to ask.
fn filled(text: &str) -> String {
    let head = head(text).count();
    let lines = text.lines().enumerate().map(|(at, line)| {
        let taken = (at >= head).then(|| taken(line)).flatten();
        let line = taken.unwrap_or_else(|| line.to_owned());
        let line = line.replace("state: hypothesis", "state: current");
        line.replace("YYYY-MM-DD", DAY).replace("YYYY-MM", MONTH) + "\n"
    });
    lines.collect()
}

#[test]
fn they_announce_what_the_check_asks_for() {
    for (name, text) in starters() {
        assert_eq!(announced(&text), rules_that_speak(&name, &text), "{name}");
    }
}

#[test]
fn nothing_but_a_second_persona_is_missing_once_they_are_filled() {
    for (name, text) in starters() {
        let filled = filled(&text);
        let keys = filled.lines().zip(text.lines()).filter(|(a, b)| a != b);
        assert!(keys.count() >= 3, "{name} leaves nothing to its author");
        let left: Vec<String> = rules_that_speak(&name, &filled).into_iter().collect();
        let expected: &[&str] = match &*name {
            "blank" => &["one-persona"],
            _ => &[],
        };
        assert_eq!(left, expected, "{name}\n{filled}");
    }
}

#[test]
fn they_pretend_nothing() {
    for (name, text) in starters() {
        let (map, ..) = read(&name, &text);
        assert_eq!(map.state, Some(State::Hypothesis), "{name}");
        let sources = map.evidence.iter();
        let supposed = sources.map(|source| source.kind == Some(EvidenceKind::Assumption));
        assert!(supposed.clone().all(|is| is), "{name} has a source");
        assert!(supposed.count() == usize::from(name != "blank"), "{name}");
        assert!(map.kpis.iter().all(|kpi| kpi.value.is_none()), "{name}");
        assert!(map.cells().all(|cell| cell.quotes.is_empty()), "{name}");
    }
}

#[test]
fn they_cover_a_whole_journey() {
    for (name, text) in starters() {
        let (map, ..) = read(&name, &text);
        let touchpoints = if name == "blank" { 4..=4 } else { 8..=14 };
        assert!(touchpoints.contains(&map.touchpoints.len()), "{name}");
        let personas = if name == "blank" { 1..=1 } else { 2..=3 };
        assert!(personas.contains(&map.personas.len()), "{name}");
        let parts: BTreeSet<_> = map.stages.iter().map(|stage| stage.part).collect();
        assert_eq!(parts.len(), 3, "{name}");
        assert!(map.stages.len() >= 4, "{name}");
    }
}

#[test]
fn they_teach() {
    for (name, text) in starters() {
        let first = text.lines().next();
        assert_eq!(
            first,
            Some("# yaml-language-server: $schema=../../docs/jmap.schema.json"),
            "{name}"
        );
        let comments = text.lines().filter(|line| line.contains("# ")).count();
        assert!(comments >= 25, "{name} has {comments} comments");
        for word in [
            "feeling",
            "touchpoint",
            "evidence",
            "x-allow",
            "part: before",
            "part: after",
        ] {
            assert!(text.to_lowercase().contains(word), "{name}: {word}");
        }
        for line in text.lines() {
            assert!(line.chars().count() <= 130, "{name}: {line}");
        }
    }
}

#[test]
fn the_list_and_the_help_name_all_of_them() {
    let printed = |arguments: &[&str]| {
        let jmap = Command::new(env!("CARGO_BIN_EXE_jmap"))
            .args(arguments)
            .output();
        String::from_utf8(jmap.expect("jmap runs").stdout).expect("UTF-8")
    };
    let list = printed(&["new"]);
    let mut listed: Vec<&str> = list
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    listed.sort();
    let starters = starters();
    let names: Vec<&str> = starters.iter().map(|(name, _)| &**name).collect();
    assert_eq!(listed, names);
    let help = printed(&["new", "--help"]);
    for (name, text) in &starters {
        assert!(help.contains(&format!("- {name}:")), "{name}");
        // What is written differs in its first line alone, which says where the schema is.
        let written = printed(&["new", name]);
        let (first, rest) = written.split_once('\n').expect("lines");
        assert_eq!(first, "# yaml-language-server: $schema=jmap.schema.json");
        assert_eq!(
            Some(rest),
            text.split_once('\n').map(|(_, rest)| rest),
            "{name}"
        );
    }
}
