//! Before anything is resolved: who is there to refer to.

use std::rc::Rc;

use super::assets::Assets;
use super::checker::Checker;
use super::files::Files;
use super::ids::{Item, Reserved, Space};
use super::journey::LEAVE;
use super::lang::language;
use crate::diag::Findings;
use crate::limits::{Limit, Limits};
use crate::model::{Document, Mapping, Meta, StageKpi, Text};

/// Keys of a feeling, which cannot be ids of personas: `emotion: {score: 1}` would mean two things.
pub(super) const FEELING_KEYS: &[&str] = &["score", "feeling", "evidence", "low", "high"];

/// Opens the check of a map: gives everything its id.
pub(super) fn open<'a>(
    document: &'a Document,
    files: &'a dyn Files,
    limits: Limits,
) -> Checker<'a> {
    let mut findings = Findings::new(limits.count(Limit::Findings));
    let found = &mut findings;
    let lost = |key: &str| document.meta.lost(key);
    let stages = lost("stages");
    let touchpoints = stages
        || document
            .stages
            .iter()
            .any(|stage| stage.meta.lost("touchpoints"));
    let free = Reserved::default;
    // Without any persona or channel, that is the finding, and not each reference to one.
    let no_personas = lost("personas") || document.personas.entries.is_empty();
    let no_channels = lost("channels") || document.channels.items.is_empty();
    let feeling = Reserved {
        ids: FEELING_KEYS,
        meaning: "a key of a feeling",
    };
    let personas = keyed(&document.personas, |p| (&p.name, &p.meta));
    let personas = Space::new("persona", personas, feeling, no_personas, found).at("personas");
    let channels = document.channels.items.iter().map(|(key, channel)| Item {
        id: key.clone(),
        name: name_of(&channel.name),
        span: channel.meta.head,
    });
    let channels =
        Space::new("channel", channels.collect(), free(), no_channels, found).at("channels");
    let evidence = keyed(&document.evidence, |e| (&e.name, &e.meta));
    let evidence = Space::new("source", evidence, free(), lost("evidence"), found).at("evidence");
    let kpis = Space::new(
        "KPI",
        kpi_items(document),
        free(),
        lost("kpis") || stages,
        found,
    )
    .at("kpis");
    let all = document.stages.iter().flat_map(|stage| &stage.touchpoints);
    let unnamed = |meta: &Meta| meta.lost("name") || meta.lost("id");
    let stages_lost = stages || document.stages.iter().any(|stage| unnamed(&stage.meta));
    let stages = document
        .stages
        .iter()
        .map(|s| item(&s.id, &s.name, &s.meta))
        .collect();
    let stages = Space::new("stage", stages, free(), stages_lost, found);
    let touchpoints_lost = touchpoints || all.clone().any(|touchpoint| unnamed(&touchpoint.meta));
    let points = all.map(|t| item(&t.id, &t.name, &t.meta)).collect();
    let leave = Reserved {
        ids: &[LEAVE],
        meaning: "under `next`, this leads out of the journey",
    };
    let touchpoint_space = Space::new("touchpoint", points, leave, touchpoints_lost, found);
    let cells = document.stages.iter().flat_map(|stage| {
        std::iter::once((&stage.cell, &stage.meta))
            .chain(stage.touchpoints.iter().map(|t| (&t.cell, &t.meta)))
    });
    let pains = cells
        .clone()
        .flat_map(|(cell, _)| &cell.pain_points)
        .map(|p| item(&p.id, &p.text, &p.meta))
        .collect();
    let pains_lost = touchpoints || cells.clone().any(|(_, meta)| meta.lost("pain_points"));
    let pain_points = Space::new("pain point", pains, free(), pains_lost, found);
    let lang = document
        .lang
        .as_ref()
        .map_or_else(|| language("en"), |tag| language(&tag.0.text));
    Checker {
        document,
        findings,
        assets: Assets::new(files, limits),
        lang,
        scale: None,
        timeline: None,
        personas,
        channels,
        evidence,
        kpis,
        stages,
        touchpoints: touchpoint_space,
        pain_points,
        scale_explained: false,
    }
}

/// The map's own KPIs, then those that are written at stages, in order.
fn kpi_items(document: &Document) -> Vec<Item> {
    let mut items = keyed(&document.kpis, |kpi| (&kpi.name, &kpi.meta));
    for stage in &document.stages {
        for kpi in &stage.kpis {
            if let StageKpi::Written(kpi) = kpi {
                items.push(Item {
                    id: None,
                    name: name_of(&kpi.name),
                    span: kpi.meta.head,
                });
            }
        }
    }
    items
}

fn keyed<T>(mapping: &Mapping<T>, parts: impl Fn(&T) -> (&Option<Text>, &Meta)) -> Vec<Item> {
    let item = |(id, value): &(Text, T)| {
        let (name, meta) = parts(value);
        Item {
            id: Some(id.clone()),
            name: name_of(name),
            span: meta.head,
        }
    };
    mapping.entries.iter().map(item).collect()
}

fn item(id: &Option<Text>, name: &Option<Text>, meta: &Meta) -> Item {
    Item {
        id: id.clone(),
        name: name_of(name),
        span: meta.head,
    }
}

fn name_of(name: &Option<Text>) -> Option<Rc<str>> {
    name.as_ref().map(|name| name.text.clone())
}
