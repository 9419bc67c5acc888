//! What maps say, beside what a reader with a pencil finds.

#[path = "insight/claims.rs"]
mod claims;
#[path = "insight/compare.rs"]
mod compare;

use jmap::check::{Map, NoFiles};
use jmap::source::Limits;

/// A map of two personas, `ann` and `bob`, and two channels, `web` and `shop`; `rest` has the stages and what else it takes.
fn map(rest: &str) -> Map {
    read(&format!(
        "title: A map\npersonas: {{ann: Ann, bob: Bob}}\nchannels: {{web: Website, shop: Shop}}\n{rest}"
    ))
}

fn read(text: &str) -> Map {
    let (map, findings) = jmap::read(text, &NoFiles, &Limits::default());
    map.unwrap_or_else(|| panic!("{findings:#?}\n{text}"))
}
