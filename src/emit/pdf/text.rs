//! Lines of text: glyphs at their places, and what each stands for.
//!
//! Runs are drawn in logical order. krilla says of glyphs from right to left that they are reversed, and gives clusters
//! of several glyphs their text. A hyphen at a line's end stands for a soft hyphen, as it does in the line's text (ISO
//! 32000-1, 14.8.2.2.3).

use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{GlyphId, KrillaGlyph};

use super::element::location;
use super::faces::Faces;
use crate::scene::TextLine;
use crate::text::{FaceId, Fonts, Glyph, Line, Run};

/// Draws a line of text with the surface's fill, and a space after it if other words follow. Draws nothing and says so
/// where a face cannot be written.
pub fn write(surface: &mut Surface, faces: &mut Faces, text: &TextLine, space: bool) -> bool {
    let line = &*text.line;
    let fonts = line.runs.iter().map(|run| faces.get(run.face));
    let Some(fonts) = fonts.collect::<Option<Vec<_>>>() else {
        return false;
    };
    let mut said = line.text.clone();
    let mut runs = line.runs.clone();
    if let Some(last) = runs.last_mut().filter(|_| space)
        && let Some(glyph) = after(faces.fonts, line, last.face)
    {
        said.push(' ');
        let end = said.len();
        if last.rtl == line.rtl {
            let at = if last.rtl { 0 } else { last.glyphs.len() };
            last.glyphs.insert(at, glyph);
            last.range.end = end;
        } else {
            let (face, rtl) = (last.face, line.rtl);
            runs.push(Run {
                range: line.text.len()..end,
                face,
                rtl,
                x: glyph.x,
                width: glyph.advance,
                tracking: 0.0,
                glyphs: vec![glyph],
            });
        }
    }
    let place = text.span.and_then(location);
    for (at, run) in runs.iter().enumerate() {
        // The space after the line is in the face of its last run.
        let Some(font) = fonts.get(at).or(fonts.last()) else {
            continue;
        };
        let Some(first) = run.glyphs.first() else {
            continue;
        };
        let start = Point::from_xy((text.at.x + first.x) as f32, text.at.y as f32);
        let mut glyphs = glyphs(run, &said, line.style.size);
        glyphs.iter_mut().for_each(|glyph| glyph.location = place);
        let size = line.style.size as f32;
        surface.draw_glyphs(start, &glyphs, font.clone(), &said, size, false);
    }
    true
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

/// The glyphs of a run as krilla wants them, in parts of the font size; each moves the pen to the next one's place.
fn glyphs(run: &Run, text: &str, size: f64) -> Vec<KrillaGlyph> {
    let mut starts: Vec<usize> = run.glyphs.iter().map(|g| g.cluster as usize).collect();
    starts.push(run.range.end);
    starts.sort_unstable();
    starts.dedup();
    let end = |start: usize| {
        let next = starts.partition_point(|&other| other <= start);
        starts.get(next).copied().unwrap_or(run.range.end)
    };
    let nexts = run.glyphs.iter().skip(1).map(Some).chain([None]);
    run.glyphs
        .iter()
        .zip(nexts)
        .map(|(glyph, next)| {
            let start = text.floor_char_boundary(glyph.cluster as usize);
            let range = start..text.floor_char_boundary(end(start)).max(start);
            let advance = next.map_or(glyph.advance, |next| next.x - glyph.x);
            KrillaGlyph::new(
                GlyphId::new(glyph.id),
                (advance / size) as f32,
                0.0,
                (-glyph.y / size) as f32,
                0.0,
                range,
                None,
            )
        })
        .collect()
}
