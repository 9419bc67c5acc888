//! Colours: sRGB with alpha, contrast, and the wheel of equal lightness. Owner of the `color` crate.

use color::{AlphaColor, Oklch, Srgb, parse_color};

/// An sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// Opacity: 255 is opaque.
    pub a: u8,
}

impl Color {
    /// An opaque colour.
    pub const fn rgb(r: u8, g: u8, b: u8) -> Color {
        Color { r, g, b, a: 255 }
    }

    /// Reads any CSS colour (`#C2410C`, `teal`, `oklch(…)`); `None` if it is none.
    pub fn parse(text: &str) -> Option<Color> {
        let parsed = parse_color(text).ok()?.to_alpha_color::<Srgb>().to_rgba8();
        Some(Color {
            r: parsed.r,
            g: parsed.g,
            b: parsed.b,
            a: parsed.a,
        })
    }

    /// The same colour at another opacity, 0 to 1.
    pub fn alpha(self, opacity: f64) -> Color {
        Color {
            a: (opacity * 255.0 + 0.5) as u8,
            ..self
        }
    }

    /// What is seen when this colour lies on an opaque one.
    pub fn over(self, below: Color) -> Color {
        let mix = |top: u8, low: u8| {
            let a = f64::from(self.a) / 255.0;
            (f64::from(top) * a + f64::from(low) * (1.0 - a) + 0.5) as u8
        };
        Color::rgb(
            mix(self.r, below.r),
            mix(self.g, below.g),
            mix(self.b, below.b),
        )
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    pub fn luminance(self) -> f64 {
        let linear = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 {
                v / 12.92
            } else {
                libm::pow((v + 0.055) / 1.055, 2.4)
            }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// Contrast of two opaque colours, 1 to 21 (WCAG 2.2).
    pub fn contrast(self, other: Color) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The colour at the same lightness and chroma, `degrees` further round the wheel (Oklch).
    pub fn turned(self, degrees: f64) -> Color {
        let start =
            AlphaColor::<Srgb>::from_rgba8(self.r, self.g, self.b, self.a).convert::<Oklch>();
        let turned = start.map(|l, c, h, a| [l, c, h + degrees as f32, a]);
        let rgba = turned.convert::<Srgb>().to_rgba8();
        Color {
            r: rgba.r,
            g: rgba.g,
            b: rgba.b,
            a: rgba.a,
        }
    }

    /// The colour nearest to this one that has at least `least` contrast on `below`, made darker or lighter as needed.
    pub fn readable_on(self, below: Color, least: f64) -> Color {
        let aim = if below.luminance() > 0.18 {
            Color::rgb(0, 0, 0)
        } else {
            Color::rgb(255, 255, 255)
        };
        (0..=20)
            .map(|step| aim.alpha(f64::from(step) / 20.0).over(self))
            .find(|c| c.contrast(below) >= least)
            .unwrap_or(aim)
    }
}

impl std::fmt::Display for Color {
    /// `#RRGGBB`; opacity is written apart.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.r, self.g, self.b)
    }
}
