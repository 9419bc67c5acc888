//! Golden cases: what jmap says about maps that it refuses. `JMAP_BLESS=1` accepts what it says now.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jmap::check::{FileError, Files};
use jmap::diag::render::{FORMS, Report};
use jmap::diag::{Diagnostic, ERRORS};
use jmap::source;

/// Files that the cases name: small ones, and some that cannot be read for all reasons that there are.
struct Beside;

impl Files for Beside {
    fn read(&self, path: &str, _limit: u64) -> Result<Vec<u8>, FileError> {
        // The beginning of a PNG: signature, then the header with width and height.
        let png = |side: u32| {
            let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
            bytes.extend(side.to_be_bytes());
            bytes.extend(side.to_be_bytes());
            bytes.extend([8, 6, 0, 0, 0]);
            bytes
        };
        match path {
            "small.png" => Ok(png(64)),
            "vast.png" => Ok(png(20_000)),
            "drawing.svg" => Ok(b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()),
            "web.woff2" => Ok(b"wOF2".to_vec()),
            "linked.png" => Err(FileError::Outside),
            "large.png" => Err(FileError::TooLarge),
            "folder" => Err(FileError::NotAFile),
            "secret.png" => Err(FileError::Other("permission denied".to_owned())),
            _ => Err(FileError::NotFound),
        }
    }
}

fn findings(bytes: &[u8]) -> (String, Vec<Diagnostic>) {
    let text = match source::decode(bytes) {
        Ok(text) => text,
        Err(finding) => return (String::from_utf8_lossy(bytes).into_owned(), vec![*finding]),
    };
    let (_, findings) = jmap::read(text, &Beside, &source::Limits::default());
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
        let said = (FORMS[0].print)(
            &[Report {
                name: &name,
                text: &text,
                findings: &findings,
            }],
            false,
        );
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
        .map(|rule| rule.name)
        .filter(|name| !shown.contains(name))
        .collect();
    assert!(missing.is_empty(), "no case shows {missing:?}");
}
