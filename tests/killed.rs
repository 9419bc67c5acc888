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
const USUAL: u32 = 18;

/// What jmap is asked to write.
const FORMS: [(&str, &[&str]); 3] = [
    ("one.svg", &["-f", "svg"]),
    ("one.pdf", &["-f", "pdf"]),
    ("one.png", &["-f", "png", "--dpi", "40"]),
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

fn is_unfinished(name: &str) -> bool {
    name.starts_with(".jmap-")
}

fn unfinished_in(folder: &Path) -> usize {
    let names = names(folder);
    names.iter().filter(|name| is_unfinished(name)).count()
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

    let (mut state, mut old, mut new, mut dead, mut unfinished) = (0x6A6D_6170, 0, 0, 0, 0);
    for kill in 0..kills {
        let which = kill as usize % FORMS.len();
        let form = FORMS[which];
        let [(before, took), (after, _)] = &known[which];
        let output = folder.join(form.0);
        fs::write(&output, before).expect("the old file");
        let part = next(&mut state) as f64 / u64::MAX as f64;
        let mut jmap = start(folder, "two.yaml", form);
        if kill % 2 == 0 {
            // At any moment, from the first to some time after the last.
            std::thread::sleep(took.mul_f64(part * 1.1));
        } else {
            // While the file is written, and what follows.
            while unfinished_in(folder) == 0 && jmap.try_wait().expect("its state").is_none() {}
            let (seen, wait) = (
                Instant::now(),
                Duration::from_micros((part * part * 150.0) as u64),
            );
            while seen.elapsed() < wait {}
        }
        jmap.kill().expect("it can be killed, or has ended");
        let status = jmap.wait().expect("it has ended");
        dead += u32::from(status.signal().is_some());
        unfinished += unfinished_in(folder);
        match fs::read(&output).expect("a file is there, always") {
            left if left == *before => old += 1,
            left if left == *after => new += 1,
            left => panic!("kill {kill} left {} bytes of {form:?}", left.len()),
        }
        // What is left over hinders nothing, and is taken for nothing.
        let others = names(folder)
            .into_iter()
            .filter(|name| !is_unfinished(name));
        let others: Vec<String> = others.collect();
        assert_eq!(
            others,
            ["one.pdf", "one.png", "one.svg", "one.yaml", "two.yaml"]
        );
        for name in names(folder).iter().filter(|name| is_unfinished(name)) {
            fs::remove_file(folder.join(name)).expect("it can be removed");
        }
    }
    println!(
        "{kills} renders: {dead} killed before they ended; {old} files old, {new} new; {unfinished} unfinished beside them"
    );
    assert_eq!(old + new, kills);
    assert!(old > 0 && new > 0 && dead > 0, "not killed at all moments");
}
