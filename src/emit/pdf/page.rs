//! One sheet: draws its nodes and notes what each is to a reader.

use krilla::paint::FillRule;
use krilla::surface::{Location, Surface};
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};

use super::document::Frame;
use super::element::{Element, Kind, Part, location};
use super::faces::Faces;
use super::links::hit;
use super::path::{rounded, steps};
use super::pictures::Pictures;
use super::speech::{has_words, speaks};
use super::{shape, text};
use crate::diag::Span;
use crate::emit::{TextMode, letters};
use crate::geom::Rect;
use crate::scene::{Group, Hook, Node, Outline, Paint, Scene, Shape, TextLine, extent};
use crate::text::Next;

/// Draws a sheet.
pub struct Painter<'s, 'p> {
    /// Where it is drawn.
    surface: Surface<'p>,
    /// The faces of the document.
    faces: &'p mut Faces,
    /// The sheet.
    sheet: &'s Scene,
    /// The pictures of the document.
    pictures: &'p mut Pictures,
    /// How letters are written.
    mode: TextMode,
    /// How the sheet lies on the page.
    frame: Frame,
    state: State,
}

#[derive(Clone, Copy, Default)]
struct State {
    /// Whether what is drawn is said to be an ornament.
    ornament: bool,
    /// What is seen of what is drawn; all where there is none.
    window: Option<Rect>,
    /// Whether what is drawn comes from the second of two maps, whose places are not those of the first.
    second: bool,
    /// Where in the map the group comes from that is drawn.
    span: Option<Span>,
}

impl<'s, 'p> Painter<'s, 'p> {
    /// Nothing drawn yet.
    pub fn new(
        surface: Surface<'p>,
        (faces, pictures): (&'p mut Faces, &'p mut Pictures),
        sheet: &'s Scene,
        mode: TextMode,
        frame: Frame,
    ) -> Painter<'s, 'p> {
        let state = State::default();
        Painter {
            surface,
            faces,
            pictures,
            sheet,
            mode,
            frame,
            state,
        }
    }

    /// Draws a whole sheet on its ground, and says what is on it.
    pub fn draw(mut self) -> Element {
        let sheet = self.sheet;
        let mut root = Element::new(Kind::Sheet, None, None);
        self.surface.push_transform(&self.frame.transform());
        let ground = sheet.ground();
        let place = self.frame.rect(ground);
        let kind = place.map_or(ArtifactType::Other, |_| ArtifactType::Background);
        let artifact = ContentTag::Artifact(Artifact::new(kind, place));
        self.surface.start_tagged(artifact);
        let fill = Shape {
            outline: Outline::Rect(ground, 0.0),
            fill: Some(Paint::Solid(sheet.background)),
            stroke: None,
        };
        shape::draw(&mut self.surface, &fill);
        self.surface.end_tagged();
        self.nodes(&sheet.nodes, &mut root, false);
        self.surface.pop();
        root
    }

    /// Draws nodes and puts them into an element; `more` says that its text goes on after them.
    fn nodes(&mut self, nodes: &[Node], into: &mut Element, more: bool) {
        for (at, node) in nodes.iter().enumerate() {
            if !self.sees(node) {
                continue;
            }
            let goes_on = |nodes: &[Node]| more || nodes.iter().any(has_words);
            let rest = nodes.get(at + 1..).unwrap_or_default();
            match node {
                Node::Text(text) => {
                    let one = into.kind.is_one_text();
                    let space = match text.line.next {
                        Next::Space => true,
                        Next::Joined => false,
                        Next::End => one && goes_on(rest),
                    };
                    let words = self.words(text, space);
                    into.parts.push(Part::Words(words, text.line.next));
                }
                Node::Group(group) => {
                    let more = into.kind.is_one_text() && goes_on(rest);
                    self.group(group, into, more);
                }
                Node::Image(image) if !image.name.is_empty() => {
                    let figure = self.figure(&image.name, None, std::slice::from_ref(node));
                    into.parts.push(figure);
                }
                Node::Image(_) | Node::Shape(_) => {
                    self.place(None);
                    self.start_ornament();
                    self.flat(std::slice::from_ref(node));
                }
            }
        }
        self.end_ornament();
    }

    fn group(&mut self, group: &Group, into: &mut Element, more: bool) {
        let before = self.state;
        self.state.second |= group.hooks.iter().any(|(hook, _)| *hook == Hook::Map);
        self.state.span = group.span.or(before.span);
        if let Some(window) = group.clip {
            self.end_ornament();
            self.enter(window);
        }
        self.inside(group, into, more);
        if group.clip.is_some() {
            self.end_ornament();
            self.surface.pop();
        }
        self.state = State {
            ornament: self.state.ornament,
            ..before
        };
    }

    fn inside(&mut self, group: &Group, into: &mut Element, more: bool) {
        let Some(kind) = Kind::of(group.role, group.columns) else {
            self.start_ornament();
            return self.flat(&group.children);
        };
        let name = group.name.as_deref();
        let place = self.place(group.span);
        if kind == Kind::Figure {
            let figure = self.figure(name.unwrap_or_default(), group.span, &group.children);
            return into.parts.push(figure);
        }
        let mut element = Element::new(kind, name, place);
        if kind == Kind::Link {
            match hit(group, place, &self.frame, |rect| self.seen(rect)) {
                Some(hit) => element.parts.push(Part::Hit(hit)),
                None => return self.nodes(&group.children, into, more),
            }
        }
        match name {
            Some(name) if !speaks(&group.children) && !group.children.is_empty() => {
                let takes = matches!(kind, Kind::Item | Kind::Cell(_) | Kind::Link)
                    || matches!(kind, Kind::ColumnHeader(_) | Kind::RowHeader);
                if takes {
                    let figure = self.figure(name, group.span, &group.children);
                    element.parts.push(figure);
                } else {
                    self.nodes(&group.children, &mut element, more);
                }
            }
            _ => self.nodes(&group.children, &mut element, more),
        }
        into.parts.push(Part::Element(element));
    }

