//! `touchpoint-without-channel`

use super::{Subject, warning};
use crate::diag::{Diagnostic, Rule};
use crate::model::shortened;

pub const RULE: Rule = warning!(
    "touchpoint-without-channel",
    "a touchpoint that does not say where it takes place"
);

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    let Some(first) = map.channels.first() else {
        return Vec::new();
    };
    let help = format!(
        "name the channel, here or for the whole stage: channel: {}\nwhat happens without the organisation has a place as well:\nchannels: {{home: At home}}",
        shortened(&first.id)
    );
    let touchpoints = map.touchpoints.iter();
    let nowhere = touchpoints.filter(|touchpoint| touchpoint.channels.is_empty());
    let found = nowhere.map(|touchpoint| {
        let name = shortened(&touchpoint.name.text);
        let message = format!("the touchpoint `{name}` has no channel");
        Diagnostic::new(&RULE, touchpoint.name.span, message)
            .mark("nothing says where this takes place")
            .note("channels are where people and organisation meet; without one nobody knows whose touchpoint it is to mend")
            .help(&help)
    });
    found.collect()
}
