//! `one-department`

use std::collections::BTreeMap;

use super::{Subject, warning};
use crate::check::{Map, Text};
use crate::diag::{Diagnostic, Rule};
use crate::model::shortened;

pub const RULE: Rule = warning!(
    "one-department",
    "a journey that belongs to one department, or to none"
);

const ADVICE: &str = "name who answers for each touchpoint: `department: Billing`; or for a whole stage: `owner: Billing`";

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    let mut departments: BTreeMap<&str, &Text> = BTreeMap::new();
    for text in departments_of(map) {
        departments.entry(&text.text).or_insert(text);
    }
    let mut departments = departments.values();
    let found = match (departments.next(), departments.next()) {
        (Some(_), Some(_)) => return Vec::new(),
        (Some(only), None) => {
            let message = format!(
                "of all departments only `{}` is named",
                shortened(&only.text)
            );
            Diagnostic::new(&RULE, only.span, message)
                .mark("no other department is named")
                .note("customers cross departments and get lost in between; one that is not on the map is not asked to help")
                .help(ADVICE)
        }
        _ => Diagnostic::new(&RULE, map.head, "the map names no department")
            .mark("no touchpoint has a `department`, no stage an `owner`")
            .note("the map can show neither who is to act nor where the customer is handed over")
            .help(ADVICE),
    };
    vec![found]
}

/// Those who answer for touchpoints and for stages.
fn departments_of(map: &Map) -> impl Iterator<Item = &Text> {
    let owners = map.stages.iter().filter_map(|stage| stage.owner.as_ref());
    let touchpoints = map.touchpoints.iter();
    owners.chain(touchpoints.flat_map(|touchpoint| &touchpoint.departments))
}
