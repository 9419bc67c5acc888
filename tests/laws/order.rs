//! The order in the file is the order on the page.

use jmap::scene::{Group, Hook, Node, Role, Scene};

use super::{hook, walk};

/// The cells of a row stand in the order of their columns; under the stages stands, in a second line, what is at their borders.
pub fn cells_stand_in_the_order_of_columns(scene: &Scene) {
    walk(&scene.nodes, &mut |node| {
        let Node::Group(row) = node else { return };
        if row.role != Role::Row || hook(row, Hook::Lane) == Some("stages") {
            return;
        }
        let cells = groups(&row.children);
        let starts: Vec<usize> = cells.filter_map(|cell| Some(cell.columns?.first)).collect();
        assert!(starts.is_sorted(), "{:?}: {starts:?}", row.name);
    });
}

fn groups(nodes: &[Node]) -> impl Iterator<Item = &Group> {
    nodes.iter().filter_map(|node| match node {
        Node::Group(group) => Some(group),
        _ => None,
    })
}
