//! How far parts of a drawing reach.

use super::{Node, Outline, Shape, TextLine};
use crate::geom::{Point, Rect, Step};

/// How far letters may lean or hang out of their line, as a part of their size.
const OVERHANG: f64 = 0.4;
/// How far a stroke's corner may stick out, in widths of the stroke: half of a mitre limit of 4.
const MITRE: f64 = 2.0;

/// What several parts surely lie within together; `None` where there is nothing.
pub fn extent(nodes: &[Node]) -> Option<Rect> {
    let all = nodes.iter().filter_map(Node::extent);
    all.reduce(|a, b| a.joined(&b))
}

impl Node {
    /// What it surely lies within, ink and all; `None` for a group in which nothing is.
    pub fn extent(&self) -> Option<Rect> {
        match self {
            Node::Group(group) => {
                let all = extent(&group.children)?;
                group.clip.map_or(Some(all), |clip| clip.common(&all))
            }
            Node::Text(text) => Some(text.extent()),
            Node::Shape(shape) => shape.extent(),
            Node::Image(image) => Some(image.place),
        }
    }
}

impl TextLine {
    /// What its letters and their halo surely lie within.
    pub fn extent(&self) -> Rect {
        let halo = self.halo.map_or(0.0, |(_, width)| width);
        self.place().grown(OVERHANG * self.line.style.size + halo)
    }

    /// The line's place: as long as its words, as high as its faces.
    pub fn place(&self) -> Rect {
        let line = &*self.line;
        let top = self.at.y - line.ascent;
        Rect::new(self.at.x, top, line.width, line.ascent + line.descent)
    }
}

impl Shape {
    /// What it surely lies within, stroke and all; `None` for a path without steps.
    pub fn extent(&self) -> Option<Rect> {
        let stroke = self.stroke.as_ref().map_or(0.0, |stroke| stroke.width);
        Some(self.outline.extent()?.grown(MITRE * stroke))
    }
}

impl Outline {
    /// What it lies within; of curves also their control points. `None` for a path without steps.
    pub fn extent(&self) -> Option<Rect> {
        let at = |p: &Point| Rect::new(p.x, p.y, 0.0, 0.0);
        match self {
            Outline::Rect(rect, _) => Some(*rect),
            Outline::Circle(center, radius) => Some(at(center).grown(*radius)),
            Outline::Line(from, to) => Some(at(from).joined(&at(to))),
            Outline::Path(steps) => {
                let points = steps.iter().flat_map(|step| match step {
                    Step::Move(p) | Step::Line(p) => vec![at(p)],
                    Step::Curve(a, b, p) => vec![at(a), at(b), at(p)],
                    Step::Close => Vec::new(),
                });
                points.reduce(|a, b| a.joined(&b))
            }
        }
    }
}
