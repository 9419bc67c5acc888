//! Nothing that comes in makes jmap panic: pieces and mutations of a map that uses everything, maps that are made up, and
//! whatever the fuzzers started from or found.

mod beside;
// The fuzz targets use the rest of it.
#[allow(dead_code, unused_imports)]
#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};

use arbitrary::{Arbitrary, Unstructured};
use beside::Beside;
use jmap::diag::render::{FORMS, Report};
use jmap::model::{Shape, all_records};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use targets::Made;

const EVERYTHING: &str = include_str!("cases/whole/everything.yaml");

/// Scraps that mean something somewhere in the language or in YAML.
const SCRAPS: &[&str] = &[
    "",
    " ",
    "\n",
    "- ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "*t",
    "&t ",
    "null",
    "~",
    "true",
    "-1e300",
    ".inf",
    "2026-02-30",
    "rest",
    "leave",
    "unknown",
    "frustrated",
    "\"",
    "'",
    "#",
    "|\n",
    "\u{202e}",
    "👩‍👩‍👧",
    "ê",
    "x-a: 1",
    "<<: ",
    "%",
    "1w 5d",
    "../a",
];

fn survives(text: &str) {
    let (_, findings) = jmap::read(text, &Beside, &jmap::source::Limits::default()).judged();
    for form in FORMS {
        (form.print)(
            &[Report {
                name: "map.yaml",
                text,
                findings: &findings,
                silenced: &[],
            }],
            false,
        );
    }
}

/// The nearest place at or before a byte at which the text may be cut.
fn cut(at: usize) -> usize {
    EVERYTHING.floor_char_boundary(at)
}

#[test]
fn every_beginning_is_survived() {
    for end in (0..EVERYTHING.len()).step_by(7) {
        survives(&EVERYTHING[..cut(end)]);
    }
}

#[test]
fn every_lost_line_is_survived() {
    let lines: Vec<&str> = EVERYTHING.lines().collect();
    for lost in 0..lines.len() {
        let rest: Vec<&str> = lines
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != lost)
            .map(|(_, line)| *line)
            .collect();
        survives(&rest.join("\n"));
    }
}

proptest! {
    #[test]
    fn mutations_are_survived(
        changes in prop::collection::vec((0..EVERYTHING.len(), 0..12usize, prop::sample::select(SCRAPS)), 1..6)
    ) {
        let mut text = EVERYTHING.to_owned();
        for (at, length, scrap) in changes {
            let start = text.floor_char_boundary(at.min(text.len()));
            let end = text.floor_char_boundary((start + length).min(text.len()));
            text.replace_range(start..end, scrap);
        }
        survives(&text);
    }
}

/// What is done with input.
type Target = fn(&[u8]);

/// What is done with the files of each folder of the corpus.
const TARGETS: &[(&str, Target)] = &[
    ("read", targets::read),
    ("check", targets::check),
    ("compile", targets::compile),
    ("maps", |bytes| targets::maps(&made(bytes))),
    ("public", |bytes| {
        targets::public(&made(bytes));
    }),
    ("picture", targets::picture),
    ("paths", targets::paths),
    ("font", targets::font),
    #[cfg(unix)]
    ("folders", |bytes| targets::folders(&arbitrary(bytes))),
    #[cfg(unix)]
    ("batches", |bytes| targets::batches(&arbitrary(bytes))),
    ("fonts", |bytes| targets::fonts(&arbitrary(bytes))),
];

fn made<const PLANTED: bool>(bytes: &[u8]) -> Made<PLANTED> {
    arbitrary(bytes)
}

fn arbitrary<T: for<'a> Arbitrary<'a>>(bytes: &[u8]) -> T {
    T::arbitrary(&mut Unstructured::new(bytes)).expect("something out of any bytes")
}

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

