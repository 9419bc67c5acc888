//! What stands around the poster on a sheet: names, marks, and where to find the neighbours.

use std::sync::Arc;

use super::plan::{Key, Plan};
use super::{FREE, STRIP, Shown, key};
use crate::color::Color;
use crate::geom::{MILLIMETRE, Point, Rect, Step, point};
use crate::scene::{Builder, Outline, Paint, Role, Scene, Stroke};
use crate::text::{Line, Shaper, Style, Weight};

/// Colour of all that stands around the poster.
pub(super) const INK: Color = Color::rgb(0x33, 0x33, 0x33);
/// Size of type in the strip, in points.
const SIZE: f64 = 7.0;
/// Height of capitals, as a part of the size of type.
const CAPITALS: f64 = 0.72;
/// Distance between what stands beside one another in the strip, in points.
const APART: f64 = 7.0;
/// From where to where marks reach beside the window, in points.
const MARK: [f64; 2] = [0.4 * MILLIMETRE, 3.2 * MILLIMETRE];
/// Extent of an arrow, in points.
const ARROW: f64 = 4.0;

/// Draws what stands around a poster.
pub(super) struct Furniture<'a> {
    pub shaper: &'a Shaper<'a>,
    pub poster: &'a Scene,
    pub plan: &'a Plan,
}

/// An edge of a sheet; start and end are those of reading.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Start,
    Top,
    End,
    Bottom,
}

impl Furniture<'_> {
    /// The sheet's name, its number and the poster's title, below the window.
    pub fn label(&self, out: &mut Builder, place: [usize; 2], number: usize, shown: &Shown) {
        let [window, trim] = self.plan.on_sheet(shown);
        let y = window.bottom() + STRIP / 2.0;
        // The middle of the strip is where the name of the sheet below stands.
        let room = [trim.x + APART, trim.x + trim.width / 2.0 - 3.0 * APART];
        self.words(out, &name(place), number, room, y);
    }

    /// A sheet with the key of the whole.
    pub fn key_apart(&self, out: &mut Builder) {
        let sheet = self.plan.sheet;
        let page = Rect::new(0.0, 0.0, sheet.width, sheet.height).grown(-2.0 * FREE);
        self.words(out, "", 1, [page.x, page.right()], page.y + SIZE);
        let area = Rect {
            y: page.y + 3.0 * SIZE,
            height: page.height / 2.0,
            ..page
        };
        key::draw(self, out, area);
    }

    /// A line of words about a sheet, as far as there is room.
    fn words(
        &self,
        out: &mut Builder,
        name: &str,
        number: usize,
        [mut x, end]: [f64; 2],
        middle: f64,
    ) {
        let plain = style(Weight::Regular, SIZE);
        let number = format!("{number}/{}", self.plan.sheets());
        let name = self.shaper.line(name, &style(Weight::Bold, SIZE));
        let number = self.shaper.line(&number, &plain);
        let room = end - x - name.width - number.width - 2.0 * APART;
        let title = self.fitting(&self.poster.title, &plain, room);
        out.open(Role::Paragraph);
        for line in [Some(name), Some(number), title].into_iter().flatten() {
            out.text(x, middle + CAPITALS * SIZE / 2.0, &line, INK);
            if line.width > 0.0 {
                x += line.width + APART;
            }
        }
        out.close();
    }

    /// As many words as there is room for on one line.
    fn fitting(&self, text: &str, style: &Style, room: f64) -> Option<Arc<Line>> {
        let rest = self.shaper.width(" …", style);
        let whole = self.shaper.line(text, style);
        if whole.width <= room {
            return Some(whole);
        }
        if room < 10.0 * SIZE {
            return None;
        }
        let set = self.shaper.paragraph(text, style, room - rest);
        let first = set.lines.first()?;
        Some(self.shaper.line(&format!("{} …", first.text), style))
    }

    /// Marks where to cut, the names of the neighbours, and on the first sheet the key if it stands there.
    pub fn around(&self, out: &mut Builder, place: [usize; 2], shown: &Shown) {
        let [column, row] = place;
        let [window, trim] = self.plan.on_sheet(shown);
        out.open(Role::Decoration);
        marks(out, trim, window);
        let before = |at: usize| at.checked_sub(1);
        let after = |at: usize, count: usize| (at + 1 < count).then_some(at + 1);
        let [columns, rows] = [self.plan.columns.len(), self.plan.rows.len()];
        for (side, column, row) in [
            (Side::Start, before(column), Some(row)),
            (Side::Top, Some(column), before(row)),
            (Side::End, after(column, columns), Some(row)),
            (Side::Bottom, Some(column), after(row, rows)),
        ] {
            if let (Some(column), Some(row)) = (column, row) {
                self.neighbour(out, &name([column, row]), side, trim, window);
            }
        }
        if place == [0, 0] {
            self.key_beside(out, window);
        }
        out.close();
    }

    /// The name of the neighbour at a side, and an arrow that points there.
    fn neighbour(&self, out: &mut Builder, name: &str, side: Side, trim: Rect, window: Rect) {
        let bold = |size| self.shaper.line(name, &style(Weight::Bold, size));
        let mut line = bold(SIZE);
        let middle = point(trim.x + trim.width / 2.0, trim.y + trim.height / 2.0);
        let (arrow, at) = match side {
            Side::Top | Side::Bottom => {
                let y = match side {
                    Side::Top => window.y - STRIP / 2.0,
                    _ => window.bottom() + STRIP / 2.0,
                };
                let x = middle.x - (ARROW + 2.0 + line.width) / 2.0;
                (point(x + ARROW / 2.0, y), point(x + ARROW + 2.0, y))
            }
            Side::Start | Side::End => {
                let x = match side {
                    Side::Start => window.x - STRIP / 2.0,
                    _ => window.right() + STRIP / 2.0,
                };
                if line.width > STRIP {
                    line = bold(SIZE * STRIP / line.width);
                }
                let at = point(x - line.width / 2.0, middle.y + ARROW + 1.0);
                (point(x, middle.y - ARROW / 2.0), at)
            }
        };
        arrow_to(out, arrow, side);
        let baseline = at.y + CAPITALS * line.style.size / 2.0;
        out.text(at.x, baseline, &line, INK);
    }

    /// The key, below the first sheet's piece of the poster or after it.
    fn key_beside(&self, out: &mut Builder, window: Rect) {
        let sheet = self.plan.sheet;
        let (right, bottom) = (sheet.width - FREE, sheet.height - FREE);
        let past = STRIP + 2.0 * MILLIMETRE;
        let area = match self.plan.key {
            Key::Below => {
                let y = window.bottom() + past;
                Rect::new(window.x, y, right - window.x, bottom - y)
            }
            Key::Beside => {
                let x = window.right() + past;
                Rect::new(x, window.y, right - x, bottom - window.y)
            }
            Key::None | Key::Apart => return,
        };
        key::draw(self, out, area);
    }
}

