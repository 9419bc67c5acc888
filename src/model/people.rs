//! Who: personas, and the people around the map.

use super::Mapping;
use super::collections::Label;
use super::record::record;
use super::scalar::{Color, EvidenceRef, KpiRef, Path, Text};

record! {
    /// Somebody whose journey this is.
    Persona ("persona", "personas", short name, most Personas) {
        /// What the persona is called; the id where it is left out.
        name: Option<Text>,
        /// Role or situation: `Tenant, 29`.
        role: Option<Text>,
        /// What they would say.
        quote: Option<Text>,
        /// Labels and texts: `{Age: 29, Income: low}`.
        facts: Mapping<Text, Label>,
        /// What they want.
        goals: Vec<Text>,
        /// What they need.
        needs: Vec<Text>,
        /// What gets in their way in general.
        pain_points: Vec<Text>,
        /// Ids of the sources that the persona rests on.
        evidence: Vec<EvidenceRef>,
        /// Portrait: a PNG or JPEG beside the map.
        image: Option<Path>,
        /// Colour of the persona's curve; the theme's where it is left out.
        color: Option<Color>,
    }
}

record! {
    /// Somebody with whom the map is aligned.
    Stakeholder ("stakeholder", "stakeholders", short name) {
        /// Name of the person or group.
        name (required): Option<Text>,
        /// Their role.
        role: Option<Text>,
        /// Their department.
        department: Option<Text>,
    }
}

record! {
    /// What the mapping project is to achieve.
    Goal ("goal", "goals", short text) {
        /// What is to be achieved.
        text (required): Option<Text>,
        /// Id of the KPI that tells.
        kpi: Option<KpiRef>,
    }
}

record! {
    /// Where the journey begins and ends.
    Scope ("scope", "scopes") {
        /// The first moment that is covered.
        from: Option<Text>,
        /// The last moment that is covered.
        to: Option<Text>,
    }
}
