//! How large the drawing of a map would be. A few lines can ask for a million signs: a score that is everybody's, a channel
//! of all touchpoints of a stage, a long name that is repeated wherever somebody refers to it. So this is asked before
//! anything is resolved.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::diag::Diagnostic;
use crate::limits::{Limit, Limits, PER_BYTE, SIGN};
use crate::model::{
    Cell, ChannelRef, Document, Emotion, Feelings, Model, Stage, StageKpi, Text, Touchpoint,
};

/// Refuses a map whose drawing would be too large.
pub(super) fn refuse(model: &Model, document: &Document, limits: &Limits) -> Option<Diagnostic> {
    let size = model.size.saturating_add(repeated(document));
    let map = document.meta.span;
    let paid = PER_BYTE.saturating_mul(u64::from(map.end - map.start));
    let repeats = size.saturating_sub(paid);
    let (limit, amount, beyond) = if size > limits.of(Limit::Drawing) {
        (Limit::Drawing, size, String::new())
    } else if repeats > limits.of(Limit::Repeats) {
        let beyond = format!(" beyond {PER_BYTE} for each byte of its file");
        (Limit::Repeats, repeats, beyond)
    } else {
        return None;
    };
    let most = limits.written(limit);
    let message =
        format!("the drawing of this map would have more than {most} letters and signs{beyond}");
    let advice = match limit {
        Limit::Drawing => "split the map: a poster of that size cannot be read",
        _ => {
            "look for what a few lines repeat: aliases (`*name`), a list at every touchpoint, ways from everywhere to everywhere"
        }
    };
    let finding = limits.refuse_amount(limit, amount, document.meta.head, message, advice);
    Some(
        finding
            .mark("this map")
            .note("a score counts for each persona that takes part, a stage's channel for each touchpoint, a way with the names at both its ends, and a name wherever it is said"),
    )
}

/// As many signs a touchpoint counts beside its texts: a column, with its borders, its stretch of the line and of the curve.
const COLUMN: u64 = 3;
/// As many signs a way on counts: an arc with two legs and an arrowhead.
const WAY: u64 = 4;

/// Lengths of the names of things, by id.
type Names<'a> = BTreeMap<&'a str, u64>;

/// What the drawing says more than once, in letters and signs.
fn repeated(document: &Document) -> u64 {
    let long = |text: &Option<Text>| text.as_ref().map_or(0, |text| length(&text.text));
    let keyed = document.personas.entries.iter();
    let personas = keyed.map(|(id, persona)| (&*id.text, long(&persona.name)));
    let channels = document.channels.items.iter();
    let channels =
        channels.filter_map(|(id, channel)| Some((&*id.as_ref()?.text, long(&channel.name))));
    let kpis = document.kpis.entries.iter();
    let kpis = kpis.map(|(id, kpi)| (&*id.text, long(&kpi.name)));
    let touchpoints = document.stages.iter().flat_map(|stage| &stage.touchpoints);
    let touchpoints =
        touchpoints.filter_map(|point| Some((&*point.id.as_ref()?.text, long(&point.name))));
    let words = document.words.entries.iter();
    let size = Size {
        everybody: document
            .personas
            .entries
            .iter()
            .map(|(id, persona)| long(&persona.name).max(length(&id.text)))
            .sum(),
        heads: document.personas.entries.len() as u64,
        personas: personas.collect(),
        channels: channels.collect(),
        kpis: kpis.collect(),
        touchpoints: touchpoints.collect(),
        word: words.map(|(_, word)| length(&word.text)).max().unwrap_or(0),
    };
    let stages = document.stages.iter().map(|stage| size.of_stage(stage));
    stages.fold(0, u64::saturating_add)
}

struct Size<'a> {
    /// The names of all personas.
    everybody: u64,
    /// How many personas there are.
    heads: u64,
    personas: Names<'a>,
    channels: Names<'a>,
    kpis: Names<'a>,
    touchpoints: Names<'a>,
    /// The longest of the map's own words, which may stand at every touchpoint.
    word: u64,
}

