//! The checked map: ids resolved to positions, defaults filled, every number in its range.

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
    /// Day by which it has to be looked at again.
    pub review_by: Option<Date>,
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
    /// The rows to draw, in order: those that have content, and blank ones.
    pub lanes: Vec<Lane>,
    /// At least one.
    pub stages: Vec<Stage>,
    /// All touchpoints in the order of the journey; a stage holds a range of them. At least one.
    pub touchpoints: Vec<Touchpoint>,
    /// All pain points in the order of the journey; cells name them by position.
    pub pain_points: Vec<PainPoint>,
    /// Name or path of the theme.
    pub theme: Option<Text>,
    /// Font files beside the map, in order.
    pub fonts: Vec<Asset>,
}

/// Where the journey begins and ends.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The first moment that is covered.
    pub from: Option<Text>,
    /// The last moment that is covered.
    pub to: Option<Text>,
}

/// A goal of the mapping project.
#[derive(Clone, Debug)]
pub struct Goal {
    /// What is to be achieved.
    pub text: Text,
    /// The KPI that tells.
    pub kpi: Option<KpiIx>,
}

/// Somebody with whom the map is aligned.
#[derive(Clone, Debug)]
pub struct Stakeholder {
    /// Name of the person or group.
    pub name: Text,
    /// Their role.
    pub role: Option<Text>,
    /// Their department.
    pub department: Option<Text>,
    /// Left out of a public map.
    pub internal: bool,
}

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: i8,
    /// Day of the month.
    pub day: i8,
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
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
}

/// Somebody whose journey this is.
#[derive(Clone, Debug)]
pub struct Persona {
    /// Id in the file.
    pub id: Rc<str>,
    /// Name; the id where none is given.
    pub name: Text,
    /// Role or situation.
    pub role: Option<Text>,
    /// What they would say.
    pub quote: Option<Text>,
    /// Label and text, in the order of the file.
    pub facts: Vec<(Text, Text)>,
    /// What they want.
    pub goals: Vec<Text>,
    /// What they need.
    pub needs: Vec<Text>,
    /// What gets in their way in general.
    pub pain_points: Vec<Text>,
    /// What the persona rests on.
    pub evidence: Vec<EvidenceIx>,
    /// Portrait.
    pub image: Option<Asset>,
    /// Colour as written, valid; the theme's where none is given.
    pub color: Option<Text>,
    /// Left out of a public map.
    pub internal: bool,
    /// The whole record.
    pub span: Span,
}

/// Where interaction takes place.
#[derive(Clone, Debug)]
pub struct Channel {
    /// Id in the file.
    pub id: Rc<str>,
    /// Name; the id where none is given.
    pub name: Text,
    /// Digital, human or physical.
    pub kind: Option<ChannelKind>,
    /// Icon, given or guessed from id and name.
    pub icon: Option<&'static str>,
    /// Left out of a public map.
    pub internal: bool,
    /// The whole record.
    pub span: Span,
}

/// A source that the map rests on.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Id in the file.
    pub id: Rc<str>,
    /// Name; the id where none is given.
    pub name: Text,
    /// Kind of source.
    pub kind: Option<EvidenceKind>,
    /// Number of people, cases or records.
    pub n: Option<u64>,
    /// Day, month or year, as written.
    pub date: Option<Text>,
    /// Where to read it; a safe link.
    pub link: Option<Text>,
    /// Left out of a public map.
    pub internal: bool,
    /// The whole record.
    pub span: Span,
}

/// A key performance indicator.
#[derive(Clone, Debug)]
pub struct Kpi {
    /// Id in the file, or made from the name.
    pub id: Rc<str>,
    /// Name; the id where none is given.
    pub name: Text,
    /// Measured value.
    pub value: Option<Figure>,
    /// Value to reach.
    pub target: Option<Figure>,
    /// Whether more or less is better.
    pub better: Better,
    /// Unit as written.
    pub unit: Option<Text>,
    /// Sources.
    pub evidence: Vec<EvidenceIx>,
    /// Stage under which it stands.
    pub stage: Option<StageIx>,
    /// Touchpoint under which it stands.
    pub touchpoint: Option<TouchpointIx>,
    /// Left out of a public map.
    pub internal: bool,
    /// The whole record.
    pub span: Span,
}

