//! What is to be said of one map.

use anyhow::Result;
use jmap::check::{Date, day};
use jmap::diag::{Diagnostic, INVALID_ENCODING, Level};
use jmap::emit::Source;
use jmap::limits::Limits;
use jmap::model::{self, Day, Document};
use jmap::source::{self, Value};

use super::outputs::Output;
use super::readiness::{Parts, Readiness};
use crate::compile::{Read, open};
use crate::folder::Folder;
use crate::input::Input;
use crate::origin;
use crate::place::Place;
use crate::timings::Timings;

/// A map in the list.
#[derive(Debug)]
pub struct Row {
    /// Its file.
    pub input: Input,
    /// What it is called.
    pub title: Option<String>,
    /// Whether it shows today, tomorrow or a guess.
    pub state: Option<&'static str>,
    /// Who keeps it current.
    pub owner: Option<String>,
    /// Day of the last change.
    pub updated: Option<Date>,
    /// Day by which it has to be looked at again.
    pub review_by: Option<Date>,
    /// Whether that day has passed.
    pub overdue: bool,
    /// Number of its errors; with any, it cannot be drawn.
    pub errors: usize,
    /// The components without which there is no map; `None` where it cannot be read.
    pub required: Option<Parts>,
    /// What is recommended; `None` where it has errors.
    pub recommended: Option<Parts>,
    /// What it is now.
    pub source: Source,
    /// The drawings that name it as their source.
    pub outputs: Vec<Output>,
}

impl Row {
    /// Whether a drawing shows an older state of it.
    pub fn has_stale_outputs(&self) -> bool {
        self.outputs.iter().any(|output| output.stale == Some(true))
    }
}

/// Reads a map for the list; nothing where the file is none.
pub fn read(found: &Place, as_of: Date, limits: &Limits) -> Result<Option<Row>> {
    let input = Input::File(found.clone());
    let folder = Folder::new(input.folder()).hashing();
    let read = open(&input, folder, limits, &Timings::default())?;
    let (node, _) = source::parse(&read.page.text, limits);
    let is_map = match node.as_ref().map(|node| &node.value) {
        Some(Value::Mapping(entries)) => is_map(
            &entries
                .iter()
                .map(|(key, _)| &*key.text)
                .collect::<Vec<_>>(),
        ),
        Some(_) => false,
        // What cannot be read may still be meant as a map.
        None => {
            let keys = read
                .page
                .text
                .lines()
                .filter_map(|line| line.split_once(':'));
            is_map(&keys.map(|(key, _)| key.trim_end()).collect::<Vec<_>>())
        }
    };
    if found.folder().is_some() && !is_map {
        return Ok(None);
    }
    let is_text = |finding: &Diagnostic| finding.rule != &INVALID_ENCODING;
    let node = node.filter(|_| read.page.findings.iter().all(is_text));
    let document = node.and_then(|node| model::read(&node, limits).0.document);
    Ok(Some(row(input, read, document.as_ref(), as_of, limits)))
}

/// Whether the keys at the top level are those of a map. `stages` alone may be a pipeline's of continuous integration.
fn is_map(keys: &[&str]) -> bool {
    let has = |key| keys.contains(&key);
    has("personas") || has("stages") && (has("title") || has("channels"))
}

fn row(input: Input, read: Read, document: Option<&Document>, as_of: Date, limits: &Limits) -> Row {
    let of_theme = read
        .map
        .as_ref()
        .map(|map| origin::read_theme(map, &read.folder, limits));
    let findings = read.page.findings.iter().chain(of_theme.iter().flatten());
    let errors = findings.filter(|finding| finding.level == Level::Error);
    let date = |written: fn(&Document) -> &Option<Day>| {
        let written = document.and_then(|document| written(document).as_ref());
        written.and_then(|written| day(&written.0).ok())
    };
    let text = |written: fn(&Document) -> &Option<model::Text>| {
        let written = document.and_then(|document| written(document).as_ref());
        written.map(|written| written.text.to_string())
    };
    let review_by = date(|document| &document.review_by);
    let Readiness {
        required,
        recommended,
    } = Readiness::of(document, read.map.as_ref(), as_of);
    Row {
        title: text(|document| &document.title),
        state: document
            .and_then(|document| document.state)
            .map(model::State::word),
        owner: text(|document| &document.owner),
        updated: date(|document| &document.updated),
        review_by,
        overdue: review_by.is_some_and(|day| day < as_of),
        errors: errors.count(),
        required,
        recommended,
        source: origin::source(&input, &read.page.text, &read.folder),
        outputs: Vec::new(),
        input,
    }
}
