//! What maps say, beside what a reader with a pencil finds.

#[path = "insight/by_hand.rs"]
mod by_hand;
#[path = "insight/claims.rs"]
mod claims;
#[path = "insight/compare.rs"]
mod compare;
#[path = "insight/curves.rs"]
mod curves;
#[path = "insight/headlines.rs"]
mod headlines;
#[path = "insight/rules_curve.rs"]
mod rules_curve;
#[path = "insight/rules_journey.rs"]
mod rules_journey;
#[path = "insight/stranded.rs"]
mod stranded;
#[path = "insight/valleys.rs"]
mod valleys;

use jmap::check::{Date, Map, NoFiles};
use jmap::source::Limits;

/// A map of two personas, `ann` and `bob`, and two channels, `web` and `shop`; `rest` has the stages and what else it takes.
fn map(rest: &str) -> Map {
    read(&map_text(rest))
}

fn map_text(rest: &str) -> String {
    format!(
        "title: A map\npersonas: {{ann: Ann, bob: Bob}}\nchannels: {{web: Website, shop: Shop}}\n{rest}"
    )
}

/// A map of touchpoints `A`, `B`, `C`, …, each with keys of its own.
fn journey(keys: &[&str]) -> Map {
    journey_of("", keys)
}

/// The same with more keys at the top.
fn journey_of(top: &str, keys: &[&str]) -> Map {
    read(&journey_text(top, keys))
}

fn journey_text(top: &str, keys: &[&str]) -> String {
    let touchpoint = |(ix, keys): (usize, &&str)| {
        let name = match u8::try_from(ix) {
            Ok(ix @ 0..26) => char::from(b'A' + ix).to_string(),
            _ => format!("T{ix}"),
        };
        let channel = if keys.contains("channel:") {
            ""
        } else {
            "channel: web, "
        };
        format!("  - {{name: {name}, {channel}{keys}}}\n")
    };
    let touchpoints: String = keys.iter().enumerate().map(touchpoint).collect();
    map_text(&format!(
        "{top}\nstages:\n- name: Stage\n  touchpoints:\n{touchpoints}"
    ))
}

/// What a lint says of a map: the texts that it points to.
fn told(rule: &str, text: &str) -> Vec<String> {
    let map = read(text);
    let day = Date {
        year: 2026,
        month: 11,
        day: 1,
    };
    let findings = jmap::lint(&map, day, &Limits::default()).into_iter();
    let own = findings.filter(|finding| finding.rule.name == rule);
    own.map(|finding| {
        let (start, end) = (finding.span.start as usize, finding.span.end as usize);
        text[start..end].trim_end().to_owned()
    })
    .collect()
}

fn read(text: &str) -> Map {
    let (map, findings) = jmap::read(text, &NoFiles, &Limits::default()).judged();
    map.unwrap_or_else(|| panic!("{findings:#?}\n{text}"))
}
