//! Golden cases: what jmap says about maps that it refuses. `JMAP_BLESS=1` accepts what it says now.

mod beside;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jmap::diag::render::{Entry, FORMS, Report};
use jmap::diag::{Diagnostic, ERRORS, INTERNAL_MAP, TOO_SMALL_TO_READ, UNFIT_FOR_PDF};
use jmap::source;

use beside::Beside;

fn findings(bytes: &[u8]) -> (String, Vec<Diagnostic>) {
    let text = match source::decode(bytes) {
        Ok(text) => text,
        Err(finding) => return (String::from_utf8_lossy(bytes).into_owned(), vec![*finding]),
    };
    let (_, findings) = jmap::read(text, &Beside, &source::Limits::default()).judged();
    (text.to_owned(), findings)
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/errors");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

fn with_extension(extension: &str) -> Vec<PathBuf> {
    cases()
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .collect()
}

#[test]
fn every_case_is_told_as_agreed() {
    let mut wrong = Vec::new();
    for path in with_extension("yaml") {
        let (text, findings) = findings(&fs::read(&path).unwrap());
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(!findings.is_empty(), "{name} shows nothing");
        let report = Report {
            name: &name,
            text: &text,
            findings: &findings,
            silenced: &[],
        };
        // One by one: of many of a rule this form would tell but the first ones.
        let alone = |entry: Entry| {
            let findings = std::slice::from_ref(entry.finding);
            (FORMS[0].print)(&[Report { findings, ..report }], false)
        };
        let said: String = report.entries().into_iter().map(alone).collect();
        let golden = path.with_extension("diag");
        if std::env::var_os("JMAP_BLESS").is_some() {
            fs::write(&golden, &said).unwrap();
        } else if fs::read_to_string(&golden).ok().as_deref() != Some(&said) {
            wrong.push(format!("{name} now says:\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_golden_is_orphaned() {
    for golden in with_extension("diag") {
        assert!(
            golden.with_extension("yaml").exists(),
            "{} has no case",
            golden.display()
        );
    }
}

#[test]
fn every_error_is_shown_by_a_case() {
    let shown: BTreeSet<&str> = with_extension("yaml")
        .iter()
        .flat_map(|path| findings(&fs::read(path).unwrap()).1)
        .map(|finding| finding.rule.name)
        .collect();
    let missing: Vec<_> = ERRORS
        .iter()
        // A map alone does not tell: shown in tests/pdf.rs, tests/laws/paper.rs and tests/cmd/cases/public.txt.
        .filter(|rule| ![&UNFIT_FOR_PDF, &INTERNAL_MAP, &TOO_SMALL_TO_READ].contains(rule))
        .map(|rule| rule.name)
        .filter(|name| !shown.contains(name))
        .collect();
    assert!(missing.is_empty(), "no case shows {missing:?}");
}
