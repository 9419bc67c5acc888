//! The journey: stages, touchpoints, and the ways between them.

use std::ops::Range;

use super::assets::Want;
use super::checker::{Checker, find_all, finding, invalid};
use super::timeline::{End, ends, locate};
use super::{
    Cell, ChannelIx, Emotion, Kpi, KpiIx, Moment, MomentOfTruth, Next, PainPoint, PersonaIx, Stage,
    StageIx, Touchpoint, TouchpointIx,
};
use crate::diag;
use crate::model::{self, StageKpi, Text, shortened};

/// The way on that leads out of the journey.
pub(super) const LEAVE: &str = "leave";

/// Stages, touchpoints and pain points, as the map holds them.
#[derive(Default)]
pub(super) struct Journey {
    /// The stages, in order.
    pub stages: Vec<Stage>,
    /// The touchpoints of all stages, in order.
    pub touchpoints: Vec<Touchpoint>,
    /// The pain points of all cells, in order.
    pub pain_points: Vec<PainPoint>,
}

impl Checker<'_> {
    /// The whole journey. KPIs learn the stages that name them.
    pub fn journey(&mut self, kpis: &mut [Kpi]) -> Journey {
        let document = self.document;
        let mut journey = Journey::default();
        let mut next_inline = document.kpis.entries.len();
        for (index, stage) in document.stages.iter().enumerate() {
            let listed = self.stage_kpis(stage, &mut next_inline);
            for kpi in &listed {
                if let Some(kpi) = kpis.get_mut(*kpi) {
                    kpi.stage.get_or_insert(index);
                }
            }
            self.stage(index, stage, listed, &mut journey);
        }
        for (index, kpi) in kpis.iter().enumerate() {
            if let Some(stage) = kpi.stage.and_then(|stage| journey.stages.get_mut(stage))
                && !stage.kpis.contains(&index)
            {
                stage.kpis.push(index);
            }
            if let Some(touchpoint) = kpi
                .touchpoint
                .and_then(|at| journey.touchpoints.get_mut(at))
            {
                touchpoint.kpis.push(index);
            }
        }
        self.order_of_times(&journey.touchpoints);
        super::cells::number_pain_points(
            &mut journey.pain_points,
            journey
                .stages
                .iter()
                .map(|stage| &stage.cell)
                .chain(journey.touchpoints.iter().map(|t| &t.cell)),
        );
        journey
    }

    fn stage_kpis(&mut self, stage: &model::Stage, next_inline: &mut KpiIx) -> Vec<KpiIx> {
        let mut listed = Vec::new();
        for kpi in &stage.kpis {
            let index = match kpi {
                StageKpi::Named(name) => self.kpis.find(&name.0, &mut self.findings),
                StageKpi::Written(_) => {
                    *next_inline += 1;
                    Some(*next_inline - 1)
                }
            };
            listed.extend(index.filter(|index| !listed.contains(index)));
        }
        listed
    }

    fn stage(
        &mut self,
        index: StageIx,
        written: &model::Stage,
        kpis: Vec<KpiIx>,
        journey: &mut Journey,
    ) {
        let name = self.required(&written.name, &written.meta, "name", "stage");
        let channels = self.channels_of(&written.channel);
        let takes_part: Vec<Vec<PersonaIx>> = written
            .touchpoints
            .iter()
            .map(|t| self.takes_part(&t.persona))
            .collect();
        let all: Vec<PersonaIx> = (0..self.personas.len()).collect();
        let mut present: Vec<PersonaIx> = takes_part.iter().flatten().copied().collect();
        present.sort_unstable();
        present.dedup();
        let shared =
            matches!(written.cell.emotion, Some(model::Emotion::Shared(_))) && !present.is_empty();
        let cell = self.cell(
            &written.cell,
            if shared { &present } else { &all },
            &mut journey.pain_points,
        );
        let first = journey.touchpoints.len();
        for (touchpoint, personas) in written.touchpoints.iter().zip(takes_part) {
            let checked = self.touchpoint(touchpoint, index, &channels, personas, journey);
            journey.touchpoints.push(checked);
        }
        let range = first..journey.touchpoints.len();
        let (cell, overlaid) = self.without_repeated_emotions(
            cell,
            journey.touchpoints.get(range.clone()).unwrap_or_default(),
        );
        journey
            .stages
            .push(self.filled_stage(index, written, name, kpis, range, (cell, overlaid)));
    }

    fn filled_stage(
        &mut self,
        index: StageIx,
        written: &model::Stage,
        name: Text,
        kpis: Vec<KpiIx>,
        touchpoints: Range<TouchpointIx>,
        (cell, overlaid): (Cell, Vec<Emotion>),
    ) -> Stage {
        Stage {
            id: self.stages.id(index),
            id_made: self.stages.is_made(index),
            place: index,
            name,
            phase: written.phase.clone(),
            time: written.time.clone(),
            goal: written.goal.clone(),
            entry: written.entry.clone(),
            exit: written.exit.clone(),
            repeats: written.repeats.clone(),
            owner: written.owner.clone(),
            volume: self.count(&written.volume, "a number of people"),
            kpis,
            part: written.part,
            touchpoints,
            cell,
            overlaid,
            internal: written.meta.internal,
            span: written.meta.span,
        }
    }

    fn channels_of(&mut self, references: &[model::ChannelRef]) -> Vec<ChannelIx> {
        find_all(
            &mut self.channels,
            references.iter().map(|r| &r.0),
            &mut self.findings,
        )
    }

    /// Who takes part: those who are named, or everybody.
    fn takes_part(&mut self, references: &[model::PersonaRef]) -> Vec<PersonaIx> {
        let named = self.who(references);
        if named.is_empty() {
            (0..self.personas.len()).collect()
        } else {
            named
        }
    }

    fn touchpoint(
        &mut self,
        written: &model::Touchpoint,
        stage: StageIx,
        stage_channels: &[ChannelIx],
        personas: Vec<PersonaIx>,
        journey: &mut Journey,
    ) -> Touchpoint {
        let own = self.channels_of(&written.channel);
        let at = self.moment(&written.at, End::Begin);
        let until = self.moment(&written.until, End::Finish);
        self.needs_time(written);
        let index = journey.touchpoints.len();
        let id = self.touchpoints.id(index);
        Touchpoint {
            known_as: id.clone(),
            id,
            id_made: self.touchpoints.is_made(index),
            name: self.required(&written.name, &written.meta, "name", "touchpoint"),
            stage,
            channels: if written.channel.is_empty() {
                stage_channels.to_vec()
            } else {
                own
            },
            cell: self.cell(&written.cell, &personas, &mut journey.pain_points),
            personas,
            personas_given: !written.persona.is_empty(),
            at,
            until,
            devices: written.device.clone(),
            departments: written.department.clone(),
            moment: written
                .moment
                .as_ref()
                .filter(|moment| moment.holds)
                .map(|moment| MomentOfTruth {
                    reason: moment.reason.clone(),
                    span: moment.span,
                }),
            next: self.ways_on(&written.next),
            optional: written.optional.unwrap_or_default(),
            link: self.link(&written.link),
            image: self.asset(&written.image, Want::Image),
            kpis: Vec::new(),
            internal: written.meta.internal,
            span: written.meta.span,
        }
    }

    fn moment(&mut self, written: &Option<model::Moment>, end: End) -> Option<Moment> {
        let timeline = self.timeline.as_ref()?;
        locate(timeline, &written.as_ref()?.0, end)
            .map_err(|finding| self.findings.push(*finding))
            .ok()
    }

    fn needs_time(&mut self, written: &model::Touchpoint) {
        let finite = self
            .timeline
            .as_ref()
            .is_some_and(|timeline| ends(timeline).is_some());
        if finite && written.at.is_none() && !written.meta.lost("at") {
            let name = written
                .name
                .as_ref()
                .map_or("…".into(), |name| shortened(&name.text));
            let message = format!("`{name}` has no time, but the map has a timeline with an end");
            let finding = finding(
                &diag::MISSING_TIME,
                written.meta.head,
                message,
                "when is it?",
            );
            self.find(
                finding.help("add `at`, or leave out `timeline`: the stages are a timeline too"),
            );
        }
    }

    fn order_of_times(&mut self, touchpoints: &[Touchpoint]) {
        let mut before: Option<&Moment> = None;
        let later = |a: &Moment, b: &Moment| a.value.zip(b.value).is_some_and(|(a, b)| a > b);
        for touchpoint in touchpoints {
            let Some(at) = &touchpoint.at else { continue };
            if let Some(before) = before.filter(|before| later(before, at)) {
                let message = format!(
                    "`{}` lies before the touchpoint above it",
                    shortened(&touchpoint.name.text)
                );
                let finding = finding(
                    &diag::TIME_OUT_OF_ORDER,
                    at.text.span,
                    message,
                    "earlier than the one above",
                );
                self.find(
                    finding
                        .label(before.text.span, "the touchpoint above is here")
                        .help("put the touchpoints in the order in which they happen, or correct the time"),
                );
            }
            if let Some(until) = touchpoint.until.as_ref().filter(|until| later(at, until)) {
                let message = format!(
                    "`{}` ends before it begins",
                    shortened(&touchpoint.name.text)
                );
                let finding = finding(
                    &diag::TIME_OUT_OF_ORDER,
                    until.text.span,
                    message,
                    "earlier than `at`",
                );
                self.find(
                    finding
                        .label(at.text.span, "it begins here")
                        .help("let `until` lie after `at`"),
                );
            }
            before = Some(at);
        }
    }

    fn ways_on(&mut self, written: &[model::Next]) -> Vec<Next> {
        let ways: Vec<Next> = written
            .iter()
            .filter_map(|next| self.way_on(next))
            .collect();
        let sum: f64 = ways.iter().filter_map(|way| way.share).sum();
        // A hundredth of a percent is rounding.
        if sum > 1.0001 {
            let span = ways
                .iter()
                .rev()
                .find(|way| way.share.is_some())
                .map_or(diag::Span::default(), |way| way.span);
            let percent = (sum * 1000.0).round() / 10.0;
            let message = format!("the shares of the ways on add up to {percent} %");
            self.find(
                invalid(span, message, "more than everybody")
                    .help("let the shares add up to 100 % at most"),
            );
        }
        ways
    }

    fn way_on(&mut self, written: &model::Next) -> Option<Next> {
        let share = written
            .share
            .as_ref()
            .and_then(|share| self.share(&share.0));
        let to = match &written.to {
            Some(to) if *to.0.text == *LEAVE => None,
            Some(to) => Some(self.touchpoints.find(&to.0, &mut self.findings)?),
            None => {
                self.required(&None, &written.meta, "to", "way on");
                return None;
            }
        };
        Some(Next {
            to,
            share,
            when: written.when.clone(),
            internal: written.meta.internal,
            span: written.meta.span,
        })
    }

    fn share(&mut self, text: &Text) -> Option<f64> {
        let share = match text.text.strip_suffix('%') {
            Some(percent) => percent
                .trim()
                .parse::<f64>()
                .ok()
                .map(|percent| percent / 100.0),
            None => text.text.parse().ok(),
        };
        let found = share.filter(|share| (0.0..=1.0).contains(share));
        if found.is_none() {
            let message = format!("`{}` is not a part of a whole", shortened(&text.text));
            self.find(
                invalid(text.span, message, "not between 0 and 1").help("write 0.4 or \"40 %\""),
            );
        }
        found
    }
}
