//! How finely drawings are painted that are made of pixels.

use anyhow::{Result, bail};
use jmap::emit::{Format, Resolution};

/// The finest and the coarsest that `--scale` and `--dpi` take.
const SCALES: (f64, f64) = (0.01, 100.0);
const DPIS: (f64, f64) = (1.0, 9600.0);

/// How finely drawings are painted.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "PNG")]
#[group(id = "resolution", multiple = false)]
pub struct Pixels {
    /// Pixels for each CSS pixel of the drawing, of which an inch has 96 [default: 2]
    #[arg(long, value_name = "FACTOR", value_parser = |text: &str| within(text, SCALES))]
    pub scale: Option<f64>,
    /// Pixels across the drawing
    #[arg(long, value_name = "PX", value_parser = clap::value_parser!(u16).range(1..))]
    pub width: Option<u16>,
    /// Pixels for each inch
    #[arg(long, value_name = "N", value_parser = |text: &str| within(text, DPIS))]
    pub dpi: Option<f64>,
}

impl Pixels {
    /// The resolution for a format; refused where it is given and the format has no pixels.
    pub fn of(&self, format: &Format) -> Result<Resolution> {
        let given = [
            ("--scale", self.scale.map(Resolution::Scale)),
            (
                "--width",
                self.width.map(|width| Resolution::Width(width.into())),
            ),
            ("--dpi", self.dpi.map(Resolution::Dpi)),
        ];
        let given = given
            .into_iter()
            .find_map(|(flag, resolution)| Some((flag, resolution?)));
        match given {
            Some((flag, _)) if !format.pixels => bail!(
                "{flag} is for drawings made of pixels, and .{} has none: name a .png file with -o",
                format.extension
            ),
            given => Ok(given.map(|(_, resolution)| resolution).unwrap_or_default()),
        }
    }
}

/// A number between two others.
fn within(text: &str, (least, most): (f64, f64)) -> Result<f64, String> {
    match text.parse() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(format!("a number from {least} to {most} is expected")),
    }
}
