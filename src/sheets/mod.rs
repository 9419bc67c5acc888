//! A drawing on several sheets of paper: cut, with marks to cut along, overlaps to glue, names, and a key of the whole.

mod crossed;
mod cuts;
mod furniture;
mod key;
mod plan;
mod within;

use std::fmt;

use crate::color::Color;
use crate::geom::{MILLIMETRE, Rect, Size, point};
use crate::scene::{Builder, Node, Outline, Paint, Role, Scene, placed, round};
use crate::text::Shaper;
use furniture::Furniture;
use plan::{Key, Piece, Plan};

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
pub fn tile(poster: &Scene, tiling: &Tiling) -> Result<Vec<Scene>, Refusal> {
    let plan = Plan::new(poster, tiling)?;
    let furniture = Furniture {
        shaper: &Shaper::new(&poster.fonts, &poster.lang, poster.rtl),
        poster,
        plan: &plan,
    };
    let mut sheets = Vec::with_capacity(plan.sheets());
    if plan.key == Key::Apart {
        sheets.push(scene(poster, &plan, |out| furniture.key_apart(out)));
    }
    for (row, down) in plan.rows.iter().enumerate() {
        for (column, across) in plan.columns.iter().enumerate() {
            let number = sheets.len() + 1;
            sheets.push(scene(poster, &plan, |out| {
                let window = Rect::new(BORDER, BORDER, length(across.shown), length(down.shown));
                let name = furniture.label(out, [column, row], number, window);
                piece(out, poster, &plan, [across, down], window, name);
                furniture.around(out, [column, row], window);
            }));
        }
    }
    Ok(sheets)
}

fn length([start, end]: [f64; 2]) -> f64 {
    round(end - start)
}

/// A sheet of a poster.
fn scene(poster: &Scene, plan: &Plan, draw: impl FnOnce(&mut Builder)) -> Scene {
    let mut out = Builder::new(poster.rtl.then_some(plan.sheet.width));
    draw(&mut out);
    Scene {
        size: plan.sheet,
        on_paper: true,
        bleed: 0.0,
        lang: poster.lang.clone(),
        rtl: poster.rtl,
        title: poster.title.clone(),
        description: poster.description.clone(),
        background: WHITE,
        fonts: poster.fonts.clone(),
        nodes: out.finish(),
    }
}

/// What a sheet shows of the poster, through a window.
fn piece(
    out: &mut Builder,
    poster: &Scene,
    plan: &Plan,
    [across, down]: [&Piece; 2],
    window: Rect,
    name: String,
) {
    // The builder mirrors the window; what is seen through it has its place already.
    let (left, x) = match poster.rtl {
        false => (round(window.x), across.shown[0]),
        true => (
            round(plan.sheet.width - window.right()),
            round(poster.size.width - across.shown[1]),
        ),
    };
    let seen = Rect::new(x, down.shown[0], window.width, window.height);
    let by = point(round(left - seen.x), round(round(window.y) - seen.y));
    out.open(Role::Region).name(name).clip(window);
    out.open(Role::Decoration);
    let ground = Some(Paint::Solid(poster.background));
    out.shape(Outline::Rect(window, 0.0), ground, None);
    out.close();
    let nodes: Vec<Node> = within::within(&poster.nodes, seen);
    out.nodes(placed(&nodes, 1.0, by));
    out.close();
}
