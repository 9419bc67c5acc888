//! The page, painted from top to bottom in strips, so that no more than a strip is ever in memory.

use super::cut::{ACROSS, ROWS};
use super::glyphs::Glyphs;
use super::items::{Item, Lister};
use super::layers::{Layer, layers};
use super::size::Frame;
use super::tile::Tile;
use crate::scene::Scene;

/// Bytes of a strip, about: on A0 at 300 dots per inch 256 rows.
const STRIP: u32 = 8 << 20;
/// Bytes of a pixel of the file.
const PIXEL: usize = 3;

/// Rows of a strip of a page.
pub fn rows_at_once(frame: &Frame) -> u32 {
    let rows = STRIP / (frame.width * PIXEL as u32);
    (rows / ROWS * ROWS).clamp(ROWS, 16 * ROWS)
}

/// Paints a page in strips of some rows, a multiple of [`ROWS`], and hands each on: red, green and blue of its pixels, row by
/// row. Ends early where a strip is not taken.
pub fn paint<E>(
    scene: &Scene,
    frame: &Frame,
    rows: u32,
    mut take: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let mut glyphs = Glyphs::new(&scene.fonts);
    let mut lister = Lister::new(*frame, &mut glyphs);
    lister.list(&scene.nodes, None);
    let mut waiting: Vec<Waiting> = lister.items.into_iter().map(Waiting::new).collect();
    let mut strip = Vec::new();
    for top in (0..frame.height).step_by(rows as usize) {
        let height = rows.min(frame.height - top);
        strip.resize(frame.width as usize * height as usize * PIXEL, 0);
        for left in (0..frame.width).step_by(ACROSS as usize) {
            let width = ACROSS.min(frame.width - left);
            let Some(mut tile) = Tile::new(left, top, width, height, scene.background) else {
                continue;
            };
            for waiting in &mut waiting {
                if tile.meets(waiting.item.bounds) {
                    tile.show(waiting.item.window);
                    let layers = waiting.layers(&mut glyphs, frame);
                    layers.iter().for_each(|layer| tile.paint(layer));
                }
            }
            copy(&tile, &mut strip, frame.width, left);
        }
        // What lies above the next strip is not needed any more.
        waiting.retain(|item| item.item.bounds.bottom() + 1.0 > f64::from(top + height));
        take(&strip)?;
    }
    Ok(())
}

/// An item, and its layers once they are needed.
struct Waiting<'s> {
    item: Item<'s>,
    layers: Option<Vec<Layer<'s>>>,
}

impl<'s> Waiting<'s> {
    fn new(item: Item<'s>) -> Waiting<'s> {
        Waiting { item, layers: None }
    }

    fn layers(&mut self, glyphs: &mut Glyphs, frame: &Frame) -> &[Layer<'s>] {
        let made = || layers(&self.item, glyphs, frame);
        self.layers.get_or_insert_with(made)
    }
}

/// Copies a tile to its place in a strip.
fn copy(tile: &Tile, strip: &mut [u8], width: u32, left: u32) {
    let across = width as usize * PIXEL;
    let start = left as usize * PIXEL;
    for (row, pixels) in strip.chunks_exact_mut(across).zip(tile.rows()) {
        let place = row.get_mut(start..).unwrap_or_default();
        for (to, from) in place.chunks_exact_mut(PIXEL).zip(pixels.chunks_exact(4)) {
            to.copy_from_slice(&from[..PIXEL]);
        }
    }
}
