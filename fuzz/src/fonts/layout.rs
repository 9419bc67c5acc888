//! Substitutions: rules that call rules, glyphs that become several, tables that stand for many.

use arbitrary::{Arbitrary, Result, Unstructured};

use super::sfnt::words;

/// The substitutions of a font, all in one script, and which features they are of.
#[derive(Clone, Debug, Default)]
pub struct Features {
    /// Tags, and the lookups of each.
    pub features: Vec<([u8; 4], Vec<u16>)>,
    /// Kinds of lookups, their subtable, and as how many subtables it is named.
    pub lookups: Vec<(Subtable, u16)>,
    /// As how many lookups each is named, one after the other.
    pub named: u16,
}

/// What a lookup does to a glyph.
#[derive(Clone, Debug)]
pub enum Subtable {
    /// It becomes another one.
    Single(u16, u16),
    /// It becomes several.
    Multiple(u16, Vec<u16>),
    /// With so many others of its kind, it becomes one; as so many ligatures.
    Ligature(u16, u16, u16),
    /// Lookups are called for it by a rule that stands for so many.
    Context(u16, Rule, u16),
}

/// Lookups that are called, each for the first glyph.
pub type Rule = Vec<u16>;

impl Features {
    /// Lookups of one feature that is always applied.
    pub fn of(lookups: Vec<(Subtable, u16)>, named: u16) -> Features {
        let all = (0..lookups.len() as u16 * named.max(1)).collect();
        Features {
            features: vec![(*b"ccmp", all)],
            lookups,
            named,
        }
    }

    /// The table GSUB.
    pub fn table(&self) -> Vec<u8> {
        // One script with one language, which has all features.
        let count = self.features.len() as u16;
        let mut scripts = words(&[1]);
        scripts.extend(b"DFLT");
        scripts.extend(words(&[8, 4, 0, 0, 0xFFFF, count]));
        scripts.extend(words(&(0..count).collect::<Vec<u16>>()));
        let (mut records, mut tables) = (words(&[count]), Vec::new());
        for (tag, lookups) in &self.features {
            let at = 2 + 6 * self.features.len() + tables.len();
            records.extend(tag);
            records.extend(words(&[at as u16]));
            tables.extend(words(&[0, lookups.len() as u16]));
            tables.extend(words(lookups));
        }
        let features = [records, tables].concat();
        let named = self.named.max(1);
        let count = self.lookups.len() as u16 * named;
        let (mut places, mut tables) = (words(&[count]), Vec::new());
        for (subtable, times) in &self.lookups {
            let at = 2 + 2 * count as usize + tables.len();
            places.extend(words(&vec![at as u16; named.into()]));
            let (kind, bytes) = subtable.bytes();
            tables.extend(words(&[kind, 0, *times]));
            tables.extend(words(&vec![6 + 2 * times; usize::from(*times)]));
            tables.extend(bytes);
        }
        let starts = [10, 10 + scripts.len(), 10 + scripts.len() + features.len()];
        let head = words(&[&[1, 0], &starts.map(|at| at as u16)[..]].concat());
        [head, scripts, features, places, tables].concat()
    }
}

impl Subtable {
    /// The kind of its lookup, and its bytes.
    fn bytes(&self) -> (u16, Vec<u8>) {
        // A table of one glyph.
        let covered = |glyph: u16| [1, 1, glyph];
        match self {
            Subtable::Single(glyph, into) => (
                1,
                words(&[&[2, 8, 1, *into], &covered(*glyph)[..]].concat()),
            ),
            Subtable::Multiple(glyph, into) => {
                let head = [1, 8, 1, 14];
                let sequence = [&[into.len() as u16], &into[..]].concat();
                (2, words(&[&head, &covered(*glyph)[..], &sequence].concat()))
            }
            Subtable::Ligature(glyph, others, times) => {
                let at = 2 + 2 * times;
                let set = [vec![*times], vec![at; usize::from(*times)]].concat();
                let ligature =
                    [vec![*glyph, others + 1], vec![*glyph; usize::from(*others)]].concat();
                (
                    4,
                    words(&[&[1, 8, 1, 14], &covered(*glyph)[..], &set, &ligature].concat()),
                )
            }
            Subtable::Context(glyph, calls, times) => {
                let at = 2 + 2 * times;
                let set = [vec![*times], vec![at; usize::from(*times)]].concat();
                let mut rule = vec![1, calls.len() as u16];
                rule.extend(calls.iter().flat_map(|call| [0, *call]));
                (
                    5,
                    words(&[&[1, 8, 1, 14], &covered(*glyph)[..], &set, &rule].concat()),
                )
            }
        }
    }
}

impl<'a> Arbitrary<'a> for Features {
    fn arbitrary(dice: &mut Unstructured<'a>) -> Result<Features> {
        const TAGS: [&[u8; 4]; 8] = [
            b"ccmp", b"locl", b"calt", b"liga", b"rlig", b"isol", b"rclt", b"zzzz",
        ];
        let glyph = |dice: &mut Unstructured<'a>| dice.int_in_range(0u16..=3);
        let mut lookups = Vec::new();
        for _ in 0..dice.int_in_range(0..=12)? {
            let subtable = match dice.int_in_range(0..=3)? {
                0 => Subtable::Single(glyph(dice)?, glyph(dice)?),
                1 => {
                    let count = dice.int_in_range(0..=60)?;
                    Subtable::Multiple(glyph(dice)?, vec![glyph(dice)?; count])
                }
                2 => Subtable::Ligature(
                    glyph(dice)?,
                    dice.int_in_range(0..=4)?,
                    dice.int_in_range(0..=900)?,
                ),
                _ => {
                    let count = dice.int_in_range(0..=6)?;
                    let calls = (0..count).map(|_| dice.int_in_range(0..=14));
                    let calls = calls.collect::<Result<Rule>>()?;
                    Subtable::Context(glyph(dice)?, calls, dice.int_in_range(0..=900)?)
                }
            };
            lookups.push((subtable, dice.int_in_range(1..=300)?));
        }
        let named = dice.int_in_range(1..=200)?;
        let count = lookups.len() as u16 * named;
        let mut features = Vec::new();
        for _ in 0..dice.int_in_range(1..=6)? {
            let tag = **dice.choose(&TAGS)?;
            let first = dice.int_in_range(0..=count)?;
            features.push((tag, (first..count).collect()));
        }
        Ok(Features {
            features,
            lookups,
            named,
        })
    }
}
