//! The forecast against a calculation by hand, a simulation, and another method.

mod folder;

use folder::Folder;
use jmap::check::{Map, NoFiles};
use jmap::insight::forecast::{Forecast, Refusal, forecast, has_shares};
use jmap::insight::funnel::funnel;
use proptest::prelude::*;

fn read(yaml: &str) -> Map {
    let (map, findings) = jmap::read(yaml, &NoFiles, &jmap::source::Limits::default()).judged();
    map.unwrap_or_else(|| panic!("{findings:#?}\n{yaml}"))
}

/// A map with one stage of touchpoints `a`, `b`, … and their ways on.
fn chain(ways: &[&str]) -> Map {
    let mut yaml = String::from(
        "title: T\npersonas: {p: P}\nchannels: [web]\nstages:\n- name: S\n  emotion: 1\n  touchpoints:\n",
    );
    for (at, ways) in ways.iter().enumerate() {
        let name = char::from(b'a' + at as u8);
        yaml += &format!("  - {{name: {name}, channel: web{ways}}}\n");
    }
    read(&yaml)
}

fn near(one: f64, other: f64, tolerance: f64) {
    assert!((one - other).abs() <= tolerance, "{one} is not {other}");
}

#[test]
fn a_loop_by_hand() {
    // a → b; b → a with 1/4, → c with 1/2, leaves with 1/4; c → the end.
    // Visits of a: x = 1 + y/4, of b: y = x, so x = y = 4/3; of c: y/2 = 2/3. a and b are certain (reach 1).
    let map = chain(&[
        "",
        ", next: [{to: a, share: 0.25}, {to: c, share: 50 %}, {to: leave}]",
        "",
    ]);
    assert!(has_shares(&map));
    let found = forecast(&map).expect("it ends");
    for (found, expected) in found.visits.iter().zip([4.0 / 3.0, 4.0 / 3.0, 2.0 / 3.0]) {
        near(*found, expected, 1e-12);
    }
    for (found, expected) in found.reach.iter().zip([1.0, 1.0, 2.0 / 3.0]) {
        near(*found, expected, 1e-12);
    }
    near(found.finish, 2.0 / 3.0, 1e-12);
    near(found.leave_at.iter().sum(), 1.0 / 3.0, 1e-12);
    near(found.stages[0].expect("has touchpoints"), 1.0, 1e-12);
}

#[test]
fn what_shares_leave_over() {
    // Ways without a share divide the rest; without such ways the rest leaves.
    let found = forecast(&chain(&[
        ", next: [{to: b, share: 0.5}, c, d]",
        "",
        ", next: [{to: d, share: 0.9}]",
        "",
    ]))
    .expect("it ends");
    for (found, expected) in found.reach.iter().zip([1.0, 0.5, 0.75, 0.25 + 0.75 * 0.9]) {
        near(*found, expected, 1e-12);
    }
    near(found.leave_at[2], 0.075, 1e-12);
}

#[test]
fn a_journey_without_shares_is_certain() {
    let map = chain(&["", "", ""]);
    assert!(!has_shares(&map));
    let found = forecast(&map).expect("it ends");
    assert_eq!(found.reach, [1.0, 1.0, 1.0]);
    near(found.finish, 1.0, 0.0);
}

#[test]
fn a_circle_without_a_way_out_is_refused_where_one_can_get_into_it() {
    let refused = |ways: &[&str]| forecast(&chain(ways)).expect_err("never ends");
    assert_eq!(refused(&["", ", next: b", ""]), Refusal::NeverEnds(vec![1]));
    assert_eq!(
        refused(&["", ", next: [c, leave]", ", next: d", ", next: c", ""]),
        Refusal::NeverEnds(vec![2, 3])
    );
    // 0.7 + 0.2 + 0.1 is a hair less than 1 in binary, and so nobody's way out.
    let rounded = [
        ", next: [{to: a, share: 0.7}, {to: b, share: 0.2}, {to: c, share: 0.1}]",
        ", next: a",
        ", next: a",
    ];
    let refusal = refused(&rounded);
    assert_eq!(refusal, Refusal::NeverEnds(vec![0, 1, 2]));
    let sentence = refusal.sentence(&chain(&rounded));
    assert!(
        sentence.contains("`a`, `b` and `c` lead only to each other"),
        "{sentence}"
    );
    let met_by_nobody = chain(&[", next: c", ", next: b", ""]);
    assert!(forecast(&met_by_nobody).is_ok());
}

