//! jmap compiles a YAML description of a customer journey map into a poster.
//!
//! The modules are the stages of the pipeline, in order:
//! text → located nodes → model → checked map → scene → bytes.
//! The library opens no file, reads no clock and prints nothing.

pub mod color;
pub mod diag;
pub mod geom;

pub mod source;

pub mod model;

pub mod picture;

pub mod check;

pub mod view;

pub mod insight;

pub mod text;

pub mod theme;

pub mod scene;

pub mod layout;

pub mod emit;

use check::{Files, Map};
use diag::Diagnostic;
use source::Limits;

/// Reads a map: text → nodes → model → map. All that is wrong with it is found in one run; with an error there is no map.
///
/// `files` gives the images and fonts that stand beside the map.
pub fn read(text: &str, files: &dyn Files, limits: &Limits) -> (Option<Map>, Vec<Diagnostic>) {
    let (node, mut findings) = source::parse(text, limits);
    let Some(node) = node else {
        return (None, findings);
    };
    let (model, more) = model::read(&node);
    findings.extend(more);
    let (map, more) = check::check(model, files);
    findings.extend(more);
    (map.filter(|_| !diag::any_error(&findings)), findings)
}

/// Draws a map. It always succeeds; the findings name the characters that no font has.
pub fn draw(
    map: &Map,
    theme: &theme::Theme,
    fonts: &text::Fonts,
) -> (scene::Scene, Vec<Diagnostic>) {
    let scene = layout::draw(map, theme, fonts);
    let findings = map.levels.apply(scene::missing_glyphs(&scene));
    (scene, findings)
}
