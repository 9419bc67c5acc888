//! One whole map, calculated with a pencil.
//!
//! `maps/energy-coop.yaml` has fourteen touchpoints. Read off the file, in order:
//!
//! | # | touchpoint  | channel    | department | Nadia | Tom  | range | mean  |
//! | - | ----------- | ---------- | ---------- | ----- | ---- | ----- | ----- |
//! | 0 | hears       | friends    |            | 1     | 1    | 0     | 1     |
//! | 1 | searches    | web        | Marketing  | 0     | −0.4 | 0.4   | −0.2  |
//! | 2 | reads       | web        | Marketing  | 0.5   | −1   | 1.5   | −0.25 |
//! | 3 | compares    | comparison | Sales      | −0.6  | 0.2  | 0.8   | −0.2  |
//! | 4 | calls       | phone      | Service    | −1.5  | 0.6  | 2.1   | −0.45 |
//! | 5 | attends     | person     | Community  | 1.4   | 1.8  | 0.4   | 1.6   |
//! | 6 | fills in    | web        | Sales      | −0.4  | −1.6 | 1.2   | −1    |
//! | 7 | signs       | email      | Finance    | 0.1   | −0.8 | 0.9   | −0.35 |
//! | 8 | receives    | post       | Community  | 1.2   | 1.1  | 0.1   | 1.15  |
//! | 9 | waits       | email      | Operations | −1.2  | −0.5 | 0.7   | −0.85 |
//! | 10 | lets in    | person     | Operations | 0.3   | 0.9  | 0.6   | 0.6   |
//! | 11 | sees       | app        | Digital    | 1.7   | 0.7  | 1     | 1.2   |
//! | 12 | opens      | email      | Finance    | −1.7  | 0.4  | 2.1   | −0.65 |
//! | 13 | votes      | person     | Community  | 1.6   | 1.9  | 0.3   | 1.75  |

use std::fs;
use std::path::Path;

use jmap::check::Map;
use jmap::insight::curve::{Change, Point, curve};
use jmap::insight::extremes::{Extreme, Steepest};
use jmap::insight::headlines::{Headline, headlines};
use jmap::insight::kpi::{Status, status_of};
use jmap::insight::places::Place::Touchpoint;
use jmap::insight::report::report;
use jmap::insight::sentences::sentence;
use jmap::insight::shares::Share;
use jmap::insight::spread::{Spread, furthest_apart};

const NADIA: usize = 0;
const TOM: usize = 1;

fn energy_coop() -> Map {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps/energy-coop.yaml");
    crate::read(&fs::read_to_string(path).expect("the map"))
}

fn point(touchpoint: usize, score: f64, joined: bool) -> Point {
    Point {
        place: Touchpoint(touchpoint),
        score,
        joined,
    }
}

fn change(from: usize, to: usize, by: f64) -> Option<Change> {
    Some(Change {
        from: Touchpoint(from),
        to: Touchpoint(to),
        by,
    })
}

#[test]
fn curves() {
    let map = energy_coop();
    // From each score to the next: −1, 0.5, −1.1, −0.9, 2.9, −1.8, 0.5, 1.1, −2.4, 1.5, 1.4, −3.4, 3.3.
    let nadia = curve(&map, NADIA).expect("a curve");
    assert_eq!(nadia.highest, point(11, 1.7, true));
    assert_eq!(nadia.lowest, point(12, -1.7, true));
    assert_eq!(nadia.ending, point(13, 1.6, true));
    assert_eq!(nadia.fall, change(11, 12, -3.4));
    assert_eq!(nadia.rise, change(12, 13, 3.3));
    // −1.4, −0.6, 1.2, 0.4, 1.2, −3.4, 0.8, 1.9, −1.6, 1.4, −0.2, −0.3, 1.5.
    let tom = curve(&map, TOM).expect("a curve");
    assert_eq!(tom.highest, point(13, 1.9, true));
    assert_eq!(tom.lowest, point(6, -1.6, true));
    assert_eq!(tom.ending, point(13, 1.9, true));
    assert_eq!(tom.fall, change(5, 6, -3.4));
    assert_eq!(tom.rise, change(7, 8, 1.9));
}

