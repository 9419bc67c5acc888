//! Before anything is resolved: who is there to refer to.

use std::rc::Rc;

use super::checker::Checker;
use super::files::{Assets, Files};
use super::ids::{Item, Space};
use super::lang::language;
use crate::diag::Diagnostic;
use crate::model::{Document, Mapping, Meta, StageKpi, Text};
use crate::source::Key;

/// Keys of a feeling, which cannot be ids of personas: `emotion: {score: 1}` would mean two things.
pub(super) const FEELING_KEYS: &[&str] = &["score", "feeling", "evidence", "low", "high"];

/// Opens the check of a map: gives everything its id.
pub(super) fn open<'a>(document: &'a Document, files: &'a dyn Files) -> Checker<'a> {
    let mut findings = Vec::new();
    let found = &mut findings;
    let named = |entries: Vec<Item>, kind, reserved, lost, found: &mut Vec<Diagnostic>| {
        Space::new(kind, entries, reserved, lost, found)
    };
    let lost = |key: &str| document.meta.lost(key);
    let stages = lost("stages");
    let touchpoints = stages
        || document
            .stages
            .iter()
            .any(|stage| stage.meta.lost("touchpoints"));
    let personas = named(
        keyed(&document.personas, |p| (&p.name, &p.meta)),
        "persona",
        FEELING_KEYS,
        lost("personas"),
        found,
    );
    let channels = document.channels.items.iter().map(|(key, channel)| Item {
        id: key.as_ref().map(id_of),
        name: name_of(&channel.name),
        span: channel.meta.head,
    });
    let channels = named(channels.collect(), "channel", &[], lost("channels"), found);
    let evidence = keyed(&document.evidence, |e| (&e.name, &e.meta));
    let evidence = named(evidence, "source", &[], lost("evidence"), found);
    let kpis = named(
        kpi_items(document),
        "KPI",
        &[],
        lost("kpis") || stages,
        found,
    );
    let all = document.stages.iter().flat_map(|stage| &stage.touchpoints);
    let stages = named(
        document
            .stages
            .iter()
            .map(|s| item(&s.id, &s.name, &s.meta))
            .collect(),
        "stage",
        &[],
        stages
            || document
                .stages
                .iter()
                .any(|stage| stage.meta.lost("name") || stage.meta.lost("id")),
        found,
    );
    let unnamed = all
        .clone()
        .any(|touchpoint| touchpoint.meta.lost("name") || touchpoint.meta.lost("id"));
    let points = all.clone().map(|t| item(&t.id, &t.name, &t.meta)).collect();
    let touchpoint_space = named(
        points,
        "touchpoint",
        &["leave"],
        touchpoints || unnamed,
        found,
    );
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
    let pain_points = named(pains, "pain point", &[], pains_lost, found);
    let lang = document
        .lang
        .as_ref()
        .map_or_else(|| language("en"), |tag| language(&tag.0.text));
    Checker {
        document,
        findings,
        assets: Assets::new(files),
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
    let item = |(key, value): &(Key, T)| {
        let (name, meta) = parts(value);
        Item {
            id: Some(id_of(key)),
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

fn id_of(key: &Key) -> Text {
    Text {
        text: key.text.clone(),
        span: key.span,
    }
}

fn name_of(name: &Option<Text>) -> Option<Rc<str>> {
    name.as_ref().map(|name| name.text.clone())
}