#[test]
fn nearly_everybody_is_not_everybody() {
    // Whoever stays with share s visits 1 / (1 - s) times; all get out in the end.
    for (way, others) in [
        ("[{to: a, share: 0.999999999999}, b]", ""),
        (
            "[{to: a, share: 0.999999999999}, {to: b, share: 0.000000000001}]",
            "",
        ),
        ("[{to: a, share: 99.9999999999 %}, leave]", ""),
        (
            "[{to: a, share: 0.999999999999}, {to: leave, share: 0.000000000001}]",
            "",
        ),
        ("[{to: b, share: 0.999999999999}, c]", ", next: a"),
        (
            "[{to: b, share: 0.999999999999}, {to: c, share: 1e-12}]",
            ", next: a",
        ),
        ("[b]", ", next: [{to: a, share: 0.999999999999}, c]"),
    ] {
        let map = chain(&[&format!(", next: {way}"), others, ""]);
        let found = forecast(&map).unwrap_or_else(|refusal| panic!("{}", refusal.sentence(&map)));
        near(found.visits[0] * 1e-12, 1.0, 1e-3);
        near(found.reach[0], 1.0, 0.0);
        let left: f64 = found.leave_at.iter().sum();
        near(found.finish + left, 1.0, 1e-12);
        near(
            if way.contains("leave") {
                left
            } else {
                found.finish
            },
            1.0,
            1e-12,
        );
    }
    // A second touchpoint that nearly nobody leaves, entered by half of them.
    let found = forecast(&chain(&[
        ", next: [{to: b, share: 0.5}, leave]",
        ", next: [{to: c, share: 0.9999999999}, leave]",
        ", next: b",
    ]))
    .expect("it ends");
    near(found.reach[1], 0.5, 1e-12);
    near(found.leave_at[1], 0.5, 1e-12);
    near(found.visits[1] * 1e-10, 0.5, 1e-5);
}

#[test]
fn who_leads_to_itself_alone_is_told_so_by_the_ways_and_not_by_numbers() {
    for stays in [
        "[a]",
        "[{to: a, share: 1}]",
        "[{to: a, share: 0.99999}]",
        "[{to: a, share: 1}, {to: b, share: 0}]",
    ] {
        let map = chain(&[&format!(", next: {stays}"), ""]);
        assert_eq!(
            forecast(&map).expect_err(stays),
            Refusal::NeverEnds(vec![0]),
            "{stays}"
        );
    }
}

#[test]
fn more_than_everybody_is_refused_by_the_reader() {
    let yaml = "title: T\npersonas: {p: P}\nchannels: [web]\nstages:\n- name: S\n  touchpoints:\n  - {name: a, channel: web, emotion: 1, next: [{to: b, share: 0.8}, {to: leave, share: 0.3}]}\n  - {name: b, channel: web}\n";
    let (map, findings) = jmap::read(yaml, &NoFiles, &jmap::source::Limits::default()).judged();
    assert!(map.is_none());
    assert!(findings[0].message.contains("110 %"), "{findings:?}");
}

#[test]
fn a_circle_that_is_too_large_is_refused_and_a_long_line_is_not() {
    let map = |count: usize, back: &str| {
        let mut yaml = String::from(
            "title: T\npersonas: {p: P}\nchannels: [web]\nstages:\n- name: S\n  emotion: 1\n  touchpoints:\n",
        );
        for at in 1..count {
            yaml += &format!("  - {{name: t{at}, channel: web}}\n");
        }
        yaml += &format!("  - {{name: end, channel: web{back}}}\n");
        read(&yaml)
    };
    let found = forecast(&map(5_000, "")).expect("a line");
    near(found.finish, 1.0, 0.0);
    let refusal =
        forecast(&map(400, ", next: [{to: t1, share: 0.1}, leave]")).expect_err("tangled");
    assert!(matches!(&refusal, Refusal::TooLarge(circle) if circle.len() == 400));
}

#[test]
fn the_funnel_by_hand() {
    let map = read(
        "title: T\npersonas: {p: P}\nchannels: [web]\nstages:\n\
         - {name: A, volume: 200, emotion: 1, touchpoints: [{name: a, channel: web}]}\n\
         - {name: B, volume: 150, touchpoints: [{name: b, channel: web}]}\n\
         - {name: C, touchpoints: [{name: c, channel: web}]}\n\
         - {name: D, volume: 60, touchpoints: [{name: d, channel: web}]}\n\
         - {name: E, volume: 66, touchpoints: [{name: e, channel: web}]}\n",
    );
    let found = funnel(&map).expect("four volumes");
    let conversions: Vec<f64> = found
        .steps
        .iter()
        .filter_map(|step| step.conversion)
        .collect();
    for (found, expected) in conversions.iter().zip([0.75, 0.4, 1.1]) {
        near(*found, expected, 1e-12);
    }
    assert_eq!((found.steps[1].from, found.steps[1].to), (1, 3));
    assert_eq!(found.leak, Some(1));
    near(found.overall.expect("200 entered"), 0.33, 1e-12);
}

/// Random numbers that are the same on every machine (xorshift64*, Vigna 2016).
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// Shares of the ways on from each touchpoint; the last place is out of the chain, by leaving or by coming to its end.
fn shares(map: &Map) -> Vec<Vec<f64>> {
    let count = map.touchpoints.len();
    let row = |(at, data): (usize, &jmap::check::Touchpoint)| {
        let mut row = vec![0.0; count + 1];
        if data.next.is_empty() {
            row[at + 1] = 1.0;
            return row;
        }
        let said: f64 = data.next.iter().filter_map(|way| way.share).sum();
        let open = data.next.iter().filter(|way| way.share.is_none()).count();
        for way in &data.next {
            let share = way.share.unwrap_or((1.0 - said) / open as f64);
            row[way.to.unwrap_or(count)] += share;
        }
        if open == 0 {
            row[count] += 1.0 - said;
        }
        row
    };
    map.touchpoints.iter().enumerate().map(row).collect()
}

