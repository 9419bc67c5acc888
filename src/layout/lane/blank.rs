//! An empty row, to be written on at the wall.

use super::open_row;
use crate::check::Lane;
use crate::layout::page::Page;

/// Points in a millimetre.
const MILLIMETRE: f64 = 72.0 / 25.4;

pub(super) fn draw(page: &mut Page, lane: &Lane, millimetres: f64, y: f64) -> f64 {
    let height = open_row(page, lane, y, millimetres * MILLIMETRE);
    page.out.close();
    y + height
}
