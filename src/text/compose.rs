//! Sets part of an analysed text on one line.

use std::ops::Range;
use std::rc::Rc;

use unicode_bidi::{BidiInfo, Level};
use unicode_script::Script;

use super::items::Item;
use super::words::{Setting, Word, Words};
use super::{FaceId, Fonts, Glyph, Line, Next, Run, Style};

/// A text without line breaks, cut into items and shaped word by word.
pub(super) struct Text<'t> {
    pub text: &'t str,
    pub style: Style,
    /// Base level of UAX 9.
    pub base: u8,
    pub items: Vec<Item>,
    /// Bytes of the text before which its author allows a hyphen.
    pub soft: Vec<usize>,
    /// Words and spaces in logical order.
    pub pieces: Vec<Piece>,
}

/// A word or the spaces between two words.
pub(super) struct Piece {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Position of its item.
    pub item: usize,
    pub word: Rc<Word>,
}

impl<'t> Text<'t> {
    /// Shapes the words of a text.
    pub(super) fn new(
        words: &Words<'_>,
        text: &'t str,
        style: &Style,
        base: u8,
        items: Vec<Item>,
        soft: Vec<usize>,
    ) -> Text<'t> {
        // A word has about six bytes, and a space follows.
        let mut all = Vec::with_capacity(2 + text.len() / 3);
        for (at, item) in items.iter().enumerate() {
            let setting = setting(item, style);
            words.words(setting, text, item.range.clone(), |range, word| {
                all.push(Piece {
                    range,
                    item: at,
                    word,
                });
            });
        }
        Text {
            text,
            style: *style,
            base,
            items,
            soft,
            pieces: all,
        }
    }

    /// The pieces from the one that holds the byte `start` on.
    pub(super) fn pieces_from(&self, start: usize) -> &[Piece] {
        let first = self
            .pieces
            .partition_point(|piece| piece.range.end <= start);
        self.pieces.get(first..).unwrap_or_default()
    }

    /// The item that holds the byte `at`.
    fn item_at(&self, at: usize) -> Option<&Item> {
        self.items.get(self.pieces_from(at).first()?.item)
    }

    /// The items on a line, and their pieces that begin or end there.
    fn items_on<'s>(
        &'s self,
        line: &'s Range<usize>,
    ) -> impl Iterator<Item = (&'s Item, &'s [Piece])> {
        let mut pieces = self.pieces_from(line.start);
        std::iter::from_fn(move || {
            let first = pieces
                .first()
                .filter(|piece| piece.range.start < line.end)?;
            let count = pieces
                .iter()
                .take_while(|piece| piece.item == first.item && piece.range.start < line.end)
                .count();
            let (here, rest) = pieces.split_at(count);
            pieces = rest;
            Some((self.items.get(first.item)?, here))
        })
    }
}

/// A run that is not yet at its place.
struct Loose {
    run: Run,
    level: Level,
}

/// What an item is shaped with.
fn setting(item: &Item, style: &Style) -> Setting {
    Setting {
        face: item.face,
        script: item.script,
        rtl: item.level % 2 == 1,
        tracked: tracking(item, style) != 0.0,
    }
}

/// Extra space after each character; none where letters are joined, nor from right to left, where viewers differ.
pub(super) fn tracking(item: &Item, style: &Style) -> f64 {
    use Script::{
        Adlam, Arabic, Hanifi_Rohingya, Mandaic, Manichaean, Mongolian, Nko, Phags_Pa, Sogdian,
        Syriac,
    };
    match item.script {
        _ if item.level % 2 == 1 => 0.0,
        Adlam | Arabic | Hanifi_Rohingya | Mandaic | Manichaean | Mongolian | Nko | Phags_Pa
        | Sogdian | Syriac => 0.0,
        // Letters of these hang from a common head line.
        Script::Devanagari | Script::Bengali | Script::Gurmukhi => 0.0,
        _ => style.tracking,
    }
}

/// Points per font unit.
pub(super) fn scale(fonts: &Fonts, face: FaceId, style: &Style) -> f64 {
    style.size / fonts.metrics(face).units_per_em
}

