//! A drawing as a list: what is painted, in order, and which pixels it may touch.

use super::glyphs::Glyphs;
use super::size::Frame;
use crate::geom::{Point, Rect, Step, point};
use crate::scene::{Image, Node, Outline, Shape, TextLine};

/// Something that is painted.
#[derive(Clone, Copy, Debug)]
pub enum Part<'s> {
    /// A shape.
    Shape(&'s Shape),
    /// A line of text.
    Text(&'s TextLine),
    /// A picture.
    Image(&'s Image),
}

/// Something that is painted, and where.
#[derive(Clone, Copy, Debug)]
pub struct Item<'s> {
    /// What.
    pub part: Part<'s>,
    /// Pixels that it keeps within.
    pub bounds: Rect,
    /// What of it is seen, in pixels; all where there is none.
    pub window: Option<Rect>,
}

/// Lists what is painted.
pub struct Lister<'s, 'g> {
    frame: Frame,
    glyphs: &'g mut Glyphs<'s>,
    /// What was listed.
    pub items: Vec<Item<'s>>,
}

impl<'s, 'g> Lister<'s, 'g> {
    /// Nothing yet.
    pub fn new(frame: Frame, glyphs: &'g mut Glyphs<'s>) -> Lister<'s, 'g> {
        Lister {
            frame,
            glyphs,
            items: Vec::new(),
        }
    }

    /// Lists nodes of which a window is seen.
    pub fn list(&mut self, nodes: &'s [Node], window: Option<Rect>) {
        for node in nodes {
            match node {
                Node::Group(group) => {
                    let own = group.clip.map(|clip| self.frame.rect(clip));
                    let both = window.zip(own).map(|(a, b)| common(a, b));
                    self.list(&group.children, both.or(own).or(window));
                }
                Node::Shape(shape) => self.add(Part::Shape(shape), window),
                Node::Text(text) => self.add(Part::Text(text), window),
                Node::Image(image) => self.add(Part::Image(image), window),
            }
        }
    }

    fn add(&mut self, part: Part<'s>, window: Option<Rect>) {
        let bounds = match part {
            Part::Shape(shape) => shape_bounds(shape, &self.frame),
            Part::Text(text) => self.glyphs.bounds(text, &self.frame),
            Part::Image(image) => Some(self.frame.rect(image.place)),
        };
        let Some(whole) = bounds else { return };
        let seen = window.map_or(whole, |window| common(window, whole));
        if seen.width > 0.0 && seen.height > 0.0 {
            self.items.push(Item {
                part,
                bounds: seen,
                window: window.filter(|_| seen != whole),
            });
        }
    }
}

/// What two rectangles share; its extents are 0 where that is nothing.
fn common(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a.x.max(b.x), a.y.max(b.y));
    let width = a.right().min(b.right()) - x;
    let height = a.bottom().min(b.bottom()) - y;
    Rect::new(x, y, width.max(0.0), height.max(0.0))
}

/// The rectangle around some points.
pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Rect> {
    let mut points = points.into_iter();
    let first = points.next()?;
    let (low, high) = points.fold((first, first), |(low, high), p| {
        let low = point(low.x.min(p.x), low.y.min(p.y));
        (low, point(high.x.max(p.x), high.y.max(p.y)))
    });
    Some(Rect::new(low.x, low.y, high.x - low.x, high.y - low.y))
}

fn shape_bounds(shape: &Shape, frame: &Frame) -> Option<Rect> {
    let drawn = match &shape.outline {
        Outline::Rect(rect, _) => Some(*rect),
        Outline::Circle(center, radius) => {
            Some(Rect::new(center.x, center.y, 0.0, 0.0).grown(*radius))
        }
        Outline::Line(from, to) => around([*from, *to]),
        Outline::Path(steps) => around(steps.iter().flat_map(|step| {
            match *step {
                Step::Move(p) | Step::Line(p) => [Some(p), None, None],
                Step::Curve(a, b, p) => [Some(a), Some(b), Some(p)],
                Step::Close => [None; 3],
            }
            .into_iter()
            .flatten()
        })),
    };
    // A sharp corner reaches as far as four times half the width; a thin stroke is painted a pixel wide.
    let reach = shape
        .stroke
        .as_ref()
        .map_or(0.0, |stroke| 2.0 * stroke.width * frame.scale + 1.0);
    drawn.map(|rect| frame.rect(rect).grown(reach))
}
