//! All formats show the same: a map drawn in each of them, painted at one size, differs from its SVG by no more than how
//! edges are smoothed.
//!
//! How that is measured: a pixel stands apart by so much as one of its parts (red, green, blue) lies outside of all that the
//! other picture has there and in the eight pixels around. An edge that is smoothed otherwise, or that a viewer moves onto
//! whole pixels, stands apart by little. What is absent, is of another colour or has moved by two pixels stands apart by
//! nearly all of its contrast. Both pictures are compared with the other: no pixel may stand apart by [`NEVER`], and no more
//! than a [`SHARE`] of them by [`SELDOM`].

mod folder;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use jmap::color::Color;
use jmap::emit::{FORMATS, Format, Options, Resolution, TextMode};
use jmap::geom::Rect;
use jmap::scene::{Node, Outline, Paint, Scene, Shape, TextLine};
use jmap::text::Fonts;
use jmap::theme::Theme;
use resvg::tiny_skia::{self, Pixmap, Transform};
use resvg::usvg;

use folder::Folder;

/// Of 255.
const NEVER: u8 = 160;
const SELDOM: u8 = 64;
/// Of all pixels.
const SHARE: f64 = 5e-4;
/// Maps that are painted at two pixels for a point, so that what has moved by a point stands apart. The others have one pixel.
const LARGE: [&str; 2] = ["energy-coop", "residence-permit"];

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

/// A drawing in a format, to be painted with some pixels for a point.
fn written(scene: &Scene, format: &Format, scale: f64) -> Vec<u8> {
    let text = match format.name {
        // The fonts in an SVG are for browsers; viewers.rs compares its text with its outlines.
        "svg" => TextMode::Outlines,
        _ => TextMode::Embed,
    };
    let options = Options {
        text,
        resolution: Resolution::Dpi(72.0 * scale),
        ..Options::default()
    };
    (format.write)(std::slice::from_ref(scene), &options).expect("nothing in the way")
}

/// The size of a drawing in pixels.
fn size(scene: &Scene, scale: f64) -> (u32, u32) {
    let ground = scene.ground();
    let pixels = |length: f64| (length * scale).round() as u32;
    (pixels(ground.width), pixels(ground.height))
}

/// What a viewer of a format shows; `None` where there is no such viewer on this machine.
fn seen(format: &Format, file: &[u8], scene: &Scene, scale: f64) -> Option<Pixmap> {
    let (width, height) = size(scene, scale);
    match format.name {
        "svg" => Some(svg(file, (width, height), scale, scene.background)),
        "png" => Some(Pixmap::decode_png(file).expect("a PNG")),
        "pdf" => pdf(file, width, height),
        other => panic!("nothing here shows {other}"),
    }
}

fn svg(file: &[u8], (width, height): (u32, u32), scale: f64, ground: Color) -> Pixmap {
    let tree = usvg::Tree::from_data(file, &usvg::Options::default()).expect("a drawing");
    let mut pixels = Pixmap::new(width, height).expect("pixels");
    // The page may end within a pixel.
    pixels.fill(tiny_skia::Color::from_rgba8(
        ground.r, ground.g, ground.b, 255,
    ));
    // Its user units are points, which it states as such: a CSS pixel is 3/4 of one.
    let scale = (scale * 0.75) as f32;
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
    let [across, down] = [width, height].map(|side| side.to_string());
    let status = Command::new("pdftoppm")
        .args(["-singlefile", "-scale-to-x", &across, "-scale-to-y", &down])
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
    let file = fs::read(to.with_extension("ppm")).expect("a picture");
    // Its header is three lines: `P6`, width and height, 255.
    let start = file.len() - 3 * (width * height) as usize;
    let mut pixels = Pixmap::new(width, height).expect("pixels");
    let places = pixels.data_mut().chunks_exact_mut(4);
    for (pixel, rgb) in places.zip(file[start..].chunks_exact(3)) {
        pixel[..3].copy_from_slice(rgb);
        pixel[3] = 255;
    }
    Some(pixels)
}

/// By how much a pixel stands apart from those of another picture that are near.
fn apart(pixel: &[u8], other: &Pixmap, (x, y): (u32, u32)) -> u8 {
    let (mut least, mut most) = ([255; 3], [0; 3]);
    for y in y.saturating_sub(1)..(y + 2).min(other.height()) {
        for x in x.saturating_sub(1)..(x + 2).min(other.width()) {
            let start = 4 * (y * other.width() + x) as usize;
            for part in 0..3 {
                let near = other.data()[start + part];
                least[part] = least[part].min(near);
                most[part] = most[part].max(near);
            }
        }
    }
    let outside = |part: usize| {
        let below = least[part].saturating_sub(pixel[part]);
        below.max(pixel[part].saturating_sub(most[part]))
    };
    (0..3).map(outside).max().unwrap_or(0)
}

