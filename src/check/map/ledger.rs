//! What the map refers to: channels, sources, KPIs, files.

use std::rc::Rc;

use super::{Better, ChannelKind, EvidenceIx, EvidenceKind, StageIx, Text, TouchpointIx};
use crate::diag::Span;

/// Where interaction takes place.
#[derive(Clone, Debug)]
pub struct Channel {
    /// Id in the file.
    pub id: Rc<str>,
    /// Whether the id is made from the name.
    pub id_made: bool,
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

/// A file beside the map, read and bounded.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Path as written.
    pub path: Text,
    /// Its bytes; a picture's hold pixels alone, and no more of them than a print can show.
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
