//! What the curves say: highest and lowest points, steepest changes, endings.

use super::places::{Place, cells};
use super::tidy;
use crate::check::{Feeling, Map, PersonaIx};

/// A point of one persona's curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Where it stands.
    pub place: Place,
    /// Its score, on the map's scale.
    pub score: f64,
    /// Whether the curve leads here from the point before; not so after `unknown`.
    pub joined: bool,
}

/// The way from a point to the next one on the curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Where it begins.
    pub from: Place,
    /// Where it ends; the same place where a cell holds several scores.
    pub to: Place,
    /// Score at its end less score at its begin.
    pub by: f64,
}

/// What one persona's curve says. Of equal points and changes it is the first.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Whose curve.
    pub persona: PersonaIx,
    /// The best score.
    pub highest: Point,
    /// The worst score.
    pub lowest: Point,
    /// The last score.
    pub ending: Point,
    /// The largest loss between neighbouring points.
    pub fall: Option<Change>,
    /// The largest gain between neighbouring points.
    pub rise: Option<Change>,
}

/// A persona's scores in the order of the journey.
pub fn points(map: &Map, persona: PersonaIx) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    let mut joined = false;
    for (place, cell) in cells(map) {
        let own = cell.emotions.iter().filter(|own| own.persona == persona);
        for feeling in own.flat_map(|emotion| &emotion.feelings) {
            match feeling {
                Feeling::Unknown(_) => joined = false,
                Feeling::Score(score) => {
                    let score = score.score;
                    points.push(Point {
                        place,
                        score,
                        joined,
                    });
                    joined = true;
                }
            }
        }
    }
    points
}

/// What a persona's curve says; `None` where it has no point.
///
/// A change is the difference of two scores that follow each other on the curve, with touchpoints that have no score left
/// out. Nothing is said about what lies around an `unknown`.
pub fn curve(map: &Map, persona: PersonaIx) -> Option<Curve> {
    let points = points(map, persona);
    let first = |better: fn(f64, f64) -> bool| {
        let best = |best: Point, point: &Point| {
            if better(point.score, best.score) {
                *point
            } else {
                best
            }
        };
        Some(points.iter().skip(1).fold(*points.first()?, best))
    };
    let changes = points.iter().zip(points.iter().skip(1));
    let changes = changes
        .filter(|(_, to)| to.joined)
        .map(|(from, to)| Change {
            from: from.place,
            to: to.place,
            by: tidy(to.score - from.score),
        });
    let steepest = |direction: f64| {
        let mut steepest: Option<Change> = None;
        for change in changes.clone() {
            if change.by * direction > steepest.map_or(0.0, |change| change.by * direction) {
                steepest = Some(change);
            }
        }
        steepest
    };
    Some(Curve {
        persona,
        highest: first(|score, best| score > best)?,
        lowest: first(|score, best| score < best)?,
        ending: *points.last()?,
        fall: steepest(-1.0),
        rise: steepest(1.0),
    })
}

/// What the curves of all personas say, without those that have no point.
pub fn curves(map: &Map) -> Vec<Curve> {
    let personas = 0..map.personas.len();
    personas.filter_map(|persona| curve(map, persona)).collect()
}

/// How far all scores of a map reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The worst score, and whose; of equal ones the first persona's.
    pub lowest: (PersonaIx, Point),
    /// The best score, and whose; of equal ones the first persona's.
    pub highest: (PersonaIx, Point),
    /// The number of points of the longest curve.
    pub longest: usize,
}

impl Range {
    /// The best score less the worst.
    pub fn span(&self) -> f64 {
        tidy(self.highest.1.score - self.lowest.1.score)
    }
}

/// How far the scores of all personas reach; `None` where nobody has a score.
pub fn range(map: &Map) -> Option<Range> {
    let mut range: Option<Range> = None;
    for persona in 0..map.personas.len() {
        let points = points(map, persona);
        for point in points.iter().map(|point| (persona, *point)) {
            let range = range.get_or_insert(Range {
                lowest: point,
                highest: point,
                longest: 0,
            });
            if point.1.score < range.lowest.1.score {
                range.lowest = point;
            }
            if point.1.score > range.highest.1.score {
                range.highest = point;
            }
            range.longest = range.longest.max(points.len());
        }
    }
    range
}
