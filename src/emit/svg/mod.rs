//! SVG: real text with the fonts' subsets in the file, presentation attributes, nothing that runs or is fetched.
//! The `svg` crate writes the document and its definitions; the body is streamed.

mod body;
mod defs;
mod document;
mod fonts;
mod glyphs;
mod origin;
mod out;
mod path;
mod roles;
mod shape;
mod text;

#[cfg(test)]
mod tests;

use fonts::Faces;
pub(super) use origin::plain;
pub use origin::read as origin;
pub(super) use out::clean;

use super::{Options, TextMode};
use crate::scene::Scene;

/// Writes a drawing as SVG.
pub fn write(scene: &Scene, options: &Options) -> Vec<u8> {
    let faces = Faces::used(scene, options.text == TextMode::Embed);
    let body = body::write(scene, options.text, &faces);
    let origin = options.origin.as_ref().map(origin::attributes);
    document::write(
        scene,
        &origin.unwrap_or_default(),
        faces.rules().bytes(),
        &body.defs,
        body.out.bytes(),
    )
}