/// The pixels of a picture that stand apart from another, with their places.
fn all_apart(one: &Pixmap, other: &Pixmap) -> Vec<(u8, (u32, u32))> {
    const AT_ONCE: usize = 32;
    let mut found = Vec::new();
    let parts = one
        .data()
        .chunks(4 * AT_ONCE)
        .zip(other.data().chunks(4 * AT_ONCE));
    // Most are of one colour in both.
    for (at, (ours, theirs)) in parts
        .enumerate()
        .filter(|(_, (ours, theirs))| ours != theirs)
    {
        let pixels = ours.chunks_exact(4).zip(theirs.chunks_exact(4));
        for (more, (pixel, there)) in pixels.enumerate() {
            if (0..3).any(|part| pixel[part].abs_diff(there[part]) >= SELDOM) {
                let at = (AT_ONCE * at + more) as u32;
                let place = (at % one.width(), at / one.width());
                found.push((apart(pixel, other, place), place));
            }
        }
    }
    found
}

/// What is wrong where two pictures of a map are compared.
fn compare(name: &str, one: (&str, &Pixmap), other: (&str, &Pixmap)) -> Option<String> {
    let size = |pixels: &Pixmap| (pixels.width(), pixels.height());
    assert_eq!(size(one.1), size(other.1), "{name}");
    let mut found = all_apart(one.1, other.1);
    found.extend(all_apart(other.1, one.1));
    found.sort_unstable_by(|a, b| b.cmp(a));
    let (most, place) = found.first().copied().unwrap_or_default();
    let often = found
        .iter()
        .take_while(|(apart, _)| *apart >= SELDOM)
        .count();
    let share = often as f64 / (f64::from(one.1.width()) * f64::from(one.1.height()));
    let line = format!(
        "{name}: {} and {}: a share of {share:.1e} stands apart by {SELDOM}, most {most} at {place:?}",
        one.0, other.0
    );
    println!("{line}");
    (share > SHARE || most >= NEVER).then_some(line)
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
            let scale = if LARGE.contains(&&*name) { 2.0 } else { 1.0 };
            let scene = draw(map);
            let mut pictures = FORMATS.iter().filter_map(|format| {
                let file = written(&scene, format, scale);
                Some((format.name, seen(format, &file, &scene, scale)?))
            });
            let (first, one) = pictures.next().expect("SVG");
            for (second, other) in pictures {
                let found = compare(&name, (first, &one), (second, &other));
                wrong.lock().expect("a list").extend(found);
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

/// Changes the nodes of a drawing, one by one, until told that it was enough.
fn change(nodes: &mut [Node], how: &mut impl FnMut(&mut Node) -> bool) -> bool {
    nodes.iter_mut().any(|node| match node {
        Node::Group(group) => change(&mut group.children, how),
        node => how(node),
    })
}

/// A line of text that has a halo.
fn haloed(nodes: &[Node]) -> Option<&TextLine> {
    nodes.iter().find_map(|node| match node {
        Node::Group(group) => haloed(&group.children),
        Node::Text(text) => text.halo.is_some().then_some(text),
        Node::Shape(_) | Node::Image(_) => None,
    })
}

#[test]
fn what_has_moved_or_is_missing_stands_apart() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps/energy-coop.yaml");
    let png = FORMATS.iter().find(|format| format.name == "png");
    let mut scene = draw(&path);
    // A line that runs through a label on its halo.
    let label = haloed(&scene.nodes).expect("a label on a halo").clone();
    let place = Rect::new(label.at.x, label.at.y - 5.0, label.line.width, 2.0);
    scene.nodes.extend([
        Node::Shape(Shape {
            outline: Outline::Rect(place, 0.0),
            fill: Some(Paint::Solid(Color::rgb(0, 0, 0))),
            stroke: None,
        }),
        Node::Text(label),
    ]);
    let painted = |change_it: &dyn Fn(&mut Node) -> bool| {
        let mut changed = scene.clone();
        change(&mut changed.nodes, &mut |node| change_it(node));
        let file = written(&changed, png.expect("a format"), 2.0);
        Pixmap::decode_png(&file).expect("a PNG")
    };
    let whole = painted(&|_| false);
    let without_halos = |node: &mut Node| {
        if let Node::Text(text) = node {
            text.halo = None;
        }
        false
    };
    let one_text_moved = |node: &mut Node| match node {
        Node::Text(text) if text.line.style.size > 20.0 => {
            text.at.x += 1.0;
            true
        }
        _ => false,
    };
    let one_circle_less = |node: &mut Node| match node {
        Node::Shape(shape) if matches!(shape.outline, Outline::Circle(..)) => {
            shape.stroke = None;
            shape.fill.take().is_some()
        }
        _ => false,
    };
    type Change<'a> = (&'a str, &'a dyn Fn(&mut Node) -> bool);
    let changes: [Change; 3] = [
        ("halos", &without_halos),
        ("a text", &one_text_moved),
        ("a circle", &one_circle_less),
    ];
    for (what, change_it) in changes {
        let found = compare(what, ("whole", &whole), ("changed", &painted(change_it)));
        assert!(found.is_some(), "{what}");
    }
}
