//! Maps of any size, the same on every run.

use std::fmt::Write as _;

/// A map with a number of touchpoints, counted from `first`, four in each stage, with the usual cells.
pub fn map(touchpoints: usize, first: usize) -> String {
    let mut map = String::from(
        "title: A long way\nscenario: Somebody sets out\npersonas: {a: Ann, b: Ben}\nchannels: {web: Website, phone: Phone, shop: Shop}\nstages:\n",
    );
    for at in first..first + touchpoints {
        if (at - first).is_multiple_of(4) {
            writeln!(map, "  - name: Part {}\n    touchpoints:", at / 4 + 1)
                .expect("a string grows");
        }
        let channel = ["web", "phone", "shop"][at % 3];
        let score = (at * 7 % 40) as f64 / 10.0 - 2.0;
        write!(
            map,
            "      - name: Takes step {at} and waits for an answer\n        channel: {channel}\n        department: Sales {}\n        emotion: {{a: {{score: {score}, feeling: number {at}}}, b: {}}}\n        thoughts: What comes after step {at}?\n        pain_points: {{text: Nobody says how long step {at} takes, severity: high}}\n        opportunities: {{text: Say it before step {at}, value: high, effort: low, owner: Service}}\n",
            at % 5,
            -score / 2.0,
        )
        .expect("a string grows");
    }
    map
}
