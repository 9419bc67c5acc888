mod file;
mod seams;
mod seen;
mod sizes;

use std::sync::Arc;

use super::size::{Frame, Resolution};
use super::{cut, page};
use crate::color::Color;
use crate::geom::{Rect, Size, Step, point};
use crate::scene::{Builder, Image, Outline, Paint, Role, Scene, Stroke};
use crate::text::{Fonts, Line, Shaper, Style, Weight};

const INK: Color = Color::rgb(0x1C, 0x24, 0x30);
const RED: Color = Color::rgb(200, 0, 0);
const PAPER: Color = Color::rgb(255, 255, 255);

fn scene(width: f64, height: f64, draw: impl FnOnce(&mut Builder)) -> Scene {
    let mut builder = Builder::new(None);
    draw(&mut builder);
    Scene {
        size: Size { width, height },
        on_paper: false,
        bleed: 0.0,
        lang: "en".to_owned(),
        rtl: false,
        title: "A map".to_owned(),
        description: "What it shows".to_owned(),
        background: PAPER,
        fonts: Fonts::builtin(),
        nodes: builder.finish(),
    }
}

fn line(text: &str, size: f64) -> Arc<Line> {
    let fonts = Fonts::builtin();
    let style = Style {
        weight: Weight::Bold,
        size,
        leading: 1.2,
        tracking: 0.0,
    };
    Shaper::new(&fonts, "en", false).line(text, &style)
}

fn fill(color: Color) -> Option<Paint> {
    Some(Paint::Solid(color))
}

fn stroke(color: Color, width: f64, dash: &[f64], round: bool) -> Option<Stroke> {
    Some(Stroke {
        color,
        width,
        dash: dash.to_vec(),
        round,
    })
}

/// A PNG of some colours, a pixel each.
fn picture(width: u32, colors: &[[u8; 3]]) -> Arc<[u8]> {
    let mut out = Vec::new();
    let height = colors.len() as u32 / width;
    let mut encoder = ::png::Encoder::new(&mut out, width, height);
    encoder.set_color(::png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&colors.concat()).expect("pixels");
    writer.finish().expect("an end");
    out.into()
}

/// Pixels that were painted.
struct Painted {
    width: usize,
    rgb: Vec<u8>,
}

impl Painted {
    /// A drawing at some pixels for a point, painted in strips of some rows.
    fn new(scene: &Scene, scale: f64, rows: u32) -> Painted {
        let frame = Frame::new(
            scene,
            Resolution::Dpi(72.0 * scale),
            &crate::limits::Limits::default(),
        )
        .expect("a size");
        let mut rgb = Vec::new();
        let taken = page::paint(scene, &frame, rows, |strip| {
            rgb.extend_from_slice(strip);
            Ok::<(), ()>(())
        });
        assert_eq!(taken, Ok(()));
        assert_eq!(rgb.len(), 3 * frame.width as usize * frame.height as usize);
        Painted {
            width: frame.width as usize,
            rgb,
        }
    }

    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let start = 3 * (y * self.width + x);
        self.rgb[start..start + 3].try_into().expect("a pixel")
    }
}

/// What is drawn, a pixel for a point.
fn painted(draw: impl FnOnce(&mut Builder)) -> Painted {
    Painted::new(&scene(100.0, 80.0, draw), 1.0, cut::ROWS)
}

/// One of each: what is round, slanted, dashed, thin, clipped, translucent, haloed, and a picture.
fn one_of_each(b: &mut Builder) {
    let stops = vec![(0.0, RED.alpha(0.8)), (0.5, PAPER), (1.0, INK)];
    b.shape(
        Outline::Rect(Rect::new(3.3, 4.7, 190.0, 380.0), 17.3),
        Some(Paint::Vertical(stops)),
        stroke(INK, 1.5, &[], false),
    );
    let wave = (0..8).flat_map(|at| {
        let y = 20.0 + 50.0 * f64::from(at);
        [
            Step::Move(point(10.0, y)),
            Step::Curve(
                point(80.0, y + 90.0),
                point(120.0, y - 70.0),
                point(193.0, y + 40.0),
            ),
        ]
    });
    b.shape(
        Outline::Path(wave.collect()),
        None,
        stroke(RED, 2.3, &[7.0, 3.1], true),
    );
    b.shape(
        Outline::Line(point(1.0, 1.0), point(197.0, 399.0)),
        None,
        stroke(INK, 0.2, &[], false),
    );
    b.open(Role::Decoration)
        .clip(Rect::new(30.5, 33.3, 120.0, 200.2));
    b.shape(
        Outline::Circle(point(100.0, 130.0), 97.0),
        fill(RED.alpha(0.4)),
        stroke(INK, 5.0, &[4.0], false),
    );
    b.close();
    for at in 0..12 {
        let y = 30.0 + 31.7 * f64::from(at);
        b.text_with_halo(
            12.3 + f64::from(at),
            y,
            &line("Wartet & fragt", 21.0),
            INK,
            (PAPER, 3.0),
        );
    }
    b.image(Image {
        place: Rect::new(100.2, 200.7, 70.0, 150.0),
        radius: 35.0,
        bytes: picture(2, &[[255, 0, 0], [0, 255, 0], [0, 0, 255], [9, 9, 9]]),
        media_type: "image/png",
        name: "A frame".to_owned(),
    });
}
