//! Nothing that jmap prints is taken by a CI service for a command: in every command and form, with names of files, texts of maps
//! and arguments that try.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// What GitHub would obey, at the start of a line and within it.
const TRIES: &[&str] = &[
    "::error::owned",
    "  ::add-mask::owned",
    "\u{3000}::stop-commands::owned",
    "a ##[add-matcher]owned",
    "##vso[task.setvariable]owned",
    "a\n::error::owned",
    "a\r::error::owned",
    "a\r\n \t::error file=a::owned",
    "a\u{2028}::error::owned",
];

/// The forms of findings.
const FORMS: &[&str] = &["human", "short", "json", "sarif", "github"];

fn jmap(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jmap"))
        .args(arguments)
        .current_dir(folder)
        .env("SOURCE_DATE_EPOCH", "1793491200")
        .output()
        .expect("jmap runs")
}

/// The lines of what was printed that a CI service would obey and that are none of jmap's own annotations.
fn commands(printed: &[u8], own: bool) -> Vec<String> {
    let text = String::from_utf8_lossy(printed);
    let is_own = |line: &str| {
        let levels = ["::error file=", "::warning file=", "::notice file="];
        let rest = levels.iter().find_map(|level| line.strip_prefix(level));
        own && rest.is_some_and(|rest| rest.contains("::"))
    };
    let is_command = |line: &&str| {
        line.trim_start().starts_with("::") || line.contains("##[") || line.contains("##vso[")
    };
    let lines = text.split(['\n', '\r']);
    let found = lines.filter(is_command).filter(|line| !is_own(line));
    found.map(str::to_owned).collect()
}

/// A folder of maps whose names and texts try: good ones, ones with warnings, and ones with errors.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (at, try_) in TRIES.iter().enumerate() {
        let text = serde_json::to_string(try_).expect("JSON");
        let map = format!(
            "title: {text}\nowner: {text}\ngoals: [{{text: {text}, kpi: k}}]\npersonas: {{p: {{name: {text}, quote: {text}}}}}\n\
             channels: {{c: {text}}}\nkpis: {{k: {{name: {text}, value: 1, target: 2, unit: {text}}}}}\nevidence: {{e: {{name: {text}, kind: survey, n: 3, date: 2020}}}}\n\
             stages:\n- name: {text}\n  touchpoints:\n  - {{name: {text}, channel: c, emotion: -2, id: t, next: [{{to: u, share: 0.5}}, leave]}}\n\
             \x20 - {{name: {text}, channel: c, emotion: 2, id: u}}\n  pain_points: [{{text: {text}, severity: 3}}]\n"
        );
        // One slash ends a name of a file; the texts have none.
        let write = |name: String, text: &str| {
            fs::write(folder.path().join(name), text).expect("a file can be written");
        };
        write(format!("{try_}.yaml"), &map);
        write(
            format!("{try_} {at} silenced.yaml"),
            &format!("{map}x-allow: {{missing-scope: {text}}}\n"),
        );
        write(
            format!("{try_} {at} bad.yaml"),
            &format!("{map}{text}: 1\ntheme: {text}\nstage: {text}\n"),
        );
        write(format!("{try_} {at} none.yaml"), &format!("{try_}\n\0"));
    }
    folder
}

