//! The parts of a sheet as a reader meets them, before they become tags.

use std::num::NonZeroU64;

use krilla::annotation::Annotation;
use krilla::surface::Location;
use krilla::tagging::Identifier;

use crate::diag::Span;
use crate::geom::Rect;
use crate::scene::{Columns, Role};
use crate::text::Next;

/// A part of a sheet.
pub struct Element {
    /// What it is.
    pub kind: Kind,
    /// Its accessible name.
    pub name: Option<String>,
    /// Where in the map it comes from.
    pub location: Option<Location>,
    /// Where a figure stands, in points.
    pub bounds: Option<Rect>,
    /// What is in it.
    pub parts: Vec<Part>,
}

/// What is in an element.
pub enum Part {
    /// Words on the page, and what comes after them.
    Words(Identifier, Next),
    /// Shapes on the page.
    Marks(Identifier),
    /// The place that a click on a link has to hit.
    Hit(Annotation),
    /// An element.
    Element(Element),
}

/// What an element is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sheet,
    Section,
    Heading(u8),
    Paragraph,
    List,
    Item,
    Table,
    Row,
    ColumnHeader(Option<Columns>),
    RowHeader,
    Cell(Option<Columns>),
    Figure,
    Link,
}

impl Element {
    /// An element without parts.
    pub fn new(kind: Kind, name: Option<&str>, location: Option<Location>) -> Element {
        Element {
            kind,
            name: name.map(crate::emit::svg::clean),
            location,
            bounds: None,
            parts: Vec::new(),
        }
    }
}

impl Kind {
    /// What a group of a role is; nothing for ornaments.
    pub fn of(role: Role, columns: Option<Columns>) -> Option<Kind> {
        Some(match role {
            Role::Region => Kind::Section,
            Role::Heading(level) => Kind::Heading(level),
            Role::Paragraph => Kind::Paragraph,
            Role::List => Kind::List,
            Role::Item => Kind::Item,
            Role::Table => Kind::Table,
            Role::Row => Kind::Row,
            Role::ColumnHeader => Kind::ColumnHeader(columns),
            Role::RowHeader => Kind::RowHeader,
            Role::Cell => Kind::Cell(columns),
            Role::Figure => Kind::Figure,
            Role::Link => Kind::Link,
            Role::Decoration => return None,
        })
    }

    /// Whether all words in it are read as one text.
    pub fn is_one_text(self) -> bool {
        match self {
            Kind::Heading(_)
            | Kind::Paragraph
            | Kind::Item
            | Kind::ColumnHeader(_)
            | Kind::RowHeader
            | Kind::Link => true,
            Kind::Sheet
            | Kind::Section
            | Kind::List
            | Kind::Table
            | Kind::Row
            | Kind::Cell(_)
            | Kind::Figure => false,
        }
    }
}

/// A place in the map as krilla hands it back with what it refuses.
pub fn location(span: Span) -> Option<Location> {
    NonZeroU64::new(u64::from(span.start) << 32 | u64::from(span.end))
}

/// The place that was handed to krilla.
pub fn span(location: Location) -> Span {
    let number = location.get();
    Span {
        start: (number >> 32) as u32,
        end: number as u32,
    }
}
