//! `opportunity-without-owner`

use super::{Subject, warning};
use crate::diag::{Diagnostic, Rule};
use crate::insight::places::cells;
use crate::model::shortened;

pub const RULE: Rule = warning!(
    "opportunity-without-owner",
    "an opportunity that nobody owns"
);

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    // Who answers for a stage answers for what could be done there.
    let answers = |stage: usize| map.stages.get(stage).is_some_and(|stage| stage.owner.is_some());
    let cells = cells(map).filter(|(place, _)| !answers(place.in_journey(map).0));
    let opportunities = cells.flat_map(|(_, cell)| &cell.opportunities);
    let unowned = opportunities.filter(|opportunity| opportunity.owner.is_none());
    let found = unowned.map(|opportunity| {
        let text = shortened(&opportunity.text.text);
        let message = format!("nobody owns the opportunity `{text}`");
        Diagnostic::new(&RULE, opportunity.text.span, message)
            .mark("no `owner`, and none of its stage")
            .note("what everybody could do nobody does: an idea without an owner is still there when the map is next looked at")
            .help("name the department or person that sees to it, beside its text or for the whole stage:\nowner: Service")
    });
    found.collect()
}
