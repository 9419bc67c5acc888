//! What is too much is refused in a sentence, what is just enough is not, and raising the limit moves the border.

use std::fmt::Write as _;

use jmap::check::{FileError, Files, NoFiles};
use jmap::diag::{Diagnostic, LIMIT_EXCEEDED};
use jmap::limits::{LIMITS, Limit, Limits};
use jmap::source::{self, Node, Value};

/// A map with more than one of everything that is counted, in no more than a screen.
const MAP: &str = r#"
title: Ünder limits
personas: {ann: Ann, ben: , cy: {name: Cy, image: face.png}}
channels: {web: Web, shop: }
evidence: {talks: Talks, survey: , rides: }
kpis: {again: {name: Again, value: 3}}
lanes: [touchpoints, emotion, rest]
fonts: [one.ttf, two.ttf]
stages:
- name: Begin
  kpis: {name: At once, value: 4}
  touchpoints:
  - &first {name: Begins, channel: web, emotion: 1, evidence: talks}
  - Waits
- name: End
  touchpoints: [*first]
"#;

/// Pixels of the picture, and bytes of the picture and of a font.
const SIDE: u32 = 8;
const FONT: &[u8] = b"\0\x01\0\0 and so on";

/// Files that are no larger than asked for.
struct Small;

impl Small {
    fn picture() -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, SIDE, SIDE);
        encoder.set_color(png::ColorType::Grayscale);
        let mut writer = encoder.write_header().expect("a header");
        let grey = [200; (SIDE * SIDE) as usize];
        writer.write_image_data(&grey).expect("pixels");
        writer.finish().expect("an end");
        file
    }
}

impl Files for Small {
    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, FileError> {
        let bytes = match path {
            "face.png" => Small::picture(),
            _ => FONT.to_vec(),
        };
        match bytes.len() as u64 > limit {
            true => Err(FileError::TooLarge),
            false => Ok(bytes),
        }
    }
}

fn read(text: &str, limits: &Limits) -> Vec<Diagnostic> {
    jmap::read(text, &Small, limits).findings
}

/// Values in a node, bytes of their texts, and levels of lists and mappings.
fn size(node: &Node) -> [u64; 3] {
    let parts: Vec<[u64; 3]> = match &node.value {
        Value::Scalar(scalar) => return [1, scalar.text.len() as u64, 0],
        Value::List(items) => items.iter().map(size).collect(),
        Value::Mapping(entries) => {
            let key = |text: &str| [1, text.len() as u64, 0];
            let both = |(name, value): &(source::Key, Node)| [key(&name.text), size(value)];
            entries.iter().flat_map(both).collect()
        }
    };
    let all = parts.iter().fold([1, 0, 0], |sum: [u64; 3], part| {
        [sum[0] + part[0], sum[1] + part[1], sum[2].max(part[2])]
    });
    [all[0], all[1], all[2] + 1]
}

/// Bytes of the picture as a drawing holds it.
fn shown() -> u64 {
    let map = jmap::read(MAP, &Small, &Limits::default()).map;
    let personas = map.expect("a map").personas;
    let pictures = personas.iter().filter_map(|persona| persona.image.as_ref());
    pictures.map(|picture| picture.bytes.len() as u64).sum()
}

/// How much of what a limit bounds is in [`MAP`]; nothing where the limit is not the library's.
fn used(limit: Limit) -> Option<u64> {
    let (root, _) = source::parse(MAP, &Limits::default());
    let [values, text, depth] = size(&root.expect("a map"));
    let picture = Small::picture().len() as u64;
    Some(match limit {
        Limit::Bytes => MAP.len() as u64,
        Limit::AllText => text,
        Limit::Depth => depth,
        Limit::Values => values,
        Limit::Text => "Ünder limits".chars().count() as u64,
        // The letters of its texts at least; what is said more than once has a test of its own.
        Limit::Drawing => {
            let fits = |most| read(MAP, &Limits::default().with(Limit::Drawing, most)).is_empty();
            let (mut little, mut enough) = (text, 10 * text);
            while enough - little > 1 {
                let between = (little + enough) / 2;
                match fits(between) {
                    true => enough = between,
                    false => little = between,
                }
            }
            enough
        }
        Limit::Stages => 2,
        Limit::Touchpoints => 3,
        Limit::Personas => 3,
        Limit::Channels => 2,
        Limit::Lanes => 3,
        Limit::Sources => 3,
        Limit::Kpis => 2,
        Limit::ImageBytes => picture,
        Limit::Pixels => u64::from(SIDE * SIDE),
        Limit::FontBytes => FONT.len() as u64,
        Limit::FilesBytes => shown() + 2 * FONT.len() as u64,
        // What a font uses up is in `fonts.rs`; what repeats, all pixels and what a drawing is too large for are in costs.rs.
        Limit::Lookups | Limit::Shaping | Limit::Glyph | Limit::Glyphs => return None,
        Limit::ThemeBytes | Limit::Findings | Limit::Repeats | Limit::AllPixels => return None,
        Limit::Fitted | Limit::Painted => return None,
    })
}

