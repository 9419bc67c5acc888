//! From text to lines: itemise, shape, break.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use unicode_normalization::char::is_combining_mark;

use super::compose::Text;
use super::direction::levels;
use super::hyphens;
use super::items::itemise;
use super::kept::Kept;
use super::marks;
use super::policy::clean;
use super::room::Room;
use super::words::Words;
use super::wrap::{SLACK, Wrap};
use super::{FaceId, Fonts, Line, Next, Paragraph, Style, Weight};

/// Shapes and wraps text of one map; keeps what it has shaped, so that a word is shaped once.
pub struct Shaper<'f> {
    fonts: &'f Fonts,
    words: Words<'f>,
    rtl: bool,
    language: Language,
    /// The faces to ask, by weight.
    orders: [Vec<FaceId>; 4],
    /// What was set before, if that is kept.
    kept: Option<Kept>,
}

/// What the language of a map says about breaking its lines.
pub(super) struct Language {
    /// Whether a text of Chinese characters alone is Japanese.
    pub japanese: bool,
    /// The patterns that long words are hyphenated by.
    pub patterns: Option<hypher::Lang>,
}

impl<'f> Shaper<'f> {
    /// A shaper for text of a language (BCP 47 tag: chooses local glyph forms, how lines break and words are hyphenated). `rtl`
    /// is the page's direction: that of its texts, unless nearly all of their letters run the other way.
    pub fn new(fonts: &'f Fonts, lang: &str, rtl: bool) -> Shaper<'f> {
        let orders = [
            Weight::Regular,
            Weight::Italic,
            Weight::SemiBold,
            Weight::Bold,
        ]
        .map(|weight| fonts.order(weight));
        Shaper {
            fonts,
            words: Words::new(fonts, lang),
            rtl,
            language: Language {
                japanese: lang
                    .split('-')
                    .next()
                    .is_some_and(|l| l.eq_ignore_ascii_case("ja")),
                patterns: hyphens::patterns(lang),
            },
            orders,
            kept: None,
        }
    }

    /// The same, for a drawing that is laid out many times: what was set once is kept for the next time.
    pub fn keeping(self) -> Shaper<'f> {
        let kept = Some(Kept::default());
        Shaper { kept, ..self }
    }

