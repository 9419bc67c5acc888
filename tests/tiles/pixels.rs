//! Sheets laid back together show what the poster shows, pixel for pixel.

use std::path::Path;

use jmap::emit::{TextMode, svg};
use jmap::geom::{Point, point};
use jmap::scene::Scene;
use jmap::sheets::tile;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

use super::{a4, maps};

/// Pixels for a point.
const SCALE: f64 = 0.5;
/// The painter rounds places to parts of a pixel, and does so anew on a sheet, where they are others: so much the edge of a
/// letter may differ, of 255, and so many of a thousand pixels may differ by more than can be told.
const EDGE: u8 = 100;
const EDGES: u32 = 2;
const UNTOLD: u8 = 2;

/// A picture of a part of a drawing: `from` is the corner of the first pixel, in points.
fn paint(scene: &Scene, from: Point, width: u32, height: u32) -> Pixmap {
    // Without the size of its paper, so that a point is a pixel of SVG and nothing is rounded for that.
    let scene = Scene {
        on_paper: false,
        ..scene.clone()
    };
    let options = usvg::Options {
        dpi: 72.0,
        ..usvg::Options::default()
    };
    let drawing = svg::write(&scene, &TextMode::Outlines.into());
    let tree = usvg::Tree::from_data(&drawing, &options).expect("a drawing");
    let mut pixels = Pixmap::new(width, height).expect("pixels");
    let by = point(-from.x * SCALE, -from.y * SCALE);
    let scale = SCALE as f32;
    let place = Transform::from_row(scale, 0.0, 0.0, scale, by.x as f32, by.y as f32);
    resvg::render(&tree, place, &mut pixels.as_mut());
    pixels
}

fn assert_alike(map: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps").join(map);
    let poster = maps::example(&path);
    // Pixels that the poster covers whole.
    let count = |length: f64| (length * SCALE) as u32;
    let (width, height) = (count(poster.size.width), count(poster.size.height));
    let whole = paint(&poster, Point::default(), width, height);
    let (mut seen, mut edges) = (0, 0);
    for (number, sheet) in (1..).zip(tile(&poster, &a4()).expect("sheets")) {
        let Some(piece) = sheet.piece else { continue };
        let first = |at: f64| (at * SCALE - 0.5).ceil().max(0.0) as u32;
        let [left, top] = [first(piece.trim.x), first(piece.trim.y)];
        let right = first(piece.trim.right()).min(width);
        let bottom = first(piece.trim.bottom()).min(height);
        let corner = |pixel: u32| f64::from(pixel) / SCALE;
        let from = point(corner(left) + piece.by.x, corner(top) + piece.by.y);
        let cut_out = paint(&sheet.scene, from, right - left, bottom - top);
        for y in top..bottom {
            for x in left..right {
                let here = cut_out.pixel(x - left, y - top).expect("a pixel");
                let there = whole.pixel(x, y).expect("a pixel");
                let channels = [
                    (here.red(), there.red()),
                    (here.green(), there.green()),
                    (here.blue(), there.blue()),
                ];
                let differ = channels.iter().map(|(a, b)| a.abs_diff(*b)).max();
                let differ = differ.unwrap_or_default();
                assert!(
                    differ <= EDGE,
                    "{map}, sheet {number}: {here:?} and {there:?} at {x}, {y}"
                );
                edges += u32::from(differ > UNTOLD);
                seen += 1;
            }
        }
    }
    assert_eq!(seen, width * height, "{map}: each pixel is on one sheet");
    assert!(
        edges * 1000 < EDGES * seen,
        "{map}: {edges} of {seen} pixels"
    );
}

#[test]
fn sheets_show_what_the_poster_shows() {
    std::thread::scope(|scope| {
        for map in ["energy-coop.yaml", "residence-permit.yaml"] {
            scope.spawn(move || assert_alike(map));
        }
    });
}
