//! What a map says, as tables in its own words.

use jmap::check::{Figure, Kpi, Map, Text, Touchpoint, TouchpointIx, Word};
use jmap::insight::curve::{Change, Curve, Point};
use jmap::insight::forecast::Forecast;
use jmap::insight::funnel::Step;
use jmap::insight::headlines::select;
use jmap::insight::kpi::{Status, status_of};
use jmap::insight::moments::Moment;
use jmap::insight::places::Place;
use jmap::insight::report::{Report, report};
use jmap::insight::sentences::{
    BETWEEN, Phrase, capitalized, change, figured, number, percent, percentage, phrase, phrases,
    share, step_name, told_by, way,
};
use jmap::insight::spread::Spread;

/// A table: its title, the heads of its columns, and its rows.
pub struct Table {
    /// What it is about.
    pub title: String,
    /// The heads of columns after the first; none where there is but one without a name.
    pub heads: Vec<String>,
    /// A label and a text for each column.
    pub rows: Vec<(String, Vec<String>)>,
}

impl Table {
    fn new(map: &Map, title: Word, rows: impl IntoIterator<Item = Phrase>) -> Table {
        let rows = rows.into_iter();
        Table {
            title: capitalized(map.words.get(title)),
            heads: Vec::new(),
            rows: rows.map(|row| (row.label, vec![row.text])).collect(),
        }
    }
}

/// A part of everybody, or of a visit, that a report shows.
const VISIBLE: f64 = 0.0005;

/// All tables of a map, without those that would be empty.
pub fn tables(map: &Map, forecast: Option<&Forecast>) -> Vec<Table> {
    let report = report(map);
    let headlines = select(map, &report);
    let headlines = headlines.iter().flat_map(|headline| phrases(map, headline));
    let mut tables = vec![
        Table::new(map, Word::ReadFirst, headlines),
        curves(map, &report),
        Table::new(map, Word::Spread, spreads(map, &report)),
        Table::new(map, Word::MomentOfTruth, moments(map, &report)),
        Table::new(map, Word::Gaps, gaps(map, &report)),
        Table::new(map, Word::Funnel, funnel(map, &report)),
        Table::new(
            map,
            Word::Forecast,
            forecast.map_or_else(Vec::new, |forecast| expected(map, forecast)),
        ),
        Table::new(map, Word::PainPoints, action(map, &report)),
        Table::new(map, Word::Kpis, kpis(map)),
        Table::new(map, Word::Evidence, evidence(map, &report)),
    ];
    tables.retain(|table| !table.rows.is_empty());
    tables
}

/// A column for each persona.
fn curves(map: &Map, report: &Report) -> Table {
    let point = |point: Point| figured(map, point.place.name(map), &number(map, point.score));
    let step = |step: Option<Change>| {
        let everybody: Vec<usize> = (0..map.personas.len()).collect();
        step.map_or("–".to_string(), |step| change(map, &step, &everybody))
    };
    let row = |word: Word, of: &dyn Fn(&Curve) -> String| {
        let cells = report.curves.iter().map(of);
        (map.words.get(word).to_string(), cells.collect())
    };
    let names = report
        .curves
        .iter()
        .filter_map(|curve| map.personas.get(curve.persona));
    Table {
        title: map.words.get(Word::Emotion).to_string(),
        heads: names.map(|persona| persona.name.text.to_string()).collect(),
        rows: vec![
            row(Word::HighestPoint, &|curve| point(curve.highest)),
            row(Word::LowestPoint, &|curve| point(curve.lowest)),
            row(Word::Ending, &|curve| point(curve.ending)),
            row(Word::SteepestFall, &|curve| step(curve.fall)),
            row(Word::SteepestRise, &|curve| step(curve.rise)),
        ],
    }
}

fn spreads(map: &Map, report: &Report) -> Vec<Phrase> {
    let row = |spread: &Spread| {
        let mean = format!(
            "{} {}",
            map.words.get(Word::Mean),
            number(map, rounded(spread.mean))
        );
        Phrase {
            label: spread.place.name(map).to_string(),
            text: figured(map, &number(map, spread.range), &mean),
        }
    };
    report.spreads.iter().map(row).collect()
}

/// A mean, or expected visits, to two decimals: more would pretend.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}

fn moments(map: &Map, report: &Report) -> Vec<Phrase> {
    let row = |moment: &Moment| Phrase {
        label: Place::Touchpoint(moment.touchpoint).name(map).to_string(),
        text: match &moment.lowest {
            Some(lowest) => told_by(map, number(map, lowest.score), &lowest.personas),
            None => map.words.get(Word::Unknown).to_string(),
        },
    };
    report.moments.iter().map(row).collect()
}

/// A kind of gap: its word, where it is, and what is on either side of it.
struct Kind<'r> {
    word: Word,
    pairs: &'r [(TouchpointIx, TouchpointIx)],
    sides: fn(&Map, &Touchpoint) -> Vec<String>,
}

