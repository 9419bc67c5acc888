//! PNG: painted from the scene, in strips, the same pixels on every machine.

mod cut;
mod file;
mod glyphs;
mod items;
mod layers;
mod origin;
mod outline;
mod page;
mod photo;
mod size;
mod stroke;
mod tile;

#[cfg(test)]
mod tests;

pub use origin::read as origin;
pub use size::Resolution;

use super::Options;
use crate::diag::Diagnostic;
use crate::scene::Scene;
use size::Frame;

/// Writes a drawing as PNG. It is refused where it would have too many pixels.
pub fn write(scene: &Scene, options: &Options) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let frame =
        Frame::new(scene, options.resolution, &options.limits).map_err(|finding| vec![*finding])?;
    file::write(scene, &frame, options.origin.as_ref())
        .map_err(|error| vec![size::refused(scene, &error.to_string())])
}
