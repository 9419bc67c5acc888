//! Numbers that are written as people write them, and as jmap reads them.

use super::scalar::number;

/// What to do about a text where a number is expected.
pub(super) fn advice(written: &str, plain: bool) -> Option<String> {
    let trimmed = written.trim();
    if !plain && number(trimmed).is_some() {
        return Some(format!("write {trimmed} without quotation marks"));
    }
    let ascii = trimmed.replace(['\u{2212}', '\u{2013}'], "-");
    if ascii != trimmed && number(&ascii).is_some() {
        return Some(format!(
            "write {ascii}, with the hyphen of the keyboard for a minus"
        ));
    }
    let digits = |c: char| c.is_ascii_digit();
    let first = ascii.find(digits)?;
    let last = ascii.rfind(digits)?;
    let sign = if ascii.get(..first)?.ends_with('-') {
        "-"
    } else {
        ""
    };
    let plain = simple(ascii.get(first..=last)?)?;
    let around = first > sign.len() || last + 1 < ascii.len();
    Some(if around {
        format!("write the number alone: {sign}{plain} (a KPI has a `unit` for the rest)")
    } else {
        format!("write {sign}{plain}: digits alone, with a full stop before decimals")
    })
}

/// A number without what groups its digits, a full stop before its decimals; `None` where it is not clear what is meant.
fn simple(written: &str) -> Option<String> {
    let joins = |c: char| {
        matches!(
            c,
            ' ' | '\'' | '’' | '_' | '\u{a0}' | '\u{202f}' | '\u{2009}'
        )
    };
    let text: String = written.chars().filter(|c| !joins(*c)).collect();
    if number(&text).is_some() && text.matches('.').count() < 2 {
        return Some(text);
    }
    let (before, after) = text.rsplit_once(',')?;
    let grouped = |text: &str, sign: char| {
        let mut groups = text.split(sign);
        let first = groups
            .next()
            .is_some_and(|first| (1..=3).contains(&first.len()));
        first
            && groups.all(|group| group.len() == 3)
            && text.chars().all(|c| c.is_ascii_digit() || c == sign)
    };
    if let Some((whole, decimals)) = text.rsplit_once('.')
        && grouped(whole, ',')
        && number(decimals).is_some()
    {
        return Some(format!("{}.{decimals}", whole.replace(',', "")));
    }
    if grouped(&text, ',') {
        return Some(text.replace(',', ""));
    }
    let whole = before.replace('.', "");
    let clear = (grouped(before, '.') || number(before).is_some()) && number(after).is_some();
    clear
        .then(|| format!("{whole}.{after}"))
        .filter(|text| number(text).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_people() {
        for (written, meant) in [
            ("41 %", "alone: 41 "),
            ("€12", "alone: 12 "),
            ("-3 days", "alone: -3 "),
            ("\u{2212}5", "write -5,"),
            ("70,5", "write 70.5:"),
            ("1,200", "write 1200:"),
            ("1,200.50", "write 1200.50:"),
            ("1.200,50 €", "alone: 1200.50 "),
            ("1 200", "write 1200:"),
            ("1_000", "write 1000:"),
            ("about 40", "alone: 40 "),
        ] {
            let advice = advice(written, true).unwrap_or_default();
            assert!(advice.contains(meant), "{written}: {advice}");
        }
        assert_eq!(
            advice("\"5\"", false),
            Some("write the number alone: 5 (a KPI has a `unit` for the rest)".to_owned())
        );
        assert_eq!(
            advice("5", false),
            Some("write 5 without quotation marks".to_owned())
        );
        for unclear in [
            "many",
            "0x1F",
            "1.2.3",
            "3 of 5",
            ".inf",
            "2026-01-17",
            "1,2,3",
        ] {
            assert_eq!(advice(unclear, true), None, "{unclear}");
        }
    }
}
