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
use crate::insight::compare::compare;
use crate::scene::{Builder, Scene, round};
use crate::text::{Fonts, Shaper};
use crate::theme::Theme;
pub use paper::Paper;

use page::{Context, MARGIN, Page};

/// Space between the header and the map, in points.
const UNDER_HEADER: f64 = 22.0;

/// Draws a map. Never fails: every text finds its place, boxes grow.
pub fn draw(map: &Map, theme: &Theme, fonts: &Fonts) -> Scene {
    draw_with(map, None, theme, fonts)
}

/// Draws a map, and over it the emotion curves of a second one.
pub fn draw_with(map: &Map, second: Option<&Map>, theme: &Theme, fonts: &Fonts) -> Scene {
    let shaper = Shaper::new(fonts, &map.lang.tag, map.lang.rtl);
    let mut context = Context::new(map, theme, shaper);
    context.with = second.map(|second| compare(map, second));
    let grid = grid::Grid::new(&context);
    let width = grid.page;
    let mut page = Page {
        context: &context,
        links: vec![None; grid.columns.len()],
        ruled: false,
        grid,
        out: Builder::new(map.lang.rtl.then_some(width)),
    };
    let y = header::draw(&mut page, MARGIN);
    let y = lane::all(&mut page, y + UNDER_HEADER);
    let y = compared::draw(&mut page, y);
    let height = footer::draw(&mut page, y) + MARGIN;
    Scene {
        size: Size {
            width,
            height: round(height),
        },
        on_paper: false,
        bleed: 0.0,
        lang: map.lang.tag.to_string(),
        rtl: map.lang.rtl,
        title: map.title.text.to_string(),
        description: description(&context),
        background: theme.colors.paper,
        fonts: fonts.clone(),
        nodes: page.out.finish(),
    }
}

/// Draws a map, perhaps with a second one, for a sheet of paper.
pub fn draw_on(
    map: &Map,
    second: Option<&Map>,
    theme: &Theme,
    fonts: &Fonts,
    paper: &Paper,
) -> Scene {
    paper::fit(&draw_with(map, second, theme, fonts), MARGIN, paper)
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
