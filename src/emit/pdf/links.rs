//! Links: where a click has to hit, and where it leads.

use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::geom::Quadrilateral;
use krilla::surface::Location;

use super::document::Frame;
use crate::emit::link;
use crate::emit::svg::clean;
use crate::geom::Rect;
use crate::scene::{Group, Node, extent};

/// The place that a click on a link has to hit: what is seen of its lines, else of its shapes. Nothing where there is none, or
/// where it leads to what a viewer might execute.
pub fn hit(
    group: &Group,
    place: Option<Location>,
    frame: &Frame,
    seen: impl Fn(Rect) -> Option<Rect>,
) -> Option<Annotation> {
    let url = ascii(link::target(group)?);
    let mut boxes = Vec::new();
    lines(&group.children, &mut boxes);
    if boxes.is_empty() {
        boxes.extend(extent(&group.children));
    }
    let boxes = boxes.into_iter().filter_map(seen);
    let quads: Vec<Quadrilateral> = boxes
        .filter_map(|rect| Some(frame.rect(rect)?.into()))
        .collect();
    if quads.is_empty() {
        return None;
    }
    let target = Target::Action(LinkAction::new(url).into());
    let annotation = LinkAnnotation::new_with_quad_points(quads, target);
    let name = group.name.as_deref().map(clean);
    Some(Annotation::new_link(annotation, name).with_location(place))
}

/// The boxes of all lines of text.
fn lines(nodes: &[Node], boxes: &mut Vec<Rect>) {
    for node in nodes {
        match node {
            Node::Text(text) => boxes.push(text.place()),
            Node::Group(group) => lines(&group.children, boxes),
            Node::Shape(_) | Node::Image(_) => {}
        }
    }
}

/// An address in ASCII (RFC 3987, section 3.1): PDF knows no other (ISO 32000-1, 12.6.4.7).
fn ascii(url: &str) -> String {
    let byte = |byte: u8| match byte {
        b'!'..=b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    url.bytes().map(byte).collect()
}
