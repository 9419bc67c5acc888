//! A scene as indented text: what people read when they review a change of the drawing.

use std::fmt::{self, Write};

use super::build::round;
use super::{Group, Image, Node, Outline, Paint, Role, Scene, Shape, Stroke, TextLine};
use crate::geom::{Point, Rect, Step};
use crate::text::Weight;

/// The drawing as text, one line for each part of it.
pub fn dump(scene: &Scene) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = head(&mut out, scene).and_then(|()| nodes(&mut out, &scene.nodes, 0));
    out
}

fn head(out: &mut String, scene: &Scene) -> fmt::Result {
    let (width, height) = (scene.size.width, scene.size.height);
    let direction = if scene.rtl { "rtl" } else { "ltr" };
    writeln!(
        out,
        "page {width} x {height} {} {direction} on {}",
        scene.lang, scene.background
    )?;
    if scene.on_paper {
        writeln!(out, "paper, bleed {}", scene.bleed)?;
    }
    writeln!(out, "title {:?}", scene.title)?;
    writeln!(out, "description {:?}", scene.description)
}

fn nodes(out: &mut String, nodes: &[Node], depth: usize) -> fmt::Result {
    for node in nodes {
        write!(out, "{:indent$}", "", indent = 2 * depth)?;
        match node {
            Node::Group(inner) => {
                group(out, inner)?;
                self::nodes(out, &inner.children, depth + 1)?;
            }
            Node::Text(line) => text(out, line)?,
            Node::Shape(inner) => shape(out, inner)?,
            Node::Image(inner) => image(out, inner)?,
        }
    }
    Ok(())
}

fn group(out: &mut String, group: &Group) -> fmt::Result {
    let role = match group.role {
        Role::Region => "region",
        Role::Heading(level) => return heading(out, level, group),
        Role::Paragraph => "paragraph",
        Role::List => "list",
        Role::Item => "item",
        Role::Table => "table",
        Role::Row => "row",
        Role::ColumnHeader => "column-header",
        Role::RowHeader => "row-header",
        Role::Cell => "cell",
        Role::Figure => "figure",
        Role::Link => "link",
        Role::Decoration => "decoration",
    };
    out.push_str(role);
    facts(out, group)
}

fn heading(out: &mut String, level: u8, group: &Group) -> fmt::Result {
    write!(out, "heading-{level}")?;
    facts(out, group)
}

fn facts(out: &mut String, group: &Group) -> fmt::Result {
    if let Some(name) = &group.name {
        write!(out, " {name:?}")?;
    }
    if let Some(url) = &group.link {
        write!(out, " to {url:?}")?;
    }
    if let Some(columns) = group.columns {
        write!(out, " columns {}+{}", columns.first, columns.count)?;
    }
    if let Some(clip) = group.clip {
        write!(out, " within {}", Place(clip))?;
    }
    for (hook, value) in &group.hooks {
        write!(out, " {}={value:?}", hook.name())?;
    }
    writeln!(out)
}

fn text(out: &mut String, text: &TextLine) -> fmt::Result {
    let line = &text.line;
    let weight = match line.style.weight {
        Weight::Regular => "",
        Weight::Italic => " italic",
        Weight::SemiBold => " semibold",
        Weight::Bold => " bold",
    };
    write!(
        out,
        "text {} {}pt{weight} {}",
        At(text.at),
        line.style.size,
        text.color
    )?;
    if let Some((color, width)) = text.halo {
        write!(out, " halo {color} {width}")?;
    }
    let rtl = if line.rtl { " rtl" } else { "" };
    writeln!(out, " wide {}{rtl} {:?}", round(line.width), line.text)
}

fn shape(out: &mut String, shape: &Shape) -> fmt::Result {
    match &shape.outline {
        Outline::Rect(place, radius) => write!(out, "rect {}{}", Place(*place), Radius(*radius))?,
        Outline::Circle(center, radius) => {
            write!(out, "circle {}{}", At(*center), Radius(*radius))?
        }
        Outline::Line(from, to) => write!(out, "line {} to {}", At(*from), At(*to))?,
        Outline::Path(steps) => {
            out.push_str("path");
            steps.iter().try_for_each(|step| self::step(out, step))?;
        }
    }
    match &shape.fill {
        Some(Paint::Solid(color)) => write!(out, " fill {color}{}", Opacity(color.a))?,
        Some(Paint::Vertical(stops)) => {
            out.push_str(" fill");
            for (offset, color) in stops {
                write!(out, " {offset}:{color}{}", Opacity(color.a))?;
            }
        }
        None => {}
    }
    if let Some(stroke) = &shape.stroke {
        self::stroke(out, stroke)?;
    }
    writeln!(out)
}

fn stroke(out: &mut String, stroke: &Stroke) -> fmt::Result {
    write!(
        out,
        " stroke {}{} {}",
        stroke.color,
        Opacity(stroke.color.a),
        stroke.width
    )?;
    if !stroke.dash.is_empty() {
        write!(out, " dash {:?}", stroke.dash)?;
    }
    out.push_str(if stroke.round { " round" } else { "" });
    Ok(())
}

fn step(out: &mut String, step: &Step) -> fmt::Result {
    match step {
        Step::Move(p) => write!(out, " M {}", At(*p)),
        Step::Line(p) => write!(out, " L {}", At(*p)),
        Step::Curve(a, b, p) => write!(out, " C {} {} {}", At(*a), At(*b), At(*p)),
        Step::Close => write!(out, " Z"),
    }
}

fn image(out: &mut String, image: &Image) -> fmt::Result {
    let (kind, size) = (image.media_type, image.bytes.len());
    writeln!(
        out,
        "image {}{} {kind} {size} bytes {:?}",
        Place(image.place),
        Radius(image.radius),
        image.name
    )
}

struct At(Point);

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}", self.0.x, self.0.y)
    }
}

struct Place(Rect);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{},{} {}x{}",
            self.0.x, self.0.y, self.0.width, self.0.height
        )
    }
}

struct Radius(f64);

impl fmt::Display for Radius {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 0.0 {
            Ok(())
        } else {
            write!(f, " r{}", self.0)
        }
    }
}

struct Opacity(u8);

impl fmt::Display for Opacity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 255 {
            Ok(())
        } else {
            write!(f, "/{}", self.0)
        }
    }
}
