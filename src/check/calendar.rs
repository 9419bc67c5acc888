//! Steps and lengths of time, for those who draw it: months and years by the calendar.

use jiff::civil::{self, DateTime};
use jiff::{Span as Duration, Unit};

use super::time::since_1970;
use super::{Date, TimeUnit, Timeline};

const DAY: f64 = 86_400.0;
/// Seconds of a year of the Gregorian calendar on average: 365.2425 days.
const YEAR: f64 = 365.2425 * DAY;
/// The Monday from which weeks are counted: 1970-01-05.
const MONDAY: i64 = 4 * 86_400;
/// What a time may lie beside a whole number of steps and still be one, as a part of a step: rounding, not time.
const ROUNDING: f64 = 1e-6;
/// A length that is so near a whole number of units is told in them, as a part of itself.
const NEAR: f64 = 0.03;
/// So many units are told as a whole number of them: what is rounded off is a twentieth at most.
const MANY: f64 = 10.0;
/// So many units are told with the rest in the next finer one.
const WITH_REST: f64 = 2.0;

/// Length of a unit in seconds; a month is a twelfth of an average year.
pub fn seconds(unit: TimeUnit) -> f64 {
    match unit {
        TimeUnit::Second => 1.0,
        TimeUnit::Minute => 60.0,
        TimeUnit::Hour => 3_600.0,
        TimeUnit::Day => DAY,
        TimeUnit::Week => 7.0 * DAY,
        TimeUnit::Month => YEAR / 12.0,
        TimeUnit::Year => YEAR,
    }
}

/// A moment of the calendar, without time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The day.
    pub date: Date,
    /// Hour, 0 to 23.
    pub hour: i8,
    /// Minute, 0 to 59.
    pub minute: i8,
    /// Second, 0 to 59.
    pub second: i8,
}

impl Clock {
    /// The moment so many seconds after 1970-01-01 00:00; `None` outside the calendar's years.
    pub fn at(seconds: f64) -> Option<Clock> {
        let moment = moment(seconds.round() as i64)?;
        Some(Clock {
            date: Date {
                year: moment.year(),
                month: moment.month(),
                day: moment.day(),
            },
            hour: moment.hour(),
            minute: moment.minute(),
            second: moment.second(),
        })
    }
}

fn moment(seconds: i64) -> Option<DateTime> {
    let start = civil::date(1970, 1, 1).to_datetime(civil::Time::midnight());
    start
        .checked_add(Duration::new().try_seconds(seconds).ok()?)
        .ok()
}

/// A distance between ticks that people count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// How many, at least 1.
    pub count: i64,
    /// Of what.
    pub unit: TimeUnit,
}

impl Step {
    /// The moments of a finite timeline at whole numbers of steps, ascending, and their numbers of the step's unit: from
    /// the origin of a relative one; from 1970 by the calendar, where weeks begin on Mondays, and months and years on
    /// their first days. `None` where there are more than `most`, or none can be counted.
    pub fn ticks(self, timeline: &Timeline, most: usize) -> Option<Vec<(f64, i64)>> {
        match *timeline {
            Timeline::Phases => None,
            Timeline::Relative { unit, from, to, .. } => {
                let size = self.count as f64 * (seconds(self.unit) / seconds(unit));
                let first = (from / size - ROUNDING).ceil();
                let last = (to / size + ROUNDING).floor();
                let numbers = whole(first, last, most)?;
                Some(
                    numbers
                        .map(|k| ((k as f64 * size).clamp(from, to), k * self.count))
                        .collect(),
                )
            }
            Timeline::Absolute { from, to } => match self.unit {
                TimeUnit::Month => self.months(from, to, self.count, most),
                TimeUnit::Year => self.months(from, to, self.count.checked_mul(12)?, most),
                unit => {
                    let start = if unit == TimeUnit::Week { MONDAY } else { 0 };
                    let size = self.count.checked_mul(seconds(unit) as i64)?;
                    let first = (from - start).div_euclid(size)
                        + i64::from((from - start).rem_euclid(size) > 0);
                    let last = (to - start).div_euclid(size);
                    let numbers = whole(first as f64, last as f64, most)?;
                    Some(
                        numbers
                            .map(|k| ((start + k * size) as f64, k * self.count))
                            .collect(),
                    )
                }
            },
        }
    }

