//! Whatever stands in a map: drawings and reports of it execute nothing, fetch nothing, stay well-formed, and a terminal
//! obeys nothing of them.
//!
//! The strings stand in every text that the language has, in turn: in map number `n`, text number `t` holds string `n + t`.

mod beside;
#[path = "injection/maps.rs"]
mod maps;
#[path = "injection/pdf.rs"]
mod pdf;
#[path = "injection/reports.rs"]
mod reports;
#[path = "injection/strings.rs"]
mod strings;
#[path = "injection/svg.rs"]
mod svg;
#[path = "pdf/tools.rs"]
mod tools;

use std::cell::RefCell;

use jmap::check::Map;
use jmap::diag::{Diagnostic, any_error};
use jmap::emit::{self, Options, TextMode};
use jmap::model::Format;
use jmap::scene::Scene;
use jmap::source::Limits;
use jmap::text::Fonts;
use jmap::theme::Theme;

use beside::Beside;
use maps::{Filled, Filling, filled, text_keys};
use strings::{BAD_LINKS, BAD_PATHS, DRAWN, GOOD_LINKS, REFUSED};

/// A map whose texts begin and end with strings, beginning with the one at a place in the list.
fn map_of(strings: &[&str], first: usize, has_end: bool) -> Filled {
    let known: RefCell<Vec<String>> = RefCell::default();
    let text = |text: &str| {
        let mut known = known.borrow_mut();
        let at = known.iter().position(|other| other == text);
        let at = at.unwrap_or_else(|| {
            known.push(text.to_owned());
            known.len() - 1
        });
        let string = strings[(first + at) % strings.len()];
        format!("{string} {text} {string}")
    };
    let filling = Filling {
        text: &text,
        formed: &|_| None,
        all: false,
    };
    filled(&filling, has_end)
}

fn read(yaml: &str) -> (Option<Map>, Vec<Diagnostic>) {
    let reading = jmap::read(yaml, &Beside, &Limits::default());
    (reading.map, reading.findings)
}

fn drawn(map: &Map) -> Scene {
    let theme = Theme::builtin("default").expect("a theme");
    jmap::draw(map, &theme, &Fonts::builtin()).0
}

fn options(text: TextMode) -> Options {
    Options {
        text,
        author: Some(DRAWN.join(" ")),
        ..Options::default()
    }
}

/// The drawing of a map that has to be one.
fn scene(yaml: &str) -> Scene {
    let (map, findings) = read(yaml);
    assert!(!any_error(&findings), "{findings:#?}");
    drawn(&map.expect("a map"))
}

fn svg_of(scene: &Scene, mode: TextMode) -> String {
    let format = emit::FORMATS.iter().find(|format| format.name == "svg");
    let write = format.expect("the format").write;
    let bytes = write(std::slice::from_ref(scene), &options(mode)).expect("a drawing");
    String::from_utf8(bytes).expect("text")
}

#[test]
fn every_text_key_is_filled() {
    let places = &map_of(DRAWN, 0, true).places | &map_of(DRAWN, 0, false).places;
    let lacking = &text_keys() - &places;
    assert!(
        lacking.is_empty(),
        "tests/cases/whole/everything.yaml lacks {lacking:?}"
    );
    assert!(places.len() > 40, "{places:?}");
}

#[test]
fn drawings_execute_and_fetch_nothing() {
    for first in 0..DRAWN.len() {
        let yaml = map_of(DRAWN, first, first % 2 == 0).yaml;
        let scene = scene(&yaml);
        // The markup is the same in both ways, and to embed fonts takes most of the time.
        let modes = match first % 16 {
            0 => &[TextMode::Embed, TextMode::Outlines][..],
            _ => &[TextMode::System],
        };
        for mode in modes {
            svg::assert_safe(&svg_of(&scene, *mode), &format!("map {first}, {mode:?}"));
        }
    }
}

