//! Findings in the map's own words: a label and a text, short enough to need no grammar.

use super::curve::Change;
use super::extremes::Extreme;
use super::headlines::Headline;
use super::places::Place;
use super::shares::Share;
use crate::check::{Map, PersonaIx, Word};

/// Of a longer list of names so many are told.
const NAMED: usize = 3;
/// What stands between things of one kind in every language; lines break after it.
pub const BETWEEN: &str = "\u{a0}· ";

/// A label and what it labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// What it is: `Lowest point`.
    pub label: String,
    /// Which it is: `Opens the first bill (−1.7)`.
    pub text: String,
}

impl Phrase {
    /// Both in one line, as the map's language joins them.
    pub fn line(&self, map: &Map) -> String {
        filled(
            map.words.get(Word::Labelled),
            &[("label", &self.label), ("text", &self.text)],
        )
    }
}

/// A headline in one phrase, or two.
pub fn phrases(map: &Map, headline: &Headline) -> Vec<Phrase> {
    let one = |word: Word, text: String| vec![phrase(map, word, text)];
    match headline {
        Headline::LowestPoint(low) => one(Word::LowestPoint, extreme(map, low)),
        Headline::HighestPoint(high) => one(Word::HighestPoint, extreme(map, high)),
        Headline::Ending(end) => one(Word::Ending, extreme(map, end)),
        Headline::SteepestFall(fall) => one(
            Word::SteepestFall,
            change(map, &fall.change, &fall.personas),
        ),
        Headline::DeadEnd(touchpoints) => {
            let names = touchpoints.iter();
            let names = names.map(|&ix| Place::Touchpoint(ix).name(map).to_string());
            one(Word::DeadEnd, list(names.collect()))
        }
        Headline::LowMoments(moments) => {
            let moments = moments.iter().map(|low| extreme(map, low));
            one(Word::LowMoments, list(moments.collect()))
        }
        Headline::FurthestApart(spread) => {
            let ends = [spread.lowest, spread.highest].map(|(persona, score)| {
                format!("{}\u{a0}{}", name(map, persona), number(map, score))
            });
            let place = spread.place.name(map);
            one(
                Word::FurthestApart,
                figured(map, place, &ends.join(BETWEEN)),
            )
        }
        Headline::Unanswered(left) => one(Word::Unanswered, share(map, *left)),
        Headline::Unowned(unowned) => one(Word::Unowned, share(map, *unowned)),
        Headline::Gaps {
            channels,
            handovers,
        } => vec![
            phrase(map, Word::ChannelChanges, channels.to_string()),
            phrase(map, Word::Handovers, handovers.to_string()),
        ],
        Headline::Claims(claims) => one(Word::Claims, share(map, *claims)),
        Headline::MissedKpis(kpis) => {
            let kpis = kpis.iter().filter_map(|&ix| map.kpis.get(ix));
            let names = kpis.map(|kpi| kpi.name.text.to_string());
            one(Word::KpisMissed, list(names.collect()))
        }
    }
}

/// A headline as one sentence.
pub fn sentence(map: &Map, headline: &Headline) -> String {
    let phrases = phrases(map, headline);
    let lines: Vec<String> = phrases.iter().map(|phrase| phrase.line(map)).collect();
    lines.join(BETWEEN)
}

/// A phrase with one of the drawing's own words as its label.
pub fn phrase(map: &Map, label: Word, text: String) -> Phrase {
    Phrase {
        label: map.words.get(label).to_string(),
        text,
    }
}

/// A place with its score, and whose it is where not all share it.
pub fn extreme(map: &Map, extreme: &Extreme) -> String {
    let score = number(map, extreme.score);
    figured(
        map,
        extreme.place.name(map),
        &told_by(map, score, &extreme.personas),
    )
}

/// A change of score from a place to another, and whose it is where not all share it.
pub fn change(map: &Map, change: &Change, personas: &[PersonaIx]) -> String {
    let (from, to) = (change.from.name(map), change.to.name(map));
    let way = if change.from == change.to {
        to.to_string()
    } else {
        way(map, from, to)
    };
    let plus = if change.by > 0.0 { "+" } else { "" };
    let by = signed(map, &format!("{plus}{}", change.by));
    figured(map, &way, &told_by(map, by, personas))
}

/// So many of so many, and in percent where there are ten or more.
pub fn share(map: &Map, share: Share) -> String {
    let of = format!("{} {} {}", share.count, map.words.get(Word::Of), share.of);
    match share.percent() {
        Some(percent) if share.of >= 10 => figured(map, &of, &format!("{percent}\u{a0}%")),
        _ => of,
    }
}

/// A score as authors write it, with a minus that is one.
pub fn number(map: &Map, value: f64) -> String {
    signed(map, &value.to_string())
}

/// A sign has no direction of its own: among letters from right to left it would end up behind the digits, if no
/// left-to-right mark stood before it.
fn signed(map: &Map, digits: &str) -> String {
    let digits = digits.replace('-', "\u{2212}");
    if map.lang.rtl && digits.starts_with(['+', '\u{2212}']) {
        format!("\u{200f}\u{200e}{digits}")
    } else {
        digits
    }
}

/// The way from one thing to another, in the direction of reading.
pub fn way(map: &Map, from: &str, to: &str) -> String {
    let arrow = if map.lang.rtl { "←" } else { "→" };
    format!("{from} {arrow} {to}")
}

/// A figure and the names of those whose it is; none where it is everybody's.
pub fn told_by(map: &Map, figure: String, personas: &[PersonaIx]) -> String {
    if personas.len() == map.personas.len() {
        return figure;
    }
    let names = personas.iter().map(|&persona| name(map, persona));
    format!(
        "{figure}{BETWEEN}{}",
        list(names.map(str::to_string).collect())
    )
}

fn name(map: &Map, persona: PersonaIx) -> &str {
    map.personas
        .get(persona)
        .map_or("", |persona| &persona.name.text)
}

/// The first names of a list, and how many more there are.
fn list(mut names: Vec<String>) -> String {
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 {
        names.push(format!("+{more}"));
    }
    names.join(BETWEEN)
}

/// A text with a figure in brackets.
pub fn figured(map: &Map, text: &str, figure: &str) -> String {
    filled(
        map.words.get(Word::Figured),
        &[("text", text), ("figure", figure)],
    )
}

/// A template with its holes filled: `{name}` is replaced; what is put in is left as it is.
fn filled(template: &str, holes: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let hole = after.split_once('}').and_then(|(name, after)| {
            let (_, text) = holes.iter().find(|(known, _)| *known == name)?;
            Some((text, after))
        });
        match hole {
            Some((text, after)) => {
                out.push_str(text);
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_holes_are_filled_and_once() {
        let holes = [("a", "{b}"), ("b", "B")];
        assert_eq!(filled("{a} {b}: {c} {", &holes), "{b} B: {c} {");
    }
}
