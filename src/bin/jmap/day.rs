//! Which day it is: that of `--as-of`, else that of SOURCE_DATE_EPOCH, else the clock's. Only what is said of maps depends
//! on the clock, never a drawing.

use std::time::SystemTime;

use anyhow::{Context, Result};
use jmap::check::{Clock, Date, Text, day};
use jmap::diag::Span;
use jmap::emit::Moment;

/// Seconds since 1970 that stand for now, by the convention of reproducible builds
/// (<https://reproducible-builds.org/specs/source-date-epoch/>).
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The day by which dates are judged.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct AsOf {
    /// The day by which dates are judged: 2026-01-17 [default: today in UTC; that of SOURCE_DATE_EPOCH where it is set]
    #[arg(long, value_name = "DATE", value_parser = read)]
    as_of: Option<Date>,
}

impl AsOf {
    /// The day.
    pub fn day(self) -> Result<Date> {
        match self.as_of {
            Some(day) => Ok(day),
            None => today(epoch()),
        }
    }
}

/// The moment that a document names as that of its making: the map's own day, else that of SOURCE_DATE_EPOCH, else none.
pub fn moment(updated: Option<Date>) -> Result<Option<Moment>> {
    let clock = match (updated, epoch()) {
        (Some(date), _) => Clock {
            date,
            hour: 0,
            minute: 0,
            second: 0,
        },
        (None, Some(text)) => at(seconds(&text)?)?,
        (None, None) => return Ok(None),
    };
    let small = |number: i8| u8::try_from(number).unwrap_or_default();
    Ok(Some(Moment {
        year: u16::try_from(clock.date.year).unwrap_or_default(),
        month: small(clock.date.month),
        day: small(clock.date.day),
        hour: small(clock.hour),
        minute: small(clock.minute),
        second: small(clock.second),
    }))
}

/// What SOURCE_DATE_EPOCH says, if anything.
fn epoch() -> Option<String> {
    let text = std::env::var_os(EPOCH)?.to_string_lossy().into_owned();
    Some(text).filter(|text| !text.is_empty())
}

fn seconds(epoch: &str) -> Result<u64> {
    let seconds = epoch.parse().ok();
    seconds
        .with_context(|| format!("{EPOCH} is `{epoch}`, which is no number of seconds since 1970"))
}

fn at(seconds: u64) -> Result<Clock> {
    Clock::at(seconds as f64)
        .with_context(|| format!("{seconds} seconds after 1970 is a day beyond the calendar"))
}

/// A day as it is written on the command line, or what is wrong with it.
fn read(text: &str) -> Result<Date, String> {
    let text = Text {
        text: text.into(),
        span: Span::default(),
    };
    day(&text).map_err(|finding| {
        let advice = finding.help.into_iter().next();
        std::iter::once(finding.mark)
            .chain(advice)
            .collect::<Vec<_>>()
            .join("; ")
    })
}

/// The day in UTC at which the clock stands, or at which it is said to.
#[expect(clippy::disallowed_methods, reason = "here dates come in")]
fn today(epoch: Option<String>) -> Result<Date> {
    let seconds = match epoch {
        Some(text) => seconds(&text)?,
        None => SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .context("the clock of this computer stands before 1970: say --as-of")?
            .as_secs(),
    };
    let clock = at(seconds)?;
    Ok(clock.date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day_at(epoch: &str) -> Result<String, String> {
        match today(Some(epoch.to_owned())) {
            Ok(day) => Ok(day.to_string()),
            Err(error) => Err(error.to_string()),
        }
    }

    #[test]
    fn the_day_of_an_epoch_is_that_of_utc() {
        assert_eq!(day_at("0").as_deref(), Ok("1970-01-01"));
        assert_eq!(day_at("1709251199").as_deref(), Ok("2024-02-29"));
        assert_eq!(day_at("1709251200").as_deref(), Ok("2024-03-01"));
        for wrong in ["soon", "-1", "1.5", "99999999999999999999"] {
            let refusal = day_at(wrong).expect_err(wrong);
            assert!(refusal.contains(wrong), "{refusal}");
        }
        assert!(day_at("999999999999999").is_err());
    }

    #[test]
    fn without_an_epoch_it_is_the_clocks() {
        let day = today(None).expect("a clock that goes");
        assert!(day.year >= 2026, "{day}");
    }

    #[test]
    fn a_day_in_another_order_is_refused_with_what_it_may_mean() {
        let day = read("2026-01-17").expect("a day");
        assert_eq!(day.to_string(), "2026-01-17");
        let refusal = read("1/2/2026").expect_err("another order");
        assert_eq!(
            refusal,
            "can be two dates; for 1 February write 2026-02-01, for 2 January write 2026-01-02"
        );
        assert!(read("2026-02-30").is_err());
        assert!(read("2026-02-03 12:00").is_err());
    }
}
