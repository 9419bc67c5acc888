//! Letters that take too many steps to draw.

use std::collections::BTreeMap;

use super::glyphs::each_text;
use super::{Scene, TextLine};
use crate::diag::{Diagnostic, Span, UNREADABLE_FILE};
use crate::limits::Limit;
use crate::text::{FaceId, Fonts};

const SIMPLER: &str =
    "take another font, or another release of it: this one would keep any program busy";

/// Errors where a glyph, all letters together, or the rules that shape them would take more steps than are allowed. A drawing
/// with one of them lacks letters, and must not be written. Places are those of the first map.
pub fn too_costly(scene: &Scene) -> Vec<Diagnostic> {
    let fonts = &scene.fonts;
    let mut letters = Letters::default();
    each_text(&scene.nodes, false, &mut |text, of_second| {
        letters.line(fonts, text, text.span.filter(|_| !of_second));
    });
    let limits = fonts.limits();
    let refuse = |limit, span: Option<Span>, message| {
        limits.refuse(limit, span.unwrap_or_default(), message, SIMPLER)
    };
    let mut findings = Vec::new();
    for (face, (letter, span)) in letters.endless {
        let (name, most) = (fonts.name(face), limits.written(Limit::Glyph));
        let message = format!("the font `{name}` draws `{letter}` in more than {most} steps");
        findings.push(refuse(Limit::Glyph, span, message).mark("it stands here"));
    }
    for face in fonts.overshaped() {
        let (name, most) = (fonts.name(face), limits.written(Limit::Shaping));
        let message = format!(
            "to shape the words of this map, more than {most} rules of the font `{name}` may be tried"
        );
        findings.push(refuse(Limit::Shaping, None, message));
    }
    for face in fonts.sprawling() {
        let name = fonts.name(face);
        let message =
            format!("`{name}` cannot be used as a font: it makes dozens of glyphs of one letter");
        findings.push(Diagnostic::new(&UNREADABLE_FILE, Span::default(), message).help(SIMPLER));
    }
    if findings.is_empty() && letters.steps > limits.of(Limit::Glyphs) {
        let most = limits.written(Limit::Glyphs);
        let message = format!("the letters of this map are drawn in more than {most} steps");
        findings.push(refuse(Limit::Glyphs, None, message));
    }
    findings
}

#[derive(Default)]
struct Letters {
    /// Of each face the first letter that takes too many steps, and where it stands.
    endless: BTreeMap<FaceId, (String, Option<Span>)>,
    known: BTreeMap<(FaceId, u32), u64>,
    /// Steps of all letters.
    steps: u64,
}

impl Letters {
    fn line(&mut self, fonts: &Fonts, text: &TextLine, span: Option<Span>) {
        let most = fonts.limits().of(Limit::Glyph);
        for run in text
            .line
            .runs
            .iter()
            .filter(|run| !Fonts::is_builtin(run.face))
        {
            let letters = run
                .glyphs
                .iter()
                .map(|glyph| (glyph.id, glyph.cluster as usize));
            // The glyph that stands for none is embedded with the others.
            for (glyph, at) in letters.chain([(0, run.range.start)]) {
                let steps = self.known.entry((run.face, glyph));
                let steps = *steps.or_insert_with(|| fonts.steps(run.face, glyph));
                self.steps = self.steps.saturating_add(steps);
                if steps > most && !self.endless.contains_key(&run.face) {
                    let letter = text
                        .line
                        .text
                        .get(at..)
                        .and_then(|rest| rest.chars().next());
                    let letter = letter.map(String::from).unwrap_or_default();
                    self.endless.insert(run.face, (letter, span));
                }
            }
        }
    }
}
