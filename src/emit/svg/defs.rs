//! What the body refers to: gradients, clip paths, outlines of letters. Each stands in the file once, under an id made from what it is, so that
//! two drawings in one page cannot take each other's.

use std::collections::BTreeMap;

use svg::Node;
use svg::node::element::{ClipPath, Definitions, LinearGradient, Path, Rectangle, Stop, Style};

use super::glyphs;
use super::out::Out;
use crate::color::Color;
use crate::geom::Rect;
use crate::text::{FaceId, Fonts};

/// The definitions that the body refers to, in order of first use.
#[derive(Default)]
pub struct Defs {
    gradients: Vec<Gradient>,
    clips: Vec<Clip>,
    glyphs: BTreeMap<(FaceId, u32), Option<String>>,
}

struct Gradient {
    id: String,
    stops: Vec<(f64, Color)>,
}

struct Clip {
    id: String,
    place: Rect,
    radius: f64,
}

impl Defs {
    /// The id of a gradient from top to bottom.
    pub fn gradient(&mut self, stops: &[(f64, Color)]) -> String {
        if let Some(known) = self.gradients.iter().find(|g| g.stops == stops) {
            return known.id.clone();
        }
        let id = id("g", &format!("{stops:?}"));
        self.gradients.push(Gradient {
            id: id.clone(),
            stops: stops.to_vec(),
        });
        id
    }

    /// The id of a clip path with round corners.
    pub fn clip(&mut self, place: Rect, radius: f64) -> String {
        let id = id("c", &format!("{place:?} {radius}"));
        if self.clips.iter().all(|clip| clip.id != id) {
            self.clips.push(Clip {
                id: id.clone(),
                place,
                radius,
            });
        }
        id
    }

    /// The id of a glyph's outline; `None` where it has no ink.
    pub fn glyph(&mut self, fonts: &Fonts, face: FaceId, glyph: u32) -> Option<String> {
        let outline = self
            .glyphs
            .entry((face, glyph))
            .or_insert_with(|| glyphs::outline(fonts, face, glyph));
        outline.as_ref().map(|_| glyph_id(face, glyph))
    }

    /// The element that holds the definitions and the fonts' rules, if there are any.
    pub fn element(&self, rules: Option<&str>) -> Option<Definitions> {
        let mut element = Definitions::new();
        if let Some(rules) = rules {
            element = element.add(Style::new(rules));
        }
        element = self
            .gradients
            .iter()
            .map(gradient)
            .fold(element, Definitions::add);
        element = self.clips.iter().map(clip).fold(element, Definitions::add);
        element = self
            .glyphs
            .iter()
            .filter_map(glyph)
            .fold(element, Definitions::add);
        (!element
            .get_children()
            .is_some_and(|children| children.is_empty()))
        .then_some(element)
    }

    /// Whether there are outlines of glyphs.
    pub fn has_glyphs(&self) -> bool {
        !self.glyphs.is_empty()
    }
}

/// An id made from what it stands for (FNV-1a, 32 bits).
pub fn id(prefix: &str, content: &str) -> String {
    let hash = content.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{prefix}{hash:08x}")
}

fn gradient(gradient: &Gradient) -> LinearGradient {
    let element = LinearGradient::new()
        .set("id", gradient.id.as_str())
        .set("x2", 0)
        .set("y2", 1);
    gradient
        .stops
        .iter()
        .fold(element, |element, (offset, color)| {
            let stop = Stop::new()
                .set("offset", length(*offset))
                .set("stop-color", color.to_string());
            element.add(match color.a {
                255 => stop,
                alpha => stop.set("stop-opacity", length(f64::from(alpha) / 255.0)),
            })
        })
}

fn glyph(((face, glyph), outline): (&(FaceId, u32), &Option<String>)) -> Option<Path> {
    Some(
        Path::new()
            .set("id", glyph_id(*face, *glyph))
            .set("d", outline.as_deref()?),
    )
}

/// Faces and glyphs have numbers of their own.
fn glyph_id(face: FaceId, glyph: u32) -> String {
    format!("f{}g{glyph}", face.0)
}

fn clip(clip: &Clip) -> ClipPath {
    let rect = Rectangle::new()
        .set("x", length(clip.place.x))
        .set("y", length(clip.place.y))
        .set("width", length(clip.place.width))
        .set("height", length(clip.place.height))
        .set("rx", length(clip.radius));
    ClipPath::new().set("id", clip.id.as_str()).add(rect)
}

/// A number as the body writes it.
pub fn length(value: f64) -> String {
    let mut out = Out::default();
    out.number(value);
    out.into_text()
}
