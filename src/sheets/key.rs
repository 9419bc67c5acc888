//! The key of the whole: a small picture of the poster with the cuts and the names of the sheets, how large the poster is,
//! and a ruler that tells whether the printer kept the size.

use super::furniture::{Furniture, INK, hairline, name, straight, style, thin};
use super::plan::Piece;
use crate::geom::{MILLIMETRE, Rect, Size, point};
use crate::scene::{Builder, Node, Outline, Paint, Role, Shape, placed};
use crate::text::Weight;

/// Distance of the picture from what is beside it, in points.
const APART: f64 = 10.0;
/// Lengths of the ruler, in millimetres: the first for which there is room.
const RULERS: [f64; 3] = [50.0, 20.0, 10.0];
/// Height of the ends of the ruler, in points.
const RULER_END: f64 = 5.0;
/// Room for the ruler and what stands over it, in points.
const BESIDE: Size = Size {
    width: RULERS[0] * MILLIMETRE,
    height: 46.0,
};
/// Shapes that would be smaller, or would be thinner lines, are left out of the picture, in points.
const SEEN: f64 = 1.0;
const SEEN_LINE: f64 = 0.2;
/// Least contrast of the cuts in the picture.
const VISIBLE: f64 = 4.5;
/// Largest size of the sheets' names, in points. At the most it is so much of a piece's width for each letter, and of its
/// height.
const NAME: f64 = 9.0;
const NAME_OF: [f64; 2] = [1.0, 0.5];

/// Draws the key into an area: the picture, and the rest after it or below it, whichever lets the picture be larger.
pub(super) fn draw(furniture: &Furniture, out: &mut Builder, area: Rect) {
    let whole = furniture.poster.size;
    let scale = |width: f64, height: f64| (width / whole.width).min(height / whole.height);
    let after = scale(area.width - BESIDE.width - APART, area.height);
    let below = scale(area.width, area.height - BESIDE.height - APART);
    let scale = after.max(below);
    if scale <= 0.0 {
        return;
    }
    let place = Rect::new(area.x, area.y, whole.width * scale, whole.height * scale);
    picture(furniture, out, place, scale);
    match after >= below {
        true => measures(
            furniture,
            out,
            [place.right() + APART, area.y],
            BESIDE.width,
        ),
        false => measures(furniture, out, [area.x, place.bottom() + APART], area.width),
    }
}

/// The poster, small, with the cuts and the names of its sheets.
fn picture(furniture: &Furniture, out: &mut Builder, place: Rect, scale: f64) {
    let (poster, plan) = (furniture.poster, furniture.plan);
    out.open(Role::Decoration).clip(place);
    out.shape(
        Outline::Rect(place, 0.0),
        Some(Paint::Solid(poster.background)),
        None,
    );
    let left = match poster.rtl {
        false => place.x,
        true => plan.sheet.width - place.right(),
    };
    let mut shapes = Vec::new();
    collect(&poster.nodes, scale, &mut shapes);
    out.nodes(placed(&shapes, scale, point(left, place.y)));
    out.close();
    out.shape(Outline::Rect(place, 0.0), None, Some(thin(INK)));
    let starts = |pieces: &[Piece]| -> Vec<f64> {
        let later = pieces.iter().skip(1);
        later.map(|piece| piece.trim[0] * scale).collect()
    };
    let stroke = thin(INK.readable_on(poster.background, VISIBLE));
    for x in starts(&plan.columns) {
        let x = place.x + x;
        straight(out, [x, place.y], [x, place.bottom()], stroke.clone());
    }
    for y in starts(&plan.rows) {
        let y = place.y + y;
        straight(out, [place.x, y], [place.right(), y], stroke.clone());
    }
    let mut cells = Vec::new();
    for (row, down) in plan.rows.iter().enumerate() {
        for (column, across) in plan.columns.iter().enumerate() {
            let piece = |[start, end]: [f64; 2]| (start * scale, (end - start) * scale);
            let ((x, width), (y, height)) = (piece(across.trim), piece(down.trim));
            let cell = Rect::new(place.x + x, place.y + y, width, height);
            cells.push((name([column, row]), cell));
        }
    }
    let fits = |(name, cell): &(String, Rect)| {
        let of_width = cell.width * NAME_OF[0] / name.len() as f64;
        of_width.min(cell.height * NAME_OF[1])
    };
    let size = cells.iter().map(fits).fold(NAME, f64::min);
    for (name, cell) in cells {
        let line = furniture.shaper.line(&name, &style(Weight::Bold, size));
        let x = cell.x + (cell.width - line.width) / 2.0;
        let baseline = cell.y + cell.height / 2.0 + 0.36 * size;
        out.text_with_halo(x, baseline, &line, INK, (super::WHITE, size / 4.0));
    }
}

/// The shapes that can be seen on a scale.
fn collect(nodes: &[Node], scale: f64, shapes: &mut Vec<Node>) {
    for node in nodes {
        match node {
            Node::Group(group) => collect(&group.children, scale, shapes),
            Node::Shape(shape) if is_seen(shape, scale) => shapes.push(node.clone()),
            Node::Shape(_) | Node::Text(_) | Node::Image(_) => {}
        }
    }
}

/// Whether a shape is large enough on a scale: both ways, or one way if its line is not too thin.
fn is_seen(shape: &Shape, scale: f64) -> bool {
    let Some(extent) = shape.outline.extent() else {
        return false;
    };
    let (short, long) = (
        extent.width.min(extent.height),
        extent.width.max(extent.height),
    );
    let thick = shape.stroke.as_ref().map_or(0.0, |stroke| stroke.width);
    short * scale >= SEEN || (thick * scale >= SEEN_LINE && long * scale >= SEEN)
}

/// How large the poster is, and a ruler.
fn measures(furniture: &Furniture, out: &mut Builder, [x, y]: [f64; 2], room: f64) {
    let ruler = RULERS.iter().find(|ruler| **ruler * MILLIMETRE <= room);
    let ruler = ruler.copied().unwrap_or(RULERS[2]);
    let Size { width, height } = furniture.poster.size;
    let [width, height] = [width, height].map(|length| (length / MILLIMETRE).round());
    let mut write = |text: String, weight: Weight, size: f64, baseline: f64| {
        let line = furniture.shaper.line(&text, &style(weight, size));
        out.text(x, y + baseline, &line, INK);
    };
    write(format!("{width} × {height} mm"), Weight::Bold, 8.0, 9.0);
    write(format!("{ruler} mm"), Weight::Regular, 7.0, 30.0);
    let (line, end) = (y + 38.0, x + ruler * MILLIMETRE);
    hairline(out, [x, line], [end, line]);
    for x in [x, end] {
        let half = RULER_END / 2.0;
        hairline(out, [x, line - half], [x, line + half]);
    }
}
