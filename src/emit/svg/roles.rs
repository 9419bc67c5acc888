//! What a group is to assistive technology (WAI-ARIA 1.2) and to scripts.

use super::out::Out;
use crate::emit::link;
use crate::scene::{Group, Node, Role};

/// Whether the group would be an element that nobody could tell from its children.
pub fn is_silent(group: &Group) -> bool {
    let nothing_to_say = match group.role {
        Role::Paragraph => group.children.len() < 2,
        Role::Decoration => !group.children.iter().any(speaks),
        _ => false,
    };
    nothing_to_say && group.hooks.is_empty() && group.clip.is_none()
}

/// Whether assistive technology would read the node out.
fn speaks(node: &Node) -> bool {
    match node {
        Node::Text(_) | Node::Image(_) => true,
        Node::Shape(_) => false,
        Node::Group(group) => group.role != Role::Decoration || group.children.iter().any(speaks),
    }
}

/// The group's element.
pub fn tag(group: &Group) -> &'static str {
    if link::target(group).is_some() {
        "a"
    } else {
        "g"
    }
}

/// Writes role, name, columns and hooks.
pub fn attributes(out: &mut Out, group: &Group, depth: usize) {
    if let Some(url) = link::target(group) {
        out.attribute("href", url);
    }
    if let Some(role) = role(group, depth) {
        out.attribute("role", role);
    }
    if let Role::Heading(level) = group.role {
        out.length("aria-level", f64::from(level));
    }
    match &group.name {
        _ if group.role == Role::Decoration && group.children.iter().any(speaks) => {
            out.raw(" aria-hidden=\"true\"");
        }
        Some(name) if takes_name(group) => {
            out.attribute("aria-label", name);
        }
        _ => {}
    }
    if let Some(columns) = group.columns {
        out.length("aria-colindex", columns.first as f64);
        if columns.count > 1 {
            out.length("aria-colspan", columns.count as f64);
        }
    }
    for (hook, value) in &group.hooks {
        out.attribute(hook.name(), value);
    }
}

fn role(group: &Group, depth: usize) -> Option<&'static str> {
    Some(match group.role {
        // Landmarks are for the page's few parts; what lies deeper is a group.
        Role::Region if depth == 0 && group.name.is_some() => "region",
        Role::Region => "group",
        Role::Heading(_) => "heading",
        Role::Paragraph => "paragraph",
        Role::List => "list",
        Role::Item => "listitem",
        Role::Table => "table",
        Role::Row => "row",
        Role::ColumnHeader => "columnheader",
        Role::RowHeader => "rowheader",
        Role::Cell => "cell",
        Role::Figure => "img",
        Role::Link | Role::Decoration => return None,
    })
}

/// Whether the name is written: not where the group's own words already say it, or where ARIA forbids a name.
fn takes_name(group: &Group) -> bool {
    match group.role {
        Role::Paragraph | Role::Decoration => false,
        Role::Heading(_)
        | Role::ColumnHeader
        | Role::RowHeader
        | Role::Cell
        | Role::Item
        | Role::Link => group.name.as_deref() != Some(words(&group.children).as_str()),
        Role::Region | Role::List | Role::Table | Role::Row | Role::Figure => true,
    }
}

/// The words in the nodes, joined by spaces as browsers join them to a name; a word that is hyphenated is not what a name says.
fn words(nodes: &[Node]) -> String {
    let mut words = String::new();
    for node in nodes {
        let more = match node {
            Node::Text(line) => line.line.text.trim(),
            Node::Group(group) => &self::words(&group.children),
            Node::Shape(_) | Node::Image(_) => "",
        };
        if !words.is_empty() && !more.is_empty() {
            words.push(' ');
        }
        words.push_str(more);
    }
    words
}
