//! What the fuzz targets do with their input; jmap's tests do the same with every file of the corpus.
//!
//! Each function takes any input, and panics where jmap breaks a promise.

mod drawing;
pub mod fonts;
mod made;
mod paths;
mod published;
#[cfg(unix)]
mod trial;

#[cfg(unix)]
use std::path::PathBuf;
use std::sync::Arc;

use jmap::check::{Date, Map};
use jmap::diag::render::{FORMS, Report};
use jmap::diag::{Diagnostic, Level};
use jmap::insight::forecast;
use jmap::insight::headlines::headlines;
use jmap::insight::sentences::{phrases, sentence};
use jmap::source::{self, Limits};
use jmap::text::Fonts;

use drawing::{Way, draw};
pub use fonts::MadeFont;
use made::Beside;
pub use made::Made;
pub use paths::paths;
pub use published::public;
#[cfg(unix)]
pub use trial::{Batches, Folders};

/// Pixels of a picture, so that a target does more than paint.
const MOST_PIXELS: u64 = 1 << 20;
/// The day on which maps are linted.
const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 23,
};
/// A map whose words come from a font that is made up, and from none.
const LETTERS: &str = "title: Aa 012 \u{5D0}\u{628}\u{915} fi\u{301}
fonts: own.ttf
personas: {a: \u{627}\u{644}}
channels: [c]
stages: [{name: One, touchpoints: [{name: \u{B9C}\u{BCD}, channel: c, emotion: {a: 1}}]}]
";

/// A map whose words come from a font that is made of tables.
const KANA: &str = "title: \u{3042}\u{3044} \u{3046}
fonts: own.ttf
personas: {a: \u{304b}}
channels: [c]
stages: [{name: One, touchpoints: [{name: \u{3042}\u{3042}, channel: c, emotion: {a: 1}}]}]
";

/// Bytes → text → nodes → model → map.
pub fn read(bytes: &[u8]) {
    let limits = Limits::default();
    let text = match source::decode(bytes) {
        Ok(text) => text,
        Err(finding) => return print(&String::from_utf8_lossy(bytes), &[*finding]),
    };
    jmap::read(text, &Beside::default(), &limits);
}

/// All that is said of a text, in every form; what a map says of itself.
pub fn check(bytes: &[u8]) {
    let Ok(text) = source::decode(bytes) else {
        return;
    };
    let mut reading = jmap::read(text, &Beside::default(), &Limits::default());
    if let Some(map) = &reading.map {
        reading
            .findings
            .extend(jmap::lint(map, TODAY, &Limits::default()));
        told(map);
    }
    print(text, &reading.judged().1);
}

/// A text, drawn and written.
pub fn compile(bytes: &[u8]) {
    if let Ok(text) = source::decode(bytes) {
        let reading = jmap::read(text, &Beside::default(), &Limits::default());
        if let Some(map) = reading.map {
            draw(map, Way::of(bytes.len()), &Fonts::builtin(), true);
        }
    }
}

/// A map that was made up: checked, drawn and written.
pub fn maps(made: &Made) {
    let mut reading = jmap::read(&made.yaml, &Beside::default(), &Limits::default());
    let errors: Vec<_> = reading
        .findings
        .iter()
        .filter(|finding| finding.level == Level::Error)
        .map(|finding| (finding.rule.name, &finding.message))
        .collect();
    assert!(made.odd || errors.is_empty(), "{errors:?}\n{made:?}");
    if let Some(map) = reading.map.take() {
        reading
            .findings
            .extend(jmap::lint(&map, TODAY, &Limits::default()));
        told(&map);
        draw(map, Way::of(made.way), &Fonts::builtin(), true);
    }
    print(&made.yaml, &reading.judged().1);
}

/// A picture beside a map.
pub fn picture(bytes: &[u8]) {
    if let Ok(clean) = jmap::picture::clean(bytes, MOST_PIXELS) {
        let again = jmap::picture::decoded(&clean.bytes).expect("what jmap writes, it reads");
        assert_eq!((again.width, again.height), (clean.width, clean.height));
    }
}

/// A font beside a map, and words in it.
pub fn font(bytes: &[u8]) {
    drawn_in(bytes, LETTERS);
}

/// A font that is made of tables which nest, share and claim, beside a map whose words have no other.
pub fn fonts(font: &MadeFont) {
    drawn_in(&font.bytes, KANA);
}

fn drawn_in(bytes: &[u8], map: &str) {
    let bytes: Arc<[u8]> = bytes.into();
    let beside = Beside {
        own: Some(bytes.clone()),
    };
    let reading = jmap::read(map, &beside, &Limits::default());
    print(map, &reading.findings);
    let mut fonts = Fonts::builtin();
    if fonts.add(bytes.clone()).is_ok()
        && let Some(map) = reading.map
    {
        draw(map, Way::of(bytes.len()), &fonts, false);
    }
}

/// Any command in a folder with links.
#[cfg(unix)]
pub fn folders(made: &Folders) {
    trial::run(&made.0, &program());
}

/// Maps that share files with their drawings, drawn in one run.
#[cfg(unix)]
pub fn batches(made: &Batches) {
    trial::run(&made.0, &program());
}

/// The program that they run: the one that jmap's tests are built with, else `JMAP`, else that of `cargo build --release`.
#[cfg(unix)]
fn program() -> PathBuf {
    if let Some(tested) = option_env!("CARGO_BIN_EXE_jmap") {
        return tested.into();
    }
    let built = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/release/jmap");
    std::env::var_os("JMAP").map_or(built.into(), PathBuf::from)
}

/// What a map says, in words.
fn told(map: &Map) {
    let report = jmap::insight::report::report(map);
    for headline in headlines(map) {
        assert!(!sentence(map, &headline).is_empty());
        phrases(map, &headline);
    }
    drop(report);
    if let Err(refusal) = forecast::forecast(map) {
        refusal.sentence(map);
    }
}

fn print(text: &str, findings: &[Diagnostic]) {
    let report = [Report {
        name: "map.yaml",
        text,
        findings,
        silenced: &[],
    }];
    for form in FORMS {
        for color in [false, true] {
            (form.print)(&report, color);
        }
    }
}
