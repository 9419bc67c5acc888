//! Ids: made, kept apart, and found again.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use unicode_normalization::{
    IsNormalized, UnicodeNormalization, char::is_combining_mark, is_nfc_quick,
};

use crate::diag::{self, Diagnostic, Findings, Span};
use crate::model::{CURLY, Text, article, nearest, shortened};
use crate::unseen;

/// Something that has or wants an id.
pub(super) struct Item {
    /// The id as written.
    pub id: Option<Text>,
    /// Its name or text.
    pub name: Option<Rc<str>>,
    /// Where a finding about it points.
    pub span: Span,
}

/// Ids that a kind of thing cannot have.
#[derive(Clone, Copy, Default)]
pub(super) struct Reserved {
    /// The ids.
    pub ids: &'static [&'static str],
    /// What they mean instead.
    pub meaning: &'static str,
}

/// All things of one kind, by id and by name.
pub(super) struct Space {
    kind: &'static str,
    /// The key of the map under which such things stand by id.
    home: Option<&'static str>,
    ids: Vec<Rc<str>>,
    names: Vec<Option<Rc<str>>>,
    /// Whether the id was made from the name, by position.
    made: Vec<bool>,
    by_id: HashMap<Rc<str>, usize>,
    by_name: HashMap<Rc<str>, Vec<usize>>,
    /// Whether something that could not be read may have been the one that a reference means.
    incomplete: bool,
    /// References for which a neighbour is still sought: enough for people, bounded for machines.
    patience: usize,
}

impl Space {
    /// Gives everything an id; `incomplete` says that things are missing.
    pub fn new(
        kind: &'static str,
        items: Vec<Item>,
        reserved: Reserved,
        incomplete: bool,
        findings: &mut Findings,
    ) -> Space {
        let mut by_id: HashMap<Rc<str>, usize> = HashMap::with_capacity(items.len());
        let written: Vec<Option<Rc<str>>> = items
            .iter()
            .map(|item| item.id.as_ref().map(|id| composed(&id.text)))
            .collect();
        for (index, (item, id)) in items.iter().zip(&written).enumerate() {
            let (Some(id), Some(text)) = (id, &item.id) else {
                continue;
            };
            if reserved.ids.contains(&&**id) {
                findings.push(reserved_id(kind, text, reserved.meaning));
            }
            match by_id.get(id).and_then(|first| items.get(*first)) {
                Some(first) => findings.push(duplicate_id(kind, text, first)),
                None => _ = by_id.insert(id.clone(), index),
            }
        }
        let made = written.iter().map(Option::is_none).collect();
        let mut by_name: HashMap<Rc<str>, Vec<usize>> = HashMap::with_capacity(items.len());
        let names: Vec<_> = items
            .iter()
            .map(|item| item.name.as_ref().map(composed))
            .collect();
        for (index, name) in names.iter().enumerate() {
            if let Some(name) = name {
                by_name.entry(name.clone()).or_default().push(index);
            }
        }
        let ids = with_made(kind, written, &names, reserved.ids, &mut by_id);
        Space {
            kind,
            home: None,
            ids,
            names,
            made,
            by_id,
            by_name,
            incomplete,
            patience: 100,
        }
    }

    /// Says under which key of the map such things stand by id.
    pub fn at(mut self, home: &'static str) -> Space {
        self.home = Some(home);
        self
    }

    /// The id of the thing at a position.
    pub fn id(&self, index: usize) -> Rc<str> {
        self.ids.get(index).cloned().unwrap_or_default()
    }

