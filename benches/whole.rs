//! Times the whole process, from start to the file on the disk, against a program that only reads the map and writes
//! 60 KB, both alternately in one run: machines are noisy, a ratio is less so. And how much memory it took at most.
//!
//!     cargo build --release --examples && cargo bench --bench whole
//!
//! Then a folder of maps, worked on one at a time and two at once.

mod made_up;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Numbers of touchpoints, and how often each is timed.
const SIZES: [(usize, usize); 4] = [(20, 100), (200, 40), (2_000, 10), (20_000, 3)];
/// Formats that are timed.
const FORMATS: [&str; 2] = ["svg", "pdf"];
/// Maps in the folder.
const MANY: usize = 1_000;

fn main() {
    let jmap = PathBuf::from(env!("CARGO_BIN_EXE_jmap"));
    let Some(floor) = floor(&jmap) else {
        eprintln!(
            "whole: skipped, since the program to compare with is not built: run `make bench`"
        );
        return;
    };
    let folder = std::env::temp_dir().join(format!("jmap-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the bench");
    println!(
        "touchpoints  format  jmap median     least  read+write     least  ratio   peak MB     bytes"
    );
    for (touchpoints, runs) in SIZES {
        let map = folder.join(format!("{touchpoints}.yaml"));
        std::fs::write(&map, made_up::map(touchpoints, 0)).expect("a map for the bench");
        for format in FORMATS {
            one(&jmap, &floor, &map, format, (touchpoints, runs));
        }
    }
    many(&jmap, &folder);
    std::fs::remove_dir_all(&folder).ok();
}

/// One map to one format.
fn one(jmap: &Path, floor: &Path, map: &Path, format: &str, (touchpoints, runs): (usize, usize)) {
    let out = map.with_extension(format);
    let render = || command(jmap, &["render".as_ref(), map, "-o".as_ref(), &out]);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        ours.push(time(&mut render()));
        let mut floor = command(floor, &[map, &map.with_extension("bin")]);
        theirs.push(time(&mut floor));
    }
    let peak = peak_memory(&mut render());
    let bytes = std::fs::metadata(&out).map_or(0, |data| data.len());
    let [(ours, least), (theirs, floor)] = [ours, theirs].map(median_and_least);
    println!(
        "{touchpoints:>11}  {format:>6} {:>9.2} ms {:>6.2} ms {:>8.2} ms {:>6.2} ms {:>6.2} {peak:>9.1} {bytes:>9}",
        millis(ours),
        millis(least),
        millis(theirs),
        millis(floor),
        ours.as_secs_f64() / theirs.as_secs_f64(),
    );
}

/// A folder of maps of 20 touchpoints, and a tenth of it to see whether memory grows.
fn many(jmap: &Path, folder: &Path) {
    for count in [MANY / 10, MANY] {
        let maps = folder.join(format!("maps{count}"));
        std::fs::create_dir_all(&maps).expect("a folder for the maps");
        for at in 0..count {
            std::fs::write(maps.join(format!("{at}.yaml")), made_up::map(20, 20 * at))
                .expect("a map for the bench");
        }
        for threads in ["1", "2"] {
            let out = folder.join("posters/");
            let render = || {
                let words = [Path::new("render"), &maps, "-o".as_ref(), &out];
                let mut command = command(jmap, &words);
                command.args(["--threads", threads]);
                command
            };
            let (median, least) = median_and_least((0..3).map(|_| time(&mut render())).collect());
            let peak = peak_memory(&mut render());
            println!(
                "{count} maps of 20 on {threads}: median {:.0} ms, least {:.0} ms, peak {peak:.1} MB",
                millis(median),
                millis(least)
            );
        }
    }
}

/// The example `read_and_write`, beside the binary.
fn floor(jmap: &Path) -> Option<PathBuf> {
    let path = jmap
        .parent()?
        .join("examples")
        .join(format!("read_and_write{}", std::env::consts::EXE_SUFFIX));
    path.exists().then_some(path)
}

/// A program that says nothing.
fn command(program: &Path, words: &[&Path]) -> Command {
    let mut command = Command::new(program);
    command
        .args(words)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command.status().expect("the program starts");
    let took = start.elapsed();
    assert!(status.success(), "{command:?}");
    took
}

/// The most memory that a run held at once, in megabytes, as Linux counts it; 0 elsewhere.
fn peak_memory(command: &mut Command) -> f64 {
    let mut child = command.spawn().expect("the program starts");
    let mut peak = 0.0f64;
    while child.try_wait().expect("the program ends").is_none() {
        peak = peak.max(resident(&child));
    }
    peak
}

/// The most memory that a process has held so far, in megabytes.
fn resident(child: &Child) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
    let kilobytes = status.ok().and_then(|status| {
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().trim_end_matches(" kB").parse::<f64>().ok()
    });
    kilobytes.unwrap_or_default() / 1024.0
}

fn median_and_least(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    (times[times.len() / 2], times[0])
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
