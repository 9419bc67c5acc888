//! From elements to tags. Every leaf gets its place in the tree; elements without any are left out.

use std::num::{NonZeroU16, NonZeroU32};
use std::ops::Range;

use krilla::page::Page;
use krilla::tagging::{BBox, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind};

use super::document::Frame;
use super::element::{Element, Kind, Part};
use super::table;
use crate::text::Next;

/// Makes tags.
pub struct Tagger {
    /// The level of the last heading: none is deeper than one below it.
    level: u8,
    /// Whether a table is being written.
    in_table: bool,
}

/// The page on which elements stand.
pub struct Place<'a, 'd> {
    /// The page.
    pub page: &'a mut Page<'d>,
    /// Its position in the document.
    pub number: usize,
    /// How the sheet lies on it.
    pub frame: Frame,
}

impl Tagger {
    /// No heading yet.
    pub fn new() -> Tagger {
        Tagger {
            level: 0,
            in_table: false,
        }
    }

    /// The tags of a sheet; `alone` says that it is the only one.
    pub fn sheet(&mut self, sheet: Element, alone: bool, place: &mut Place) -> Vec<Node> {
        let nodes = self.blocks(sheet.parts, place);
        match alone {
            true => nodes,
            false => group(Tag::Part, nodes).into_iter().collect(),
        }
    }

    fn element(&mut self, element: Element, place: &mut Place) -> Option<Node> {
        let Element {
            kind,
            name,
            location,
            bounds,
            parts,
        } = element;
        let tag: TagKind = match kind {
            Kind::Table => return self.table(name, parts, place),
            Kind::List => return self.list(parts, place),
            Kind::Item => {
                let body = group(Tag::LBody, self.inline(parts, place))?;
                return group(Tag::LI, vec![body]);
            }
            Kind::Sheet | Kind::Section | Kind::Row | Kind::Cell(_) => {
                let nodes = self.blocks(parts, place);
                // Sections are parts of the document, not of a cell.
                return match self.in_table {
                    true => group(Tag::Div, nodes),
                    false => group(Tag::Section, nodes),
                };
            }
            Kind::Heading(level) => {
                let nodes = self.inline(parts, place);
                if nodes.is_empty() {
                    return None;
                }
                self.level = level.min(self.level + 1).max(1);
                let level = NonZeroU16::new(self.level.into()).unwrap_or(NonZeroU16::MIN);
                return group(Tag::Hn(level, name), nodes);
            }
            Kind::Figure => {
                let bounds = bounds.and_then(|bounds| place.frame.rect(bounds));
                let bounds = bounds.map(|bounds| BBox::new(place.number, bounds));
                Tag::Figure(name).with_bbox(bounds).into()
            }
            Kind::Link => Tag::Link.into(),
            Kind::Paragraph | Kind::ColumnHeader(_) | Kind::RowHeader => Tag::P.into(),
        };
        let nodes = self.inline(parts, place);
        group(tag.with_location(location), nodes)
    }

    /// Parts that are read as one text.
    fn inline(&mut self, parts: Vec<Part>, place: &mut Place) -> Vec<Node> {
        let parts = parts.into_iter();
        parts.filter_map(|part| self.part(part, place)).collect()
    }