#[test]
fn what_is_just_enough_is_taken_and_what_is_more_is_refused() {
    let usual = Limits::default();
    assert_eq!(read(MAP, &usual), []);
    let all = LIMITS.iter();
    let bounded: Vec<_> = all
        .filter_map(|spec| Some((spec, used(spec.limit)?)))
        .collect();
    assert_eq!(bounded.len() + 10, LIMITS.len());
    for (spec, used) in bounded {
        let name = spec.name;
        assert_eq!(read(MAP, &usual.with(spec.limit, used)), [], "{name}");
        let found = read(MAP, &usual.with(spec.limit, used - 1));
        assert!(!found.is_empty(), "{name}");
        for finding in found {
            assert_eq!(finding.rule, &LIMIT_EXCEEDED, "{name}: {finding:?}");
            let raises = format!("--limit {name}=");
            let help = finding.help.join("\n");
            assert!(help.contains(&raises), "{name}: {help}");
            let told = format!("{} {}", finding.message, finding.mark);
            let most = spec.written(used - 1);
            assert!(told.contains(&most), "{name}: {told} without {most}");
        }
    }
}

#[test]
fn a_long_journey_needs_no_flag() {
    let mut map = "title: A long way\npersonas: {a: Ann, b: Ben}\nchannels: {web: Web, shop: Shop}\nstages:\n".to_owned();
    for at in 0..20_000 {
        if at % 4 == 0 {
            writeln!(map, "  - name: Part {at}\n    touchpoints:").expect("a string grows");
        }
        write!(
            map,
            "      - name: Takes step {at} and waits for an answer, as everybody in this town has to who wants to build a house\n        channel: web\n        department: Sales\n        emotion: {{a: {{score: -1, feeling: number {at}}}, b: 1}}\n        thoughts: What comes after step {at}?\n        pain_points: {{text: Nobody says how long step {at} takes, severity: high}}\n        opportunities: {{text: Say it before step {at}, value: high, effort: low, owner: Service}}\n"
        )
        .expect("a string grows");
    }
    assert!(map.len() > 8 << 20);
    let reading = jmap::read(&map, &NoFiles, &Limits::default());
    assert_eq!(reading.findings, []);
    assert_eq!(reading.map.expect("a map").touchpoints.len(), 20_000);
}

#[test]
fn a_text_that_is_repeated_counts_each_time() {
    let long = "long ".repeat(3_999);
    let map = |times: usize| {
        let aliases = "*t, ".repeat(times);
        MAP.replace("- Waits", &format!("- {{name: Waits, notes: &t {long}}}"))
            .replace(
                "[*first]",
                &format!("[*first, {{name: A, quotes: [{aliases}]}}]"),
            )
    };
    let found = read(&map(900), &Limits::default());
    assert_eq!(found[0].rule, &LIMIT_EXCEEDED);
    assert!(found[0].message.contains("16 MiB together"), "{found:?}");
    let repeats = Limits::default().with(Limit::Repeats, u64::MAX);
    assert_eq!(read(&map(400), &repeats), []);
}

