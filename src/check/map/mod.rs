//! The checked map: ids resolved to positions, defaults filled, every number in its range.

mod cell;
mod journey;
mod ledger;
mod people;
mod time;

pub use cell::*;
pub use journey::*;
pub use ledger::*;
pub use people::*;
pub use time::*;

use std::rc::Rc;

use crate::diag::Span;
pub use crate::model::{
    Better, ChannelKind, EvidenceKind, Grade, Kind, Part, State, Text, TimeUnit, Zone,
};
use crate::model::{LaneSpec, Words};

/// Position of a persona in [`Map::personas`].
pub type PersonaIx = usize;
/// Position of a channel in [`Map::channels`].
pub type ChannelIx = usize;
/// Position of a source in [`Map::evidence`].
pub type EvidenceIx = usize;
/// Position of a KPI in [`Map::kpis`].
pub type KpiIx = usize;
/// Position of a stage in [`Map::stages`].
pub type StageIx = usize;
/// Position of a touchpoint in [`Map::touchpoints`].
pub type TouchpointIx = usize;

/// A journey map that can be drawn.
#[derive(Clone, Debug)]
pub struct Map {
    /// What the map is called.
    pub title: Text,
    /// What the persona sets out to do.
    pub scenario: Option<Text>,
    /// Whether it shows today, tomorrow or a guess.
    pub state: Option<State>,
    /// Journey or service blueprint.
    pub kind: Kind,
    /// Where the journey begins and ends.
    pub scope: Option<Scope>,
    /// What the mapping project is to achieve.
    pub goals: Vec<Goal>,
    /// Who keeps the map current.
    pub owner: Option<Text>,
    /// With whom it is aligned.
    pub stakeholders: Vec<Stakeholder>,
    /// Day of the last change.
    pub updated: Option<Date>,
    /// Where the day of the last change stands.
    pub updated_span: Option<Span>,
    /// Day by which it has to be looked at again.
    pub review_by: Option<Date>,
    /// Where that day stands.
    pub review_span: Option<Span>,
    /// Revision label.
    pub revision: Option<Text>,
    /// Language of the text.
    pub lang: Lang,
    /// The scale of emotion.
    pub scale: Scale,
    /// The drawing's own words, in the map's language.
    pub words: Words,
    /// At least one, in the order of the file.
    pub personas: Vec<Persona>,
    /// At least one, in the order of the file.
    pub channels: Vec<Channel>,
    /// The ledger of sources.
    pub evidence: Vec<Evidence>,
    /// All KPIs: the map's own and those written at a stage.
    pub kpis: Vec<Kpi>,
    /// Phases or a finite amount of time.
    pub timeline: Timeline,
    /// The timeline is left out of a public map.
    pub timeline_internal: bool,
    /// The rows to draw, in order (a blueprint's by zone): those that have content, and blank ones.
    pub lanes: Vec<Lane>,
    /// At least one.
    pub stages: Vec<Stage>,
    /// Whether stages are numbered, also those of a map that is cut: the whole has several, and no name of theirs begins with
    /// a number.
    pub numbered: bool,
    /// All touchpoints in the order of the journey; a stage holds a range of them. At least one.
    pub touchpoints: Vec<Touchpoint>,
    /// All pain points in the order of the journey; cells name them by position.
    pub pain_points: Vec<PainPoint>,
    /// Where it says that nothing of it is for the public, if it does.
    pub internal: Option<Span>,
    /// What it does not tell any more, since it was cut.
    pub withheld: Withheld,
    /// Name or path of the theme.
    pub theme: Option<Text>,
    /// Side of the sticky notes for which columns and blank lanes have room, in millimetres; none where it is not printed
    /// for a workshop.
    pub notes: Option<f64>,
    /// Its first key: where what it lacks as a whole would stand.
    pub head: Span,
    /// Font files beside the map, in order.
    pub fonts: Vec<Asset>,
}

impl Map {
    /// All cells, the stages' first.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        let stages = self.stages.iter().map(|stage| &stage.cell);
        stages.chain(self.touchpoints.iter().map(|touchpoint| &touchpoint.cell))
    }

    /// The files that it names, but for its theme: fonts, portraits, frames of the storyboard.
    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        let portraits = self.personas.iter().filter_map(|of| of.image.as_ref());
        let frames = self.touchpoints.iter().filter_map(|of| of.image.as_ref());
        self.fonts.iter().chain(portraits).chain(frames)
    }
}

/// What a map does not tell any more, since it was cut: of that it cannot be said that there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// Opportunities or their owners: whether a pain point waits for one.
    pub answers: bool,
    /// Ways on: whether somebody gets on from a touchpoint.
    pub ways: bool,
    /// Sources: how many of the claims rest on any.
    pub sources: bool,
    /// All sources of cells: whether a score is an assumption.
    pub cell_sources: bool,
}

/// Language of the map's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lang {
    /// BCP 47 tag as written, `en` where none is given.
    pub tag: Rc<str>,
    /// Whether its script runs from right to left.
    pub rtl: bool,
    /// The language's opening and closing quotation mark.
    pub quotes: (&'static str, &'static str),
}

/// The scale of emotion; `min` < `neutral` < `max`.
#[derive(Clone, Debug)]
pub struct Scale {
    /// The worst score.
    pub min: f64,
    /// The best score.
    pub max: f64,
    /// Neither good nor bad.
    pub neutral: f64,
    /// Named levels, ascending by score.
    pub labels: Vec<(f64, Rc<str>)>,
    /// Left out of a public map.
    pub internal: bool,
}

/// A row of the map.
#[derive(Clone, Debug)]
pub struct Lane {
    /// Id: the built-in name, or the custom lane's own.
    pub id: Rc<str>,
    /// Title, as the map or the words give it.
    pub title: Rc<str>,
    /// A half-line that says what the lane is.
    pub note: Option<Rc<str>>,
    /// What the row holds.
    pub content: LaneContent,
    /// Between which of a blueprint's lines it stands. There, lanes are in the order of zones, and one without a zone
    /// stays with the lane before it.
    pub zone: Option<Zone>,
    /// Left out of a public map.
    pub internal: bool,
    /// Where the map lists it.
    pub span: Option<Span>,
}

impl Lane {
    /// Whether it is there to be written on.
    pub fn is_blank(&self) -> bool {
        match self.content {
            LaneContent::Blank { .. } | LaneContent::Levels { .. } => true,
            LaneContent::Builtin(_) | LaneContent::Custom => false,
        }
    }
}

/// What a row holds.
#[derive(Clone, Debug)]
pub enum LaneContent {
    /// A lane of the catalog.
    Builtin(&'static LaneSpec),
    /// A lane of the map's own: texts from `cells` under the lane's id.
    Custom,
    /// Nothing: to be written on.
    Blank {
        /// Height in millimetres.
        millimetres: f64,
    },
    /// The levels of emotion, and no curve: to draw one.
    Levels {
        /// Height in millimetres.
        millimetres: f64,
    },
}
