//! The timeline: which one it is, and where moments lie on it.

use super::calendar::seconds;
use super::checker::Checker;
use super::date_slips::invalid_date;
use super::time::{calendar, duration, later, since_1970};
use super::{Moment, TimeUnit, Timeline};
use crate::diag::{self, Diagnostic, Span};
use crate::model::{self, Text, shortened};

/// Seconds of a day.
const DAY: i64 = 86_400;
/// What two moments may differ by and still be one, as a part of the timeline's length: rounding, not time.
const ROUNDING: f64 = 1e-9;

impl Checker<'_> {
    /// Finds out which timeline the map has. `None` where one is written that makes no sense.
    pub fn timeline(&mut self, written: Option<&model::Timeline>, lost: bool) -> Option<Timeline> {
        let Some(written) = written else {
            return (!lost).then_some(Timeline::Phases);
        };
        if ["unit", "length", "from", "to"]
            .iter()
            .any(|key| written.meta.lost(key))
        {
            return None;
        }
        let is_date = |moment: &Option<model::Moment>| {
            moment
                .as_ref()
                .is_some_and(|m| m.0.text.parse::<f64>().is_err())
        };
        let timeline = if is_date(&written.from) || is_date(&written.to) {
            absolute(written)
        } else {
            relative(written)
        };
        timeline
            .map_err(|finding| self.findings.push(*finding))
            .ok()
    }
}

fn incomplete(written: &model::Timeline, message: &str) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::new(&diag::MISSING_TIME, written.meta.head, message)
            .mark("not a finite amount of time yet")
            .help("say how long it is, in units or by the calendar:\ntimeline: {unit: day, length: 90}\ntimeline: {from: 2026-01-05, to: 2026-03-30}"),
    )
}

fn backwards(span: Span) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::new(
            &diag::INVALID_VALUE,
            span,
            "the timeline ends before it begins",
        )
        .mark("not after its beginning")
        .help("let `to` lie after `from`"),
    )
}

fn relative(written: &model::Timeline) -> Result<Timeline, Box<Diagnostic>> {
    let Some(unit) = written.unit else {
        return Err(incomplete(
            written,
            "the timeline does not say in which unit it counts",
        ));
    };
    let number = |moment: &model::Moment| {
        moment
            .0
            .text
            .parse::<f64>()
            .ok()
            .filter(|n| n.abs() <= model::LARGEST_NUMBER)
    };
    let bad = |moment: &model::Moment| {
        let advice = if moment.0.text.parse::<f64>().is_ok_and(f64::is_finite) {
            "this number is beyond what jmap counts; take a longer unit, or count from a nearer event"
        } else {
            "write a number of units, or dates at both ends"
        };
        Box::new(invalid_date(&moment.0, advice))
    };
    let from = match &written.from {
        Some(from) => number(from).ok_or_else(|| bad(from))?,
        None => 0.0,
    };
    let (to, span) = match (&written.to, &written.length) {
        (Some(to), None) => (number(to).ok_or_else(|| bad(to))?, to.0.span),
        (None, Some(length)) => (from + length.value, length.span),
        (Some(_), Some(length)) => {
            let finding = Diagnostic::new(
                &diag::INVALID_VALUE,
                length.span,
                "the timeline has both `length` and `to`",
            );
            return Err(Box::new(
                finding
                    .mark("one of them is enough")
                    .help("leave out one of them"),
            ));
        }
        (None, None) => {
            return Err(incomplete(
                written,
                "the timeline does not say how long it is",
            ));
        }
    };
    if to <= from {
        return Err(backwards(span));
    }
    Ok(Timeline::Relative {
        unit,
        from,
        to,
        origin: written.origin.clone(),
    })
}

fn absolute(written: &model::Timeline) -> Result<Timeline, Box<Diagnostic>> {
    let (Some(from), Some(to)) = (&written.from, &written.to) else {
        let missing = if written.from.is_none() {
            "beginning (`from`)"
        } else {
            "end (`to`)"
        };
        return Err(incomplete(
            written,
            &format!("the timeline has no {missing}"),
        ));
    };
    let when = |moment: &model::Moment| {
        calendar(&moment.0.text).ok_or_else(|| {
            Box::new(invalid_date(
                &moment.0,
                "write 2026-01-17, or 2026-01-17 14:30",
            ))
        })
    };
    let (first, last) = (when(from)?, when(to)?);
    let extra = [
        ("unit", written.unit.is_some()),
        ("length", written.length.is_some()),
        ("origin", written.origin.is_some()),
    ];
    if let Some((key, _)) = extra.iter().find(|(_, given)| *given) {
        let message = format!("a timeline between two dates takes no `{key}`");
        let finding = Diagnostic::new(&diag::INVALID_VALUE, written.meta.head, message);
        return Err(Box::new(
            finding
                .mark("between two dates")
                .help(format!("leave out `{key}`, or count in units")),
        ));
    }
    let (from, end) = (since_1970(first.moment), since_1970(last.moment));
    // The last day belongs to the timeline as a whole.
    let end = if last.whole_day { end + DAY } else { end };
    if end <= from {
        Err(backwards(to.0.span))
    } else {
        Ok(Timeline::Absolute { from, to: end })
    }
}

/// Which end of a touchpoint a moment is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// `at`
    Begin,
    /// `until`: a day counts to its end.
    Finish,
}

