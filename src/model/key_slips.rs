//! The typical slips in keys, each with its own advice.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::reader::is_null;
use super::record::Fields;
use super::scalar::number;
use super::shape::{Record, Shape, alternatives, article};
use super::slips;
use super::slips::{COLON, HYPHEN, all_records, has_key, named_example, shortened, spaced};
use super::suggest::{is_same, nearest};
use super::synonyms;
use crate::diag::{self, Diagnostic};
use crate::source::{Key, Node, Value, is_odd_space, list_mark, unspaced};
use crate::unseen::compared;

const COMMA: &str =
    "inside `{…}` a comma ends a value: put a text that holds a comma in quotation marks";

const CURLY: &str =
    "curly quotes are part of a text, and do not hold it together: put it in straight ones, \"…\"";

/// What people write of a persona, and what is one of its facts here.
const FACTS: &[&str] = &[
    "age",
    "children",
    "city",
    "country",
    "education",
    "family",
    "gender",
    "home",
    "household",
    "income",
    "location",
    "salary",
];

/// What to do about a key that should have a text and has none.
pub(super) fn no_text(key: &str) -> &'static str {
    // `{Income: 2,100 € a month}` has the keys `Income` and `100 € a month`.
    if key.contains(' ') || key.starts_with(|c: char| c.is_ascii_digit()) {
        COMMA
    } else {
        "write its text, in quotation marks if it begins with `#`, or delete it"
    }
}

/// What an unknown key stands among.
pub(super) struct Around<'n> {
    /// The keys of the record that are not written.
    pub free: &'n [&'static str],
    /// The value of the key before it.
    pub before: Option<&'n Node>,
    /// Whether there is no other key.
    pub alone: bool,
}

/// The keys of a record that are not written.
pub(super) fn free(record: &Record, entries: &[(Key, Node)]) -> Vec<&'static str> {
    let written: BTreeSet<&str> = entries.iter().map(|(key, _)| &*key.text).collect();
    let names = record.all_keys().map(|key| key.name);
    names.filter(|name| !written.contains(name)).collect()
}

/// A key that a record does not have, and the key that is probably meant.
pub(super) fn unknown_key(
    record: &'static Record,
    (key, value): &(Key, Node),
    around: &Around,
) -> (Diagnostic, Option<&'static str>) {
    let written = shortened(&key.text);
    let message = format!("`{written}` is not a key of {}", record.one());
    let finding = Diagnostic::new(&diag::UNKNOWN_KEY, key.span, message).mark("unknown key");
    let free = |name: &str| around.free.contains(&name);
    let known = || around.free.iter().copied();
    let seen = compared(&key.text);
    let clean = seen.trim_matches(|c: char| c == ' ' || is_odd_space(c));
    if clean.len() < key.text.len() && has_key(record, clean) {
        let meant = known().find(|name| *name == clean);
        return (finding.help(slips::unseen(clean)), meant);
    }
    if let Some((name, _)) = unspaced(&key.text).filter(|_| is_null(value)) {
        let meant = known().find(|known| *known == name);
        return (finding.help(spaced(&key.text)), meant);
    }
    if list_mark(&key.text).is_some() {
        return (finding.help(HYPHEN), None);
    }
    if record.name == "persona" && FACTS.contains(&&*key.text.to_lowercase()) {
        let advice = format!(
            "what else is known of a persona stands under `facts`: facts: {{{written}: …}}"
        );
        return (finding.help(advice), None);
    }
    // What is its own key in other letters is no synonym of another.
    let own = known().find(|name| is_same(name, &key.text));
    match synonyms::meant(record, &key.text, free).filter(|_| own.is_none()) {
        Some((meant, true)) => {
            return (
                finding.help(format!("here it is called `{meant}`")),
                Some(meant),
            );
        }
        Some((meant, false)) if nearest(&key.text, known()).is_none() => {
            let advice = format!(
                "here it is called `{meant}`, which this {} has already",
                record.name
            );
            return (finding.help(advice), None);
        }
        _ => {}
    }
    if let Some(meant) = nearest(&key.text, known()) {
        return (
            finding.help(format!("did you mean `{meant}`?")),
            Some(meant),
        );
    }
    if is_null(value) && !key.text.is_empty() {
        return (finding.help(comma(around.before, key)), None);
    }
    if key.text.contains(' ') || (around.alone && record.short.is_some_and(free)) {
        // What was meant as its text is there, if in the wrong shape.
        return (finding.help(COLON), record.short);
    }
    static RECORDS: LazyLock<Vec<&Record>> = LazyLock::new(all_records);
    let homes: Vec<String> = RECORDS
        .iter()
        .filter(|other| has_key(other, &key.text))
        .map(|other| article(other.name))
        .collect();
    let help = if homes.is_empty() {
        format!("{} has the keys {}", record.one(), record.list_of_keys())
    } else {
        format!(
            "`{written}` is a key of {}: check the indentation",
            alternatives(homes)
        )
    };
    (finding.help(help), None)
}

