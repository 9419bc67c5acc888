//! Bookmarks: the title, under it the lanes, under that of the stages each stage.

use krilla::destination::XyzDestination;
use krilla::outline::{Outline, OutlineNode};

use super::document::Frame;
use crate::emit::svg::clean;
use crate::geom::Rect;
use crate::scene::{Group, Hook, Node, Role, Scene, TextLine, extent};
use crate::text::Next;

/// Space that is shown beside and above what a bookmark leads to, in points.
const AROUND: f64 = 12.0;

/// The bookmarks of a document. What stands on several sheets is found on the first of them.
pub fn outline(sheets: &[Scene], frames: &[Frame]) -> Outline {
    let mut lanes: Vec<Mark> = Vec::new();
    for (page, (sheet, frame)) in sheets.iter().zip(frames).enumerate() {
        let sheet_of = Sheet { page, frame };
        sheet_of.collect(&sheet.nodes, None, &mut lanes);
    }
    let mut outline = Outline::new();
    if let (Some(sheet), Some(frame)) = (sheets.first(), frames.first()) {
        let top = XyzDestination::new(0, frame.point(-sheet.bleed, -sheet.bleed));
        let mut title = OutlineNode::new(clean(&sheet.title), top).with_open(true);
        lanes
            .into_iter()
            .for_each(|lane| title.push_child(lane.node()));
        outline.push_child(title);
    }
    outline
}

struct Mark {
    id: String,
    name: String,
    place: XyzDestination,
    below: Vec<Mark>,
}

impl Mark {
    fn node(self) -> OutlineNode {
        let mut node = OutlineNode::new(self.name, self.place).with_open(true);
        for mark in self.below {
            node.push_child(mark.node());
        }
        node
    }
}

struct Sheet<'f> {
    page: usize,
    frame: &'f Frame,
}

impl Sheet<'_> {
    fn collect(&self, nodes: &[Node], window: Option<Rect>, lanes: &mut Vec<Mark>) {
        for group in groups(nodes) {
            let Some(seen) = seen(group, window) else {
                continue;
            };
            let window = group.clip.map_or(window, |_| Some(seen));
            let Some(id) = hook(group, Hook::Lane).filter(|_| group.role == Role::Row) else {
                self.collect(&group.children, window, lanes);
                continue;
            };
            let at = match lanes.iter().position(|lane| lane.id == id) {
                Some(at) => at,
                None => {
                    let name = clean(group.name.as_deref().unwrap_or(id));
                    lanes.push(self.mark(id, name, seen));
                    lanes.len() - 1
                }
            };
            if let Some(lane) = lanes.get_mut(at) {
                self.stages(&group.children, window, lane);
            }
        }
    }

    fn stages(&self, nodes: &[Node], window: Option<Rect>, lane: &mut Mark) {
        for group in groups(nodes).filter(|group| group.role == Role::ColumnHeader) {
            let known = |id: &str| lane.below.iter().any(|stage| stage.id == id);
            if let Some(id) = hook(group, Hook::Stage)
                && let Some(seen) = seen(group, window)
                && !known(id)
            {
                lane.below.push(self.mark(id, name(group), seen));
            }
        }
    }

    fn mark(&self, id: &str, name: String, seen: Rect) -> Mark {
        let place = self.frame.point(seen.x - AROUND, seen.y - AROUND);
        Mark {
            id: id.to_owned(),
            name,
            place: XyzDestination::new(self.page, place),
            below: Vec::new(),
        }
    }
}

fn groups(nodes: &[Node]) -> impl Iterator<Item = &Group> {
    nodes.iter().filter_map(|node| match node {
        Node::Group(group) => Some(group),
        Node::Text(_) | Node::Shape(_) | Node::Image(_) => None,
    })
}

fn hook(group: &Group, wanted: Hook) -> Option<&str> {
    let hooks = group.hooks.iter();
    hooks
        .filter(|(hook, _)| *hook == wanted)
        .map(|(_, value)| value.as_str())
        .next()
}

/// What is seen of a group.
fn seen(group: &Group, window: Option<Rect>) -> Option<Rect> {
    let whole = extent(&group.children)?;
    [group.clip, window]
        .into_iter()
        .flatten()
        .try_fold(whole, |seen, window| seen.common(&window))
}

/// The name of a stage: what is written largest in its header.
fn name(group: &Group) -> String {
    let mut lines = Vec::new();
    collect(&group.children, &mut lines);
    let size = |text: &&TextLine| text.line.style.size;
    let largest = lines.iter().map(size).fold(0.0, f64::max);
    let mut name = String::new();
    for text in lines.iter().filter(|text| size(text) >= largest) {
        name.push_str(text.line.text.trim_end_matches('\u{AD}'));
        name.push_str(if text.line.next == Next::Joined {
            ""
        } else {
            " "
        });
    }
    clean(name.trim_end())
}

fn collect<'s>(nodes: &'s [Node], lines: &mut Vec<&'s TextLine>) {
    for node in nodes {
        match node {
            Node::Text(text) => lines.push(text),
            Node::Group(group) => collect(&group.children, lines),
            Node::Shape(_) | Node::Image(_) => {}
        }
    }
}
