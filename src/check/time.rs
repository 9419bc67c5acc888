//! Time: dates, and moments on a finite timeline. Owner of the calendar library.

use jiff::Span as Duration;
use jiff::civil::{self, DateTime};

use super::calendar::seconds;
use super::date_slips::invalid_date;
use super::{Date, TimeUnit};
use crate::diag::Diagnostic;
use crate::model::Text;

/// Symbols of units in durations, the longer ones first where one begins like another.
const SYMBOLS: &[(&str, TimeUnit)] = &[
    ("min", TimeUnit::Minute),
    ("mo", TimeUnit::Month),
    ("s", TimeUnit::Second),
    ("h", TimeUnit::Hour),
    ("d", TimeUnit::Day),
    ("w", TimeUnit::Week),
    ("y", TimeUnit::Year),
];

/// A span of time as it is written: `1w 5d`, `-3mo`. Whole or broken numbers of units, the sign counts for all.
pub(super) fn duration(text: &str) -> Option<Vec<(f64, TimeUnit)>> {
    let (sign, mut rest) = match text.trim().strip_prefix(['-', '−']) {
        Some(rest) => (-1.0, rest.trim_start()),
        None => (1.0, text.trim().trim_start_matches('+')),
    };
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (digits, after) = rest.split_at(end);
        let number: f64 = digits.parse().ok()?;
        let after = after.trim_start();
        let (symbol, unit) = SYMBOLS
            .iter()
            .find(|(symbol, _)| after.starts_with(symbol))?;
        parts.push((sign * number, *unit));
        rest = after.get(symbol.len()..)?;
        if rest.starts_with(|c: char| c.is_alphabetic()) {
            return None;
        }
        rest = rest.trim_start();
    }
    (!parts.is_empty() && parts.iter().all(|(number, _)| number.is_finite())).then_some(parts)
}

/// A moment of the calendar as it is written: `2026-01-17`, `2026-01-17 14:30`, `2026-01-17T14:30:05`.
pub(super) struct Written {
    /// When.
    pub moment: DateTime,
    /// Whether it is a day rather than a time of day.
    pub whole_day: bool,
}

/// Reads a moment of the calendar.
pub(super) fn calendar(text: &str) -> Option<Written> {
    let (date, time) = match text.split_once(['T', ' ']) {
        Some((date, time)) => (date, Some(time.trim())),
        None => (text, None),
    };
    let [year, month, day] = numbers(date, '-', &[4, 2, 2])?[..] else {
        return None;
    };
    let date = civil::Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()?;
    let Some(time) = time else {
        return Some(Written {
            moment: date.to_datetime(civil::Time::midnight()),
            whole_day: true,
        });
    };
    let parts = numbers(time, ':', &[2, 2, 2]).or_else(|| numbers(time, ':', &[2, 2]))?;
    let part = |index: usize| i8::try_from(parts.get(index).copied().unwrap_or(0)).ok();
    let time = civil::Time::new(part(0)?, part(1)?, part(2)?, 0).ok()?;
    Some(Written {
        moment: date.to_datetime(time),
        whole_day: false,
    })
}

/// Numbers with fixed counts of digits between separators.
pub(super) fn numbers(text: &str, separator: char, digits: &[usize]) -> Option<Vec<u16>> {
    let parts: Vec<&str> = text.split(separator).collect();
    let shaped = parts.len() == digits.len()
        && parts
            .iter()
            .zip(digits)
            .all(|(part, count)| part.len() == *count && part.bytes().all(|b| b.is_ascii_digit()));
    if shaped {
        parts.iter().map(|part| part.parse().ok()).collect()
    } else {
        None
    }
}

/// How many days a month has; `None` where there is no such month.
pub(super) fn days_in(year: u16, month: u16) -> Option<u16> {
    let year = i16::try_from(year).ok()?;
    let first = civil::Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    u16::try_from(first.days_in_month()).ok()
}

/// Seconds since 1970-01-01 00:00, without time zone.
pub(super) fn since_1970(moment: DateTime) -> i64 {
    let start = civil::date(1970, 1, 1).to_datetime(civil::Time::midnight());
    moment.duration_since(start).as_secs()
}

/// A moment so much later than another, months and years by the calendar.
pub(super) fn later(from: i64, parts: &[(f64, TimeUnit)]) -> Option<f64> {
    let start = civil::date(1970, 1, 1).to_datetime(civil::Time::midnight());
    let from = start
        .checked_add(Duration::new().try_seconds(from).ok()?)
        .ok()?;
    let mut moment = from;
    let mut rest = 0.0;
    for (number, unit) in parts {
        match unit {
            TimeUnit::Month | TimeUnit::Year if *number == number.trunc() && number.abs() < 1e5 => {
                let months = (*number as i64) * if *unit == TimeUnit::Year { 12 } else { 1 };
                moment = moment
                    .checked_add(Duration::new().try_months(months).ok()?)
                    .ok()?;
            }
            _ => rest += number * seconds(*unit),
        }
    }
    Some(since_1970(moment) as f64 + rest)
}

/// A day of the calendar, or what is wrong with it.
pub fn day(text: &Text) -> Result<Date, Box<Diagnostic>> {
    match calendar(&text.text) {
        Some(Written {
            moment,
            whole_day: true,
        }) => Ok(Date {
            year: moment.year(),
            month: moment.month(),
            day: moment.day(),
        }),
        _ => Err(Box::new(invalid_date(
            text,
            "write year, month and day: 2026-01-17",
        ))),
    }
}

/// Whether a text is a day, a month or a year.
pub(super) fn is_period(text: &str) -> bool {
    last_day(text).is_some()
}

/// The last day of what is written as a day, a month or a year.
pub fn last_day(text: &str) -> Option<Date> {
    let day = |text: &str| {
        let written = calendar(text).filter(|written| written.whole_day)?;
        Some(written.moment.date())
    };
    let last = day(text)
        .or_else(|| Some(day(&format!("{text}-01"))?.last_of_month()))
        .or_else(|| Some(day(&format!("{text}-01-01"))?.last_of_year()))?;
    Some(Date {
        year: last.year(),
        month: last.month(),
        day: last.day(),
    })
}
