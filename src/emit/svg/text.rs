//! Lines of text.
//!
//! Every run stands at its own left edge, in logical order, and the direction is left to right throughout: this is what
//! Chromium, resvg and librsvg place alike. `direction` moves the anchor in some of them and does nothing in others. Where a
//! run from right to left begins or ends with a character that has no direction of its own, a right-to-left mark keeps
//! that character on its side.

use super::super::TextMode;
use super::body::Body;
use super::fonts::{FALLBACK, FAMILY, Face};
use super::out::Out;
use super::{glyphs, path, shape};
use crate::emit::letters;
use crate::scene::TextLine;
use crate::text::{Line, Run};

/// What stands in a line's text for the hyphen at its end, and what is written for it.
const SOFT_HYPHEN: char = '\u{AD}';
const HYPHEN: &str = "-";

/// Writes a line of text.
pub fn write(body: &mut Body, text: &TextLine) {
    if is_outlined(body, text) {
        return outlines(body, text);
    }
    let line = &*text.line;
    let out = &mut body.out;
    out.raw("<text");
    let only = match line.runs.as_slice() {
        [run] => Some(run),
        _ => None,
    };
    if let Some(run) = only {
        out.length("x", text.at.x + run.x);
    }
    out.length("y", text.at.y)
        .length("font-size", line.style.size);
    shape::color(out, "fill", text.color);
    // Runs that are laid out without tracking, as those of cursive scripts, leave it to the others to say so.
    let tracking = line.runs.first().map_or(0.0, |run| run.tracking);
    let alike = line.runs.iter().all(|run| run.tracking == tracking);
    if alike && tracking != 0.0 {
        out.length("letter-spacing", tracking);
    }
    halo(out, text);
    if line.runs.iter().any(|run| keeps_spaces(part(line, run))) {
        out.raw(" xml:space=\"preserve\"");
    }
    if let Some(run) = only {
        face(out, body.faces.get(run.face));
        fit(out, body.mode, run);
        out.raw(">");
        words(out, line, run);
    } else {
        out.raw(">");
        for run in &line.runs {
            out.raw("<tspan").length("x", text.at.x + run.x);
            if !alike && run.tracking != 0.0 {
                out.length("letter-spacing", run.tracking);
            }
            face(out, body.faces.get(run.face));
            fit(out, body.mode, run);
            out.raw(">");
            words(out, line, run);
            out.raw("</tspan>");
        }
    }
    out.raw("</text>\n");
}

/// Whether the letters are drawn: if that is asked for, or if a font cannot travel with the drawing.
fn is_outlined(body: &Body, text: &TextLine) -> bool {
    let travels = |run: &Run| {
        body.faces
            .get(run.face)
            .is_some_and(|face| face.subset.is_some())
    };
    match body.mode {
        TextMode::Outlines => true,
        TextMode::Embed => !text.line.runs.iter().all(travels),
        TextMode::System => false,
    }
}

fn halo(out: &mut Out, text: &TextLine) {
    if let Some((color, width)) = text.halo {
        shape::color(out, "stroke", color);
        out.length("stroke-width", width);
        out.raw(" stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
}

/// The words of a run.
fn part<'l>(line: &'l Line, run: &Run) -> &'l str {
    line.text.get(run.range.clone()).unwrap_or_default()
}

/// Whether spaces would be lost that a viewer collapses; librsvg does so at the start of each run.
fn keeps_spaces(text: &str) -> bool {
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    text.starts_with(is_space) || text.ends_with(is_space) || text.contains("  ")
}

fn face(out: &mut Out, face: Option<&Face>) {
    let Some(face) = face else { return };
    if face.family != FAMILY {
        out.raw(" font-family=\"'")
            .text(&face.family)
            .raw("',")
            .raw(FALLBACK)
            .raw("\"");
    }
    if face.weight != 400 {
        out.length("font-weight", f64::from(face.weight));
    }
    if face.italic {
        out.raw(" font-style=\"italic\"");
    }
}

/// Makes the run as wide as it was laid out, whatever font the viewer takes. Not for cursive scripts: it would tear their
/// letters apart. Where the fonts lack a character the viewer takes one of its own, which is as wide as it likes. Marks without a letter may step back: a width below 0 is none.
fn fit(out: &mut Out, mode: TextMode, run: &Run) {
    if mode == TextMode::Embed && !run.rtl && run.glyphs.len() > 1 && run.width > 0.0 {
        out.length("textLength", run.width);
        if run.glyphs.iter().any(|glyph| glyph.id == 0) {
            out.raw(" lengthAdjust=\"spacingAndGlyphs\"");
        }
    }
}

fn words(out: &mut Out, line: &Line, run: &Run) {
    const MARK: &str = "\u{200F}";
    let words = part(line, run);
    // Spaces alone show nothing on either side.
    let marked = run.rtl && !words.trim().is_empty();
    let needs_mark = |c: Option<char>| marked && c.is_some_and(|c| !c.is_alphabetic());
    if needs_mark(words.chars().next()) {
        out.raw(MARK);
    }
    match words.strip_suffix(SOFT_HYPHEN) {
        Some(part) => out.text(part).text(HYPHEN),
        None => out.text(words),
    };
    if needs_mark(words.chars().next_back()) {
        out.raw(MARK);
    }
}

/// Draws the letters, and keeps the words as their name.
fn outlines(body: &mut Body, text: &TextLine) {
    body.out
        .raw("<g role=\"img\"")
        .attribute("aria-label", &text.line.text);
    shape::color(&mut body.out, "fill", text.color);
    halo(&mut body.out, text);
    body.out.raw(">");
    if text.halo.is_some() {
        // One shape, since a letter's halo would else cover the letter before.
        body.out.raw("<path d=\"");
        path::data(&mut body.out, &letters::outlines(body.fonts, text));
        body.out.raw("\"/>");
    } else {
        glyphs::write(body, text);
    }
    body.out.raw("</g>\n");
}
