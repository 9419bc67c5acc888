//! Drawings of the example maps, and the PDFs made from them.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use jmap::check::Map;
use jmap::emit::pdf::{self, Standards};
use jmap::emit::{Moment, Options};
use jmap::layout::Paper;
use jmap::scene::Scene;
use jmap::source::Limits;
use jmap::text::Fonts;
use jmap::theme::Theme;

use crate::folder::Folder;

/// This repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The example maps.
pub fn maps() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("maps")).expect("maps");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    assert!(paths.len() >= 11);
    paths
}

/// A map and its fonts.
pub fn read(text: &str, folder: PathBuf) -> (Map, Fonts) {
    let reading = jmap::read(text, &Folder(folder), &Limits::default());
    let map = reading.map.expect("a map without errors");
    let mut fonts = Fonts::builtin();
    for font in &map.fonts {
        fonts.add(font.bytes.clone()).expect("a font");
    }
    (map, fonts)
}

/// The theme of all drawings here.
pub fn theme() -> Theme {
    Theme::builtin("default").expect("a theme")
}

/// The drawing of a map.
pub fn drawn(path: &Path) -> Scene {
    let text = fs::read_to_string(path).expect("a map");
    let (map, fonts) = read(&text, path.parent().expect("a folder").to_path_buf());
    jmap::draw(&map, &theme(), &fonts).0
}

/// The drawing of a map on paper.
pub fn drawn_on(path: &Path, paper: &Paper) -> Scene {
    let text = fs::read_to_string(path).expect("a map");
    let (map, fonts) = read(&text, path.parent().expect("a folder").to_path_buf());
    jmap::draw_on(&map, None, &theme(), &fonts, Some(paper)).scene
}

/// How a PDF is written that keeps standards.
pub fn options(standards: &[&str]) -> Options {
    let date = Moment {
        year: 2026,
        month: 1,
        day: 17,
        hour: 9,
        minute: 30,
        second: 0,
    };
    Options {
        author: Some("Service".to_owned()),
        date: Some(date),
        pdf: Standards::of(standards.iter().copied()).expect("standards"),
        ..Options::default()
    }
}

/// A drawing as PDF.
pub fn written(scene: &Scene, options: &Options) -> Vec<u8> {
    pdf::write(std::slice::from_ref(scene), options).expect("nothing in the way")
}

/// Does something with every map, several at once.
pub fn each(work: impl Fn(&Path, &Scene) + Sync) {
    thread::scope(|scope| {
        for path in maps() {
            let work = &work;
            scope.spawn(move || work(&path, &drawn(&path)));
        }
    });
}