    /// The fonts it shapes with.
    pub fn fonts(&self) -> &'f Fonts {
        self.fonts
    }

    /// Sets a text on one line, whatever its length; line breaks in it become spaces.
    pub fn line(&self, text: &str, style: &Style) -> Arc<Line> {
        match &self.kept {
            Some(kept) => kept.line(text, style, || self.new_line(text, style)),
            None => self.new_line(text, style),
        }
    }

    fn new_line(&self, text: &str, style: &Style) -> Arc<Line> {
        Arc::new(self.with(&on_one_line(text), style, |wrap| wrap.one()))
    }

    /// Width of a text on one line, in points: that of [`Shaper::line`], without setting it.
    pub fn width(&self, text: &str, style: &Style) -> f64 {
        self.with(&on_one_line(text), style, |wrap| wrap.width())
    }

    /// Breaks a text into lines no wider than `width` points, at spaces, between phrases or words as its script has them. A
    /// word wider than that is broken where it fits least badly (at its author's soft hyphens, between its syllables or
    /// characters, after signs, else between graphemes); only a single grapheme wider than `width` sticks out. A hyphen that
    /// is drawn at a line's end is a soft hyphen in the line's text.
    /// Line feeds in the text are kept as breaks, but for those at its ends.
    ///
    /// All lines are as high as their leading, or as the tallest line's faces where those are taller and not the built-in
    /// family; the baseline is where the middle of the faces' extent is the middle of the line (in Inter that is the middle
    /// of the capitals).
    pub fn paragraph(&self, text: &str, style: &Style, width: f64) -> Paragraph {
        let make = || self.new_paragraph(text, style, width + SLACK);
        match &self.kept {
            Some(kept) => kept.paragraph(text, style, width + SLACK, make),
            None => make().0,
        }
    }

    /// The lines in a width, and the widths in which they are the same.
    fn new_paragraph(&self, text: &str, style: &Style, width: f64) -> (Paragraph, (f64, f64)) {
        let room = Room::new(width);
        let mut out = Paragraph::default();
        let text = clean(text);
        let text = text.trim_matches('\n');
        for part in text.split('\n').filter(|_| !text.is_empty()) {
            let lines = self.with(part, style, |wrap| {
                if part.is_empty() {
                    return vec![wrap.one()];
                }
                let mut lines = wrap.lines(&room);
                follow(wrap.text.text, &mut lines);
                lines
            });
            out.lines.extend(lines.into_iter().map(Arc::new));
        }
        if let Some(last) = out.lines.last_mut() {
            Arc::make_mut(last).next = Next::End;
        }
        out.stack(self.fonts, style);
        (out, room.alike())
    }

    /// Width of the widest word or phrase that is best not broken, in points; of a very long one that can be hyphenated, no
    /// more than reads well.
    pub fn longest_word(&self, text: &str, style: &Style) -> f64 {
        clean(text).split('\n').fold(0.0, |widest, part| {
            self.with(part, style, |wrap| wrap.widest_segment())
                .max(widest)
        })
    }

    /// Width of a text on one line, and that of its [longest word](Shaper::longest_word), in points; the second is 0 where the
    /// first is no more than `room`.
    pub fn width_and_word(&self, text: &str, style: &Style, room: f64) -> (f64, f64) {
        let make = || self.new_width_and_word(text, style, room);
        match &self.kept {
            Some(kept) => kept.extent(text, style, room, make),
            None => make(),
        }
    }

    fn new_width_and_word(&self, text: &str, style: &Style, room: f64) -> (f64, f64) {
        let text = clean(text);
        if !text.contains('\n') {
            return self.with(&text, style, |wrap| match wrap.width() {
                width if width <= room => (width, 0.0),
                width => (width, wrap.widest_segment()),
            });
        }
        match self.width(&text, style) {
            width if width <= room => (width, 0.0),
            width => (width, self.longest_word(&text, style)),
        }
    }

    /// Analyses a text without line breaks.
    pub(super) fn with<T>(
        &self,
        text: &str,
        style: &Style,
        then: impl FnOnce(Wrap<'_, 'f>) -> T,
    ) -> T {
        let order: &[FaceId] = self
            .orders
            .get(style.weight as usize)
            .map_or(&[], Vec::as_slice);
        let empty = order.first().copied().unwrap_or(FaceId(0));
        let has = |face: FaceId, cluster: &str| self.words.has(face, cluster);
        let face_of = |cluster: &str| {
            order
                .iter()
                .copied()
                .find(|&face| has(face, cluster))
                .unwrap_or(empty)
        };
        let marked = marks::read(text);
        let levels = levels(&marked, self.rtl);
        let base = levels.0;
        let items = itemise(&marked.text, levels, &face_of, &has);
        let text = Text::new(&self.words, &marked.text, style, base, items, marked.soft);
        then(Wrap {
            language: &self.language,
            words: &self.words,
            fonts: self.fonts,
            text: &text,
            empty,
            hyphenated: RefCell::default(),
        })
    }
}

/// Says of each line of a text whether a space follows it.
fn follow(text: &str, lines: &mut [Line]) {
    let mut rest = text;
    for line in lines {
        let drawn = line.text.trim_end_matches('\u{AD}');
        rest = rest.trim_start().strip_prefix(drawn).unwrap_or_default();
        let joined = rest.starts_with(|c: char| !c.is_whitespace());
        line.next = if joined { Next::Joined } else { Next::Space };
    }
}

/// Least distance between the marks of one line and those of the next, as a multiple of the size.
const AIR: f64 = 0.05;

impl Paragraph {
    /// Puts the lines under one another, at equal distances.
    fn stack(&mut self, fonts: &Fonts, style: &Style) {
        let most =
            |of: fn(&Line) -> f64| self.lines.iter().map(|line| of(line)).fold(0.0, f64::max);
        let (ascent, descent) = (most(|line| line.ascent), most(|line| line.descent));
        let mut faces = self
            .lines
            .iter()
            .flat_map(|line| &line.runs)
            .map(|run| run.face);
        let leading = style.leading * style.size;
        let marked = self.lines.iter().filter(|line| has_marks(&line.text));
        let (up, down) = marked
            .map(|line| fonts.ink(line))
            .fold((0.0, 0.0), |a: (f64, f64), b| (a.0.max(b.0), a.1.max(b.1)));
        let apart = up + down + AIR * style.size;
        let height = if faces.all(Fonts::is_builtin) {
            leading.max(apart)
        } else {
            leading.max(ascent + descent).max(apart)
        };
        let first = (height - ascent - descent) / 2.0 + ascent;
        let first = first.min(height - down).max(up);
        self.width = most(|line| line.width);
        for _ in &self.lines {
            self.baselines.push(self.height + first);
            self.height += height;
        }
    }
}

