//! Stages, touchpoints, and the ways between them.

use std::ops::Range;
use std::rc::Rc;

use super::{
    Asset, Cell, ChannelIx, Emotion, Figure, KpiIx, Moment, Part, PersonaIx, StageIx, Text,
    TouchpointIx,
};
use crate::diag::Span;

/// A stage of the journey.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Id, given or made from the name.
    pub id: Rc<str>,
    /// Whether the id is made.
    pub id_made: bool,
    /// Its place in the whole map, from 0: its number and colour, also where the map is cut for an audience.
    pub place: usize,
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
    /// Its touchpoints, a range of [`super::Map::touchpoints`]; may be empty.
    pub touchpoints: Range<TouchpointIx>,
    /// What stands at the stage as a whole.
    pub cell: Cell,
    /// What is felt at the stage as a whole by personas whose touchpoints there have their own emotion, which is drawn
    /// instead.
    pub overlaid: Vec<Emotion>,
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
    /// Whether the id is made.
    pub id_made: bool,
    /// The id by which a second map knows it; its own, also where the drawing is not to show it.
    pub known_as: Rc<str>,
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
    /// Left out of a public map.
    pub internal: bool,
    /// Where it stands.
    pub span: Span,
}