/// Sends customers through a map, one after the other: for each touchpoint the part of them who get there, and visits of each.
fn simulate(map: &Map, customers: u32) -> (Vec<f64>, Vec<f64>) {
    let shares = shares(map);
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut reach = vec![0u32; shares.len()];
    let mut visits = vec![0u32; shares.len()];
    for _ in 0..customers {
        let mut seen = vec![false; shares.len()];
        let mut at = 0;
        while at < shares.len() {
            visits[at] += 1;
            seen[at] = true;
            let mut left = dice.throw();
            let mut next = shares.len();
            for (to, share) in shares[at].iter().enumerate() {
                if left < *share {
                    next = to;
                    break;
                }
                left -= share;
            }
            at = next;
        }
        reach
            .iter_mut()
            .zip(seen)
            .for_each(|(count, seen)| *count += u32::from(seen));
    }
    let part = |count: &u32| f64::from(*count) / f64::from(customers);
    (
        reach.iter().map(part).collect(),
        visits.iter().map(part).collect(),
    )
}

fn agrees_with_simulation(map: &Map) {
    let Forecast { reach, visits, .. } = forecast(map).expect("it ends");
    let (simulated_reach, simulated_visits) = simulate(map, 200_000);
    for at in 0..reach.len() {
        // Five standard deviations of a share among 200,000 are 0.0056 at most; visits vary more.
        near(reach[at], simulated_reach[at], 0.006);
        near(
            visits[at],
            simulated_visits[at],
            0.02 * (1.0 + visits[at] * visits[at]),
        );
    }
}

#[test]
fn the_forecast_is_what_a_simulation_counts() {
    agrees_with_simulation(&chain(&[
        ", next: [{to: b, share: 0.6}, {to: c, share: 0.3}, {to: leave}]",
        ", next: [{to: a, share: 0.2}, {to: b, share: 0.15}, c]",
        ", next: [{to: e, share: 0.5}, d]",
        ", next: [{to: b, share: 0.3}, {to: e, share: 0.6}]",
        ", next: [{to: e, share: 0.4}, {to: f, share: 0.5}, {to: leave, share: 0.1}]",
        "",
    ]));
}

#[test]
fn the_forecast_of_every_example_that_branches_is_what_a_simulation_counts() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/maps");
    let mut branching = 0;
    for entry in std::fs::read_dir(folder).expect("maps") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|ending| ending != "yaml") {
            continue;
        }
        let yaml = std::fs::read_to_string(&path).expect("a map");
        let (map, _) = jmap::read(
            &yaml,
            &Folder(folder.into()),
            &jmap::source::Limits::default(),
        )
        .judged();
        let map = map.unwrap_or_else(|| panic!("{}", path.display()));
        if has_shares(&map) {
            branching += 1;
            agrees_with_simulation(&map);
        }
    }
    assert!(branching > 0);
}

/// Expected visits as the sum of all steps, one after the other, until hardly anybody is left.
fn visits_step_by_step(shares: &[Vec<f64>], stop: Option<usize>) -> Vec<f64> {
    let mut here = vec![0.0; shares.len()];
    here[0] = 1.0;
    let mut visits = vec![0.0; shares.len()];
    while here.iter().sum::<f64>() > 1e-13 {
        let mut next = vec![0.0; shares.len()];
        for (at, people) in here.iter().enumerate() {
            visits[at] += people;
            if stop == Some(at) {
                continue;
            }
            for (to, share) in shares[at].iter().take(shares.len()).enumerate() {
                next[to] += people * share;
            }
        }
        here = next;
    }
    visits
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_chain_agrees_with_the_sum_of_its_steps(ways in prop::collection::vec(prop::collection::vec((0usize..8, 1u32..40), 0..4), 8)) {
        let texts: Vec<String> = ways.iter().map(|ways| {
            // At least a tenth leaves everywhere, so that the sum converges soon.
            let whole: u32 = ways.iter().map(|(_, weight)| weight).sum::<u32>().max(1);
            let ways: Vec<String> = ways.iter().map(|(to, weight)| {
                let share = f64::from(*weight) / f64::from(whole) * 0.9;
                format!("{{to: {}, share: {share}}}", char::from(b'a' + *to as u8))
            }).collect();
            if ways.is_empty() { String::new() } else { format!(", next: [{}]", ways.join(", ")) }
        }).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let map = chain(&texts);
        let found = forecast(&map).expect("everybody can leave");
        let shares = shares(&map);
        let visits = visits_step_by_step(&shares, None);
        for (at, (found_visits, visits)) in found.visits.iter().zip(&visits).enumerate() {
            near(*found_visits, *visits, 1e-9 * (1.0 + visits));
            near(found.reach[at], visits_step_by_step(&shares, Some(at))[at], 1e-9);
        }
        near(found.finish + found.leave_at.iter().sum::<f64>(), 1.0, 1e-9);
    }
}
