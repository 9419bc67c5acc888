//! A drawing on several sheets of paper: cut, with marks to cut along, overlaps to glue, names, and a key of the whole.

mod crossed;
mod cuts;
mod furniture;
mod key;
mod plan;
mod within;

use std::fmt;

use crate::color::Color;
use crate::geom::{MILLIMETRE, Point, Rect, Size};
use crate::scene::{Builder, Outline, Paint, Role, Scene, placed};
use crate::text::Shaper;
use furniture::Furniture;
use plan::{Key, Plan};
use within::Within;

/// What is left free at a sheet's edges because printers do not reach there, in points. Most need 4.3 mm.
const FREE: f64 = 4.5 * MILLIMETRE;
/// Width of the strip between that and the poster in which marks and names stand, in points.
const STRIP: f64 = 3.5 * MILLIMETRE;
/// Distance from a sheet's edges to what it shows of the poster, in points.
const BORDER: f64 = FREE + STRIP;
/// Most sheets that a poster is cut into.
pub const MOST: usize = 400;
/// Colour of the sheets.
const WHITE: Color = Color::rgb(255, 255, 255);

/// How a poster is cut into sheets. Lengths are points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tiling {
    /// Extent of a sheet; it is turned where fewer are needed so.
    pub sheet: Size,
    /// Width of the strip that neighbouring sheets both show; it is cut in its middle.
    pub overlap: f64,
}

/// A sheet of a poster.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What is printed on it.
    pub scene: Scene,
    /// What it shows of the poster; `None` if it has nothing but the key.
    pub piece: Option<Shown>,
}

/// A piece of a poster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// What is printed of the poster: a place there.
    pub window: Rect,
    /// What remains of that after cutting.
    pub trim: Rect,
    /// How far the piece has been moved to its place on the sheet.
    pub by: Point,
}

/// Why a poster cannot be cut so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It would be more than [`MOST`] sheets.
    TooMany {
        /// How many.
        sheets: usize,
    },
    /// The sheets have no room for more than the overlap.
    Overlap,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::TooMany { sheets } => write!(
                f,
                "the poster would be {sheets} sheets, more than {MOST}: take larger sheets or a smaller poster"
            ),
            Refusal::Overlap => f.write_str(
                "the sheets have no room for more than their borders and the overlap: take larger sheets or a smaller overlap",
            ),
        }
    }
}

/// Cuts a poster into sheets, in the order of reading: row by row, in each row from where reading starts.
///
/// As few sheets as will do; within the room that they leave, the cuts run through as little text as possible. Each shows
/// its piece of the poster at full size and half of the overlap beyond each cut, in a border that printers reach, with marks
/// where to cut, its name (column and row, `B3`), its number, and the names of its neighbours. A key of the whole stands on
/// the first sheet where that costs no further sheets, else on a sheet of its own in front.
pub fn tile(poster: &Scene, tiling: &Tiling) -> Result<Vec<Sheet>, Refusal> {
    let plan = Plan::new(poster, tiling)?;
    let furniture = Furniture {
        shaper: &Shaper::new(&poster.fonts, &poster.lang, poster.rtl),
        poster,
        plan: &plan,
    };
    let mut sheets = Vec::with_capacity(plan.sheets());
    if plan.key == Key::Apart {
        let scene = scene(poster, &plan, |out| furniture.key_apart(out));
        sheets.push(Sheet { scene, piece: None });
    }
    for row in 0..plan.rows.len() {
        for column in 0..plan.columns.len() {
            let place = [column, row];
            let Some(piece) = plan.shown(place, poster) else {
                continue;
            };
            let number = sheets.len() + 1;
            let scene = scene(poster, &plan, |out| {
                furniture.label(out, place, number, &piece);
                picture(out, poster, &plan, &furniture::name(place), &piece);
                furniture.around(out, place, &piece);
            });
            sheets.push(Sheet {
                scene,
                piece: Some(piece),
            });
        }
    }
    Ok(sheets)
}

/// A sheet of a poster.
fn scene(poster: &Scene, plan: &Plan, draw: impl FnOnce(&mut Builder)) -> Scene {
    let mut out = Builder::new(poster.rtl.then_some(plan.sheet.width));
    draw(&mut out);
    Scene {
        size: plan.sheet,
        on_paper: true,
        bleed: 0.0,
        background: WHITE,
        nodes: out.finish(),
        lang: poster.lang.clone(),
        title: poster.title.clone(),
        description: poster.description.clone(),
        fonts: poster.fonts.clone(),
        rtl: poster.rtl,
    }
}

/// What a sheet shows of the poster, through a window.
fn picture(out: &mut Builder, poster: &Scene, plan: &Plan, name: &str, piece: &Shown) {
    let [window, _] = plan.on_sheet(piece);
    out.open(Role::Region).name(name).clip(window);
    out.open(Role::Decoration);
    let ground = Some(Paint::Solid(poster.background));
    out.shape(Outline::Rect(window, 0.0), ground, None);
    out.close();
    let within = Within {
        window: piece.window,
        trim: piece.trim,
    };
    let nodes = within.all(&poster.nodes);
    out.nodes(placed(&nodes, 1.0, piece.by));
    out.close();
}

#[cfg(test)]
mod tests;
