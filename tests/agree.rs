//! All formats show the same: a map drawn in each of them, painted at one size, differs by no more than how edges are
//! smoothed.
//!
//! How that is measured: a pixel stands apart if one of its parts (red, green, blue) lies outside of all that the other
//! picture has there and in the eight pixels around, by more than [`APART`] of 255. An edge that is smoothed otherwise, or
//! that a viewer moves onto whole pixels, is no more than a pixel away. What is absent, or has moved by a point, is: a point
//! has [`SCALE`] pixels. Both pictures are compared with the other, and no more than [`SHARE`] of all pixels may stand apart.

mod folder;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use jmap::emit::{FORMATS, Format, Options, Resolution, TextMode};
use jmap::scene::Scene;
use jmap::text::Fonts;
use jmap::theme::Theme;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

use folder::Folder;

/// Pixels for a point.
const SCALE: f64 = 2.0;
/// Of 255.
const APART: u8 = 32;
/// Of all pixels.
const SHARE: f64 = 1e-4;

fn maps() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps");
    let mut maps: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    maps.sort();
    maps
}

fn draw(path: &Path) -> Scene {
    let yaml = fs::read_to_string(path).expect("a map");
    let beside = Folder(path.parent().expect("a folder").to_path_buf());
    let (map, _) = jmap::read(&yaml, &beside, &jmap::source::Limits::default()).judged();
    let map = map.expect("a map without errors");
    let mut fonts = Fonts::builtin();
    for font in &map.fonts {
        fonts.add(font.bytes.clone()).expect("a font");
    }
    let theme = Theme::builtin("default").expect("a theme");
    jmap::layout::draw(&map, &theme, &fonts)
}

fn written(scene: &Scene, format: &Format) -> Vec<u8> {
    let options = Options {
        text: TextMode::Outlines,
        resolution: Resolution::Dpi(72.0 * SCALE),
        ..Options::default()
    };
    (format.write)(std::slice::from_ref(scene), &options).expect("nothing in the way")
}

/// The size of a drawing in pixels.
fn size(scene: &Scene) -> (u32, u32) {
    let ground = scene.ground();
    let pixels = |length: f64| (length * SCALE).round() as u32;
    (pixels(ground.width), pixels(ground.height))
}

/// What a viewer of a format shows; `None` where there is no such viewer on this machine.
fn seen(format: &Format, file: &[u8], (width, height): (u32, u32)) -> Option<Pixmap> {
    match format.name {
        "svg" => Some(svg(file, width, height)),
        "png" => Some(Pixmap::decode_png(file).expect("a PNG")),
        "pdf" => pdf(file, width, height),
        other => panic!("nothing here shows {other}"),
    }
}

fn svg(file: &[u8], width: u32, height: u32) -> Pixmap {
    let tree = usvg::Tree::from_data(file, &usvg::Options::default()).expect("a drawing");
    let mut pixels = Pixmap::new(width, height).expect("pixels");
    // Its user units are points, which it states as such: a CSS pixel is 3/4 of one.
    let scale = (SCALE * 0.75) as f32;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels
}

fn pdf(file: &[u8], width: u32, height: u32) -> Option<Pixmap> {
    let folder = tempfile::tempdir().expect("a folder");
    let (from, to) = (folder.path().join("map.pdf"), folder.path().join("map"));
    fs::write(&from, file).expect("a file");
    let [width, height] = [width, height].map(|side| side.to_string());
    let status = Command::new("pdftoppm")
        .args([
            "-png",
            "-singlefile",
            "-scale-to-x",
            &width,
            "-scale-to-y",
            &height,
        ])
        .args([&from, &to])
        .status();
    if status
        .as_ref()
        .is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
    {
        eprintln!("pdftoppm (poppler-utils) is not installed: PDF was not compared");
        return None;
    }
    assert!(status.expect("pdftoppm runs").success());
    Some(Pixmap::load_png(to.with_extension("png")).expect("a picture"))
}

/// The pixels of a picture that stand apart from another's.
fn apart(one: &Pixmap, other: &Pixmap) -> Vec<(u32, u32)> {
    assert_eq!((one.width(), one.height()), (other.width(), other.height()));
    let (width, height) = (one.width(), one.height());
    let both = one.data().chunks_exact(4).zip(other.data().chunks_exact(4));
    let differ = (0..).zip(both).filter(|(_, (one, other))| one != other);
    let places = differ.map(|(at, (pixel, _))| (at % width, at / width, pixel));
    let stands_apart = |(x, y, pixel): &(u32, u32, &[u8])| {
        let around = |x: u32, most: u32| x.saturating_sub(1)..(x + 2).min(most);
        let near = around(*y, height).flat_map(|y| around(*x, width).map(move |x| (x, y)));
        let near: Vec<&[u8]> = near
            .map(|(x, y)| {
                let start = 4 * (y as usize * width as usize + x as usize);
                &other.data()[start..start + 3]
            })
            .collect();
        (0..3).any(|part| {
            let least = near.iter().map(|near| near[part]).min().unwrap_or(0);
            let most = near.iter().map(|near| near[part]).max().unwrap_or(255);
            pixel[part] < least.saturating_sub(APART) || pixel[part] > most.saturating_add(APART)
        })
    };
    places
        .filter(stands_apart)
        .map(|(x, y, _)| (x, y))
        .collect()
}

/// What is wrong where two pictures of a map are compared.
fn compare(name: &str, one: (&str, &Pixmap), other: (&str, &Pixmap)) -> Option<String> {
    let pixels = f64::from(one.1.width()) * f64::from(one.1.height());
    let there = apart(one.1, other.1);
    let back = apart(other.1, one.1);
    let share = there.len().max(back.len()) as f64 / pixels;
    let line = format!(
        "{name}: {} and {}: {} and {} of {pixels} pixels stand apart, at {:?} and {:?}",
        one.0,
        other.0,
        there.len(),
        back.len(),
        &there[..there.len().min(4)],
        &back[..back.len().min(4)]
    );
    println!("{line}");
    (share > SHARE).then_some(line)
}

#[test]
fn all_formats_show_the_same() {
    let maps = maps();
    assert!(maps.len() >= 11);
    let wrong = Mutex::new(Vec::new());
    let queue = Mutex::new(maps.iter());
    let work = || {
        loop {
            let Some(map) = queue.lock().expect("a queue").next() else {
                return;
            };
            let name = map.file_stem().expect("a name").to_string_lossy();
            let scene = draw(map);
            let pictures: Vec<(&str, Pixmap)> = FORMATS
                .iter()
                .filter_map(|format| {
                    let file = written(&scene, format);
                    Some((format.name, seen(format, &file, size(&scene))?))
                })
                .collect();
            for (at, (first, one)) in pictures.iter().enumerate() {
                for (second, other) in &pictures[at + 1..] {
                    let found = compare(&name, (first, one), (second, other));
                    wrong.lock().expect("a list").extend(found);
                }
            }
        }
    };
    std::thread::scope(|scope| {
        (0..2).for_each(|_| {
            scope.spawn(work);
        });
    });
    let wrong = wrong.into_inner().expect("a list");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
