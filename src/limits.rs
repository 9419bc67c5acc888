//! How much jmap takes of anything that comes in: stated once, here, and raised or lowered by `--limit`.

use crate::diag::{self, Diagnostic, Span};

/// Something of which a map, or what stands beside it, may have too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Size of a map.
    Bytes,
    /// Texts of a map, aliases followed.
    AllText,
    /// Lists and mappings inside one another.
    Depth,
    /// Values, aliases followed.
    Values,
    /// Length of one text.
    Text,
    /// Letters and signs of the drawing.
    Drawing,
    /// Letters and signs of the drawing beyond those that the file's own length pays for.
    Repeats,
    /// Parts of a drawing that is fitted to paper.
    Fitted,
    /// Pixels of a drawing.
    Painted,
    /// Stages.
    Stages,
    /// Touchpoints of all stages.
    Touchpoints,
    /// Personas.
    Personas,
    /// Channels.
    Channels,
    /// Lanes that `lanes` lists.
    Lanes,
    /// Sources.
    Sources,
    /// KPIs, those that are written at stages too.
    Kpis,
    /// Size of a picture.
    ImageBytes,
    /// Pixels of a picture.
    Pixels,
    /// Pixels of all pictures beyond those that the size of their files pays for.
    AllPixels,
    /// Size of a font.
    FontBytes,
    /// Entries of a font's rules for shaping.
    Lookups,
    /// Rules of added fonts that are tried for the words of a drawing.
    Shaping,
    /// Steps of the walk of a glyph.
    Glyph,
    /// Steps of the walks of all letters of a drawing.
    Glyphs,
    /// Size of a theme.
    ThemeBytes,
    /// Size of all files of a map together, or of a theme's fonts, each as often as it is named.
    FilesBytes,
    /// Findings of one rule in one map that are kept.
    Findings,
}

/// What there is to know of a limit.
#[derive(Debug)]
pub struct Spec {
    /// Which it is.
    pub limit: Limit,
    /// Its name on the command line.
    pub name: &'static str,
    /// What it bounds, in a few words.
    pub about: &'static str,
    /// How much is taken where nobody says otherwise.
    pub usual: u64,
    /// Beyond this it cannot be raised.
    pub most: u64,
    /// Whether it counts bytes.
    in_bytes: bool,
}

const KIB: u64 = 1 << 10;
const MIB: u64 = 1 << 20;
/// Places in a file are counted in 32 bits, and so is what stands there.
const MOST: u64 = 4_000_000_000;
/// What takes time alone and no place in a file.
const MOST_RULES: u64 = 1_000_000_000_000;
const LARGEST: u64 = 4095 * MIB;
/// A nested value is dropped by a function that calls itself: at this depth that takes less than an eighth of the 2 MiB of
/// stack that a thread has, without optimization.
const DEEPEST: u64 = 1000;
/// A0 at 700 dots per inch; more takes minutes.
const MOST_PAINTED: u64 = 1_000_000_000;
/// Themes are read with the usual limits, so one must not be larger than a map.
const LARGEST_THEME: u64 = 16 * MIB;

/// As how many letters a sign of the drawing counts, or the place of a text: so much more memory and ink it takes.
pub const SIGN: u64 = 20;

/// So many letters and signs of the drawing each byte of a map pays for: those of a map that repeats little.
pub const PER_BYTE: u64 = 4;

/// So many pixels each byte of a picture pays for: those of a drawing on a white ground, saved as PNG.
pub const PIXELS_PER_BYTE: u64 = 30;

