//! `jmap insight`

mod json;
mod markdown;
mod tables;
mod text;

use anyhow::Result;
use jmap::check::Map;
use jmap::diag::render::FORMS;
use serde_json::Value;

use crate::args::{Color, Insight, ReportForm};
use crate::compile::read;
use crate::input::Input;
use crate::talk::Page;
use crate::work::{Listener, Outcome, report};
use crate::{Status, input, output};

/// Reads maps out.
pub fn run(args: &Insight, color: Color) -> Result<Status> {
    let inputs = input::find(&args.maps)?;
    let mut told = Told::new(args.format);
    let mut outcomes = Vec::with_capacity(inputs.maps.len());
    for input in &inputs.maps {
        let (pages, failure) = match tell(input, &mut told) {
            Ok(page) => (vec![page], None),
            Err(error) => (Vec::new(), Some(error)),
        };
        outcomes.push(Outcome {
            name: input.name(),
            pages,
            failure,
        });
    }
    output::to_stdout(told.finish()?.as_bytes())?;
    report(&outcomes, None, &FORMS[0], color, Listener::Talk)
}

fn tell(input: &Input, told: &mut Told) -> Result<Page> {
    let (page, map) = read(input)?;
    if let Some(map) = map {
        told.add(&input.name(), &map);
    }
    Ok(page)
}

/// What was told of the maps so far.
enum Told {
    /// As pages, one after another.
    Pages(fn(&Map) -> String, Vec<String>),
    /// As values.
    Values(Vec<Value>),
}

impl Told {
    fn new(form: ReportForm) -> Told {
        match form {
            ReportForm::Text => Told::Pages(text::print, Vec::new()),
            ReportForm::Markdown => Told::Pages(markdown::print, Vec::new()),
            ReportForm::Json => Told::Values(Vec::new()),
        }
    }

    fn add(&mut self, name: &str, map: &Map) {
        match self {
            Told::Pages(print, pages) => pages.push(print(map)),
            Told::Values(values) => values.push(json::value(name, map)),
        }
    }

    fn finish(self) -> Result<String> {
        match self {
            Told::Pages(_, pages) => Ok(pages.join("\n")),
            Told::Values(values) => Ok(serde_json::to_string_pretty(&values)? + "\n"),
        }
    }
}
