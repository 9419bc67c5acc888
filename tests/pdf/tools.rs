//! Programs of others that read PDFs. Where one is not at hand, what it would show is not looked at, and the test says so.

use std::path::Path;
use std::process::Command;

/// What a program said of a file: on standard output, on standard error.
pub fn ask(
    program: &str,
    before: &[&str],
    file: &Path,
    after: &[&str],
) -> Option<(String, String)> {
    let asked = Command::new(program)
        .args(before)
        .arg(file)
        .args(after)
        .output();
    let Ok(said) = asked else {
        println!(
            "no {program} here: what it would say of {} is skipped",
            file.display()
        );
        return None;
    };
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, err) = (text(&said.stdout), text(&said.stderr));
    assert!(said.status.success(), "{program}: {out}{err}");
    Some((out, err))
}