/// How words around the poster are set.
pub(super) fn style(weight: Weight, size: f64) -> Style {
    Style {
        weight,
        size,
        leading: 1.3,
        tracking: 0.0,
    }
}

/// A thin line.
pub(super) fn hairline(out: &mut Builder, from: [f64; 2], to: [f64; 2]) {
    straight(out, from, to, thin(INK));
}

/// A straight line.
pub(super) fn straight(out: &mut Builder, from: [f64; 2], to: [f64; 2], stroke: Stroke) {
    let line = Outline::Line(point(from[0], from[1]), point(to[0], to[1]));
    out.shape(line, None, Some(stroke));
}

/// The stroke of thin lines.
pub(super) fn thin(color: Color) -> Stroke {
    Stroke {
        color,
        width: 0.35,
        dash: Vec::new(),
        round: false,
    }
}

/// The name of a sheet: a letter or more for its column, a number for its row.
pub(super) fn name([column, row]: [usize; 2]) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.iter().rev().collect();
    format!("{letters}{}", row + 1)
}

/// Marks at the corners of what is left after cutting, beside the window.
fn marks(out: &mut Builder, trim: Rect, window: Rect) {
    for x in [trim.x, trim.right()] {
        hairline(out, [x, window.y - MARK[1]], [x, window.y - MARK[0]]);
        hairline(
            out,
            [x, window.bottom() + MARK[0]],
            [x, window.bottom() + MARK[1]],
        );
    }
    for y in [trim.y, trim.bottom()] {
        hairline(out, [window.x - MARK[1], y], [window.x - MARK[0], y]);
        hairline(
            out,
            [window.right() + MARK[0], y],
            [window.right() + MARK[1], y],
        );
    }
}

/// A triangle around a place, pointing to a side.
fn arrow_to(out: &mut Builder, at: Point, side: Side) {
    let half = ARROW / 2.0;
    let (along, across) = match side {
        Side::Start => ([-half, 0.0], [0.0, half]),
        Side::End => ([half, 0.0], [0.0, half]),
        Side::Top => ([0.0, -half], [half, 0.0]),
        Side::Bottom => ([0.0, half], [half, 0.0]),
    };
    let corner = |along_by: f64, across_by: f64| {
        point(
            at.x + along[0] * along_by + across[0] * across_by,
            at.y + along[1] * along_by + across[1] * across_by,
        )
    };
    let steps = vec![
        Step::Move(corner(1.0, 0.0)),
        Step::Line(corner(-0.7, 1.0)),
        Step::Line(corner(-0.7, -1.0)),
        Step::Close,
    ];
    out.shape(Outline::Path(steps), Some(Paint::Solid(INK)), None);
}