    /// Whether the id of the thing at a position was made.
    pub fn is_made(&self, index: usize) -> bool {
        self.made.get(index).is_some_and(|made| *made)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// The position of the thing that a reference names by id or exact name. `None` where there is none, and a
    /// finding unless that follows from another.
    pub fn find(&mut self, reference: &Text, findings: &mut Findings) -> Option<usize> {
        let wanted = composed(&reference.text);
        let named = self.by_name.get(&wanted).map(Vec::as_slice);
        if let Some(index) = self.by_id.get(&wanted)
            // An id that was made from a name that two share is no better than the name.
            && (named.is_none_or(|named| named.len() < 2) || !self.is_made(*index))
        {
            return Some(*index);
        }
        match named {
            Some([index]) => return Some(*index),
            Some(several) => findings.push(self.ambiguous(reference, several)),
            None if self.incomplete => {}
            None => findings.push(self.unknown(reference, &[])),
        }
        None
    }

    /// There is no such thing; `also` are words that could stand there as well.
    pub fn unknown(&mut self, reference: &Text, also: &[&str]) -> Diagnostic {
        let message = format!("there is no {} `{}`", self.kind, shortened(&reference.text));
        let finding = Diagnostic::new(&diag::UNKNOWN_REFERENCE, reference.span, message)
            .mark("refers to nothing");
        let finding = match reference.text.starts_with(CURLY) {
            true => finding.note("curly quotes are part of a text; an id needs none"),
            false => finding,
        };
        let known = self
            .ids
            .iter()
            .chain(self.names.iter().flatten())
            .map(|known| &**known);
        self.patience = self.patience.saturating_sub(1);
        let near = if self.patience > 0 {
            nearest(&reference.text, known.chain(also.iter().copied()))
        } else {
            None
        };
        if let Some(near) = near {
            return finding.help(format!("did you mean `{}`?", shortened(near)));
        }
        if self.ids.is_empty() {
            let finding = finding.note(format!("the map has no {} at all", self.kind));
            return match self.home {
                Some(home) => finding.help(format!(
                    "add it at the top of the map:\n{home}:\n  {}: …",
                    shortened(&reference.text)
                )),
                None => finding,
            };
        }
        let ids: Vec<&str> = self.ids.iter().map(|id| &**id).collect();
        finding.help(format!("these are there: {}", listed(&ids, ", ")))
    }

    fn ambiguous(&self, reference: &Text, several: &[usize]) -> Diagnostic {
        let ids: Vec<&str> = several
            .iter()
            .filter_map(|index| self.ids.get(*index))
            .map(|id| &**id)
            .collect();
        let name = shortened(&reference.text);
        Diagnostic::new(
            &diag::AMBIGUOUS_REFERENCE,
            reference.span,
            format!("`{name}` is the name of {} {}s", several.len(), self.kind),
        )
        .mark("which one?")
        .help(format!("refer to it by id: {}", listed(&ids, " or ")))
    }
}

/// The first few of some ids.
fn listed(ids: &[&str], between: &str) -> String {
    const LISTED: usize = 12;
    let first = ids.iter().take(LISTED);
    let mut listed: Vec<String> = first.map(|id| format!("`{}`", shortened(id))).collect();
    if ids.len() > LISTED {
        listed.push("…".to_owned());
    }
    listed.join(between)
}

fn reserved_id(kind: &str, id: &Text, meaning: &str) -> Diagnostic {
    Diagnostic::new(
        &diag::RESERVED_ID,
        id.span,
        format!("`{}` cannot be the id of {}", id.text, article(kind)),
    )
    .mark(meaning)
    .help("take another id")
}

fn duplicate_id(kind: &str, id: &Text, first: &Item) -> Diagnostic {
    Diagnostic::new(
        &diag::DUPLICATE_ID,
        id.span,
        format!("two {kind}s have the id `{}`", shortened(&id.text)),
    )
    .mark("again here")
    .label(
        first.id.as_ref().map_or(first.span, |id| id.span),
        "first here",
    )
    .help("change one of them: references must lead to one place")
}

/// Ids for things of a kind: those that are written, and for the others such as are made from their names. `taken` knows
/// those that are written, and learns the others.
fn with_made(
    kind: &str,
    written: Vec<Option<Rc<str>>>,
    names: &[Option<Rc<str>>],
    reserved: &[&str],
    taken: &mut HashMap<Rc<str>, usize>,
) -> Vec<Rc<str>> {
    let mut repeats: HashMap<String, usize> = HashMap::with_capacity(written.len());
    let mut ids = Vec::with_capacity(written.len());
    for (index, (id, name)) in written.into_iter().zip(names).enumerate() {
        ids.push(id.unwrap_or_else(|| {
            let stem = name.as_deref().map(slug).filter(|slug| !slug.is_empty());
            let stem = stem.unwrap_or_else(|| format!("{}-{}", slug(kind), index + 1));
            let id = free_id(stem, reserved, taken, &mut repeats);
            taken.insert(id.clone(), index);
            id
        }));
    }
    ids
}

/// The ids that things of a kind get where nothing else is there: each with its id where that is written, and its name.
pub(super) fn made_anew<'t>(
    kind: &str,
    things: impl Iterator<Item = (Option<&'t Rc<str>>, &'t Rc<str>)>,
    reserved: &[&str],
) -> Vec<Rc<str>> {
    let (written, names): (Vec<_>, Vec<_>) = things
        .map(|(id, name)| (id.cloned(), Some(composed(name))))
        .unzip();
    let known = written.iter().enumerate();
    let mut taken: HashMap<Rc<str>, usize> = known
        .filter_map(|(index, id)| Some((id.clone()?, index)))
        .collect();
    with_made(kind, written, &names, reserved, &mut taken)
}

/// Adds `-2`, `-3` to an id until nobody else has it.
fn free_id(
    stem: String,
    reserved: &[&str],
    taken: &HashMap<Rc<str>, usize>,
    repeats: &mut HashMap<String, usize>,
) -> Rc<str> {
    // Where the count went on the last time, so that a thousand equal names stay cheap.
    let count = repeats.entry(stem.clone()).or_insert(1);
    let mut id = stem.clone();
    while taken.contains_key(&*id) || reserved.contains(&&*id) {
        *count += 1;
        id = format!("{stem}-{count}");
    }
    id.into()
}

