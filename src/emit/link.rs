//! Where links lead.

use crate::scene::{Group, Role};

/// The target of a link, if it is one that a viewer would not execute.
pub fn target(group: &Group) -> Option<&str> {
    let url = group.link.as_deref().filter(|_| group.role == Role::Link)?;
    let safe = |scheme: &str| {
        url.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    ["https:", "http:", "mailto:"]
        .into_iter()
        .any(safe)
        .then_some(url)
}
