//! Path data. Steps are written relative to one another: that is shorter, and exact to the hundredth of a point on a page
//! of any width, though the `svg` crate computes in 32 bits.

use svg::node::Value;
use svg::node::element::path::{Command, Data, Number, Position};

use crate::geom::{Point, Step};

/// The value of a `d` attribute.
pub fn data(steps: &[Step]) -> String {
    let mut data = Data::new();
    let (mut start, mut at) = (Point::default(), Point::default());
    for step in steps {
        data.append(match *step {
            Step::Move(to) => {
                (start, at) = (to, to);
                Command::Move(Position::Absolute, vec![hundredths(to.x), hundredths(to.y)].into())
            }
            Step::Line(to) => {
                let from = std::mem::replace(&mut at, to);
                line(from, to)
            }
            Step::Curve(a, b, to) => {
                let from = std::mem::replace(&mut at, to);
                let ends = [a, b, to].map(|p| between(from, p)).concat();
                Command::CubicCurve(Position::Relative, ends.into())
            }
            Step::Close => {
                at = start;
                Command::Close
            }
        });
    }
    String::from(Value::from(data))
}

fn line(from: Point, to: Point) -> Command {
    let [right, down] = between(from, to);
    if down == 0.0 {
        Command::HorizontalLine(Position::Relative, vec![right].into())
    } else if right == 0.0 {
        Command::VerticalLine(Position::Relative, vec![down].into())
    } else {
        Command::Line(Position::Relative, vec![right, down].into())
    }
}

fn between(from: Point, to: Point) -> [Number; 2] {
    [hundredths(to.x - from.x), hundredths(to.y - from.y)]
}

fn hundredths(value: f64) -> Number {
    ((value * 100.0).round() / 100.0 + 0.0) as Number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::point;

    #[test]
    fn steps_are_relative_and_exact_far_out() {
        let x = 250_000.0;
        let steps = [
            Step::Move(point(x, 1.0)),
            Step::Line(point(x + 0.3, 1.0)),
            Step::Curve(point(x + 1.3, 2.0), point(x + 2.0, 2.0), point(x + 3.0, 0.99)),
            Step::Close,
            Step::Line(point(x, 0.5)),
            Step::Line(point(x + 0.1, 0.6)),
        ];
        assert_eq!(data(&steps), "M250000,1 h0.3 c1,1,1.7,1,2.7,-0.01 z v-0.5 l0.1,0.1");
    }
}
