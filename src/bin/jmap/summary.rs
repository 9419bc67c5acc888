//! What was found, file by file and in numbers.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jmap::diag::render::{Report, visible_name};
use jmap::diag::{Diagnostic, Level, Silenced};

use crate::talk::{Page, plural};
use crate::work::{Outcome, named};

/// What was found in a file, however many maps it belongs to.
pub struct File<'p> {
    page: &'p Page,
    findings: Cow<'p, [Diagnostic]>,
    silenced: Cow<'p, [Silenced]>,
}

impl<'p> File<'p> {
    /// The files of some pages, in their order.
    pub fn all(pages: impl Iterator<Item = &'p Page>) -> Vec<File<'p>> {
        let mut files: Vec<File> = Vec::new();
        let mut known = BTreeMap::new();
        for page in pages {
            let new = files.len();
            let at = *known.entry((&page.name, &page.text)).or_insert(new);
            match files.get_mut(at) {
                Some(file) => {
                    file.findings.to_mut().extend_from_slice(&page.findings);
                    file.silenced.to_mut().extend_from_slice(&page.silenced);
                }
                None => files.push(File {
                    page,
                    findings: Cow::Borrowed(&page.findings),
                    silenced: Cow::Borrowed(&page.silenced),
                }),
            }
        }
        files
    }

    /// What is to be printed of it.
    pub fn report(&self, with_silenced: bool) -> Report<'_> {
        Report {
            name: &self.page.name,
            text: &self.page.text,
            findings: &self.findings,
            silenced: if with_silenced { &self.silenced } else { &[] },
        }
    }
}

/// One line for the whole run: how much was found, and in how many maps. `None` where nothing was.
pub fn summary(outcomes: &[Outcome], theme: Option<&Page>, files: &[File]) -> Option<String> {
    let count = counted(files)?;
    let is_told = |page: &Page| !page.findings.is_empty();
    if let [_] = outcomes {
        let mut told = files.iter().filter(|file| is_told(file.page));
        // The theme's file may be the one.
        return match (told.next(), told.next()) {
            (Some(file), None) => Some(format!("{}: {count}", visible_name(&file.page.name))),
            _ => Some(format!("{}: {count}", named(outcomes))),
        };
    }
    let theme = theme.filter(|page| is_told(page));
    let theme = theme.map(|page| visible_name(&page.name).into_owned());
    let maps = outcomes.iter();
    let maps = match maps.filter(|map| map.pages.iter().any(is_told)).count() {
        0 => None,
        all if all == outcomes.len() => Some("all of them".to_owned()),
        some => Some(format!("{some} of them")),
    };
    let places = listed(theme.into_iter().chain(maps).collect());
    Some(format!("{}: {count} in {places}", named(outcomes)))
}

/// "2 errors, 1 warning and 1 info"; `None` where there is nothing.
fn counted(files: &[File]) -> Option<String> {
    let entries: Vec<_> = files
        .iter()
        .flat_map(|file| file.report(false).entries())
        .collect();
    let count = |level: Level| {
        let count = entries.iter().filter(|entry| entry.finding.level == level);
        match count.count() {
            0 => None,
            count => Some(plural(count, level.name())),
        }
    };
    let levels = [Level::Error, Level::Warning, Level::Info];
    let parts: Vec<_> = levels.into_iter().filter_map(count).collect();
    (!parts.is_empty()).then(|| listed(parts))
}

/// "a, b and c".
fn listed(mut words: Vec<String>) -> String {
    match words.pop() {
        Some(last) if !words.is_empty() => format!("{} and {last}", words.join(", ")),
        last => last.unwrap_or_default(),
    }
}
