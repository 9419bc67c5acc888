//! Shapes and pictures.

use super::body::Body;
use super::out::Out;
use super::path;
use super::roles;
use crate::color::Color;
use crate::scene::{Group, Image, Outline, Paint, Shape, Stroke};

/// Writes a shape, with role, name and hooks of the group that holds nothing else, at its depth.
pub fn write(body: &mut Body, shape: &Shape, around: Option<(&Group, usize)>) {
    let out = &mut body.out;
    match &shape.outline {
        Outline::Rect(rect, radius) => {
            out.raw("<rect").length("x", rect.x).length("y", rect.y);
            out.length("width", rect.width)
                .length("height", rect.height);
            if *radius > 0.0 {
                out.length("rx", *radius);
            }
        }
        Outline::Circle(center, radius) => {
            out.raw("<circle")
                .length("cx", center.x)
                .length("cy", center.y)
                .length("r", *radius);
        }
        Outline::Line(from, to) => {
            out.raw("<line")
                .length("x1", from.x)
                .length("y1", from.y)
                .length("x2", to.x)
                .length("y2", to.y);
        }
        Outline::Path(steps) => {
            out.raw("<path d=\"");
            path::data(out, steps);
            out.raw("\"");
        }
    }
    match &shape.fill {
        _ if matches!(shape.outline, Outline::Line(..)) => {}
        None => {
            out.raw(" fill=\"none\"");
        }
        Some(Paint::Solid(fill)) => color(out, "fill", *fill),
        Some(Paint::Vertical(stops)) => {
            let id = body.defs.gradient(stops);
            out.raw(" fill=\"url(#").raw(&id).raw(")\"");
        }
    }
    if let Some(stroke) = &shape.stroke {
        self::stroke(out, stroke);
        // A circle has neither ends nor corners.
        if stroke.round && !matches!(shape.outline, Outline::Circle(..)) {
            out.raw(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
    }
    if let Some((group, depth)) = around {
        roles::attributes(out, group, depth);
    }
    out.raw("/>\n");
}

/// Writes a colour as an attribute, and its opacity as another.
pub fn color(out: &mut Out, name: &str, color: Color) {
    out.raw(" ").raw(name).raw("=\"").color(color).raw("\"");
    if color.a != 255 {
        out.raw(" ")
            .raw(name)
            .raw("-opacity=\"")
            .number(f64::from(color.a) / 255.0)
            .raw("\"");
    }
}

fn stroke(out: &mut Out, stroke: &Stroke) {
    color(out, "stroke", stroke.color);
    if stroke.width != 1.0 {
        out.length("stroke-width", stroke.width);
    }
    if !stroke.dash.is_empty() {
        out.raw(" stroke-dasharray=\"");
        for (index, length) in stroke.dash.iter().enumerate() {
            out.raw(if index > 0 { " " } else { "" }).number(*length);
        }
        out.raw("\"");
    }
}

/// Writes a picture, cropped to its place.
pub fn image(body: &mut Body, image: &Image) {
    let out = &mut body.out;
    let place = image.place;
    out.raw("<image").length("x", place.x).length("y", place.y);
    out.length("width", place.width)
        .length("height", place.height);
    out.raw(" preserveAspectRatio=\"xMidYMid slice\"");
    if image.radius > 0.0 {
        let id = body.defs.clip(place, image.radius);
        out.raw(" clip-path=\"url(#").raw(&id).raw(")\"");
    }
    if image.name.is_empty() {
        out.raw(" aria-hidden=\"true\"");
    } else {
        out.raw(" role=\"img\"")
            .attribute("aria-label", &image.name);
    }
    out.raw(" href=\"data:")
        .raw(image.media_type)
        .raw(";base64,")
        .base64(&image.bytes)
        .raw("\"/>\n");
}
