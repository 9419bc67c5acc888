//! Theme: colours, type sizes, fonts. A theme is one YAML file; `reader` reads it, `templates/themes/` holds the built-in ones.

mod keys;
mod reader;

use std::sync::OnceLock;

use crate::color::Color;

/// A built-in theme: its name and its file.
pub const BUILTIN: &[(&str, &str)] = &[
    (
        "default",
        include_str!("../../templates/themes/default.yaml"),
    ),
    ("dark", include_str!("../../templates/themes/dark.yaml")),
    ("print", include_str!("../../templates/themes/print.yaml")),
];

/// How a map looks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Theme {
    /// A half-line that says what the theme is for.
    pub about: String,
    /// Single colours.
    pub colors: Colors,
    /// Fills of the stages; further stages go on round the colour wheel.
    pub stages: Vec<Color>,
    /// Colours of the personas' curves; further personas go on round the colour wheel.
    pub personas: Vec<Color>,
    /// Type sizes and lengths, in points.
    pub sizes: Sizes,
    /// Font files beside the theme's file, asked after the built-in family, and where the file names them.
    pub fonts: Vec<(String, crate::diag::Span)>,
}

/// The single colours of a theme; each is a key of `colors`.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // documented one by one in the table of keys
pub struct Colors {
    pub paper: Color,
    pub card: Color,
    pub card_edge: Color,
    pub hairline: Color,
    pub ink: Color,
    pub ink_2: Color,
    pub ink_3: Color,
    pub rule: Color,
    pub stage_text: Color,
    pub persona_text: Color,
    pub line: Color,
    pub handover: Color,
    pub zero: Color,
    pub wash_high: Color,
    pub wash_low: Color,
    pub pain: Tint,
    pub opportunity: Tint,
    pub gain: Tint,
    pub exceeds: Tint,
    pub meets: Tint,
    pub below: Tint,
    pub reading: Tint,
}

/// Colours of a tinted card or pill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tint {
    /// Its ground.
    pub fill: Color,
    /// The edge at its start.
    pub edge: Color,
    /// The text on it.
    pub text: Color,
}

/// Type sizes and lengths in points; each is a key of `sizes`.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)] // documented one by one in the table of keys
pub struct Sizes {
    pub title: f64,
    pub lede: f64,
    pub figure: f64,
    pub stage: f64,
    pub persona: f64,
    pub name: f64,
    pub body: f64,
    pub caption: f64,
    pub column: f64,
    pub level: f64,
    pub radius: f64,
}

impl Default for Colors {
    fn default() -> Colors {
        let black = Color::rgb(0, 0, 0);
        let tint = Tint {
            fill: black,
            edge: black,
            text: black,
        };
        Colors {
            paper: black,
            card: black,
            card_edge: black,
            hairline: black,
            ink: black,
            ink_2: black,
            ink_3: black,
            rule: black,
            stage_text: black,
            persona_text: black,
            line: black,
            handover: black,
            zero: black,
            wash_high: black,
            wash_low: black,
            pain: tint,
            opportunity: tint,
            gain: tint,
            exceeds: tint,
            meets: tint,
            below: tint,
            reading: tint,
        }
    }
}

impl Theme {
    /// A built-in theme by its name. It is read once, however many maps are drawn in it.
    pub fn builtin(name: &str) -> Option<Theme> {
        static READ: [OnceLock<Theme>; BUILTIN.len()] = [const { OnceLock::new() }; BUILTIN.len()];
        let place = BUILTIN.iter().zip(&READ);
        let ((_, text), read) = place.clone().find(|((known, _), _)| *known == name)?;
        Some(read.get_or_init(|| Theme::read(text).0).clone())
    }

    /// Fill of the stage at a position, from 0.
    pub fn stage(&self, position: usize) -> Color {
        round_the_wheel(&self.stages, position)
    }

    /// Colour of the persona at a position, from 0.
    pub fn persona(&self, position: usize) -> Color {
        round_the_wheel(&self.personas, position)
    }
}

/// The colour at a position; past the end each round is turned, by the golden part of a step so that none comes back.
fn round_the_wheel(colors: &[Color], position: usize) -> Color {
    let Some(&color) = colors.get(position % colors.len().max(1)) else {
        return Color::rgb(0x44, 0x44, 0x44);
    };
    match position / colors.len() {
        0 => color,
        round => color.turned(round as f64 * 360.0 / colors.len() as f64 * 0.618),
    }
}
