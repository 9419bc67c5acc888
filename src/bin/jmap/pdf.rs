//! What a PDF is asked to be.

use anyhow::{Result, anyhow};
use clap::builder::{PossibleValue, PossibleValuesParser};
use jmap::emit::Format;
use jmap::emit::pdf::{STANDARDS, Standards};

use crate::formats::needs;

/// What a PDF is asked to be.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Standards of PDF")]
pub struct Pdf {
    /// What a PDF keeps; where a map stands in the way, none is written and its line is named
    ///
    /// Several may be given: `ua-1,a-2a`.
    #[arg(long, value_name = "STANDARD", value_delimiter = ',', value_parser = names())]
    pdf_standard: Vec<String>,
}

impl Pdf {
    /// The standards that drawings of a form are to keep.
    pub fn standards(&self, formats: &[&Format]) -> Result<Standards> {
        if !self.pdf_standard.is_empty() {
            needs(formats, "--pdf-standard", &["pdf"])?;
        }
        let names = self.pdf_standard.iter().map(String::as_str);
        Standards::of(names).map_err(|why| anyhow!("--pdf-standard: {why}"))
    }
}

fn names() -> PossibleValuesParser {
    let values = STANDARDS.iter();
    PossibleValuesParser::new(
        values.map(|standard| PossibleValue::new(standard.name).help(standard.about)),
    )
}
