//! Stage 6: Scene → bytes. One file and one row in [`FORMATS`] each.

mod letters;
mod link;
mod origin;
pub mod pdf;
pub mod png;
mod round;
pub mod svg;

pub use origin::{Origin, Source};
pub use png::Resolution;

use crate::diag::Diagnostic;
use crate::limits::Limits;
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
    /// Reads where a drawing comes from, if it says so.
    pub origin: fn(&[u8]) -> Option<Origin>,
    /// The bytes from the start of a file within which it says so. A PDF says it near its end: it is read whole.
    pub origin_within: u64,
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
        origin_within: 16 << 10,
    },
    Format {
        name: "pdf",
        extension: "pdf",
        sheets: true,
        write: pdf::write,
        origin: pdf::origin,
        origin_within: 64 << 20,
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
        origin_within: 16 << 10,
    },
];

/// How a drawing is written.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How the letters get into the file.
    pub text: TextMode,
    /// How many pixels it has, where it is made of pixels.
    pub resolution: Resolution,
    /// How many pixels it may have.
    pub limits: Limits,
    /// What the file says of where it comes from; nothing where there is none.
    pub origin: Option<Origin>,
    /// Who keeps the map current: the author of a document.
    pub author: Option<String>,
    /// When the map was last changed; a document without it says of no day that it was made then.
    pub date: Option<Moment>,
    /// The standards that a PDF keeps.
    pub pdf: pdf::Standards,
}

/// A moment in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month.
    pub day: u8,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59.
    pub second: u8,
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
    /// As text, in whatever font the viewer has; in a PDF as [`TextMode::Embed`].
    System,
}
