//! What of a drawing reaches into a window.

use crate::geom::Rect;
use crate::scene::{Group, Node, Role};

/// Looks for what reaches into a window, of which less is left after cutting.
#[derive(Clone, Copy, Debug)]
pub(super) struct Within {
    /// What is printed.
    pub window: Rect,
    /// What is left of it.
    pub trim: Rect,
}

impl Within {
    /// The nodes that reach into the window, in the groups in which they stand; a group in which nothing is left goes.
    ///
    /// A group of which nothing is left to read after cutting is decoration: it is read on another sheet.
    pub fn all(&self, nodes: &[Node]) -> Vec<Node> {
        let seen = nodes.iter().filter_map(|node| self.node(node));
        seen.map(|(node, _)| node).collect()
    }

    /// A node if it reaches into the window, and whether there is something to read in it.
    fn node(&self, node: &Node) -> Option<(Node, bool)> {
        if let Node::Group(group) = node {
            return self.group(group);
        }
        let extent = node.extent()?;
        let reads = match node {
            Node::Text(text) => text.place().overlaps(&self.trim),
            Node::Image(_) => extent.overlaps(&self.trim),
            Node::Shape(_) | Node::Group(_) => false,
        };
        let reaches = extent.overlaps(&self.window);
        reaches.then(|| (node.clone(), reads))
    }

    fn group(&self, group: &Group) -> Option<(Node, bool)> {
        let inner = match group.clip {
            Some(clip) => Within {
                window: clip.common(&self.window)?,
                trim: clip.common(&self.trim).unwrap_or_default(),
            },
            None => *self,
        };
        // A figure is read as a whole, whatever part of it is there.
        let is_left = |node: &Node| {
            node.extent()
                .is_some_and(|extent| extent.overlaps(&inner.trim))
        };
        let mut reads = group.role == Role::Figure && group.children.iter().any(is_left);
        let mut children = Vec::new();
        for child in &group.children {
            if let Some((child, child_reads)) = inner.node(child) {
                children.push(child);
                reads |= child_reads;
            }
        }
        if children.is_empty() {
            return None;
        }
        let group = group.holding(children);
        let group = match reads {
            true => group,
            false => Group {
                role: Role::Decoration,
                name: None,
                link: None,
                columns: None,
                ..group
            },
        };
        Some((Node::Group(group), reads))
    }
}
