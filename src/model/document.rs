//! The map as a whole, and its settings.

use super::choices::{Kind, RuleLevel, State, TimeUnit, Zone};
use super::collections::{Level, Mapping, RuleName, WordKey};
use super::journey::Stage;
use super::ledger::{Channels, Evidence, Kpi};
use super::people::{Goal, Persona, Scope, Stakeholder};
use super::record::record;
use super::scalar::{Day, Language, Moment, Number, Path, Text, Version};

record! {
    /// A customer journey map.
    Document ("map", "maps") {
        /// Version of the language; 1 where it is left out.
        jmap: Option<Version>,
        /// What the map is called.
        title (required): Option<Text>,
        /// What the persona sets out to do.
        scenario: Option<Text>,
        /// Whether it shows what is, what is to be, or what somebody supposes.
        state: Option<State>,
        /// Journey map or service blueprint; a journey map where it is left out.
        kind: Option<Kind>,
        /// Where the journey begins and ends.
        scope: Option<Scope>,
        /// What the mapping project is to achieve.
        goals: Vec<Goal>,
        /// Who keeps this map current.
        owner: Option<Text>,
        /// With whom it is aligned.
        stakeholders: Vec<Stakeholder>,
        /// Day of the last change.
        updated: Option<Day>,
        /// Day by which it has to be looked at again.
        review_by: Option<Day>,
        /// Revision label.
        revision: Option<Text>,
        /// Language of the text; English where it is left out.
        lang: Option<Language>,
        /// The scale of emotion; −2 to 2 where it is left out.
        emotion_scale: Option<Scale>,
        /// The drawing's own words, over those that are built in for the language.
        words: Mapping<Text, WordKey>,
        /// Whose journey this is, by id.
        personas (required): Mapping<Persona>,
        /// Where interaction takes place, by id, or a list of names.
        channels (required): Channels,
        /// The ledger of sources that the map rests on, by id.
        evidence: Mapping<Evidence>,
        /// Figures that tell how well the journey works, by id.
        kpis: Mapping<Kpi>,
        /// A finite amount of time; the stages are the timeline where it is left out.
        timeline: Option<Timeline>,
        /// Which rows, in which order; every built-in lane with content where it is left out.
        lanes: Vec<Lane>,
        /// The stages of the journey, in order.
        stages (required): Vec<Stage>,
        /// Name of a theme, or path to one beside the map; the command line wins.
        theme: Option<Text>,
        /// Font files beside the map, asked in order for characters that the theme's font lacks.
        fonts: Vec<Path>,
        /// Levels of rules: `{missing-owner: off}`.
        check: Mapping<RuleLevel, RuleName>,
    }
}

record! {
    /// The scale of emotion.
    Scale ("scale", "scales") {
        /// The worst score.
        min: Option<Number>,
        /// The best score.
        max: Option<Number>,
        /// Neither good nor bad; the middle where it is left out.
        neutral: Option<Number>,
        /// Names of levels: `{-2: Furious, 2: Delighted}`.
        labels: Mapping<Text, Level>,
    }
}

record! {
    /// A finite amount of time.
    Timeline ("timeline", "timelines") {
        /// Unit of a relative timeline.
        unit: Option<TimeUnit>,
        /// Length of a relative timeline, in units.
        length: Option<Number>,
        /// First moment: a number of units, or a date.
        from: Option<Moment>,
        /// Last moment: a number of units, or a date.
        to: Option<Moment>,
        /// The event at 0 of a relative timeline.
        origin: Option<Text>,
    }
}

record! {
    /// A row of the map.
    Lane ("lane", "lanes", short id, most Lanes) {
        /// A built-in lane, `rest`, or an id of the author's own.
        id (required): Option<Text>,
        /// Title; the built-in one, or the id, where it is left out.
        title: Option<Text>,
        /// A half-line that says what the lane is.
        note: Option<Text>,
        /// Between which of a blueprint's lines a lane of the author's own stands.
        zone: Option<Zone>,
        /// The row is empty and so many millimetres high.
        blank: Option<Number>,
    }
}
