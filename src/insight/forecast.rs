//! How many will get where: a map's ways on as an absorbing Markov chain.
//!
//! Touchpoints are the transient states, the end of the journey and leaving it the absorbing ones; the journey starts at the
//! first touchpoint. With Q the matrix of shares between touchpoints, N = (I − Q)⁻¹ holds the expected numbers of visits;
//! the chance of ever getting from the first touchpoint to *j* is N₁ⱼ / Nⱼⱼ (Kemeny and Snell, Finite Markov Chains, 1960,
//! theorems 3.2.4 and 3.5.7). A touchpoint can only be visited again by way of its circle, so N is never made as a
//! whole: each circle (strongly connected component) is solved for itself, in the order of the journey.
//!
//! Owner of the library of graphs.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::check::{Map, StageIx, TouchpointIx};

/// Touchpoints that a circle may have: its matrix has the square of it.
const LARGEST_CIRCLE: usize = 300;
/// Multiplications that the stages together may cost.
const MOST_WORK: f64 = 5e8;
/// Touchpoints that a sentence names.
const NAMED: usize = 4;
/// A rest of the shares below this is their author's rounding.
const ROUNDING: f64 = 1e-4;

/// What is to be expected of everybody who enters the journey.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// For each touchpoint the chance of ever getting there, 0 to 1.
    pub reach: Vec<f64>,
    /// For each touchpoint the expected number of visits; above its reach where a way leads back.
    pub visits: Vec<f64>,
    /// For each touchpoint the chance of leaving the journey from there, 0 to 1.
    pub leave_at: Vec<f64>,
    /// For each stage the chance of ever getting to one of its touchpoints, 0 to 1; `None` for a stage without any.
    pub stages: Vec<Option<f64>>,
    /// The chance of getting to the end; all others leave.
    pub finish: f64,
}

/// Why there is no forecast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Whoever gets into this circle never gets out.
    NeverEnds(Vec<TouchpointIx>),
    /// A circle, or all of them together, are more than jmap computes.
    TooLarge(Vec<TouchpointIx>),
}

impl Refusal {
    /// The touchpoints that it is about, in the order of the journey; at least one.
    pub fn touchpoints(&self) -> &[TouchpointIx] {
        match self {
            Refusal::NeverEnds(circle) | Refusal::TooLarge(circle) => circle,
        }
    }
}

impl Refusal {
    /// What is wrong and what to do, with the names of the touchpoints, the first ones where there are many.
    pub fn sentence(&self, map: &Map) -> String {
        let all = self.touchpoints();
        let quoted = |at: &TouchpointIx| format!("`{}`", map.touchpoints[*at].name.text);
        let mut names: Vec<String> = all.iter().take(NAMED).map(quoted).collect();
        if all.len() > NAMED {
            names.push(format!("{} more", all.len() - NAMED));
        }
        let (last, others) = names
            .split_last()
            .map_or(("", &[][..]), |(a, b)| (a.as_str(), b));
        let names = match others {
            [] => last.to_string(),
            others => format!("{} and {last}", others.join(", ")),
        };
        match self {
            Refusal::NeverEnds(circle) if circle.len() == 1 => format!(
                "the journey never ends: {names} leads only to itself; give it a way on, or to `leave`"
            ),
            Refusal::NeverEnds(_) => format!(
                "the journey never ends: {names} lead only to each other; give one of them a way out, or to `leave`"
            ),
            Refusal::TooLarge(circle) => format!(
                "the ways on are too tangled for a forecast: {names} lead to each other, {} touchpoints in one circle",
                circle.len()
            ),
        }
    }
}

/// Whether a map says anything that a forecast could rest on: a share of a way on.
pub fn has_shares(map: &Map) -> bool {
    let mut ways = map.touchpoints.iter().flat_map(|at| &at.next);
    ways.any(|way| way.share.is_some())
}

/// Where everybody who enters the journey can be expected to get.
///
/// Without `next` all go on to the touchpoint that follows, from the last to the end. Ways without a share divide evenly what
/// the others leave over; where there are none, that rest leaves the journey.
pub fn forecast(map: &Map) -> Result<Forecast, Refusal> {
    let chain = Chain::of(map)?;
    let (visits, returns) = chain.visits(&|_| false, true);
    let reach = visits.iter().zip(&returns).map(|(visits, own)| {
        if *visits > 0.0 {
            (visits / own).min(1.0)
        } else {
            0.0
        }
    });
    let leave_at: Vec<f64> = visits
        .iter()
        .zip(&chain.leave)
        .map(|(visits, leave)| visits * leave)
        .collect();
    let finish = visits.iter().zip(&chain.finish).map(|(a, b)| a * b).sum();
    Ok(Forecast {
        reach: reach.collect(),
        leave_at,
        stages: (0..map.stages.len())
            .map(|stage| chain.enters(map, stage))
            .collect(),
        finish,
        visits,
    })
}

