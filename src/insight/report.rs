//! All that a map says, in one place.

use super::curve::{Curve, curves};
use super::funnel::{Funnel, funnel};
use super::moments::{Moment, moments};
use super::shares::{Action, Share, Sources, action, sources, supported};
use super::spread::{Spread, spreads};
use super::{gaps, stranded};
use crate::check::{Map, TouchpointIx};

/// All that a map says.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The personas' curves, without those that have no point.
    pub curves: Vec<Curve>,
    /// How far the personas lie apart.
    pub spreads: Vec<Spread>,
    /// The moments of truth.
    pub moments: Vec<Moment>,
    /// Neighbours that happen in different channels.
    pub channel_changes: Vec<(TouchpointIx, TouchpointIx)>,
    /// Neighbours that happen on different devices.
    pub device_changes: Vec<(TouchpointIx, TouchpointIx)>,
    /// Neighbours for which different departments answer.
    pub handovers: Vec<(TouchpointIx, TouchpointIx)>,
    /// Touchpoints from which nobody gets on.
    pub stranded: Vec<TouchpointIx>,
    /// The measured stages.
    pub funnel: Option<Funnel>,
    /// What is done about pain points.
    pub action: Action,
    /// Claims that rest on evidence.
    pub claims: Share,
    /// The kinds of sources.
    pub sources: Sources,
}

/// Reads a map out.
pub fn report(map: &Map) -> Report {
    Report {
        curves: curves(map),
        spreads: spreads(map),
        moments: moments(map),
        channel_changes: gaps::channel_changes(map),
        device_changes: gaps::device_changes(map),
        handovers: gaps::handovers(map),
        stranded: stranded::stranded(map),
        funnel: funnel(map),
        action: action(map),
        claims: supported(map),
        sources: sources(map),
    }
}
