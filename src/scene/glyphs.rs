//! Characters that no font has.

use std::collections::BTreeMap;

use super::{Hook, Node, Scene, TextLine};
use crate::diag::{Diagnostic, MISSING_GLYPH, Span};
use crate::text::{Fonts, Run};

/// So many characters have a finding each; a map in a script that no font has would else drown what else there is to say.
const EACH: usize = 4;
/// So many of the others are named together.
const TOGETHER: usize = 100;
const HELP: &str = "name a font file that has it: `fonts: [FILE]` in the map, or `--font FILE|DIR` on the command line";

/// Findings for the characters that no font has, in the order in which the drawing has them: one each for the first few, one
/// for all further ones together. Of two maps in one picture, the first one's.
pub fn missing_glyphs(scene: &Scene) -> Vec<Diagnostic> {
    findings(scene, false)
}

/// The same for the words of the second of two maps; their places are in that map.
pub fn missing_glyphs_of_second(scene: &Scene) -> Vec<Diagnostic> {
    findings(scene, true)
}

fn findings(scene: &Scene, second: bool) -> Vec<Diagnostic> {
    let mut missing = Missing {
        second,
        ..Missing::default()
    };
    each_text(&scene.nodes, false, &mut |text, of_second| {
        if of_second == missing.second {
            for run in &text.line.runs {
                missing.run(&scene.fonts, text, run);
            }
        }
    });
    let (first, further) = missing.places.split_at(missing.places.len().min(EACH));
    first.iter().map(finding).chain(together(further)).collect()
}

/// Shows each line of text, and whether it comes from the second map; `of_second` says so of the nodes themselves.
pub(super) fn each_text<'a>(
    nodes: &'a [Node],
    of_second: bool,
    visit: &mut impl FnMut(&'a TextLine, bool),
) {
    for node in nodes {
        match node {
            Node::Group(group) => {
                let hooked = group.hooks.iter().any(|(hook, _)| *hook == Hook::Map);
                each_text(&group.children, of_second || hooked, visit);
            }
            Node::Text(text) => visit(text, of_second),
            Node::Shape(_) | Node::Image(_) => {}
        }
    }
}

#[derive(Default)]
struct Missing {
    /// Whether the words of the second map are looked at, or those of the first.
    second: bool,
    known: BTreeMap<char, usize>,
    places: Vec<Place>,
}

impl Missing {
    /// Glyph 0 is what a font draws for want of another; its cluster says which characters stand behind it.
    fn run(&mut self, fonts: &Fonts, text: &TextLine, run: &Run) {
        if run.glyphs.iter().all(|glyph| glyph.id != 0) {
            return;
        }
        let mut starts: Vec<usize> = run
            .glyphs
            .iter()
            .map(|glyph| glyph.cluster as usize)
            .collect();
        starts.push(run.range.end);
        starts.sort_unstable();
        starts.dedup();
        let mut blank: Vec<usize> = run
            .glyphs
            .iter()
            .filter(|g| g.id == 0)
            .map(|g| g.cluster as usize)
            .collect();
        blank.sort_unstable();
        blank.dedup();
        for start in blank {
            let end = starts
                .iter()
                .copied()
                .find(|&next| next > start)
                .unwrap_or(run.range.end);
            let cluster = text.line.text.get(start..end).unwrap_or_default();
            let mut lacking = fonts.missing(cluster);
            if lacking.is_empty() {
                lacking.extend(cluster.chars().next());
            }
            for c in lacking {
                self.add(c, text.span);
            }
        }
    }

    /// The first place that is known counts: the drawing's own words come from nowhere.
    fn add(&mut self, c: char, span: Option<Span>) {
        let index = *self.known.entry(c).or_insert(self.places.len());
        match self.places.get_mut(index) {
            Some((_, first, count)) => {
                *first = first.or(span);
                *count += 1;
            }
            None => self.places.push((c, span, 1)),
        }
    }
}

/// A character, the first place that is known, and how many places there are.
type Place = (char, Option<Span>, usize);

fn finding(&(c, span, count): &Place) -> Diagnostic {
    let mark = match count {
        1 => "it stands here".to_owned(),
        2 => "it stands here, and once more".to_owned(),
        _ => format!("it stands here, and {} times more", count - 1),
    };
    let message = format!("no font has the character U+{:04X} `{c}`", u32::from(c));
    blank(span, message).mark(mark).help(HELP)
}

fn together(further: &[Place]) -> Option<Diagnostic> {
    let (c, span, _) = further.first()?;
    let named = further.iter().take(TOGETHER);
    let mut named: Vec<String> = named.map(|(c, ..)| format!("`{c}`")).collect();
    if further.len() > TOGETHER {
        named.push(format!("and {} more", further.len() - TOGETHER));
    }
    let message = format!("no font has these characters either: {}", named.join(" "));
    Some(
        blank(*span, message)
            .mark(format!("`{c}` stands here"))
            .help(HELP),
    )
}

fn blank(span: Option<Span>, message: String) -> Diagnostic {
    Diagnostic::new(&MISSING_GLYPH, span.unwrap_or_default(), message)
        .note("a reader would see an empty box in its place")
}
