//! What every part of the layout needs: the map, the theme, type, the grid and the drawing.

use std::sync::Arc;

use super::grid::Grid;
use crate::check::{Map, PersonaIx, Timeline};
use crate::color::Color;
use crate::geom::{MILLIMETRE, Point};
use crate::insight::compare::{Comparison, compare};
use crate::scene::Builder;
use crate::text::{Fonts, Line, Paragraph, Shaper, Style, Weight};
use crate::theme::Theme;

/// Distance from the page's edges to the drawing, in points.
pub(crate) const MARGIN: f64 = 30.0;
/// How much of a hairline's colour there is where the journey waits, from 0 to 1.
const GAP: f64 = 0.45;
/// Least contrast of small text (WCAG 2.2, AA).
pub(crate) const READABLE: f64 = 4.5;

/// The map, the theme and the measuring of text.
pub(crate) struct Context<'a, 'f> {
    pub map: &'a Map,
    /// The second map and how it compares, where two are drawn in one picture.
    pub with: Option<Comparison<'a>>,
    pub theme: &'a Theme,
    pub shaper: &'a Shaper<'f>,
    pub type_: Type,
    pub frame: Frame,
}

/// What paper asks of the drawing on it. Lengths are points of the drawing, before it is made as large as the paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    /// Whether there is paper.
    pub on_paper: bool,
    /// How many points of the paper make one of the drawing.
    pub scale: f64,
    /// How many times as large the drawing gets, and where on the paper its corner lies, in points of the paper; `None` while
    /// it is only measured.
    pub at: Option<(f64, Point)>,
    /// No type is smaller.
    pub least_type: f64,
    /// Height of the lanes that wait for notes as a multiple of the usual.
    pub notes: f64,
    /// Height of the plot of emotion as a multiple of the usual.
    pub plot: f64,
    /// Space under the cells of every row beyond the usual.
    pub air: f64,
    /// Height that is left over, between the map and the footer.
    pub rest: f64,
}

impl Default for Frame {
    /// No paper: everything as it is usual.
    fn default() -> Frame {
        Frame {
            on_paper: false,
            scale: 1.0,
            at: None,
            least_type: 0.0,
            notes: 1.0,
            plot: 1.0,
            air: 0.0,
            rest: 0.0,
        }
    }
}

/// The page under construction.
pub(crate) struct Page<'a, 'f> {
    pub context: &'a Context<'a, 'f>,
    pub grid: Grid,
    pub out: Builder,
    /// For each column where the last box of a blueprint ends, in points, if a link may start there.
    pub links: Vec<Option<f64>>,
    /// A blueprint's line stands where the next row would begin with a hairline.
    pub ruled: bool,
}

/// The styles of the theme's type.
#[derive(Clone, Copy)]
pub(crate) struct Type {
    pub kicker: Style,
    pub title: Style,
    pub lede: Style,
    pub persona: Style,
    pub stage: Style,
    pub name: Style,
    pub body: Style,
    pub voice: Style,
    pub figure: Style,
    pub caption: Style,
    pub label: Style,
    pub feeling: Style,
}

impl Frame {
    /// Paper on which a point of the drawing is so many.
    pub fn of_paper(scale: f64) -> Frame {
        Frame {
            on_paper: true,
            scale,
            ..Frame::default()
        }
    }
}

impl<'a, 'f> Page<'a, 'f> {
    /// A page with nothing on it but what is drawn already.
    pub fn new(context: &'a Context<'a, 'f>, grid: Grid, out: Builder) -> Page<'a, 'f> {
        Page {
            context,
            links: vec![None; grid.columns.len()],
            ruled: false,
            grid,
            out,
        }
    }
}

