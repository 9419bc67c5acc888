//! Dates as people write them, and as they are written here.

use super::time::{calendar, days_in, numbers};
use crate::diag::{self, Diagnostic};
use crate::model::{Text, shortened};

/// How the names of the months begin in English and its neighbours, and the English names.
const MONTHS: &[(&[&str], &str)] = &[
    (&["jan", "ene", "gen"], "January"),
    (&["feb", "fév", "fev"], "February"),
    (&["mar", "mär", "mrz", "maa"], "March"),
    (&["apr", "avr", "abr"], "April"),
    (&["may", "mai", "mag", "mei"], "May"),
    (&["jun", "juin", "giu"], "June"),
    (&["jul", "juil", "lug"], "July"),
    (&["aug", "aoû", "aou", "ago"], "August"),
    (&["sep", "set"], "September"),
    (&["oct", "okt", "ott", "out"], "October"),
    (&["nov"], "November"),
    (&["dec", "déc", "dez", "dic"], "December"),
];

/// A date that the calendar does not have, or that is written in another way; `help` says what the place takes.
pub(super) fn invalid_date(text: &Text, help: &str) -> Diagnostic {
    let finding = |mark: &str| {
        let message = format!("`{}` is not a date", shortened(&text.text));
        Diagnostic::new(&diag::INVALID_DATE, text.span, message).mark(mark)
    };
    let no_month = "a year has the months 1 to 12";
    let date = text.text.split(['T', ' ']).next().unwrap_or_default();
    if let Some([year, month, day]) = numbers(date, '-', &[4, 2, 2]).as_deref() {
        return match days_in(*year, *month) {
            Some(length) if *day == 0 || *day > length => {
                finding(&format!("{year:04}-{month:02} has the days 1 to {length}"))
            }
            None => finding(no_month),
            Some(_) if calendar(&text.text).is_some() => {
                finding("a day and a time of day").help(format!("write the day alone: {date}"))
            }
            Some(_) => finding("what follows the day is no time of day (`14:30`)").help(help),
        };
    }
    if let Some([_, month]) = numbers(date, '-', &[4, 2]).as_deref()
        && !(1..=12).contains(month)
    {
        return finding(no_month);
    }
    match &other_ways(&text.text)[..] {
        [] => finding("not year-month-day").help(help),
        [(iso, _)] => finding("written in another way").help(format!("write {iso}")),
        [(first, said), (second, or), ..] => finding("can be two dates")
            .help(format!("for {said} write {first}, for {or} write {second}")),
    }
}

/// What is neither a day nor a month nor a year.
pub(super) fn invalid_period(text: &Text) -> Diagnostic {
    let finding = invalid_date(
        text,
        "write a day, a month or a year: 2026-01-17, 2026-01, 2026",
    );
    let Some(Parts { month, numbers }) = parts(&text.text) else {
        return finding;
    };
    let (month, year) = match (month, &numbers[..]) {
        (Some(month), [year]) => (month, *year),
        (None, [year, month]) if *year > 999 => (*month, *year),
        (None, [month, year]) => (*month, *year),
        _ => return finding,
    };
    if !(1..=12).contains(&month) || !(1000..=9999).contains(&year) {
        return finding;
    }
    let message = finding.message;
    Diagnostic::new(&diag::INVALID_DATE, text.span, message)
        .mark("a month, written in another way")
        .help(format!("write {year}-{month:02}"))
}

/// Numbers in a date, and a month by its name.
struct Parts {
    month: Option<u16>,
    numbers: Vec<u16>,
}

