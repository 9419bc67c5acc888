//! Finds places for labels beside points, so that they touch nothing.

use crate::geom::{Point, Rect, point};

/// Width of a strip of the page in which obstacles are looked up together, in points.
const BIN: f64 = 60.0;
/// Room between two labels beside one another, in points.
const SPACE: f64 = 3.0;

/// What labels must keep clear of, found by place.
pub(crate) struct Obstacles {
    bounds: Rect,
    bins: Vec<Vec<Rect>>,
}

impl Obstacles {
    /// No obstacle yet; labels stay within `bounds`.
    pub fn new(bounds: Rect) -> Obstacles {
        let count = (bounds.width / BIN) as usize + 2;
        Obstacles {
            bounds,
            bins: vec![Vec::new(); count],
        }
    }

    /// Adds an obstacle.
    pub fn add(&mut self, rect: Rect) {
        for bin in self.bins_of(&rect) {
            self.bins[bin].push(rect);
        }
    }

    /// Adds a label, with room for a space before and after it.
    pub fn add_label(&mut self, place: Rect) {
        self.add(Rect::new(
            place.x - SPACE,
            place.y,
            place.width + 2.0 * SPACE,
            place.height,
        ));
    }

    /// Whether nothing stands in a rectangle within the bounds.
    pub fn free(&self, rect: &Rect) -> bool {
        let b = &self.bounds;
        rect.x >= b.x
            && rect.right() <= b.right()
            && rect.y >= b.y
            && rect.bottom() <= b.bottom()
            && self
                .bins_of(rect)
                .all(|bin| self.bins[bin].iter().all(|other| !other.overlaps(rect)))
    }

    fn bins_of(&self, rect: &Rect) -> std::ops::RangeInclusive<usize> {
        let bin = |x: f64| (((x - self.bounds.x) / BIN).max(0.0) as usize).min(self.bins.len() - 1);
        bin(rect.x)..=bin(rect.right())
    }

    /// A free place for a label of a size beside a point of a radius: straight above (or below), then aside, then on the
    /// other side.
    pub fn place(
        &self,
        at: Point,
        radius: f64,
        width: f64,
        height: f64,
        above: bool,
    ) -> Option<Rect> {
        let near = radius + 2.5;
        let (up, down) = (at.y - near - height, at.y + near);
        let (first, second) = if above { (up, down) } else { (down, up) };
        let center = at.x - width / 2.0;
        let shift = [0.0, 0.25, -0.25, 0.5, -0.5].map(|part| center + part * (width + radius));
        let beside = [
            point(at.x + near, at.y - height / 2.0),
            point(at.x - near - width, at.y - height / 2.0),
        ];
        let rows = [first, second]
            .into_iter()
            .flat_map(|y| shift.map(|x| point(x, y)));
        // Past a point of another curve that stands close by.
        let past = [6.0, 12.0, 18.0].into_iter().flat_map(|by| {
            [first, second].map(|y| point(center, if y < at.y { y - by } else { y + by }))
        });
        rows.chain(beside)
            .chain(past)
            .map(|corner| Rect::new(corner.x, corner.y, width, height))
            .find(|rect| self.free(rect))
    }

    /// A free place for a label of a size beside an upright line between two corners: after it or before it, at its middle,
    /// then along it.
    pub fn along(&self, ends: (Point, Point), size: (f64, f64)) -> Option<Rect> {
        let ((low, high), (width, height)) = (ends, size);
        let room = (high.y - low.y - height).max(0.0);
        let rows = [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95].map(|part| low.y + room * part);
        rows.into_iter()
            .flat_map(|y| {
                [high.x + 4.0, low.x - 4.0 - width].map(|x| Rect::new(x, y, width, height))
            })
            .find(|rect| self.free(rect))
    }
}
