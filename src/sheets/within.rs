//! What of a drawing reaches into a window.

use crate::geom::Rect;
use crate::scene::Node;

/// The nodes that reach into a window, in the groups in which they stand; a group in which nothing is left goes.
pub(super) fn within(nodes: &[Node], window: Rect) -> Vec<Node> {
    nodes
        .iter()
        .filter_map(|node| reaching(node, window))
        .collect()
}

fn reaching(node: &Node, window: Rect) -> Option<Node> {
    let Node::Group(group) = node else {
        let seen = node.extent().is_some_and(|extent| extent.overlaps(&window));
        return seen.then(|| node.clone());
    };
    let seen = match group.clip {
        Some(clip) => clip.common(&window)?,
        None => window,
    };
    let children = within(&group.children, seen);
    (!children.is_empty()).then(|| Node::Group(group.holding(children)))
}
