//! The tables that shape: how much of them there is, each part as often as it is reached, and how much of it a letter may try.

use std::collections::BTreeMap;

use skrifa::raw::tables::gpos::{Gpos, PairPos, PositionSubtables, SinglePos};
use skrifa::raw::tables::gsub::{Gsub, SingleSubst, SubstitutionSubtables};
use skrifa::raw::tables::layout::{ClassDef, CoverageTable};
use skrifa::raw::{ReadError, TableProvider};
use skrifa::{FontRef, Tag};

use super::contexts::Lookup;
use super::growth::Growth;
use super::stages::{Applied, Features};
use super::{Spent, Steps};

/// What a subtable counts beside its entries: harfrust keeps up to 1.5 KB for it.
const SUBTABLE: u64 = 64;
/// Lookups that all lookups call together, directly or not, as far as that is followed.
const MOST_ORDER: u64 = 4_000_000;
/// harfrust cuts a short word off at as many glyphs.
const MOST_GLYPHS: u64 = 1 << 16;
/// As how many rules a glyph counts, which has to be kept and placed.
const GLYPH: u64 = 100;
/// In so many letters a lookup that skips marks may look at all of them.
const SKIPPED: u64 = 64;

/// What it costs to shape with a face.
#[derive(Debug, Default)]
pub(in crate::text) struct Shaping {
    /// Rules that may be tried for one glyph.
    rules: u64,
    /// Into how many glyphs the glyphs grow that do.
    grows: BTreeMap<u32, u64>,
}

impl Shaping {
    /// Counts the entries of all lookups; nothing where there are more than `most`.
    pub(in crate::text) fn of(font: &FontRef<'_>, most: u64) -> Option<Shaping> {
        let mut steps = Steps(most);
        let mut growth = Growth::default();
        let (mut rules, mut orders) = (states(font), Ok(Vec::new()));
        if let Ok(gsub) = font.gsub() {
            let all = substitutions(&gsub, &mut growth, &mut steps).ok()?;
            let (scripts, varied) = (gsub.script_list().ok(), gsub.feature_variations());
            let varied = varied.and_then(Result::ok);
            let features = Features::read(gsub.feature_list().ok(), scripts, varied, &mut steps);
            orders = features.ok()?.orders(&all, &mut Steps(MOST_ORDER));
            rules = rules.saturating_add(rules_of(&all, orders.as_deref()));
        }
        if let Ok(gpos) = font.gpos() {
            let all = positions(&gpos, &mut steps).ok()?;
            let (scripts, varied) = (gpos.script_list().ok(), gpos.feature_variations());
            let varied = varied.and_then(Result::ok);
            let features = Features::read(gpos.feature_list().ok(), scripts, varied, &mut steps);
            let orders = features.ok()?.orders(&all, &mut Steps(MOST_ORDER));
            rules = rules.saturating_add(rules_of(&all, orders.as_deref()));
        }
        let grows = growth.of(&orders.unwrap_or_default(), MOST_GLYPHS);
        Some(Shaping { rules, grows })
    }

    /// How many rules may be tried to shape a text, of whose characters these are the glyphs.
    pub(in crate::text) fn cost(&self, glyphs: impl Iterator<Item = Option<u32>>) -> u64 {
        let mut length = 0;
        let mut grown = 0u64;
        for glyph in glyphs {
            length += 1;
            let into = match glyph {
                _ if self.grows.is_empty() => 1,
                Some(glyph) => self.grows.get(&glyph).copied().unwrap_or(1),
                // It may be taken apart into any others.
                None => self.grows.values().copied().max().unwrap_or(1),
            };
            grown = grown.saturating_add(into);
        }
        let each = self.rules.saturating_add(GLYPH);
        grown
            .saturating_mul(each)
            .saturating_mul(1 + length / SKIPPED)
    }
}

/// Rules that may be tried in the worst of the orders.
fn rules_of(all: &[Lookup], orders: Result<&[Vec<Applied>], &Spent>) -> u64 {
    let of = |orders: &[Vec<Applied>]| {
        let rules = orders.iter().map(|order| Lookup::rules(all, order));
        rules.max().unwrap_or(0)
    };
    orders.map_or(u64::MAX, of)
}

