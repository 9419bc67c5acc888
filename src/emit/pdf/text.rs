//! Lines of text: glyphs at their places, and what each stands for.
//!
//! Runs are drawn in logical order; krilla says of glyphs from right to left that they are reversed. A hyphen at a line's end
//! stands for a soft hyphen, as it does in the line's text (ISO 32000-1, 14.8.2.2.3).

use std::ops::Range;

use krilla::geom::Point;
use krilla::surface::{Location, Surface};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::faces::Faces;
use super::path::steps;
use crate::geom::{Step, point};
use crate::scene::TextLine;
use crate::text::{FaceId, Fonts, Glyph, Line, Run};

/// A glyph, what it stands for, and the copy of its face in which it does.
struct Letter<'r> {
    glyph: &'r Glyph,
    text: Range<usize>,
    copy: usize,
}

/// Draws a line of text with the surface's fill; it comes from a place in the map, and a space stands after it if other
/// words follow. Draws nothing and says so where a face cannot be written.
pub fn write(
    surface: &mut Surface,
    faces: &mut Faces,
    fonts: &Fonts,
    text: &TextLine,
    (place, space): (Option<Location>, bool),
) -> bool {
    let line = &*text.line;
    if line.style.size <= 0.0 {
        return true;
    }
    let known = |run: &Run| {
        // Each glyph that is embedded is walked, and the one that stands for none is always.
        let mut glyphs = run.glyphs.iter().map(|glyph| glyph.id).chain([0]);
        glyphs.all(|glyph| fonts.can_walk(run.face, glyph))
            && faces.get(fonts, run.face, 0).is_some()
    };
    if !line.runs.iter().all(known) {
        return false;
    }
    let (said, runs) = followed(fonts, line, space);
    for run in &runs {
        let (letters, marks) = letters(faces, fonts, run, &said);
        for same in letters.chunk_by(|a, b| a.copy == b.copy) {
            let font = same
                .first()
                .and_then(|letter| faces.get(fonts, run.face, letter.copy));
            if let Some(font) = font {
                show(surface, font, text, (&said, place), same);
            }
        }
        draw(surface, fonts, text, run.face, &marks);
    }
    true
}

/// The line's words and runs, with a space after them if other words follow.
fn followed(fonts: &Fonts, line: &Line, space: bool) -> (String, Vec<Run>) {
    let (mut said, mut runs) = (line.text.clone(), line.runs.clone());
    if let Some(last) = runs.last_mut().filter(|_| space)
        && let Some(glyph) = after(fonts, line, last.face)
    {
        said.push(' ');
        if last.rtl == line.rtl {
            let at = if last.rtl { 0 } else { last.glyphs.len() };
            last.glyphs.insert(at, glyph);
            last.range.end = said.len();
        } else {
            let (face, rtl) = (last.face, line.rtl);
            runs.push(Run {
                range: line.text.len()..said.len(),
                face,
                rtl,
                x: glyph.x,
                width: glyph.advance,
                tracking: 0.0,
                glyphs: vec![glyph],
            });
        }
    }
    (said, runs)
}

/// The space between a line and the words after it: it stands beyond the line's end, where nobody sees it.
fn after(fonts: &Fonts, line: &Line, face: FaceId) -> Option<Glyph> {
    let (id, advance) = fonts.space(face)?;
    let advance = advance * line.style.size;
    Some(Glyph {
        id,
        cluster: u32::try_from(line.text.len()).ok()?,
        x: if line.rtl { -advance } else { line.width },
        y: 0.0,
        advance,
    })
}

/// The letters of a run, and the marks on them: glyphs of a cluster that do not move the pen. What they stand for is in the
/// text of their letter; readers would take them for letters of their own, or for the end of a word.
fn letters<'r>(
    faces: &mut Faces,
    fonts: &Fonts,
    run: &'r Run,
    said: &str,
) -> (Vec<Letter<'r>>, Vec<&'r Glyph>) {
    let mut starts: Vec<usize> = run.glyphs.iter().map(|g| g.cluster as usize).collect();
    starts.push(run.range.end);
    starts.sort_unstable();
    let (mut letters, mut marks) = (Vec::with_capacity(run.glyphs.len()), Vec::new());
    let clusters = run.glyphs.chunk_by(|a, b| a.cluster == b.cluster);
    for glyphs in clusters {
        let start = glyphs.first().map_or(0, |glyph| glyph.cluster as usize);
        let next = starts.partition_point(|&other| other <= start);
        let end = starts.get(next).copied().unwrap_or(run.range.end);
        let start = said.floor_char_boundary(start);
        let text = start..said.floor_char_boundary(end).max(start);
        let moved = glyphs.iter().any(moves);
        let count = glyphs.len();
        let mut parts = (count > MOST_AT_ONCE).then(|| dealt(said, text.clone(), count));
        for glyph in glyphs {
            if !moves(glyph) && moved {
                marks.push(glyph);
                continue;
            }
            let own = parts.as_mut().and_then(Iterator::next);
            let text = own.unwrap_or_else(|| text.clone());
            let words = said.get(text.clone()).unwrap_or_default();
            let copy = faces.copy(fonts, run.face, glyph.id, words);
            letters.push(Letter { glyph, text, copy });
        }
    }
    (letters, marks)
}

/// No letter of any script has more glyphs than this. Each says all that its letter stands for, which is laborious for emoji
/// that are joined to a chain of thousands: of such a chain, each glyph says its part.
const MOST_AT_ONCE: usize = 64;

/// A text in so many parts of about the same length.
fn dealt(
    said: &str,
    text: Range<usize>,
    count: usize,
) -> impl Iterator<Item = Range<usize>> + use<'_> {
    let bound = move |at: usize| said.floor_char_boundary(text.start + text.len() * at / count);
    (0..count).map(move |at| bound(at)..bound(at + 1))
}

fn moves(glyph: &Glyph) -> bool {
    glyph.advance.abs() > f64::EPSILON
}

/// Shows letters of one copy of a face; each moves the pen to the next one's place. krilla counts in parts of the font size.
fn show(
    surface: &mut Surface,
    font: Font,
    text: &TextLine,
    (said, place): (&str, Option<Location>),
    letters: &[Letter],
) {
    let size = text.line.style.size;
    let first = letters.first().map_or(0.0, |letter| letter.glyph.x);
    let nexts = letters.iter().skip(1).map(Some).chain([None]);
    let glyphs: Vec<KrillaGlyph> = letters
        .iter()
        .zip(nexts)
        .map(|(Letter { glyph, text, .. }, next)| {
            let advance = next.map_or(glyph.advance, |next| next.glyph.x - glyph.x);
            KrillaGlyph::new(
                GlyphId::new(glyph.id),
                (advance / size) as f32,
                0.0,
                (-glyph.y / size) as f32,
                0.0,
                text.clone(),
                place,
            )
        })
        .collect();
    let start = Point::from_xy((text.at.x + first) as f32, text.at.y as f32);
    surface.draw_glyphs(start, &glyphs, font, said, size as f32, false);
}

/// Draws marks as outlines.
fn draw(surface: &mut Surface, fonts: &Fonts, text: &TextLine, face: FaceId, marks: &[&Glyph]) {
    let outline = |glyph: &&Glyph| {
        let at = point(text.at.x + glyph.x, text.at.y + glyph.y);
        fonts.outline(face, glyph.id, text.line.style.size, at)
    };
    let outlines: Vec<Step> = marks.iter().flat_map(outline).collect();
    if let Some(path) = steps(&outlines) {
        surface.draw_path(&path);
    }
}
