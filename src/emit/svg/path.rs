//! Path data. Steps are written relative to one another: that is shorter, and nothing is lost on a page of any width.

use super::out::Out;
use crate::geom::{Point, Step};

/// The value of a `d` attribute.
pub fn data(steps: &[Step]) -> String {
    let mut data = Out(String::with_capacity(32 * steps.len()));
    let (mut start, mut at) = (Point::default(), Point::default());
    for step in steps {
        if !data.0.is_empty() {
            data.raw(" ");
        }
        match *step {
            Step::Move(to) => {
                (start, at) = (to, to);
                command(&mut data, "M", &[to.x, to.y]);
            }
            Step::Line(to) => {
                let from = std::mem::replace(&mut at, to);
                line(&mut data, from, to);
            }
            Step::Curve(a, b, to) => {
                let from = std::mem::replace(&mut at, to);
                let [[ax, ay], [bx, by], [x, y]] = [a, b, to].map(|p| between(from, p));
                command(&mut data, "c", &[ax, ay, bx, by, x, y]);
            }
            Step::Close => {
                at = start;
                command(&mut data, "z", &[]);
            }
        }
    }
    data.0
}

fn line(data: &mut Out, from: Point, to: Point) {
    let [right, down] = between(from, to);
    if down == 0.0 {
        command(data, "h", &[right]);
    } else if right == 0.0 {
        command(data, "v", &[down]);
    } else {
        command(data, "l", &[right, down]);
    }
}

fn command(data: &mut Out, letter: &str, numbers: &[f64]) {
    data.raw(letter);
    for (index, number) in numbers.iter().enumerate() {
        data.raw(if index > 0 { "," } else { "" }).number(*number);
    }
}

/// The step between two points, to 1/100 pt.
fn between(from: Point, to: Point) -> [f64; 2] {
    [to.x - from.x, to.y - from.y].map(|length| (length * 100.0).round() / 100.0)
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
            Step::Curve(
                point(x + 1.3, 2.0),
                point(x + 2.0, 2.0),
                point(x + 3.0, 0.99),
            ),
            Step::Close,
            Step::Line(point(x, 0.5)),
            Step::Line(point(x + 0.1, 0.6)),
        ];
        assert_eq!(
            data(&steps),
            "M250000,1 h0.3 c1,1,1.7,1,2.7,-0.01 z v-0.5 l0.1,0.1"
        );
    }
}