impl Size<'_> {
    fn of_stage(&self, stage: &Stage) -> u64 {
        let kpis = stage.kpis.iter().filter_map(|kpi| match kpi {
            StageKpi::Named(name) => Some(&name.0),
            StageKpi::Written(_) => None,
        });
        let own = self.of_cell(&stage.cell, None) + names(kpis, &self.kpis);
        let of_channels = |channels: &[ChannelRef]| {
            names(channels.iter().map(|channel| &channel.0), &self.channels)
        };
        // The signs of those that a touchpoint names were counted where they were read.
        let signs = SIGN.saturating_mul(stage.channel.len() as u64);
        let inherited = of_channels(&stage.channel).saturating_add(signs);
        stage.touchpoints.iter().fold(own, |sum, point| {
            let channels = match point.channel.is_empty() {
                true => inherited,
                false => of_channels(&point.channel),
            };
            sum.saturating_add(channels)
                .saturating_add(self.of_touchpoint(point))
        })
    }

    fn of_touchpoint(&self, point: &Touchpoint) -> u64 {
        let who = point.persona.iter().map(|persona| &persona.0);
        let some = (names(who, &self.personas), point.persona.len() as u64);
        let cell = self.of_cell(&point.cell, (some.1 > 0).then_some(some));
        let next = point
            .next
            .iter()
            .filter_map(|next| Some(&next.to.as_ref()?.0));
        let from = point.name.as_ref().map_or(0, |name| length(&name.text));
        let way = (WAY * SIGN).saturating_add(from);
        let ways = way.saturating_mul(point.next.len() as u64);
        (self.word + COLUMN * SIGN)
            .saturating_add(cell)
            .saturating_add(ways)
            .saturating_add(names(next, &self.touchpoints))
    }

    /// A cell in which some personas take part, or else everybody: what their names take, and how many they are.
    fn of_cell(&self, cell: &Cell, some: Option<(u64, u64)>) -> u64 {
        let (who, heads) = some.unwrap_or((self.everybody, self.heads));
        let emotion = match &cell.emotion {
            None => 0,
            Some(Emotion::Shared(feelings)) => {
                who.saturating_add(heads.saturating_mul(of_feelings(feelings)))
            }
            Some(Emotion::Each(each)) => {
                let who = each.iter().map(|(persona, _)| persona);
                let signs = SIGN.saturating_mul(each.len() as u64);
                signs.saturating_add(names(who, &self.personas))
            }
        };
        let voices = [&cell.thoughts, &cell.quotes, &cell.gains];
        let said = voices
            .into_iter()
            .flatten()
            .flat_map(|voice| &voice.persona);
        let felt = cell.pain_points.iter().flat_map(|pain| &pain.persona);
        let who = names(said.chain(felt).map(|persona| &persona.0), &self.personas);
        let kpis = cell
            .opportunities
            .iter()
            .filter_map(|one| Some(&one.kpi.as_ref()?.0));
        emotion
            .saturating_add(who)
            .saturating_add(names(kpis, &self.kpis))
    }
}

fn of_feelings(feelings: &Feelings) -> u64 {
    let words = feelings.list.iter().map(|feeling| feeling.feeling.as_ref());
    let sizes = words.map(|word| SIGN + word.map_or(0, |word| length(&word.text)));
    sizes.fold(0, u64::saturating_add)
}

/// What names take for things that are referred to. What is named, and not by its id, is as long as its name.
fn names<'t>(references: impl Iterator<Item = &'t Text>, known: &Names) -> u64 {
    let name = |text: &Rc<str>| {
        known
            .get(&**text)
            .map_or_else(|| length(text), |name| *name)
    };
    let sizes = references.map(|reference| name(&reference.text));
    sizes.fold(0, u64::saturating_add)
}

fn length(text: &str) -> u64 {
    text.len() as u64
}
