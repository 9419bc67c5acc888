//! What a reader is told of the parts of a drawing.

use crate::scene::{Node, Role};

/// Whether a reader would be told of any of the nodes.
pub fn speaks(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Text(_) => true,
        Node::Image(image) => !image.name.is_empty(),
        Node::Shape(_) => false,
        Node::Group(group) => match group.role {
            Role::Decoration => false,
            Role::Figure => true,
            _ => (group.name.is_some() && !group.children.is_empty()) || speaks(&group.children),
        },
    })
}

/// Whether there are words in a node that are read as part of the text around it.
pub fn has_words(node: &Node) -> bool {
    match node {
        Node::Text(_) => true,
        Node::Group(group) => {
            let is_apart = matches!(group.role, Role::Decoration | Role::Figure);
            !is_apart && group.children.iter().any(has_words)
        }
        Node::Shape(_) | Node::Image(_) => false,
    }
}
