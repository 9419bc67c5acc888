//! `unused-channel`

use super::{Subject, warning};
use crate::diag::{Diagnostic, Rule};
use crate::model::shortened;

pub const RULE: Rule = warning!("unused-channel", "a channel in which nothing takes place");

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    let mut used = vec![false; map.channels.len()];
    for &channel in map.touchpoints.iter().flat_map(|touchpoint| &touchpoint.channels) {
        if let Some(used) = used.get_mut(channel) {
            *used = true;
        }
    }
    let channels = map.channels.iter().zip(used);
    let unused = channels.filter(|(_, used)| !used);
    let found = unused.map(|(channel, _)| {
        let (name, id) = (shortened(&channel.name.text), shortened(&channel.id));
        let message = format!("no touchpoint takes place in the channel `{name}`");
        Diagnostic::new(&RULE, channel.name.span, message)
            .mark("nothing happens here")
            .note("either a touchpoint is missing from the map, or customers do not use the channel on this journey")
            .help(format!("give it to the touchpoints that take place there, channel: {id}, or delete it"))
    });
    found.collect()
}
