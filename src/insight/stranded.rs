//! Where customers do not get on.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::check::{Map, TouchpointIx};

/// The touchpoints from which nobody gets on, in the order of the journey: those that lead only to themselves, and those of
/// circles out of which no way leads.
///
/// Ways are those of `next`; where it is empty, the way to the touchpoint that follows, and past it where it is optional. A
/// way with a share of 0 is none. `leave` is a way out, and the last touchpoint is the end of the journey: whoever is there
/// is not stranded, even where it leads back.
///
/// Formally: the strongly connected components that no way leaves and that do not hold the last touchpoint. A touchpoint
/// that leads on, though only to a stranded one, is not stranded itself.
pub fn stranded(map: &Map) -> Vec<TouchpointIx> {
    let mut stranded = circles(map).concat();
    stranded.sort_unstable();
    stranded
}

/// The same, circle by circle: each in the order of the journey, and all by their first touchpoint.
pub fn circles(map: &Map) -> Vec<Vec<TouchpointIx>> {
    let ways = ways(map);
    let all = kosaraju_scc(&ways);
    let closed = all.iter().filter(|circle| is_closed(&ways, circle));
    let touchpoints = closed.map(|circle| {
        let circle = circle.iter().map(|node| node.index());
        let mut circle: Vec<_> = circle.filter(|&ix| ix < map.touchpoints.len()).collect();
        circle.sort_unstable();
        circle
    });
    let mut circles: Vec<_> = touchpoints.filter(|circle| !circle.is_empty()).collect();
    circles.sort_unstable();
    circles
}

type Ways = DiGraph<(), (), usize>;
type Node = NodeIndex<usize>;

/// Whether no way leads out of some places that are all connected, and none of them is the way out itself.
fn is_closed(ways: &Ways, circle: &[Node]) -> bool {
    let within: std::collections::BTreeSet<Node> = circle.iter().copied().collect();
    let out = Node::new(ways.node_count().saturating_sub(1));
    let mut on = circle.iter().flat_map(|&node| ways.neighbors(node));
    !within.contains(&out) && on.all(|to| within.contains(&to))
}

/// The ways of a journey: a node for each touchpoint, then one before each of them, where those arrive who only go on, and
/// at last one for all that is out.
fn ways(map: &Map) -> Ways {
    let count = map.touchpoints.len();
    let mut ways = Ways::default();
    for _ in 0..2 * count + 1 {
        ways.add_node(());
    }
    let (at, before, out) = (Node::new, |ix| Node::new(count + ix), Node::new(2 * count));
    for (ix, touchpoint) in map.touchpoints.iter().enumerate() {
        ways.add_edge(before(ix), at(ix), ());
        if touchpoint.optional {
            ways.add_edge(before(ix), before(ix + 1), ());
        }
        if touchpoint.next.is_empty() || ix + 1 == count {
            ways.add_edge(at(ix), before(ix + 1), ());
        }
        for way in touchpoint.next.iter().filter(|way| way.share != Some(0.0)) {
            ways.add_edge(at(ix), way.to.map_or(out, at), ());
        }
    }
    ways
}
