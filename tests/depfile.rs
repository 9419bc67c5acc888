//! Names in a depfile are names: for GNU Make and for Ninja, whatever a file is called. Whichever of the two is not there is skipped,
//! and that is said.
#![cfg(unix)]

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, UNIX_EPOCH};

const MAP: &str = "title: The map\npersonas: {a: Ana}\nchannels: [desk]\nstages:\n- name: Visit\n  touchpoints: [{name: Asks, channel: desk, emotion: 1, image: IMAGE}]\n";
const PICTURE: &[u8] = include_bytes!("../maps/bicycle-repair/3-book.png");

/// What a picture may be called, and whether a depfile can have it.
const PICTURES: &[(&str, bool)] = &[
    ("a.png", true),
    ("a b.png", true),
    ("a  b.png", true),
    ("-x.png", true),
    ("-include x.png", true),
    ("include .png", true),
    ("export x.png", true),
    ("#1.png", true),
    ("$1.png", true),
    ("$(X).png", true),
    ("${X}.png", true),
    ("$$.png", true),
    ("12:30.png", true),
    ("cc:x.png", true),
    ("aa::b.png", true),
    ("a,b.png", true),
    ("a'b.png", false),
    ("a\"b.png", false),
    ("(a).png", true),
    ("@a+b!.png", true),
    ("é ü.png", true),
    ("in.folder/.hidden.png", true),
    (".folder/a.png", true),
    (".folder/.IGNORE.png", true),
    ("a{b}.png", true),
    ("a&b.png", false),
    (".IGNORE", false),
    (".SILENT", false),
    (".PHONY", false),
    (".DELETE_ON_ERROR", false),
    (".SUFFIXES", false),
    (".ONESHELL", false),
    (".EXPORT_ALL_VARIABLES", false),
    (".hidden.png", false),
    (".png", false),
    (".svg.png", false),
    ("clean", false),
    ("all", false),
    ("pics/clean", false),
    ("Makefile", false),
    ("include", false),
    ("a=b.png", false),
    ("aa:=b.png", false),
    ("100%.png", false),
    ("a;b.png", false),
    ("a|b.png", false),
    ("a*.png", false),
    ("a?.png", false),
    ("[a].png", false),
];

/// The rules that a depfile comes to stand among. Whoever names `clean` or `all` runs them.
const MAKEFILE: &str = "-include d\nmap.svg:\n\t@echo draws; exit 3\n\t@echo goes on\nclean all pics/clean:\n\t@echo runs $@\n.PHONY: clean all\n";
const NINJA: &str = "rule draw\n  command = cp kept.d map.d && touch map.svg\n  depfile = map.d\n  deps = gcc\nrule say\n  command = echo runs\nbuild clean: say\nbuild map.svg: draw\n";

fn run(folder: &Path, command: &str, args: &[&str]) -> Option<Output> {
    let done = Command::new(command)
        .args(args)
        .current_dir(folder)
        .env_remove("MAKEFLAGS")
        .env_remove("MAKELEVEL")
        .env_remove("MFLAGS")
        .output();
    done.ok()
}

fn text(done: &Output) -> String {
    [&done.stdout, &done.stderr]
        .map(|text| String::from_utf8_lossy(text).into_owned())
        .concat()
}

/// A time before anything that a test makes, and one after it, in seconds since 1970.
const LONG_AGO: u64 = 1_000_000_000;
const LATER: u64 = 4_000_000_000;

fn set_time(path: &Path, seconds: u64) {
    let file = File::options().write(true).open(path).expect("a file");
    let time = UNIX_EPOCH + Duration::from_secs(seconds);
    file.set_modified(time).expect("a time");
}

/// A folder with a map that shows a picture, and the picture older than all that is made from it.
fn folder(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let picture = folder.path().join(name);
    fs::create_dir_all(picture.parent().expect("a folder")).expect("a folder");
    fs::write(&picture, PICTURE).expect("a picture");
    set_time(&picture, LONG_AGO);
    let quoted = serde_json::to_string(name).expect("a text");
    let map = folder.path().join("map.yaml");
    fs::write(&map, MAP.replace("IMAGE", &quoted)).expect("a map");
    set_time(&map, LONG_AGO);
    folder
}

fn make_reads(folder: &Path, name: &str) -> bool {
    fs::write(folder.join("Rules"), MAKEFILE).expect("a file");
    let make = || run(folder, "make", &["-f", "Rules", "map.svg"]);
    let Some(done) = make() else { return false };
    let said = text(&done);
    assert!(
        done.status.success() && said.contains("up to date"),
        "{name}: {said}"
    );
    set_time(&folder.join(name), LATER);
    let done = make().expect("make runs");
    let said = text(&done);
    // It draws anew, an error is an error, and nothing else is done.
    assert!(
        !done.status.success() && said.contains("draws"),
        "{name}: {said}"
    );
    assert!(
        !said.contains("goes on") && !said.contains("runs"),
        "{name}: {said}"
    );
    true
}

fn ninja_reads(folder: &Path, name: &str) -> bool {
    fs::write(folder.join("build.ninja"), NINJA).expect("a file");
    fs::rename(folder.join("d"), folder.join("kept.d")).expect("a depfile");
    set_time(&folder.join(name), LONG_AGO);
    let ninja = |args: &[&str]| run(folder, "ninja", args);
    let Some(done) = ninja(&["map.svg"]) else {
        return false;
    };
    assert!(done.status.success(), "{name}: {}", text(&done));
    let said = text(&ninja(&["map.svg"]).expect("ninja runs"));
    assert!(said.contains("no work to do"), "{name}: {said}");
    set_time(&folder.join(name), LATER);
    let said = text(&ninja(&["-n", "-v", "map.svg"]).expect("ninja runs"));
    assert!(
        said.contains("cp kept.d") && !said.contains("echo runs"),
        "{name}: {said}"
    );
    true
}

#[test]
fn names_are_names_for_make_and_ninja() {
    let (mut make, mut ninja, mut read, mut refused) = (true, true, 0, 0);
    for (name, can_be_read) in PICTURES {
        let folder = folder(name);
        let jmap = env!("CARGO_BIN_EXE_jmap");
        let args = ["render", "map.yaml", "-o", "map.svg", "--depfile", "d"];
        let done = run(folder.path(), jmap, &args).expect("jmap runs");
        assert_eq!(
            done.status.success(),
            *can_be_read,
            "{name}: {}",
            text(&done)
        );
        if !can_be_read {
            let written = ["d", "map.svg"].map(|file| folder.path().join(file).exists());
            assert!(
                text(&done).contains("--depfile: ") && written == [false; 2],
                "{name}"
            );
            refused += 1;
            continue;
        }
        read += 1;
        make = make && make_reads(folder.path(), name);
        ninja = ninja && ninja_reads(folder.path(), name);
    }
    println!("{read} names are read, {refused} refused");
    for (there, what) in [(make, "make"), (ninja, "ninja")] {
        if !there {
            println!("not tested with {what}: it is not there");
        }
    }
}
