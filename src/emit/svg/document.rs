//! The document around the body: the root element, title and description, fonts and definitions.

use svg::Document;
use svg::node::element::{Description, Title};

use super::defs::{Defs, id, length};
use super::fonts::{FALLBACK, FAMILY};
use super::out::clean;
use crate::geom::MILLIMETRE;
use crate::scene::Scene;

/// The whole file.
///
/// The root is a document to assistive technology, since what is inside an image cannot be walked. Its direction is fixed:
/// every text is placed by its left edge, also where the page around the drawing runs from right to left.
///
/// `origin` are attributes that say where it comes from; they stand first, where everybody sees them.
pub fn write(scene: &Scene, origin: &str, rules: &[u8], defs: &Defs, body: &[u8]) -> Vec<u8> {
    let (title, description) = (clean(&scene.title), clean(&scene.description));
    let (title_id, description_id) = (id("t", &title), id("d", &description));
    let ground = scene.ground();
    let [x, y, width, height] = [ground.x, ground.y, ground.width, ground.height].map(length);
    // Paper is stated as printers and shops state it.
    let stated = |extent: f64| match scene.on_paper {
        true => format!("{}mm", length(extent / MILLIMETRE)),
        false => format!("{}pt", length(extent)),
    };
    let mut document = Document::new()
        .set("viewBox", format!("{x} {y} {width} {height}"))
        .set("width", stated(ground.width))
        .set("height", stated(ground.height))
        .set("role", "graphics-document")
        .set("xml:lang", clean(&scene.lang))
        .set("direction", "ltr")
        .set("font-family", format!("{FAMILY},{FALLBACK}"))
        .set("text-rendering", "geometricPrecision")
        .set("aria-labelledby", title_id.as_str())
        .add(Title::new(title).set("id", title_id.as_str()));
    if !description.is_empty() {
        document = document
            .set("aria-describedby", description_id.as_str())
            .add(
                Description::new()
                    .set("id", description_id.as_str())
                    .add(svg::node::Text::new(description)),
            );
    }
    if defs.has_glyphs() {
        // The older way to refer, which every viewer knows.
        document = document.set("xmlns:xlink", "http://www.w3.org/1999/xlink");
    }
    if let Some(definitions) = defs.element((!rules.is_empty()).then_some(RULES)) {
        document = document.add(definitions);
    }
    splice(&document.to_string(), origin, rules, body)
}

/// What stands in the document for the fonts' rules, which are half of the file.
const RULES: &str = "@rules";

/// Puts attributes before those of the root, the rules where they belong, and the body before the end of the document.
fn splice(document: &str, attributes: &str, rules: &[u8], body: &[u8]) -> Vec<u8> {
    const START: &str = "<svg";
    const STYLE: &str = "<style>";
    const END: &str = "</svg>";
    let inner = document.strip_prefix(START).unwrap_or(document);
    let inner = inner.strip_suffix(END).unwrap_or(inner);
    // No text can hold the tag: its first character is escaped.
    let style = inner.find(STYLE).unwrap_or(inner.len());
    let (before, after) = inner.split_at(style);
    let (style, after) = after.split_once(RULES).unwrap_or((after, ""));
    let [before, style, after] = [before, style, after].map(str::as_bytes);
    let [start, attributes, end] = [START, attributes, END].map(str::as_bytes);
    let parts = [
        start, attributes, before, style, rules, after, body, end, b"\n",
    ];
    parts.concat()
}
