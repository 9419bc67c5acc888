//! Shapes words and keeps them, in font units, so that a word is shaped once whatever its size and line.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use harfrust::{
    BufferFlags, Direction, Feature, Language, ShapeOptions, ShapePlan, Tag, UnicodeBuffer,
};
use skrifa::charmap::Charmap;
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::char::is_combining_mark;
use unicode_script::Script;

use super::items::has_cluster;
use super::{FaceId, Fonts, fonts};
use crate::limits::Limit;

/// A glyph in font units, up positive as in the font.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Unit {
    pub id: u32,
    /// Byte offset in the shaped text.
    pub cluster: u32,
    pub x: i32,
    pub y: i32,
    pub advance: i32,
    /// Whether it is the rightmost of its cluster.
    pub ends_cluster: bool,
}

/// A shaped piece of text.
#[derive(Debug)]
pub(super) struct Word {
    /// From left to right.
    pub glyphs: Vec<Unit>,
    /// Sum of the advances.
    pub advance: i64,
    /// Number of clusters.
    pub clusters: i64,
    /// Whether it comes out the same beside any other words, spaces between.
    pub alone: bool,
}

/// What a piece of text is shaped with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Setting {
    pub face: FaceId,
    pub script: Script,
    pub rtl: bool,
    /// Without ligatures, since the letters are spaced.
    pub tracked: bool,
}

/// A place in a text where the glyphs on one side depend on the text of the other.
struct Tie {
    /// The cluster that begins there.
    cluster: u32,
    /// Whether they do on this very text, or only might on another.
    to_neighbour: bool,
}

/// A face in use.
struct Live<'f> {
    font: FontRef<'f>,
    map: Charmap<'f>,
    /// Whether it has all of ASCII.
    ascii: bool,
    shaper: OnceCell<harfrust::Shaper<'f>>,
}

/// What has been shaped with a setting.
struct Shelf {
    setting: Setting,
    /// Whether the script runs in the setting's direction by itself. Numbers and signs between words of a script of the
    /// other direction do not; harfrust then looks at the whole run for digits.
    native: bool,
    plan: ShapePlan,
    words: HashMap<Box<str>, Rc<Word>>,
    /// The word that is every other one.
    space: Option<Rc<Word>>,
}

/// Shapes words and keeps them.
pub(super) struct Words<'f> {
    fonts: &'f Fonts,
    language: Option<Language>,
    live: Vec<OnceCell<Option<Live<'f>>>>,
    shelves: Shelves,
    /// How many more rules of added faces may be tried.
    left: Cell<u64>,
    buffer: RefCell<Option<UnicodeBuffer>>,
}

/// What has been shaped in a language.
struct Shelves {
    language: Option<Language>,
    all: RefCell<Vec<Shelf>>,
}

/// Words that a shelf may have to be kept for the next map.
const MOST_KEPT: usize = 5_000;

thread_local! {
    /// The shelves of the built-in faces, with the language, from the map that this thread drew last: the maps of a folder share
    /// most of their words.
    static KEPT: Cell<Option<(Option<Language>, Vec<Shelf>)>> = const { Cell::new(None) };
}

/// Glyphs that a letter may become, on average. The longest Arabic ligature is taken apart into 18.
const MOST_GLYPHS: usize = 32;

/// Ligatures are off where letters are spaced, as in CSS.
const TRACKED: [Feature; 2] = [off(b"liga"), off(b"clig")];

const fn off(tag: &[u8; 4]) -> Feature {
    Feature {
        tag: Tag::new(tag),
        value: 0,
        start: 0,
        end: u32::MAX,
    }
}

impl<'f> Words<'f> {
    pub(super) fn new(fonts: &'f Fonts, lang: &str) -> Words<'f> {
        let language = Language::new(lang);
        Words {
            fonts,
            shelves: Shelves::new(language.clone()),
            language,
            live: (0..fonts.len()).map(|_| OnceCell::new()).collect(),
            left: Cell::new(fonts.limits().of(Limit::Shaping)),
            buffer: RefCell::default(),
        }
    }

    /// Whether a text may be shaped in a face: what it may take at most is taken from what is left. The face is told if not.
    fn may_shape(&self, face: FaceId, parts: &[&str]) -> bool {
        if Fonts::is_builtin(face) {
            return true;
        }
        let (Some(live), face) = (self.live(face), self.fonts.face(face)) else {
            return false;
        };
        let glyph = |c| live.map.map(c).map(|glyph| glyph.to_u32());
        let glyphs = parts.iter().flat_map(|part| part.chars()).map(glyph);
        match self.left.get().checked_sub(face.shaping_cost.cost(glyphs)) {
            Some(left) => self.left.set(left),
            None => face.overshape(),
        }
        !face.is_overshaped()
    }

    fn live(&self, face: FaceId) -> Option<&Live<'f>> {
        let read = || {
            let font = self.fonts.face(face).font()?;
            let map = font.charmap();
            let ascii = (' '..='~').all(|c| map.map(c).is_some());
            let shaper = OnceCell::new();
            Some(Live {
                font,
                map,
                ascii,
                shaper,
            })
        };
        self.live
            .get(usize::from(face.0))?
            .get_or_init(read)
            .as_ref()
    }