impl Type {
    fn of(theme: &Theme, least: f64) -> Type {
        let s = &theme.sizes;
        let style = |weight, size: f64, leading| Style {
            weight,
            size: size.max(least),
            leading,
            tracking: 0.0,
        };
        Type {
            kicker: Style {
                tracking: 0.08 * s.caption,
                ..style(Weight::SemiBold, s.caption, 1.4)
            },
            title: Style {
                tracking: -0.02 * s.title,
                ..style(Weight::Bold, s.title, 1.16)
            },
            lede: style(Weight::Regular, s.lede, 1.38),
            persona: style(Weight::Bold, s.persona, 1.25),
            stage: style(Weight::Bold, s.stage, 1.25),
            name: style(Weight::SemiBold, s.name, 1.3),
            body: style(Weight::Regular, s.body, 1.3),
            voice: style(Weight::Italic, s.body, 1.3),
            figure: Style {
                tracking: -0.01 * s.figure,
                ..style(Weight::Bold, s.figure, 1.2)
            },
            caption: style(Weight::Regular, s.caption, 1.32),
            label: style(Weight::SemiBold, s.caption, 1.32),
            feeling: style(Weight::SemiBold, s.body, 1.2),
        }
    }
}

impl<'a, 'f> Context<'a, 'f> {
    pub fn new(
        map: &'a Map,
        second: Option<&'a Map>,
        theme: &'a Theme,
        shaper: &'a Shaper<'f>,
        frame: Frame,
    ) -> Context<'a, 'f> {
        Context {
            map,
            with: second.map(|second| compare(map, second)),
            theme,
            shaper,
            type_: Type::of(theme, frame.least_type),
            frame,
        }
    }

    /// So many millimetres of the paper, in points of the drawing.
    pub fn on_paper(&self, millimetres: f64) -> f64 {
        millimetres * MILLIMETRE / self.frame.scale
    }

    /// Height of a lane to be written on, in points of the drawing. One that waits for notes takes what room there is.
    pub fn blank(&self, millimetres: f64) -> f64 {
        let more = self.map.notes.map_or(1.0, |_| self.frame.notes);
        self.on_paper(millimetres) * more
    }

    /// One of the drawing's own words.
    pub fn word(&self, word: crate::check::Word) -> &str {
        self.map.words.get(word)
    }

    /// What lies on the page where the journey waits.
    pub fn gap(&self) -> Color {
        self.theme.colors.hairline.alpha(GAP)
    }

    /// A colour for small text, made to be read on the page, and on a finite timeline where the journey waits.
    pub fn readable_on_page(&self, ink: Color) -> Color {
        let paper = self.theme.colors.paper;
        let ink = ink.readable_on(paper, READABLE);
        match self.map.timeline {
            Timeline::Phases => ink,
            _ => ink.readable_on(self.gap().over(paper), READABLE),
        }
    }

    /// An arrow in the direction of reading.
    pub fn arrow(&self) -> &'static str {
        if self.map.lang.rtl { "←" } else { "→" }
    }

    /// Breaks a text into lines.
    pub fn wrap(&self, text: &str, style: &Style, width: f64) -> Paragraph {
        self.shaper.paragraph(text, style, width.max(1.0))
    }

    /// Breaks words of a customer into lines: in italics, but upright where a face that has none takes part, so that no
    /// sign leans among upright letters.
    pub fn wrap_voice(&self, text: &str, width: f64) -> Paragraph {
        let leaning = self.wrap(text, &self.type_.voice, width);
        let mut runs = leaning.lines.iter().flat_map(|line| &line.runs);
        if runs.all(|run| Fonts::is_builtin(run.face)) {
            return leaning;
        }
        self.wrap(text, &self.type_.body, width)
    }

    /// Sets a text on one line.
    pub fn line(&self, text: &str, style: &Style) -> Arc<Line> {
        self.shaper.line(text, style)
    }

    /// A persona's place in the whole map.
    pub fn place(&self, persona: PersonaIx) -> usize {
        self.map.personas[persona].place
    }

    /// Colour of a persona's curve.
    pub fn persona_color(&self, persona: PersonaIx) -> Color {
        let persona = &self.map.personas[persona];
        persona
            .color
            .as_ref()
            .and_then(|color| Color::parse(&color.text))
            .unwrap_or_else(|| self.theme.persona(persona.place))
    }

    /// A persona's colour for small text on the page or on a card.
    pub fn persona_ink(&self, persona: PersonaIx) -> Color {
        self.readable(self.persona_color(persona))
    }

    /// A colour for small text on the page or on a card.
    pub fn readable(&self, color: Color) -> Color {
        let colors = &self.theme.colors;
        self.readable_on_page(color)
            .readable_on(colors.card, READABLE)
    }
}
