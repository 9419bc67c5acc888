//! Stage 4: Map + Theme + Fonts → Scene: columns, rows, header, curve, labels; `lane/` has one file per cell shape.

mod block;
mod card;
mod clock;
mod compared;
mod curve;
mod footer;
mod grid;
mod header;
mod icons;
mod labels;
mod lane;
mod marker;
mod pace;
mod page;
mod paper;
mod persona;
mod picture;
mod reading;
mod reference;
mod shapes;
mod widths;

use crate::check::Map;
use crate::geom::Size;
use crate::scene::{Builder, Scene, round};
use crate::text::{Fonts, Shaper};
use crate::theme::Theme;
pub use paper::{Paper, TooSmall, draw_on, least_type, reading_distance};

use grid::Grid;
use page::{Context, Frame, MARGIN, Page};
use widths::Wanted;

/// Space between the header and the map, in points.
const UNDER_HEADER: f64 = 22.0;
/// Space between two bands of columns, in points.
const BETWEEN_BANDS: f64 = 30.0;

/// Draws a map. Never fails: every text finds its place, boxes grow.
pub fn draw(map: &Map, theme: &Theme, fonts: &Fonts) -> Scene {
    let shaper = Shaper::new(fonts, &map.lang.tag, map.lang.rtl);
    draw_with(map, None, theme, &shaper)
}

/// Draws a map, and over it the emotion curves of a second one.
pub fn draw_with(map: &Map, second: Option<&Map>, theme: &Theme, shaper: &Shaper) -> Scene {
    let context = Context::new(map, second, theme, shaper, Frame::default());
    let wanted = Wanted::of(&context);
    compose(&context, Grid::new(&context, &wanted), Vec::new())
}

/// Puts the parts under one another: header, bands of columns, footer. All bands are on a page of one width.
fn compose(context: &Context, first: Grid, more: Vec<Grid>) -> Scene {
    let map = context.map;
    let mirror = map.lang.rtl.then_some(first.page);
    let out = match context.frame.at {
        Some((scale, at)) => Builder::placed(mirror, scale, at),
        None => Builder::new(mirror),
    };
    let (size, out) = put_together(context, first, more, out);
    Scene {
        size,
        on_paper: false,
        bleed: 0.0,
        lang: map.lang.tag.to_string(),
        rtl: map.lang.rtl,
        title: map.title.text.to_string(),
        description: description(context),
        background: context.theme.colors.paper,
        fonts: context.shaper.fonts().clone(),
        nodes: out.finish(),
    }
}

/// How many parts a drawing has, perhaps with a second map: groups, lines of text, shapes, pictures. None is drawn.
pub fn parts(map: &Map, second: Option<&Map>, theme: &Theme, shaper: &Shaper) -> u64 {
    let context = Context::new(map, second, theme, shaper, Frame::default());
    let wanted = Wanted::of(&context);
    measure(&context, Grid::new(&context, &wanted), Vec::new()).1
}

/// The extent that the drawing would have, in points, without drawing it; and how many parts were measured for that.
fn measure(context: &Context, first: Grid, more: Vec<Grid>) -> (Size, u64) {
    let (size, out) = put_together(context, first, more, Builder::measuring());
    (size, out.parts())
}

fn put_together(context: &Context, first: Grid, more: Vec<Grid>, out: Builder) -> (Size, Builder) {
    let width = first.page;
    let mut page = Page::new(context, first, out);
    let mut y = header::draw(&mut page, MARGIN);
    y = lane::all(&mut page, y + UNDER_HEADER);
    for grid in more {
        page = Page::new(context, grid, page.out);
        y = lane::all(&mut page, y + BETWEEN_BANDS);
    }
    y = compared::draw(&mut page, y);
    let height = footer::draw(&mut page, y + context.frame.rest) + MARGIN;
    let size = Size {
        width,
        height: round(height),
    };
    (size, page.out)
}

/// What the drawing shows, in a sentence or two for those who do not see it.
fn description(context: &Context) -> String {
    let map = context.map;
    let stages: Vec<&str> = map.stages.iter().map(|stage| &*stage.name.text).collect();
    let personas: Vec<&str> = map
        .personas
        .iter()
        .map(|persona| &*persona.name.text)
        .collect();
    let scenario = map
        .scenario
        .as_ref()
        .map(|text| format!("{} ", text.text))
        .unwrap_or_default();
    let word = |word| context.word(word);
    use crate::check::Word;
    let compared = context.with.as_ref().map(|with| {
        let [_, second] = with.names();
        format!(" {}: {second}.", word(Word::Compared))
    });
    let compared = compared.unwrap_or_default();
    format!(
        "{scenario}{}: {}. {}: {}.{compared}",
        word(Word::Personas),
        personas.join(", "),
        word(Word::Stages),
        stages.join(", "),
    )
}
