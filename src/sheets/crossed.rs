//! What a cut through a drawing runs through, along one of its axes.

use crate::geom::Rect;
use crate::scene::{Node, Outline};

/// How far a cut keeps from what it runs past, in points.
const CLEAR: f64 = 0.5;
/// Distances from text that are better than the one before, in points.
const BETTER: [f64; 4] = [1.5, 3.0, 6.0, 12.0];
/// What of a face's height above the baseline letters use; the rest is there for accents on capitals.
const LETTERS: f64 = 0.85;
/// How many times worse it is to cut a picture or a point of a curve than as much of a card.
const SMALL: u64 = 4;

/// What may be cut, seen along one axis.
#[derive(Debug, Default)]
pub(super) struct Crossed {
    texts: Weights,
    shapes: Weights,
}

/// How bad a cut is: the text that it runs through, in points, then the shapes, then how near text is, then how far it is
/// from where it is wanted. Less is better.
pub(super) type Harm = [u64; 4];

/// How bad cuts are together.
pub(super) fn together(a: Harm, b: Harm) -> Harm {
    std::array::from_fn(|at| a[at] + b[at])
}

impl Crossed {
    /// What stands in a drawing; `along` takes from a place where it begins and ends on the axis, and how far it reaches
    /// along a cut.
    pub fn new(nodes: &[Node], along: impl Fn(Rect) -> ([f64; 2], f64)) -> Crossed {
        let mut crossed = Crossed::default();
        crossed.collect(nodes, &along);
        crossed.texts.sort();
        crossed.shapes.sort();
        crossed
    }

    fn collect(&mut self, nodes: &[Node], along: &impl Fn(Rect) -> ([f64; 2], f64)) {
        for node in nodes {
            match node {
                Node::Group(group) => self.collect(&group.children, along),
                Node::Text(text) => {
                    let place = text.place();
                    let spare = (1.0 - LETTERS) * text.line.ascent;
                    let letters = Rect {
                        y: place.y + spare,
                        height: place.height - spare,
                        ..place
                    };
                    self.texts.add(along(letters), 1);
                }
                Node::Image(image) => self.shapes.add(along(image.place), SMALL),
                Node::Shape(shape) => {
                    let times = match shape.outline {
                        Outline::Circle(..) => SMALL,
                        _ => 1,
                    };
                    if let Some(place) = shape.outline.extent() {
                        self.shapes.add(along(place), times);
                    }
                }
            }
        }
    }

    /// How bad a cut at a place on the axis is that is wanted at another.
    pub fn harm(&self, at: f64, wanted: f64) -> Harm {
        let near = |distance: &&f64| self.texts.within(at, **distance) > 0;
        [
            self.texts.within(at, CLEAR),
            self.shapes.within(at, CLEAR),
            BETTER.iter().filter(near).count() as u64,
            (at - wanted).abs() as u64,
        ]
    }
}

/// Stretches of the axis and how much each weighs: where they begin and where they end, in order, with the sum up to there.
#[derive(Debug, Default)]
struct Weights {
    starts: Vec<(f64, u64)>,
    ends: Vec<(f64, u64)>,
}

impl Weights {
    fn add(&mut self, ([start, end], breadth): ([f64; 2], f64), times: u64) {
        let weight = breadth.ceil() as u64 * times;
        self.starts.push((start, weight));
        self.ends.push((end, weight));
    }

    fn sort(&mut self) {
        for list in [&mut self.starts, &mut self.ends] {
            list.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut sum = 0;
            for (_, weight) in list {
                sum += *weight;
                *weight = sum;
            }
        }
    }

    /// The weight of all that reaches nearer to a place than a distance.
    fn within(&self, at: f64, distance: f64) -> u64 {
        let sum = |list: &[(f64, u64)], before: &dyn Fn(f64) -> bool| {
            let count = list.partition_point(|(place, _)| before(*place));
            count.checked_sub(1).map_or(0, |last| list[last].1)
        };
        let begun = sum(&self.starts, &|start| start < at + distance);
        let ended = sum(&self.ends, &|end| end <= at - distance);
        begun.saturating_sub(ended)
    }
}
