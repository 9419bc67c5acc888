//! The command line, as cases in files.
//!
//! A case starts in a folder of its own with a copy of `tests/cmd/files/`; `$REPO` is this repository. Its lines: `$ ` a command for the shell,
//! `? ` its exit status (0 where there is none), `> ` standard output, `! ` standard error, `# ` a remark. In what is
//! printed `[..]` stands for anything within a line, and a line of `[...]` for any lines.
#![cfg(unix)]

#[path = "cmd/case.rs"]
mod case;
#[path = "cmd/files.rs"]
mod files;

use std::fs;
use std::path::Path;

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/cases");
    let mut cases: Vec<_> = fs::read_dir(&folder)
        .expect("the folder of cases is there")
        .map(|entry| entry.expect("its entries can be read").path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 10, "only {} cases found", cases.len());
    let wrong: Vec<String> = cases.iter().flat_map(|case| case::run(case)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
