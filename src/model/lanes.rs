//! The catalog of built-in lanes, in default order. A lane is a row here.

use super::Word;

/// A built-in lane.
#[derive(Debug, PartialEq, Eq)]
pub struct LaneSpec {
    /// Name in `lanes` and in `data-lane`.
    pub id: &'static str,
    /// Its title.
    pub title: Word,
    /// A half-line that says what it is.
    pub note: Option<Word>,
    /// How its cells are drawn.
    pub shape: LaneShape,
}

/// How the cells of a lane are drawn; one file each in `layout/lane/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneShape {
    /// Chevrons across the stages.
    Stages,
    /// The time axis.
    Axis,
    /// What the persona wants at each stage.
    Goals,
    /// Storyboard frames.
    Frames,
    /// A card per touchpoint.
    Touchpoints,
    /// The metro line.
    Channels,
    /// The curve.
    Emotion,
    /// Words of the customer, in italics.
    Voices,
    /// Tinted cards: bright spots.
    Gains,
    /// Tinted cards: what gets in the way.
    PainPoints,
    /// Tinted cards: what could be done.
    Opportunities,
    /// Plain texts.
    Texts,
    /// Names of departments, joined over neighbours.
    Departments,
    /// Figures against their targets.
    Kpis,
    /// Volumes per stage.
    Funnel,
    /// Sources per cell.
    Evidence,
}

const fn lane(id: &'static str, title: Word, note: Option<Word>, shape: LaneShape) -> LaneSpec {
    LaneSpec {
        id,
        title,
        note,
        shape,
    }
}

/// All built-in lanes, in default order.
pub const LANES: &[LaneSpec] = &[
    lane("stages", Word::Stages, None, LaneShape::Stages),
    lane(
        "timeline",
        Word::Timeline,
        Some(Word::TimelineNote),
        LaneShape::Axis,
    ),
    lane(
        "goals",
        Word::Goals,
        Some(Word::GoalsNote),
        LaneShape::Goals,
    ),
    lane(
        "storyboard",
        Word::Storyboard,
        Some(Word::StoryboardNote),
        LaneShape::Frames,
    ),
    lane(
        "touchpoints",
        Word::Touchpoints,
        Some(Word::TouchpointsNote),
        LaneShape::Touchpoints,
    ),
    lane(
        "channels",
        Word::Channels,
        Some(Word::ChannelsNote),
        LaneShape::Channels,
    ),
    lane(
        "emotion",
        Word::Emotion,
        Some(Word::EmotionNote),
        LaneShape::Emotion,
    ),
    lane(
        "thoughts",
        Word::Thoughts,
        Some(Word::ThoughtsNote),
        LaneShape::Voices,
    ),
    lane(
        "quotes",
        Word::Quotes,
        Some(Word::QuotesNote),
        LaneShape::Voices,
    ),
    lane(
        "gains",
        Word::Gains,
        Some(Word::GainsNote),
        LaneShape::Gains,
    ),
    lane(
        "pain_points",
        Word::PainPoints,
        Some(Word::PainPointsNote),
        LaneShape::PainPoints,
    ),
    lane(
        "opportunities",
        Word::Opportunities,
        Some(Word::OpportunitiesNote),
        LaneShape::Opportunities,
    ),
    lane(
        "frontstage",
        Word::Frontstage,
        Some(Word::FrontstageNote),
        LaneShape::Texts,
    ),
    lane(
        "backstage",
        Word::Backstage,
        Some(Word::BackstageNote),
        LaneShape::Texts,
    ),
    lane(
        "support",
        Word::Support,
        Some(Word::SupportNote),
        LaneShape::Texts,
    ),
    lane(
        "departments",
        Word::Departments,
        Some(Word::DepartmentsNote),
        LaneShape::Departments,
    ),
    lane("kpis", Word::Kpis, Some(Word::KpisNote), LaneShape::Kpis),
    lane(
        "funnel",
        Word::Funnel,
        Some(Word::FunnelNote),
        LaneShape::Funnel,
    ),
    lane(
        "evidence",
        Word::Evidence,
        Some(Word::EvidenceNote),
        LaneShape::Evidence,
    ),
    lane("notes", Word::Notes, None, LaneShape::Texts),
];
