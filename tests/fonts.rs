//! Fonts that unfold into more than any machine can draw, and tables that claim what no font has, end in a sentence.
#![cfg(unix)]

// The fuzz target uses the rest of it.
#[allow(dead_code)]
#[path = "../fuzz/src/fonts/mod.rs"]
mod fonts;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use fonts::{Features, Outlines, Subtable, font};

const MAP: &str = "title: あい う
personas: {a: か}
channels: {w: W}
stages: [{name: S, touchpoints: [{name: ああ, channel: w, emotion: 1}]}]
";

/// Ways to draw a map, or to look at it.
const WAYS: [&[&str]; 8] = [
    &["render", "-f", "svg"],
    &["render", "-f", "svg", "--text", "outlines"],
    &["render", "-f", "pdf"],
    &["render", "-f", "pdf", "--text", "outlines"],
    &["render", "-f", "png"],
    &["render", "-f", "svg", "--text", "system"],
    &["check"],
    &["paper"],
];

/// Kilobytes of addresses, of which a program has more than of memory, and seconds of the processor: what never ends is ended.
const ENDS: &str = "ulimit -v 1500000; ulimit -t 60";

fn jmap(folder: &Path, arguments: &[&str]) -> Output {
    Command::new("sh")
        .args([
            "-c",
            &format!("{ENDS}; exec \"$0\" \"$@\""),
            env!("CARGO_BIN_EXE_jmap"),
        ])
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("a run")
}

/// What a run says: findings of `check` are its output.
fn words(output: &Output) -> String {
    let text = [&output.stdout[..], &output.stderr].concat();
    String::from_utf8_lossy(&text).into_owned()
}

fn sound() -> Features {
    Features::of(
        vec![
            (Subtable::Multiple(1, vec![1, 1]), 1),
            (Subtable::Single(1, 1), 2),
        ],
        1,
    )
}

/// Names of fonts, the fonts, and what is said of each.
fn bombs() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let plain = Outlines::Components(0, 0);
    let none = Features::default();
    let with = |lookups, named| font(&plain, &Features::of(lookups, named));
    let grows = |times: usize| -> Vec<(Subtable, u16)> {
        vec![(Subtable::Multiple(1, vec![1; 40]), 1); times]
    };
    // Each calls the one before twice, up to one that does nothing.
    let calls: Vec<(Subtable, u16)> = std::iter::once((Subtable::Single(1, 1), 1))
        .chain((0..60).map(|below| (Subtable::Context(1, vec![below, below], 200), 30)))
        .collect();
    vec![
        (
            "components",
            font(&Outlines::Components(30, 6), &none),
            "--limit glyph=",
        ),
        (
            "deep",
            font(&Outlines::Components(60, 2), &none),
            "--limit glyph=",
        ),
        (
            "subroutines",
            font(&Outlines::Subroutines(9, 16), &none),
            "--limit glyph=",
        ),
        (
            "global",
            font(&Outlines::Global(9, 16), &none),
            "--limit glyph=",
        ),
        // skrifa follows subroutines 10 deep, krilla's subsetter 64.
        (
            "deeper",
            font(&Outlines::Subroutines(60, 2), &none),
            "--limit glyph=",
        ),
        ("growing", with(grows(20), 1), "dozens of glyphs"),
        ("growing-often", with(grows(20), 100), "dozens of glyphs"),
        ("calling", with(calls, 1), "--limit shaping="),
        (
            "circling",
            with(vec![(Subtable::Context(1, vec![0, 0, 0], 400), 400)], 1),
            "--limit shaping=",
        ),
        (
            "shared",
            with(vec![(Subtable::Ligature(1, 4, 2000), 2000)], 2000),
            "--limit lookups=",
        ),
        (
            "rules",
            with(vec![(Subtable::Context(1, vec![0; 6], 3000), 300)], 20),
            "--limit lookups=",
        ),
    ]
}

