//! Stage 2: nodes → Model, as written. The language's keys, its lanes and its words.

mod cell;
mod choices;
mod collections;
mod document;
mod emotion;
mod figures;
mod journey;
mod key_slips;
mod lanes;
mod ledger;
mod people;
mod plural;
mod reader;
mod record;
mod scalar;
mod schema;
mod shape;
mod slips;
mod suggest;
mod synonyms;
mod template;
mod words;

pub use cell::{Cell, Opportunity, PainPoint, Voice};
pub use choices::{
    Better, ChannelKind, EvidenceKind, Grade, Kind, Part, RuleLevel, State, TimeUnit, Zone,
};
pub use collections::{Id, Keys, Label, LaneId, Level, Mapping, RuleName, WordKey};
pub use document::{Document, Lane, Scale, Timeline};
pub use emotion::{Emotion, Feeling, Feelings, MOST_FEELINGS};
pub use journey::{Next, Stage, Touchpoint};
pub use lanes::{LANES, LaneShape, LaneSpec};
pub use ledger::{Channel, Channels, Evidence, Kpi, StageKpi};
pub use people::{Goal, Persona, Scope, Stakeholder};
pub use reader::Allow;
pub use record::Meta;
pub use scalar::{
    ChannelRef, Color, Day, EvidenceRef, FlagOrText, KpiRef, LARGEST_NUMBER, Language, Link,
    Moment, Number, PainPointRef, Path, Period, PersonaRef, Share, StageRef, Text, TouchpointRef,
    Version,
};
pub use schema::{Vocabulary, schema};
pub use shape::{Choice, Format, Key, Record, Shape, alternatives, article};
pub use slips::{all_records, shortened};
pub use suggest::nearest;
pub use template::filled;
pub use words::{Word, Words};

/// What advice about a text needs to know of YAML.
pub use crate::source::{CURLY, value};

use crate::diag::{self, Diagnostic};
use crate::limits::Limits;
use crate::source::{Node, Value};

/// A map as it is written: every key read, nothing resolved.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The map; `None` where the file holds none that this version reads.
    pub document: Option<Document>,
    /// What is silenced where.
    pub allows: Vec<Allow>,
    /// Letters of all its texts, and [`crate::limits::SIGN`] for each of them.
    pub size: u64,
}

/// Reads a map. What cannot be read becomes a finding, and all the rest is read nevertheless.
pub fn read(root: &Node, limits: &Limits) -> (Model, Vec<Diagnostic>) {
    let none = |finding| (Model::default(), vec![finding]);
    let Value::Mapping(entries) = &root.value else {
        return none(slips::no_map(root));
    };
    let version = entries
        .iter()
        .find(|(key, _)| *key.text == *"jmap")
        .map(|(_, version)| version);
    if let Some(version) = version
        && let Value::Scalar(scalar) = &version.value
        && *scalar.text != *"1"
        && !reader::is_null(version)
    {
        let written = shortened(&scalar.text);
        let message = format!(
            "this map is for version `{written}` of the language, and this jmap reads version 1"
        );
        return none(
            Diagnostic::new(&diag::UNSUPPORTED_VERSION, version.span, message)
                .mark("must be 1")
                .help("install a newer jmap, or write `jmap: 1` if the map is not newer"),
        );
    }
    let mut reader = reader::Reader::new(*limits);
    let mut document = record::read_record::<Document>(&mut reader, root);
    if let Some(document) = &mut document {
        document.meta.stands_elsewhere(&reader.strays);
    }
    let model = Model {
        document,
        allows: reader.allows,
        size: reader.size,
    };
    (model, reader.findings.finish())
}
