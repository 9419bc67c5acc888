//! Findings in the map's own words: a label and a text, short enough to need no grammar.

use super::curve::Change;
use super::extremes::Extreme;
use super::funnel::Step;
use super::headlines::Headline;
use super::places::Place;
use super::shares::Share;
use crate::check::{Map, PersonaIx, Word, filled};

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
        Headline::LargestLeak(step) => {
            let lost = 1.0 - step.conversion.unwrap_or(1.0);
            let by = signed(map, &format!("-{}", percentage(lost)));
            one(Word::LargestLeak, figured(map, &step_name(map, step), &by))
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

/// The stages of a step of the funnel.
pub fn step_name(map: &Map, step: &Step) -> String {
    let [from, to] = [step.from, step.to].map(|stage| Place::Stage(stage).name(map));
    way(map, from, to)
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
        label: capitalized(map.words.get(label)),
        text,
    }
}

/// A word as it stands at the head of a line, in scripts that have capitals.
pub fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
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

/// A part of a whole as a percentage, with one decimal where it needs one.
pub fn percent(share: f64) -> String {
    let tenths = (share * 1000.0).round();
    if tenths == 0.0 && share > 0.0 {
        return "<0.1\u{a0}%".to_owned();
    }
    format!("{}\u{a0}%", tenths / 10.0)
}

/// A conversion as a percentage: whole, or with one decimal beneath ten.
pub fn percentage(share: f64) -> String {
    let whole = if share < 0.1 {
        share
    } else {
        (share * 100.0).round() / 100.0
    };
    percent(whole)
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

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_share_has_no_needless_decimals() {
        let shown = [0.68, 0.125, 1.0, 0.0, 0.07, 0.29, 0.0001, 0.9999].map(percent);
        let expected = ["68", "12.5", "100", "0", "7", "29", "<0.1", "100"];
        assert_eq!(shown, expected.map(|digits| format!("{digits}\u{a0}%")));
    }
}
