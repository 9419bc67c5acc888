//! What the map refers to: channels, sources and KPIs.

use super::choices::{Better, ChannelKind, EvidenceKind};
use super::collections::Mapping;
use super::reader::{Read, Reader, Slot};
use super::record::{Fields, record};
use super::scalar::{EvidenceRef, KpiRef, Link, Number, Period, StageRef, Text, TouchpointRef};
use super::shape::Shape;
use crate::source::{Node, Value};

record! {
    /// Where interaction takes place.
    Channel ("channel", "channels", short name, most Channels) {
        /// What the channel is called; the id where it is left out.
        name: Option<Text>,
        /// What it is made of.
        kind: Option<ChannelKind>,
        /// Name of a built-in icon; one is guessed from id and name where it is left out.
        icon: Option<Text>,
    }
}

record! {
    /// A source that the map rests on.
    Evidence ("source", "sources", short name, most Sources) {
        /// What the source is called; the id where it is left out.
        name: Option<Text>,
        /// Kind of source.
        kind: Option<EvidenceKind>,
        /// Number of people, cases or records.
        n: Option<Number>,
        /// Day, month or year.
        date: Option<Period>,
        /// Where to read it.
        link: Option<Link>,
    }
}

record! {
    /// A figure that tells how well the journey works.
    Kpi ("KPI", "KPIs", short name, most Kpis) {
        /// What is measured; the id where it is left out.
        name: Option<Text>,
        /// Measured value.
        value: Option<Number>,
        /// Value to reach.
        target: Option<Number>,
        /// Whether more or less is better; more where it is left out.
        better: Option<Better>,
        /// Unit, as it is printed: `days`, `"%"`.
        unit: Option<Text>,
        /// Ids of the sources of the value.
        evidence: Vec<EvidenceRef>,
        /// Id of the stage under which it stands.
        stage: Option<StageRef>,
        /// Id of the touchpoint under which it stands.
        touchpoint: Option<TouchpointRef>,
    }
}

/// A KPI of a stage: the id of one, or one written in place.
#[derive(Clone, Debug)]
pub enum StageKpi {
    /// The id or name of a KPI.
    Named(KpiRef),
    /// A KPI written in place.
    Written(Box<Kpi>),
}

impl Read for StageKpi {
    const SHAPE: Shape = Shape::Either(&[KpiRef::SHAPE, Kpi::SHAPE]);

    fn read(reader: &mut Reader, node: &Node) -> Option<StageKpi> {
        match node.value {
            Value::Mapping(_) => {
                Kpi::read(reader, node).map(|kpi| StageKpi::Written(Box::new(kpi)))
            }
            _ => KpiRef::read(reader, node).map(StageKpi::Named),
        }
    }
}

/// The channels: a mapping by id, or a list whose ids are made from the names.
#[derive(Clone, Debug, Default)]
pub struct Channels {
    /// Id, where one is written, and channel.
    pub items: Vec<(Option<Text>, Channel)>,
}

impl Slot for Channels {
    const TAKES: Shape = Shape::Either(&[
        <Mapping<Channel> as Read>::SHAPE,
        <Vec<Channel> as Read>::SHAPE,
    ]);

    fn fill(&mut self, reader: &mut Reader, node: &Node) {
        // A mapping with the keys of a channel is a channel that stands alone.
        let alone = matches!(&node.value, Value::Mapping(entries)
            if entries.iter().any(|(key, value)| *key.text == *"name" && matches!(value.value, Value::Scalar(_)))
                && entries.iter().all(|(key, _)| Channel::RECORD.all_keys().any(|known| *key.text == *known.name)));
        if matches!(node.value, Value::Mapping(_)) && !alone {
            let mut channels = Mapping::<Channel>::default();
            channels.fill(reader, node);
            self.items = channels
                .entries
                .into_iter()
                .map(|(key, channel)| (Some(key), channel))
                .collect();
        } else {
            let mut channels = Vec::<Channel>::default();
            channels.fill(reader, node);
            self.items = channels
                .into_iter()
                .map(|channel| (None, channel))
                .collect();
        }
    }
}
