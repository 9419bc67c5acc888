//! What the map refers to: channels, sources, KPIs.

use super::checker::{Checker, figure, invalid};
use super::date_slips::invalid_period;
use super::icons::{ICONS, guess, icon};
use super::time::is_period;
use super::{Better, Channel, Evidence, Kpi, StageIx};
use crate::model::{self, StageKpi, nearest, shortened};

impl Checker<'_> {
    /// The channels, in the order of the file.
    pub fn all_channels(&mut self) -> Vec<Channel> {
        let items = &self.document.channels.items;
        items
            .iter()
            .enumerate()
            .map(|(index, (_, channel))| self.channel(index, channel))
            .collect()
    }

    fn channel(&mut self, index: usize, written: &model::Channel) -> Channel {
        let id = self.channels.id(index);
        let name = self.name_or_id(&written.name, &id, &written.meta);
        let icon = match &written.icon {
            None => guess(&id, &name.text),
            Some(given) => icon(&given.text).or_else(|| {
                let message = format!("there is no icon `{}`", shortened(&given.text));
                let finding = invalid(given.span, message, "not a built-in icon");
                let near =
                    nearest(&given.text, ICONS.iter().copied()).or_else(|| guess("", &given.text));
                self.findings.push(match near {
                    Some(near) => finding.help(format!("did you mean `{near}`?")),
                    None => finding.help(format!(
                        "take one of these, or leave it out: {}",
                        ICONS.join(", ")
                    )),
                });
                None
            }),
        };
        Channel {
            id,
            id_made: self.channels.is_made(index),
            name,
            kind: written.kind,
            icon,
            internal: written.meta.internal,
            span: written.meta.span,
        }
    }

    /// The ledger of sources, in the order of the file.
    pub fn all_evidence(&mut self) -> Vec<Evidence> {
        let entries = &self.document.evidence.entries;
        entries
            .iter()
            .enumerate()
            .map(|(index, (_, source))| self.source(index, source))
            .collect()
    }

    fn source(&mut self, index: usize, written: &model::Evidence) -> Evidence {
        let id = self.evidence.id(index);
        if let Some(date) = &written.date
            && !is_period(&date.0.text)
        {
            self.find(invalid_period(&date.0));
        }
        let n = self
            .count(&written.n, "a number of people or cases")
            .and_then(|n| {
                let span = written.n.as_ref().map_or(written.meta.span, |n| n.span);
                if n.value.fract() != 0.0 {
                    self.find(invalid(
                        span,
                        "`n` counts people or cases",
                        "not a whole number",
                    ));
                    return None;
                }
                // Numbers end far below 2^53: the conversion is exact.
                Some(n.value as u64)
            });
        Evidence {
            name: self.name_or_id(&written.name, &id, &written.meta),
            id,
            kind: written.kind,
            n,
            date: written.date.as_ref().map(|date| date.0.clone()),
            link: self.link(&written.link),
            internal: written.meta.internal,
            span: written.meta.span,
        }
    }

    /// All KPIs: the map's own, then those written at a stage.
    pub fn all_kpis(&mut self) -> Vec<Kpi> {
        let document = self.document;
        let mut kpis = Vec::with_capacity(self.kpis.len());
        for (_, kpi) in &document.kpis.entries {
            let written = self.one_kpi(kpis.len(), kpi, None);
            kpis.push(written);
        }
        for (stage, written) in document.stages.iter().enumerate() {
            for kpi in &written.kpis {
                if let StageKpi::Written(kpi) = kpi {
                    self.required(&kpi.name, &kpi.meta, "name", "KPI");
                    let mut kpi = self.one_kpi(kpis.len(), kpi, Some(stage));
                    // It is part of the stage's record, also where it names another stage.
                    kpi.internal |= written.meta.internal;
                    kpis.push(kpi);
                }
            }
        }
        kpis
    }

    fn one_kpi(&mut self, index: usize, written: &model::Kpi, at: Option<StageIx>) -> Kpi {
        let id = self.kpis.id(index);
        let stage = written
            .stage
            .as_ref()
            .and_then(|stage| self.stages.find(&stage.0, &mut self.findings));
        let touchpoint = written
            .touchpoint
            .as_ref()
            .and_then(|t| self.touchpoints.find(&t.0, &mut self.findings));
        Kpi {
            name: self.name_or_id(&written.name, &id, &written.meta),
            id,
            value: written.value.as_ref().map(figure),
            target: written.target.as_ref().map(figure),
            better: written.better.unwrap_or(Better::Higher),
            unit: written.unit.clone(),
            evidence: self.sources(&written.evidence),
            stage: stage.or(at),
            touchpoint,
            internal: written.meta.internal,
            span: written.meta.span,
        }
    }
}
