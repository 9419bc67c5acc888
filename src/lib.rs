//! jmap compiles a YAML description of a customer journey map into a poster.
//!
//! The modules are the stages of the pipeline, in order:
//! text → located nodes → model → checked map → scene → bytes.
//! The library opens no file, reads no clock and prints nothing.

pub mod color;
pub mod diag;
pub mod geom;
pub mod unseen;

pub mod limits;

pub mod source;

pub mod model;

pub mod picture;

pub mod check;

pub mod view;

pub mod insight;

pub mod rules;

pub mod text;

pub mod theme;

pub mod scene;

pub mod layout;

pub mod sheets;

pub mod emit;

use check::{Date, Files, Map};
use diag::{Diagnostic, Flags, Settings};
use limits::Limits;

/// A map that was read, and what was found in it.
#[derive(Debug, Default)]
pub struct Reading {
    /// The map; `None` where anything is an error.
    pub map: Option<Map>,
    /// What it says of rules.
    pub settings: Settings,
    /// All that was found, at the rules' own levels.
    pub findings: Vec<Diagnostic>,
}

impl Reading {
    /// The map and what is to be said of it, at the levels that it sets itself. What it silences is left out.
    pub fn judged(self) -> (Option<Map>, Vec<Diagnostic>) {
        let verdict = self.settings.judge(self.findings, &Flags::default());
        (self.map, verdict.findings)
    }
}

/// A step of reading a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Text → nodes.
    Parse,
    /// Nodes → model.
    Model,
    /// Model → map.
    Check,
}

/// Reads a map: text → nodes → model → map. All that is wrong with it is found in one run; with an error there is no map.
///
/// `files` gives the images and fonts that stand beside the map.
pub fn read(text: &str, files: &dyn Files, limits: &Limits) -> Reading {
    read_in_steps(text, files, limits, &mut |_| {})
}

/// Reads a map as [`read`] does, and says when a step is done, to those who time them.
pub fn read_in_steps(
    text: &str,
    files: &dyn Files,
    limits: &Limits,
    done: &mut dyn FnMut(Step),
) -> Reading {
    let (node, mut findings) = source::parse(text, limits);
    done(Step::Parse);
    let Some(node) = node else {
        return Reading {
            findings,
            ..Reading::default()
        };
    };
    let (model, more) = model::read(&node, limits);
    done(Step::Model);
    findings.extend(more);
    let checked = check::check(model, files, &rules::settable(), limits);
    done(Step::Check);
    findings.extend(checked.findings);
    Reading {
        map: checked.map.filter(|_| !diag::any_error(&findings)),
        settings: checked.settings,
        findings,
    }
}

/// What is weak about a map that can be drawn, on a day: the findings of all lints, at the rules' own levels.
pub fn lint(map: &Map, as_of: Date, limits: &Limits) -> Vec<Diagnostic> {
    rules::lint(map, as_of, limits)
}

/// Draws a map. It always succeeds; the findings name the characters that no font has.
pub fn draw(
    map: &Map,
    theme: &theme::Theme,
    fonts: &text::Fonts,
) -> (scene::Scene, Vec<Diagnostic>) {
    let scene = layout::draw(map, theme, fonts);
    let mut findings = scene::missing_glyphs(&scene);
    findings.extend(scene::too_costly(&scene));
    (scene, findings)
}

/// Draws a map, and over it the emotion curves of a second one; lists what only one of them has. The findings in the first
/// map and in the second name the characters that no font has, and say where there is nothing to compare.
pub fn draw_with(
    map: &Map,
    second: &Map,
    theme: &theme::Theme,
    fonts: &text::Fonts,
) -> (scene::Scene, [Vec<Diagnostic>; 2]) {
    let drawing = draw_on(map, Some(second), theme, fonts, None);
    (drawing.scene, drawing.findings)
}

/// A drawing, and what was found while it was made.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The drawing.
    pub scene: scene::Scene,
    /// Findings in the map, and in the second one.
    pub findings: [Vec<Diagnostic>; 2],
    /// What stands in the way of type that can be read from where it is to be read, if the paper has no room for it.
    pub too_small: Option<layout::TooSmall>,
}

/// Draws a map, perhaps with a second one, for a sheet of paper if there is one.
pub fn draw_on(
    map: &Map,
    second: Option<&Map>,
    theme: &theme::Theme,
    fonts: &text::Fonts,
    paper: Option<&layout::Paper>,
) -> Drawing {
    let shaper = text::Shaper::new(fonts, &map.lang.tag, map.lang.rtl);
    match paper {
        None => draw_in(map, second, theme, &shaper, None),
        Some(_) => draw_in(map, second, theme, &shaper.keeping(), paper),
    }
}

/// Draws a map as [`draw_on`] does, its texts set by a shaper that may have set them before.
pub fn draw_in(
    map: &Map,
    second: Option<&Map>,
    theme: &theme::Theme,
    shaper: &text::Shaper,
    paper: Option<&layout::Paper>,
) -> Drawing {
    let (scene, too_small) = match paper {
        None => (layout::draw_with(map, second, theme, shaper), None),
        Some(paper) => layout::draw_on(map, second, theme, shaper, paper),
    };
    let mut found = Vec::new();
    if let Some(second) = second {
        found = scene::missing_glyphs_of_second(&scene);
        if insight::compare::nothing_in_common(map, second) {
            let message = "the two maps have no stage in common, so there is nothing to compare";
            found.push(
                Diagnostic::new(&diag::NOTHING_TO_COMPARE, second.title.span, message)
                    .mark("no stage of this map has the id of a stage of the other")
                    .help("give stages that are the same in both maps the same `id`"),
            );
        }
    }
    let mut findings = [scene::missing_glyphs(&scene), found];
    findings[0].extend(scene::too_costly(&scene));
    Drawing {
        scene,
        findings,
        too_small,
    }
}

/// The JSON Schema of the language (draft 2020-12), for editors. It says what the reader says about the shape of a map.
pub fn schema() -> String {
    let about = |name| theme::Theme::builtin(name).map(|theme| theme.about);
    let themes: Vec<(&str, String)> = theme::BUILTIN
        .iter()
        .map(|(name, _)| (*name, about(name).unwrap_or_default()))
        .collect();
    model::schema(&model::Vocabulary {
        rules: &rules::settable(),
        feelings: check::FEELINGS,
        icons: check::ICONS,
        themes: &themes,
    })
}
