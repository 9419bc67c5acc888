//! Times the whole process, from start to the file on the disk, against a program that only reads the map and writes
//! 60 KB, both alternately in one run: machines are noisy, a ratio is less so.
//!
//!     cargo build --release --examples && cargo bench --bench whole
//!
//! Then a folder of maps, worked on one at a time and as many at once as there are processors.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Numbers of touchpoints, and how often each is timed. A map of 10,000 is refused.
const SIZES: [(usize, usize); 4] = [(20, 300), (200, 100), (2_000, 20), (5_000, 5)];

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
    println!("touchpoints      jmap  read+write   ratio    bytes");
    for (touchpoints, runs) in SIZES {
        let map = folder.join(format!("{touchpoints}.yaml"));
        let out = folder.join("out.svg");
        std::fs::write(&map, made_up(touchpoints)).expect("a map for the bench");
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..runs {
            ours.push(time(
                Command::new(&jmap)
                    .arg("render")
                    .arg(&map)
                    .arg("-o")
                    .arg(&out),
            ));
            theirs.push(time(
                Command::new(&floor).arg(&map).arg(folder.join("floor.bin")),
            ));
        }
        let bytes = std::fs::metadata(&out).map_or(0, |data| data.len());
        let (ours, theirs) = (median(ours), median(theirs));
        let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
        println!(
            "{touchpoints:>11} {:>7.2} ms {:>8.2} ms {ratio:>7.2} {bytes:>8}",
            millis(ours),
            millis(theirs)
        );
    }
    many(&jmap, &folder);
    std::fs::remove_dir_all(&folder).ok();
}

/// A folder of 200 maps of 20 touchpoints.
fn many(jmap: &Path, folder: &Path) {
    let (maps, out) = (folder.join("maps"), folder.join("posters"));
    std::fs::create_dir_all(&maps).expect("a folder for the maps");
    for at in 0..200 {
        std::fs::write(maps.join(format!("{at}.yaml")), made_up(20)).expect("a map for the bench");
    }
    let took = |threads: Option<&str>| {
        let mut command = Command::new(jmap);
        command.arg("render").arg(&maps).arg("-o").arg(&out);
        command.args(
            threads
                .into_iter()
                .flat_map(|threads| ["--threads", threads]),
        );
        time(&mut command)
    };
    let (one, all) = (0..5).map(|_| (took(Some("1")), took(None))).unzip();
    let (one, all) = (median(one), median(all));
    println!(
        "200 maps of 20: one at a time {:.0} ms, many at once {:.0} ms, {:.2} times as fast",
        millis(one),
        millis(all),
        one.as_secs_f64() / all.as_secs_f64()
    );
}

/// The example `read_and_write`, beside the binary.
fn floor(jmap: &Path) -> Option<PathBuf> {
    let path = jmap
        .parent()?
        .join("examples")
        .join(format!("read_and_write{}", std::env::consts::EXE_SUFFIX));
    path.exists().then_some(path)
}

fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the program starts");
    let took = start.elapsed();
    assert!(status.success(), "{command:?}");
    took
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// A map with a number of touchpoints, four in each stage, with the usual cells.
fn made_up(touchpoints: usize) -> String {
    let mut map = String::from(
        "title: A long way\nscenario: Somebody sets out\npersonas: {a: Ann, b: Ben}\nchannels: {web: Website, phone: Phone, shop: Shop}\nstages:\n",
    );
    for at in 0..touchpoints {
        if at % 4 == 0 {
            writeln!(map, "  - name: Part {}\n    touchpoints:", at / 4 + 1)
                .expect("a string grows");
        }
        let channel = ["web", "phone", "shop"][at % 3];
        let score = (at * 7 % 40) as f64 / 10.0 - 2.0;
        write!(
            map,
            "      - name: Takes step {at} and waits for an answer\n        channel: {channel}\n        department: Sales {}\n        emotion: {{a: {{score: {score}, feeling: number {at}}}, b: {}}}\n        thoughts: What comes after step {at}?\n        pain_points: {{text: Nobody says how long step {at} takes, severity: high}}\n        opportunities: {{text: Say it before step {at}, value: high, effort: low, owner: Service}}\n",
            at % 5,
            -score / 2.0,
        )
        .expect("a string grows");
    }
    map
}
