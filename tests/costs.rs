//! What small maps cost that ask for much, by counting: how much is drawn of them, what is refused, what is read how often.
//! `make costs` measures seconds and memory of the same maps.

mod attacks;

use std::cell::Cell;

use attacks::{BYTES, Kinds, attacks_of};
use jmap::check::{FileError, Files, NoFiles};
use jmap::diag::{Diagnostic, LIMIT_EXCEEDED};
use jmap::limits::{Limit, Limits};
use jmap::scene::Node;
use jmap::text::Fonts;
use jmap::theme::Theme;

/// So many letters, and 20 for each part, a drawing of a small map has at most.
const MOST_DRAWN: u64 = 4_000_000;

/// How many letters there are, and 20 for each part.
fn weight(nodes: &[Node]) -> u64 {
    let weights = nodes.iter().map(|node| match node {
        Node::Group(group) => 20 + weight(&group.children),
        Node::Text(text) => 20 + text.line.text.len() as u64,
        Node::Shape(_) | Node::Image(_) => 20,
    });
    weights.sum()
}

fn findings(map: &str) -> Vec<Diagnostic> {
    jmap::read(map, &NoFiles, &Limits::default()).findings
}

#[test]
fn what_a_small_map_repeats_is_drawn_in_bounds_or_refused() {
    let theme = Theme::builtin("default").expect("a theme");
    let drawn = |map: &str| {
        let found = jmap::read(map, &NoFiles, &Limits::default());
        found.map.is_some()
    };
    let mut most = 0;
    let mut refused = 0;
    for attack in attacks_of(Kinds::Products, drawn) {
        let reading = jmap::read(&attack.map, &NoFiles, &Limits::default());
        let Some(map) = reading.map else {
            let found = &reading.findings;
            refused += usize::from(found.iter().any(|one| one.rule == &LIMIT_EXCEEDED));
            continue;
        };
        let (scene, _) = jmap::draw(&map, &theme, &Fonts::builtin());
        let amount = weight(&scene.nodes);
        println!("{amount:>8} {}", attack.name);
        assert!(amount <= MOST_DRAWN, "{}: {amount}", attack.name);
        most = most.max(amount);
    }
    // Else these maps are none that ask for much.
    assert!(most > MOST_DRAWN / 8, "{most}");
    assert!(refused > 5, "{refused}");
}

#[test]
fn of_many_mistakes_a_thousand_are_told() {
    for attack in attacks_of(Kinds::Mistakes, |_| false) {
        let found = findings(&attack.map);
        let mut rules: Vec<&str> = found.iter().map(|finding| finding.rule.name).collect();
        rules.sort_unstable();
        for same in rules.chunk_by(|a, b| a == b) {
            assert!(same.len() <= 1_001, "{}: {}", attack.name, same.len());
        }
    }
}

#[test]
fn a_way_counts_with_the_names_at_its_ends() {
    let map = |ways: usize, long: &str| {
        let ways = "far, ".repeat(ways);
        format!(
            "title: T\npersonas: {{a: A}}\nchannels: [c]\nstages:\n- name: S\n  channel: c\n  touchpoints:\n  - {{name: T, emotion: 1}}\n  - {{name: U, next: [{ways}]}}\n  - V\n  - {{id: far, name: {long}}}\n"
        )
    };
    assert_eq!(findings(&map(300, "Far")), []);
    let found = findings(&map(300, &"long ".repeat(400)));
    assert_eq!(found[0].rule, &LIMIT_EXCEEDED, "{found:?}");
    assert!(found[0].help[1].contains("--limit repeats="), "{found:?}");
    // What it says to take is enough.
    let (_, asked) = found[0].help[1].split_once("repeats=").expect("a number");
    let asked: u64 = asked.parse().expect("a number");
    let raised = Limits::default().with(Limit::Repeats, asked);
    let long = map(300, &"long ".repeat(400));
    assert_eq!(jmap::read(&long, &NoFiles, &raised).findings, []);
}

/// One picture under all names, or one for each name.
struct Pictures {
    one: bool,
    reads: Cell<usize>,
}

impl Files for Pictures {
    fn read(&self, _path: &str, _limit: u64) -> Result<Vec<u8>, FileError> {
        self.reads.set(self.reads.get() + 1);
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, 1_000, 1_000);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header().expect("a header");
        writer.write_image_data(&[0; 125_000]).expect("pixels");
        writer.finish().expect("an end");
        Ok(file)
    }

    fn identity(&self, path: &str) -> String {
        match self.one {
            true => "one".to_owned(),
            false => jmap::check::plain(path),
        }
    }
}

#[test]
fn a_picture_is_decoded_once_and_all_pixels_are_bounded() {
    let few = Limits::default().with(Limit::AllPixels, 4_000_000);
    let map = |paths: &[String]| {
        let image = |path: &String| format!("  - {{name: T, image: '{path}'}}\n");
        let images: String = paths.iter().map(image).collect();
        format!(
            "title: T\npersonas: {{a: A}}\nchannels: [c]\nstages:\n- name: S\n  channel: c\n  touchpoints:\n  - {{name: T, emotion: 1}}\n{images}"
        )
    };
    let read = |paths: &[String], one: bool| {
        let reads = Cell::new(0);
        let files = Pictures { one, reads };
        let found = jmap::read(&map(paths), &files, &few).findings;
        (files.reads.get(), found)
    };
    let spelled: Vec<String> = (1..40)
        .map(|at| format!("{}a.png", "./".repeat(at)))
        .collect();
    assert_eq!(read(&spelled, false), (1, vec![]));
    let linked: Vec<String> = (0..40).map(|at| format!("{at}.png")).collect();
    assert_eq!(read(&linked, true), (1, vec![]));
    assert_eq!(read(&linked[..4], false), (4, vec![]));
    let (reads, found) = read(&linked[..6], false);
    assert_eq!((reads, found.len()), (6, 2), "{found:?}");
    assert!(
        found
            .iter()
            .all(|finding| finding.help.concat().contains("--limit all-pixels="))
    );
}

#[test]
fn the_attacks_are_as_small_as_is_promised() {
    let all = attacks_of(Kinds::All, |_| false);
    assert!(all.len() > 130, "{}", all.len());
    assert!(all.iter().all(|attack| attack.map.len() <= BYTES));
}
