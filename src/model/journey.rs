//! The journey: stages, touchpoints, and the ways between them.

use super::cell::Cell;
use super::choices::Part;
use super::ledger::StageKpi;
use super::record::record;
use super::scalar::{
    ChannelRef, FlagOrText, Link, Moment, Number, Path, PersonaRef, Share, Text, TouchpointRef,
};

record! {
    /// A stage of the journey.
    Stage ("stage", "stages", short name, most Stages) {
        /// What it is called.
        name (required): Option<Text>,
        /// Id; made from the name where it is left out.
        id: Option<Text>,
        /// Neighbours with the same phase share a band above the stages.
        phase: Option<Text>,
        /// Free label of when: `Weeks 2–3`.
        time: Option<Text>,
        /// What the persona wants here.
        goal: Option<Text>,
        /// What must have happened before; stands on the border.
        entry: Option<Text>,
        /// What must have happened at the end; stands on the border.
        exit: Option<Text>,
        /// How often: the stage is a loop.
        repeats: Option<Text>,
        /// Department that answers for the stage.
        owner: Option<Text>,
        /// Number of people who reach it; two or more make a funnel.
        volume: Option<Number>,
        /// Ids of KPIs, or KPIs written in place.
        kpis: Vec<StageKpi>,
        /// The channels of its touchpoints that name none.
        channel: Vec<ChannelRef>,
        /// Before, during or after the purchase or use.
        part: Option<Part>,
        /// What the customer does; a bare text is a touchpoint with that name.
        touchpoints: Vec<Touchpoint>,
        ..
        /// What stands at the stage as a whole.
        cell: Cell,
    }
}

record! {
    /// What the customer does.
    Touchpoint ("touchpoint", "touchpoints", short name, most Touchpoints) {
        /// What the customer does.
        name (required): Option<Text>,
        /// Id; made from the name where it is left out.
        id: Option<Text>,
        /// Ids of the channels: where it happens.
        channel: Vec<ChannelRef>,
        /// Ids of the personas who take part; all where it is left out.
        persona: Vec<PersonaRef>,
        /// When it begins: a point on a finite timeline, or a free label.
        at: Option<Moment>,
        /// When it ends.
        until: Option<Moment>,
        /// Devices that the customer uses.
        device: Vec<Text>,
        /// Departments that answer for it.
        department: Vec<Text>,
        /// A moment of truth, and perhaps why.
        moment: Option<FlagOrText>,
        /// Where the customer can go from here; the touchpoint that follows where it is left out.
        next: Vec<Next>,
        /// Not everyone passes here.
        optional: Option<bool>,
        /// Where to read more.
        link: Option<Link>,
        /// Storyboard frame: a PNG or JPEG beside the map.
        image: Option<Path>,
        ..
        /// What stands at the touchpoint.
        cell: Cell,
    }
}

record! {
    /// A way on from a touchpoint.
    Next ("way on", "ways on", short to) {
        /// Id of the touchpoint it leads to; `leave` is out of the journey.
        to (required): Option<TouchpointRef>,
        /// Part of those who go this way, from 0 to 1 or in percent.
        share: Option<Share>,
        /// Condition.
        when: Option<Text>,
    }
}
