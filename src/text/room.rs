//! The width that lines have, and how far it may change before others come out.

use std::cell::Cell;

/// The width that lines have, in points. All that is asked of it is written down, so that it is known between which widths each
/// answer is the same, and with the answers the lines.
pub(super) struct Room {
    width: f64,
    /// No narrower, and not quite so wide.
    alike: Cell<(f64, f64)>,
}

/// A quotient is not exact: so near to it, as a part of it, no width counts as alike.
const NEAR: f64 = 1e-9;

impl Room {
    /// So much room.
    pub fn new(width: f64) -> Room {
        Room {
            width,
            alike: Cell::new((f64::NEG_INFINITY, f64::INFINITY)),
        }
    }

    /// The widths that have the same answers: from the first on, up to the second and without it.
    pub fn alike(&self) -> (f64, f64) {
        self.alike.get()
    }

    /// Whether there is room for so much.
    pub fn holds(&self, width: f64) -> bool {
        let holds = width <= self.width;
        self.narrow(holds, width, width);
        holds
    }

    /// Whether a part of the room holds so much.
    pub fn part_holds(&self, part: f64, width: f64) -> bool {
        let holds = width <= part * self.width;
        let (near, border) = (width.abs() / part * NEAR, width / part);
        self.narrow(holds, border + near, border - near);
        holds
    }

    /// Whether so much is less than a part of the room.
    pub fn is_less_than_part(&self, part: f64, width: f64) -> bool {
        let less = width < part * self.width;
        let (near, border) = (width.abs() / part * NEAR, width / part);
        self.narrow(less, border + near, border - near);
        less
    }

    /// Where there is room, none narrower than `least` is alike; else none as wide as `most`.
    fn narrow(&self, room: bool, least: f64, most: f64) {
        let (from, to) = self.alike.get();
        self.alike.set(match room {
            true => (from.max(least), to),
            false => (from, to.min(most)),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_alike_that_have_the_same_answers() {
        let answers = |width: f64| {
            let room = Room::new(width);
            let asked = [
                room.holds(10.0),
                room.holds(30.0),
                room.part_holds(0.5, 12.0),
                room.part_holds(0.5, 14.0),
                room.is_less_than_part(0.25, 6.0),
            ];
            (asked, room.alike())
        };
        let (asked, (from, to)) = answers(25.0);
        assert_eq!(asked, [true, false, true, false, true]);
        assert!((24.0..24.1).contains(&from) && (27.9..=28.0).contains(&to));
        for width in [24.1, 26.0, 27.9] {
            assert_eq!(answers(width).0, asked);
        }
        for width in [9.0, 23.9, 28.1, 31.0] {
            assert_ne!(answers(width).0, asked, "{width}");
        }
    }
}