/// Sets the bytes `range` of a text on one line; an empty line is as high as the face `empty`.
pub(super) fn compose(
    words: &Words<'_>,
    fonts: &Fonts,
    of: &Text<'_>,
    range: Range<usize>,
    empty: FaceId,
) -> Line {
    let style = &of.style;
    let mut loose: Vec<Loose> = Vec::new();
    for (item, here) in of.items_on(&range) {
        let run = set_item(words, fonts, of, item, here, &range);
        let level = Level::new(item.level).unwrap_or(Level::ltr());
        match loose.last_mut() {
            Some(last) if last.level == level && last.run.looks_like(&run) => {
                join(&mut last.run, run)
            }
            _ => loose.push(Loose { run, level }),
        }
    }
    let faces = loose
        .iter()
        .map(|loose| loose.run.face)
        .chain(loose.is_empty().then_some(empty));
    let (ascent, descent) =
        faces
            .map(|face| fonts.metrics(face))
            .fold((0.0f64, 0.0f64), |(up, down), metrics| {
                (
                    up.max(metrics.ascent * style.size),
                    down.max(metrics.descent * style.size),
                )
            });
    let (runs, width) = place(loose);
    let text = of.text.get(range).unwrap_or_default().to_owned();
    Line {
        text,
        style: *style,
        rtl: of.base % 2 == 1,
        runs,
        width,
        ascent,
        descent,
        next: Next::End,
    }
}

/// What a hyphen is written with: every face that has letters has it.
const HYPHEN: &str = "-";

/// A hyphen as it follows the byte before `at` of a text, and its width in points; none after letters from right to left,
/// or where their face has none.
fn hyphen(words: &Words<'_>, fonts: &Fonts, of: &Text<'_>, at: usize) -> Option<(Rc<Word>, f64)> {
    let item = of.item_at(at.checked_sub(1)?)?;
    if item.level % 2 == 1 || !words.has(item.face, HYPHEN) {
        return None;
    }
    let word = words.word(setting(item, &of.style), HYPHEN);
    let unit = scale(fonts, item.face, &of.style);
    let width = word.advance as f64 * unit + tracking(item, &of.style);
    Some((word, width))
}

/// Width of a hyphen after the byte before `at` of a text, in points; none where there can be no hyphen.
pub(super) fn hyphen_width(
    words: &Words<'_>,
    fonts: &Fonts,
    of: &Text<'_>,
    at: usize,
) -> Option<f64> {
    hyphen(words, fonts, of, at).map(|(_, width)| width)
}

/// Draws a hyphen at the end of a line that ends at the byte `at` of a text. In the line's text it is a soft hyphen: it is no
/// part of the word.
pub(super) fn hyphenate(
    words: &Words<'_>,
    fonts: &Fonts,
    of: &Text<'_>,
    at: usize,
    line: &mut Line,
) {
    let Some((word, advance)) = hyphen(words, fonts, of, at) else {
        return;
    };
    let (Some((run, others)), Some(glyph)) = (line.runs.split_last_mut(), word.glyphs.first())
    else {
        return;
    };
    let end = run.x + run.width;
    for right in others.iter_mut().filter(|other| other.x >= end) {
        right.x += advance;
        right.glyphs.iter_mut().for_each(|glyph| glyph.x += advance);
    }
    run.glyphs.push(Glyph {
        id: glyph.id,
        cluster: line.text.len() as u32,
        x: end,
        y: 0.0,
        advance,
    });
    line.text.push('\u{AD}');
    run.range.end = line.text.len();
    run.width += advance;
    line.width += advance;
}

/// Width of the bytes `range` of a text set on one line, as [`compose`] sets it, in points.
pub(super) fn width(words: &Words<'_>, fonts: &Fonts, of: &Text<'_>, range: Range<usize>) -> f64 {
    of.items_on(&range)
        .map(|(item, here)| {
            let mut pen = Pen::default();
            words_on(words, of, item, here, &range, |_, word| {
                pen.units += word.advance;
                pen.clusters += word.clusters;
            });
            pen.at(
                scale(fonts, item.face, &of.style),
                tracking(item, &of.style),
            )
        })
        .sum()
}

