//! What may stand in a report.

use std::fs;
use std::process::Command;

use jmap::diag::Diagnostic;
use jmap::diag::render::{FORMS, Report};
use jmap::unseen::{is_hidden, is_obeyed};
use serde_json::Value;

/// A name that a file may have.
const NAME: &str = "::error::a\n\u{1B}[31m\u{202E},b%\"<c>.yaml";

/// Asserts that no form of what was found is obeyed by a terminal or taken for anything else.
pub fn assert_safe(text: &str, findings: &[Diagnostic]) {
    for form in FORMS {
        let report = Report {
            name: NAME,
            text,
            findings,
            silenced: &[],
        };
        for color in [false, true] {
            let printed = (form.print)(&[report], color);
            assert_plain(&without_color(&printed), form.name);
            let mut lines = printed.lines();
            match form.name {
                "json" => drop(parsed(&printed)),
                "sarif" => assert_sarif(&parsed(&printed)),
                "github" => {
                    let commands = ["::error file=", "::warning file=", "::notice file="];
                    let known = |line: &str| commands.iter().any(|start| line.starts_with(start));
                    // What GitHub would show no annotation of are lines of the log.
                    let plain =
                        |line: &str| !line.trim_start().starts_with("::") && !line.contains("##[");
                    assert!(lines.all(|line| known(line) || plain(line)), "{printed}");
                }
                _ => assert_no_command(&printed),
            }
        }
    }
}

/// Asserts the same of what the other commands print.
pub fn assert_told(yaml: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("map.yaml"), yaml).expect("a file");
    let png = jmap::check::Files::read(&crate::Beside, "small.png", 1 << 20);
    fs::write(folder.path().join("small.png"), png.expect("a picture")).expect("a file");
    let font = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/maps/fonts/NotoSansArabic-Regular.ttf"
    );
    fs::copy(font, folder.path().join("some.ttf")).expect("a font");
    let told = |args: &[&str]| {
        let mut jmap = Command::new(env!("CARGO_BIN_EXE_jmap"));
        let output = jmap.args(args).current_dir(folder.path()).output();
        let output = output.expect("jmap runs");
        assert!(
            output.status.code().is_some_and(|code| code < 2),
            "{args:?}: {output:?}"
        );
        let said = String::from_utf8(output.stderr).expect("text");
        assert_plain(&said, "standard error");
        let text = String::from_utf8(output.stdout).expect("text");
        assert!(!text.is_empty(), "{args:?}: {said}");
        assert_plain(&text, &args.join(" "));
        text
    };
    assert_no_command(&told(&["insight", "map.yaml"]));
    assert_no_command(&told(&["status", "."]));
    parsed(&told(&["insight", "map.yaml", "--format", "json"]));
    parsed(&told(&["status", ".", "--format", "json"]));

    let markdown = told(&["insight", "map.yaml", "--format", "markdown"]);
    assert!(!markdown.contains('<'), "{markdown}");
    let bars = |line: &str| {
        line.replace("\\\\", "")
            .replace("\\|", "")
            .matches('|')
            .count()
    };
    let mut tables = markdown.split("\n\n").filter(|part| part.starts_with('|'));
    let even = |table: &str| {
        table
            .lines()
            .all(|line| bars(line) == bars(table.lines().next().unwrap_or_default()))
    };
    assert!(tables.all(even), "{markdown}");

    let list = told(&["status", ".", "--format", "csv"]);
    let mut rows = csv::Reader::from_reader(list.as_bytes());
    for row in rows.records() {
        let row = row.expect("a row");
        assert_eq!(row.len(), 17);
        assert!(
            row.iter()
                .all(|cell| !cell.starts_with(['=', '+', '-', '@'])),
            "{list}"
        );
    }
}

/// Asserts that GitHub takes no line for a command to it.
fn assert_no_command(printed: &str) {
    let is_command = |line: &str| {
        ["::", "##["]
            .iter()
            .any(|start| line.trim_start().starts_with(start))
    };
    assert!(!printed.lines().any(is_command), "{printed}");
}

/// Asserts that a terminal shows all of a text, in the order in which it stands there.
fn assert_plain(text: &str, about: &str) {
    let harmless = |c: char| {
        c == '\n'
            || matches!(
                c,
                '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{2066}'..='\u{2069}'
            )
    };
    let odd = text
        .chars()
        .find(|c| (is_obeyed(*c) && !harmless(*c)) || is_hidden(*c));
    assert_eq!(odd, None, "{about}: {text}");
    assert!(
        text.lines().all(jmap::unseen::is_balanced),
        "{about}: {text}"
    );
}

/// The text without the colours that the printer itself sets.
fn without_color(printed: &str) -> String {
    let mut parts = printed.split('\u{1B}');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find('m').expect("the end of a colour");
        let setting = &part[..end];
        assert!(
            setting.starts_with('[')
                && setting[1..].chars().all(|c| c.is_ascii_digit() || c == ';'),
            "{part}"
        );
        text.push_str(&part[end + 1..]);
    }
    text
}

fn parsed(printed: &str) -> Value {
    serde_json::from_str(printed).unwrap_or_else(|why| panic!("{why}: {printed}"))
}

/// SARIF makes links of `[a](b)` even in plain text (section 3.11.6).
fn assert_sarif(log: &Value) {
    for result in log["runs"][0]["results"].as_array().expect("results") {
        let text = result["message"]["text"].as_str().expect("a text");
        assert!(!text.contains("]("), "{text}");
    }
}
