//! However jmap is ended, a file is the old one or the new one, whole.
//!
//! `JMAP_KILLS=200` says how often; `make killed`.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How often it is killed if nothing else is said.
const USUAL: u32 = 24;

/// What jmap is asked to write: one file and one format after another, then several formats, and sheets.
const FORMS: [(&str, &[&str]); 4] = [
    ("one.svg", &["-f", "svg"]),
    ("one.pdf", &["-f", "pdf"]),
    ("one.png", &["-f", "png", "--resolution", "60"]),
    ("one.pdf", &["-f", "pdf", "--paper", "a2", "--tile", "a4"]),
];

fn start(folder: &Path, map: &str, (output, options): (&str, &[&str])) -> Child {
    let mut jmap = Command::new(env!("CARGO_BIN_EXE_jmap"));
    jmap.current_dir(folder).args(["render", map, "-o", output]);
    jmap.args(options)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    jmap.spawn().expect("jmap starts")
}

/// The next of a row of numbers that look random and are the same in every run (SplitMix64).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// The names in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let name = |entry: std::io::Result<fs::DirEntry>| {
        let name = entry.expect("its entries").file_name();
        name.into_string().expect("a name of this test")
    };
    entries.map(name).collect()
}

#[test]
fn a_killed_render_leaves_the_old_file_or_the_new_one() {
    let wanted = std::env::var("JMAP_KILLS").ok();
    let kills = wanted.map_or(USUAL, |text| text.parse().expect("JMAP_KILLS is a number"));
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps/energy-coop.yaml");
    let map = fs::read_to_string(map).expect("a map");
    fs::write(folder.join("one.yaml"), &map).expect("a file");
    fs::write(folder.join("two.yaml"), map.replace("Joining", "Leaving")).expect("a file");

    // What each of the maps becomes, and how long that takes.
    let mut known = Vec::new();
    for form in FORMS {
        let mut made = ["one.yaml", "two.yaml"].map(|map| {
            let begun = Instant::now();
            let status = start(folder, map, form).wait().expect("it ends");
            assert!(status.success(), "{form:?}");
            let took = begun.elapsed();
            (fs::read(folder.join(form.0)).expect("a drawing"), took)
        });
        assert!(made[0].0 != made[1].0, "the two differ");
        made[0].1 = made[0].1.min(made[1].1);
        known.push(made);
    }

    let (mut state, mut old, mut new, mut dead) = (0x6A6D_6170, 0, 0, 0);
    for kill in 0..kills {
        let which = kill as usize % FORMS.len();
        let form = FORMS[which];
        let [(before, took), (after, _)] = &known[which];
        let output = folder.join(form.0);
        fs::write(&output, before).expect("the old file");
        // From the first moment to some time after the last; every other one where the file is written, at the end.
        let part = next(&mut state) as f64 / u64::MAX as f64;
        let part = if kill % 2 == 0 {
            part * 1.1
        } else {
            0.85 + 0.25 * part
        };
        let mut jmap = start(folder, "two.yaml", form);
        std::thread::sleep(took.mul_f64(part).max(Duration::from_micros(1)));
        jmap.kill().expect("it can be killed, or has ended");
        let status = jmap.wait().expect("it has ended");
        dead += u32::from(status.signal().is_some());
        let left = fs::read(&output).expect("a file is there, always");
        match left {
            _ if left == *before => old += 1,
            _ if left == *after => new += 1,
            _ => panic!("kill {kill} left {} bytes of {form:?}", left.len()),
        }
    }
    let left = names(folder);
    let leftover = left.iter().filter(|name| name.starts_with(".jmap-"));
    let leftover = leftover.count();
    println!(
        "{kills} renders: {dead} killed before they ended, {old} files old, {new} new, {leftover} unfinished beside them"
    );
    assert_eq!(old + new, kills);
    assert!(old > 0 && dead > 0, "none was killed in time");
    let others = left.iter().filter(|name| !name.starts_with(".jmap-"));
    let others: Vec<&String> = others.collect();
    assert_eq!(
        others,
        ["one.pdf", "one.png", "one.svg", "one.yaml", "two.yaml"]
    );
    // What is left over hinders nothing.
    let status = start(folder, ".", ("posters/", &["-f", "svg"])).wait();
    assert!(status.expect("it ends").success());
    assert_eq!(names(&folder.join("posters")).len(), 2);
}
