//! How wide a column, a stage and the gutter have to be for their words.

use std::ops::Range;

use super::card::DOTS;
use super::grid::INSET;
use super::lane::PADDING;
use super::page::{Context, MARGIN};
use super::{clock, pace};
use crate::check::{Cell, LaneContent, LaneShape, PersonaIx, StageIx, TouchpointIx, Word};
use crate::text::Style;

/// No column grows beyond this multiple of the theme's column for the sake of a long word or text.
const WIDEST: f64 = 1.8;
/// A text that would run over more lines than this asks for a wider column.
const MANY_LINES: f64 = 10.0;

/// No column gets narrower than this part of the theme's column, on paper that is scarce.
const NARROWEST: f64 = 0.6;
/// How much of the width that time asks for remains on such paper.
const LEAST_TIME: f64 = 0.5;
/// Space on both sides of the words on a card, in points.
const BESIDE_CARD: f64 = 20.0;
/// A band ends with a stage rather than being filled beyond this part.
const FULL: f64 = 0.67;
/// Space on each side of the length of a wait in its gap, in points.
const BESIDE_LENGTH: f64 = 12.0;
/// Space beside a sticky note, in millimetres.
const BESIDE_NOTE: f64 = 6.0;
/// The gutter's width, in points: at least, and at most.
const GUTTER: (f64, f64) = (126.0, 176.0);

/// What the columns of a map ask for.
pub(crate) struct Wanted {
    /// From first to last.
    pub columns: Vec<WantedColumn>,
    /// Width of the gutter with the lanes' labels, in points.
    pub gutter: f64,
}

/// What a column asks for; widths are points.
pub(crate) struct WantedColumn {
    /// The stage it belongs to.
    pub stage: StageIx,
    /// The touchpoint; none in a stage without touchpoints.
    pub touchpoint: Option<TouchpointIx>,
    /// The waiting after it.
    pub wait: Option<WantedGap>,
    width: Room,
}

/// Space in which the journey waits.
pub(crate) struct WantedGap {
    /// Its length in words.
    pub length: String,
    width: Room,
}

/// A width: at least, and where there is room. Points.
#[derive(Clone, Copy, Default)]
struct Room {
    least: f64,
    usual: f64,
}

impl Room {
    fn add(&mut self, other: Room) {
        self.least += other.least;
        self.usual += other.usual;
    }
}

impl Wanted {
    /// What the columns of the map ask for.
    pub fn of(context: &Context) -> Wanted {
        let map = context.map;
        let mut columns = Vec::new();
        let paces = pace::pace(map);
        let unit = context.theme.sizes.column;
        for (stage, data) in map.stages.iter().enumerate() {
            let first = columns.len();
            let mut touchpoints: Vec<_> = data.touchpoints.clone().map(Some).collect();
            if touchpoints.is_empty() {
                touchpoints.push(None);
            }
            for touchpoint in touchpoints {
                let mut width = column(context, stage, touchpoint);
                let pace = touchpoint.and_then(|at| paces.get(at));
                let extra = pace.map_or(0.0, |pace| pace.extra * unit);
                width.add(Room {
                    least: extra * LEAST_TIME,
                    usual: extra,
                });
                let wait = pace.and_then(|pace| pace.wait).map(|wait| {
                    let length = clock::between(context, wait.from, wait.to);
                    let least =
                        context.shaper.width(&length, &context.type_.label) + 2.0 * BESIDE_LENGTH;
                    let width = Room {
                        least,
                        usual: least.max(wait.width * unit),
                    };
                    WantedGap { length, width }
                });
                columns.push(WantedColumn {
                    stage,
                    touchpoint,
                    wait,
                    width,
                });
            }
            let own = &mut columns[first..];
            let have = extent(own);
            let (head, count) = (self::stage(context, stage), own.len() as f64);
            for column in own {
                column.width.add(Room {
                    least: ((head - have.least) / count).max(0.0),
                    usual: ((head - have.usual) / count).max(0.0),
                });
            }
        }
        Wanted {
            columns,
            gutter: gutter(context).clamp(GUTTER.0, GUTTER.1),
        }
    }

    /// Width of a page on which these columns are as wide as they like, in points.
    pub fn usual(&self, part: Range<usize>) -> f64 {
        2.0 * MARGIN + self.gutter + extent(&self.columns[part]).usual
    }

    /// Width of the narrowest page for these columns, in points.
    pub fn least(&self, part: Range<usize>) -> f64 {
        2.0 * MARGIN + self.gutter + extent(&self.columns[part]).least
    }

