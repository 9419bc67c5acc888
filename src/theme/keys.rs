//! The keys of a theme's file: each with its place in the theme and what it is.

use super::Theme;
use crate::color::Color;

/// A key, what it sets, and what that is.
pub(super) type Entry<T> = (&'static str, fn(&mut Theme) -> &mut T, &'static str);

/// The keys of `colors`.
pub(super) const COLORS: &[Entry<Color>] = &[
    ("paper", |t| &mut t.colors.paper, "the page"),
    ("card", |t| &mut t.colors.card, "cards on the page"),
    (
        "card_edge",
        |t| &mut t.colors.card_edge,
        "the line round a card",
    ),
    (
        "hairline",
        |t| &mut t.colors.hairline,
        "borders of stages and lanes",
    ),
    ("ink", |t| &mut t.colors.ink, "text"),
    (
        "ink_2",
        |t| &mut t.colors.ink_2,
        "second text: scenario, thoughts",
    ),
    ("ink_3", |t| &mut t.colors.ink_3, "third text: captions"),
    ("rule", |t| &mut t.colors.rule, "the line above the footer"),
    (
        "stage_text",
        |t| &mut t.colors.stage_text,
        "text on a stage",
    ),
    (
        "persona_text",
        |t| &mut t.colors.persona_text,
        "initials on a persona's colour",
    ),
    (
        "line",
        |t| &mut t.colors.line,
        "the line through the channels",
    ),
    (
        "handover",
        |t| &mut t.colors.handover,
        "hand-overs between departments, moments of truth",
    ),
    (
        "zero",
        |t| &mut t.colors.zero,
        "the line of neutral emotion",
    ),
    (
        "wash_high",
        |t| &mut t.colors.wash_high,
        "ground of the best emotion",
    ),
    (
        "wash_low",
        |t| &mut t.colors.wash_low,
        "ground of the worst emotion",
    ),
    (
        "pain_fill",
        |t| &mut t.colors.pain.fill,
        "ground of a pain point",
    ),
    (
        "pain_edge",
        |t| &mut t.colors.pain.edge,
        "edge of a pain point",
    ),
    (
        "pain_text",
        |t| &mut t.colors.pain.text,
        "text of a pain point",
    ),
    (
        "opportunity_fill",
        |t| &mut t.colors.opportunity.fill,
        "ground of an opportunity",
    ),
    (
        "opportunity_edge",
        |t| &mut t.colors.opportunity.edge,
        "edge of an opportunity",
    ),
    (
        "opportunity_text",
        |t| &mut t.colors.opportunity.text,
        "text of an opportunity",
    ),
    (
        "gain_fill",
        |t| &mut t.colors.gain.fill,
        "ground of a bright spot",
    ),
    (
        "gain_edge",
        |t| &mut t.colors.gain.edge,
        "edge of a bright spot",
    ),
    (
        "gain_text",
        |t| &mut t.colors.gain.text,
        "text of a bright spot",
    ),
    (
        "exceeds_fill",
        |t| &mut t.colors.exceeds.fill,
        "pill of a KPI that exceeds its target",
    ),
    (
        "exceeds_text",
        |t| &mut t.colors.exceeds.text,
        "text on that pill",
    ),
    (
        "meets_fill",
        |t| &mut t.colors.meets.fill,
        "pill of a KPI that meets its target",
    ),
    (
        "meets_text",
        |t| &mut t.colors.meets.text,
        "text on that pill",
    ),
    (
        "below_fill",
        |t| &mut t.colors.below.fill,
        "pill of a KPI that does not meet its target",
    ),
    (
        "below_text",
        |t| &mut t.colors.below.text,
        "text on that pill",
    ),
    (
        "reading_fill",
        |t| &mut t.colors.reading.fill,
        "ground of what to read first",
    ),
    (
        "reading_edge",
        |t| &mut t.colors.reading.edge,
        "the line round what to read first",
    ),
    (
        "reading_text",
        |t| &mut t.colors.reading.text,
        "text of what to read first",
    ),
];

/// The keys of `sizes`.
pub(super) const SIZES: &[Entry<f64>] = &[
    (
        "title",
        |t| &mut t.sizes.title,
        "type size of the map's title",
    ),
    ("lede", |t| &mut t.sizes.lede, "type size of the scenario"),
    (
        "figure",
        |t| &mut t.sizes.figure,
        "type size of a KPI's value",
    ),
    (
        "stage",
        |t| &mut t.sizes.stage,
        "type size of a stage's name",
    ),
    (
        "persona",
        |t| &mut t.sizes.persona,
        "type size of a persona's name",
    ),
    (
        "name",
        |t| &mut t.sizes.name,
        "type size of touchpoints and lane titles",
    ),
    ("body", |t| &mut t.sizes.body, "type size of cells"),
    ("caption", |t| &mut t.sizes.caption, "type size of captions"),
    ("column", |t| &mut t.sizes.column, "least width of a column"),
    (
        "level",
        |t| &mut t.sizes.level,
        "height of one fourth of the emotion scale",
    ),
    (
        "radius",
        |t| &mut t.sizes.radius,
        "radius of a card's corners",
    ),
];
