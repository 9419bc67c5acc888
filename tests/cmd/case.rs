//! Reads and runs a case.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

/// A command and what it must do.
#[derive(Default)]
struct Step {
    command: String,
    status: i32,
    stdout: Vec<String>,
    stderr: Vec<String>,
}

/// Runs a case; what goes wrong comes back in sentences.
pub fn run(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).expect("the case can be read");
    let folder = start();
    let mut wrong = Vec::new();
    for step in steps(&text) {
        let output = shell(folder.path(), &step.command)
            .output()
            .expect("the shell runs");
        let status = output.status.code().unwrap_or(-1);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut complain = |what: String| wrong.push(format!("{name}: $ {}\n{what}", step.command));
        if status != step.status {
            let stderr = String::from_utf8_lossy(&output.stderr);
            complain(format!(
                "ended with {status}, not {}\n{stderr}",
                step.status
            ));
        }
        for (stream, expected, bytes) in [
            ("stdout", &step.stdout, &output.stdout),
            ("stderr", &step.stderr, &output.stderr),
        ] {
            let text = String::from_utf8_lossy(bytes);
            let lines: Vec<&str> = text.lines().collect();
            if !matches(expected, &lines) {
                complain(format!(
                    "{stream} is\n{text}and should be\n{}\n",
                    expected.join("\n")
                ));
            }
        }
    }
    wrong
}

/// A folder with the files that cases start from.
pub fn start() -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/files"),
        folder.path(),
    );
    folder
}

/// A shell in a folder that finds this build of jmap.
pub fn shell(folder: &Path, command: &str) -> assert_cmd::Command {
    let jmap = PathBuf::from(env!("CARGO_BIN_EXE_jmap"));
    let build = jmap.parent().expect("the program is in a folder").display();
    let path = format!("{build}:{}", std::env::var("PATH").unwrap_or_default());
    let mut shell = assert_cmd::Command::new("sh");
    shell.env("REPO", env!("CARGO_MANIFEST_DIR"));
    shell
        .args(["-c", command])
        .current_dir(folder)
        .env("PATH", path)
        .env_remove("NO_COLOR")
        // A case may call Make, and so may whoever runs the tests: `make test`.
        .env_remove("MAKEFLAGS")
        .env_remove("MAKELEVEL")
        .env_remove("MFLAGS")
        // The day by which dates are judged: 2026-11-01.
        .env("SOURCE_DATE_EPOCH", "1793491200");
    shell.timeout(Duration::from_secs(60));
    shell
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the files of the cases are there") {
        let path = entry.expect("its entries can be read").path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file can be copied");
        }
    }
}

fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for line in text.lines() {
        let (mark, rest) = line.split_at(line.len().min(1));
        let rest = rest.strip_prefix(' ').unwrap_or(rest).to_owned();
        if mark == "$" {
            steps.push(Step {
                command: rest,
                ..Step::default()
            });
            continue;
        }
        let Some(step) = steps.last_mut() else {
            assert!(matches!(mark, "#" | ""), "before the first command: {line}");
            continue;
        };
        match mark {
            "?" => step.status = rest.parse().expect("a status is a number"),
            ">" => step.stdout.push(rest),
            "!" => step.stderr.push(rest),
            "#" | "" => {}
            _ => panic!("a line of no kind: {line}"),
        }
    }
    assert!(!steps.is_empty(), "a case without a command");
    steps
}

fn matches(expected: &[String], lines: &[&str]) -> bool {
    match expected.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == "[...]" => {
            (0..=lines.len()).any(|skipped| matches(rest, &lines[skipped..]))
        }
        Some((first, rest)) => lines
            .split_first()
            .is_some_and(|(line, others)| like(first, line) && matches(rest, others)),
    }
}

fn like(pattern: &str, line: &str) -> bool {
    match pattern.split_once("[..]") {
        None => pattern == line,
        Some((before, after)) => line.strip_prefix(before).is_some_and(|rest| {
            (0..=rest.len()).any(|at| rest.get(at..).is_some_and(|end| like(after, end)))
        }),
    }
}
