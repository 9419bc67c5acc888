//! A map cut for an audience: some of its personas, stages or lanes, what may be published, or what a workshop is to fill in.
//! Map → Map.

mod audience;
mod blank;
mod content;
mod cut;
mod public;
mod remap;

pub use audience::Audience;
pub use cut::cut;

use std::fmt;

use crate::check::nearest;
use crate::diag::{Diagnostic, INTERNAL_MAP, Span};

/// What of a map is drawn; by default all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Ids or exact names of the personas that remain, with what they take part in; empty: all.
    pub personas: Vec<String>,
    /// Ids or exact names of the stages that remain; empty: all.
    pub stages: Vec<String>,
    /// Ids of the lanes that remain beside the stages' own; empty: all.
    pub lanes: Vec<String>,
    /// For whom it is drawn.
    pub audience: Option<Audience>,
    /// Only what is public: without owners, stakeholders, notes, efforts and whatever is marked internal.
    pub public: bool,
    /// Ids of lanes that are empty, for sticky notes; `all` stands for all but the stages' own. What stood in them is drawn
    /// nowhere.
    pub blank: Vec<String>,
}

/// Why a map cannot be cut so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The map has no such thing.
    Unknown {
        /// What was sought: persona, stage, lane.
        kind: &'static str,
        /// Its name as asked.
        asked: String,
        /// The ids that there are.
        known: Vec<String>,
    },
    /// The lane of the stages is to be empty.
    Stages,
    /// The map says at its top, here, that nothing of it is for the public.
    Internal(Span),
    /// Nothing of a kind remains, and a map without it is none.
    Empty(&'static str),
}

impl Refusal {
    /// What is wrong with the map itself, where it is that rather than what was asked for.
    pub fn finding(&self) -> Option<Diagnostic> {
        let Refusal::Internal(span) = self else {
            return None;
        };
        let finding = Diagnostic::new(&INTERNAL_MAP, *span, self.to_string());
        Some(finding.mark("this key stands for the whole map").help(
            "draw it without `--public`, or mark only what is internal: each record takes `internal: true`",
        ))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Unknown { kind, asked, known } => {
                write!(f, "there is no {kind} `{asked}`")?;
                match nearest(asked, known.iter().map(String::as_str)) {
                    Some(near) => write!(f, "; did you mean `{near}`?"),
                    None => write!(f, "; it has {}", known.join(", ")),
                }
            }
            Refusal::Stages => {
                f.write_str("the lane of the stages cannot be blank: it says where notes belong")
            }
            Refusal::Internal(_) => f.write_str("nothing of this map is for the public"),
            Refusal::Empty(kind) => write!(f, "nothing is left to draw: no {kind} remains"),
        }
    }
}
