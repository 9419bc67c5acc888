//! The times of a map that is made up: on its way from one touchpoint to the next, time never goes back.

use super::dice::Dice;

/// What counts the time, and how late it is.
pub struct Clock {
    kind: Kind,
    now: i64,
    /// Whether it is the afternoon of a day of the calendar.
    late: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Phases,
    Counted(&'static str, &'static str),
    Calendar(&'static str),
}

const KINDS: &[(Kind, i64)] = &[
    (Kind::Counted("{unit: day, length: 1000000}", "d"), 0),
    (Kind::Counted("{unit: second, length: 1000000}", "s"), 0),
    (
        Kind::Counted(
            "{unit: month, from: -40, to: 1000000, origin: \"An event & its name\"}",
            "mo",
        ),
        -40,
    ),
    (
        Kind::Counted("{unit: year, from: 3, to: 1000000, origin: Birth}", "y"),
        3,
    ),
    (
        Kind::Counted(
            "{unit: hour, from: -1000000000000000, to: 1000000000000000}",
            "h",
        ),
        -1_000_000_000_000_000,
    ),
    (Kind::Calendar("{from: 0001-01-01, to: 9999-12-31}"), 0),
    (
        Kind::Calendar("{from: 2027-12-30, to: 2999-03-01}"),
        2028 * DAYS_OF_YEAR,
    ),
    (
        Kind::Calendar("{from: 2028-02-28 22:15, to: 2100-01-01}"),
        2028 * DAYS_OF_YEAR + 60,
    ),
];

/// Months have 28 days here.
const DAYS_OF_YEAR: i64 = 12 * 28;

impl Clock {
    pub fn new(dice: &mut Dice) -> Clock {
        let (kind, now) = match dice.once_in(3) {
            true => KINDS[dice.below(KINDS.len())],
            false => (Kind::Phases, 0),
        };
        Clock {
            kind,
            now,
            late: false,
        }
    }

    /// The map's timeline, if it has one.
    pub fn timeline(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Phases => None,
            Kind::Counted(timeline, _) | Kind::Calendar(timeline) => Some(timeline),
        }
    }

    /// When the next touchpoint begins.
    pub fn at(&mut self, dice: &mut Dice) -> String {
        let longest = [1, 4, 40, 5000][dice.below(4)];
        let step = dice.below(longest) as i64;
        let end = match self.kind {
            Kind::Calendar(_) => 2090 * DAYS_OF_YEAR,
            _ => 900_000,
        };
        if self.now + step < end {
            self.now += step;
            self.late &= step == 0;
        }
        self.late |= dice.once_in(6);
        self.written(self.now, dice)
    }

    /// When a touchpoint ends that began now.
    pub fn until(&mut self, dice: &mut Dice) -> String {
        let end = self.now + dice.below(100) as i64;
        self.written(end, dice)
    }

    fn written(&self, moment: i64, dice: &mut Dice) -> String {
        match self.kind {
            Kind::Phases => "\"Week 2–3\"".to_owned(),
            Kind::Counted(_, unit) if dice.once_in(2) => format!("{moment}{unit}"),
            Kind::Counted(..) => moment.to_string(),
            Kind::Calendar(_) => {
                let (year, day) = (moment / DAYS_OF_YEAR, moment % DAYS_OF_YEAR);
                let time = if self.late { " 14:30" } else { "" };
                format!(
                    "{:04}-{:02}-{:02}{time}",
                    year.max(1),
                    day / 28 + 1,
                    day % 28 + 1
                )
            }
        }
    }
}