/// What to do about a key without a value, made by a comma inside `{…}`.
fn comma(before: Option<&Node>, key: &Key) -> String {
    if key.text.ends_with(['”', '’', '“', '»']) {
        return CURLY.to_owned();
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match before.map(|node| &node.value) {
        Some(Value::Scalar(whole)) if digits(&key.text) && number(&whole.text).is_some() => {
            let sign = if key.text.len() == 3 { "" } else { "." };
            format!(
                "inside `{{…}}` a comma ends a value: write the number as {}{sign}{}",
                shortened(&whole.text),
                shortened(&key.text)
            )
        }
        _ => COMMA.to_owned(),
    }
}

/// The key of the map as a whole that an unknown key elsewhere stands for: what is written there is not missing.
pub(super) fn stray(key: &str) -> Option<&'static str> {
    let document = super::Document::RECORD;
    let own = |name: &str| document.all_keys().find(|known| known.name == name);
    let found = own(key).or_else(|| {
        let journey = matches!(key, "touchpoints" | "emotion");
        own("stages").filter(|_| journey)
    });
    found.map(|key| key.name)
}

/// A key that is one word with its value: `{ana:Ana}` has the id `ana:Ana` and nothing else.
pub(super) fn joined_key(key: &Key, value: &Node) -> Option<Diagnostic> {
    let plain = key.span.end - key.span.start == key.text.len() as u32;
    let (id, text) = unspaced(&key.text).filter(|_| plain && is_null(value))?;
    let message = format!(
        "`{}` is one word, and so an id without a value",
        shortened(&key.text)
    );
    Some(
        Diagnostic::new(&diag::INVALID_VALUE, key.span, message)
            .mark("a plain space is missing after the colon")
            .help(format!("write `{}: {}`", shortened(id), shortened(text))),
    )
}

/// A thing that stands where things are expected by id: its keys would be taken for ids.
pub(super) fn lacks_id(entries: &[(Key, Node)], of: &Shape) -> Option<Diagnostic> {
    let Shape::Record(record) = of else {
        return None;
    };
    let (name, value) = entries
        .iter()
        .find(|(key, value)| *key.text == *"name" && matches!(value.value, Value::Scalar(_)))?;
    if entries.len() < 2
        || !entries
            .iter()
            .all(|(key, _)| has_key(record, &key.text) || key.text.starts_with("x-"))
    {
        return None;
    }
    let Value::Scalar(text) = &value.value else {
        return None;
    };
    let message = format!(
        "this {} has no id: its keys stand where ids are expected",
        record.name
    );
    let example = named_example(&text.text).unwrap_or_else(|| "id: {…}".to_owned());
    Some(
        Diagnostic::new(&diag::WRONG_TYPE, name.span, message)
            .mark("taken for an id")
            .note(format!(
                "other parts of the map refer to {} by id",
                article(record.name)
            ))
            .help(format!("put it under an id of your own:\n{example}")),
    )
}

/// A key without a character.
pub(super) fn empty_key(key: &Key) -> Diagnostic {
    Diagnostic::new(&diag::INVALID_VALUE, key.span, "a key is empty")
        .mark("nothing to refer to it by")
        .help("give it an id of letters and digits")
}
