//! Who answers for it: a bar over the neighbours that share their departments.

use super::{ABOVE, BELOW, Spot, open_cell, open_row};
use crate::check::{Lane, Text};
use crate::geom::Rect;
use crate::layout::block::{Align, Block};
use crate::layout::grid::INSET;
use crate::layout::page::Page;
use crate::layout::shapes::stroke;
use crate::scene::Outline;

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let context = page.context;
    let colors = &context.theme.colors;
    let departments = |column: usize| -> &[Text] {
        page.grid.columns[column]
            .touchpoint
            .map_or(&[], |ix| &context.map.touchpoints[ix].departments)
    };
    let same = |a: usize, b: usize| {
        let names = |column| departments(column).iter().map(|text| &*text.text);
        names(a).eq(names(b))
    };
    let mut bars = Vec::new();
    let mut first = 0;
    while first < page.grid.columns.len() {
        let end = (first..page.grid.columns.len())
            .find(|&next| !same(first, next))
            .unwrap_or(page.grid.columns.len());
        if let Some(touchpoint) = page.grid.columns[first]
            .touchpoint
            .filter(|_| !departments(first).is_empty())
        {
            let last = &page.grid.columns[end - 1];
            let x = page.grid.columns[first].x + INSET;
            let width = last.x + last.width - INSET - x;
            let names: Vec<&str> = departments(first).iter().map(|text| &*text.text).collect();
            let mut block = Block::new(width);
            let lines = context.wrap(&names.join(", "), &context.type_.caption, width - 12.0);
            let below =
                block.paragraph(6.0, 4.0, width - 12.0, &lines, colors.ink_2, Align::Center);
            block.reach(below + 4.0);
            bars.push((touchpoint, first..end, x, block));
        }
        first = end;
    }
    let tallest = bars
        .iter()
        .fold(0.0f64, |height, (.., bar)| height.max(bar.height));
    let height = open_row(page, lane, y, tallest + ABOVE + BELOW);
    for (touchpoint, columns, x, mut bar) in bars {
        open_cell(page, Spot::Touchpoint(touchpoint));
        page.out.columns(columns.start + 2, columns.len());
        let whole = Rect::new(0.0, 0.0, bar.width, tallest);
        bar.behind(vec![(
            Outline::Rect(whole, 4.0),
            Some(colors.card),
            Some(stroke(colors.card_edge, 0.9)),
        )]);
        bar.place(&mut page.out, x, y + ABOVE);
        page.out.close();
    }
    page.out.close();
    y + height
}