/// All limits, in the order in which the documentation lists them.
pub const LIMITS: &[Spec] = &[
    bytes(Limit::Bytes, "bytes", "size of a map", 16 * MIB, LARGEST),
    bytes(
        Limit::AllText,
        "all-text",
        "size of all texts of a map, aliases followed",
        16 * MIB,
        LARGEST,
    ),
    count(
        Limit::Depth,
        "depth",
        "lists and mappings inside one another",
        64,
        DEEPEST,
    ),
    count(
        Limit::Values,
        "values",
        "values, aliases followed",
        1_000_000,
        MOST,
    ),
    count(Limit::Text, "text", "characters of one text", 20_000, MOST),
    count(
        Limit::Drawing,
        "drawing",
        "letters drawn, and 20 for each text, score and station",
        12_000_000,
        MOST,
    ),
    count(
        Limit::Repeats,
        "repeats",
        "of these, those beyond 4 for each byte of the map",
        400_000,
        MOST,
    ),
    count(
        Limit::Fitted,
        "fitted",
        "lines of text, shapes and groups of a drawing that is fitted to paper",
        40_000,
        MOST,
    ),
    count(
        Limit::Painted,
        "painted",
        "pixels of a drawing",
        150_000_000,
        MOST_PAINTED,
    ),
    count(Limit::Stages, "stages", "stages", 5_000, MOST),
    count(
        Limit::Touchpoints,
        "touchpoints",
        "touchpoints of all stages",
        20_000,
        MOST,
    ),
    count(Limit::Personas, "personas", "personas", 50, MOST),
    count(Limit::Channels, "channels", "channels", 200, MOST),
    count(Limit::Lanes, "lanes", "lanes", 200, MOST),
    count(
        Limit::Sources,
        "sources",
        "sources in `evidence`",
        1_000,
        MOST,
    ),
    count(Limit::Kpis, "kpis", "KPIs", 1_000, MOST),
    bytes(
        Limit::ImageBytes,
        "image-bytes",
        "size of an image",
        20 * MIB,
        LARGEST,
    ),
    count(
        Limit::Pixels,
        "pixels",
        "pixels of an image",
        50_000_000,
        MOST,
    ),
    count(
        Limit::AllPixels,
        "all-pixels",
        "pixels of a map's images, beyond 30 for each byte of their files",
        100_000_000,
        MOST,
    ),
    bytes(
        Limit::FontBytes,
        "font-bytes",
        "size of a font",
        64 * MIB,
        LARGEST,
    ),
    count(
        Limit::Lookups,
        "lookups",
        "entries of a font's rules for shaping, each as often as it is reached",
        8_000_000,
        MOST,
    ),
    count(
        Limit::Shaping,
        "shaping",
        "rules that may be tried to shape a drawing's words in fonts that are not built in",
        2_000_000_000,
        MOST_RULES,
    ),
    count(
        Limit::Glyph,
        "glyph",
        "points and components of a glyph, or bytes of its charstrings, each as often as it is reached",
        200_000,
        MOST,
    ),
    count(
        Limit::Glyphs,
        "glyphs",
        "the same of all letters of a drawing, but for the built-in fonts",
        50_000_000,
        MOST_RULES,
    ),
    bytes(
        Limit::ThemeBytes,
        "theme-bytes",
        "size of a theme's file",
        MIB,
        LARGEST_THEME,
    ),
    bytes(
        Limit::FilesBytes,
        "files-bytes",
        "size of a map's images and fonts, or of a theme's fonts, each as often as it is named",
        200 * MIB,
        LARGEST,
    ),
    count(
        Limit::Findings,
        "findings",
        "findings of one rule in one map that are listed",
        1_000,
        MOST,
    ),
];

const fn count(
    limit: Limit,
    name: &'static str,
    about: &'static str,
    usual: u64,
    most: u64,
) -> Spec {
    Spec {
        limit,
        name,
        about,
        usual,
        most,
        in_bytes: false,
    }
}

const fn bytes(
    limit: Limit,
    name: &'static str,
    about: &'static str,
    usual: u64,
    most: u64,
) -> Spec {
    Spec {
        in_bytes: true,
        ..count(limit, name, about, usual, most)
    }
}

impl Limit {
    /// What there is to know of it.
    pub fn spec(self) -> &'static Spec {
        // Variants and rows stand in one order; a test holds them to it.
        &LIMITS[self as usize]
    }
}

impl Spec {
    /// An amount of what it counts, for people: `16 MiB`, `20,000`.
    pub fn written(&self, amount: u64) -> String {
        match amount {
            _ if !self.in_bytes => grouped(amount),
            _ if amount >= MIB && amount.is_multiple_of(MIB) => {
                format!("{} MiB", grouped(amount / MIB))
            }
            _ if amount >= KIB && amount.is_multiple_of(KIB) => {
                format!("{} KiB", grouped(amount / KIB))
            }
            _ => format!("{} bytes", grouped(amount)),
        }
    }

    /// An amount of what it counts, as the command line takes it: `16Mi`, `20000`.
    fn as_argument(&self, amount: u64) -> String {
        match self.in_bytes && amount >= MIB && amount.is_multiple_of(MIB) {
            true => format!("{}Mi", amount / MIB),
            false => amount.to_string(),
        }
    }
}

/// A number with commas between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// How much jmap takes, so that nothing that comes in can make it grow without bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits([u64; LIMITS.len()]);

impl Default for Limits {
    fn default() -> Limits {
        let mut limits = [0; LIMITS.len()];
        for (limit, spec) in limits.iter_mut().zip(LIMITS) {
            *limit = spec.usual;
        }
        Limits(limits)
    }
}

impl Limits {
    /// How much is taken.
    pub fn of(&self, limit: Limit) -> u64 {
        self.0[limit as usize]
    }

    /// How many are taken.
    pub fn count(&self, limit: Limit) -> usize {
        usize::try_from(self.of(limit)).unwrap_or(usize::MAX)
    }

