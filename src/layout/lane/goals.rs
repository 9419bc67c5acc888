//! What the persona wants at each stage.

use super::{ABOVE, BELOW, Spot, open_cell, open_row};
use crate::check::Lane;
use crate::layout::block::{Align, Block};
use crate::layout::grid::INSET;
use crate::layout::page::Page;

pub(super) fn draw(page: &mut Page, lane: &Lane, y: f64) -> f64 {
    let context = page.context;
    let mut goals = Vec::new();
    for stage in page.grid.shown().filter(|&at| page.grid.begins(at)) {
        if let Some(goal) = &context.map.stages[stage].goal {
            let (x, width) = page.grid.stage(stage);
            let width = width - 2.0 * INSET;
            let mut block = Block::new(width);
            let lines = context.wrap(&goal.text, &context.type_.body, width);
            block.paragraph(
                0.0,
                0.0,
                width,
                &lines,
                context.theme.colors.ink_2,
                Align::Start,
            );
            goals.push((stage, x + INSET, block));
        }
    }
    let height = goals
        .iter()
        .fold(0.0f64, |height, (_, _, block)| height.max(block.height));
    let height = open_row(page, lane, y, height + ABOVE + BELOW);
    for (stage, x, block) in goals {
        open_cell(page, Spot::Stage(stage));
        block.place(&mut page.out, x, y + ABOVE);
        page.out.close();
    }
    page.out.close();
    y + height
}
