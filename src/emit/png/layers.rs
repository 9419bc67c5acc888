//! What an item puts on the page: polygons, one after another, each with what fills it.

use super::glyphs::Glyphs;
use super::items::{Item, Part, around};
use super::outline::{Ring, lines, rings};
use super::photo::Photo;
use super::size::Frame;
use super::stroke::{Pen, stroked};
use crate::color::Color;
use crate::emit::round::{circle, rectangle};
use crate::geom::{Step, point};
use crate::scene::{Image, Outline, Paint, Shape, TextLine};

/// Polygons that are filled as one, by the non-zero rule.
#[derive(Debug)]
pub struct Layer<'s> {
    /// The polygons.
    pub rings: Vec<Ring>,
    /// What fills them.
    pub ink: Ink<'s>,
}

/// What fills polygons.
#[derive(Debug)]
pub enum Ink<'s> {
    /// A colour, and the share of it that is seen, 0 to 1.
    Solid(Color, f64),
    /// Colours from the top, a row of pixels, to the bottom: offset 0 to 1 and colour, ascending.
    Vertical {
        /// The row of offset 0.
        top: f64,
        /// Rows from there to offset 1.
        height: f64,
        /// The colours.
        stops: &'s [(f64, Color)],
    },
    /// A picture.
    Photo(Photo),
}

/// The layers of an item, the lowest first.
pub fn layers<'s>(item: &Item<'s>, glyphs: &mut Glyphs, frame: &Frame) -> Vec<Layer<'s>> {
    match item.part {
        Part::Shape(drawn) => shape(drawn, frame),
        Part::Text(line) => text(line, glyphs, frame),
        Part::Image(picture) => image(picture, frame).into_iter().collect(),
    }
}

fn shape<'s>(shape: &'s Shape, frame: &Frame) -> Vec<Layer<'s>> {
    let path;
    let steps: &[Step] = match &shape.outline {
        // As in SVG, what has no extent is not stroked either.
        Outline::Rect(rect, _) if rect.width <= 0.0 || rect.height <= 0.0 => &[],
        Outline::Circle(_, radius) if *radius <= 0.0 => &[],
        Outline::Rect(rect, radius) => {
            path = rectangle(*rect, *radius);
            &path
        }
        Outline::Circle(center, radius) => {
            path = circle(*center, *radius);
            &path
        }
        Outline::Line(from, to) => {
            path = vec![Step::Move(*from), Step::Line(*to)];
            &path
        }
        Outline::Path(steps) => steps,
    };
    let lines = lines(steps, |p| frame.point(p));
    let fill = shape.fill.as_ref().and_then(|paint| {
        let ink = match paint {
            Paint::Solid(color) => Ink::Solid(*color, 1.0),
            Paint::Vertical(stops) => {
                let extent = around(lines.iter().flat_map(|line| &line.points).copied())?;
                Ink::Vertical {
                    top: extent.y,
                    height: extent.height,
                    stops,
                }
            }
        };
        Some(Layer {
            rings: rings(&lines),
            ink,
        })
    });
    let stroke = shape.stroke.as_ref().map(|stroke| {
        // What is thinner than a pixel is painted a pixel wide and as much fainter.
        let width = stroke.width * frame.scale;
        let pen = Pen {
            width: width.max(1.0),
            dash: stroke
                .dash
                .iter()
                .map(|length| length * frame.scale)
                .collect(),
            round_ends: stroke.round,
            round_corners: stroke.round,
        };
        Layer {
            rings: rings(&stroked(&lines, &pen)),
            ink: Ink::Solid(stroke.color, width.min(1.0)),
        }
    });
    fill.into_iter().chain(stroke).collect()
}

/// The letters, and beneath all of them the outline that keeps them clear of what is behind.
fn text<'s>(text: &TextLine, glyphs: &mut Glyphs, frame: &Frame) -> Vec<Layer<'s>> {
    let halo = text.halo.map(|(color, width)| {
        let pen = Pen {
            width: width * frame.scale,
            dash: Vec::new(),
            round_ends: false,
            round_corners: true,
        };
        Layer {
            rings: rings(&stroked(&glyphs.lines(text, frame), &pen)),
            ink: Ink::Solid(color, 1.0),
        }
    });
    let letters = Layer {
        rings: glyphs.rings(text, frame),
        ink: Ink::Solid(text.color, 1.0),
    };
    halo.into_iter().chain([letters]).collect()
}

fn image<'s>(image: &Image, frame: &Frame) -> Option<Layer<'s>> {
    let place = frame.rect(image.place);
    let corners = lines(&rectangle(place, image.radius * frame.scale), |p| {
        point(p.x, p.y)
    });
    Some(Layer {
        rings: rings(&corners),
        ink: Ink::Photo(Photo::new(&image.bytes, place)?),
    })
}