    /// Whether a face has all characters of a cluster or text.
    pub(super) fn has(&self, face: FaceId, cluster: &str) -> bool {
        self.live(face).is_some_and(|live| {
            live.ascii && cluster.is_ascii()
                || has_cluster(cluster, |c| fonts::covers(&live.map, c))
        })
    }

    /// Shapes a word, which holds no space, or finds it shaped before.
    pub(super) fn word(&self, setting: Setting, text: &str) -> Rc<Word> {
        let mut shelves = self.shelves.all.borrow_mut();
        match self.shelf(&mut shelves, setting) {
            Some(shelf) => self.known(shelf, text),
            None => Rc::new(Word::new(Vec::new(), true)),
        }
    }

    /// Shapes the words and spaces of a part of a text, as [`Words::word`] does each, and says where they stand.
    pub(super) fn words(
        &self,
        setting: Setting,
        text: &str,
        part: Range<usize>,
        mut take: impl FnMut(Range<usize>, Rc<Word>),
    ) {
        let mut shelves = self.shelves.all.borrow_mut();
        let mut shelf = self.shelf(&mut shelves, setting);
        for range in pieces(text, part) {
            let word = match (&mut shelf, text.get(range.clone())) {
                (Some(shelf), Some(text)) => self.known(shelf, text),
                _ => Rc::new(Word::new(Vec::new(), true)),
            };
            take(range, word);
        }
    }

    /// Finds a word on its shelf, or puts it there.
    fn known(&self, shelf: &mut Shelf, text: &str) -> Rc<Word> {
        let known = if text == " " {
            shelf.space.as_ref()
        } else {
            shelf.words.get(text)
        };
        if let Some(word) = known {
            return word.clone();
        }
        let word = Rc::new(self.shape_word(shelf, text));
        if text == " " {
            shelf.space = Some(word.clone());
        } else {
            shelf.words.insert(text.into(), word.clone());
        }
        word
    }

    /// Shapes a text of several words as it stands.
    pub(super) fn whole(&self, setting: Setting, text: &str) -> Word {
        let mut shelves = self.shelves.all.borrow_mut();
        let glyphs = self
            .shelf(&mut shelves, setting)
            .map(|shelf| self.shape(shelf, &[text], BufferFlags::empty()));
        Word::new(glyphs.map(|(glyphs, _)| glyphs).unwrap_or_default(), true)
    }

