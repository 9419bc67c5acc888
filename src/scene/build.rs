//! Builds a scene: groups open and close, coordinates are mirrored where the page runs from right to left, put where they
//! belong on paper, and rounded.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Columns, Group, Hook, Image, Node, Outline, Paint, Role, Shape, Stroke, TextLine};
use crate::color::Color;
use crate::diag::Span;
use crate::geom::{Point, Rect, Step, point};
use crate::text::Line;

/// Collects the nodes of a scene.
///
/// Coordinates are logical: x grows from the edge at which reading starts. With a mirror they are turned about the page;
/// pictures and letters stay as they are. Everything is rounded to 1/100 pt here and nowhere else.
#[derive(Debug)]
pub struct Builder {
    /// Whether only the extent is wanted, so that nothing is kept.
    measures: bool,
    /// How many parts were put into a drawing that is measured.
    parts: u64,
    mirror: Option<f64>,
    /// How many times as large everything gets, and how far it is moved then, in points.
    scale: f64,
    by: Point,
    /// Lines that have been made larger, by the address of the old one: the same words remain one line.
    lines: BTreeMap<*const Line, [Arc<Line>; 2]>,
    open: Vec<Group>,
    done: Vec<Node>,
}

impl Builder {
    /// An empty drawing; `mirror` is the page's width in points if it runs from right to left.
    pub fn new(mirror: Option<f64>) -> Builder {
        Builder::placed(mirror, 1.0, point(0.0, 0.0))
    }

    /// A drawing of which only the extent is wanted: everything that is put into it is forgotten.
    pub fn measuring() -> Builder {
        Builder {
            measures: true,
            ..Builder::new(None)
        }
    }

    /// Whether all that is put into it is forgotten, so that it need not be made.
    pub fn measures(&self) -> bool {
        self.measures
    }

    /// Counts parts that are put into a drawing that is measured.
    pub fn count(&mut self, parts: usize) {
        self.parts += parts as u64;
    }

    /// How many parts were put into a drawing that is measured: groups, shapes, lines of text, pictures.
    pub fn parts(&self) -> u64 {
        self.parts
    }

    /// An empty drawing in which everything, once mirrored, gets so many times as large and is moved then, by points.
    pub fn placed(mirror: Option<f64>, scale: f64, by: Point) -> Builder {
        Builder {
            measures: false,
            parts: 0,
            mirror,
            scale,
            by,
            lines: BTreeMap::new(),
            open: Vec::new(),
            done: Vec::new(),
        }
    }

    /// Starts a group in the open one.
    pub fn open(&mut self, role: Role) -> &mut Builder {
        if self.measures {
            self.count(1);
            return self;
        }
        let (name, link, span, columns, clip) = (None, None, None, None, None);
        self.open.push(Group {
            role,
            name,
            hooks: Vec::new(),
            link,
            span,
            columns,
            clip,
            children: Vec::new(),
        });
        self
    }

    /// Names the open group.
    pub fn name(&mut self, name: impl Into<String>) -> &mut Builder {
        self.on_open(|group| group.name = Some(name.into()))
    }

    /// Puts a hook on the open group.
    pub fn hook(&mut self, hook: Hook, value: impl Into<String>) -> &mut Builder {
        self.on_open(|group| group.hooks.push((hook, value.into())))
    }

    /// Says where a click on the open group leads.
    pub fn link(&mut self, url: impl Into<String>) -> &mut Builder {
        self.on_open(|group| group.link = Some(url.into()))
    }

    /// Says where in the map the open group comes from; texts take the span of the nearest group that has one.
    pub fn span(&mut self, span: Span) -> &mut Builder {
        self.on_open(|group| group.span = Some(span))
    }

    /// Says which columns of the table the open cell stands in: the first, from 1, and how many.
    pub fn columns(&mut self, first: usize, count: usize) -> &mut Builder {
        self.on_open(|group| group.columns = Some(Columns { first, count }))
    }

    /// Says what of the open group is seen.
    pub fn clip(&mut self, window: Rect) -> &mut Builder {
        let window = self.rect(window);
        self.on_open(|group| group.clip = Some(window))
    }

    /// Puts nodes that are placed already into the open group.
    pub fn nodes(&mut self, nodes: impl IntoIterator<Item = Node>) {
        nodes.into_iter().for_each(|node| self.push(node));
    }

    /// Ends the open group.
    pub fn close(&mut self) {
        if let Some(mut group) = self.open.pop() {
            // A vector has room for four at first, and most groups have fewer: a tenth of what jmap holds for a large map.
            group.children.shrink_to_fit();
            self.push(Node::Group(group));
        }
    }

