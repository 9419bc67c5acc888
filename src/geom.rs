//! Plain geometry. All lengths are points (1/72 inch); x runs right, y runs down. Owner of `kurbo`.

/// Points in a millimetre.
pub const MILLIMETRE: f64 = 72.0 / 25.4;

/// A place on the page, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance from the left edge.
    pub x: f64,
    /// Distance from the top edge.
    pub y: f64,
}

/// Makes a point.
pub const fn point(x: f64, y: f64) -> Point {
    Point { x, y }
}

/// Width and height, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Extent along x.
    pub width: f64,
    /// Extent along y.
    pub height: f64,
}

/// An axis-parallel rectangle, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Extent along x, never negative.
    pub width: f64,
    /// Extent along y, never negative.
    pub height: f64,
}

impl Rect {
    /// Makes a rectangle from its top left corner and its size.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect {
            x,
            y,
            width,
            height,
        }
    }

    /// The right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether the insides of the two rectangles share a point.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// The least rectangle around both.
    pub fn joined(&self, other: &Rect) -> Rect {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (
            self.right().max(other.right()),
            self.bottom().max(other.bottom()),
        );
        Rect::new(x, y, right - x, bottom - y)
    }

    /// What is inside both, if anything is.
    pub fn common(&self, other: &Rect) -> Option<Rect> {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let (right, bottom) = (
            self.right().min(other.right()),
            self.bottom().min(other.bottom()),
        );
        self.overlaps(other)
            .then(|| Rect::new(x, y, right - x, bottom - y))
    }

    /// The rectangle grown by `by` points on every side.
    pub fn grown(&self, by: f64) -> Rect {
        Rect::new(
            self.x - by,
            self.y - by,
            self.width + 2.0 * by,
            self.height + 2.0 * by,
        )
    }
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Starts a new subpath.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic Bézier curve: two control points and the end.
    Curve(Point, Point, Point),
    /// Closes the subpath.
    Close,
}

/// Reads SVG path data, scaled and then moved to `at`; arcs become cubics. Data that cannot be read gives no steps.
pub fn svg_path(data: &str, at: Point, scale: f64) -> Vec<Step> {
    use kurbo::{BezPath, PathEl};
    let place = |p: kurbo::Point| point(at.x + p.x * scale, at.y + p.y * scale);
    let mut last = kurbo::Point::ZERO;
    BezPath::from_svg(data)
        .unwrap_or_default()
        .elements()
        .iter()
        .map(|element| {
            let from = last;
            last = element.end_point().unwrap_or(last);
            match *element {
                PathEl::MoveTo(p) => Step::Move(place(p)),
                PathEl::LineTo(p) => Step::Line(place(p)),
                PathEl::QuadTo(q, p) => Step::Curve(
                    place(from.lerp(q, 2.0 / 3.0)),
                    place(p.lerp(q, 2.0 / 3.0)),
                    place(p),
                ),
                PathEl::CurveTo(a, b, p) => Step::Curve(place(a), place(b), place(p)),
                PathEl::ClosePath => Step::Close,
            }
        })
        .collect()
}
