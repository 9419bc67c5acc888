//! SVG: real text with the fonts' subsets in the file, presentation attributes, nothing that runs or is fetched.
//! The `svg` crate writes the document and its definitions; the body is streamed.

mod body;
mod defs;
mod document;
mod fonts;
mod glyphs;
mod out;
mod path;
mod roles;
mod shape;
mod text;

#[cfg(test)]
mod tests;

use fonts::Faces;

use super::TextMode;
use crate::scene::Scene;

/// Writes a drawing as SVG.
pub fn write(scene: &Scene, mode: TextMode) -> Vec<u8> {
    let faces = Faces::used(scene, mode == TextMode::Embed);
    let body = body::write(scene, mode, &faces);
    document::write(scene, &faces.rules(), &body.defs, &body.out.0).into_bytes()
}
