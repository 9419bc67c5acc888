//! The warnings of the pipeline itself: what is in the map and will not be seen in the drawing, or says nothing.

use super::{Level, Rule};

/// A warning with its page.
macro_rules! warning {
    ($name:literal, $finds:literal $(,)?) => {
        Rule {
            name: $name,
            level: Level::Warning,
            finds: $finds,
            page: include_str!(concat!("pages/", $name, ".md")),
        }
    };
}

/// A character that is not seen and could deceive.
pub const HIDDEN_CHARACTER: Rule = warning!(
    "hidden-character",
    "a character that is not seen, and with which a text reads otherwise than it is stored",
);
/// A character without a glyph.
pub const MISSING_GLYPH: Rule = warning!(
    "missing-glyph",
    "a character that none of the fonts at hand can draw",
);
/// A stage's emotion under those of its touchpoints.
pub const EMOTION_TWICE: Rule = warning!(
    "emotion-twice",
    "a stage's emotion that its touchpoints' own emotions replace",
);
/// Content of a lane that is not drawn.
pub const UNLISTED_LANE: Rule = warning!(
    "unlisted-lane",
    "content that is not drawn, since its lane is not in `lanes`",
);
/// Two maps to compare that have no stage in common.
pub const NOTHING_TO_COMPARE: Rule = warning!(
    "nothing-to-compare",
    "a second map that shares no stage with the first",
);
/// A reason to be silent where nothing is to be said.
pub const UNUSED_ALLOW: Rule = warning!("unused-allow", "an `x-allow` that silences nothing",);

/// All warnings.
pub const WARNINGS: &[&Rule] = &[
    &HIDDEN_CHARACTER,
    &MISSING_GLYPH,
    &EMOTION_TWICE,
    &UNLISTED_LANE,
    &NOTHING_TO_COMPARE,
    &UNUSED_ALLOW,
];
