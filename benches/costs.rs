//! Measures the promise about costs: under the usual limits, no map of up to 100 KB takes more than two seconds or 512 MB, in any
//! command or format. Runs the whole program on every map of `tests/attacks/`, prints what comes near, and fails where
//! one is over.
//!
//!     cargo bench --bench costs            # all
//!     cargo bench --bench costs -- ways    # those whose name or command has the word

#[path = "../tests/attacks/mod.rs"]
mod attacks;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use attacks::{Kinds, attacks_of};

/// Seconds and megabytes that are promised.
const SECONDS: f64 = 2.0;
const MEGABYTES: f64 = 512.0;
/// What takes more than this part of either is printed.
const NEAR: f64 = 0.25;
/// What takes so many seconds is ended.
const ENDLESS: u64 = 20;
/// No attack gets more memory than this, in KiB.
const MOST_MEMORY: u64 = 6 << 20;

/// What is run on each map: `@` is the map, `%` a name for the output without its ending.
const COMMANDS: &[&str] = &[
    "check @",
    "render @ -o %.svg",
    "render @ -o %.pdf",
    "render @ -o %.png",
    "render @ -o %.svg --text outlines",
    "render @ -o %.svg --public --view team",
    "render @ -o %.pdf --paper a0 --read-from 3m",
    "render @ -o %.pdf --paper a0 --tile a4",
    "render @ -o %.png --paper a4",
    "render @ -o %.svg --with @",
    "render @ -o %.pdf --paper a0 --blank pain_points",
    "paper @",
    "status @",
    "insight @ --forecast --format json",
    "check @ --format sarif",
];

/// What a run took.
struct Cost {
    /// Time of the processors.
    seconds: f64,
    wall: f64,
    megabytes: f64,
    /// Bytes of the output.
    written: u64,
    status: String,
}

fn main() -> ExitCode {
    let jmap = std::env::var_os("JMAP").map(PathBuf::from);
    let jmap = jmap.or(option_env!("CARGO_BIN_EXE_jmap").map(PathBuf::from));
    let jmap = jmap.expect("the program");
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .collect();
    let folder = std::env::temp_dir().join(format!("jmap-costs-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let (mut runs, mut over) = (0, 0);
    println!("    CPU s   wall s       MB  written MB  ends   map: command");
    let attacks = attacks_of(Kinds::All, |map| {
        let map = place(&folder, "drawn", map);
        run(&jmap, &map, "check @").status == "0"
    });
    let maps: Vec<PathBuf> = attacks
        .iter()
        .map(|one| place(&folder, &one.name, &one.map))
        .collect();
    for (attack, map) in attacks.iter().zip(&maps) {
        for command in COMMANDS {
            let about = format!("{}: {command}", attack.name);
            if !words.iter().all(|word| about.contains(word.as_str())) {
                continue;
            }
            let cost = run(&jmap, map, command);
            let part = (cost.seconds.min(cost.wall) / SECONDS).max(cost.megabytes / MEGABYTES);
            runs += 1;
            over += usize::from(part > 1.0);
            if part > NEAR || !words.is_empty() {
                let mark = if part > 1.0 { "over" } else { "" };
                println!(
                    "{:>9.2} {:>8.2} {:>8.0} {:>11.1}  {:<5} {about} {mark}",
                    cost.seconds,
                    cost.wall,
                    cost.megabytes,
                    cost.written as f64 / 1e6,
                    cost.status
                );
            }
        }
    }
    fs::remove_dir_all(&folder).ok();
    println!("{runs} runs, {over} over {SECONDS} s or {MEGABYTES} MB");
    ExitCode::from(u8::from(over > 0))
}

/// Writes a map into a folder of its own.
fn place(folder: &Path, name: &str, text: &str) -> PathBuf {
    let folder = folder.join(name);
    fs::create_dir_all(&folder).expect("a folder");
    let map = folder.join("map.yaml");
    fs::write(&map, text).expect("a map");
    map
}

fn run(jmap: &Path, map: &Path, command: &str) -> Cost {
    let out = map.with_file_name("out");
    let words = command.split(' ').map(|word| match word {
        "@" => map.display().to_string(),
        word => word.replace('%', &out.display().to_string()),
    });
    // The shell bounds the memory, and the child keeps its number.
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &format!("ulimit -v {MOST_MEMORY}; exec \"$@\""), "sh"])
        .arg(jmap)
        .args(words)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let (before, start) = (children(), Instant::now());
    let mut child = shell.spawn().expect("the program starts");
    let mut megabytes: f64 = 0.0;
    let status = loop {
        megabytes = megabytes.max(resident(child.id()));
        if let Some(status) = child.try_wait().expect("the program ends") {
            break status
                .code()
                .map_or("killed".to_owned(), |code| code.to_string());
        }
        if start.elapsed() > Duration::from_secs(ENDLESS) {
            child.kill().ok();
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    let wall = start.elapsed().as_secs_f64();
    let mut written = 0;
    for ending in ["svg", "pdf", "png"] {
        let out = out.with_extension(ending);
        written += fs::metadata(&out).map_or(0, |data| data.len());
        fs::remove_file(&out).ok();
    }
    Cost {
        seconds: children() - before,
        wall,
        megabytes,
        written,
        status,
    }
}

/// The most memory that a process has held so far, in megabytes, as Linux counts it; 0 elsewhere.
fn resident(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse::<f64>().ok());
    peak.unwrap_or_default() / 1024.0
}

/// Seconds that the processors spent on children that have ended, as Linux counts them, in hundredths; 0 elsewhere.
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name in parentheses may have spaces; then come the state, and 13 numbers later those of children.
    let (_, after) = stat.rsplit_once(')').unwrap_or_default();
    let ticks = after
        .split_whitespace()
        .skip(13)
        .take(2)
        .filter_map(|ticks| ticks.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}
