//! How far the parts of a drawing reach.

use crate::geom::{Point, Rect, Step};
use crate::scene::{Node, Outline, Shape, TextLine};

/// Miter joins reach this many times as far as the stroke is wide, at most (SVG 2, section 13.5.5: the limit that is set
/// where nothing else is said).
pub const MITER: f64 = 4.0;

/// What a part covers, in points; nothing where it is empty.
pub fn of(node: &Node) -> Option<Rect> {
    match node {
        Node::Group(group) => {
            let inside = all(&group.children)?;
            match group.clip {
                Some(window) => shared(&inside, &window),
                None => Some(inside),
            }
        }
        Node::Text(text) => Some(line(text)),
        Node::Shape(inner) => shape(inner),
        Node::Image(image) => Some(image.place),
    }
}

/// What several parts cover together.
pub fn all(nodes: &[Node]) -> Option<Rect> {
    nodes.iter().filter_map(of).reduce(|a, b| joined(&a, &b))
}

/// The box of a line of text: as wide as it is, as high as its faces.
pub fn line(text: &TextLine) -> Rect {
    let (line, at) = (&text.line, text.at);
    let height = line.ascent + line.descent;
    Rect::new(at.x, at.y - line.ascent, line.width, height)
}

/// What two rectangles have in common.
pub fn shared(a: &Rect, b: &Rect) -> Option<Rect> {
    let (x, y) = (a.x.max(b.x), a.y.max(b.y));
    let (right, bottom) = (a.right().min(b.right()), a.bottom().min(b.bottom()));
    (right > x && bottom > y).then(|| Rect::new(x, y, right - x, bottom - y))
}

fn joined(a: &Rect, b: &Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    let (right, bottom) = (a.right().max(b.right()), a.bottom().max(b.bottom()));
    Rect::new(x, y, right - x, bottom - y)
}

fn shape(shape: &Shape) -> Option<Rect> {
    let reach = match &shape.stroke {
        Some(stroke) if stroke.round => stroke.width / 2.0,
        Some(stroke) => MITER * stroke.width / 2.0,
        None => 0.0,
    };
    let bounds = match &shape.outline {
        Outline::Rect(place, _) => *place,
        Outline::Circle(center, radius) => around(&[*center])?.grown(*radius),
        Outline::Line(from, to) => around(&[*from, *to])?,
        Outline::Path(steps) => around(&ends(steps))?,
    };
    Some(bounds.grown(reach))
}

fn ends(steps: &[Step]) -> Vec<Point> {
    let mut points = Vec::with_capacity(3 * steps.len());
    for step in steps {
        match *step {
            Step::Move(p) | Step::Line(p) => points.push(p),
            Step::Curve(a, b, p) => points.extend([a, b, p]),
            Step::Close => {}
        }
    }
    points
}

fn around(points: &[Point]) -> Option<Rect> {
    let rect = |p: &Point| Rect::new(p.x, p.y, 0.0, 0.0);
    points.iter().map(rect).reduce(|a, b| joined(&a, &b))
}
