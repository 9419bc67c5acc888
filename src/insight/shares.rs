//! How much of a map is acted on, and how much of it is known.

use super::claims::{claims, is_supported};
use super::places::cells;
use crate::check::{EvidenceKind, Map, Opportunity};

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Those for which it holds.
    pub count: usize,
    /// All of them.
    pub of: usize,
}

impl Share {
    /// Those for which it does not hold.
    pub fn rest(self) -> Share {
        Share {
            count: self.of.saturating_sub(self.count),
            of: self.of,
        }
    }

    /// In percent, to the nearest whole one, but 0 and 100 only where it is none and all; `None` of nothing.
    pub fn percent(self) -> Option<usize> {
        match self {
            Share { of: 0, .. } => None,
            Share { count: 0, .. } => Some(0),
            Share { count, of } if count >= of => Some(100),
            Share { count, of } => {
                let percent = 100.0 * count as f64 / of as f64;
                Some((percent.round() as usize).clamp(1, 99))
            }
        }
    }

    fn of<T>(all: impl Iterator<Item = T>, holds: impl Fn(T) -> bool) -> Share {
        let mut share = Share { count: 0, of: 0 };
        for one in all {
            share.of += 1;
            share.count += usize::from(holds(one));
        }
        share
    }
}

/// Pain points and what is done about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Action {
    /// Pain points for which there is an opportunity.
    pub answered: Share,
    /// Pain points for which there is an opportunity with an owner.
    pub owned: Share,
    /// Opportunities with an owner.
    pub opportunities: Share,
}

/// What is done about pain points.
///
/// An opportunity is for the pain points that it `solves`; where it names none, for those in its own cell.
pub fn action(map: &Map) -> Action {
    let mut answered = vec![false; map.pain_points.len()];
    let mut owned = answered.clone();
    let mut opportunities = Share { count: 0, of: 0 };
    for (_, cell) in cells(map) {
        for opportunity in &cell.opportunities {
            opportunities.of += 1;
            opportunities.count += usize::from(opportunity.owner.is_some());
            for &pain_point in solved(opportunity, &cell.pain_points) {
                mark(&mut answered, pain_point);
                if opportunity.owner.is_some() {
                    mark(&mut owned, pain_point);
                }
            }
        }
    }
    Action {
        answered: Share::of(answered.into_iter(), |is| is),
        owned: Share::of(owned.into_iter(), |is| is),
        opportunities,
    }
}

/// The pain points that an opportunity is for: those that it `solves`; where it names none, those `beside` it in its cell.
pub fn solved<'m>(opportunity: &'m Opportunity, beside: &'m [usize]) -> &'m [usize] {
    if opportunity.solves.is_empty() {
        beside
    } else {
        &opportunity.solves
    }
}

fn mark(marks: &mut [bool], at: usize) {
    if let Some(mark) = marks.get_mut(at) {
        *mark = true;
    }
}

/// Claims that rest on more than an assumption.
pub fn supported(map: &Map) -> Share {
    Share::of(claims(map).iter(), |claim| {
        is_supported(map, &claim.sources)
    })
}

/// How many sources count, and how many tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sources {
    /// Sources that count: survey, analytics, sales.
    pub statistical: Share,
    /// Sources that tell: interview, observation, usability test, support, social media.
    pub anecdotal: Share,
}

/// The kinds of sources in the ledger. Documents, assumptions and sources without a kind are of neither.
pub fn sources(map: &Map) -> Sources {
    use EvidenceKind::*;
    let of = |kinds: &[EvidenceKind]| {
        Share::of(map.evidence.iter(), |source| {
            source.kind.is_some_and(|kind| kinds.contains(&kind))
        })
    };
    Sources {
        statistical: of(&[Survey, Analytics, Sales]),
        anecdotal: of(&[Interview, Observation, UsabilityTest, Support, Social]),
    }
}
