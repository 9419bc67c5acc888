//! A storyboard: the pictures of touchpoints, in numbered frames of one height.

use super::{ABOVE, BELOW, Spot, open_cell, open_row};
use crate::check::{Asset, Lane};
use crate::geom::Rect;
use crate::layout::block::{Align, Block};
use crate::layout::card::plain;
use crate::layout::grid::INSET;
use crate::layout::page::{Context, Page};
use crate::layout::picture;

/// Space between a frame and its picture, in points.
const MAT: f64 = 4.0;
/// The least and the greatest height of a frame's picture, as a multiple of its width.
const FLATTEST: f64 = 0.4;
const TALLEST: f64 = 0.75;
/// Radius of a picture's corners, in points.
const CORNER: f64 = 2.0;

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let context = page.context;
    let mut pictures = Vec::new();
    for column in &page.grid.columns {
        let Some(touchpoint) = column.touchpoint else {
            continue;
        };
        let data = &context.map.touchpoints[touchpoint];
        if let Some(asset) = &data.image {
            pictures.push((
                touchpoint,
                asset,
                column.x + INSET,
                column.width - 2.0 * INSET,
            ));
        }
    }
    let tallest = pictures.iter().fold(0.0, |height, (_, asset, _, width)| {
        let own = (width - 2.0 * MAT) * picture::aspect(asset).clamp(FLATTEST, TALLEST);
        f64::max(height, own)
    });
    let frames: Vec<(usize, f64, Block)> = pictures
        .into_iter()
        .enumerate()
        .map(|(at, (touchpoint, asset, x, width))| {
            let name = &context.map.touchpoints[touchpoint].name.text;
            (
                touchpoint,
                x,
                frame(context, at + 1, asset, name, width, tallest),
            )
        })
        .collect();
    let height = frames
        .iter()
        .fold(0.0f64, |height, (_, _, frame)| height.max(frame.height));
    let row = open_row(page, lane, y, height + ABOVE + BELOW);
    for (touchpoint, x, frame) in frames {
        open_cell(page, Spot::Touchpoint(touchpoint));
        frame.place(&mut page.out, x, y + ABOVE);
        page.out.close();
    }
    page.out.close();
    y + row
}

/// A frame with a whole picture in its middle and its number below; `height` is that of the tallest picture.
fn frame(
    context: &Context,
    number: usize,
    asset: &Asset,
    name: &str,
    width: f64,
    height: f64,
) -> Block {
    let mut block = Block::new(width);
    let inner = width - 2.0 * MAT;
    let aspect = picture::aspect(asset);
    let wide = inner.min(height / aspect);
    let tall = wide * aspect;
    let place = Rect::new(
        MAT + (inner - wide) / 2.0,
        MAT + (height - tall) / 2.0,
        wide,
        tall,
    );
    block.image(picture::image(asset, place, CORNER, name));
    let number = context.wrap(&number.to_string(), &context.type_.label, inner);
    let below = MAT + height + 2.0;
    let color = context.theme.colors.ink_3;
    let below = block.paragraph(MAT, below, inner, &number, color, Align::Center);
    block.reach(below + 2.0);
    let height = block.height;
    plain(context, block, height, false)
}
