//! Sheets laid back together are the poster.

mod folder;

use std::fs;
use std::path::Path;

use folder::Folder;
use jmap::emit::{TextMode, svg};
use jmap::geom::{MILLIMETRE, Size};
use jmap::layout::Paper;
use jmap::scene::Scene;
use jmap::sheets::{Tiling, tile};
use jmap::text::Fonts;
use jmap::theme::Theme;

fn draw(path: &Path, paper: Option<&Paper>) -> Scene {
    let yaml = fs::read_to_string(path).expect("a map");
    let files = Folder(path.parent().expect("a folder").to_path_buf());
    let (map, findings) = jmap::read(&yaml, &files, &jmap::source::Limits::default()).judged();
    let map = map.unwrap_or_else(|| panic!("{findings:#?}"));
    let mut fonts = Fonts::builtin();
    for font in &map.fonts {
        fonts.add(font.bytes.clone()).expect("a font");
    }
    let theme = Theme::builtin("default").expect("a theme");
    jmap::draw_on(&map, None, &theme, &fonts, paper).0
}

#[test]
fn dump() {
    let path = std::env::var("MAP").unwrap();
    let paper = std::env::var("PAPER").ok().map(|_| Paper {
        size: Size {
            width: 841.0 * MILLIMETRE,
            height: 1189.0 * MILLIMETRE,
        },
        turns: true,
        margin: 10.0 * MILLIMETRE,
        bleed: 0.0,
    });
    let t = std::time::Instant::now();
    let scene = draw(Path::new(&path), paper.as_ref());
    println!("drawn {:?} {:?}", t.elapsed(), scene.size);
    let t = std::time::Instant::now();
    let sheets = tile(
        &scene,
        &Tiling {
            sheet: Size {
                width: 210.0 * MILLIMETRE,
                height: 297.0 * MILLIMETRE,
            },
            overlap: 10.0 * MILLIMETRE,
        },
    )
    .unwrap();
    println!("{} sheets {:?}", sheets.len(), t.elapsed());
    let _ = fs::remove_dir_all("/tmp/h5/tiles");
    fs::create_dir_all("/tmp/h5/tiles").unwrap();
    for (at, sheet) in sheets.iter().enumerate() {
        fs::write(
            format!("/tmp/h5/tiles/{:03}.svg", at + 1),
            svg::write(sheet, &TextMode::Outlines.into()),
        )
        .unwrap();
    }
}
