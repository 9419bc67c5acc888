//! Stage 3: Model → Map. Whoever holds a `Map` holds a valid one.

mod anew;
mod assets;
mod calendar;
mod cells;
mod checker;
mod date_slips;
mod drawing;
mod emotion;
mod emotion_slips;
mod feelings;
mod files;
mod icons;
mod ids;
mod journey;
mod lanes;
mod lang;
mod ledger;
mod links;
mod map;
mod missing;
mod people;
mod rules;
mod scale;
mod settings;
mod spaces;
mod time;
mod timeline;
mod twice;
mod zones;

pub use crate::model::{LANES, LaneShape, LaneSpec, Word, Words, filled, nearest};
pub use anew::derive_anew;
pub use calendar::{Clock, Length, Step, seconds};
pub use feelings::FEELINGS;
pub use files::{FileError, Files, NoFiles, plain};
pub use icons::ICONS;
pub use lanes::{add_lane, has_content, unlisted_lanes};
pub use map::*;
pub use missing::components;
pub use time::{day, last_day};

use crate::diag::{Diagnostic, Rule, Settings, any_error};
use crate::limits::Limits;
use crate::model::Model;

/// What the check of a map comes to.
#[derive(Debug, Default)]
pub struct Checked {
    /// The map; `None` where anything is an error.
    pub map: Option<Map>,
    /// What it says of rules.
    pub settings: Settings,
    /// All that was found, sorted by place and at the rules' own levels.
    pub findings: Vec<Diagnostic>,
}

/// Checks a map: resolves ids, fills in defaults, and reads the files beside it. `rules` are those that a map may set.
///
/// What only follows from another finding is not reported; nor is, by this stage, what `model::read` has reported.
pub fn check(model: Model, files: &dyn Files, rules: &[&'static Rule], limits: &Limits) -> Checked {
    let Some(document) = &model.document else {
        return Checked::default();
    };
    if let Some(finding) = drawing::refuse(&model, document, limits) {
        return Checked {
            findings: vec![finding],
            ..Checked::default()
        };
    }
    let mut checker = spaces::open(document, files, *limits);
    let map = checker.map();
    let mut findings = checker.findings;
    let settings = rules::settings(&document.check, &model.allows, rules, &mut findings);
    let mut findings = findings.finish();
    findings.sort_by_key(|finding| finding.span);
    let map = Some(map).filter(|_| !any_error(&findings));
    Checked {
        map,
        settings,
        findings,
    }
}
