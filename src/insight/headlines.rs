//! What to read first: the findings that matter most, in a stated order.

use super::extremes::{Extreme, Steepest, highest, lowest, steepest_fall, worst_ending};
use super::funnel::Step;
use super::kpi::{Status, with_status};
use super::places::Place;
use super::report::{Report, report};
use super::shares::Share;
use super::spread::{Spread, furthest_apart};
use crate::check::{KpiIx, Map, TouchpointIx};

/// At most so many findings are headlines.
const MOST: usize = 5;
/// A fall, or a distance between personas, is worth a headline from this part of the scale on, a leak from this share.
const NOTABLE: f64 = 0.25;
/// Changes of channel and hand-overs together are worth a headline from this number on.
const MANY_GAPS: usize = 3;
/// The share of claims with evidence is worth a headline below this percentage.
const KNOWN: usize = 80;

/// A finding, and what it is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Headline {
    /// The lowest point of all curves.
    LowestPoint(Extreme),
    /// The largest loss between neighbouring points.
    SteepestFall(Steepest),
    /// Touchpoints from which nobody gets on.
    DeadEnd(Vec<TouchpointIx>),
    /// The step of the funnel at which the largest share is lost.
    LargestLeak(Step),
    /// Moments of truth that feel bad.
    LowMoments(Vec<Extreme>),
    /// Where the personas part most.
    FurthestApart(Spread),
    /// Pain points for which nobody owns an opportunity.
    Unowned(Share),
    /// Pain points for which there is no opportunity.
    Unanswered(Share),
    /// How often the journey changes channel and hands.
    Gaps {
        /// Changes of channel between neighbours.
        channels: usize,
        /// Hand-overs between departments.
        handovers: usize,
    },
    /// Claims that rest on evidence.
    Claims(Share),
    /// KPIs that do not meet their target.
    MissedKpis(Vec<KpiIx>),
    /// The worst ending.
    Ending(Extreme),
    /// The highest point of all curves.
    HighestPoint(Extreme),
}

impl Headline {
    /// What kind of finding: a word that stays.
    pub fn kind(&self) -> &'static str {
        match self {
            Headline::LowestPoint(_) => "lowest_point",
            Headline::SteepestFall(_) => "steepest_fall",
            Headline::DeadEnd(_) => "dead_end",
            Headline::LargestLeak(_) => "largest_leak",
            Headline::LowMoments(_) => "low_moments",
            Headline::FurthestApart(_) => "furthest_apart",
            Headline::Unowned(_) => "unowned",
            Headline::Unanswered(_) => "unanswered",
            Headline::Gaps { .. } => "gaps",
            Headline::Claims(_) => "claims",
            Headline::MissedKpis(_) => "kpis_missed",
            Headline::Ending(_) => "ending",
            Headline::HighestPoint(_) => "highest_point",
        }
    }

    /// Where on the map it points; `None` where it is about the map as a whole.
    pub fn place(&self) -> Option<Place> {
        match self {
            Headline::LowestPoint(extreme)
            | Headline::Ending(extreme)
            | Headline::HighestPoint(extreme) => Some(extreme.place),
            Headline::SteepestFall(fall) => Some(fall.change.to),
            Headline::DeadEnd(touchpoints) => touchpoints.first().copied().map(Place::Touchpoint),
            Headline::LargestLeak(step) => Some(Place::Stage(step.to)),
            Headline::LowMoments(moments) => moments.first().map(|moment| moment.place),
            Headline::FurthestApart(spread) => Some(spread.place),
            _ => None,
        }
    }
}

/// The findings that matter most, five at most: the first that hold of
///
/// 1. the lowest point, if it lies below neutral and there is another point that is higher;
/// 2. the steepest fall, from a quarter of the scale on;
/// 3. dead ends;
/// 4. the largest leak of the funnel, if a quarter or more is lost there;
/// 5. moments of truth with a score below neutral, other than the lowest point;
/// 6. where personas part most, from a quarter of the scale on;
/// 7. pain points for which nobody owns an opportunity, or, in a map without any owner of one, for which there is none;
/// 8. changes of channel and hand-overs, from three together on;
/// 9. the share of claims with evidence, if the map has a ledger and the share is less than 80 %;
/// 10. KPIs that do not meet their target;
/// 11. the worst ending, if it lies below neutral and is not the lowest point;
/// 12. the highest point, beside a lowest.
///
/// A map that was cut does not say of what was cut that it is missing ([`Withheld`](crate::check::Withheld)).
pub fn headlines(map: &Map) -> Vec<Headline> {
    select(map, &report(map))
}

