//! Dates, the timeline, and moments on it.

use super::{Text, TimeUnit};

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: i8,
    /// Day of the month.
    pub day: i8,
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The time that the columns stand for.
#[derive(Clone, Debug)]
pub enum Timeline {
    /// Variable phases: the stages in order.
    Phases,
    /// A finite amount of time counted from an event.
    Relative {
        /// Unit in which the axis counts.
        unit: TimeUnit,
        /// First moment, in units.
        from: f64,
        /// Last moment, in units.
        to: f64,
        /// The event at 0.
        origin: Option<Text>,
    },
    /// A finite amount of time by the calendar, in seconds since 1970-01-01 00:00, without time zone.
    Absolute {
        /// First moment.
        from: i64,
        /// Last moment.
        to: i64,
    },
}

/// A moment: as written, and where it lies on a finite timeline.
#[derive(Clone, Debug)]
pub struct Moment {
    /// As written.
    pub text: Text,
    /// In the timeline's unit (relative) or seconds (absolute); `None` with variable phases.
    pub value: Option<f64>,
    /// A day of the calendar rather than a time of day; its end, where it is `until`.
    pub whole_day: bool,
}
