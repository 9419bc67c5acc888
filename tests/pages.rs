//! The pages of the rules: every example fires where it says, and nowhere else; every mended one is silent. Every example
//! map is silent under all rules.
//!
//! An example is a fragment of a map, put before what it lacks of pages/base.yaml. Behind ```yaml stands what it does:
//! `fires` (at the lines that end with `# here`) or `silent`; `without=a,b` leaves keys of the base out, `whole` all of
//! it; `line=3` names a line that can bear no comment; `latin1` is its encoding; `as-of=2027-01-01` the day.

mod beside;
mod folder;

use std::collections::BTreeSet;
use std::path::Path;

use jmap::check::{Date, Files, Text, day};
use jmap::diag::render::Lines;
use jmap::diag::{
    Diagnostic, Flags, INTERNAL_MAP, NOTHING_TO_COMPARE, Rule, Span, TOO_SMALL_TO_READ,
    UNFIT_FOR_PDF,
};
use jmap::source::{self, Limits};
use jmap::text::Fonts;
use jmap::theme::Theme;
use jmap::{Reading, rules};

use beside::Beside;
use folder::Folder;

const BASE: &str = include_str!("pages/base.yaml");

/// An example of a page.
struct Example {
    words: Vec<String>,
    text: String,
    fires: bool,
}

impl Example {
    /// The values behind a word: `without=goals,scope`.
    fn values(&self, word: &str) -> Vec<&str> {
        let value = self
            .words
            .iter()
            .filter_map(|known| known.strip_prefix(word));
        let value = value.filter_map(|rest| rest.strip_prefix('='));
        value.flat_map(|list| list.split(',')).collect()
    }

    /// The whole map, as bytes.
    fn map(&self) -> Vec<u8> {
        let is = |word: &str| self.words.iter().any(|known| known == word);
        let mut text = self.text.clone();
        if !is("whole") {
            let out = self.values("without");
            for (key, part) in parts(BASE) {
                let own = format!("\n{key}:");
                if !out.contains(&&*key) && !format!("\n{text}").contains(&own) {
                    text.push_str(&part);
                }
            }
        }
        if is("latin1") {
            let byte = |c: char| u8::try_from(u32::from(c)).expect("a character of ISO 8859-1");
            return text.chars().map(byte).collect();
        }
        text.into_bytes()
    }

    /// The lines at which the rule is to fire.
    fn lines(&self) -> Vec<usize> {
        let marked = self.text.lines().enumerate();
        let marked = marked.filter(|(_, line)| line.trim_end().ends_with("# here"));
        let mut lines: Vec<usize> = marked.map(|(at, _)| at + 1).collect();
        lines.extend(self.values("line").iter().map(|line| {
            let line: usize = line.parse().expect("a line");
            line
        }));
        lines.sort_unstable();
        lines
    }
}

/// The parts of a map by top-level key, each with its line break.
fn parts(text: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        if !line.starts_with([' ', '-']) {
            let key = line.split(':').next().unwrap_or_default();
            parts.push((key.to_owned(), String::new()));
        }
        parts.last_mut().expect("a key").1.push_str(line);
    }
    parts
}

fn examples(page: &str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(words) = line.strip_prefix("```yaml") else {
            assert!(
                !line.starts_with("```"),
                "a fence that is no example: {line}"
            );
            continue;
        };
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let text: String = lines
            .by_ref()
            .take_while(|line| !line.starts_with("```"))
            .flat_map(|line| [line, "\n"])
            .collect();
        let fires = match words.first().map(String::as_str) {
            Some("fires") => true,
            Some("silent") => false,
            other => panic!("neither `fires` nor `silent`: {other:?}"),
        };
        found.push(Example { words, text, fires });
    }
    found
}

fn date(text: &str) -> Date {
    let text = Text {
        text: text.into(),
        span: Span::default(),
    };
    day(&text).expect("a day")
}