#[test]
fn documents_execute_and_fetch_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let format = emit::FORMATS.iter().find(|format| format.name == "pdf");
    let write = format.expect("the format").write;
    for first in (0..DRAWN.len()).step_by(DRAWN.len() / 6) {
        let scene = scene(&map_of(DRAWN, first, first % 2 == 0).yaml);
        let file = write(&[scene], &options(TextMode::Embed)).expect("a document");
        pdf::assert_safe(&file, &format!("map {first}"));
        let path = folder.path().join("map.pdf");
        std::fs::write(&path, &file).expect("a file");
        if let Some((said, _)) = tools::ask("qpdf", &["--check"], &path, &[]) {
            assert!(
                said.contains("No syntax or stream encoding errors found"),
                "map {first}: {said}"
            );
        }
    }
}

/// A map in which all texts of a form are one text.
fn formed(format: Format, text: &str) -> String {
    let of_form = |known: Format| (known == format).then(|| text.to_owned());
    let filling = Filling {
        text: &|text| text.to_owned(),
        formed: &of_form,
        all: false,
    };
    filled(&filling, true).yaml
}

#[test]
fn links_lead_to_pages_and_letters_only() {
    for link in BAD_LINKS {
        let (_, findings) = read(&formed(Format::Link, link));
        let refused = findings
            .iter()
            .filter(|found| any_error(std::slice::from_ref(*found)));
        let rules: Vec<&str> = refused.map(|found| found.rule.name).collect();
        let known = ["unsafe-link", "invalid-value"];
        assert!(
            rules.len() >= 2 && rules.iter().all(|rule| known.contains(rule)),
            "{link:?}: {rules:?}"
        );
    }
    let format = emit::FORMATS.iter().find(|format| format.name == "pdf");
    let write = format.expect("the format").write;
    for link in GOOD_LINKS {
        let scene = scene(&formed(Format::Link, link));
        svg::assert_safe(&svg_of(&scene, TextMode::Embed), link);
        pdf::assert_safe(
            &write(&[scene], &options(TextMode::Embed)).expect("a document"),
            link,
        );
    }
}

#[test]
fn paths_lead_to_files_beside_the_map_only() {
    for path in BAD_PATHS {
        let (_, findings) = read(&formed(Format::Path, path));
        let outside = findings
            .iter()
            .filter(|found| found.rule.name == "path-outside-map");
        assert!(outside.count() >= 2, "{path:?}: {findings:#?}");
    }
}

#[test]
fn what_no_text_may_hold_is_refused() {
    for (at, string) in REFUSED.iter().enumerate() {
        let yaml = map_of(&[string], at, true).yaml;
        let (map, findings) = read(&yaml);
        assert!(map.is_none() && any_error(&findings), "{string:?}");
        reports::assert_safe(&yaml, &findings);
    }
}

#[test]
fn what_is_said_of_a_map_is_safe_as_well() {
    let anything = |string: &str, yaml: &str| {
        let (map, mut findings) = read(yaml);
        if let Some(map) = &map {
            let day = jmap::check::Date {
                year: 2026,
                month: 11,
                day: 1,
            };
            findings.extend(jmap::lint(map, day, &Limits::default()));
        }
        assert!(!findings.is_empty(), "{string:?}");
        reports::assert_safe(yaml, &findings);
    };
    for (first, string) in DRAWN.iter().enumerate() {
        anything(string, &map_of(DRAWN, first, true).yaml);
        // In place of numbers, dates, words, links and paths as well: nothing of it can be read.
        let filling = Filling {
            text: &|text| format!("{string}{text}"),
            formed: &|_| Some((*string).to_owned()),
            all: true,
        };
        anything(string, &filled(&filling, true).yaml);
        // As the map itself, and as its keys.
        reports::assert_safe(string, &read(string).1);
        let key = serde_json::Value::from(*string);
        let yaml = format!("{{{key}: 1, personas: {{{key}: {{{key}: 1}}}}}}");
        reports::assert_safe(&yaml, &read(&yaml).1);
    }
}

#[test]
fn what_jmap_tells_of_maps_is_safe_as_well() {
    for first in (0..DRAWN.len()).step_by(DRAWN.len() / 4) {
        reports::assert_told(&map_of(DRAWN, first, true).yaml);
    }
}