    fn shelf<'s>(&self, shelves: &'s mut Vec<Shelf>, setting: Setting) -> Option<&'s mut Shelf> {
        if let Some(at) = shelves.iter().position(|shelf| shelf.setting == setting) {
            return shelves.get_mut(at);
        }
        let shaper = self.shaper(setting.face)?;
        let script = setting.script.short_name().parse().ok();
        let features: &[Feature] = if setting.tracked { &TRACKED } else { &[] };
        let plan = ShapePlan::new(
            shaper,
            direction(setting),
            script,
            self.language.as_ref(),
            features,
        );
        let native = script.is_none_or(|script| runs(script) == direction(setting));
        shelves.push(Shelf {
            setting,
            native,
            plan,
            words: HashMap::new(),
            space: None,
        });
        shelves.last_mut()
    }

    fn shaper(&self, face: FaceId) -> Option<&harfrust::Shaper<'f>> {
        let live = self.live(face)?;
        Some(live.shaper.get_or_init(|| {
            self.fonts
                .face(face)
                .shaping(&live.font)
                .shaper(&live.font)
                .build()
        }))
    }

    /// Shapes a word by itself, and finds out whether it stands alone: between two spaces on either side it must come out
    /// the same, and harfrust must not have looked at the outer ones. The built-in faces are made so.
    fn shape_word(&self, shelf: &Shelf, text: &str) -> Word {
        let mut alone = shelf.native;
        if alone && !Fonts::is_builtin(shelf.setting.face) {
            let inside = 2..2 + text.len() as u32;
            let (_, ties) = self.shape(
                shelf,
                &["  ", text, "  "],
                BufferFlags::PRODUCE_UNSAFE_TO_CONCAT,
            );
            alone = !ties.iter().any(|tie| match tie.cluster {
                at if at == inside.start || at == inside.end => tie.to_neighbour,
                at => at == 0 || at > inside.end,
            });
        }
        Word::new(self.shape(shelf, &[text], BufferFlags::empty()).0, alone)
    }

    /// The glyphs of the parts, one after the other, and the places where the two sides depend on each other.
    fn shape(&self, shelf: &Shelf, parts: &[&str], flags: BufferFlags) -> (Vec<Unit>, Vec<Tie>) {
        let Some(shaper) = self.shaper(shelf.setting.face) else {
            return Default::default();
        };
        if !self.may_shape(shelf.setting.face, parts) {
            return Default::default();
        }
        let mut buffer = self.buffer.take().unwrap_or_default();
        let mut at = 0;
        for part in parts {
            for (offset, c) in part.char_indices() {
                buffer.add(c, at + offset as u32);
            }
            at += part.len() as u32;
        }
        buffer.set_direction(direction(shelf.setting));
        if let Some(script) = shelf.plan.script() {
            buffer.set_script(script);
        }
        if let Some(language) = &self.language {
            buffer.set_language(language.clone());
        }
        buffer.set_flags(flags | BufferFlags::BEGINNING_OF_TEXT | BufferFlags::END_OF_TEXT);
        let letters = buffer.len();
        let done = shaper.shape(buffer, ShapeOptions::new().plan(Some(&shelf.plan)));
        let mut ties = Vec::new();
        if done.len() > MOST_GLYPHS * (1 + letters) {
            self.fonts.face(shelf.setting.face).sprawl();
            return Default::default();
        }
        let glyphs = done
            .glyph_infos()
            .iter()
            .zip(done.glyph_positions())
            .map(|(info, place)| {
                if info.unsafe_to_break() || info.unsafe_to_concat() {
                    ties.push(Tie {
                        cluster: info.cluster,
                        to_neighbour: info.unsafe_to_break(),
                    });
                }
                Unit {
                    // OpenType numbers glyphs in 16 bits; a table of characters may claim others.
                    id: u16::try_from(info.glyph_id).map_or(0, u32::from),
                    cluster: info.cluster,
                    x: place.x_offset,
                    y: place.y_offset,
                    advance: place.x_advance,
                    ends_cluster: true,
                }
            })
            .collect();
        self.buffer.replace(Some(done.clear()));
        (glyphs, ties)
    }
}

impl Shelves {
    /// Those that are kept, if they are of the language.
    fn new(language: Option<Language>) -> Shelves {
        let kept = KEPT.try_with(Cell::take).ok().flatten();
        let kept = kept.filter(|(known, _)| *known == language);
        let all = RefCell::new(kept.map(|(_, shelves)| shelves).unwrap_or_default());
        Shelves { language, all }
    }
}

impl Drop for Shelves {
    fn drop(&mut self) {
        let mut shelves = self.all.take();
        shelves.retain(|shelf| {
            Fonts::is_builtin(shelf.setting.face) && shelf.words.len() <= MOST_KEPT
        });
        // A thread that is about to end keeps nothing.
        let _ = KEPT.try_with(|kept| kept.set(Some((self.language.take(), shelves))));
    }
}

impl Word {
    fn new(mut glyphs: Vec<Unit>, alone: bool) -> Word {
        let mut after = None;
        for glyph in glyphs.iter_mut().rev() {
            glyph.ends_cluster = after != Some(glyph.cluster);
            after = Some(glyph.cluster);
        }
        let advance = glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
        let clusters = glyphs
            .iter()
            .map(|glyph| i64::from(glyph.ends_cluster))
            .sum();
        Word {
            glyphs,
            advance,
            clusters,
            alone,
        }
    }
}

/// The direction of a script.
fn runs(script: harfrust::Script) -> Direction {
    let mut buffer = UnicodeBuffer::new();
    buffer.set_script(script);
    buffer.guess_segment_properties();
    buffer.direction()
}

fn direction(setting: Setting) -> Direction {
    if setting.rtl {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

/// The words and the spaces between them, in order; a space that carries a combining mark is part of a word.
fn pieces(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let is_space = move |at: usize| {
        let marked = || {
            text.get(at + 1..)?
                .chars()
                .next()
                .filter(|&c| is_combining_mark(c))
        };
        text.as_bytes().get(at) == Some(&b' ') && marked().is_none()
    };
    let mut rest = range;
    std::iter::from_fn(move || {
        let start = rest.next()?;
        let spaces = is_space(start);
        let end = rest
            .clone()
            .find(|&at| is_space(at) != spaces)
            .unwrap_or(rest.end);
        rest.start = end;
        Some(start..end)
    })
}