    /// A drawing with a name that says what it shows.
    fn figure(&mut self, name: &str, span: Option<Span>, nodes: &[Node]) -> Part {
        let place = self.place(span);
        self.end_ornament();
        let marks = self.surface.start_tagged(ContentTag::Other);
        self.flat(nodes);
        self.surface.end_tagged();
        let mut figure = Element::new(Kind::Figure, Some(name), place);
        figure.bounds = extent(nodes).and_then(|bounds| self.seen(bounds));
        figure.parts.push(Part::Marks(marks));
        Part::Element(figure)
    }

    /// Draws nodes that have no tags of their own.
    fn flat(&mut self, nodes: &[Node]) {
        for node in nodes {
            if !self.sees(node) {
                continue;
            }
            match node {
                Node::Text(text) => {
                    let place = self.place(text.span);
                    self.halo(text);
                    self.letters(text, (place, false));
                }
                Node::Shape(inner) => shape::draw(&mut self.surface, inner),
                Node::Image(image) => self.pictures.draw(&mut self.surface, image),
                Node::Group(group) => {
                    let before = self.state.window;
                    self.place(group.span);
                    if let Some(window) = group.clip {
                        self.enter(window);
                    }
                    self.flat(&group.children);
                    if group.clip.is_some() {
                        self.surface.pop();
                    }
                    self.state.window = before;
                }
            }
        }
    }

    /// Draws a line of text, and a space after it if other words follow.
    fn words(&mut self, text: &TextLine, space: bool) -> Identifier {
        let place = self.place(text.span);
        if text.halo.is_some() {
            self.start_ornament();
            self.halo(text);
        }
        self.end_ornament();
        let mut said = text.line.text.clone();
        said.push_str(if space { " " } else { "" });
        let drawn = self.mode == TextMode::Outlines;
        let tag = SpanTag::empty().with_actual_text(drawn.then_some(said.as_str()));
        let words = self.surface.start_tagged(ContentTag::Span(tag));
        self.letters(text, (place, space));
        self.surface.end_tagged();
        words
    }

    /// The halo is outlines: as text it would be read a second time.
    fn halo(&mut self, text: &TextLine) {
        let Some((color, width)) = text.halo else {
            return;
        };
        if let Some(path) = steps(&letters::outlines(&self.sheet.fonts, text)) {
            self.surface.set_fill(None);
            self.surface.set_stroke(Some(shape::halo(color, width)));
            self.surface.draw_path(&path);
        }
    }

    fn letters(&mut self, text: &TextLine, how: (Option<Location>, bool)) {
        self.surface.set_fill(Some(shape::solid(text.color)));
        self.surface.set_stroke(None);
        let written = self.mode != TextMode::Outlines
            && text::write(&mut self.surface, self.faces, &self.sheet.fonts, text, how);
        if !written && let Some(path) = steps(&letters::outlines(&self.sheet.fonts, text)) {
            self.surface.draw_path(&path);
        }
    }

    /// From here on what is drawn is an ornament, until [`Painter::end_ornament`].
    fn start_ornament(&mut self) {
        if !self.state.ornament {
            let artifact = ContentTag::Artifact(Artifact::default());
            self.surface.start_tagged(artifact);
            self.state.ornament = true;
        }
    }

    fn end_ornament(&mut self) {
        if self.state.ornament {
            self.surface.end_tagged();
            self.state.ornament = false;
        }
    }

    /// Clips what follows, until the surface's `pop`.
    fn enter(&mut self, window: Rect) {
        // A window without extent shows nothing, and what is in it is not drawn.
        let path = rounded(window, 0.0).or_else(|| rounded(Rect::new(0.0, 0.0, 1.0, 1.0), 0.0));
        if let Some(path) = path {
            self.surface.push_clip_path(&path, &FillRule::NonZero);
        }
        self.state.window = self.seen(window).or(Some(Rect::default()));
    }

    /// What is seen of a rectangle.
    fn seen(&self, place: Rect) -> Option<Rect> {
        match self.state.window {
            Some(window) => place.common(&window),
            None => Some(place),
        }
    }

    /// Whether anything of a node can be seen. Letters reach a little beyond their box.
    fn sees(&self, node: &Node) -> bool {
        let Some(window) = self.state.window else {
            return true;
        };
        let margin = match node {
            Node::Text(text) => text.line.style.size / 2.0,
            _ => 0.0,
        };
        node.extent()
            .is_some_and(|bounds| bounds.grown(margin).overlaps(&window))
    }

    /// Tells krilla from where in the map comes what follows.
    fn place(&mut self, span: Option<Span>) -> Option<Location> {
        let span = span.or(self.state.span).filter(|_| !self.state.second);
        let place = span.and_then(location);
        match place {
            Some(place) => self.surface.set_location(place),
            None => self.surface.reset_location(),
        }
        place
    }
}
