//! From how far type can be read, and what stands in the way of larger type.
//!
//! Letters can be read from 340 times their height, which is an angle of ten minutes of arc: twice what an eye with full
//! sight (6/6) just tells apart. The height is that of the capitals.

use super::Paper;
use crate::check::Map;
use crate::diag::{Diagnostic, Span, TOO_SMALL_TO_READ};
use crate::geom::MILLIMETRE;
use crate::scene::{Group, Node, Role, Scene, extent};
use crate::text::{FaceId, Fonts};

/// Distance from which letters can be read, in heights of the letters.
const DISTANCE: f64 = 340.0;
/// Sizes that differ by less are one, in points.
pub(super) const ROUNDING: f64 = 0.005;
/// So many cells are named.
const NAMED: usize = 5;

/// The least size of type that can be read from a distance; both in points.
pub fn least_type(fonts: &Fonts, distance: f64) -> f64 {
    distance / DISTANCE / fonts.metrics(FaceId(0)).cap_height
}

/// The distance from which type of a size can be read; both in points.
pub fn reading_distance(fonts: &Fonts, size: f64) -> f64 {
    size * fonts.metrics(FaceId(0)).cap_height * DISTANCE
}

/// A paper has no room for type that can be read from where it is to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct TooSmall {
    /// The size of type that is needed, in points.
    pub needed: f64,
    /// The size of the smallest type for which there is room, in points.
    pub smallest: f64,
    /// The cells that make their rows high, those first without which most would be gained.
    pub cells: Vec<TallCell>,
}

/// A cell that makes its row high.
#[derive(Clone, Debug, PartialEq)]
pub struct TallCell {
    /// Where in the map it comes from.
    pub span: Span,
    /// The title of its lane.
    pub lane: String,
    /// Its height on the paper with type that can be read, in points.
    pub height: f64,
    /// How much lower the row would be without it, in points.
    gain: f64,
}

impl TooSmall {
    /// What is in the way in a drawing with type that can be read, `scale` times as large on the paper.
    pub(super) fn new(
        map: &Map,
        scene: &Scene,
        scale: f64,
        (needed, smallest): (f64, f64),
    ) -> TooSmall {
        let mut cells = Vec::new();
        rows(&scene.nodes, &mut |row| cells.extend(tallest(row, scale)));
        cells.sort_by(|a, b| {
            b.gain
                .total_cmp(&a.gain)
                .then(a.span.start.cmp(&b.span.start))
        });
        cells.truncate(NAMED);
        if cells.is_empty() {
            cells.push(TallCell {
                span: map.title.span,
                lane: map.title.text.to_string(),
                height: scene.size.height * scale,
                gain: 0.0,
            });
        }
        TooSmall {
            needed,
            smallest,
            cells,
        }
    }

    /// The finding: what is in the way on a paper, and the name of the smallest that would do, if there is one.
    pub fn finding(&self, paper: &Paper, larger: Option<&str>) -> Diagnostic {
        let metres = paper.read_from / MILLIMETRE / 1000.0;
        let message = format!(
            "to be read from {} m, type has to be {} pt, and this paper has room for {} pt",
            tenths(metres),
            tenths(self.needed),
            tenths(self.smallest)
        );
        let height = |cell: &TallCell| format!("{} mm high", (cell.height / MILLIMETRE).round());
        let mut cells = self.cells.iter();
        let first = cells.next();
        let span = first.map(|cell| cell.span).unwrap_or_default();
        let mut finding = Diagnostic::new(&TOO_SMALL_TO_READ, span, message);
        if let Some(first) = first {
            finding = finding.mark(format!(
                "in `{}` this cell would be {}, and makes the row so high",
                first.lane,
                height(first)
            ));
        }
        for cell in cells {
            finding = finding.label(cell.span, format!("in `{}`: {}", cell.lane, height(cell)));
        }
        let larger = match larger {
            Some(name) => format!("take a larger paper: `--paper {name}` would do"),
            None => "no paper that has a name would do: shorten the map".to_owned(),
        };
        finding
            .note("letters can be read from 340 times their height")
            .help("shorten the cells, or leave lanes or stages out: `--lane`, `--stage`, `--view exec`")
            .help(larger)
    }
}

/// A number with one decimal at most.
fn tenths(value: f64) -> String {
    ((value * 10.0).round() / 10.0).to_string()
}

/// Visits the rows.
fn rows<'s>(nodes: &'s [Node], visit: &mut impl FnMut(&'s Group)) {
    for node in nodes {
        if let Node::Group(group) = node {
            match group.role {
                Role::Row => visit(group),
                _ => rows(&group.children, visit),
            }
        }
    }
}

/// The highest cell of a row.
fn tallest(row: &Group, scale: f64) -> Option<TallCell> {
    let cells = row.children.iter().filter_map(|node| match node {
        Node::Group(cell) if cell.role == Role::Cell => Some((cell.span?, height(cell)?)),
        _ => None,
    });
    let mut cells: Vec<(Span, f64)> = cells.collect();
    cells.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (span, height) = *cells.first()?;
    let next = cells.get(1).map_or(0.0, |(_, next)| *next);
    Some(TallCell {
        span,
        lane: row.name.clone().unwrap_or_default(),
        height: height * scale,
        gain: (height - next) * scale,
    })
}

/// From the top of what stands in a group to its bottom.
fn height(group: &Group) -> Option<f64> {
    extent(&group.children).map(|extent| extent.height)
}