/// Takes the shaped pieces of an item as far as they are on the line, from left to right, and where in the text they start.
fn words_on(
    words: &Words<'_>,
    of: &Text<'_>,
    item: &Item,
    pieces: &[Piece],
    line: &Range<usize>,
    mut take: impl FnMut(usize, &Word),
) {
    let rtl = item.level % 2 == 1;
    let cut = |range: &Range<usize>| range.start.max(line.start)..range.end.min(line.end);
    let stands = |piece: &Piece| cut(&piece.range) == piece.range && piece.word.alone;
    if pieces.iter().all(stands) {
        let take = |piece: &Piece| take(piece.range.start, &piece.word);
        return match rtl {
            false => pieces.iter().for_each(take),
            true => pieces.iter().rev().for_each(take),
        };
    }
    let setting = setting(item, &of.style);
    let bytes = |range: Range<usize>| of.text.get(range).unwrap_or_default();
    let mut parts: Vec<(usize, Rc<Word>)> = pieces
        .iter()
        .map(|piece| {
            let range = cut(&piece.range);
            let whole = range == piece.range;
            (
                range.start,
                if whole {
                    piece.word.clone()
                } else {
                    words.word(setting, bytes(range))
                },
            )
        })
        .collect();
    if parts.len() > 1 && parts.iter().any(|(_, word)| !word.alone) {
        let range = cut(&item.range);
        parts = vec![(range.start, Rc::new(words.whole(setting, bytes(range))))];
    }
    if rtl {
        parts.reverse();
    }
    parts.iter().for_each(|(start, word)| take(*start, word));
}

/// Sets the pieces of an item as far as they are on the line. The run's glyphs start at 0.
fn set_item(
    words: &Words<'_>,
    fonts: &Fonts,
    of: &Text<'_>,
    item: &Item,
    pieces: &[Piece],
    line: &Range<usize>,
) -> Run {
    let unit = scale(fonts, item.face, &of.style);
    let tracking = tracking(item, &of.style);
    let count = pieces.iter().map(|piece| piece.word.glyphs.len()).sum();
    let mut glyphs = Vec::with_capacity(count);
    let mut pen = Pen::default();
    let mut x = 0.0;
    words_on(words, of, item, pieces, line, |start, word| {
        let start = (start - line.start) as u32;
        glyphs.extend(word.glyphs.iter().map(|glyph| {
            pen.units += i64::from(glyph.advance);
            pen.clusters += i64::from(glyph.ends_cluster);
            let before = x;
            x = pen.at(unit, tracking);
            Glyph {
                id: glyph.id,
                cluster: start + glyph.cluster,
                x: before + f64::from(glyph.x) * unit,
                y: -f64::from(glyph.y) * unit,
                advance: x - before,
            }
        }));
    });
    let start = item.range.start.max(line.start) - line.start;
    let end = item.range.end.min(line.end) - line.start;
    Run {
        range: start..end,
        face: item.face,
        rtl: item.level % 2 == 1,
        x: 0.0,
        width: x,
        tracking,
        glyphs,
    }
}

/// A place in a run, counted whole so that no rounding adds up.
#[derive(Default)]
struct Pen {
    units: i64,
    clusters: i64,
}

impl Pen {
    fn at(&self, unit: f64, tracking: f64) -> f64 {
        self.units as f64 * unit + self.clusters as f64 * tracking
    }
}

impl Run {
    fn looks_like(&self, other: &Run) -> bool {
        self.face == other.face && self.tracking == other.tracking
    }
}

/// Appends a run that looks alike and has the same level.
fn join(run: &mut Run, mut next: Run) {
    let (first, second) = if run.rtl {
        (&mut next, &mut *run)
    } else {
        (&mut *run, &mut next)
    };
    let shift = first.width;
    second.glyphs.iter_mut().for_each(|glyph| glyph.x += shift);
    let mut glyphs = std::mem::take(&mut first.glyphs);
    glyphs.append(&mut second.glyphs);
    run.glyphs = glyphs;
    run.width += next.width;
    run.range.end = next.range.end;
}

/// Gives every run its place (rule L2 of UAX 9); the runs stay in logical order.
fn place(mut loose: Vec<Loose>) -> (Vec<Run>, f64) {
    if loose.len() == 1
        && let Some(only) = loose.pop()
    {
        let width = only.run.width;
        return (vec![only.run], width);
    }
    let levels: Vec<Level> = loose.iter().map(|loose| loose.level).collect();
    let mut runs: Vec<Run> = loose.into_iter().map(|loose| loose.run).collect();
    let mut x = 0.0;
    for at in BidiInfo::reorder_visual(&levels) {
        if let Some(run) = runs.get_mut(at) {
            run.x = x;
            run.glyphs.iter_mut().for_each(|glyph| glyph.x += x);
            x += run.width;
        }
    }
    (runs, x)
}