fn parts(text: &str) -> Option<Parts> {
    let mut parts = Parts {
        month: None,
        numbers: Vec::new(),
    };
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let is_digit = |c: char| c.is_ascii_digit();
        let end = if is_digit(first) {
            let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
            parts.numbers.push(rest.get(..end)?.parse().ok()?);
            let ordinal = ["st", "nd", "rd", "th"];
            let after = rest.get(end..)?;
            end + if ordinal.iter().any(|o| after.starts_with(o)) {
                2
            } else {
                0
            }
        } else if matches!(first, '年' | '月' | '日' | '년' | '월' | '일') {
            first.len_utf8()
        } else if first.is_alphabetic() {
            let end = rest
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(rest.len());
            let word = rest.get(..end)?.to_lowercase();
            if !matches!(&*word, "de" | "of" | "the") {
                let is_month =
                    |(begins, _): &(&[&str], &str)| begins.iter().any(|b| word.starts_with(b));
                let month = MONTHS.iter().position(is_month)? + 1;
                if parts.month.replace(u16::try_from(month).ok()?).is_some() {
                    return None;
                }
            }
            end
        } else if matches!(first, ' ' | '.' | ',' | '/' | '-' | '\u{2013}') {
            first.len_utf8()
        } else {
            return None;
        };
        rest = rest.get(end..)?;
    }
    Some(parts)
}

/// The dates that a text can mean, as they are written here and as they are said.
fn other_ways(text: &str) -> Vec<(String, String)> {
    let (date, time) = match text.rsplit_once([' ', 'T']) {
        Some((date, time)) if time.contains(':') => (date, format!(" {time}")),
        _ => (text, String::new()),
    };
    let compact = date.len() == 8 && date.bytes().all(|b| b.is_ascii_digit());
    let spread = || {
        Some(format!(
            "{}-{}-{}",
            date.get(..4)?,
            date.get(4..6)?,
            date.get(6..)?
        ))
    };
    let date = if compact {
        spread().unwrap_or_default()
    } else {
        date.to_owned()
    };
    let Some(Parts { month, numbers }) = parts(&date) else {
        return Vec::new();
    };
    // Two digits are a year of this century.
    let full = |year: u16| if year < 100 { year + 2000 } else { year };
    let orders = match (month, &numbers[..]) {
        (Some(month), [year, day]) if *year > 999 => vec![(*year, month, *day)],
        (Some(month), [day, year]) => vec![(full(*year), month, *day)],
        (None, [year, month, day]) if *year > 999 => vec![(*year, *month, *day)],
        // Who writes full stops writes the day first.
        (None, [day, month, year]) if date.contains('.') && *month <= 12 => {
            vec![(full(*year), *month, *day)]
        }
        (None, [a, b, year]) => vec![(full(*year), *b, *a), (full(*year), *a, *b)],
        _ => return Vec::new(),
    };
    let mut ways: Vec<(String, String)> = orders
        .into_iter()
        .filter(|(year, month, day)| {
            days_in(*year, *month).is_some_and(|length| (1..=length).contains(day))
        })
        .map(|(year, month, day)| {
            let name = MONTHS
                .get(usize::from(month) - 1)
                .map_or("", |(_, name)| name);
            (
                format!("{year:04}-{month:02}-{day:02}{time}"),
                format!("{day} {name}"),
            )
        })
        .filter(|(iso, _)| calendar(iso).is_some())
        .collect();
    ways.dedup();
    ways
}

#[cfg(test)]
mod tests {
    use super::other_ways;

    #[test]
    fn dates_of_people() {
        let iso = |text| {
            other_ways(text)
                .into_iter()
                .map(|(iso, _)| iso)
                .collect::<Vec<_>>()
        };
        for one in [
            "17.01.2026",
            "01/17/2026",
            "17 January 2026",
            "17th of January 2026",
            "January 17, 2026",
            "Jan 17 2026",
            "17. Januar 2026",
            "17 janvier 2026",
            "17 de enero de 2026",
            "2026-1-17",
            "2026/01/17",
            "20260117",
            "17.1.26",
            "2026年1月17日",
        ] {
            assert_eq!(iso(one), ["2026-01-17"], "{one}");
        }
        assert_eq!(iso("03/04/2026"), ["2026-04-03", "2026-03-04"]);
        assert_eq!(iso("03.04.2026"), ["2026-04-03"]);
        assert_eq!(iso("03/03/2026"), ["2026-03-03"]);
        assert_eq!(iso("17.01.2026 14:30"), ["2026-01-17 14:30"]);
        for none in [
            "spring 2026",
            "31.02.2026",
            "2026",
            "Q1 2026",
            "1.2",
            "1.5 days",
            "99999999999999999999",
            "0/0/0",
            "",
        ] {
            assert_eq!(iso(none), [""; 0], "{none}");
        }
    }
}