    /// The same, but for one limit, which is raised no further than [`Spec::most`].
    pub fn with(mut self, limit: Limit, amount: u64) -> Limits {
        self.0[limit as usize] = amount.min(limit.spec().most);
        self
    }

    /// Whether an amount is more than is taken.
    pub fn exceeds(&self, limit: Limit, amount: usize) -> bool {
        amount as u64 > self.of(limit)
    }

    /// A limit as it stands in a sentence: `16 MiB`, `20,000`.
    pub fn written(&self, limit: Limit) -> String {
        limit.spec().written(self.of(limit))
    }

    /// Refuses what is more than is taken; `advice` is what to do instead of raising the limit.
    pub fn refuse(
        &self,
        limit: Limit,
        span: Span,
        message: impl Into<String>,
        advice: &str,
    ) -> Diagnostic {
        self.refuse_amount(limit, 0, span, message, advice)
    }

    /// The same, where it is known how much would have to be taken.
    pub fn refuse_amount(
        &self,
        limit: Limit,
        amount: u64,
        span: Span,
        message: impl Into<String>,
        advice: &str,
    ) -> Diagnostic {
        let finding = Diagnostic::new(&diag::LIMIT_EXCEEDED, span, message);
        let finding = match advice.is_empty() {
            true => finding,
            false => finding.help(advice),
        };
        finding.help(self.way_out(limit, amount))
    }

    /// How a limit is raised so far that it takes an amount, or twice as much as now, as advice.
    pub fn way_out(&self, limit: Limit, amount: u64) -> String {
        let spec = limit.spec();
        let (now, most) = (self.of(limit), spec.most);
        if now.max(amount.saturating_sub(1)) >= most {
            let most = spec.written(most);
            return format!("the limit `{}` cannot be raised beyond {most}", spec.name);
        }
        let raised = now.saturating_mul(2).max(amount).clamp(1, most);
        format!(
            "or raise the limit, if it is meant so: --limit {}={}",
            spec.name,
            spec.as_argument(raised)
        )
    }

    /// Refuses a map of so many bytes, if they are more than are taken.
    pub fn refuse_bytes(&self, length: usize) -> Option<Diagnostic> {
        self.exceeds(Limit::Bytes, length).then(|| {
            let message = format!("the file is larger than {}", self.written(Limit::Bytes));
            let advice = "split the map: a poster of that size could not be read either";
            self.refuse(Limit::Bytes, Span::default(), message, advice)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_stand_in_the_order_of_their_names() {
        for (at, spec) in LIMITS.iter().enumerate() {
            assert_eq!(spec.limit as usize, at, "{}", spec.name);
            assert!(spec.usual <= spec.most, "{}", spec.name);
            assert_eq!(Limits::default().of(spec.limit), spec.usual);
        }
        // The last one: no variant is without a row.
        assert_eq!(Limit::Findings as usize + 1, LIMITS.len());
    }

    #[test]
    fn amounts_are_written_for_people() {
        let written = |limit: Limit, amount| limit.spec().written(amount);
        assert_eq!(written(Limit::Bytes, 16 << 20), "16 MiB");
        assert_eq!(written(Limit::Bytes, 3 << 10), "3 KiB");
        assert_eq!(written(Limit::Bytes, 1_000_001), "1,000,001 bytes");
        assert_eq!(written(Limit::Values, 1_000_000), "1,000,000");
        assert_eq!(written(Limit::Depth, 64), "64");
    }

    #[test]
    fn the_way_out_can_be_taken() {
        let way_out = |limits: Limits, limit| {
            let refusal = limits.refuse(limit, Span::default(), "too much", "");
            refusal.help.join("\n")
        };
        let usual = Limits::default();
        assert_eq!(
            way_out(usual, Limit::Bytes),
            "or raise the limit, if it is meant so: --limit bytes=32Mi"
        );
        assert!(way_out(usual, Limit::Stages).ends_with("--limit stages=10000"));
        let none = usual.with(Limit::Stages, 0);
        assert!(way_out(none, Limit::Stages).ends_with("--limit stages=1"));
        let pixels = |amount| usual.way_out(Limit::Pixels, amount);
        assert!(pixels(60_000_000).ends_with("--limit pixels=100000000"));
        assert!(pixels(400_000_000).ends_with("--limit pixels=400000000"));
        assert!(pixels(MOST).ends_with("--limit pixels=4000000000"));
        assert!(pixels(MOST + 1).ends_with("beyond 4,000,000,000"));
        let most = usual.with(Limit::Depth, u64::MAX);
        assert_eq!(most.of(Limit::Depth), DEEPEST);
        assert_eq!(
            way_out(most, Limit::Depth),
            "the limit `depth` cannot be raised beyond 1,000"
        );
    }
}