#[test]
fn every_file_of_the_corpus_is_survived() {
    for (name, target) in TARGETS {
        let mut files: Vec<PathBuf> = fs::read_dir(fuzz().join("corpus").join(name))
            .expect(name)
            .map(|entry| entry.expect(name).path())
            .collect();
        files.sort();
        assert!(!files.is_empty(), "{name}");
        for file in files {
            println!("{}", file.display());
            target(&fs::read(&file).expect("a file"));
        }
    }
}

/// What fuzzers are told to write: the keys and words of the language, and signs of YAML.
fn dictionary() -> String {
    fn words(shape: &Shape, found: &mut Vec<String>) {
        match shape {
            Shape::Choice(choices) => found.extend(choices.iter().map(|c| c.word.to_owned())),
            Shape::Many(of, _) | Shape::Mapping(_, of) => words(of, found),
            Shape::Either(shapes) => shapes.iter().for_each(|shape| words(shape, found)),
            _ => {}
        }
    }
    let mut found: Vec<String> = SCRAPS.iter().map(|scrap| (*scrap).to_owned()).collect();
    for key in all_records().iter().flat_map(|record| record.all_keys()) {
        found.push(format!("{}: ", key.name));
        words(&key.shape, &mut found);
    }
    found.extend(jmap::model::LANES.iter().map(|lane| lane.id.to_owned()));
    found.retain(|word| !word.is_empty());
    found.sort();
    found.dedup();
    let escaped = |word: &String| -> String {
        let byte = |byte: &u8| match byte {
            b'"' | b'\\' => format!("\\{}", char::from(*byte)),
            b' '..=b'~' => char::from(*byte).to_string(),
            byte => format!("\\x{byte:02x}"),
        };
        word.as_bytes().iter().map(byte).collect()
    };
    found
        .iter()
        .map(|word| format!("\"{}\"\n", escaped(word)))
        .collect()
}

#[test]
fn the_fuzzers_know_every_key() {
    let path = fuzz().join("jmap.dict");
    if std::env::var_os("JMAP_BLESS").is_some() {
        fs::write(&path, dictionary()).expect("a file");
    }
    let kept = fs::read_to_string(&path).expect("a dictionary");
    assert_eq!(kept, dictionary(), "accept it with JMAP_BLESS=1");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, rng_seed: RngSeed::Fixed(6), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pictures_are_read_once_by_many_paths(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        targets::paths(&bytes);
    }

    #[test]
    fn maps_that_are_made_up_are_drawn(bytes in prop::collection::vec(any::<u8>(), 0..1500)) {
        targets::maps(&made(&bytes));
    }

    #[test]
    fn fonts_that_are_made_up_are_drawn_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        targets::fonts(&arbitrary(&bytes));
    }
}

/// How often the program is run, for each kind of folder.
#[cfg(unix)]
const TRIALS: u32 = 100;

#[cfg(unix)]
proptest! {
    #![proptest_config(ProptestConfig { cases: TRIALS, rng_seed: RngSeed::Fixed(13), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_outside_a_folder_is_read_or_written(bytes in prop::collection::vec(any::<u8>(), 200..320)) {
        targets::folders(&arbitrary(&bytes));
    }

    #[test]
    fn no_batch_changes_its_sources(bytes in prop::collection::vec(any::<u8>(), 200..320)) {
        targets::batches(&arbitrary(&bytes));
    }
}

/// Fixed bytes, so that each run sees the same maps: a hundred, of all sizes.
#[test]
fn what_is_internal_moves_no_byte_of_a_public_drawing() {
    let mut told = 0;
    for seed in 0..100u64 {
        // SplitMix64 (Steele, Lea, Flood 2014).
        let mut state = seed << 32;
        let bytes = (0..20 * (seed + 1)).map(|_| {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            (mixed ^ (mixed >> 27)) as u8
        });
        told += usize::from(targets::public(&made(&bytes.collect::<Vec<_>>())));
    }
    println!("{told} maps with something planted were drawn for the public");
    assert!(told > 40, "{told}");
}