#[test]
fn a_font_that_unfolds_ends_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    fs::write(folder.join("map.yaml"), MAP).expect("a map");
    let mut tried = 0;
    for (name, bytes, limit) in bombs() {
        println!("{name}: {} bytes", bytes.len());
        assert!(bytes.len() < 100_000);
        let file = format!("{name}.otf");
        fs::write(folder.join(&file), &bytes).expect("a font");
        fs::write(folder.join("own.yaml"), format!("{MAP}fonts: [{file}]\n")).expect("a map");
        fs::write(folder.join("theme.yaml"), format!("fonts: [{file}]\n")).expect("a theme");
        for way in WAYS {
            for from in [
                &["own.yaml"][..],
                &["map.yaml", "--theme", "theme.yaml"],
                &["map.yaml", "--font", &file],
            ] {
                // A theme's font and one of the command line are the map's own from there on.
                if from.len() > 1 && ![WAYS[0], WAYS[6]].contains(&way) {
                    continue;
                }
                let arguments = [way, from].concat();
                let output = jmap(folder, &arguments);
                let said = words(&output);
                println!("{arguments:?} {:?} {said}", output.status);
                assert!(
                    matches!(output.status.code(), Some(1 | 2)),
                    "{arguments:?}: {:?} {said}",
                    output.status
                );
                assert!(said.contains(name), "{arguments:?}: {said}");
                assert!(said.contains(limit), "{arguments:?}: {said}");
                tried += 1;
            }
        }
        fs::remove_file(folder.join(&file)).expect("no font");
    }
    println!("{tried} runs");
}

#[test]
fn sound_fonts_are_drawn() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    for outlines in [
        Outlines::Components(3, 3),
        Outlines::Subroutines(5, 2),
        Outlines::Global(5, 2),
    ] {
        fs::write(folder.join("font.otf"), font(&outlines, &sound())).expect("a font");
        fs::write(folder.join("own.yaml"), format!("{MAP}fonts: [font.otf]\n")).expect("a map");
        for way in WAYS {
            let output = jmap(folder, &[way, &["own.yaml"]].concat());
            let said = words(&output);
            assert!(output.status.success(), "{outlines:?} {way:?}: {said}");
        }
    }
}

#[test]
fn the_other_maps_go_on_and_a_limit_can_be_raised() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    // 4 components 8 levels deep are some 350,000 steps.
    fs::write(
        folder.join("font.otf"),
        font(&Outlines::Components(8, 4), &sound()),
    )
    .expect("a font");
    fs::write(folder.join("own.yaml"), format!("{MAP}fonts: [font.otf]\n")).expect("a map");
    fs::write(
        folder.join("other.yaml"),
        MAP.replace(['あ', 'い', 'う', 'か'], "A"),
    )
    .expect("a map");
    let output = jmap(folder, &["render", "own.yaml", "other.yaml", "-o", "out/"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(folder.join("out/other.svg").exists() && !folder.join("out/own.svg").exists());
    let output = jmap(
        folder,
        &[
            "render",
            "own.yaml",
            "--limit",
            "glyph=400000",
            "-o",
            "out/",
        ],
    );
    let said = words(&output);
    assert!(output.status.success(), "{said}");
    let output = jmap(
        folder,
        &[
            "render",
            "own.yaml",
            "--limit",
            "glyph=400000",
            "--limit",
            "glyphs=400000",
            "-o",
            "out/",
        ],
    );
    let said = words(&output);
    assert!(
        output.status.code() == Some(1) && said.contains("--limit glyphs="),
        "{said}"
    );
}

#[test]
fn what_a_font_claims_is_not_believed() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let sound = font(&Outlines::Components(1, 2), &Features::default());
    fs::write(folder.join("own.yaml"), format!("{MAP}fonts: [font.otf]\n")).expect("a map");
    let with = |characters: Vec<u8>| -> Vec<u8> {
        // The table is put behind the file, and the directory leads there.
        let mut file = sound.clone();
        let record = (12..)
            .step_by(16)
            .find(|&at| file[at..].starts_with(b"cmap"))
            .expect("cmap");
        let place = (file.len() as u32).to_be_bytes();
        file[record + 8..record + 12].copy_from_slice(&place);
        file[record + 12..record + 16].copy_from_slice(&(characters.len() as u32).to_be_bytes());
        file.extend(characters);
        file
    };
    for (groups, glyph, told) in [
        (1, u32::MAX, "U+3042"),
        (1, 0x1_0002, "U+3042"),
        (5000, 2, "more characters than there are"),
    ] {
        fs::write(
            folder.join("font.otf"),
            with(fonts::characters(groups, glyph)),
        )
        .expect("a font");
        for way in WAYS {
            let output = jmap(folder, &[way, &["own.yaml"]].concat());
            let said = words(&output);
            assert!(
                matches!(output.status.code(), Some(0 | 1)),
                "{way:?}: {said}"
            );
            assert!(said.contains(told), "{way:?}: {said}");
        }
    }
}