/// A number of the map: its value, and the digits as the author wrote them.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The value, finite.
    pub value: f64,
    /// As written: `4180`, `0.40`.
    pub text: Rc<str>,
}

/// The time that the columns stand for.
#[derive(Clone, Debug)]
pub enum Timeline {
    /// Variable phases: the stages in order.
    Phases,
    /// A finite amount of time counted from an event.
    Relative {
        /// Unit in which the axis counts.
        unit: TimeUnit,
        /// First moment, in units.
        from: f64,
        /// Last moment, in units.
        to: f64,
        /// The event at 0.
        origin: Option<Text>,
    },
    /// A finite amount of time by the calendar, in seconds since 1970-01-01 00:00, without time zone.
    Absolute {
        /// First moment.
        from: i64,
        /// Last moment.
        to: i64,
    },
}

/// A moment: as written, and where it lies on a finite timeline.
#[derive(Clone, Debug)]
pub struct Moment {
    /// As written.
    pub text: Text,
    /// In the timeline's unit (relative) or seconds (absolute); `None` with variable phases.
    pub value: Option<f64>,
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
    /// Where a blueprint draws it.
    pub zone: Option<Zone>,
    /// Where the map lists it.
    pub span: Option<Span>,
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
}

/// A stage of the journey.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Id, given or made from the name.
    pub id: Rc<str>,
    /// Name.
    pub name: Text,
    /// Band above the stage.
    pub phase: Option<Text>,
    /// Free label of when.
    pub time: Option<Text>,
    /// What the persona wants here.
    pub goal: Option<Text>,
    /// What must have happened before.
    pub entry: Option<Text>,
    /// What must have happened at the end.
    pub exit: Option<Text>,
    /// The stage is a loop.
    pub repeats: Option<Text>,
    /// Department that answers for the stage.
    pub owner: Option<Text>,
    /// Number of people who reach it.
    pub volume: Option<Figure>,
    /// KPIs under the stage, those named by it and those that name it.
    pub kpis: Vec<KpiIx>,
    /// Part of the whole relation.
    pub part: Option<Part>,
    /// Its touchpoints, a range of [`Map::touchpoints`]; may be empty.
    pub touchpoints: std::ops::Range<TouchpointIx>,
    /// What stands at the stage as a whole.
    pub cell: Cell,
    /// Left out of a public map.
    pub internal: bool,
    /// The whole record.
    pub span: Span,
}

/// What the customer does.
#[derive(Clone, Debug)]
pub struct Touchpoint {
    /// Id, given or made from the name.
    pub id: Rc<str>,
    /// Name.
    pub name: Text,
    /// The stage it belongs to.
    pub stage: StageIx,
    /// Where it happens, its own or the stage's channels; may be empty.
    pub channels: Vec<ChannelIx>,
    /// Who takes part; never empty.
    pub personas: Vec<PersonaIx>,
    /// Whether `persona` was written, so that not everybody takes part by default.
    pub personas_given: bool,
    /// Begin.
    pub at: Option<Moment>,
    /// End.
    pub until: Option<Moment>,
    /// Devices.
    pub devices: Vec<Text>,
    /// Departments.
    pub departments: Vec<Text>,
    /// Moment of truth, with its reason if one is given.
    pub moment: Option<MomentOfTruth>,
    /// Where the customer can go from here; empty: the touchpoint that follows.
    pub next: Vec<Next>,
    /// Not everyone passes here.
    pub optional: bool,
    /// A safe link.
    pub link: Option<Text>,
    /// Storyboard frame.
    pub image: Option<Asset>,
    /// KPIs under this touchpoint.
    pub kpis: Vec<KpiIx>,
    /// What stands at the touchpoint.
    pub cell: Cell,
    /// Left out of a public map.
    pub internal: bool,
    /// The whole record.
    pub span: Span,
}

/// A moment of truth.
#[derive(Clone, Debug)]
pub struct MomentOfTruth {
    /// Why it is one.
    pub reason: Option<Text>,
    /// Where it says so.
    pub span: Span,
}

