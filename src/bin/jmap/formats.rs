//! `-f`: the formats of drawings, and the options that only some of them heed.

use anyhow::{Result, bail};
use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jmap::emit::{FORMATS, Format, TextMode};

/// The formats that drawings are written in.
#[derive(Debug, clap::Args)]
pub struct FormatArgs {
    /// The formats to write, all from one reading and one layout of each map
    ///
    /// Several need a folder (`-o posters/`); each drawing has its map's name and its format's ending. Without this, the
    /// ending of the output says what to write (`-o map.svg`).
    #[arg(short = 'f', long, value_name = "FORMATS", value_delimiter = ',', ignore_case = true, value_parser = names())]
    formats: Vec<&'static Format>,
    /// How letters get into the drawing [default: embed]
    #[arg(long, value_enum, value_name = "HOW")]
    pub text: Option<Text>,
}

impl FormatArgs {
    /// The formats that are asked for, each once; none where the output says it.
    pub fn asked(&self) -> Vec<&'static Format> {
        let mut asked: Vec<&'static Format> = Vec::new();
        for format in &self.formats {
            if asked.iter().all(|known| known.name != format.name) {
                asked.push(format);
            }
        }
        asked
    }
}

fn names() -> impl TypedValueParser<Value = &'static Format> {
    let names = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name));
    names.try_map(|name| named(&name).ok_or("no such format"))
}

/// The format of a name.
pub fn named(name: &str) -> Option<&'static Format> {
    FORMATS
        .iter()
        .find(|format| format.name.eq_ignore_ascii_case(name))
}

/// Refuses an option that none of the formats heeds, as all would do without it what they do with it.
pub fn needs(formats: &[&Format], option: &str, heeded_by: &[&str]) -> Result<()> {
    if formats
        .iter()
        .any(|format| heeded_by.contains(&format.name))
    {
        return Ok(());
    }
    let written: Vec<&str> = formats.iter().map(|format| format.name).collect();
    let [one, more @ ..] = heeded_by else {
        return Ok(());
    };
    bail!(
        "{option} says something to {} alone, and what is written is {}: add `-f {one}`, or leave {option} out",
        std::iter::once(one)
            .chain(more)
            .copied()
            .collect::<Vec<_>>()
            .join(" and "),
        written.join(" and ")
    )
}

/// How letters get into the drawing.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum Text {
    /// As text, with the part of each font that is needed
    #[default]
    Embed,
    /// As outlines, for print shops and viewers that ignore embedded fonts
    Outlines,
    /// As text in a font that the viewer has; a PDF has its fonts with it nevertheless
    System,
}

impl From<Text> for TextMode {
    fn from(text: Text) -> TextMode {
        match text {
            Text::Embed => TextMode::Embed,
            Text::Outlines => TextMode::Outlines,
            Text::System => TextMode::System,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_refused_where_no_format_heeds_it() {
        let format = |name| Format { name, ..FORMATS[0] };
        let (svg, pdf, png) = (format("svg"), format("pdf"), format("png"));
        for formats in [vec![&png], vec![&svg, &png]] {
            assert!(needs(&formats, "--dpi", &["png"]).is_ok());
        }
        let refusal = needs(&[&svg, &pdf], "--dpi", &["png"]).expect_err("no format heeds it");
        assert_eq!(
            refusal.to_string(),
            "--dpi says something to png alone, and what is written is svg and pdf: add `-f png`, or leave --dpi out"
        );
        assert!(needs(&[&png], "--text", &["svg", "pdf"]).is_err());
    }
}
