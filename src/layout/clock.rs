//! Moments and lengths of time in the map's language.

use super::page::Context;
use crate::check::{
    Clock, Date, Length, Moment, Step, TimeUnit, Timeline, Touchpoint, Word, filled,
};

const DAY: f64 = 86_400.0;
const MONTHS: [Word; 12] = [
    Word::January,
    Word::February,
    Word::March,
    Word::April,
    Word::May,
    Word::June,
    Word::July,
    Word::August,
    Word::September,
    Word::October,
    Word::November,
    Word::December,
];

/// A number of units since the origin: `Day 12`.
fn count(context: &Context, unit: TimeUnit, number: &str) -> String {
    let word = match unit {
        TimeUnit::Second => Word::AtSecond,
        TimeUnit::Minute => Word::AtMinute,
        TimeUnit::Hour => Word::AtHour,
        TimeUnit::Day => Word::AtDay,
        TimeUnit::Week => Word::AtWeek,
        TimeUnit::Month => Word::AtMonth,
        TimeUnit::Year => Word::AtYear,
    };
    let number = number.replace('-', "−");
    filled(context.word(word), &[("n", &number)])
}

/// A length of time: `17 days`.
fn length(context: &Context, length: Length) -> String {
    let word = match length.unit {
        TimeUnit::Second => Word::Seconds,
        TimeUnit::Minute => Word::Minutes,
        TimeUnit::Hour => Word::Hours,
        TimeUnit::Day => Word::Days,
        TimeUnit::Week => Word::Weeks,
        TimeUnit::Month => Word::Months,
        TimeUnit::Year => Word::Years,
    };
    let map = context.map;
    let form = map.words.form(word, length.count, &map.lang.tag);
    filled(form, &[("n", &length.count.to_string())])
}

/// The time between two moments of the map's timeline.
pub(crate) fn between(context: &Context, from: f64, to: f64) -> String {
    let parts = Length::between(&context.map.timeline, from, to);
    let parts: Vec<String> = parts.iter().map(|part| length(context, *part)).collect();
    parts.join(" ")
}

/// The parts of a date and time that are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parts {
    Day,
    DayOfYear,
    Month,
}

fn date(context: &Context, clock: &Clock, parts: Parts) -> String {
    let word = match parts {
        Parts::Day => Word::OnDay,
        Parts::DayOfYear => Word::OnDayOfYear,
        Parts::Month => Word::InMonth,
    };
    let at = usize::try_from(clock.date.month - 1).unwrap_or(0);
    let month = MONTHS.get(at).map_or("", |month| context.word(*month));
    filled(
        context.word(word),
        &[
            ("day", &clock.date.day.to_string()),
            ("month", month),
            ("number", &format!("{:02}", clock.date.month)),
            ("year", &clock.date.year.to_string()),
        ],
    )
}

fn time(clock: &Clock) -> String {
    let (hour, minute, second) = (clock.hour, clock.minute, clock.second);
    if second == 0 {
        format!("{hour:02}:{minute:02}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}")
    }
}

/// The day of a moment of the calendar; a day as an end counts to its last moment, which is the first of the next day.
fn clock(context: &Context, moment: &Moment, is_end: bool) -> Option<Clock> {
    let day_back = if moment.whole_day && is_end { DAY } else { 0.0 };
    match context.map.timeline {
        Timeline::Absolute { .. } => Clock::at(moment.value? - day_back),
        _ => None,
    }
}

/// A moment for those who read the map: a bare number with its unit, a date in the map's language, with its year, or the
/// day of a time, only where they differ from those of the moment before. Durations, and the labels of a timeline of phases,
/// stay as they are written.
fn moment(context: &Context, moment: &Moment, is_end: bool, before: &mut Option<Date>) -> String {
    let written = &*moment.text.text;
    if let Some(clock) = clock(context, moment, is_end) {
        let before = before.replace(clock.date);
        let is_day = moment.whole_day
            || (!written.contains(':') && (clock.hour, clock.minute, clock.second) == (0, 0, 0));
        if before == Some(clock.date) && !is_day {
            return time(&clock);
        }
        let same_year = before.is_some_and(|before| before.year == clock.date.year);
        let parts = if same_year {
            Parts::Day
        } else {
            Parts::DayOfYear
        };
        let day = date(context, &clock, parts);
        return if is_day {
            day
        } else {
            format!("{day} {}", time(&clock))
        };
    }
    match &context.map.timeline {
        Timeline::Relative { unit, .. } if written.parse::<f64>().is_ok() => {
            count(context, *unit, written.trim_start_matches('+'))
        }
        _ => written.to_owned(),
    }
}

/// When a touchpoint is, from its begin to its end; `before` is the day that a reader has in mind, and is moved on.
pub(crate) fn extent(
    context: &Context,
    touchpoint: &Touchpoint,
    before: &mut Option<Date>,
) -> Option<String> {
    let at = touchpoint.at.as_ref();
    let at = at.map(|at| moment(context, at, false, before));
    let until = touchpoint.until.as_ref();
    let until = until.map(|until| moment(context, until, true, before));
    match (at, until) {
        (Some(at), Some(until)) if at != until => Some(format!("{at} – {until}")),
        (Some(at), _) => Some(at),
        (None, Some(until)) => Some(format!("– {until}")),
        (None, None) => None,
    }
}

/// The labels of ticks: moments, and their numbers in the step's unit.
pub(crate) fn ticks(context: &Context, step: Step, ticks: &[(f64, i64)]) -> Vec<String> {
    if let Timeline::Relative { .. } = context.map.timeline {
        let label = |(_, number): &(f64, i64)| count(context, step.unit, &number.to_string());
        return ticks.iter().map(label).collect();
    }
    let mut year = None;
    let label = |(at, _): &(f64, i64)| {
        let Some(clock) = Clock::at(*at) else {
            return String::new();
        };
        let first = year.is_none();
        let new_year = year.replace(clock.date.year) != Some(clock.date.year);
        let parts = if new_year {
            Parts::DayOfYear
        } else {
            Parts::Day
        };
        match step.unit {
            TimeUnit::Year => clock.date.year.to_string(),
            TimeUnit::Month => date(context, &clock, Parts::Month),
            TimeUnit::Week | TimeUnit::Day => date(context, &clock, parts),
            _ if (clock.hour, clock.minute, clock.second) == (0, 0, 0) => {
                date(context, &clock, parts)
            }
            _ if first => format!("{} {}", date(context, &clock, parts), time(&clock)),
            _ => time(&clock),
        }
    };
    ticks.iter().map(label).collect()
}
