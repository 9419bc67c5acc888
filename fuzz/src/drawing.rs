//! A map drawn in one of many ways, and what has to hold of the drawing and of the files.

use jmap::check::Map;
use jmap::diag::any_error;
use jmap::emit::{FORMATS, Options, Resolution, TextMode};
use jmap::geom::{MILLIMETRE, Size};
use jmap::layout::Paper;
use jmap::scene::Scene;
use jmap::sheets::{Tiling, tile};
use jmap::text::Fonts;
use jmap::theme::{BUILTIN, Theme};
use jmap::view::{Audience, View, cut};

/// How a map is drawn: each part changes at another pace, so that a number names every combination.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    format: usize,
    page: usize,
    view: usize,
    theme: usize,
    text: TextMode,
    compared: bool,
}

impl Way {
    /// The way with a number.
    pub fn of(number: usize) -> Way {
        Way {
            format: number % FORMATS.len(),
            page: number / 3 % 40,
            view: number / 5 % 7,
            theme: number / 7 % BUILTIN.len(),
            text: [TextMode::Embed, TextMode::Outlines, TextMode::System][number / 11 % 3],
            compared: number.is_multiple_of(13),
        }
    }
}

/// Draws a map and writes it as an SVG and in one more format; `builtin` says whether the fonts are all built in.
pub fn draw(map: Map, way: Way, fonts: &Fonts, builtin: bool) {
    let Ok(map) = cut(map, &view(way.view)) else {
        return;
    };
    let theme = Theme::builtin(BUILTIN[way.theme].0).expect("a theme");
    let second = way.compared.then_some(&map);
    let (width, height) = [(210.0, 297.0), (841.0, 1189.0), (60.0, 200.0)][way.view % 3];
    let size = Size {
        width: width * MILLIMETRE,
        height: height * MILLIMETRE,
    };
    let paper = Paper {
        size,
        turns: way.theme == 0,
        margin: 10.0 * MILLIMETRE,
        bleed: if way.page == 1 { 3.0 * MILLIMETRE } else { 0.0 },
        read_from: if way.page == 2 { 1000.0 } else { 0.0 },
    };
    let on_paper = matches!(way.page, 1 | 2).then_some(&paper);
    let drawing = jmap::draw_on(&map, second, &theme, fonts, on_paper);
    let scene = drawing.scene;
    // A letter of a font that is made up may be wider than the page.
    if builtin {
        kept(&scene);
    }
    // What is refused is not written.
    if any_error(&drawing.findings[0]) {
        return;
    }
    let mut sheets = vec![scene];
    if matches!(way.page, 3 | 4) {
        let tiling = Tiling {
            sheet: size,
            overlap: 10.0 * MILLIMETRE,
        };
        if let Ok(tiles) = tile(&sheets[0], &tiling) {
            sheets = tiles.into_iter().map(|sheet| sheet.scene).collect();
        }
    }
    // Every letter as an outline, compressed, is most of the work of a PDF, and tells nothing that an SVG does not.
    let text = match way.text {
        TextMode::Outlines if FORMATS[way.format].name == "pdf" => TextMode::Embed,
        text => text,
    };
    let options = Options {
        text,
        resolution: Resolution::Width(300),
        ..Options::default()
    };
    write(&sheets, 0, &options);
    if way.format > 0 {
        write(&sheets, way.format, &options);
    }
}

/// What must hold of every drawing.
fn kept(scene: &Scene) {
    let broken = jmap::scene::verify(scene);
    assert!(broken.is_empty(), "{broken:#?}");
}

/// Writes the sheets, all or the first one.
fn write(sheets: &[Scene], format: usize, options: &Options) {
    let format = &FORMATS[format];
    let Ok(file) = (format.write)(sheets, options) else {
        return;
    };
    match format.name {
        "svg" => {
            let text = std::str::from_utf8(&file).expect("UTF-8");
            roxmltree::Document::parse(text).expect("well-formed");
        }
        "pdf" => assert!(file.starts_with(b"%PDF-")),
        _ => assert!(file.starts_with(b"\x89PNG")),
    }
}

fn view(number: usize) -> View {
    let all = || vec!["all".to_owned()];
    let mut view = View::default();
    match number {
        1 => view.public = true,
        2 => view.audience = Some(Audience::Exec),
        3 => view.audience = Some(Audience::Blueprint),
        4 => view.blank = all(),
        5 => view.lanes = vec!["emotion".to_owned()],
        _ => {}
    }
    view
}