    /// Parts under one another: each text is a paragraph.
    fn blocks(&mut self, parts: Vec<Part>, place: &mut Place) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut lines = Vec::new();
        for part in parts {
            let ends = match &part {
                Part::Words(_, next) => *next == Next::End,
                Part::Element(element) if element.kind == Kind::Link => true,
                Part::Element(_) | Part::Marks(_) | Part::Hit(_) => {
                    nodes.extend(group(Tag::P, std::mem::take(&mut lines)));
                    nodes.extend(self.part(part, place));
                    continue;
                }
            };
            lines.extend(self.part(part, place));
            if ends {
                nodes.extend(group(Tag::P, std::mem::take(&mut lines)));
            }
        }
        nodes.extend(group(Tag::P, lines));
        nodes
    }

    fn part(&mut self, part: Part, place: &mut Place) -> Option<Node> {
        Some(match part {
            Part::Words(leaf, _) | Part::Marks(leaf) => leaf.into(),
            Part::Hit(annotation) => place.page.add_tagged_annotation(annotation).into(),
            Part::Element(element) => return self.element(element, place),
        })
    }

    fn list(&mut self, parts: Vec<Part>, place: &mut Place) -> Option<Node> {
        let mut items = Vec::new();
        for part in parts {
            let is_item = matches!(&part, Part::Element(element) if element.kind == Kind::Item);
            let node = self.part(part, place);
            items.extend(match (node, is_item) {
                (Some(node), false) => {
                    group(Tag::LBody, vec![node]).and_then(|body| group(Tag::LI, vec![body]))
                }
                (node, _) => node,
            });
        }
        group(Tag::L(ListNumbering::None), items)
    }

    fn table(&mut self, name: Option<String>, parts: Vec<Part>, place: &mut Place) -> Option<Node> {
        let mut rows: Vec<Row> = parts.into_iter().map(Row::read).collect();
        rows.retain(|row| !row.is_empty());
        let ends = |row: &Row| {
            let columns = row.cells.iter().filter_map(|cell| cell.columns.clone());
            columns.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
        };
        let columns = rows.iter().filter_map(ends);
        let columns = columns.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
        let columns = columns.unwrap_or(2..3);
        self.in_table = true;
        let rows = rows.into_iter();
        let rows = rows.flat_map(|row| self.row(row, &columns, place));
        let table = group(Tag::Table.with_summary(name), rows.collect());
        self.in_table = false;
        table
    }

    /// What names a row: one text, or several under one another.
    fn header(&mut self, mut texts: Vec<Vec<Part>>, place: &mut Place) -> Vec<Node> {
        texts.retain(|parts| !parts.is_empty());
        if texts.len() < 2 {
            return self.inline(texts.pop().unwrap_or_default(), place);
        }
        let texts = texts.into_iter();
        texts
            .filter_map(|parts| group(Tag::P, self.inline(parts, place)))
            .collect()
    }

    /// The rows that a lane takes: what stands in the same columns stands in rows of its own, under one header.
    fn row(&mut self, row: Row, columns: &Range<usize>, place: &mut Place) -> Vec<Node> {
        let across = |cell: &Cell| cell.columns.clone().unwrap_or(columns.clone());
        let ranges: Vec<Range<usize>> = row.cells.iter().map(across).collect();
        let slots = table::rows(&ranges, columns);
        let header = self.header(row.header, place);
        let spoken = row.name.filter(|_| header.is_empty());
        let tag = Tag::TH(TableHeaderScope::Row)
            .with_row_span(several(slots.len()))
            .with_alt_text(spoken)
            .with_location(row.location);
        let mut header = Some(Node::from(TagGroup::with_children(tag, header)));
        let mut cells: Vec<Option<Cell>> = row.cells.into_iter().map(Some).collect();
        let mut nodes = Vec::with_capacity(slots.len());
        for row in slots {
            let mut children: Vec<Node> = header.take().into_iter().collect();
            for slot in row {
                let span = several(slot.columns.len());
                let cell = slot.cell.and_then(|at| cells.get_mut(at)?.take());
                children.push(match cell {
                    None => TagGroup::new(Tag::TD.with_col_span(span)).into(),
                    Some(cell) if cell.heads => {
                        let inside = self.inline(cell.parts, place);
                        let tag = Tag::TH(TableHeaderScope::Column).with_col_span(span);
                        let tag = tag.with_location(cell.location);
                        TagGroup::with_children(tag, inside).into()
                    }
                    Some(cell) => {
                        let inside = self.blocks(cell.parts, place);
                        let tag = Tag::TD.with_col_span(span).with_location(cell.location);
                        TagGroup::with_children(tag, inside).into()
                    }
                });
            }
            nodes.push(TagGroup::with_children(Tag::TR, children).into());
        }
        nodes
    }
}

/// A row before it is made regular.
#[derive(Default)]
struct Row {
    name: Option<String>,
    location: Option<krilla::surface::Location>,
    /// The header's parts: the lane's name, the names of what is under one another in it.
    header: Vec<Vec<Part>>,
    cells: Vec<Cell>,
}

struct Cell {
    /// The columns it stands in; all where it does not say.
    columns: Option<Range<usize>>,
    heads: bool,
    location: Option<krilla::surface::Location>,
    parts: Vec<Part>,
}

impl Row {
    /// A row of what stands in a table; what is no row is a row of one cell.
    fn read(part: Part) -> Row {
        let mut row = Row::default();
        let parts = match part {
            Part::Element(element) if element.kind == Kind::Row => {
                row.name = element.name;
                row.location = element.location;
                element.parts
            }
            other => vec![other],
        };
        let mut rest = Vec::new();
        for part in parts {
            let element = match part {
                Part::Element(element) => element,
                other => {
                    rest.push(other);
                    continue;
                }
            };
            let (heads, columns) = match element.kind {
                Kind::RowHeader => {
                    row.header.push(element.parts);
                    continue;
                }
                Kind::ColumnHeader(columns) => (true, columns),
                Kind::Cell(columns) => (false, columns),
                _ => {
                    rest.push(Part::Element(element));
                    continue;
                }
            };
            row.cells.push(Cell {
                columns: columns.map(|columns| columns.first..columns.first + columns.count.max(1)),
                heads,
                location: element.location,
                parts: element.parts,
            });
        }
        if !rest.is_empty() {
            row.cells.push(Cell {
                columns: None,
                heads: false,
                location: row.location,
                parts: rest,
            });
        }
        row
    }

    fn is_empty(&self) -> bool {
        self.header.iter().all(Vec::is_empty) && self.cells.iter().all(|cell| cell.parts.is_empty())
    }
}

/// A tag around nodes; nothing around nothing.
fn group(tag: impl Into<TagKind>, nodes: Vec<Node>) -> Option<Node> {
    (!nodes.is_empty()).then(|| TagGroup::with_children(tag, nodes).into())
}

/// How many columns or rows a cell takes, where it is more than one.
fn several(count: usize) -> Option<NonZeroU32> {
    let count = u32::try_from(count).ok().filter(|count| *count > 1)?;
    NonZeroU32::new(count)
}