    /// The first days of every so many months.
    fn months(self, from: i64, to: i64, months: i64, most: usize) -> Option<Vec<(f64, i64)>> {
        let index = |seconds: i64| {
            moment(seconds)
                .map(|moment| i64::from(moment.year()) * 12 + i64::from(moment.month()) - 1)
        };
        let (first, last) = (index(from)?, index(to)?);
        let numbers = whole(
            first.div_euclid(months) as f64,
            last.div_euclid(months) as f64,
            most,
        )?;
        let start = |k: i64| {
            let month = k.checked_mul(months)?;
            let year = i16::try_from(month.div_euclid(12)).ok()?;
            let date = civil::Date::new(year, (month.rem_euclid(12) + 1) as i8, 1).ok()?;
            Some((since_1970(date.to_datetime(civil::Time::midnight())), month))
        };
        let inside = |(at, _): &(i64, i64)| (from..=to).contains(at);
        Some(
            numbers
                .filter_map(start)
                .filter(inside)
                .map(|(at, month)| (at as f64, month))
                .collect(),
        )
    }
}

/// The whole numbers from one to another, unless they are too many.
fn whole(first: f64, last: f64, most: usize) -> Option<std::ops::RangeInclusive<i64>> {
    let few = first.abs() < 1e15 && last.abs() < 1e15 && last - first < most as f64;
    few.then_some(first as i64..=last as i64)
}

/// A length of time in one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// How many.
    pub count: u64,
    /// Of what.
    pub unit: TimeUnit,
}

impl Length {
    /// The time between two moments of a finite timeline, as people would tell it, in one or two units: in the largest
    /// one of which it is a whole number within 3 %, or ten and more, or else two and more with the rest in the next
    /// one. A relative timeline counts in its unit and below it; seconds, minutes and hours also grow to days.
    pub fn between(timeline: &Timeline, from: f64, to: f64) -> Vec<Length> {
        use TimeUnit::{Day, Hour, Minute, Month, Second, Week, Year};
        let (largest, of_unit) = match timeline {
            Timeline::Phases => return Vec::new(),
            Timeline::Relative { unit, .. } => (*unit, seconds(*unit)),
            Timeline::Absolute { .. } => (Year, 1.0),
        };
        let units: &[TimeUnit] = match largest {
            Year => &[Year, Month, Day, Hour, Minute, Second],
            Month => &[Month, Day, Hour, Minute, Second],
            Week => &[Week, Day, Hour, Minute, Second],
            _ => &[Day, Hour, Minute, Second],
        };
        let months = match timeline {
            Timeline::Absolute { .. } => months_between(from as i64, to as i64),
            _ => None,
        };
        let length = |unit: TimeUnit| match (unit, months) {
            (Year, Some(months)) => months / 12.0,
            (Month, Some(months)) => months,
            _ => (to - from).abs() * of_unit / seconds(unit),
        };
        for pair in units.windows(2) {
            let (unit, finer) = (pair[0], pair[1]);
            let whole = length(unit);
            let near = (whole - whole.round()).abs() <= NEAR * whole;
            if whole >= MANY || (whole.round() >= 1.0 && near) {
                return vec![counted(whole, unit)];
            }
            if whole >= WITH_REST {
                let rest = (whole - whole.floor()) * seconds(unit) / seconds(finer);
                return vec![counted(whole.floor(), unit), counted(rest.max(1.0), finer)];
            }
        }
        vec![counted(length(Second), Second)]
    }
}

fn counted(count: f64, unit: TimeUnit) -> Length {
    Length {
        count: count.round() as u64,
        unit,
    }
}