/// All that `jmap check` says of a map: line, and finding.
fn said(bytes: &[u8], files: &dyn Files, as_of: Date) -> Vec<(usize, Diagnostic)> {
    let text = match source::decode(bytes) {
        Ok(text) => text.to_owned(),
        Err(finding) => {
            let text = String::from_utf8_lossy(bytes);
            return vec![(
                Lines::new(&text).place(finding.span.start as usize).0,
                *finding,
            )];
        }
    };
    let Reading {
        map,
        settings,
        mut findings,
    } = jmap::read(&text, files, &Limits::default());
    if let Some(map) = &map {
        findings.extend(jmap::lint(map, as_of, &Limits::default()));
        let mut fonts = Fonts::builtin();
        for font in &map.fonts {
            if fonts.add(font.bytes.clone()).is_err() {
                let message = "cannot be used as a font";
                let rule = &jmap::diag::UNREADABLE_FILE;
                findings.push(Diagnostic::new(rule, font.path.span, message));
            }
        }
        findings.extend(jmap::draw(map, &Theme::default(), &fonts).1);
        findings.extend(settings.unused(&findings));
    }
    let verdict = settings.judge(findings, &Flags::default());
    let lines = Lines::new(&text);
    let place = |finding: Diagnostic| (lines.place(finding.span.start as usize).0, finding);
    let mut said: Vec<_> = verdict.findings.into_iter().map(place).collect();
    said.sort_by_key(|(line, _)| *line);
    said
}

fn in_words(said: &[(usize, Diagnostic)]) -> Vec<String> {
    said.iter()
        .map(|(line, finding)| format!("{line}: {}: {}", finding.rule.name, finding.message))
        .collect()
}

/// What is wrong with the examples of a rule's page.
fn faults(rule: &'static Rule) -> Vec<String> {
    let examples = examples(rule.page);
    let mut faults = Vec::new();
    for (number, example) in examples.iter().enumerate() {
        let as_of = example
            .values("as-of")
            .first()
            .map_or(date("2026-11-01"), |day| date(day));
        let said = said(&example.map(), &Beside, as_of);
        let expected: Vec<(usize, &str)> = match example.fires {
            true => example
                .lines()
                .iter()
                .map(|&line| (line, rule.name))
                .collect(),
            false => Vec::new(),
        };
        let found: Vec<(usize, &str)> = said
            .iter()
            .map(|(line, finding)| (*line, finding.rule.name))
            .collect();
        if found != expected || example.fires == expected.is_empty() {
            let said = in_words(&said).join("\n  ");
            faults.push(format!(
                "{}, example {}: expected {expected:?}, but jmap says\n  {said}",
                rule.name,
                number + 1
            ));
        }
    }
    faults
}

#[test]
fn examples_fire_where_they_say_and_mended_ones_are_silent() {
    let faults: Vec<String> = rules::all().flat_map(faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn every_rule_has_a_whole_page() {
    let mut names = BTreeSet::new();
    for rule in rules::all() {
        assert!(
            names.insert(rule.name),
            "two rules are called {}",
            rule.name
        );
        let page = rule.page;
        assert!(
            page.starts_with(&format!("# {}\n", rule.name)),
            "{}",
            rule.name
        );
        let examples = examples(page);
        let all = |fires: bool| {
            examples
                .iter()
                .filter(|example| example.fires == fires)
                .count()
        };
        // What compares two maps, or comes with paper or a format, is shown elsewhere.
        if ![
            INTERNAL_MAP,
            NOTHING_TO_COMPARE,
            TOO_SMALL_TO_READ,
            UNFIT_FOR_PDF,
        ]
        .contains(rule)
        {
            assert!(
                all(true) > 0 && all(false) > 0,
                "{} lacks an example",
                rule.name
            );
        }
        for part in ["## Why it matters", "## Example", "## Mended"] {
            assert_eq!(page.matches(part).count(), 1, "{}: {part}", rule.name);
        }
        let whole = rules::page(rule);
        assert!(whole.contains("## To silence it") && !whole.contains("yaml fires"));
    }
}

#[test]
fn good_maps_are_silent() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(
        in_words(&said(BASE.as_bytes(), &Beside, date("2026-11-01"))),
        [""; 0]
    );
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(root.join("maps")).expect("maps") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "yaml") {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a map");
        let said = said(&bytes, &Folder(root.join("maps")), date("2026-11-01"));
        let told = in_words(&said);
        wrong.extend(told.iter().map(|line| format!("{}:{line}", path.display())));
    }
    wrong.sort();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
