//! The report as JSON. `docs/insight.md` documents the keys; they stay.

use jmap::check::{Map, PersonaIx, StageIx, TouchpointIx};
use jmap::insight::curve::{Change, Point};
use jmap::insight::extremes::Extreme;
use jmap::insight::forecast::Forecast;
use jmap::insight::funnel::{Funnel, Step};
use jmap::insight::headlines::{Headline, select};
use jmap::insight::kpi::{Status, status_of};
use jmap::insight::places::Place;
use jmap::insight::report::{Report, report};
use jmap::insight::sentences::sentence;
use jmap::insight::tidy;
use serde_json::{Value, json};

/// What a map says.
pub fn value(name: &str, map: &Map, forecast: Option<&Forecast>) -> Value {
    let report = report(map);
    let headlines = select(map, &report);
    let ids = Ids(map);
    let mut value = json!({
        "map": name,
        "title": &*map.title.text,
        "lang": &*map.lang.tag,
        "headlines": headlines.iter().map(|headline| ids.headline(headline)).collect::<Vec<_>>(),
        "personas": ids.personas(&report),
        "spread": ids.spread(&report),
        "moments_of_truth": report.moments.iter().map(|moment| json!({
            "touchpoint": ids.touchpoint(moment.touchpoint),
            "lowest": moment.lowest.as_ref().map(|lowest| ids.extreme(lowest)),
        })).collect::<Vec<_>>(),
        "gaps": {
            "channel": ids.pairs(&report.channel_changes),
            "device": ids.pairs(&report.device_changes),
            "department": ids.pairs(&report.handovers),
        },
        "dead_ends": report.stranded.iter().map(|&ix| ids.touchpoint(ix)).collect::<Vec<_>>(),
        "funnel": report.funnel.as_ref().map(|funnel| ids.funnel(funnel)),
        "pain_points": {
            "count": report.action.answered.of,
            "with_opportunity": report.action.answered.count,
            "with_owner": report.action.owned.count,
        },
        "opportunities": {
            "count": report.action.opportunities.of,
            "with_owner": report.action.opportunities.count,
        },
        "kpis": kpis(map),
        "claims": {"count": report.claims.of, "with_evidence": report.claims.count},
        "evidence": {
            "count": report.sources.statistical.of,
            "statistical": report.sources.statistical.count,
            "anecdotal": report.sources.anecdotal.count,
        },
    });
    if let (Some(forecast), Value::Object(keys)) = (forecast, &mut value) {
        keys.insert("forecast".to_owned(), ids.forecast(forecast));
    }
    value
}

fn kpis(map: &Map) -> Vec<Value> {
    let kpi = |kpi: &jmap::check::Kpi| {
        json!({
            "id": &*kpi.id,
            "value": kpi.value.as_ref().map(|figure| figure.value),
            "target": kpi.target.as_ref().map(|figure| figure.value),
            "status": status_of(kpi).map(|status| match status {
                Status::Exceeds => "exceeds",
                Status::Meets => "meets",
                Status::Below => "below",
            }),
        })
    };
    map.kpis.iter().map(kpi).collect()
}

/// Names things by their ids.
struct Ids<'m>(&'m Map);

impl Ids<'_> {
    fn touchpoint(&self, ix: TouchpointIx) -> Option<&str> {
        self.0.touchpoints.get(ix).map(|touchpoint| &*touchpoint.id)
    }

    fn persona(&self, ix: PersonaIx) -> Option<&str> {
        self.0.personas.get(ix).map(|persona| &*persona.id)
    }

    fn place(&self, place: Place) -> Value {
        match place {
            Place::Touchpoint(ix) => json!({"touchpoint": self.touchpoint(ix)}),
            Place::Stage(ix) => json!({"stage": self.stage(ix)}),
        }
    }

    fn pairs(&self, pairs: &[(TouchpointIx, TouchpointIx)]) -> Vec<Value> {
        let pair = |&(from, to): &(TouchpointIx, TouchpointIx)| json!({"from": self.touchpoint(from), "to": self.touchpoint(to)});
        pairs.iter().map(pair).collect()
    }

    fn stage(&self, ix: StageIx) -> Option<&str> {
        self.0.stages.get(ix).map(|stage| &*stage.id)
    }

    fn step(&self, step: &Step) -> Value {
        json!({"from": self.stage(step.from), "to": self.stage(step.to), "conversion": step.conversion})
    }

    fn funnel(&self, funnel: &Funnel) -> Value {
        json!({
            "steps": funnel.steps.iter().map(|step| self.step(step)).collect::<Vec<_>>(),
            "overall": funnel.overall,
            "largest_leak": funnel.leak().map(|step| self.step(&step)),
        })
    }

    fn forecast(&self, forecast: &Forecast) -> Value {
        let touchpoints = (0..forecast.reach.len()).map(|ix| {
            json!({
                "id": self.touchpoint(ix),
                "reach": tidy(forecast.reach[ix]),
                "visits": tidy(forecast.visits[ix]),
                "leave": tidy(forecast.leave_at[ix]),
            })
        });
        let stages = forecast.stages.iter().enumerate();
        let stages =
            stages.map(|(ix, reach)| json!({"id": self.stage(ix), "reach": reach.map(tidy)}));
        json!({
            "touchpoints": touchpoints.collect::<Vec<_>>(),
            "stages": stages.collect::<Vec<_>>(),
            "finish": tidy(forecast.finish),
            "leave": tidy(forecast.leave_at.iter().sum()),
        })
    }

    fn headline(&self, headline: &Headline) -> Value {
        json!({
            "kind": headline.kind(),
            "at": headline.place().map(|place| self.place(place)),
            "sentence": sentence(self.0, headline),
        })
    }

    fn extreme(&self, extreme: &Extreme) -> Value {
        let personas: Vec<_> = extreme
            .personas
            .iter()
            .map(|&ix| self.persona(ix))
            .collect();
        json!({"score": extreme.score, "personas": personas})
    }

    fn point(&self, point: Point) -> Value {
        json!({"at": self.place(point.place), "score": point.score})
    }

    fn change(&self, change: Change) -> Value {
        json!({"from": self.place(change.from), "to": self.place(change.to), "by": change.by})
    }

    fn personas(&self, report: &Report) -> Vec<Value> {
        let curves = report.curves.iter().map(|curve| {
            json!({
                "id": self.persona(curve.persona),
                "highest": self.point(curve.highest),
                "lowest": self.point(curve.lowest),
                "ending": self.point(curve.ending),
                "steepest_fall": curve.fall.map(|fall| self.change(fall)),
                "steepest_rise": curve.rise.map(|rise| self.change(rise)),
            })
        });
        curves.collect()
    }

    fn spread(&self, report: &Report) -> Vec<Value> {
        let end = |(persona, score)| json!({"persona": self.persona(persona), "score": score});
        let spreads = report.spreads.iter().map(|spread| {
            json!({
                "at": self.place(spread.place),
                "range": spread.range,
                "mean": spread.mean,
                "lowest": end(spread.lowest),
                "highest": end(spread.highest),
            })
        });
        spreads.collect()
    }
}