#[test]
fn what_is_said_often_counts_as_often() {
    let many = |what: &str, count: usize| -> String {
        let all = (0..count).map(|at| format!("{what}{at}: {what}, "));
        all.collect()
    };
    let map = |personas: &str, channels: &str, own: &str, touchpoint: &str| {
        let references = channels.split(", ").filter_map(|one| one.split(':').next());
        let references: Vec<&str> = references.filter(|id| !id.is_empty()).collect();
        let references = references.join(", ");
        let touchpoints = format!("  - {touchpoint}\n").repeat(12_000);
        format!(
            "title: T\npersonas: {{{personas}}}\nchannels: {{{channels}}}\n{own}stages:\n- name: S\n  channel: [{references}]\n  touchpoints:\n{touchpoints}"
        )
    };
    let (ann, web) = ("ann: Ann, ", "web: Web, ");
    let long = "o".repeat(3_000);
    let felt = "{name: Waits, emotion: 1}";
    assert_eq!(read(&map(ann, web, "", felt), &Limits::default()), []);
    for (personas, channels, own, touchpoint) in [
        (&*many("ann", 50), web, "", felt),
        (&format!("ann: {long}"), web, "", felt),
        (ann, &*many("web", 60), "", felt),
        (ann, &format!("web: {long}"), "", felt),
        (ann, web, &*format!("words: {{channels: {long}}}\n"), felt),
    ] {
        let found = read(
            &map(personas, channels, own, touchpoint),
            &Limits::default(),
        );
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].message.contains("more than 12,000,000 letters"));
        assert!(found[0].help[1].contains("--limit drawing="));
    }
}

#[test]
fn a_million_mistakes_are_told_of_in_a_thousand() {
    let nulls = "~, ".repeat(300_000);
    let map = MAP.replace(
        "- Waits",
        &format!("- {{name: Waits, thoughts: [{nulls}]}}"),
    );
    let found = read(&map, &Limits::default());
    assert_eq!(found.len(), 1_001);
    let rest = &found[1_000];
    assert_eq!((rest.rule.name, rest.span.start), ("wrong-type", 0));
    assert!(rest.help[0].ends_with("--limit findings=10000"));
    let few = Limits::default().with(Limit::Findings, 2);
    assert_eq!(read(&map, &few).len(), 3);
}

#[test]
fn a_picture_counts_as_often_as_it_is_shown() {
    let frames = "- {name: Waits, image: face.png}, "
        .repeat(9)
        .replace("- ", "");
    let map = MAP.replace("[*first]", &format!("[*first, {frames}]"));
    let fits = 10 * shown() + 2 * FONT.len() as u64;
    let usual = Limits::default();
    assert_eq!(read(&map, &usual.with(Limit::FilesBytes, fits)), []);
    let found = read(&map, &usual.with(Limit::FilesBytes, fits / 2));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].help[1].contains("--limit files-bytes="));
}

#[test]
fn the_deepest_map_needs_little_stack() {
    let deepest = Limit::Depth.spec().most as usize;
    let limits = Limits::default().with(Limit::Depth, u64::MAX);
    let survives = move || {
        for (open, close) in [("[", "]"), ("{a: ", "}")] {
            let nested = |inside: usize| {
                let levels = deepest - inside;
                format!("{}{}", open.repeat(levels), close.repeat(levels))
            };
            for (map, told) in [
                (format!("{MAP}x-deep: {}", nested(1)), None),
                (
                    format!("{MAP}x-deep: {}", nested(0)),
                    Some("limit-exceeded"),
                ),
                (format!("{MAP}goals: {}", nested(1)), Some("wrong-type")),
                (format!("{MAP}check: {}", nested(1)), Some("wrong-type")),
                (format!("{MAP}no-key: {}", nested(1)), Some("unknown-key")),
                (
                    MAP.replace("emotion: 1", &format!("emotion: {}", nested(5))),
                    Some("wrong-type"),
                ),
            ] {
                let found = read(&map, &limits);
                let first = found.first().map(|finding| finding.rule.name);
                assert!(
                    first == told || open == "{a: " && told.is_some(),
                    "{found:?}"
                );
            }
        }
    };
    let thread = std::thread::Builder::new().stack_size(512 << 10);
    let thread = thread.spawn(survives).expect("a thread");
    thread.join().expect("no overflow");
}

#[test]
fn the_page_lists_all_limits() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/language.md");
    let page = std::fs::read_to_string(page).expect("the page");
    let head = "| name | what it bounds | usually | at most |\n| --- | --- | --- | --- |\n";
    let (_, table) = page.split_once(head).expect("the table of limits");
    let rows: Vec<&str> = table
        .lines()
        .take_while(|line| line.starts_with('|'))
        .collect();
    let expected: Vec<String> = LIMITS
        .iter()
        .map(|spec| {
            let (usual, most) = (spec.written(spec.usual), spec.written(spec.most));
            format!("| `{}` | {} | {usual} | {most} |", spec.name, spec.about)
        })
        .collect();
    assert_eq!(rows, expected);
}
