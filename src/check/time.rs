//! Time: dates, and moments on a finite timeline. Owner of the calendar library.

use jiff::Span as Duration;
use jiff::civil::{self, DateTime};

use super::calendar::seconds;
use super::{Date, TimeUnit};
use crate::diag::{self, Diagnostic};
use crate::model::{Text, shortened};

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
fn numbers(text: &str, separator: char, digits: &[usize]) -> Option<Vec<u16>> {
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

/// A date that the calendar does not have, or that is written in another order.
pub(super) fn invalid_date(text: &Text, help: &str) -> Diagnostic {
    let finding = |mark: &str| {
        Diagnostic::new(
            &diag::INVALID_DATE,
            text.span,
            format!("`{}` is not a date", shortened(&text.text)),
        )
        .mark(mark)
    };
    let date = text.text.split(['T', ' ']).next().unwrap_or_default();
    if let Some([year, month, day]) = numbers(date, '-', &[4, 2, 2]).as_deref() {
        let length = i16::try_from(*year)
            .ok()
            .zip(i8::try_from(*month).ok())
            .and_then(|(year, month)| {
                civil::Date::new(year, month, 1)
                    .ok()
                    .map(|first| first.days_in_month())
            });
        return match length {
            Some(length) if *day == 0 || *day > length as u16 => {
                finding(&format!("{year:04}-{month:02} has the days 1 to {length}"))
            }
            None => finding("a year has the months 1 to 12"),
            Some(_) => finding("not a time of day (`14:30`)"),
        };
    }
    if let Some([_, month]) = numbers(date, '-', &[4, 2]).as_deref()
        && !(1..=12).contains(month)
    {
        return finding("a year has the months 1 to 12");
    }
    match other_order(&text.text) {
        Some(iso) => {
            finding("written in another order").help(format!("write {}", iso.join(" or ")))
        }
        None => finding("not year-month-day").help(help),
    }
}

/// What a date in another order means: one date, or two where day and month cannot be told apart.
fn other_order(text: &str) -> Option<Vec<String>> {
    let parts: Vec<u16> = text
        .split(['.', '/', '-', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let orders = match parts[..] {
        [year, month, day] if year > 999 => vec![(year, month, day)],
        [day, month, year] if year > 999 => vec![(year, month, day), (year, day, month)],
        _ => return None,
    };
    let mut iso: Vec<String> = orders
        .into_iter()
        .map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"))
        .filter(|iso| calendar(iso).is_some())
        .collect();
    iso.dedup();
    (!iso.is_empty()).then_some(iso)
}
