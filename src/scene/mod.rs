//! Stage 5: the drawing, data only. Absolute points, nothing left to resolve; document order is paint order is reading
//! order. A shape outside a figure is decoration.

mod build;
mod costly;
mod dump;
mod extent;
mod glyphs;
mod place;
mod verify;

pub use build::{Builder, round};
pub use costly::too_costly;
pub use dump::dump;
pub use extent::extent;
pub use glyphs::{missing_glyphs, missing_glyphs_of_second};
pub use place::placed;
pub use verify::verify;

use std::sync::Arc;

use crate::color::Color;
use crate::diag::Span;
use crate::geom::{Point, Rect, Size, Step};
use crate::text::{Fonts, Line};

/// A finished drawing.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Extent in points; the origin is the top left corner.
    pub size: Size,
    /// Whether the extent is that of real paper, so that a millimetre of it is one.
    pub on_paper: bool,
    /// How far the ground reaches beyond the edges, to be cut off after printing, in points.
    pub bleed: f64,
    /// BCP 47 tag of the text.
    pub lang: String,
    /// Whether the page as a whole runs from right to left.
    pub rtl: bool,
    /// Accessible name.
    pub title: String,
    /// Accessible description.
    pub description: String,
    /// Colour of the whole page.
    pub background: Color,
    /// The faces that the text refers to.
    pub fonts: Fonts,
    /// What is drawn.
    pub nodes: Vec<Node>,
}

impl Scene {
    /// What the ground covers: the page and its bleed.
    pub fn ground(&self) -> Rect {
        Rect::new(0.0, 0.0, self.size.width, self.size.height).grown(self.bleed)
    }

    /// Size of the smallest type in points; infinite where there is none.
    pub fn smallest_type(&self) -> f64 {
        smallest(&self.nodes)
    }
}

fn smallest(nodes: &[Node]) -> f64 {
    let sizes = nodes.iter().map(|node| match node {
        Node::Group(group) => smallest(&group.children),
        Node::Text(text) => text.line.style.size,
        Node::Shape(_) | Node::Image(_) => f64::INFINITY,
    });
    sizes.fold(f64::INFINITY, f64::min)
}

/// A part of the drawing.
#[derive(Clone, Debug)]
pub enum Node {
    /// Parts that belong together.
    Group(Group),
    /// A line of text.
    Text(TextLine),
    /// A shape.
    Shape(Shape),
    /// A picture.
    Image(Image),
}

/// Parts that belong together.
#[derive(Clone, Debug)]
pub struct Group {
    /// What the group is to a reader.
    pub role: Role,
    /// Accessible name; figures, rows and links have one.
    pub name: Option<String>,
    /// Stable hooks for scripts and tests, written as `data-…`.
    pub hooks: Vec<(Hook, String)>,
    /// Where a click leads; only with [`Role::Link`].
    pub link: Option<String>,
    /// Where in the map it comes from.
    pub span: Option<Span>,
    /// Which columns of the table it stands in; only with cells and column headers.
    pub columns: Option<Columns>,
    /// What of it is seen; the whole where there is none.
    pub clip: Option<Rect>,
    /// What is in it.
    pub children: Vec<Node>,
}

impl Group {
    /// The same group with other parts in it.
    pub fn holding(&self, children: Vec<Node>) -> Group {
        // Not a clone: the old children would be copied once for every group around them.
        Group {
            role: self.role,
            name: self.name.clone(),
            hooks: self.hooks.clone(),
            link: self.link.clone(),
            span: self.span,
            columns: self.columns,
            clip: self.clip,
            children,
        }
    }
}

/// The columns of the table in which a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The first one, from 1; the row headers stand in column 1.
    pub first: usize,
    /// How many.
    pub count: usize,
}

/// What a group is to a reader (the roles of tagged PDF and of WAI-ARIA that a map needs).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The header, the grid, the footer: a named part of the page.
    Region,
    /// A heading of a level from 1.
    Heading(u8),
    /// A paragraph or other plain text.
    Paragraph,
    /// A list; its children are items.
    List,
    /// An item of a list.
    Item,
    /// The map proper: rows of cells.
    Table,
    /// A row of the table.
    Row,
    /// The cell that names a column.
    ColumnHeader,
    /// The cell that names a row.
    RowHeader,
    /// A cell; it may span columns.
    Cell,
    /// A drawing with a name that says what it shows.
    Figure,
    /// A link.
    Link,
    /// Nothing to a reader: decoration.
    Decoration,
}

/// Stable hooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hook {
    /// `data-stage`: id of a stage.
    Stage,
    /// `data-touchpoint`: id of a touchpoint.
    Touchpoint,
    /// `data-lane`: id of a lane.
    Lane,
    /// `data-persona`: id of a persona.
    Persona,
    /// `data-channel`: id of a channel.
    Channel,
    /// `data-score`: the score of a point of a curve, as the shortest decimal.
    Score,
    /// `data-time`: a moment of a finite timeline, in its unit or in seconds since 1970, as the shortest decimal.
    Time,
    /// `data-map`: `with` on what comes from the second of two maps; spans in it are places there.
    Map,
}

impl Hook {
    /// The attribute's name.
    pub fn name(self) -> &'static str {
        match self {
            Hook::Stage => "data-stage",
            Hook::Touchpoint => "data-touchpoint",
            Hook::Lane => "data-lane",
            Hook::Persona => "data-persona",
            Hook::Channel => "data-channel",
            Hook::Score => "data-score",
            Hook::Time => "data-time",
            Hook::Map => "data-map",
        }
    }
}

/// A line of text at its place.
#[derive(Clone, Debug)]
pub struct TextLine {
    /// Left end of the baseline.
    pub at: Point,
    /// The shaped text.
    pub line: Arc<Line>,
    /// Its colour, opaque.
    pub color: Color,
    /// Colour of an outline beneath the letters that keeps them clear of what is behind, and its width in points.
    pub halo: Option<(Color, f64)>,
    /// Where in the map the words come from.
    pub span: Option<Span>,
}

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Its outline.
    pub outline: Outline,
    /// What it is filled with.
    pub fill: Option<Paint>,
    /// How its outline is stroked.
    pub stroke: Option<Stroke>,
}

/// The outline of a shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Outline {
    /// A rectangle and the radius of its corners in points.
    Rect(Rect, f64),
    /// A circle: centre and radius.
    Circle(Point, f64),
    /// A straight line.
    Line(Point, Point),
    /// Any path.
    Path(Vec<Step>),
}

/// What a shape is filled with.
#[derive(Clone, Debug, PartialEq)]
pub enum Paint {
    /// One colour, perhaps translucent.
    Solid(Color),
    /// From the top to the bottom of the shape: offset 0 to 1 and colour, ascending.
    Vertical(Vec<(f64, Color)>),
}

/// A stroke.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width in points.
    pub width: f64,
    /// Lengths of dashes and gaps in points; empty: solid.
    pub dash: Vec<f64>,
    /// Whether ends and corners are round.
    pub round: bool,
}

/// A picture.
#[derive(Clone, Debug)]
pub struct Image {
    /// Where it is drawn; its aspect is the picture's or the picture is cropped to it.
    pub place: Rect,
    /// Radius of its corners in points; half the width makes a circle.
    pub radius: f64,
    /// A file of nothing but pixels.
    pub bytes: Arc<[u8]>,
    /// `image/png` or `image/jpeg`.
    pub media_type: &'static str,
    /// What it shows.
    pub name: String,
}

#[cfg(test)]
mod tests;