/// The headlines of a map that was read out already.
pub fn select(map: &Map, report: &Report) -> Vec<Headline> {
    let low = low_point(map, report);
    let ending = worst_ending(map, &report.curves).filter(|ending| {
        ending.score < map.scale.neutral
            && low.as_ref().is_some_and(|low| low.place != ending.place)
    });
    let mut moments = low_moments(map, report);
    moments.retain(|moment| low.as_ref().is_none_or(|low| low.place != moment.place));
    let high = low.as_ref().and_then(|_| highest(map, &report.curves));
    let withheld = map.withheld;
    [
        low.map(Headline::LowestPoint),
        steep_fall(map, report).map(Headline::SteepestFall),
        some(report.stranded.clone())
            .filter(|_| !withheld.ways)
            .map(Headline::DeadEnd),
        leak(report).map(Headline::LargestLeak),
        some(moments).map(Headline::LowMoments),
        apart(map, report).map(Headline::FurthestApart),
        left_alone(report).filter(|_| !withheld.answers),
        gaps(report),
        claims(map, report)
            .filter(|_| !withheld.sources)
            .map(Headline::Claims),
        some(with_status(map, Status::Below)).map(Headline::MissedKpis),
        ending.map(Headline::Ending),
        high.map(Headline::HighestPoint),
    ]
    .into_iter()
    .flatten()
    .take(MOST)
    .collect()
}

fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

fn low_point(map: &Map, report: &Report) -> Option<Extreme> {
    let low = lowest(map, &report.curves)?;
    let higher = highest(map, &report.curves)?.score > low.score;
    (higher && low.score < map.scale.neutral).then_some(low)
}

/// From this difference of scores on a finding is notable.
fn notable(map: &Map) -> f64 {
    (map.scale.max - map.scale.min) * NOTABLE
}

fn steep_fall(map: &Map, report: &Report) -> Option<Steepest> {
    steepest_fall(map, &report.curves).filter(|fall| -fall.change.by >= notable(map))
}

fn leak(report: &Report) -> Option<Step> {
    let leak = report.funnel.as_ref()?.leak()?;
    let lost = 1.0 - leak.conversion?;
    (lost >= NOTABLE).then_some(leak)
}

fn apart(map: &Map, report: &Report) -> Option<Spread> {
    furthest_apart(&report.spreads).filter(|spread| spread.range >= notable(map))
}

fn low_moments(map: &Map, report: &Report) -> Vec<Extreme> {
    let lowest = report.moments.iter();
    let lowest = lowest.filter_map(|moment| moment.lowest.clone());
    lowest
        .filter(|lowest| lowest.score < map.scale.neutral)
        .collect()
}

/// Where a map names no owner at all it says nothing about who lacks one.
fn left_alone(report: &Report) -> Option<Headline> {
    let action = report.action;
    let (headline, left): (fn(Share) -> Headline, _) = match action.opportunities.count {
        0 => (Headline::Unanswered, action.answered.rest()),
        _ => (Headline::Unowned, action.owned.rest()),
    };
    (left.count > 0).then(|| headline(left))
}

fn gaps(report: &Report) -> Option<Headline> {
    let (channels, handovers) = (report.channel_changes.len(), report.handovers.len());
    (channels + handovers >= MANY_GAPS).then_some(Headline::Gaps {
        channels,
        handovers,
    })
}

fn claims(map: &Map, report: &Report) -> Option<Share> {
    let few = report
        .claims
        .percent()
        .is_some_and(|percent| percent < KNOWN);
    (few && !map.evidence.is_empty()).then_some(report.claims)
}
