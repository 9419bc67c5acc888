//! The curve of emotion: a cubic through every point that never leaves the range of its two neighbours.

use crate::geom::{Point, Step, point};

/// Cubic Bézier steps through points of ascending x, after a `Move` to the first.
///
/// Slopes after M. Steffen, "A simple method for monotonic interpolation in one dimension" (Astronomy & Astrophysics 239,
/// 1990): zero at a peak or valley, else at most twice the flatter neighbouring slope. A control point lies a third of the
/// way along x, so it stays between the two points' heights, and with it the whole curve (convex hull).
pub(crate) fn through(points: &[Point]) -> Vec<Step> {
    let slopes = slopes(points);
    let mut steps: Vec<Step> = points
        .first()
        .map(|&first| Step::Move(first))
        .into_iter()
        .collect();
    for (pair, slope) in points.windows(2).zip(slopes.windows(2)) {
        let [a, b] = [pair[0], pair[1]];
        let third = (b.x - a.x) / 3.0;
        let from = point(a.x + third, a.y + slope[0] * third);
        let to = point(b.x - third, b.y - slope[1] * third);
        steps.push(Step::Curve(from, to, b));
    }
    steps
}

fn slopes(points: &[Point]) -> Vec<f64> {
    let chords: Vec<f64> = points
        .windows(2)
        .map(|pair| (pair[1].y - pair[0].y) / (pair[1].x - pair[0].x))
        .collect();
    let Some((&first, &last)) = chords.first().zip(chords.last()) else {
        return vec![0.0; points.len()];
    };
    let mut slopes = vec![first];
    for (at, pair) in chords.windows(2).enumerate() {
        let (before, after) = (
            points[at + 1].x - points[at].x,
            points[at + 2].x - points[at + 1].x,
        );
        slopes.push(inner(pair[0], pair[1], before, after));
    }
    slopes.push(last);
    // Ends leave and arrive a little flatter than the chord next to them, as d3's monotone curve does.
    let count = slopes.len();
    if count > 2 {
        slopes[0] = (3.0 * first - slopes[1]) / 2.0;
        slopes[count - 1] = (3.0 * last - slopes[count - 2]) / 2.0;
    }
    slopes
}

fn inner(before: f64, after: f64, width_before: f64, width_after: f64) -> f64 {
    if before * after <= 0.0 {
        return 0.0;
    }
    let mean = (before * width_after + after * width_before) / (width_before + width_after);
    let steepest = 2.0 * before.abs().min(after.abs());
    mean.signum() * mean.abs().min(steepest)
}

/// Points on a cubic Bézier curve from `start`, both ends included, in `count` equal steps of its parameter.
pub(crate) fn sample(start: Point, step: &Step, count: usize) -> Vec<Point> {
    let Step::Curve(a, b, end) = *step else {
        return vec![start];
    };
    (0..=count)
        .map(|at| {
            let t = at as f64 / count as f64;
            let u = 1.0 - t;
            let (c0, c1, c2, c3) = (u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t);
            point(
                c0 * start.x + c1 * a.x + c2 * b.x + c3 * end.x,
                c0 * start.y + c1 * a.y + c2 * b.y + c3 * end.y,
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_point_leaves_the_range_of_its_ends() {
        let heights = [3.0, 1.0, 1.0, 9.0, 8.9, 0.0, 4.0, 4.1, 2.0];
        let points: Vec<Point> = heights
            .iter()
            .enumerate()
            .map(|(at, &y)| point((at * (at + 3)) as f64, y))
            .collect();
        let mut at = points[0];
        for step in through(&points).into_iter().skip(1) {
            let Step::Curve(a, b, end) = step else {
                panic!("a curve is made of curves")
            };
            let (low, high) = (at.y.min(end.y) - 1e-9, at.y.max(end.y) + 1e-9);
            assert!(
                (low..=high).contains(&a.y) && (low..=high).contains(&b.y),
                "{at:?} {step:?}"
            );
            assert!(
                sample(at, &step, 20)
                    .iter()
                    .all(|p| (low..=high).contains(&p.y))
            );
            at = end;
        }
    }

    #[test]
    fn it_passes_through_every_point() {
        let points = [point(0.0, 1.0), point(1.0, 5.0), point(4.0, 2.0)];
        let ends: Vec<Point> = through(&points)
            .iter()
            .map(|step| match step {
                Step::Move(p) | Step::Curve(_, _, p) | Step::Line(p) => *p,
                Step::Close => points[0],
            })
            .collect();
        assert_eq!(ends, points);
    }

    #[test]
    fn one_point_is_a_move_and_none_is_nothing() {
        assert_eq!(through(&[point(1.0, 2.0)]), [Step::Move(point(1.0, 2.0))]);
        assert!(through(&[]).is_empty());
    }
}