/// The calls of a command that name files, and print what is in them.
fn calls(command: &str) -> Vec<Vec<&str>> {
    let split = |lines: &[&'static str]| -> Vec<Vec<&'static str>> {
        lines.iter().map(|line| line.split(' ').collect()).collect()
    };
    match command {
        "render" => FORMS
            .iter()
            .flat_map(|form| {
                [
                    "",
                    " --check",
                    " -v --deny warnings",
                    " --timings -f svg,pdf",
                ]
                .map(|more| format!("render . -o out/ --format {form}{more}"))
            })
            .map(|line| {
                line.split(' ')
                    .map(|word| &*String::leak(word.to_owned()))
                    .collect()
            })
            .collect(),
        "check" => FORMS
            .iter()
            .flat_map(|form| {
                ["check", "check -v", "check --deny warnings"]
                    .map(|call| format!("{call} . --format {form}"))
            })
            .map(|line| {
                line.split(' ')
                    .map(|word| &*String::leak(word.to_owned()))
                    .collect()
            })
            .collect(),
        "insight" => split(&[
            "insight .",
            "insight . --forecast",
            "insight . --format json --forecast",
            "insight . --format markdown --forecast",
        ]),
        "paper" => split(&[
            "paper .",
            "paper . --landscape",
            "paper . --view exec --format short",
        ]),
        "status" => split(&[
            "status .",
            "status . --format json",
            "status . --format csv",
        ]),
        "new" => split(&["new", "new retail"]),
        "rules" => split(&["rules"]),
        "explain" => split(&["explain missing-goal"]),
        "themes" => split(&["themes"]),
        "schema" => split(&["schema"]),
        "completions" => split(&["completions bash", "completions zsh", "completions fish"]),
        "man" => split(&["man"]),
        "help" => split(&["help", "help render"]),
        other => panic!("{other} is a new command: which of its calls name files?"),
    }
}

/// The commands, as the help lists them.
fn listed() -> Vec<String> {
    let help = jmap(Path::new("."), &["--help"]).stdout;
    let help = String::from_utf8(help).expect("UTF-8");
    let list = help.split("Commands:\n").nth(1).expect("commands");
    let lines = list.lines().take_while(|line| !line.is_empty());
    let names: Vec<String> = lines
        .filter(|line| !line.starts_with("    "))
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect();
    assert!(names.len() >= 12, "{names:?}");
    names
}

#[test]
fn nothing_that_is_printed_is_a_command() {
    let folder = folder();
    let mut wrong = Vec::new();
    let mut look = |arguments: &[&str]| {
        let output = jmap(folder.path(), arguments);
        assert!(
            output.status.code().is_some_and(|code| code <= 2),
            "{arguments:?}"
        );
        let own = arguments.contains(&"github");
        for printed in [output.stdout, output.stderr] {
            let found = commands(&printed, own);
            wrong.extend(
                found
                    .into_iter()
                    .map(|line| format!("{arguments:?}: {line:?}")),
            );
        }
    };
    for command in listed() {
        for call in calls(&command) {
            look(&call);
        }
        for try_ in TRIES {
            let option = format!("--{try_}");
            let value = format!("--output={try_}.txt");
            let file = format!("./{try_}.yaml");
            for argument in [try_, &*option, &*value, &*file] {
                look(&[&*command, argument]);
            }
            look(&[&*command, try_, try_]);
        }
    }
    for try_ in TRIES {
        look(&["new", "retail", "--title", try_]);
        look(&["new", "retail", "-o", try_]);
        look(&[
            "new",
            "retail",
            "-o",
            &format!("{try_} new.yaml"),
            "--title",
            try_,
        ]);
        look(&["schema", "-o", try_]);
        look(&["explain", try_]);
        for option in [
            "--persona",
            "--stage",
            "--lane",
            "--blank",
            "--theme",
            "--font",
            "--deny",
            "--limit",
            "--with",
            "--depfile",
            "--paper",
        ] {
            let name = format!("{}.yaml", TRIES[0]);
            look(&["render", &name, "-o", "one.svg", option, try_]);
        }
    }
    assert!(
        wrong.is_empty(),
        "{} lines\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_command_is_found_by_the_test() {
    for try_ in TRIES.iter().filter(|try_| !try_.contains('\u{2028}')) {
        assert_eq!(
            commands(format!("a\n{try_}\nb").as_bytes(), true).len(),
            1,
            "{try_}"
        );
    }
    assert!(commands(b"::error file=a,line=1::b\n", true).is_empty());
    assert_eq!(commands(b"::error file=a,line=1::b\n", false).len(), 1);
    let tried: BTreeSet<_> = TRIES.iter().collect();
    assert_eq!(tried.len(), TRIES.len());
}
