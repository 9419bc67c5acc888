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
#[path = "insight/stranded.rs"]
mod stranded;

use jmap::check::{Map, NoFiles};
use jmap::source::Limits;

/// A map of two personas, `ann` and `bob`, and two channels, `web` and `shop`; `rest` has the stages and what else it takes.
fn map(rest: &str) -> Map {
    read(&format!(
        "title: A map\npersonas: {{ann: Ann, bob: Bob}}\nchannels: {{web: Website, shop: Shop}}\n{rest}"
    ))
}

/// A map of touchpoints `A`, `B`, `C`, …, each with keys of its own.
fn journey(keys: &[&str]) -> Map {
    journey_of("", keys)
}

/// The same with more keys at the top.
fn journey_of(top: &str, keys: &[&str]) -> Map {
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
    map(&format!(
        "{top}\nstages:\n- name: Stage\n  touchpoints:\n{touchpoints}"
    ))
}

fn read(text: &str) -> Map {
    let (map, findings) = jmap::read(text, &NoFiles, &Limits::default()).judged();
    map.unwrap_or_else(|| panic!("{findings:#?}\n{text}"))
}
