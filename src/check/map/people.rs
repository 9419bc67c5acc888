//! Who: personas, and the people around the map.

use std::rc::Rc;

use super::{Asset, EvidenceIx, KpiIx, Text};
use crate::diag::Span;

/// Somebody whose journey this is.
#[derive(Clone, Debug)]
pub struct Persona {
    /// Id in the file.
    pub id: Rc<str>,
    /// Name; the id where none is given.
    pub name: Text,
    /// Role or situation.
    pub role: Option<Text>,
    /// What they would say.
    pub quote: Option<Text>,
    /// Label and text, in the order of the file.
    pub facts: Vec<(Text, Text)>,
    /// What they want.
    pub goals: Vec<Text>,
    /// What they need.
    pub needs: Vec<Text>,
    /// What gets in their way in general.
    pub pain_points: Vec<Text>,
    /// What the persona rests on.
    pub evidence: Vec<EvidenceIx>,
    /// Portrait.
    pub image: Option<Asset>,
    /// Its place in the whole map, from 0: its colour, marker and stroke, also where the map is cut for an audience.
    pub place: usize,
    /// Colour as written, valid; the theme's where none is given.
    pub color: Option<Text>,
    /// Left out of a public map.
    pub internal: bool,
    /// The whole record.
    pub span: Span,
}

/// Somebody with whom the map is aligned.
#[derive(Clone, Debug)]
pub struct Stakeholder {
    /// Name of the person or group.
    pub name: Text,
    /// Their role.
    pub role: Option<Text>,
    /// Their department.
    pub department: Option<Text>,
    /// Left out of a public map.
    pub internal: bool,
}

/// A goal of the mapping project.
#[derive(Clone, Debug)]
pub struct Goal {
    /// What is to be achieved.
    pub text: Text,
    /// The KPI that tells.
    pub kpi: Option<KpiIx>,
    /// Left out of a public map.
    pub internal: bool,
}

/// Where the journey begins and ends.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The first moment that is covered.
    pub from: Option<Text>,
    /// The last moment that is covered.
    pub to: Option<Text>,
    /// Left out of a public map.
    pub internal: bool,
}
