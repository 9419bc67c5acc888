//! The key of the whole: a small picture of the poster with the cuts and the names of the sheets, how large the poster is,
//! and a ruler that tells whether the printer kept the size.

use super::furniture::{Furniture, INK, hairline, name, style, thin};
use super::plan::Piece;
use crate::geom::{MILLIMETRE, Rect, Size, point};
use crate::scene::{Builder, Node, Outline, Paint, placed};
use crate::text::Weight;

/// Distance of the picture from what is beside it, in points.
const APART: f64 = 10.0;
/// Length of the ruler, in millimetres.
const RULER: f64 = 50.0;
/// Height of the ends of the ruler, in points.
const RULER_END: f64 = 5.0;
/// Room for the ruler and what stands over it, in points.
const BESIDE: Size = Size {
    width: RULER * MILLIMETRE,
    height: 46.0,
};
/// Shapes that would be smaller are left out of the picture, in points.
const SEEN: f64 = 1.0;
/// Largest size of the sheets' names, in points, and the parts of a piece's width and height that they may take.
const NAME: f64 = 14.0;
const NAME_OF: [f64; 2] = [0.25, 0.6];

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
        true => measures(furniture, out, [place.right() + APART, area.y]),
        false => measures(furniture, out, [area.x, place.bottom() + APART]),
    }
}

/// The poster, small, with the cuts and the names of its sheets.
fn picture(furniture: &Furniture, out: &mut Builder, place: Rect, scale: f64) {
    let (poster, plan) = (furniture.poster, furniture.plan);
    out.open(crate::scene::Role::Decoration).clip(place);
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
    collect(&poster.nodes, SEEN / scale, &mut shapes);
    out.nodes(placed(&shapes, scale, point(left, place.y)));
    out.close();
    out.shape(Outline::Rect(place, 0.0), None, Some(thin()));
    let starts = |pieces: &[Piece]| -> Vec<f64> {
        let later = pieces.iter().skip(1);
        later.map(|piece| piece.trim[0] * scale).collect()
    };
    for x in starts(&plan.columns) {
        hairline(out, [place.x + x, place.y], [place.x + x, place.bottom()]);
    }
    for y in starts(&plan.rows) {
        hairline(out, [place.x, place.y + y], [place.right(), place.y + y]);
    }
    for (row, down) in plan.rows.iter().enumerate() {
        for (column, across) in plan.columns.iter().enumerate() {
            let piece = |[start, end]: [f64; 2]| (start * scale, (end - start) * scale);
            let ((x, width), (y, height)) = (piece(across.trim), piece(down.trim));
            let cell = Rect::new(place.x + x, place.y + y, width, height);
            label(furniture, out, &name([column, row]), cell);
        }
    }
}

/// The shapes that are large enough to be seen.
fn collect(nodes: &[Node], least: f64, shapes: &mut Vec<Node>) {
    for node in nodes {
        match node {
            Node::Group(group) => collect(&group.children, least, shapes),
            Node::Shape(shape) => {
                let extent = shape.outline.extent();
                if extent.is_some_and(|extent| extent.width.min(extent.height) >= least) {
                    shapes.push(node.clone());
                }
            }
            Node::Text(_) | Node::Image(_) => {}
        }
    }
}

/// The name of a sheet in the middle of its piece.
fn label(furniture: &Furniture, out: &mut Builder, name: &str, cell: Rect) {
    let [across, down] = NAME_OF;
    let size = NAME
        .min(cell.width * across * 4.0 / (name.len() as f64 + 1.0))
        .min(cell.height * down);
    let line = furniture.shaper.line(name, &style(Weight::Bold, size));
    let x = cell.x + (cell.width - line.width) / 2.0;
    let baseline = cell.y + cell.height / 2.0 + 0.36 * size;
    out.text_with_halo(x, baseline, &line, INK, (super::WHITE, size / 3.0));
}

/// How large the poster is, and a ruler.
fn measures(furniture: &Furniture, out: &mut Builder, [x, y]: [f64; 2]) {
    let Size { width, height } = furniture.poster.size;
    let [width, height] = [width, height].map(|length| (length / MILLIMETRE).round());
    let mut write = |text: String, weight: Weight, size: f64, baseline: f64| {
        let line = furniture.shaper.line(&text, &style(weight, size));
        out.text(x, y + baseline, &line, INK);
    };
    write(format!("{width} × {height} mm"), Weight::Bold, 10.0, 9.0);
    write(format!("{RULER} mm"), Weight::Regular, 7.0, 30.0);
    let (line, end) = (y + 38.0, x + BESIDE.width);
    hairline(out, [x, line], [end, line]);
    for x in [x, end] {
        hairline(
            out,
            [x, line - RULER_END / 2.0],
            [x, line + RULER_END / 2.0],
        );
    }
}
