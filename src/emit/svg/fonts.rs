//! Which faces a drawing uses, what they are called in the file, and the subsets that travel with it.

use std::collections::BTreeMap;

use super::out::Out;
use crate::scene::{Node, Scene};
use crate::text::{FaceId, Fonts};

/// The families that stand in where a viewer ignores the fonts in the file: those whose letters are nearest in width first.
pub const FALLBACK: &str = "Helvetica,Arial,sans-serif";

/// The family that the root element names.
pub const FAMILY: &str = "Inter";

/// A face that the drawing uses.
pub struct Face {
    /// Its position in the scene's fonts.
    pub id: FaceId,
    /// Its family name in the file.
    pub family: String,
    /// CSS weight.
    pub weight: u16,
    /// Whether it is italic.
    pub italic: bool,
    /// The font file that travels with the drawing.
    pub subset: Option<Vec<u8>>,
}

/// The faces that a drawing uses, in the order of the scene's fonts.
pub struct Faces(Vec<Face>);

impl Faces {
    /// Walks the drawing; cuts its faces down to what it uses if they are to travel with it.
    pub fn used(scene: &Scene, embed: bool) -> Faces {
        let mut usage = BTreeMap::new();
        collect(&mut usage, &scene.nodes);
        let fonts = &scene.fonts;
        let mut faces = Faces(Vec::new());
        for (id, used) in usage {
            let (weight, italic) = (fonts.weight(id), fonts.italic(id));
            let family = faces.name(fonts, id, weight, italic);
            let subset = if embed { used.subset(fonts, id) } else { None };
            faces.0.push(Face {
                id,
                family,
                weight,
                italic,
                subset,
            });
        }
        faces
    }

    /// The face of a run; every run's is there.
    pub fn get(&self, id: FaceId) -> Option<&Face> {
        self.0.iter().find(|face| face.id == id)
    }

    /// The rules that bring the faces into the file.
    pub fn rules(&self) -> Out {
        let mut rules = Out::default();
        for face in &self.0 {
            let Some(subset) = &face.subset else { continue };
            rules
                .raw("@font-face{font-family:'")
                .raw(&face.family)
                .raw("';");
            if face.italic {
                rules.raw("font-style:italic;");
            }
            if face.weight != 400 {
                rules
                    .raw("font-weight:")
                    .number(f64::from(face.weight))
                    .raw(";");
            }
            rules
                .raw("src:url(data:font/ttf;base64,")
                .base64(subset)
                .raw(")}\n");
        }
        rules
    }

    /// The family name without what could end a string of CSS; where an earlier face has the same name, weight and slope,
    /// the face's number tells them apart.
    fn name(&self, fonts: &Fonts, id: FaceId, weight: u16, italic: bool) -> String {
        let plain = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
        let family: String = fonts.family(id).chars().filter(plain).collect();
        let taken =
            |face: &Face| face.family == family && face.weight == weight && face.italic == italic;
        if family.trim().is_empty() || self.0.iter().any(taken) {
            format!("{family} F{}", id.0).trim().to_owned()
        } else {
            family
        }
    }
}

/// What a drawing uses of a face.
#[derive(Default)]
struct Used {
    glyphs: Numbers,
    chars: Numbers,
}

impl Used {
    fn subset(&self, fonts: &Fonts, id: FaceId) -> Option<Vec<u8>> {
        let glyphs: Vec<u32> = self.glyphs.iter().collect();
        let chars: Vec<char> = self.chars.iter().filter_map(char::from_u32).collect();
        fonts.subset(id, &glyphs, &chars)
    }
}

/// A set of small numbers: whether each is in it. Most are met many times over.
#[derive(Default)]
struct Numbers(Vec<bool>);

impl Numbers {
    fn add(&mut self, number: u32) {
        let at = number as usize;
        if at >= self.0.len() {
            self.0.resize(at + 1, false);
        }
        if let Some(there) = self.0.get_mut(at) {
            *there = true;
        }
    }

    fn iter(&self) -> impl Iterator<Item = u32> {
        (0u32..)
            .zip(&self.0)
            .filter_map(|(number, &there)| there.then_some(number))
    }
}

fn collect(usage: &mut BTreeMap<FaceId, Used>, nodes: &[Node]) {
    for node in nodes {
        match node {
            Node::Group(group) => collect(usage, &group.children),
            Node::Text(text) => {
                for run in &text.line.runs {
                    let used = usage.entry(run.face).or_default();
                    for glyph in &run.glyphs {
                        used.glyphs.add(glyph.id);
                    }
                    let text = text.line.text.get(run.range.clone()).unwrap_or_default();
                    let written = |c| if c == '\u{AD}' { '-' } else { c };
                    text.chars()
                        .for_each(|c| used.chars.add(u32::from(written(c))));
                }
            }
            Node::Shape(_) | Node::Image(_) => {}
        }
    }
}
