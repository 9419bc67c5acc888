//! The errors: without them mended there is no map.

use super::{Level, Rule};

/// An error with its page.
macro_rules! error {
    ($name:literal, $finds:literal $(,)?) => {
        Rule {
            name: $name,
            level: Level::Error,
            finds: $finds,
            page: include_str!(concat!("pages/", $name, ".md")),
        }
    };
}

/// Text that is not YAML.
pub const INVALID_YAML: Rule = error!("invalid-yaml", "text that cannot be read as YAML 1.2");
/// A key that stands twice in one mapping.
pub const DUPLICATE_KEY: Rule = error!("duplicate-key", "a key that stands twice in one mapping");
/// A key that the language does not have.
pub const UNKNOWN_KEY: Rule = error!("unknown-key", "a key that the language does not have");
/// A value of another shape than its key takes.
pub const WRONG_TYPE: Rule = error!("wrong-type", "a value of another shape than its key takes");
/// A day that is not in the calendar.
pub const INVALID_DATE: Rule = error!("invalid-date", "text that is not a date of the calendar");
/// A map for another version of jmap.
pub const UNSUPPORTED_VERSION: Rule = error!(
    "unsupported-version",
    "a version of the language that this jmap does not read",
);
/// More of something than jmap takes.
pub const LIMIT_EXCEEDED: Rule = error!(
    "limit-exceeded",
    "a file that is larger, deeper or more copied than jmap takes",
);
/// More than one document in a file.
pub const SEVERAL_DOCUMENTS: Rule =
    error!("several-documents", "more than one document in one file");
/// Bytes that are not UTF-8.
pub const INVALID_ENCODING: Rule = error!("invalid-encoding", "a file that is not UTF-8");
/// A map without a title.
pub const MISSING_TITLE: Rule = error!("missing-title", "a map without a title");
/// A map without personas.
pub const MISSING_PERSONAS: Rule = error!("missing-personas", "a map that names no persona");
/// A map without channels.
pub const MISSING_CHANNELS: Rule = error!("missing-channels", "a map that names no channel");
/// A map without a timeline.
pub const MISSING_TIMELINE: Rule = error!(
    "missing-timeline",
    "a map without stages, and so without a timeline",
);
/// A map without touchpoints.
pub const MISSING_TOUCHPOINTS: Rule = error!("missing-touchpoints", "a map without touchpoints");
/// A map without emotion.
pub const MISSING_EMOTION: Rule = error!("missing-emotion", "a map that says nowhere how it feels");
/// Two things of a kind with one id.
pub const DUPLICATE_ID: Rule = error!("duplicate-id", "an id that two things of a kind have");
/// A reference to what is not there.
pub const UNKNOWN_REFERENCE: Rule = error!("unknown-reference", "a reference to what is not there");
/// A reference that two things answer to.
pub const AMBIGUOUS_REFERENCE: Rule = error!(
    "ambiguous-reference",
    "a reference by a name that two things share",
);
/// An id that means something else.
pub const RESERVED_ID: Rule = error!(
    "reserved-id",
    "an id that the language uses for something else",
);
/// A thing without a name or text.
pub const MISSING_NAME: Rule = error!("missing-name", "a thing without its name or text");
/// A value outside what its key allows.
pub const INVALID_VALUE: Rule = error!("invalid-value", "a value outside what its key allows");
/// A score beyond the scale.
pub const EMOTION_OUT_OF_SCALE: Rule = error!(
    "emotion-out-of-scale",
    "a score beyond the scale of emotion",
);
/// A feeling that jmap does not know.
pub const UNKNOWN_FEELING: Rule = error!(
    "unknown-feeling",
    "a feeling that jmap does not know and that has no score",
);
/// A touchpoint before the one that precedes it.
pub const TIME_OUT_OF_ORDER: Rule = error!(
    "time-out-of-order",
    "a touchpoint that lies before the one above it",
);
/// A touchpoint outside the timeline.
pub const TIME_OUTSIDE_TIMELINE: Rule = error!(
    "time-outside-timeline",
    "a touchpoint that lies outside the timeline",
);
/// A touchpoint without a time.
pub const MISSING_TIME: Rule = error!(
    "missing-time",
    "a touchpoint without a time on a timeline that has an end",
);
/// A link that a viewer might execute.
pub const UNSAFE_LINK: Rule = error!("unsafe-link", "a link that is not http, https or mailto");
/// A file outside the map's folder.
pub const PATH_OUTSIDE_MAP: Rule = error!(
    "path-outside-map",
    "a path that leads out of the map's folder",
);
/// A file that cannot be read.
pub const UNREADABLE_FILE: Rule = error!(
    "unreadable-file",
    "a file beside the map that cannot be read",
);
/// An image that cannot be shown.
pub const UNREADABLE_IMAGE: Rule = error!(
    "unreadable-image",
    "a file beside the map that is not a PNG or JPEG image",
);
/// A map of which nothing is for the public.
pub const INTERNAL_MAP: Rule = error!(
    "internal-map",
    "a map of which nothing is for the public, where it is drawn for the public",
);
/// What a PDF cannot hold, or must not.
pub const UNFIT_FOR_PDF: Rule = error!(
    "unfit-for-pdf",
    "what PDF, or the standard that is asked for, does not allow",
);

/// Type that is too small for the distance from which it is to be read.
pub const TOO_SMALL_TO_READ: Rule = error!(
    "too-small-to-read",
    "type on the chosen paper that is too small to be read from the chosen distance",
);

/// All errors, in the order in which the documentation lists them.
pub const ERRORS: &[&Rule] = &[
    &INVALID_YAML,
    &DUPLICATE_KEY,
    &UNKNOWN_KEY,
    &WRONG_TYPE,
    &INVALID_DATE,
    &UNSUPPORTED_VERSION,
    &LIMIT_EXCEEDED,
    &SEVERAL_DOCUMENTS,
    &INVALID_ENCODING,
    &MISSING_TITLE,
    &MISSING_PERSONAS,
    &MISSING_CHANNELS,
    &MISSING_TIMELINE,
    &MISSING_TOUCHPOINTS,
    &MISSING_EMOTION,
    &DUPLICATE_ID,
    &UNKNOWN_REFERENCE,
    &AMBIGUOUS_REFERENCE,
    &RESERVED_ID,
    &MISSING_NAME,
    &INVALID_VALUE,
    &EMOTION_OUT_OF_SCALE,
    &UNKNOWN_FEELING,
    &TIME_OUT_OF_ORDER,
    &TIME_OUTSIDE_TIMELINE,
    &MISSING_TIME,
    &UNSAFE_LINK,
    &PATH_OUTSIDE_MAP,
    &UNREADABLE_FILE,
    &UNREADABLE_IMAGE,
    &TOO_SMALL_TO_READ,
    &UNFIT_FOR_PDF,
    &INTERNAL_MAP,
];