/// The subtables of Apple's tables, each of which looks at every glyph; a subtable has at least 8 bytes.
fn states(font: &FontRef<'_>) -> u64 {
    let size = |tag: &[u8; 4]| {
        font.data_for_tag(Tag::new(tag))
            .map_or(0, |data| data.len())
    };
    ([b"kern", b"kerx", b"morx"].map(size).iter().sum::<usize>() / 8) as u64
}

type Read<T> = Result<T, ReadError>;

pub(super) fn coverage(table: Read<CoverageTable<'_>>, steps: &mut Steps) -> Result<(), Spent> {
    match table {
        Ok(CoverageTable::Format1(table)) => steps.take(table.glyph_array().len() as u64),
        Ok(CoverageTable::Format2(table)) => {
            steps.take(table.range_records().len() as u64)?;
            steps.take(table.population() as u64)
        }
        Err(_) => Ok(()),
    }
}

pub(super) fn classes(table: Read<ClassDef<'_>>, steps: &mut Steps) -> Result<(), Spent> {
    match table {
        Ok(ClassDef::Format1(table)) => steps.take(table.class_value_array().len() as u64),
        Ok(ClassDef::Format2(table)) => {
            steps.take(table.class_range_records().len() as u64)?;
            steps.take(table.population() as u64)
        }
        Err(_) => Ok(()),
    }
}

fn substitutions(
    gsub: &Gsub<'_>,
    growth: &mut Growth,
    steps: &mut Steps,
) -> Result<Vec<Lookup>, Spent> {
    use SubstitutionSubtables as Kind;
    let mut all = Vec::new();
    let Ok(list) = gsub.lookup_list() else {
        return Ok(all);
    };
    for lookup in list.lookups().iter() {
        steps.take(SUBTABLE)?;
        growth.lookup();
        let mut counted = Lookup::default();
        match lookup.and_then(|lookup| lookup.subtables()) {
            Ok(Kind::Single(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    match table {
                        Ok(SingleSubst::Format1(table)) => {
                            coverage(table.coverage(), steps)?;
                            growth.shifted(table.coverage(), table.delta_glyph_id());
                        }
                        Ok(SingleSubst::Format2(table)) => {
                            coverage(table.coverage(), steps)?;
                            let into = table.substitute_glyph_ids();
                            growth.replaced(table.coverage(), into);
                        }
                        Err(_) => {}
                    }
                }
            }
            Ok(Kind::Multiple(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    let Ok(table) = table else { continue };
                    coverage(table.coverage(), steps)?;
                    let Ok(covered) = table.coverage() else {
                        continue;
                    };
                    for (glyph, into) in covered.iter().zip(table.sequences().iter()) {
                        let Ok(into) = into else { continue };
                        let into = into.substitute_glyph_ids();
                        steps.take(1 + into.len() as u64)?;
                        growth.becomes_several(glyph, into);
                    }
                }
            }
            Ok(Kind::Alternate(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    let Ok(table) = table else { continue };
                    coverage(table.coverage(), steps)?;
                    let Ok(covered) = table.coverage() else {
                        continue;
                    };
                    for (glyph, set) in covered.iter().zip(table.alternate_sets().iter()) {
                        let Ok(set) = set else { continue };
                        let into = set.alternate_glyph_ids();
                        steps.take(1 + into.len() as u64)?;
                        into.iter()
                            .for_each(|into| growth.becomes(glyph, into.get()));
                    }
                }
            }
            Ok(Kind::Ligature(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    let Ok(table) = table else { continue };
                    coverage(table.coverage(), steps)?;
                    let Ok(covered) = table.coverage() else {
                        continue;
                    };
                    let mut most = 0;
                    for (glyph, set) in covered.iter().zip(table.ligature_sets().iter()) {
                        let Ok(set) = set else { continue };
                        let mut tried = 0;
                        for ligature in set.ligatures().iter() {
                            steps.take(1)?;
                            let Ok(ligature) = ligature else { continue };
                            let parts = ligature.component_glyph_ids().len() as u64;
                            steps.take(parts)?;
                            tried += 1 + parts;
                            growth.becomes(glyph, ligature.ligature_glyph());
                        }
                        most = tried.max(most);
                    }
                    counted.tried(most);
                }
            }
            Ok(Kind::Contextual(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    if let Ok(table) = table {
                        counted.context(&table, steps)?;
                    }
                }
            }
            Ok(Kind::ChainContextual(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    if let Ok(table) = table {
                        counted.chained(&table, steps)?;
                    }
                }
            }
            Ok(Kind::Reverse(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    let Ok(table) = table else { continue };
                    coverage(table.coverage(), steps)?;
                    let around = [table.backtrack_coverages(), table.lookahead_coverages()];
                    for around in around {
                        counted.tried(around.len() as u64);
                        for table in around.iter() {
                            coverage(table, steps)?;
                        }
                    }
                    growth.replaced(table.coverage(), table.substitute_glyph_ids());
                }
            }
            Ok(Kind::EmptyExtension) | Err(_) => {}
        }
        all.push(counted);
    }
    Ok(all)
}