#[test]
fn spreads() {
    let spreads = report(&energy_coop()).spreads;
    let ranges: Vec<f64> = spreads.iter().map(|spread| spread.range).collect();
    let by_hand = [
        0.0, 0.4, 1.5, 0.8, 2.1, 0.4, 1.2, 0.9, 0.1, 0.7, 0.6, 1.0, 2.1, 0.3,
    ];
    assert_eq!(ranges, by_hand);
    let means: Vec<f64> = spreads.iter().map(|spread| spread.mean).collect();
    let by_hand = [
        1.0, -0.2, -0.25, -0.2, -0.45, 1.6, -1.0, -0.35, 1.15, -0.85, 0.6, 1.2, -0.65, 1.75,
    ];
    assert_eq!(means, by_hand);
    // 2.1 twice; the first is the call.
    let apart = Spread {
        place: Touchpoint(4),
        lowest: (NADIA, -1.5),
        highest: (TOM, 0.6),
        range: 2.1,
        mean: -0.45,
    };
    assert_eq!(furthest_apart(&spreads), Some(apart));
}

#[test]
fn gaps() {
    let report = report(&energy_coop());
    // Only 1 and 2 share a channel.
    let channels: Vec<(usize, usize)> = (0..13)
        .filter(|ix| *ix != 1)
        .map(|ix| (ix, ix + 1))
        .collect();
    assert_eq!(report.channel_changes, channels);
    // Nobody answers for 0; 1 and 2 are Marketing's, 9 and 10 are Operations'.
    let departments: Vec<(usize, usize)> = (0..13)
        .filter(|ix| ![0, 1, 9].contains(ix))
        .map(|ix| (ix, ix + 1))
        .collect();
    assert_eq!(report.handovers, departments);
    // Devices stand at 1 and 11, which are no neighbours.
    assert_eq!(report.device_changes, []);
    assert_eq!((report.stranded, report.moments), (vec![], vec![]));
}

#[test]
fn shares() {
    let map = energy_coop();
    let report = report(&map);
    let share = |count, of| Share { count, of };
    // Nine pain points: at 1 (pdf), 2 (shares and supply), 3, 4, 6, 7, 9 (silence), 10 (window), 12. Opportunities solve pdf
    // and shares, silence and window by name; those at 3, 4, 6 and 12 stand beside theirs. The mail at 7 is left.
    assert_eq!(report.action.answered, share(8, 9));
    assert_eq!(report.action.owned, share(8, 9));
    // At 0, 1, 3, 4, 5, 6, 9, 11, 12, 13, each with an owner.
    assert_eq!(report.action.opportunities, share(10, 10));
    // 2 personas, 28 scores, 9 pain points and 5 KPIs name their sources; the 10 thoughts do not. 44/54 = 81.5 %.
    assert_eq!(report.claims, share(44, 54));
    assert_eq!(report.claims.percent(), Some(81));
    // Survey and web analytics count; the call log and the interviews tell.
    assert_eq!(report.sources.statistical, share(2, 4));
    assert_eq!(report.sources.anecdotal, share(2, 4));
    // 4180/4000 = 1.045; 38 s of 60 s allowed; 41 of 70; 26 days of 28, 7 % fewer; 44/40 = 1.1.
    let kpis: Vec<_> = map.kpis.iter().filter_map(status_of).collect();
    let (exceeds, below) = (Status::Exceeds, Status::Below);
    assert_eq!(kpis, [exceeds, exceeds, below, exceeds, exceeds]);
}

#[test]
fn what_to_read_first() {
    let map = energy_coop();
    let fall = Steepest {
        change: change(5, 6, -3.4).expect("a change"),
        personas: vec![TOM],
    };
    let low = Extreme {
        place: Touchpoint(12),
        score: -1.7,
        personas: vec![NADIA],
    };
    let apart = furthest_apart(&report(&map).spreads).expect("they part");
    let expected = vec![
        Headline::LowestPoint(low),
        // Nadia falls as far, but later.
        Headline::SteepestFall(fall),
        Headline::FurthestApart(apart),
        Headline::Unowned(Share { count: 1, of: 9 }),
        Headline::Gaps {
            channels: 12,
            handovers: 10,
        },
    ];
    assert_eq!(headlines(&map), expected);
    let sentences: Vec<String> = expected
        .iter()
        .map(|headline| sentence(&map, headline).replace('\u{a0}', " "))
        .collect();
    let by_hand = [
        "Lowest point: Opens the first bill (−1.7 · Nadia Rahimi)",
        "Steepest fall: Attends the Thursday open evening → Fills in the membership form (−3.4 · Tom Becker)",
        "Furthest apart: Calls with a question about moving home (Nadia Rahimi −1.5 · Tom Becker 0.6)",
        "Pain points nobody owns: 1 of 9",
        "Channel changes: 12 · Hand-overs: 10",
    ];
    assert_eq!(sentences, by_hand);
}
