//! What people write where a feeling or a score is expected, and what to do about it.

use super::Scale;
use super::checker::finding;
use super::emotion::UNKNOWN;
use super::feelings::words;
use crate::diag::{self, Diagnostic};
use crate::model::{CURLY, Text, alternatives, nearest, shortened, value};

/// Emoji and signs, and the feelings that they show.
const SIGNS: &[(&[&str], &str)] = &[
    (
        &["😀", "😃", "😄", "😁", "😊", "🙂", "☺", ":)", ":-)"],
        "happy",
    ),
    (&["😍", "🥰", "🤩", "❤", ":D", ":-D"], "delighted"),
    (&["🥳", "🎉"], "excited"),
    (&["👍"], "satisfied"),
    (&["😌"], "relieved"),
    (&["😎"], "confident"),
    (&["🙏"], "grateful"),
    (&["😐", "😑", "😶", ":|", ":-|"], "neutral"),
    (&["🤔"], "unsure"),
    (&["😕"], "confused"),
    (&["🙁", "☹", "😞", "😔", "👎"], "disappointed"),
    (&["😢", "😭", ":(", ":-("], "sad"),
    (&["😤"], "frustrated"),
    (&["😠"], "angry"),
    (&["😡", "🤬"], "furious"),
    (&["😟"], "worried"),
    (&["😰", "😨"], "anxious"),
    (&["😱"], "shocked"),
    (&["😳"], "embarrassed"),
    (&["😴", "🥱"], "bored"),
    (&["😩", "😫"], "exhausted"),
    (&["🤯"], "overwhelmed"),
];

/// Words that make a feeling stronger or weaker.
const SHADES: &[&str] = &[
    "a",
    "bit",
    "completely",
    "deeply",
    "extremely",
    "fairly",
    "feeling",
    "feels",
    "highly",
    "kind",
    "little",
    "mildly",
    "mostly",
    "of",
    "pretty",
    "quite",
    "rather",
    "really",
    "slightly",
    "so",
    "somewhat",
    "still",
    "super",
    "too",
    "totally",
    "very",
];

/// A feeling that has no score; `score_of` gives the score of a word on the map's scale.
pub(super) fn unknown_feeling(
    word: &Text,
    scale: &Scale,
    lang: &str,
    score_of: impl Fn(&str) -> Option<f64>,
) -> Diagnostic {
    let shown = shortened(&word.text);
    let message = format!("jmap does not know how `{shown}` scores");
    let finding = finding(
        &diag::UNKNOWN_FEELING,
        word.span,
        message,
        "a feeling without a score",
    );
    if let Some(advice) = figure(&word.text, scale) {
        return finding.help(advice);
    }
    let example = |score: Option<f64>| {
        let score = score.map_or("…".to_owned(), |score| score.to_string());
        format!("{{score: {score}, feeling: {}}}", value(&word.text))
    };
    let own = |score| {
        let (min, max) = (scale.min, scale.max);
        format!(
            "any word will do if you give its score, from {min} to {max}: {}",
            example(score)
        )
    };
    let plain = word
        .text
        .trim_matches(|c: char| CURLY.contains(&c) || c.is_ascii_punctuation());
    if plain.len() < word.text.len() && score_of(plain).is_some() {
        let finding = finding.help(format!("write `{plain}`"));
        return match word.text.starts_with(CURLY) {
            true => finding.note("curly quotes are part of a text; a word needs none"),
            false => finding,
        };
    }
    if let Some(feeling) = sign(&word.text) {
        let score = score_of(feeling);
        return finding
            .help(format!(
                "write the feeling that you see in it, such as `{feeling}`"
            ))
            .help(own(score));
    }
    let several = parts(&word.text);
    if several.len() > 1 && several.iter().all(|part| score_of(part).is_some()) {
        let list = several.join(", ");
        return finding
            .mark("several feelings")
            .help(format!(
                "if one follows the other inside the cell, write a list: [{list}]"
            ))
            .help(format!("else choose one, or {}", own(None)));
    }
    if let Some((bare, score)) = shaded(&word.text).and_then(|bare| Some((bare, score_of(bare)?))) {
        return finding
            .help(format!("write `{bare}`"))
            .help(own(Some(score)));
    }
    let labels = || scale.labels.iter().map(|(_, label)| &**label);
    let near = nearest(&word.text, words().chain([UNKNOWN]).chain(labels()));
    let score = near.and_then(&score_of);
    let finding = match near {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding,
    };
    let english = lang
        .split('-')
        .next()
        .is_some_and(|lang| lang.eq_ignore_ascii_case("en"));
    let finding = if english && word.text.is_ascii() {
        finding
    } else {
        finding.note("the feelings that jmap knows are English words")
    };
    let finding = finding.help(own(score));
    if english {
        return finding;
    }
    let labels = alternatives(labels().map(|label| format!("`{}`", shortened(label))));
    finding.help(format!("or write a level of the scale: {labels}"))
}