fn positions(gpos: &Gpos<'_>, steps: &mut Steps) -> Result<Vec<Lookup>, Spent> {
    use PositionSubtables as Kind;
    let mut all = Vec::new();
    let Ok(list) = gpos.lookup_list() else {
        return Ok(all);
    };
    for lookup in list.lookups().iter() {
        steps.take(SUBTABLE)?;
        let mut counted = Lookup::default();
        match lookup.and_then(|lookup| lookup.subtables()) {
            Ok(Kind::Single(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    let covered = match table {
                        Ok(SinglePos::Format1(table)) => table.coverage(),
                        Ok(SinglePos::Format2(table)) => table.coverage(),
                        Err(_) => continue,
                    };
                    coverage(covered, steps)?;
                }
            }
            Ok(Kind::Pair(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    match table {
                        Ok(PairPos::Format1(table)) => {
                            coverage(table.coverage(), steps)?;
                            for set in table.pair_sets().iter() {
                                let pairs = set.map_or(0, |set| set.pair_value_count());
                                steps.take(1 + u64::from(pairs))?;
                            }
                        }
                        Ok(PairPos::Format2(table)) => {
                            coverage(table.coverage(), steps)?;
                            classes(table.class_def1(), steps)?;
                            classes(table.class_def2(), steps)?;
                            let classes = [table.class1_count(), table.class2_count()];
                            steps.take(classes.map(u64::from).iter().product())?;
                        }
                        Err(_) => {}
                    }
                }
            }
            Ok(Kind::Cursive(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    if let Ok(table) = table {
                        coverage(table.coverage(), steps)?;
                    }
                }
            }
            Ok(Kind::MarkToBase(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    let Ok(table) = table else { continue };
                    coverage(table.mark_coverage(), steps)?;
                    coverage(table.base_coverage(), steps)?;
                    let bases = table.base_array().map_or(0, |all| all.base_count());
                    steps.take(u64::from(bases) * u64::from(table.mark_class_count()))?;
                }
            }
            Ok(Kind::MarkToLig(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    let Ok(table) = table else { continue };
                    coverage(table.mark_coverage(), steps)?;
                    coverage(table.ligature_coverage(), steps)?;
                    let Ok(array) = table.ligature_array() else {
                        continue;
                    };
                    for ligature in array.ligature_attaches().iter() {
                        let parts = ligature.map_or(0, |one| one.component_count());
                        steps.take(1 + u64::from(parts) * u64::from(table.mark_class_count()))?;
                    }
                }
            }
            Ok(Kind::MarkToMark(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    let Ok(table) = table else { continue };
                    coverage(table.mark1_coverage(), steps)?;
                    coverage(table.mark2_coverage(), steps)?;
                    let marks = table.mark2_array().map_or(0, |all| all.mark2_count());
                    steps.take(u64::from(marks) * u64::from(table.mark_class_count()))?;
                }
            }
            Ok(Kind::Contextual(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    if let Ok(table) = table {
                        counted.context(&table, steps)?;
                    }
                }
            }
            Ok(Kind::ChainContextual(tables)) => {
                for table in tables.iter() {
                    counted.plain(SUBTABLE, steps)?;
                    if let Ok(table) = table {
                        counted.chained(&table, steps)?;
                    }
                }
            }
            Ok(Kind::EmptyExtension) | Err(_) => {}
        }
        all.push(counted);
    }
    Ok(all)
}
