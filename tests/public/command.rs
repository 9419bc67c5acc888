//! The command: all files that it writes are the same whatever the map says where it is internal.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use jmap::check::Files;

use crate::Beside;

/// A map with something internal of many kinds, in a season of words, names of files and letters.
fn map(season: usize) -> String {
    let [word, picture, number] = [
        ["zqsecret", "zqpicture.png", "70001"],
        ["wv 保密的事 longer", "wv.png", "8"],
    ][season];
    format!(
        "title: Open map
personas: {{ana: Ana, spy: {{name: {word}, image: {picture}, internal: true}}}}
channels: {{web: Web, back: {{name: {word}, internal: true}}}}
scope: {{from: {word}, internal: true}}
kpis: {{margin: {{name: {word}, value: {number}, target: 2, internal: true}}}}
stages:
  - name: Open stage
    touchpoints:
      - {{name: Open ask, channel: web, emotion: -1, pain_points: {{text: Open queue, id: queue}}}}
      - {{name: {word}, channel: back, emotion: 1, image: {picture}, internal: true}}
      - {{name: Open ask, channel: web, emotion: 1, opportunities: {{text: {word}, solves: queue, internal: true}}}}
"
    )
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut jmap = Command::new(env!("CARGO_BIN_EXE_jmap"));
    jmap.args(args)
        .current_dir(folder)
        .output()
        .expect("jmap runs")
}

/// A folder with the map, its picture and a folder of fonts.
fn folder(season: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let picture = Files::read(&Beside, "small.png", 1 << 20).expect("a picture");
    for name in ["zqpicture.png", "wv.png"] {
        fs::write(folder.path().join(name), &picture).expect("a file");
    }
    fs::write(folder.path().join("map.yaml"), map(season)).expect("a map");
    fs::create_dir(folder.path().join("fonts")).expect("a folder");
    for font in fs::read_dir(root.join("maps/fonts")).expect("fonts") {
        let font = font.expect("a font").path();
        if font
            .extension()
            .is_some_and(|ending| ending == "ttf" || ending == "otf")
        {
            let name = font.file_name().expect("a name");
            fs::copy(&font, folder.path().join("fonts").join(name)).expect("a font");
        }
    }
    folder
}

#[test]
fn every_file_is_the_same_whatever_is_internal() {
    let folders = [folder(0), folder(1)];
    let files = ["out/map.svg", "out/map.pdf", "out/map.png", "out/map.d"];
    let mut written: Vec<Vec<Vec<u8>>> = Vec::new();
    for folder in &folders {
        let path = folder.path();
        let args = [
            "render",
            "map.yaml",
            "-o",
            "out/",
            "-f",
            "svg,pdf,png",
            "--public",
            "--font",
            "fonts",
            "--depfile",
            "out/map.d",
        ];
        let done = run(path, &args);
        assert!(done.status.success(), "{done:?}");
        let check = run(
            path,
            &[
                "render",
                "map.yaml",
                "-o",
                "out/",
                "-f",
                "svg,pdf,png",
                "--public",
                "--font",
                "fonts",
                "--check",
            ],
        );
        assert!(check.status.success(), "{check:?}");
        let status = run(path, &["status", ".", "--format", "json"]);
        let list: serde_json::Value = serde_json::from_slice(&status.stdout).expect("a list");
        let outputs = list[0]["outputs"].as_array().expect("outputs");
        assert_eq!(outputs.len(), 3);
        assert!(
            outputs.iter().all(|output| output["stale"].is_null()),
            "{list}"
        );
        written.push(
            files
                .map(|file| fs::read(path.join(file)).expect("a file"))
                .to_vec(),
        );
    }
    for ((file, here), there) in files.iter().zip(&written[0]).zip(&written[1]) {
        assert!(here == there, "{file} depends on what is internal");
        let text = String::from_utf8_lossy(here);
        for planted in ["zqsecret", "zqpicture"] {
            assert!(!text.contains(planted), "{file}");
        }
    }
    assert!(String::from_utf8_lossy(&written[0][3]).contains("map.yaml"));
    // In the open, each of them differs.
    let open: Vec<Vec<Vec<u8>>> = folders
        .iter()
        .map(|folder| {
            let args = [
                "render",
                "map.yaml",
                "-o",
                "out/",
                "-f",
                "svg,pdf,png",
                "--font",
                "fonts",
                "--depfile",
                "out/map.d",
            ];
            assert!(run(folder.path(), &args).status.success());
            files
                .map(|file| fs::read(folder.path().join(file)).expect("a file"))
                .to_vec()
        })
        .collect();
    for ((file, here), there) in files.iter().zip(&open[0]).zip(&open[1]) {
        assert!(here != there, "{file}");
    }
}
