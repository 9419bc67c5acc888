//! Moves parts of a drawing, and makes them larger or smaller.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::build::round;
use super::{Group, Node, Outline, Shape};
use crate::geom::{Point, Rect, Step, point};
use crate::text::Line;

/// The nodes, so many times as large, then moved. Everything is rounded anew to 1/100 pt.
pub fn placed(nodes: &[Node], scale: f64, by: Point) -> Vec<Node> {
    Move {
        scale,
        by,
        lines: BTreeMap::new(),
    }
    .nodes(nodes)
}

struct Move {
    scale: f64,
    by: Point,
    /// Lines that are done, by the address of the old one: the same words remain one line.
    lines: BTreeMap<*const Line, Arc<Line>>,
}

impl Move {
    fn nodes(&mut self, nodes: &[Node]) -> Vec<Node> {
        nodes.iter().map(|node| self.node(node)).collect()
    }

    fn node(&mut self, node: &Node) -> Node {
        let mut node = match node {
            Node::Group(group) => Node::Group(Group {
                clip: group.clip.map(|clip| self.rect(clip)),
                ..group.holding(self.nodes(&group.children))
            }),
            other => other.clone(),
        };
        match &mut node {
            Node::Group(_) => {}
            Node::Text(text) => {
                text.at = self.point(text.at);
                text.line = self.line(&text.line);
                text.halo = text.halo.map(|(color, width)| (color, self.length(width)));
            }
            Node::Shape(shape) => self.shape(shape),
            Node::Image(image) => {
                image.place = self.rect(image.place);
                image.radius = self.length(image.radius);
            }
        }
        node
    }

    fn shape(&self, shape: &mut Shape) {
        match &mut shape.outline {
            Outline::Rect(rect, radius) => {
                *rect = self.rect(*rect);
                *radius = self.length(*radius);
            }
            Outline::Circle(center, radius) => {
                *center = self.point(*center);
                *radius = self.length(*radius);
            }
            Outline::Line(from, to) => {
                *from = self.point(*from);
                *to = self.point(*to);
            }
            Outline::Path(steps) => steps.iter_mut().for_each(|step| *step = self.step(*step)),
        }
        if let Some(stroke) = &mut shape.stroke {
            stroke.width = self.length(stroke.width);
            for length in &mut stroke.dash {
                *length = self.length(*length);
            }
        }
    }

    fn line(&mut self, line: &Arc<Line>) -> Arc<Line> {
        if self.scale == 1.0 {
            return Arc::clone(line);
        }
        let scale = self.scale;
        let known = self.lines.entry(Arc::as_ptr(line));
        Arc::clone(known.or_insert_with(|| Arc::new(line.scaled(scale))))
    }

    fn point(&self, at: Point) -> Point {
        let place = |value: f64, by: f64| round(value * self.scale + by);
        point(place(at.x, self.by.x), place(at.y, self.by.y))
    }

    fn length(&self, length: f64) -> f64 {
        round(length * self.scale)
    }

    /// Rounds the edges, not the extent, so that neighbours still meet.
    fn rect(&self, rect: Rect) -> Rect {
        let start = self.point(point(rect.x, rect.y));
        let end = self.point(point(rect.right(), rect.bottom()));
        Rect::new(
            start.x,
            start.y,
            round(end.x - start.x),
            round(end.y - start.y),
        )
    }

    fn step(&self, step: Step) -> Step {
        match step {
            Step::Move(p) => Step::Move(self.point(p)),
            Step::Line(p) => Step::Line(self.point(p)),
            Step::Curve(a, b, p) => Step::Curve(self.point(a), self.point(b), self.point(p)),
            Step::Close => Step::Close,
        }
    }
}
