//! The forms for programs, from real runs: SARIF holds against its schema, and docs/messages.md shows what jmap prints.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn jmap(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jmap"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("jmap runs")
}

/// The log of a run, from the stream where it goes.
fn parsed(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("one JSON document")
}

/// The schema of SARIF.
struct Sarif(Schemas, SchemaIndex);

impl Sarif {
    fn read() -> Sarif {
        let path = Path::new(ROOT).join("tests/sarif/sarif-schema-2.1.0.json");
        let text = fs::read_to_string(path).expect("the schema");
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let schema = serde_json::from_str(&text).expect("JSON");
        let name = "file:///sarif-schema-2.1.0.json";
        compiler.add_resource(name, schema).expect("a schema");
        let index = compiler.compile(name, &mut schemas).expect("it compiles");
        Sarif(schemas, index)
    }

    fn accept(&self, log: &Value) {
        let valid = self.0.validate(log, self.1);
        assert!(valid.is_ok(), "{}\n{log:#}", valid.unwrap_err());
    }
}

/// A folder with maps in which much is found, and some names are odd.
fn maps() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let write = |name: &str, text: &[u8]| {
        fs::write(folder.path().join(name), text).expect("a file can be written");
    };
    let files = Path::new(ROOT).join("tests/cmd/files");
    let read = |name: &str| fs::read_to_string(files.join(name)).expect("a map");
    let good = read("good.yaml");
    write("good.yaml", good.as_bytes());
    write("bad.yaml", read("bad.yaml").as_bytes());
    let goals = "goals: {text: Two of three new members borrow again within a month, kpi: again}";
    assert!(good.contains(goals), "good.yaml has other goals");
    let quiet = good.replace(goals, "x-allow: {missing-goal: \"to be agreed, in May\"}");
    write("schöne neue Karte (100 %).yaml", quiet.as_bytes());
    let info = good.replace(goals, "check: {missing-goal: info}") + "theme: \"ein Thema.yaml\"\n";
    write("info.yml", info.as_bytes());
    write("warning.yaml", good.replace(goals, "").as_bytes());
    write(
        "twice.yaml",
        good.replace(goals, "lang: en\nlang: de").as_bytes(),
    );
    write("latin 1.yaml", b"title: \xfc\n");
    write("ein Thema.yaml", b"colour: red\n");
    folder
}

#[test]
fn sarif_of_real_runs_is_valid() {
    let (schema, folder) = (Sarif::read(), maps());
    let output = jmap(folder.path(), &["check", ".", "--format", "sarif"]);
    let log = parsed(&output.stdout);
    schema.accept(&log);
    let results = log["runs"][0]["results"].as_array().expect("results");
    // GitHub would open alerts of what is silenced.
    assert!(
        results
            .iter()
            .all(|result| result["suppressions"] == json!([]))
    );
    let output = jmap(
        folder.path(),
        &["check", ".", "--format", "sarif", "--verbose"],
    );
    let log = parsed(&output.stdout);
    schema.accept(&log);
    let results = log["runs"][0]["results"].as_array().expect("results");
    for level in ["error", "warning", "note"] {
        assert!(
            results.iter().any(|result| result["level"] == level),
            "{level}"
        );
    }
    let has = |key: &str| results.iter().any(|result| result[key] != json!([]));
    assert!(has("relatedLocations") && has("suppressions"), "{log:#}");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    for uri in [
        "sch%C3%B6ne%20neue%20Karte%20%28100%20%25%29.yaml",
        "latin%201.yaml",
    ] {
        assert!(printed.contains(&format!("\"uri\": \"{uri}\"")), "{uri}");
    }

    // Every error there is, and nothing.
    let output = jmap(
        Path::new(ROOT),
        &["check", "tests/cases/errors", "--format", "sarif"],
    );
    let log = parsed(&output.stdout);
    schema.accept(&log);
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array();
    assert!(rules.is_some_and(|rules| rules.len() >= 30), "{log:#}");
    let output = jmap(folder.path(), &["check", "good.yaml", "--format", "sarif"]);
    let log = parsed(&output.stdout);
    schema.accept(&log);
    assert_eq!(log["runs"][0]["results"], json!([]));
}

#[test]
fn the_schema_refuses_what_is_not_sarif() {
    let (schema, folder) = (Sarif::read(), maps());
    let output = jmap(folder.path(), &["check", "bad.yaml", "--format", "sarif"]);
    let log = parsed(&output.stdout);
    for (place, wrong) in [
        ("/runs/0/results/0/level", json!("info")),
        (
            "/runs/0/results/0/locations/0/physicalLocation/region/startLine",
            json!(0),
        ),
        (
            "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri",
            json!("a b.yaml"),
        ),
        ("/runs/0/columnKind", json!("characters")),
    ] {
        let mut log = log.clone();
        *log.pointer_mut(place).expect("the place is there") = wrong;
        assert!(schema.0.validate(&log, schema.1).is_err(), "{place}");
    }
}

#[test]
fn what_render_finds_is_a_document_on_standard_error() {
    let (schema, folder) = (Sarif::read(), maps());
    let render = [
        "render",
        "bad.yaml",
        "warning.yaml",
        "-o",
        "out/",
        "--format",
    ];
    let output = jmap(folder.path(), &[&render[..], &["sarif"]].concat());
    assert!(output.stdout.is_empty());
    schema.accept(&parsed(&output.stderr));
    let output = jmap(folder.path(), &[&render[..], &["json"]].concat());
    assert_eq!(parsed(&output.stderr)[0]["rule"], "unknown-key");
    assert_eq!(
        jmap(folder.path(), &["render", "good.yaml", "--format", "json"]).stderr,
        b"[]\n"
    );
}

#[test]
fn places_in_json_are_those_of_the_text() {
    let folder = maps();
    let output = jmap(folder.path(), &["check", ".", "--format", "json"]);
    let found = parsed(&output.stdout);
    let found = found.as_array().expect("an array");
    let twice: Vec<_> = found
        .iter()
        .filter(|value| value["file"] == "twice.yaml")
        .collect();
    let [twice] = twice[..] else {
        panic!("{found:#?}")
    };
    let text = fs::read_to_string(folder.path().join("twice.yaml")).expect("the map");
    for place in [twice, &twice["labels"][0]] {
        let number = |key: &str| place[key].as_u64().expect("a number") as usize;
        assert_eq!(&text[number("start")..number("end")], "lang");
        let line = text.lines().nth(number("line") - 1).expect("the line");
        assert_eq!(
            &line[number("column") - 1..number("end_column") - 1],
            "lang"
        );
    }
}

#[test]
fn the_page_shows_what_is_printed() {
    let page = fs::read_to_string(Path::new(ROOT).join("docs/messages.md")).expect("the page");
    let fenced = |language: &str| -> Vec<String> {
        let fence = format!("```{language}\n");
        let blocks = page.split(&fence).skip(1);
        let code = blocks.map(|rest| rest.split("```").next().unwrap_or_default());
        code.map(str::to_owned).collect()
    };
    let folder = TempDir::new().expect("a folder");
    let [map] = &fenced("yaml")[..] else {
        panic!("one map")
    };
    fs::write(folder.path().join("map.yaml"), map).expect("a file can be written");
    let examples = fenced("console");
    assert_eq!(examples.len(), 4, "an example for each form but SARIF");
    for example in examples {
        let (command, expected) = example.split_once('\n').expect("a command and its output");
        let words: Vec<_> = command.split(' ').skip(2).collect();
        let output = jmap(folder.path(), &words);
        let printed = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(printed.trim_end(), expected.trim_end(), "{command}");
    }
}