/// How many gaps, where no way leads on, and where the gaps are.
fn gaps(map: &Map, report: &Report) -> Vec<Phrase> {
    let kind = |word, pairs, sides| Kind { word, pairs, sides };
    let kinds: [Kind; 3] = [
        kind(Word::ChannelChanges, &report.channel_changes, channels),
        kind(
            Word::DeviceChanges,
            &report.device_changes,
            |_, touchpoint| texts(&touchpoint.devices),
        ),
        kind(Word::Handovers, &report.handovers, |_, touchpoint| {
            texts(&touchpoint.departments)
        }),
    ];
    let counts = kinds.iter().filter(|kind| !kind.pairs.is_empty());
    let counts = counts.map(|kind| phrase(map, kind.word, kind.pairs.len().to_string()));
    let dead_ends = report.stranded.iter().map(|&ix| {
        let name = Place::Touchpoint(ix).name(map);
        phrase(map, Word::DeadEnd, name.to_string())
    });
    let neighbours = map.touchpoints.iter().zip(map.touchpoints.iter().skip(1));
    let places = neighbours.enumerate().filter_map(|(ix, (from, to))| {
        let changed = |kind: &&Kind| kind.pairs.binary_search(&(ix, ix + 1)).is_ok();
        let changes = kinds.iter().filter(changed).map(|kind| {
            let [from, to] = [from, to].map(|side| (kind.sides)(map, side).join(", "));
            way(map, &from, &to)
        });
        let changes: Vec<String> = changes.collect();
        (!changes.is_empty()).then(|| Phrase {
            label: way(map, &from.name.text, &to.name.text),
            text: changes.join(BETWEEN),
        })
    });
    counts.chain(dead_ends).chain(places).collect()
}

fn channels(map: &Map, touchpoint: &Touchpoint) -> Vec<String> {
    let channels = touchpoint.channels.iter();
    let channels = channels.filter_map(|&channel| map.channels.get(channel));
    channels
        .map(|channel| channel.name.text.to_string())
        .collect()
}

fn texts(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| text.text.to_string()).collect()
}

/// From measured stage to measured stage, and from the first to the last.
fn funnel(map: &Map, report: &Report) -> Vec<Phrase> {
    let Some(funnel) = &report.funnel else {
        return Vec::new();
    };
    let shown = |part: Option<f64>| part.map_or("–".to_string(), percentage);
    let mut rows: Vec<Phrase> = Vec::new();
    for (at, step) in funnel.steps.iter().enumerate() {
        let mut text = shown(step.conversion);
        if funnel.leak == Some(at) {
            text = figured(map, &text, map.words.get(Word::LargestLeak));
        }
        rows.push(Phrase {
            label: step_name(map, step),
            text,
        });
    }
    if let ([first, .., last], overall) = (&funnel.steps[..], funnel.overall) {
        let whole = Step {
            from: first.from,
            to: last.to,
            conversion: overall,
        };
        rows.push(Phrase {
            label: step_name(map, &whole),
            text: shown(overall),
        });
    }
    rows
}

/// The chance of getting to each touchpoint; visits where they are more, and who leaves from there; then how it ends.
fn expected(map: &Map, forecast: &Forecast) -> Vec<Phrase> {
    let each = forecast.reach.iter().zip(&forecast.visits);
    let each = each.zip(&forecast.leave_at).enumerate();
    let row = |(at, ((&reach, &visits), &leave)): (usize, ((&f64, &f64), &f64))| {
        let mut parts = vec![percent(reach)];
        let word = |word| map.words.get(word);
        if visits - reach > VISIBLE {
            parts.push(format!("{} {}", word(Word::Visits), rounded(visits)));
        }
        if leave > VISIBLE {
            parts.push(format!("{} {}", word(Word::Leaves), percent(leave)));
        }
        Phrase {
            label: Place::Touchpoint(at).name(map).to_string(),
            text: parts.join(BETWEEN),
        }
    };
    let left = forecast.leave_at.iter().sum();
    let ends = [(Word::Finish, forecast.finish), (Word::Leaves, left)];
    let ends = ends.map(|(word, part)| phrase(map, word, percent(part)));
    each.map(row).chain(ends).collect()
}

fn action(map: &Map, report: &Report) -> Vec<Phrase> {
    let action = &report.action;
    [
        (Word::Answered, action.answered),
        (Word::Unowned, action.owned.rest()),
        (Word::OwnedOpportunities, action.opportunities),
    ]
    .into_iter()
    .filter(|(_, share)| share.of > 0)
    .map(|(word, told)| phrase(map, word, share(map, told)))
    .collect()
}

fn kpis(map: &Map) -> Vec<Phrase> {
    let row = |kpi: &Kpi| {
        let unit = kpi.unit.as_ref().map(|unit| format!("\u{a0}{}", unit.text));
        let unit = unit.unwrap_or_default();
        let figure = |figure: &Figure| format!("{}{unit}", figure.text);
        let target = kpi.target.as_ref();
        let target =
            target.map(|target| format!("{} {}", map.words.get(Word::Target), figure(target)));
        let status = status_of(kpi).map(|status| {
            map.words.get(match status {
                Status::Exceeds => Word::Exceeds,
                Status::Meets => Word::Meets,
                Status::Below => Word::Below,
            })
        });
        let parts = [
            kpi.value.as_ref().map(figure),
            target,
            status.map(str::to_string),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        Phrase {
            label: kpi.name.text.to_string(),
            text: parts.join(BETWEEN),
        }
    };
    map.kpis.iter().map(row).collect()
}

fn evidence(map: &Map, report: &Report) -> Vec<Phrase> {
    [
        (Word::Claims, report.claims),
        (Word::Statistical, report.sources.statistical),
        (Word::Anecdotal, report.sources.anecdotal),
    ]
    .into_iter()
    .filter(|(_, share)| share.of > 0)
    .map(|(word, told)| phrase(map, word, share(map, told)))
    .collect()
}
