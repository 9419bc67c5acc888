//! `jmap insight`

mod json;
mod markdown;
mod tables;
mod text;

use anyhow::{Error, Result, anyhow};
use jmap::check::Map;
use jmap::diag::render::{Lines, document};
use jmap::insight::forecast::{Forecast, Refusal, forecast};
use serde_json::Value;

use crate::args::{Color, Insight, ReportForm};
use crate::compile::read;
use crate::input::Input;
use crate::talk::{Page, Voice};
use crate::work::{Listener, Outcome, report};
use crate::{Status, input, output};

/// Reads maps out.
pub fn run(args: &Insight, color: Color) -> Result<Status> {
    let inputs = input::find(&args.maps)?;
    let mut told = Told::new(args.format);
    let mut outcomes = Vec::with_capacity(inputs.maps.len());
    for input in &inputs.maps {
        let (pages, failure) = match tell(input, args, &mut told) {
            Ok(page) => (vec![page], None),
            Err(error) => (Vec::new(), Some(error)),
        };
        outcomes.push(Outcome {
            name: input.name(),
            pages,
            failure,
        });
    }
    output::print(&told.finish())?;
    report(&outcomes, None, Voice::aside(color), Listener::Talk)
}

fn tell(input: &Input, args: &Insight, told: &mut Told) -> Result<Page> {
    let (page, map) = read(input, &args.limits.limits())?;
    if let Some(map) = map {
        let forecast = args.forecast.then(|| forecast(&map)).transpose();
        let forecast = forecast.map_err(|refusal| refused(&page, &map, &refusal))?;
        told.add(&input.name(), &map, forecast.as_ref());
    }
    Ok(page)
}

/// Why a map has no forecast, and where.
fn refused(page: &Page, map: &Map, refusal: &Refusal) -> Error {
    let first = refusal.touchpoints().first();
    let start = first
        .and_then(|&at| map.touchpoints.get(at))
        .map_or(0, |touchpoint| touchpoint.name.span.start as usize);
    let (line, column) = Lines::new(&page.text).place(start);
    anyhow!("{}:{line}:{column}: {}", page.name, refusal.sentence(map))
}

/// What was told of the maps so far.
enum Told {
    /// As pages, one after another.
    Pages(fn(&Map, Option<&Forecast>) -> String, Vec<String>),
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

    fn add(&mut self, name: &str, map: &Map, forecast: Option<&Forecast>) {
        match self {
            Told::Pages(print, pages) => pages.push(print(map, forecast)),
            Told::Values(values) => values.push(json::value(name, map, forecast)),
        }
    }

    fn finish(self) -> String {
        match self {
            Told::Pages(_, pages) => pages.join("\n"),
            Told::Values(values) => document(&Value::Array(values)),
        }
    }
}