    /// Places a line of text: `x` is the edge of the line at which the page's reading starts.
    pub fn text(&mut self, x: f64, baseline: f64, line: &Arc<Line>, color: Color) {
        self.place_text(x, baseline, line, color, None);
    }

    /// Places a line of text on an outline of its letters, which has a colour and a width in points.
    pub fn text_with_halo(
        &mut self,
        x: f64,
        baseline: f64,
        line: &Arc<Line>,
        color: Color,
        halo: (Color, f64),
    ) {
        self.place_text(
            x,
            baseline,
            line,
            color,
            Some((halo.0, self.length(halo.1))),
        );
    }

    /// Draws a shape.
    pub fn shape(&mut self, outline: Outline, fill: Option<Paint>, stroke: Option<Stroke>) {
        if self.measures {
            return self.count(1);
        }
        let outline = match outline {
            Outline::Rect(rect, radius) => Outline::Rect(self.rect(rect), self.length(radius)),
            Outline::Circle(center, radius) => {
                Outline::Circle(self.point(center), self.length(radius))
            }
            Outline::Line(from, to) => Outline::Line(self.point(from), self.point(to)),
            Outline::Path(steps) => {
                Outline::Path(steps.into_iter().map(|step| self.step(step)).collect())
            }
        };
        let stroke = stroke.map(|mut stroke| {
            stroke.width = self.length(stroke.width);
            stroke
                .dash
                .iter_mut()
                .for_each(|length| *length = self.length(*length));
            stroke
        });
        self.push(Node::Shape(Shape {
            outline,
            fill,
            stroke,
        }));
    }

    /// Places a picture.
    pub fn image(&mut self, mut image: Image) {
        image.place = self.rect(image.place);
        image.radius = self.length(image.radius);
        self.push(Node::Image(image));
    }

    /// The nodes; groups still open are closed.
    pub fn finish(mut self) -> Vec<Node> {
        while !self.open.is_empty() {
            self.close();
        }
        self.done
    }

    fn on_open(&mut self, change: impl FnOnce(&mut Group)) -> &mut Builder {
        if let Some(group) = self.open.last_mut() {
            change(group);
        }
        self
    }

    fn push(&mut self, node: Node) {
        if self.measures {
            return self.count(1);
        }
        match self.open.last_mut() {
            Some(group) => group.children.push(node),
            None => self.done.push(node),
        }
    }

    fn place_text(
        &mut self,
        x: f64,
        baseline: f64,
        line: &Arc<Line>,
        color: Color,
        halo: Option<(Color, f64)>,
    ) {
        if self.measures || line.text.is_empty() {
            return;
        }
        let left = self.mirror.map_or(x, |width| width - x - line.width);
        let span = self.open.iter().rev().find_map(|group| group.span);
        let at = self.place(left, baseline);
        let line = self.line(line);
        self.push(Node::Text(TextLine {
            at,
            line,
            color,
            halo,
            span,
        }));
    }

    /// The line as large as it gets.
    fn line(&mut self, line: &Arc<Line>) -> Arc<Line> {
        if self.scale == 1.0 {
            return Arc::clone(line);
        }
        let known = self.lines.entry(Arc::as_ptr(line));
        // The old line is kept as well, so that no other comes to stand at its address.
        let scaled = || [Arc::clone(line), Arc::new(line.scaled(self.scale))];
        let [_, scaled] = known.or_insert_with(scaled);
        Arc::clone(scaled)
    }

    /// A place whose left is known.
    fn place(&self, x: f64, y: f64) -> Point {
        let at = |value: f64, by: f64| round(value * self.scale + by);
        point(at(x, self.by.x), at(y, self.by.y))
    }

    fn length(&self, length: f64) -> f64 {
        round(length * self.scale)
    }

    fn point(&self, p: Point) -> Point {
        self.place(self.mirror.map_or(p.x, |width| width - p.x), p.y)
    }

    /// Rounds the edges, not the extent, so that neighbours still meet.
    fn rect(&self, rect: Rect) -> Rect {
        let x = self.mirror.map_or(rect.x, |width| width - rect.right());
        let start = self.place(x, rect.y);
        let end = self.place(x + rect.width, rect.bottom());
        let (width, height) = (round(end.x - start.x), round(end.y - start.y));
        Rect::new(start.x, start.y, width, height)
    }

    fn step(&self, step: Step) -> Step {
        match step {
            Step::Move(p) => Step::Move(self.point(p)),
            Step::Line(p) => Step::Line(self.point(p)),
            Step::Curve(a, b, p) => Step::Curve(self.point(a), self.point(b), self.point(p)),
            Step::Close => Step::Close,
        }
    }
}

/// To 1/100 pt; never minus zero.
pub fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}
