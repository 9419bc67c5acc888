//! Stage 6: Scene → bytes. One file and one row in [`FORMATS`] each.

mod origin;
pub mod png;
pub mod svg;

pub use origin::{Origin, Source};
pub use png::Resolution;

use crate::diag::Diagnostic;
use crate::scene::Scene;

/// Writes the sheets of a drawing, or says what stands in the way.
type Write = fn(&[Scene], &Options) -> Result<Vec<u8>, Vec<Diagnostic>>;

/// A form in which a drawing is written.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Name on the command line.
    pub name: &'static str,
    /// Ending of its files, without the full stop.
    pub extension: &'static str,
    /// Whether a file holds several sheets.
    pub sheets: bool,
    /// Writes a drawing: one sheet, or as many as the format holds. What stands in the way is said as findings in the map.
    pub write: Write,
    /// Reads where a drawing comes from, if it says so; the first [`ORIGIN_WITHIN`] bytes of its file are enough.
    pub origin: fn(&[u8]) -> Option<Origin>,
}

/// All formats; the first is the default.
pub const FORMATS: &[Format] = &[
    Format {
        name: "svg",
        extension: "svg",
        sheets: false,
        write: |sheets, options| {
            Ok(sheets
                .first()
                .map(|sheet| svg::write(sheet, options))
                .unwrap_or_default())
        },
        origin: svg::origin,
    },
    Format {
        name: "png",
        extension: "png",
        sheets: false,
        write: |sheets, options| match sheets.first() {
            Some(sheet) => png::write(sheet, options),
            None => Ok(Vec::new()),
        },
        origin: png::origin,
    },
];

/// Bytes of a file within which it says where it comes from.
pub const ORIGIN_WITHIN: u64 = 16 << 10;

/// How a drawing is written.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How the letters get into the file.
    pub text: TextMode,
    /// How many pixels it has, where it is made of pixels.
    pub resolution: Resolution,
    /// What the file says of where it comes from; nothing where there is none.
    pub origin: Option<Origin>,
}

impl From<TextMode> for Options {
    fn from(text: TextMode) -> Options {
        Options {
            text,
            ..Options::default()
        }
    }
}

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
