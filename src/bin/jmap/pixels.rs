//! How finely drawings are painted that are made of pixels.

use anyhow::Result;
use jmap::emit::{Format, Resolution};

use crate::formats::needs;

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
    /// How finely; refused where it is asked for and nothing that is written has pixels.
    pub fn resolution(&self, formats: &[&Format]) -> Result<Resolution> {
        let width = self.width.map(|width| Resolution::Width(width.into()));
        let given = [
            ("--scale", self.scale.map(Resolution::Scale)),
            ("--width", width),
            ("--dpi", self.dpi.map(Resolution::Dpi)),
        ];
        let given = given
            .into_iter()
            .find_map(|(flag, given)| Some((flag, given?)));
        let Some((flag, resolution)) = given else {
            return Ok(Resolution::default());
        };
        needs(formats, flag, &["png"])?;
        Ok(resolution)
    }
}

/// A number between two others.
fn within(text: &str, (least, most): (f64, f64)) -> Result<f64, String> {
    match text.parse() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(format!("a number from {least} to {most} is expected")),
    }
}
