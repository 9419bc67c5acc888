//! Letters as outlines: each glyph is drawn once, among the definitions, and used wherever it stands.

use super::body::Body;
use super::out::Out;
use super::path;
use crate::geom::{Step, point};
use crate::scene::TextLine;
use crate::text::{FaceId, Fonts};

/// The size in which glyphs are defined: in whole units a 2048th of the letters' size, as most fonts draw them.
const EM: f64 = 2048.0;

/// Writes the letters of a line as references to their outlines.
pub fn write(body: &mut Body, text: &TextLine) {
    let scale = text.line.style.size / EM;
    body.out
        .raw("<g transform=\"translate(")
        .number(text.at.x)
        .raw(" ")
        .number(text.at.y);
    // More digits than lengths have: an error grows with the line.
    body.out.raw(&format!(") scale({scale:.7})\">"));
    for run in &text.line.runs {
        for glyph in &run.glyphs {
            let Some(id) = body.defs.glyph(body.fonts, run.face, glyph.id) else {
                continue;
            };
            body.out.raw("<use xlink:href=\"#").raw(&id).raw("\"");
            body.out.length("x", (glyph.x / scale).round());
            if glyph.y != 0.0 {
                body.out.length("y", (glyph.y / scale).round());
            }
            body.out.raw("/>");
        }
    }
    body.out.raw("</g>");
}

/// The path of a glyph in whole units; `None` where it has no ink.
pub fn outline(fonts: &Fonts, face: FaceId, glyph: u32) -> Option<String> {
    let whole = |p: crate::geom::Point| point(p.x.round(), p.y.round());
    let steps = fonts
        .outline(face, glyph, EM, point(0.0, 0.0))
        .into_iter()
        .map(|step| match step {
            Step::Move(p) => Step::Move(whole(p)),
            Step::Line(p) => Step::Line(whole(p)),
            Step::Curve(a, b, p) => Step::Curve(whole(a), whole(b), whole(p)),
            Step::Close => Step::Close,
        });
    let mut data = Out::default();
    path::data(&mut data, &steps.collect::<Vec<_>>());
    (!data.bytes().is_empty()).then(|| data.into_text())
}
