//! In which order lookups are applied.

use std::collections::{BTreeMap, BTreeSet};

use skrifa::Tag;
use skrifa::raw::tables::layout::{FeatureList, FeatureVariations, ScriptList};

use super::contexts::Lookup;
use super::{Spent, Steps};

/// Features of one stage: their lookups are applied together, in the order of the list.
type Stage = &'static [&'static [u8; 4]];

/// The stages of harfrust's shapers before the last one: for Arabic and its like, for Indic scripts, for those of the universal
/// shaper, for Burmese, and for Khmer and all others.
const ORDERS: [&[Stage]; 5] = [
    &[
        FIRST,
        &[b"ccmp", b"locl"],
        &[b"isol"],
        &[b"fina"],
        &[b"fin2"],
        &[b"fin3"],
        &[b"medi"],
        &[b"med2"],
        &[b"init"],
        &[b"rlig"],
        &[b"calt"],
        LAST,
        &[b"mset"],
    ],
    &[
        FIRST,
        &[b"ccmp", b"locl"],
        &[b"nukt"],
        &[b"akhn"],
        &[b"rphf"],
        &[b"rkrf"],
        &[b"pref"],
        &[b"blwf"],
        &[b"abvf"],
        &[b"half"],
        &[b"pstf"],
        &[b"vatu"],
        &[b"cjct"],
        LAST,
    ],
    &[
        FIRST,
        &[b"ccmp", b"locl", b"nukt", b"akhn"],
        &[b"rphf"],
        &[b"pref"],
        &[
            b"rkrf", b"abvf", b"blwf", b"half", b"pstf", b"vatu", b"cjct",
        ],
        &[b"isol", b"init", b"medi", b"fina"],
        LAST,
    ],
    &[
        FIRST,
        &[b"ccmp", b"locl"],
        &[b"rphf"],
        &[b"pref"],
        &[b"blwf"],
        &[b"pstf"],
        LAST,
    ],
    &[
        FIRST,
        &[
            b"ccmp", b"locl", b"pref", b"blwf", b"abvf", b"pstf", b"cfar", b"isol", b"fina",
            b"medi", b"init", b"ljmo", b"vjmo", b"tjmo", b"rlig", b"calt", b"nukt", b"akhn",
            b"clig", b"liga", b"rclt", b"mset",
        ],
        LAST,
    ],
];

const FIRST: Stage = &[
    b"rvrn", b"frac", b"numr", b"dnom", b"ltra", b"ltrm", b"rtla", b"rtlm", b"rand", b"stch",
];

/// What follows the stages of a script, and what positions glyphs.
const LAST: Stage = &[
    b"abvm", b"abvs", b"blwm", b"blws", b"calt", b"clig", b"curs", b"dist", b"fina", b"haln",
    b"halt", b"init", b"isol", b"kern", b"liga", b"mark", b"medi", b"mkmk", b"palt", b"pres",
    b"psts", b"rclt", b"rlig", b"valt", b"vert", b"vhal", b"vkrn", b"vpal",
];

/// The lookups of each feature that there is.
#[derive(Debug, Default)]
pub(super) struct Features(BTreeMap<Tag, BTreeSet<u16>>);

impl Features {
    /// Reads them, those that a variable font puts in their place too. What a language requires is of the first stage as well.
    pub(super) fn read(
        list: Option<FeatureList<'_>>,
        scripts: Option<ScriptList<'_>>,
        variations: Option<FeatureVariations<'_>>,
        steps: &mut Steps,
    ) -> Result<Features, Spent> {
        let mut features = Features::default();
        let Some(list) = list else {
            return Ok(features);
        };
        let records = list.feature_records();
        let tag = |at: usize| records.get(at).map(|record| record.feature_tag());
        let mut add = |tag: Tag, lookups: Vec<u16>, steps: &mut Steps| {
            steps.take(1 + lookups.len() as u64)?;
            features.0.entry(tag).or_default().extend(lookups);
            Ok(())
        };
        for record in records {
            if let Ok(feature) = record.feature(list.offset_data()) {
                let lookups = feature.lookup_list_indices().iter().map(|at| at.get());
                add(record.feature_tag(), lookups.collect(), steps)?;
            }
        }
        let variations = variations.iter().flat_map(|all| {
            let data = all.offset_data();
            let records = all.feature_variation_records().iter();
            records.filter_map(move |record| record.feature_table_substitution(data)?.ok())
        });
        for table in variations {
            for record in table.substitutions() {
                let feature = record.alternate_feature(table.offset_data());
                let tag = tag(usize::from(record.feature_index()));
                let (Some(tag), Ok(feature)) = (tag, feature) else {
                    continue;
                };
                let lookups = feature.lookup_list_indices().iter().map(|at| at.get());
                add(tag, lookups.collect(), steps)?;
            }
        }
        for script in scripts.iter().flat_map(|all| {
            let data = all.offset_data();
            let records = all.script_records().iter();
            records.filter_map(move |record| record.script(data).ok())
        }) {
            let data = script.offset_data();
            let languages = script.lang_sys_records().iter();
            let languages = languages.filter_map(|record| record.lang_sys(data).ok());
            let usual = script.default_lang_sys().and_then(Result::ok);
            for language in languages.chain(usual) {
                let at = usize::from(language.required_feature_index());
                steps.take(1)?;
                let required = records
                    .get(at)
                    .and_then(|record| record.feature(list.offset_data()).ok());
                if let Some(feature) = required {
                    let lookups = feature.lookup_list_indices().iter().map(|at| at.get());
                    add(Tag::new(b"rvrn"), lookups.collect(), steps)?;
                }
            }
        }
        Ok(features)
    }

    /// The lookups in the orders in which they may be applied; nothing where they call one another more often than anybody can
    /// follow.
    pub(super) fn orders(
        &self,
        all: &[Lookup],
        steps: &mut Steps,
    ) -> Result<Vec<Vec<Applied>>, Spent> {
        let calls = Lookup::all_calls(all);
        let mut orders = Vec::new();
        for stages in ORDERS {
            let mut order = Vec::new();
            let mut done: BTreeSet<&[u8; 4]> = BTreeSet::new();
            for stage in stages {
                let features = stage.iter().filter(|tag| done.insert(tag));
                let features = features.filter_map(|tag| self.0.get(&Tag::new(tag)));
                let lookups: BTreeSet<u16> = features.flatten().copied().collect();
                for lookup in lookups {
                    let calls = calls.get(usize::from(lookup)).copied().unwrap_or(0);
                    let called = reached(all, lookup, steps)?;
                    order.push(Applied {
                        lookup,
                        calls,
                        called,
                    });
                }
            }
            orders.push(order);
        }
        Ok(orders)
    }
}

/// A lookup that is applied to a text.
#[derive(Debug)]
pub(super) struct Applied {
    pub(super) lookup: u16,
    /// How many others it may call at one place.
    pub(super) calls: u64,
    /// Those that it calls, and that these call.
    pub(super) called: BTreeSet<u16>,
}

/// The lookups that a lookup calls, and those call.
fn reached(all: &[Lookup], from: u16, steps: &mut Steps) -> Result<BTreeSet<u16>, Spent> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(lookup) = waiting.pop() {
        let called = all.get(usize::from(lookup)).map(Lookup::called);
        for called in called.into_iter().flatten() {
            steps.take(1)?;
            if reached.insert(called) {
                waiting.push(called);
            }
        }
    }
    Ok(reached)
}
