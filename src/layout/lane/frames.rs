//! Storyboard frames: the pictures of touchpoints.

use super::{ABOVE, BELOW, Spot, open_cell, open_row};
use crate::check::Lane;
use crate::geom::Rect;
use crate::layout::grid::INSET;
use crate::layout::page::Page;
use crate::layout::picture;

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let context = page.context;
    let mut frames = Vec::new();
    for column in &page.grid.columns {
        let Some(touchpoint) = column.touchpoint else {
            continue;
        };
        let data = &context.map.touchpoints[touchpoint];
        if let Some(asset) = &data.image {
            let width = column.width - 2.0 * INSET;
            let height = width * picture::aspect(asset).clamp(0.4, 1.5);
            let place = Rect::new(column.x + INSET, 0.0, width, height);
            frames.push((
                touchpoint,
                picture::image(
                    asset,
                    place,
                    context.theme.sizes.radius * 0.6,
                    &data.name.text,
                ),
            ));
        }
    }
    let tallest = frames
        .iter()
        .fold(0.0f64, |height, (_, image)| height.max(image.place.height));
    let height = open_row(page, lane, y, tallest + ABOVE + BELOW);
    for (touchpoint, mut image) in frames {
        open_cell(page, Spot::Touchpoint(touchpoint));
        image.place.y = y + ABOVE;
        page.out.image(image);
        page.out.close();
    }
    page.out.close();
    y + height
}