/// Whether letters may have marks above one another or below, which reach beyond the face's measures.
fn has_marks(text: &str) -> bool {
    !text.is_ascii()
        && text
            .chars()
            .any(|c| matches!(c, '\u{1E00}'..='\u{1EFF}') || is_combining_mark(c))
}

/// The text as it is drawn, with spaces for its line breaks.
fn on_one_line(text: &str) -> Cow<'_, str> {
    match clean(text) {
        text if text.contains('\n') => clean(&text.replace('\n', " ")).into_owned().into(),
        text => text,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fonts, style};
    use super::*;

    fn wrapped(text: &str, width: f64) -> Vec<String> {
        let fonts = fonts();
        let set = Shaper::new(&fonts, "en", false).paragraph(text, &style(Weight::Regular), width);
        set.lines.iter().map(|line| line.text.clone()).collect()
    }

    #[test]
    fn lines_are_full_and_fit() {
        let text = "Waits eleven minutes to hear that it depends";
        assert_eq!(
            wrapped(text, 110.0),
            ["Waits eleven minutes", "to hear that it depends"]
        );
        assert_eq!(wrapped(text, 1000.0), [text]);
        assert_eq!(wrapped("one\n\ntwo\n", 100.0), ["one", "", "two"]);
        assert!(wrapped(" \n ", 100.0).is_empty());
    }

    #[test]
    fn a_line_says_what_comes_after_it() {
        let fonts = fonts();
        let nexts = |lang, text, width| -> Vec<(String, Next)> {
            let shaper = Shaper::new(&fonts, lang, false);
            let set = shaper.paragraph(text, &style(Weight::Regular), width);
            let line = |line: &Arc<Line>| (line.text.clone(), line.next);
            set.lines.iter().map(line).collect()
        };
        let said = |text: &str, next| (text.to_owned(), next);
        let german = nexts("de", "Zeit\nfür Kundenzufriedenheit", 90.0);
        let expected = [
            said("Zeit", Next::Space),
            said("für", Next::Space),
            said("Kundenzufrie\u{AD}", Next::Joined),
            said("denheit", Next::End),
        ];
        assert_eq!(german, expected);
        let japanese = nexts("ja", "認可保育園の申し込みから", 70.0);
        assert!(japanese.len() > 1);
        assert!(
            japanese
                .iter()
                .rev()
                .skip(1)
                .all(|(_, next)| *next == Next::Joined)
        );
    }

    #[test]
    fn a_text_is_measured_as_it_is_set() {
        let (fonts, style) = (fonts(), style(Weight::SemiBold));
        let shaper = Shaper::new(&fonts, "en", false);
        for text in [
            "“Waits eleven minutes” → calls",
            "one\nsecond line",
            "Call سعر 保育園 now",
            "",
        ] {
            let line = shaper.line(text, &style).width;
            let word = shaper.longest_word(text, &style);
            assert_eq!(shaper.width(text, &style), line, "{text}");
            assert_eq!(
                shaper.width_and_word(text, &style, -1.0),
                (line, word),
                "{text}"
            );
            assert_eq!(
                shaper.width_and_word(text, &style, line),
                (line, 0.0),
                "{text}"
            );
        }
    }

    #[test]
    fn a_short_word_is_not_left_alone() {
        assert_eq!(
            wrapped("Calls twice to ask about it", 120.0),
            ["Calls twice to", "ask about it"]
        );
    }

    #[test]
    fn long_words_break_after_signs_else_anywhere() {
        let link = "https://example.org/moving?street=high_road&number=12";
        assert_eq!(wrapped(link, 105.0).concat(), link);
        assert!(
            wrapped(link, 105.0)
                .iter()
                .rev()
                .skip(1)
                .all(|line| line.ends_with(['/', '?', '&', '=', '_']))
        );
        let word = "Donaudampfschifffahrtsgesellschaft";
        let lines = wrapped(word, 60.0);
        assert_eq!(
            lines,
            [
                "Donau\u{ad}",
                "dampf\u{ad}",
                "schifffahrts\u{ad}",
                "gesellschaft"
            ]
        );
        let name = "Donau_Dampfschiff_Fahrtsgesellschaft";
        assert_eq!(wrapped(name, 60.0).concat(), name);
        assert_eq!(
            wrapped("Auto\u{ad}bahn\u{ad}kreuz", 55.0),
            ["Autobahn\u{ad}", "kreuz"]
        );
        assert_eq!(
            wrapped("Auto\u{ad}bahn\u{ad}kreuz", 80.0),
            ["Autobahnkreuz"]
        );
        assert_eq!(wrapped("e\u{301}e\u{301}", 1.0), ["e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn japanese_breaks_between_characters_but_not_before_a_full_stop() {
        let lines = wrapped("認可保育園の申し込みから入園まで。", 50.0);
        assert!(
            lines.len() > 3 && lines.iter().all(|line| !line.starts_with(['。', 'っ'])),
            "{lines:?}"
        );
    }

    #[test]
    fn a_japanese_text_does_not_end_in_a_stub_of_its_last_phrase() {
        let em = style(Weight::Regular).size;
        let lines = wrapped("書いていませんでした。」", 9.6 * em);
        assert_eq!(lines, ["書いていませんで", "した。」"]);
        let lines = wrapped("書いていませんでした。」と言う", 9.6 * em);
        assert_eq!(lines, ["書いていませんでし", "た。」と言う"]);
    }

    #[test]
    fn arabic_letters_join_and_are_not_spaced() {
        let fonts = fonts();
        let shaper = Shaper::new(&fonts, "ar", true);
        let plain = shaper.line("السلام", &style(Weight::Regular));
        let tracked = shaper.line(
            "السلام",
            &Style {
                tracking: 2.0,
                ..style(Weight::Regular)
            },
        );
        assert_eq!(plain.width, tracked.width);
        assert_eq!(plain.runs.len(), 1);
        assert!(
            plain.runs[0]
                .glyphs
                .windows(2)
                .all(|pair| pair[0].cluster >= pair[1].cluster)
        );
        let latin = shaper.line(
            "abc",
            &Style {
                tracking: 2.0,
                ..style(Weight::Regular)
            },
        );
        assert_eq!(
            latin.width,
            shaper.line("abc", &style(Weight::Regular)).width + 6.0
        );
    }

    #[test]
    fn punctuation_stands_in_the_face_of_its_words() {
        let fonts = fonts();
        let shaper = Shaper::new(&fonts, "ja", false);
        let faces = |text: &str| -> Vec<u16> {
            shaper
                .line(text, &style(Weight::Bold))
                .runs
                .iter()
                .map(|run| run.face.0)
                .collect()
        };
        assert_eq!(faces("保育園 “申請” 園."), [6]);
        assert_eq!(faces("保育園 (A)"), [6, 3]);
        assert_eq!(faces("2026年4月"), [3, 6, 3, 6]);
    }

    #[test]
    fn capitals_stand_in_the_middle_of_their_leading() {
        let fonts = fonts();
        let shaper = Shaper::new(&fonts, "en", false);
        let set = shaper.paragraph("two words", &style(Weight::Regular), 30.0);
        assert_eq!(set.height, 28.0);
        let middle = set.baselines[0] - fonts.metrics(FaceId(0)).cap_height * 5.0;
        assert!(
            (middle - 7.0).abs() < 0.01
                && (set.baselines[1] - set.baselines[0] - 14.0).abs() < 1e-9
        );
        let tight = Style {
            leading: 1.0,
            ..style(Weight::Regular)
        };
        let tall = shaper.paragraph("保育園", &tight, 100.0);
        let own = tall.lines[0].ascent + tall.lines[0].descent;
        assert!((tall.height - own).abs() < 1e-9 && own > 10.0, "{own}");
    }
}
