//! How many pixels a drawing has.

use crate::diag::{Diagnostic, LIMIT_EXCEEDED, Span};
use crate::geom::{Point, Rect, point};
use crate::limits::{Limit, Limits};
use crate::scene::{Node, Scene};

/// The most pixels of a side: what most viewers open.
const LONGEST: u32 = 65_535;
/// Points in an inch.
const INCH: f64 = 72.0;
/// CSS pixels in an inch.
const CSS: f64 = 96.0;

/// How finely a drawing is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Resolution {
    /// So many pixels for each CSS pixel, of which an inch has 96.
    Scale(f64),
    /// So many pixels across the drawing.
    Width(u32),
    /// So many pixels for each inch.
    Dpi(f64),
}

impl Default for Resolution {
    /// What a screen with small pixels shows one for one.
    fn default() -> Resolution {
        Resolution::Scale(2.0)
    }
}

/// The pixels that are painted, and where they lie on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Pixels for a point.
    pub scale: f64,
    /// The place on the page, in points, of the first pixel's corner.
    pub corner: Point,
}

impl Frame {
    /// The frame around a drawing, or why there is none.
    pub fn new(
        scene: &Scene,
        resolution: Resolution,
        limits: &Limits,
    ) -> Result<Frame, Box<Diagnostic>> {
        let ground = scene.ground();
        let scale = match resolution {
            Resolution::Scale(scale) => scale * CSS / INCH,
            Resolution::Width(width) => f64::from(width) / ground.width,
            Resolution::Dpi(dpi) => dpi / INCH,
        };
        let (width, height) = (ground.width * scale, ground.height * scale);
        let most = limits.of(Limit::Painted) as f64;
        if width.max(height).round() > f64::from(LONGEST) || width * height > most {
            return Err(Box::new(too_large(scene, ground, (width, height), limits)));
        }
        let count = |length: f64| (length.round() as u32).max(1);
        Ok(Frame {
            width: count(width),
            height: count(height),
            scale,
            corner: point(ground.x, ground.y),
        })
    }

    /// A place of the page in pixels.
    pub fn point(&self, at: Point) -> Point {
        point(
            (at.x - self.corner.x) * self.scale,
            (at.y - self.corner.y) * self.scale,
        )
    }

    /// A rectangle of the page in pixels.
    pub fn rect(&self, rect: Rect) -> Rect {
        let start = self.point(point(rect.x, rect.y));
        let (width, height) = (rect.width * self.scale, rect.height * self.scale);
        Rect::new(start.x, start.y, width, height)
    }

    /// Pixels in a metre.
    pub fn per_metre(&self) -> u32 {
        (self.scale * INCH / 0.0254).round() as u32
    }
}

fn too_large(
    scene: &Scene,
    ground: Rect,
    (width, height): (f64, f64),
    limits: &Limits,
) -> Diagnostic {
    let most = limits.of(Limit::Painted) as f64;
    let side = f64::from(LONGEST) / ground.width.max(ground.height);
    let area = (most / (ground.width * ground.height)).sqrt();
    let fits = (ground.width * side.min(area)).floor().max(1.0);
    let limit = format!(
        "the limit is {LONGEST} a side and {} in all",
        limits.written(Limit::Painted)
    );
    let finding = refused(
        scene,
        &format!("it would be {width:.0} × {height:.0} pixels"),
    )
    .mark(limit)
    .help(format!(
        "paint it less finely: `--width {fits:.0}` is the most"
    ));
    match width.max(height).round() > f64::from(LONGEST) {
        true => finding,
        false => finding.help(limits.way_out(Limit::Painted, (width * height).ceil() as u64)),
    }
}

/// Why there is no file.
pub(super) fn refused(scene: &Scene, reason: &str) -> Diagnostic {
    let place = first_span(&scene.nodes).unwrap_or_default();
    let message = format!("the drawing cannot be written as PNG: {reason}");
    Diagnostic::new(&LIMIT_EXCEEDED, place, message)
}

/// Where in the map the first words come from: its title.
fn first_span(nodes: &[Node]) -> Option<Span> {
    nodes.iter().find_map(|node| match node {
        Node::Group(group) => first_span(&group.children),
        Node::Text(text) => text.span,
        Node::Shape(_) | Node::Image(_) => None,
    })
}
