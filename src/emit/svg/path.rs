//! Path data, relative: shorter, and as exact on a wide page as on a narrow one. Written here and not by the `svg` crate,
//! which computes in 32 bits and allocates for every number: that took two fifths of the time of the whole body.

use super::out::Out;
use crate::geom::{Point, Step, point};
use crate::scene::round;

/// Appends the value of a `d` attribute. Places are rounded before they are subtracted, so that no error adds up.
pub fn data(out: &mut Out, steps: &[Step]) {
    let (mut start, mut at) = (Point::default(), Point::default());
    for step in steps {
        match *step {
            Step::Move(to) => {
                (start, at) = (rounded(to), rounded(to));
                out.raw("M").number(at.x).raw(" ").number(at.y);
            }
            Step::Line(to) => {
                let from = std::mem::replace(&mut at, rounded(to));
                line(out, from, at);
            }
            Step::Curve(first, second, to) => {
                let from = std::mem::replace(&mut at, rounded(to));
                out.raw("c");
                between(out, from, rounded(first)).raw(" ");
                between(out, from, rounded(second)).raw(" ");
                between(out, from, at);
            }
            Step::Close => {
                out.raw("z");
                at = start;
            }
        }
    }
}

fn rounded(p: Point) -> Point {
    point(round(p.x), round(p.y))
}

fn line(out: &mut Out, from: Point, to: Point) {
    if to.y == from.y {
        out.raw("h").number(to.x - from.x);
    } else if to.x == from.x {
        out.raw("v").number(to.y - from.y);
    } else {
        out.raw("l");
        between(out, from, to);
    }
}

fn between(out: &mut Out, from: Point, to: Point) -> &mut Out {
    out.number(to.x - from.x).raw(" ").number(to.y - from.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_relative_and_exact_far_out() {
        let x = 250_000.0;
        let steps = [
            Step::Move(point(x, 1.0)),
            Step::Line(point(x + 0.3, 1.0)),
            Step::Curve(
                point(x + 1.3, 2.0),
                point(x + 2.0, 2.0),
                point(x + 3.01, 0.99),
            ),
            Step::Close,
            Step::Line(point(x, 0.5)),
            Step::Line(point(x + 0.1, 0.6)),
        ];
        let mut out = Out::default();
        data(&mut out, &steps);
        assert_eq!(
            out.into_text(),
            "M250000 1h0.3c1 1 1.7 1 2.71 -0.01zv-0.5l0.1 0.1"
        );
    }
}
