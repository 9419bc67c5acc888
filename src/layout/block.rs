//! A measured part of the drawing whose place is not yet known.

use std::cell::RefCell;
use std::sync::Arc;

use super::shapes::moved;
use crate::check::Text;
use crate::color::Color;
use crate::scene::{Builder, Hook, Image, Outline, Paint, Role, Stroke};
use crate::text::{Line, Paragraph};

/// A measured part of the drawing: pieces about an origin of its own, to be placed as a whole. Lengths are points.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    /// Extent along x.
    pub width: f64,
    /// Extent along y.
    pub height: f64,
    /// Distance from the top to the baseline of the first line that was set.
    pub baseline: Option<f64>,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
enum Piece {
    Text {
        x: f64,
        baseline: f64,
        line: Arc<Line>,
        color: Color,
    },
    Shape {
        outline: Outline,
        fill: Option<Paint>,
        stroke: Option<Stroke>,
    },
    Image(Image),
    Open {
        role: Role,
        name: Option<String>,
        link: Option<String>,
    },
    Other(Text),
    Close,
}

/// What was last made for a width, in points. The parts of the header are measured where they may stand before they are
/// drawn where they do.
#[derive(Debug)]
pub(crate) struct Last<T>(RefCell<Option<(f64, T)>>);

impl<T: Clone> Last<T> {
    /// Nothing was made yet.
    pub fn new() -> Last<T> {
        Last(RefCell::new(None))
    }

    /// What is made for a width, made now unless it was made last.
    pub fn of(&self, width: f64, make: impl FnOnce() -> T) -> T {
        let made = match self.0.take() {
            Some((last, made)) if last == width => made,
            _ => make(),
        };
        self.0.replace(Some((width, made.clone())));
        made
    }
}

/// Which edge of a width the lines of a paragraph keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// The edge at which reading starts.
    Start,
    /// The middle.
    Center,
    /// The other edge.
    End,
}

impl Block {
    /// An empty block of a width.
    pub fn new(width: f64) -> Block {
        Block {
            width,
            ..Block::default()
        }
    }

    /// Sets a paragraph with its top at `y`, within `x` and `x + width`; returns the y below it.
    pub fn paragraph(
        &mut self,
        x: f64,
        y: f64,
        width: f64,
        text: &Paragraph,
        color: Color,
        align: Align,
    ) -> f64 {
        for (line, baseline) in text.lines.iter().zip(&text.baselines) {
            self.baseline.get_or_insert(y + baseline);
            let slack = width - line.width;
            let x = match align {
                Align::Start => x,
                Align::Center => x + slack / 2.0,
                Align::End => x + slack,
            };
            self.pieces.push(Piece::Text {
                x,
                baseline: y + baseline,
                line: Arc::clone(line),
                color,
            });
        }
        self.reach(y + text.height);
        y + text.height
    }

    /// Draws a shape.
    pub fn shape(&mut self, outline: Outline, fill: Option<Paint>, stroke: Option<Stroke>) {
        self.pieces.push(Piece::Shape {
            outline,
            fill,
            stroke,
        });
    }

    /// Draws a filled shape.
    pub fn fill(&mut self, outline: Outline, color: Color) {
        self.shape(outline, Some(Paint::Solid(color)), None);
    }

    /// Puts shapes behind all that is there already.
    pub fn behind(&mut self, shapes: Vec<(Outline, Option<Color>, Option<Stroke>)>) {
        let shapes = shapes
            .into_iter()
            .map(|(outline, fill, stroke)| Piece::Shape {
                outline,
                fill: fill.map(Paint::Solid),
                stroke,
            });
        self.pieces.splice(0..0, shapes);
    }

    /// Places a picture.
    pub fn image(&mut self, image: Image) {
        self.pieces.push(Piece::Image(image));
    }

    /// Starts a group.
    pub fn open(&mut self, role: Role, name: Option<String>) {
        self.pieces.push(Piece::Open {
            role,
            name,
            link: None,
        });
    }

    /// Starts a link.
    pub fn open_link(&mut self, url: &str, name: &str) {
        self.pieces.push(Piece::Open {
            role: Role::Link,
            name: Some(name.to_string()),
            link: Some(url.to_string()),
        });
    }

    /// Starts a group with words of the second of two maps.
    pub fn open_other(&mut self, from: &Text) {
        self.pieces.push(Piece::Other(from.clone()));
    }

    /// Ends a group.
    pub fn close(&mut self) {
        self.pieces.push(Piece::Close);
    }

    /// Puts another block into this one.
    pub fn put(&mut self, x: f64, y: f64, block: Block) -> f64 {
        let below = y + block.height;
        self.baseline = self
            .baseline
            .or(block.baseline.map(|baseline| y + baseline));
        self.pieces
            .extend(block.pieces.into_iter().map(|piece| piece.moved(x, y)));
        self.reach(below);
        below
    }

    /// Makes the block at least so high.
    pub fn reach(&mut self, height: f64) {
        self.height = self.height.max(height);
    }

    /// How many parts it is made of.
    pub fn parts(&self) -> usize {
        self.pieces.len()
    }

    /// Draws the block with its origin at a place.
    pub fn place(self, out: &mut Builder, x: f64, y: f64) {
        if out.measures() {
            return out.count(self.pieces.len());
        }
        for piece in self.pieces {
            match piece.moved(x, y) {
                Piece::Text {
                    x,
                    baseline,
                    line,
                    color,
                } => out.text(x, baseline, &line, color),
                Piece::Shape {
                    outline,
                    fill,
                    stroke,
                } => out.shape(outline, fill, stroke),
                Piece::Image(image) => out.image(image),
                Piece::Open { role, name, link } => {
                    let group = out.open(role);
                    if let Some(name) = name {
                        group.name(name);
                    }
                    if let Some(link) = link {
                        group.link(link);
                    }
                }
                Piece::Other(from) => {
                    out.open(Role::Paragraph)
                        .hook(Hook::Map, "with")
                        .span(from.span);
                }
                Piece::Close => out.close(),
            }
        }
    }
}

impl Piece {
    fn moved(self, dx: f64, dy: f64) -> Piece {
        match self {
            Piece::Text {
                x,
                baseline,
                line,
                color,
            } => Piece::Text {
                x: x + dx,
                baseline: baseline + dy,
                line,
                color,
            },
            Piece::Shape {
                outline,
                fill,
                stroke,
            } => Piece::Shape {
                outline: moved(outline, dx, dy),
                fill,
                stroke,
            },
            Piece::Image(mut image) => {
                image.place.x += dx;
                image.place.y += dy;
                Piece::Image(image)
            }
            other => other,
        }
    }
}

/// Distance from a paragraph's top to the middle of the small letters of its first line, in points.
pub(crate) fn middle(text: &Paragraph) -> f64 {
    let first = text.lines.first().zip(text.baselines.first());
    first.map_or(0.0, |(line, baseline)| baseline - 0.36 * line.style.size)
}

/// How far each of two paragraphs has to go down for their first lines to stand on one baseline, in points.
pub(crate) fn on_one_baseline(a: &Paragraph, b: &Paragraph) -> (f64, f64) {
    let first = |text: &Paragraph| text.baselines.first().copied().unwrap_or(0.0);
    let below = first(b) - first(a);
    (below.max(0.0), (-below).max(0.0))
}