/// Months by the calendar, the last one in part.
fn months_between(from: i64, to: i64) -> Option<f64> {
    let (from, to) = (moment(from.min(to))?, moment(from.max(to))?);
    let whole = from.until((Unit::Month, to)).ok()?.get_months();
    let reached = |months: i32| {
        from.checked_add(Duration::new().try_months(months).ok()?)
            .ok()
    };
    let (before, after) = (reached(whole)?, reached(whole + 1)?);
    let part = to.duration_since(before).as_secs() as f64;
    Some(f64::from(whole) + part / after.duration_since(before).as_secs() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::time::calendar;

    fn at(text: &str) -> i64 {
        since_1970(calendar(text).unwrap().moment)
    }

    fn dates(from: &str, to: &str, count: i64, unit: TimeUnit) -> Vec<String> {
        let timeline = Timeline::Absolute {
            from: at(from),
            to: at(to),
        };
        let ticks = Step { count, unit }.ticks(&timeline, 100).unwrap();
        ticks
            .iter()
            .map(|(seconds, _)| Clock::at(*seconds).unwrap().date.to_string())
            .collect()
    }

    #[test]
    fn months_and_years_begin_by_the_calendar() {
        assert_eq!(
            dates("2028-01-15", "2028-04-01", 1, TimeUnit::Month),
            ["2028-02-01", "2028-03-01", "2028-04-01"]
        );
        assert_eq!(
            dates("2023-06-01", "2030-01-01", 2, TimeUnit::Year),
            ["2024-01-01", "2026-01-01", "2028-01-01", "2030-01-01"]
        );
        assert_eq!(
            dates("2028-02-27", "2028-03-01", 1, TimeUnit::Day),
            ["2028-02-27", "2028-02-28", "2028-02-29", "2028-03-01"]
        );
        assert_eq!(
            dates("2026-01-06", "2026-01-20", 1, TimeUnit::Week),
            ["2026-01-12", "2026-01-19"],
            "Mondays"
        );
    }

    #[test]
    fn steps_of_a_relative_timeline_count_from_its_origin() {
        let year = Timeline::Relative {
            unit: TimeUnit::Month,
            from: -12.0,
            to: 12.0,
            origin: None,
        };
        let step = |count, unit| Step { count, unit }.ticks(&year, 100);
        assert_eq!(
            step(6, TimeUnit::Month),
            Some(vec![
                (-12.0, -12),
                (-6.0, -6),
                (0.0, 0),
                (6.0, 6),
                (12.0, 12)
            ])
        );
        assert_eq!(
            step(1, TimeUnit::Year),
            Some(vec![(-12.0, -1), (0.0, 0), (12.0, 1)])
        );
        assert_eq!(step(1, TimeUnit::Second), None, "far too many");
    }

    #[test]
    fn lengths_are_told_as_people_would() {
        let days = Timeline::Relative {
            unit: TimeUnit::Day,
            from: 0.0,
            to: 90.0,
            origin: None,
        };
        let told = |timeline: &Timeline, from: f64, to: f64| {
            let parts = Length::between(timeline, from, to);
            let part = |part: &Length| format!("{} {}", part.count, part.unit.word());
            parts.iter().map(part).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(told(&days, 12.0, 29.0), "17 day");
        assert_eq!(told(&days, 0.0, 1.5), "36 hour");
        assert_eq!(told(&days, 0.0, 2.5), "2 day, 12 hour");
        let calendar = Timeline::Absolute { from: 0, to: 1 };
        let between = |from, to| told(&calendar, at(from) as f64, at(to) as f64);
        assert_eq!(between("2028-01-31", "2028-02-29"), "1 month");
        assert_eq!(between("2028-02-01", "2028-03-01"), "1 month");
        assert_eq!(between("2028-01-20", "2028-03-05"), "45 day");
        assert_eq!(between("2028-01-20", "2028-06-02"), "4 month, 13 day");
        assert_eq!(between("2024-02-29", "2028-02-29"), "4 year");
        assert_eq!(
            between("2026-01-05 08:15", "2026-01-05 11:40"),
            "3 hour, 25 minute"
        );
    }
}