/// A score that is written as a text, or as a part of another scale.
fn figure(text: &str, scale: &Scale) -> Option<String> {
    let ascii = text.replace(['\u{2212}', '\u{2013}'], "-");
    if ascii.parse::<f64>().is_ok_and(f64::is_finite) {
        return Some(if ascii == *text {
            format!("write the score without quotation marks: {text}")
        } else {
            format!("write {ascii}, with the hyphen of the keyboard for a minus")
        });
    }
    let (part, whole) = match ascii.strip_suffix('%') {
        Some(percent) => (percent, "100"),
        None => ascii
            .split_once('/')
            .or_else(|| ascii.split_once(" out of "))
            .or_else(|| ascii.split_once(" of "))?,
    };
    let (part, whole): (f64, f64) = (part.trim().parse().ok()?, whole.trim().parse().ok()?);
    if !(0.0..=whole).contains(&part) || !(2.0..=1000.0).contains(&whole) {
        return None;
    }
    let low = if part < 1.0 || whole > 7.0 { 0.0 } else { 1.0 };
    let here = in_scale(part, (low, whole), scale);
    Some(format!(
        "{part} on a scale from {low} to {whole} is {here} here: write {here}, or declare your scale at the top of the map and \
         write {part}:\nemotion_scale: {{min: {low}, max: {whole}}}"
    ))
}

/// A score on another scale, on this one: its ends on the ends, to the hundredth.
pub(super) fn in_scale(score: f64, (low, high): (f64, f64), scale: &Scale) -> f64 {
    let nominal = (score - low) / (high - low) * 4.0 - 2.0;
    // No −0.
    (scale.place(nominal) * 100.0).round() / 100.0 + 0.0
}

/// A scale in use that holds a score.
pub(super) fn usual_scale(score: f64) -> (f64, f64) {
    const USUAL: &[(f64, f64)] = &[
        (1.0, 5.0),
        (0.0, 10.0),
        (0.0, 100.0),
        (-3.0, 3.0),
        (-5.0, 5.0),
        (-10.0, 10.0),
        (-100.0, 100.0),
    ];
    let end = score.abs().ceil();
    USUAL
        .iter()
        .copied()
        .find(|(low, high)| (*low..=*high).contains(&score))
        .unwrap_or((-end, end))
}

/// The feeling that an emoji shows.
fn sign(text: &str) -> Option<&'static str> {
    let text = text.trim_end_matches('\u{FE0F}');
    let shows = |signs: &[&str]| signs.contains(&text);
    SIGNS
        .iter()
        .find(|(signs, _)| shows(signs))
        .map(|(_, feeling)| *feeling)
}

/// The feelings of a text that names several.
fn parts(text: &str) -> Vec<&str> {
    const JOINTS: &[&str] = &[
        " and ", " then ", " but ", " or ", " to ", "->", "→", "/", ",", ";", "+", "&", ">",
    ];
    let mut parts = vec![text];
    for joint in JOINTS {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(joint))
            .collect();
    }
    let clean = parts
        .into_iter()
        .map(|part| part.trim().trim_start_matches("then "));
    clean.filter(|part| !part.is_empty()).collect()
}

/// The feeling behind words such as `very`.
fn shaded(text: &str) -> Option<&str> {
    let (shades, bare) = text.trim().rsplit_once(' ')?;
    let is_shade = |word: &str| SHADES.contains(&&*word.to_lowercase());
    shades.split_whitespace().all(is_shade).then_some(bare)
}
