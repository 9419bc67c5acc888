//! An empty row, to be written on at the wall.

use super::open_row;
use crate::check::Lane;
use crate::geom::point;
use crate::layout::page::{MARGIN, Page};
use crate::layout::shapes::stroke;
use crate::scene::{Outline, Role};

pub(super) fn draw(page: &mut Page, lane: &Lane, millimetres: f64, y: f64) -> f64 {
    let wanted = page.context.blank(millimetres);
    let height = open_row(page, lane, y, wanted);
    page.out.open(Role::Decoration);
    let (start, end) = (
        point(MARGIN, y + height),
        point(page.grid.end(), y + height),
    );
    let hairline = stroke(page.context.theme.colors.hairline, 0.75);
    page.out
        .shape(Outline::Line(start, end), None, Some(hairline));
    page.out.close();
    page.out.close();
    y + height
}
