//! Every text has contrast on what is really behind it.

use jmap::color::Color;
use jmap::geom::{Point, Rect, Step, point};
use jmap::scene::{Node, Outline, Paint, Scene, TextLine};

use super::walk;

/// WCAG 2.2 AA for small text.
const LEAST: f64 = 4.5;

/// A ground: where it is, and its colours from top to bottom.
struct Ground {
    place: Rect,
    paint: Paint,
}

impl Ground {
    /// Its colour at a height, over another one.
    fn over(&self, below: Color, y: f64) -> Color {
        let color = match &self.paint {
            Paint::Solid(color) => *color,
            Paint::Vertical(stops) => {
                let part = (y - self.place.y) / self.place.height;
                let near = |stop: &&(f64, Color)| (stop.0 - part).abs();
                let near = stops.iter().min_by(|a, b| near(a).total_cmp(&near(b)));
                near.expect("a stop").1
            }
        };
        color.over(below)
    }
}

/// What a path reaches.
fn extent(steps: &[Step]) -> Rect {
    let ends = steps.iter().filter_map(|step| match step {
        Step::Move(p) | Step::Line(p) | Step::Curve(_, _, p) => Some(*p),
        Step::Close => None,
    });
    let (mut low, mut high) = (point(f64::INFINITY, f64::INFINITY), Point::default());
    for p in ends {
        low = point(low.x.min(p.x), low.y.min(p.y));
        high = point(high.x.max(p.x), high.y.max(p.y));
    }
    Rect::new(low.x, low.y, high.x - low.x, high.y - low.y)
}

fn ink(text: &TextLine) -> Rect {
    let size = text.line.style.size;
    Rect::new(
        text.at.x,
        text.at.y - 0.72 * size,
        text.line.width,
        0.92 * size,
    )
}

fn holds(outer: &Rect, inner: &Rect) -> bool {
    let outer = outer.grown(0.5);
    outer.x <= inner.x
        && outer.y <= inner.y
        && outer.right() >= inner.right()
        && outer.bottom() >= inner.bottom()
}

/// Text that stands on one or several grounds as a whole can be read there. A halo is a ground of its own.
pub fn texts_can_be_read(scene: &Scene) {
    let mut grounds: Vec<Ground> = Vec::new();
    walk(&scene.nodes, &mut |node| match node {
        Node::Shape(shape) => {
            let place = match &shape.outline {
                Outline::Rect(place, _) => *place,
                // A disc behind its number.
                Outline::Circle(center, radius) => {
                    Rect::new(center.x, center.y, 0.0, 0.0).grown(*radius)
                }
                // Arrows and diamonds behind their words.
                Outline::Path(steps) => extent(steps),
                Outline::Line(..) => return,
            };
            grounds.extend(shape.fill.clone().map(|paint| Ground { place, paint }));
        }
        Node::Text(text) => {
            let ink = ink(text);
            let here = grounds.iter().filter(|ground| holds(&ground.place, &ink));
            let y = ink.y + ink.height / 2.0;
            let behind = here.fold(scene.background, |below, ground| ground.over(below, y));
            let behind = text.halo.map_or(behind, |(halo, _)| halo.over(behind));
            let contrast = text.color.contrast(behind);
            assert!(
                contrast >= LEAST - 0.01,
                "{:?} in {} on {behind}: {contrast:.2}",
                text.line.text,
                text.color
            );
        }
        _ => {}
    });
}