/// A way on from a touchpoint.
#[derive(Clone, Debug)]
pub struct Next {
    /// The touchpoint it leads to; `None`: out of the journey.
    pub to: Option<TouchpointIx>,
    /// Part of those who go this way, 0 to 1.
    pub share: Option<f64>,
    /// Condition.
    pub when: Option<Text>,
    /// Where it stands.
    pub span: Span,
}

/// What stands at a touchpoint or at a stage.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// At most one entry per persona, in the order of [`Map::personas`]. At a stage, personas whose touchpoints there
    /// have their own emotion are left out.
    pub emotions: Vec<Emotion>,
    /// What they think.
    pub thoughts: Vec<Voice>,
    /// What they said.
    pub quotes: Vec<Voice>,
    /// Bright spots.
    pub gains: Vec<Voice>,
    /// Positions in [`Map::pain_points`].
    pub pain_points: Vec<usize>,
    /// What could be done.
    pub opportunities: Vec<Opportunity>,
    /// What staff do in view.
    pub frontstage: Vec<Text>,
    /// What staff do out of view.
    pub backstage: Vec<Text>,
    /// What systems and partners do.
    pub support: Vec<Text>,
    /// What the cell's claims rest on.
    pub evidence: Vec<EvidenceIx>,
    /// Notes.
    pub notes: Vec<Text>,
    /// Custom lanes: id and texts, in the order of the file.
    pub custom: Vec<(Rc<str>, Vec<Text>)>,
}

/// What one persona feels in one cell.
#[derive(Clone, Debug)]
pub struct Emotion {
    /// Who.
    pub persona: PersonaIx,
    /// One to twelve, in order.
    pub feelings: Vec<Feeling>,
    /// Where it stands.
    pub span: Span,
}

/// A point of the curve, or a gap in it.
#[derive(Clone, Debug)]
pub enum Feeling {
    /// Nobody has asked yet.
    Unknown(Span),
    /// A score.
    Score(Score),
}

/// A score on the scale of emotion.
#[derive(Clone, Debug)]
pub struct Score {
    /// Within the scale.
    pub score: f64,
    /// The feeling's word, as written.
    pub feeling: Option<Text>,
    /// Sources of the score.
    pub evidence: Vec<EvidenceIx>,
    /// Lower bound, at most the score.
    pub low: Option<f64>,
    /// Upper bound, at least the score.
    pub high: Option<f64>,
    /// Where it stands.
    pub span: Span,
}

/// Words of the customer.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The words, with the language's quotation marks where they are thoughts or quotes.
    pub text: Text,
    /// Who; empty: nobody in particular.
    pub personas: Vec<PersonaIx>,
    /// Sources.
    pub evidence: Vec<EvidenceIx>,
    /// Left out of a public map.
    pub internal: bool,
}

/// What gets in the way.
#[derive(Clone, Debug)]
pub struct PainPoint {
    /// Id, given or made from the text.
    pub id: Rc<str>,
    /// What it is.
    pub text: Text,
    /// How bad it is.
    pub severity: Option<Grade>,
    /// Whom it troubles; empty: everybody.
    pub personas: Vec<PersonaIx>,
    /// Sources.
    pub evidence: Vec<EvidenceIx>,
    /// Left out of a public map.
    pub internal: bool,
    /// The number by which opportunities refer to it, from 1; `None` where none refers to it.
    pub number: Option<usize>,
}

/// What could be done.
#[derive(Clone, Debug)]
pub struct Opportunity {
    /// What it is.
    pub text: Text,
    /// What it brings.
    pub value: Option<Grade>,
    /// What it costs.
    pub effort: Option<Grade>,
    /// Who answers for it.
    pub owner: Option<Text>,
    /// The KPI it should move.
    pub kpi: Option<KpiIx>,
    /// Positions in [`Map::pain_points`].
    pub solves: Vec<usize>,
    /// Free label: planned, done.
    pub status: Option<Text>,
    /// Left out of a public map.
    pub internal: bool,
}

/// A file beside the map, read and bounded.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Path as written.
    pub path: Text,
    /// Its bytes.
    pub bytes: std::sync::Arc<[u8]>,
    /// What it is.
    pub kind: AssetKind,
}

/// What a file beside the map is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetKind {
    /// A PNG image and its size in pixels.
    Png {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// A JPEG image and its size in pixels.
    Jpeg {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// A font file.
    Font,
}