/// The chain: shares of the ways on.
struct Chain {
    /// For each touchpoint where it leads, with positive shares.
    ways: Vec<Vec<(TouchpointIx, f64)>>,
    /// For each touchpoint the share that leaves the journey.
    leave: Vec<f64>,
    /// For each touchpoint the share that comes to the journey's end.
    finish: Vec<f64>,
    /// Touchpoints that lead to each other, the circles in the order in which they are entered.
    circles: Vec<Vec<TouchpointIx>>,
}

impl Chain {
    fn of(map: &Map) -> Result<Chain, Refusal> {
        let count = map.touchpoints.len();
        let mut chain = Chain {
            ways: vec![Vec::new(); count],
            leave: vec![0.0; count],
            finish: vec![0.0; count],
            circles: Vec::new(),
        };
        for (from, data) in map.touchpoints.iter().enumerate() {
            if data.next.is_empty() {
                if from + 1 < count {
                    chain.ways[from].push((from + 1, 1.0));
                } else {
                    chain.finish[from] = 1.0;
                }
                continue;
            }
            let said: f64 = data.next.iter().filter_map(|way| way.share).sum();
            let open = data.next.iter().filter(|way| way.share.is_none()).count();
            // Shares rounded by their author may be a hair more or less than everybody. Where ways have no share, the rest is theirs,
            // however small; less than the last digit of a sum is none.
            let none = if open > 0 {
                f64::EPSILON * data.next.len() as f64
            } else {
                ROUNDING
            };
            let (whole, rest) = match 1.0 - said {
                rest if rest.abs() <= none => (said, 0.0),
                rest if rest < 0.0 => (said, 0.0),
                rest => (1.0, rest),
            };
            for way in &data.next {
                let share = way.share.map_or(rest / open as f64, |share| share / whole);
                match way.to {
                    Some(to) if share > 0.0 => chain.ways[from].push((to, share)),
                    Some(_) => {}
                    None => chain.leave[from] += share,
                }
            }
            if open == 0 {
                chain.leave[from] += rest;
            }
        }
        chain.circles = chain.find_circles();
        chain.refuse(map)?;
        Ok(chain)
    }

    fn find_circles(&self) -> Vec<Vec<TouchpointIx>> {
        let mut graph = DiGraph::<(), ()>::with_capacity(self.ways.len(), self.ways.len());
        for _ in &self.ways {
            graph.add_node(());
        }
        for (from, ways) in self.ways.iter().enumerate() {
            for &(to, _) in ways {
                graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), ());
            }
        }
        let circle = |circle: Vec<NodeIndex>| {
            let mut circle: Vec<_> = circle.into_iter().map(NodeIndex::index).collect();
            circle.sort_unstable();
            circle
        };
        // The library gives what is entered last first.
        kosaraju_scc(&graph).into_iter().rev().map(circle).collect()
    }

    fn refuse(&self, map: &Map) -> Result<(), Refusal> {
        let count = self.ways.len();
        // Backwards over the circles: whether a way out can be found.
        let mut ends = vec![false; count];
        for circle in self.circles.iter().rev() {
            let out = circle.iter().any(|&at| {
                self.leave[at] + self.finish[at] > 0.0
                    || self.ways[at].iter().any(|&(to, _)| ends[to])
            });
            circle.iter().for_each(|&at| ends[at] = out);
        }
        let mut met = vec![false; count];
        met[0] = true;
        for circle in &self.circles {
            if !circle.iter().any(|&at| met[at]) {
                continue;
            }
            if !ends[circle[0]] && self.leads_only_round(circle) {
                return Err(Refusal::NeverEnds(circle.clone()));
            }
            for &at in circle {
                met[at] = true;
                self.ways[at].iter().for_each(|&(to, _)| met[to] = true);
            }
        }
        let largest = self.circles.iter().max_by_key(|circle| circle.len());
        let cube =
            |circle: &Vec<_>| (circle.len() as f64) * (circle.len() as f64) * (circle.len() as f64);
        let work: f64 = self.circles.iter().map(cube).sum::<f64>() * map.stages.len() as f64;
        match largest {
            Some(circle) if circle.len() > LARGEST_CIRCLE || work > MOST_WORK => {
                Err(Refusal::TooLarge(circle.clone()))
            }
            _ => Ok(()),
        }
    }

    fn leads_only_round(&self, circle: &[TouchpointIx]) -> bool {
        let ways = circle.iter().flat_map(|&at| &self.ways[at]);
        ways.into_iter()
            .all(|(to, _)| circle.binary_search(to).is_ok())
    }

    /// Expected visits from the first touchpoint, where whoever comes to a touchpoint with `stop` goes no further; and, if
    /// wanted, for each touchpoint the expected visits of whoever is there, the present one included.
    fn visits(&self, stop: &dyn Fn(TouchpointIx) -> bool, returns: bool) -> (Vec<f64>, Vec<f64>) {
        let count = self.ways.len();
        let mut arrive = vec![0.0; count];
        arrive[0] = 1.0;
        let mut own = vec![1.0; count];
        for circle in &self.circles {
            let round = |at: &TouchpointIx| self.ways[*at].iter().any(|(to, _)| to == at);
            if circle.len() > 1 || circle.iter().any(round) {
                self.solve(circle, stop, &mut arrive, returns.then_some(&mut own));
            }
            for &at in circle.iter().filter(|at| !stop(**at)) {
                for &(to, share) in &self.ways[at] {
                    if circle.binary_search(&to).is_err() {
                        arrive[to] += arrive[at] * share;
                    }
                }
            }
        }
        (arrive, own)
    }

    /// Turns what arrives at a circle from outside into visits.
    fn solve(
        &self,
        circle: &[TouchpointIx],
        stop: &dyn Fn(TouchpointIx) -> bool,
        arrive: &mut [f64],
        own: Option<&mut Vec<f64>>,
    ) {
        let mut round = Circle::new(circle.len());
        for (from, &at) in circle.iter().enumerate() {
            if stop(at) {
                round.out[from] = 1.0;
                continue;
            }
            round.out[from] = self.leave[at] + self.finish[at];
            for &(to, share) in &self.ways[at] {
                match circle.binary_search(&to) {
                    Ok(to) => *round.share(from, to) += share,
                    Err(_) => round.out[from] += share,
                }
            }
        }
        round.eliminate();
        let arrivals = circle.iter().map(|&at| arrive[at]).collect();
        for (&at, visits) in circle.iter().zip(round.visits(arrivals)) {
            arrive[at] = visits;
        }
        if let Some(own) = own {
            for (place, &at) in circle.iter().enumerate() {
                let mut arrivals = vec![0.0; circle.len()];
                arrivals[place] = 1.0;
                own[at] = round.visits(arrivals)[place];
            }
        }
    }

    /// The chance of ever getting into a stage.
    fn enters(&self, map: &Map, stage: StageIx) -> Option<f64> {
        let range = map.stages[stage].touchpoints.clone();
        if range.is_empty() {
            return None;
        }
        let (visits, _) = self.visits(&|at| range.contains(&at), false);
        Some(visits[range.clone()].iter().sum())
    }
}