/// An id made from a name: lower case, letters and digits of any script, the rest hyphens.
pub(super) fn slug(name: &str) -> String {
    // The shorter way gives the same: ASCII is composed, and has no marks.
    if name.is_ascii() {
        return hyphenated(name.chars().map(|c| c.to_ascii_lowercase()), name.len());
    }
    hyphenated(name.chars().flat_map(char::to_lowercase).nfc(), name.len())
}

fn hyphenated(chars: impl Iterator<Item = char>, length: usize) -> String {
    let mut slug = String::with_capacity(length);
    for c in chars {
        if c.is_alphanumeric() || (!c.is_ascii() && is_combining_mark(c)) {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The text in Unicode's composed form and without what is not seen, so that what looks equal is equal.
fn composed(text: &Rc<str>) -> Rc<str> {
    if text.is_ascii() {
        return text.clone();
    }
    match unseen::compared(text) {
        seen if is_nfc_quick(seen.chars()) != IsNormalized::Yes => {
            seen.nfc().collect::<String>().into()
        }
        Cow::Owned(seen) => seen.into(),
        Cow::Borrowed(_) => text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Text {
        Text {
            text: text.into(),
            span: Span::default(),
        }
    }

    fn space(items: &[(Option<&str>, &str)]) -> (Space, Findings) {
        let item = |(id, name): &(Option<&str>, &str)| Item {
            id: id.map(text),
            name: Some((*name).into()),
            span: Span::default(),
        };
        let mut findings = Findings::new(9);
        let space = Space::new(
            "touchpoint",
            items.iter().map(item).collect(),
            Reserved {
                ids: &["leave"],
                meaning: "",
            },
            false,
            &mut findings,
        );
        (space, findings)
    }

    #[test]
    fn ids_are_made_from_names_in_any_script() {
        assert_eq!(
            slug("Calls with a question, twice!"),
            "calls-with-a-question-twice"
        );
        assert_eq!(slug("Größe — prüfen"), "größe-prüfen");
        assert_eq!(slug("Cafe\u{301}"), "café");
        assert_eq!(slug("予約する（電話）"), "予約する-電話");
        assert_eq!(slug("ग्राहक सेवा"), "ग्राहक-सेवा");
        assert_eq!(slug("?!"), "");
    }

    #[test]
    fn repeats_are_numbered_and_written_ids_stay() {
        let (space, findings) = space(&[
            (None, "Call"),
            (None, "Call"),
            (Some("call-2"), "Mail"),
            (None, "!"),
            (None, "Leave"),
        ]);
        assert!(findings.finish().is_empty());
        let ids: Vec<_> = (0..space.len()).map(|index| space.id(index)).collect();
        assert_eq!(
            ids.iter().map(|id| &**id).collect::<Vec<_>>(),
            ["call", "call-3", "call-2", "touchpoint-4", "leave-2"]
        );
    }

    #[test]
    fn ids_come_before_names() {
        let (mut space, mut findings) = space(&[
            (Some("a"), "b"),
            (Some("b"), "c"),
            (None, "same"),
            (None, "same"),
        ]);
        assert_eq!(space.find(&text("b"), &mut findings), Some(1));
        assert_eq!(space.find(&text("c"), &mut findings), Some(1));
        assert_eq!(space.find(&text("same-2"), &mut findings), Some(3));
        assert_eq!(space.find(&text("same"), &mut findings), None);
        assert_eq!(space.find(&text("smae"), &mut findings), None);
        let findings = findings.finish();
        assert_eq!(findings.len(), 2);
        assert_eq!(findings[0].rule.name, "ambiguous-reference");
        assert_eq!(findings[1].help, ["did you mean `same`?"]);
    }

    #[test]
    fn what_is_not_seen_keeps_no_names_apart() {
        let (mut space, mut findings) = space(&[
            (Some("we\u{200b}b"), "Website"),
            (None, "Ask\u{ad}ing"),
            (None, "می\u{200c}خواهم ❤\u{fe0f}"),
        ]);
        let ids: Vec<_> = (0..space.len()).map(|index| space.id(index)).collect();
        assert_eq!(
            ids.iter().map(|id| &**id).collect::<Vec<_>>(),
            ["web", "asking", "میخواهم"]
        );
        for (reference, at) in [
            ("web", 0),
            ("\u{feff}web", 0),
            ("Asking", 1),
            ("Web\u{200d}site", 0),
        ] {
            assert_eq!(space.find(&text(reference), &mut findings), Some(at));
        }
        assert!(findings.kept().is_empty());
        let twice = super::tests::space(&[(Some("web"), "a"), (Some("web\u{3164}"), "b")]).1;
        assert_eq!(twice.kept()[0].rule.name, "duplicate-id");
    }
}
