//! Viewers that ignore embedded fonts: with the same fonts at hand they show the letters where jmap laid them out.

mod folder;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use jmap::emit::{TextMode, svg};
use jmap::text::Fonts;
use jmap::theme::Theme;
use resvg::{tiny_skia, usvg};

use folder::Folder;

/// Pixels for a point: letters of the smallest text are some four pixels high, enough to tell where they stand.
const SCALE: f32 = 0.5;
/// Largest mean difference of a channel, of 255, between letters as text and as outlines: their edges are rounded
/// differently.
const EDGES: f64 = 0.15;
/// A square of so many pixels is compared at a time, and its largest mean difference. A title takes most of it: resvg does
/// not count the tracking after the last letter in `textLength`, as browsers do, and ends it a point earlier.
const TILE: u32 = 18;
const EDGES_OF_TILE: f64 = 24.0;

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    paths.sort();
    paths
}

fn options(root: &Path) -> usvg::Options<'static> {
    let mut options = usvg::Options::default();
    for folder in ["fonts", "maps/fonts"] {
        for path in files(&root.join(folder), "ttf") {
            let bytes = fs::read(path).expect("a font");
            options.fontdb_mut().load_font_data(bytes);
        }
    }
    options
}

fn paint(drawing: &[u8], options: &usvg::Options) -> tiny_skia::Pixmap {
    let tree = usvg::Tree::from_data(drawing, options).expect("a drawing");
    let size = tree.size().to_int_size().scale_by(SCALE).expect("a size");
    let mut pixels = tiny_skia::Pixmap::new(size.width(), size.height()).expect("pixels");
    let scale = tiny_skia::Transform::from_scale(SCALE, SCALE);
    resvg::render(&tree, scale, &mut pixels.as_mut());
    pixels
}

/// Mean difference of a channel over the whole picture, and the largest mean difference of a tile with its place.
fn difference(a: &tiny_skia::Pixmap, b: &tiny_skia::Pixmap) -> (f64, f64, (u32, u32)) {
    assert_eq!((a.width(), a.height()), (b.width(), b.height()));
    let across = a.width().div_ceil(TILE);
    let mut tiles = vec![0u64; (across * a.height().div_ceil(TILE)) as usize];
    for (at, (a_byte, b_byte)) in a.data().iter().zip(b.data()).enumerate() {
        let (x, y) = ((at as u32 / 4) % a.width(), at as u32 / 4 / a.width());
        tiles[(y / TILE * across + x / TILE) as usize] += u64::from(a_byte.abs_diff(*b_byte));
    }
    let whole = tiles.iter().sum::<u64>() as f64 / a.data().len() as f64;
    let (worst, sum) = (0..)
        .zip(&tiles)
        .max_by_key(|(_, sum)| **sum)
        .expect("a tile");
    let place = (worst % across * TILE, worst / across * TILE);
    (whole, *sum as f64 / f64::from(4 * TILE * TILE), place)
}

fn compare(path: &Path, theme: &Theme, options: &usvg::Options) {
    let yaml = fs::read_to_string(path).expect("a map");
    let beside = Folder(path.parent().expect("a folder").to_path_buf());
    let (map, _) = jmap::read(&yaml, &beside, &jmap::source::Limits::default()).judged();
    let map = map.expect("a map without errors");
    let mut fonts = Fonts::builtin();
    for font in &map.fonts {
        fonts.add(font.bytes.clone()).expect("a font");
    }
    let scene = jmap::layout::draw(&map, theme, &fonts);
    let text = paint(&svg::write(&scene, &TextMode::Embed.into()), options);
    let outlines = paint(&svg::write(&scene, &TextMode::Outlines.into()), options);
    let (whole, worst, place) = difference(&text, &outlines);
    let name = path.display();
    println!("{name}: mean {whole:.3}, worst tile {worst:.2} at {place:?}");
    assert!(whole < EDGES, "{name}: mean difference {whole:.3}");
    assert!(worst < EDGES_OF_TILE, "{name}: {worst:.2} at {place:?}");
}

#[test]
fn text_and_outlines_show_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let options = options(root);
    let maps = files(&root.join("maps"), "yaml");
    assert!(maps.len() >= 4);
    let theme = Theme::builtin("default").expect("a theme");
    thread::scope(|scope| {
        for path in &maps {
            scope.spawn(|| compare(path, &theme, &options));
        }
    });
}