    /// Whether a column is the first of its stage.
    pub fn begins(&self, column: usize) -> bool {
        let stage = |at: usize| self.columns.get(at).map(|column| column.stage);
        column == 0 || stage(column) != stage(column - 1)
    }

    /// The columns in so many bands of about the same width, or in fewer; a band ends with a stage where one ends in its
    /// last third.
    pub fn bands(&self, count: usize) -> Vec<Range<usize>> {
        let all = extent(&self.columns).least;
        let widest = self.columns.iter().map(|column| column.width.least);
        let (mut low, mut high) = (widest.fold(all / count as f64, f64::max), all);
        // The least width with which that many bands suffice.
        while high - low > 1.0 {
            let middle = (low + high) / 2.0;
            match self.within(middle).len() <= count {
                true => high = middle,
                false => low = middle,
            }
        }
        self.within(high)
    }

    /// Bands that are at most so wide, each as wide as it can be.
    fn within(&self, most: f64) -> Vec<Range<usize>> {
        let mut bands = Vec::new();
        let mut first = 0;
        while first < self.columns.len() {
            let (mut end, mut stage_end, mut width) = (first, None, 0.0);
            while let Some(column) = self.columns.get(end) {
                let gap = match end > first {
                    true => self.columns[end - 1].wait.as_ref(),
                    false => None,
                };
                width += column.width.least + gap.map_or(0.0, |gap| gap.width.least);
                if width > most && end > first {
                    break;
                }
                end += 1;
                if self.begins(end) && width > most * FULL {
                    stage_end = Some(end);
                }
            }
            let end = match end == self.columns.len() {
                true => end,
                false => stage_end.unwrap_or(end),
            };
            bands.push(first..end);
            first = end;
        }
        bands
    }

    /// Shares a width among columns and the gaps after them: spare width evenly among the columns; what is lacking is
    /// taken from each in the measure in which it has more than its least.
    pub fn share(&self, part: Range<usize>, room: f64) -> Vec<(f64, f64)> {
        let columns = &self.columns[part];
        let all = extent(columns);
        let spare = (room - all.usual).max(0.0) / columns.len().max(1) as f64;
        let give = all.usual - all.least;
        let kept = match give > 0.0 {
            true => ((room - all.least) / give).clamp(0.0, 1.0),
            false => 0.0,
        };
        let between = |room: &Room| room.least + (room.usual - room.least) * kept;
        let widths = columns.iter().map(|column| {
            let gap = column.wait.as_ref().map_or(0.0, |gap| between(&gap.width));
            (between(&column.width) + spare, gap)
        });
        widths.collect()
    }
}

/// From the first column's start to the last one's end.
fn extent(columns: &[WantedColumn]) -> Room {
    let mut sum = Room::default();
    for (at, column) in columns.iter().enumerate() {
        sum.add(column.width);
        if let (Some(gap), true) = (&column.wait, at + 1 < columns.len()) {
            sum.add(gap.width);
        }
    }
    sum
}

/// Width that a column's words ask for.
fn column(context: &Context, stage: StageIx, touchpoint: Option<TouchpointIx>) -> Room {
    let usual = context.theme.sizes.column;
    let t = &context.type_;
    let mut room = Room {
        least: usual * NARROWEST,
        usual,
    };
    let mut ask = |text: &str, style: &Style| {
        let padding = 2.0 * (INSET + PADDING);
        // A rough count of lines suffices to choose a width, and costs no wrapping.
        let inner = usual - padding;
        let (line, word) = context.shaper.width_and_word(text, style, inner);
        let lines = line / inner;
        let volume = if lines > MANY_LINES {
            usual * libm::sqrt(lines / MANY_LINES)
        } else {
            0.0
        };
        let word = word + padding + 1.0;
        room.least = room.least.max(word);
        room.usual = room.usual.max(word.max(volume));
    };
    let cell = match touchpoint {
        Some(ix) => {
            let touchpoint = &context.map.touchpoints[ix];
            ask(&touchpoint.name.text, &t.name);
            &touchpoint.cell
        }
        None => &context.map.stages[stage].cell,
    };
    texts(context, cell, |text| ask(text, &t.body));
    let widest = usual * WIDEST;
    Room {
        least: room
            .least
            .max(captions(context, touchpoint, cell))
            .min(room.usual)
            .min(widest),
        usual: room.usual.min(widest).max(note(context)),
    }
}

