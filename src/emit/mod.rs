//! Stage 6: Scene → bytes. One file and one row in [`FORMATS`] each.

pub mod svg;

use crate::scene::Scene;

/// A form in which a drawing is written.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Name on the command line.
    pub name: &'static str,
    /// Ending of its files, without the full stop.
    pub extension: &'static str,
    /// Writes a drawing.
    pub write: fn(&Scene, TextMode) -> Vec<u8>,
}

/// All formats; the first is the default.
pub const FORMATS: &[Format] = &[Format {
    name: "svg",
    extension: "svg",
    write: svg::write,
}];

/// How the letters get into a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextMode {
    /// As text, with the part of each font that the drawing needs.
    #[default]
    Embed,
    /// As outlines: for print shops and viewers that ignore embedded fonts.
    Outlines,
    /// As text, in whatever font the viewer has.
    System,
}