/// Touchpoints that lead to each other, with the shares among them and out of them.
///
/// They are eliminated one after another: of whoever comes to one, its ways on are taken in its place (Grassmann, Taksar and Heyman,
/// Regenerative analysis and steady state distributions for Markov chains, Operations Research 33, 1985). Nothing is subtracted, so
/// that shares of nearly everybody lose no digits, as they would where 1 − share is computed.
struct Circle {
    count: usize,
    /// Shares, row by row: from one to another.
    shares: Vec<f64>,
    /// For each the share that gets out.
    out: Vec<f64>,
    /// For each the share that goes on to those before it, or out: once all behind it are eliminated.
    on: Vec<f64>,
}

impl Circle {
    fn new(count: usize) -> Circle {
        Circle {
            count,
            shares: vec![0.0; count * count],
            out: vec![0.0; count],
            on: vec![1.0; count],
        }
    }

    fn share(&mut self, from: usize, to: usize) -> &mut f64 {
        &mut self.shares[from * self.count + to]
    }

    /// Eliminates all, the last one first. Each has a way out or to one before it: circles without a way out were refused.
    fn eliminate(&mut self) {
        for last in (0..self.count).rev() {
            let (before, rest) = self.shares.split_at_mut(last * self.count);
            let ways = &rest[..last];
            let on = self.out[last] + ways.iter().sum::<f64>();
            for (from, row) in before.chunks_mut(self.count).enumerate() {
                let share = row[last] / on;
                if share > 0.0 {
                    row.iter_mut()
                        .zip(ways)
                        .for_each(|(to, way)| *to += share * way);
                    self.out[from] += share * self.out[last];
                }
            }
            self.on[last] = on;
        }
    }

    /// How often each is visited, where so many arrive from outside; after [`Circle::eliminate`].
    fn visits(&self, mut arrive: Vec<f64>) -> Vec<f64> {
        for last in (0..self.count).rev() {
            let passed = arrive[last] / self.on[last];
            let ways = &self.shares[last * self.count..][..last];
            arrive
                .iter_mut()
                .zip(ways)
                .for_each(|(to, way)| *to += passed * way);
        }
        // Now `arrive` says how many come to each from outside and by those behind it.
        for at in 0..self.count {
            let from_before: f64 = (0..at)
                .map(|from| arrive[from] * self.shares[from * self.count + at])
                .sum();
            arrive[at] = (arrive[at] + from_before) / self.on[at];
        }
        arrive
    }
}