/// Width that the small type of a column asks for, so that none of its words is broken: grades and owners on cards, names
/// of personas, departments.
fn captions(context: &Context, touchpoint: Option<TouchpointIx>, cell: &Cell) -> f64 {
    let (map, t) = (context.map, &context.type_);
    let mut width: f64 = 0.0;
    let mut word = |text: &str, style: &Style, beside: f64| {
        let word = context.shaper.longest_word(text, style);
        width = width.max(word + beside + 2.0 * INSET + 1.0);
    };
    let mut grade = |graded: bool, name: Word| {
        if graded {
            word(context.word(name), &t.caption, BESIDE_CARD + DOTS);
        }
    };
    let mut opportunities = cell.opportunities.iter();
    grade(opportunities.any(|one| one.value.is_some()), Word::Value);
    let mut opportunities = cell.opportunities.iter();
    grade(opportunities.any(|one| one.effort.is_some()), Word::Effort);
    let pains = || cell.pain_points.iter().map(|&at| &map.pain_points[at]);
    grade(pains().any(|pain| pain.severity.is_some()), Word::Severity);
    for opportunity in &cell.opportunities {
        let owner = opportunity.owner.iter().map(|owner| &owner.text);
        let kpi = opportunity.kpi.map(|kpi| &map.kpis[kpi].name.text);
        owner
            .chain(kpi)
            .for_each(|text| word(text, &t.caption, BESIDE_CARD));
    }
    let mut personas: Vec<PersonaIx> = pains().flat_map(|pain| pain.personas.clone()).collect();
    let voices = cell.thoughts.iter().chain(&cell.quotes).chain(&cell.gains);
    personas.extend(voices.flat_map(|voice| &voice.personas));
    if let Some(touchpoint) = touchpoint.map(|at| &map.touchpoints[at]) {
        let departments = touchpoint.departments.iter();
        departments.for_each(|text| word(&text.text, &t.caption, BESIDE_CARD));
        personas.extend(
            touchpoint
                .personas_given
                .then_some(&touchpoint.personas)
                .into_iter()
                .flatten(),
        );
    }
    for persona in personas {
        word(&map.personas[persona].name.text, &t.label, BESIDE_CARD);
    }
    width
}

/// Width for a sticky note and the space beside it, in points; nothing where the map is not for a workshop.
fn note(context: &Context) -> f64 {
    let notes = context.map.notes;
    notes.map_or(0.0, |side| context.on_paper(side + BESIDE_NOTE))
}

fn texts(context: &Context, cell: &Cell, mut visit: impl FnMut(&str)) {
    let voices = cell.thoughts.iter().chain(&cell.quotes).chain(&cell.gains);
    voices.for_each(|voice| visit(&voice.text.text));
    cell.pain_points
        .iter()
        .for_each(|&pain| visit(&context.map.pain_points[pain].text.text));
    cell.opportunities
        .iter()
        .for_each(|opportunity| visit(&opportunity.text.text));
    let plain = cell
        .frontstage
        .iter()
        .chain(&cell.backstage)
        .chain(&cell.support)
        .chain(&cell.notes);
    plain
        .chain(cell.custom.iter().flat_map(|(_, texts)| texts))
        .for_each(|text| visit(&text.text));
}

/// Width that a stage's header asks for, in points.
fn stage(context: &Context, stage: StageIx) -> f64 {
    let name = &context.map.stages[stage].name.text;
    let word = context.shaper.longest_word(name, &context.type_.stage);
    let widest = context.theme.sizes.column * WIDEST;
    (word + super::lane::beside_name(context, stage) + 1.0).min(widest)
}

/// Width that the gutter's labels ask for, in points.
fn gutter(context: &Context) -> f64 {
    let map = context.map;
    let t = &context.type_;
    let mut width: f64 = 0.0;
    for name in super::lane::line_names(context) {
        width = width.max(context.shaper.width(name, &t.label) + 12.0);
    }
    for lane in &map.lanes {
        width = width.max(context.shaper.longest_word(&lane.title, &t.name) + 10.0);
        let shape = match &lane.content {
            LaneContent::Builtin(spec) => spec.shape,
            LaneContent::Levels { .. } => LaneShape::Emotion,
            LaneContent::Custom | LaneContent::Blank { .. } => continue,
        };
        let (names, room): (Vec<&str>, f64) = match shape {
            LaneShape::Channels => (
                map.channels
                    .iter()
                    .map(|channel| &*channel.name.text)
                    .collect(),
                30.0,
            ),
            LaneShape::Emotion => (
                map.scale.labels.iter().map(|(_, label)| &**label).collect(),
                12.0,
            ),
            _ => continue,
        };
        for name in names {
            width = width.max(context.shaper.width(name, &t.caption) + room);
        }
    }
    width
}
