//! The body: the scene's nodes in their order.

use super::super::TextMode;
use super::defs::Defs;
use super::fonts::Faces;
use super::out::Out;
use super::{roles, shape, text};
use crate::scene::{Group, Node, Scene};
use crate::text::Fonts;

/// The body under way.
pub struct Body<'s> {
    /// Its markup.
    pub out: Out,
    /// What it refers to.
    pub defs: Defs,
    /// How letters are written.
    pub mode: TextMode,
    /// The faces in use.
    pub faces: &'s Faces,
    /// The scene's fonts.
    pub fonts: &'s Fonts,
}

/// Writes the nodes of a scene on its background.
pub fn write<'s>(scene: &'s Scene, mode: TextMode, faces: &'s Faces) -> Body<'s> {
    let (out, defs) = (Out::default(), Defs::default());
    let mut body = Body {
        out,
        defs,
        mode,
        faces,
        fonts: &scene.fonts,
    };
    body.out.raw("<rect");
    let ground = scene.ground();
    if scene.bleed != 0.0 {
        body.out.length("x", ground.x).length("y", ground.y);
    }
    body.out
        .length("width", ground.width)
        .length("height", ground.height);
    shape::color(&mut body.out, "fill", scene.background);
    body.out.raw("/>\n");
    nodes(&mut body, &scene.nodes, 0);
    body
}

fn nodes(body: &mut Body, nodes: &[Node], depth: usize) {
    for node in nodes {
        match node {
            Node::Group(inner) => group(body, inner, depth),
            Node::Text(line) => text::write(body, line),
            Node::Shape(inner) => shape::write(body, inner, None),
            Node::Image(image) => shape::image(body, image),
        }
    }
}

/// A group that says nothing of its own leaves no element; one around a single shape is written on the shape.
fn group(body: &mut Body, group: &Group, depth: usize) {
    if roles::is_silent(group) {
        return nodes(body, &group.children, depth);
    }
    let tag = roles::tag(group);
    if let ([Node::Shape(only)], "g", None) = (group.children.as_slice(), tag, group.clip) {
        return shape::write(body, only, Some((group, depth)));
    }
    body.out.raw("<").raw(tag);
    roles::attributes(&mut body.out, group, depth);
    if let Some(window) = group.clip {
        let id = body.defs.clip(window, 0.0);
        body.out.raw(" clip-path=\"url(#").raw(&id).raw(")\"");
    }
    body.out.raw(">");
    nodes(body, &group.children, depth + 1);
    body.out.raw("</").raw(tag).raw(">\n");
}