/// Puts a moment on the timeline.
pub(super) fn locate(
    timeline: &Timeline,
    text: &Text,
    end: End,
) -> Result<Moment, Box<Diagnostic>> {
    let value = match timeline {
        Timeline::Phases => None,
        Timeline::Relative { unit, .. } => Some(on_relative(*unit, text)?),
        Timeline::Absolute { from, .. } => Some(on_absolute(*from, text, end)?),
    };
    if let Some(value) = value
        && let Some((first, last)) = ends(timeline)
    {
        let rounding = (last - first) * ROUNDING;
        if value < first - rounding || value > last + rounding {
            return Err(Box::new(outside(timeline, text, value < first)));
        }
    }
    let whole_day = matches!(timeline, Timeline::Absolute { .. })
        && calendar(&text.text).is_some_and(|written| written.whole_day);
    Ok(Moment {
        text: text.clone(),
        value,
        whole_day,
    })
}

/// First and last moment of a finite timeline, in its unit or in seconds.
pub(super) fn ends(timeline: &Timeline) -> Option<(f64, f64)> {
    match timeline {
        Timeline::Phases => None,
        Timeline::Relative { from, to, .. } => Some((*from, *to)),
        Timeline::Absolute { from, to } => Some((*from as f64, *to as f64)),
    }
}

fn on_relative(unit: TimeUnit, text: &Text) -> Result<f64, Box<Diagnostic>> {
    let bare = text
        .text
        .parse::<f64>()
        .ok()
        .filter(|number| number.is_finite());
    let spelled = || {
        duration(&text.text).map(|parts| {
            parts
                .iter()
                .map(|(n, u)| n * seconds(*u) / seconds(unit))
                .sum()
        })
    };
    bare.or_else(spelled).ok_or_else(|| {
        let message = format!(
            "`{}` is not a moment on this timeline",
            shortened(&text.text)
        );
        let finding = Diagnostic::new(&diag::INVALID_DATE, text.span, message);
        Box::new(finding.mark(format!("this timeline counts in {}s", unit.word())).help(format!(
            "write a number of {}s (`12`) or a duration of s, min, h, d, w, mo, y (`1w 5d`)",
            unit.word()
        )))
    })
}

fn on_absolute(from: i64, text: &Text, end: End) -> Result<f64, Box<Diagnostic>> {
    if let Some(written) = calendar(&text.text) {
        let day = if written.whole_day && end == End::Finish {
            DAY
        } else {
            0
        };
        return Ok((since_1970(written.moment) + day) as f64);
    }
    duration(&text.text)
        .and_then(|parts| later(from, &parts))
        .ok_or_else(|| {
            Box::new(invalid_date(
                text,
                "write 2026-01-17, 2026-01-17 14:30, or the time since the beginning: 1w 5d",
            ))
        })
}

fn outside(timeline: &Timeline, text: &Text, before: bool) -> Diagnostic {
    let side = if before {
        "before the timeline begins"
    } else {
        "after the timeline ends"
    };
    let message = format!("`{}` lies {side}", shortened(&text.text));
    let finding = Diagnostic::new(&diag::TIME_OUTSIDE_TIMELINE, text.span, message);
    let extent = match timeline {
        Timeline::Relative { unit, from, to, .. } => {
            format!("it runs from {from} to {to} {}s", unit.word())
        }
        _ => "outside `from` … `to`".to_owned(),
    };
    finding
        .mark(extent)
        .help("make the timeline longer, or correct the time")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(timeline: &Timeline, text: &str, end: End) -> Option<f64> {
        let text = Text {
            text: text.into(),
            span: Span::default(),
        };
        locate(timeline, &text, end)
            .ok()
            .and_then(|moment| moment.value)
    }

    #[test]
    fn moments_of_a_relative_timeline() {
        let days = Timeline::Relative {
            unit: TimeUnit::Day,
            from: -10.0,
            to: 90.0,
            origin: None,
        };
        let at = |text| value(&days, text, End::Begin);
        assert_eq!(at("12"), Some(12.0));
        assert_eq!(at("1w 5d"), Some(12.0));
        assert_eq!(at("1w5d"), Some(12.0));
        assert_eq!(at("-3 d"), Some(-3.0));
        assert_eq!(at("36h"), Some(1.5));
        assert_eq!(at("1mo"), Some(365.2425 / 12.0));
        assert_eq!(at("91"), None);
        assert_eq!(at("1 fortnight"), None);
        assert_eq!(at("2026-01-05"), None);
        assert_eq!(at("inf"), None);
    }

    #[test]
    fn moments_of_an_absolute_timeline() {
        let from = since_1970(calendar("2028-01-31").unwrap().moment);
        let spring = Timeline::Absolute {
            from,
            to: from + 90 * DAY,
        };
        let at =
            |text| value(&spring, text, End::Begin).map(|seconds| (seconds as i64 - from) / 3600);
        assert_eq!(at("2028-01-31"), Some(0));
        assert_eq!(at("2028-02-01 14:30"), Some(38));
        assert_eq!(at("2028-02-01T14:30"), Some(38));
        assert_eq!(at("2d"), Some(48));
        assert_eq!(at("1mo"), Some(29 * 24), "the month ends on 29 February");
        assert_eq!(at("2028-01-30"), None);
        assert_eq!(at("12"), None);
        assert_eq!(
            value(&spring, "2028-01-31", End::Finish),
            Some((from + DAY) as f64)
        );
    }
}
