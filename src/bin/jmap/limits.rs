//! `--limit`: how much is taken of what comes in.

use std::sync::LazyLock;

use jmap::check::nearest;
use jmap::limits::{LIMITS, Limits, Spec};

/// What the command line says of limits.
#[derive(Clone, Debug, clap::Args)]
pub struct LimitArgs {
    /// Take more or less of something than usual; may be given several times
    #[arg(
        long = "limit",
        value_name = "NAME=NUMBER",
        value_parser = amount,
        long_help = HELP.as_str()
    )]
    limits: Vec<(&'static Spec, u64)>,
}

impl LimitArgs {
    /// The limits that hold; of one that is given twice the last counts.
    pub fn limits(&self) -> Limits {
        let given = self.limits.iter();
        given.fold(Limits::default(), |limits, (spec, amount)| {
            limits.with(spec.limit, *amount)
        })
    }
}

static HELP: LazyLock<String> = LazyLock::new(|| {
    let rows = LIMITS.iter().map(|spec| {
        let usual = spec.written(spec.usual);
        format!("\n  {:11}  {usual:>13}  {}", spec.name, spec.about)
    });
    let rows: String = rows.collect();
    format!(
        "Take more or less of something than usual; may be given several times\n\n\
         A map may be somebody else's, so what is beyond a limit is refused. The number may end with k, M, Ki or Mi. NAME is \
         one of\n{rows}"
    )
});

/// The factors that may stand behind a number.
const FACTORS: &[(&str, u64)] = &[
    ("", 1),
    ("k", 1_000),
    ("M", 1_000_000),
    ("Ki", 1 << 10),
    ("Mi", 1 << 20),
];

/// Reads `touchpoints=40000`, or says what is wrong with it.
fn amount(text: &str) -> Result<(&'static Spec, u64), String> {
    let (name, number) = text.split_once('=').unwrap_or((text, ""));
    let (name, number) = (name.trim(), number.trim());
    let spec = LIMITS.iter().find(|spec| spec.name == name);
    let spec = spec.ok_or_else(|| unknown(name))?;
    let example = format!("{name}={}", spec.usual);
    if number.is_empty() {
        return Err(format!("say how much: --limit {example}"));
    }
    let end = number.find(|c: char| !c.is_ascii_digit());
    let (digits, factor) = number.split_at(end.unwrap_or(number.len()));
    let factor = FACTORS.iter().find(|(suffix, _)| *suffix == factor);
    let (Some((_, factor)), false) = (factor, digits.is_empty()) else {
        return Err(format!(
            "`{number}` is no whole number, perhaps with k, M, Ki or Mi behind it: {example}"
        ));
    };
    let amount = digits.parse::<u64>().ok();
    let amount = amount.and_then(|amount| amount.checked_mul(*factor));
    amount
        .filter(|amount| *amount <= spec.most)
        .map(|amount| (spec, amount))
        .ok_or_else(|| {
            format!(
                "`{name}` cannot be raised beyond {}",
                spec.written(spec.most)
            )
        })
}

fn unknown(name: &str) -> String {
    let names = || LIMITS.iter().map(|spec| spec.name);
    match nearest(name, names()) {
        Some(near) => format!("there is no limit `{name}`; did you mean `{near}`?"),
        None => format!(
            "there is no limit `{name}`; there are {}",
            names().collect::<Vec<_>>().join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_a_name_and_a_number() {
        let read = |text| amount(text).map(|(spec, amount)| (spec.name, amount));
        assert_eq!(read("touchpoints=40000"), Ok(("touchpoints", 40_000)));
        assert_eq!(read("bytes=32Mi"), Ok(("bytes", 32 << 20)));
        assert_eq!(read("values=2M"), Ok(("values", 2_000_000)));
        assert_eq!(read("stages=0"), Ok(("stages", 0)));
        for wrong in [
            "bytes",
            "bytes=",
            "bytes=x",
            "bytes=1.5Mi",
            "bytes=-1",
            "bytes=1T",
            "bytes=k",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        let refused = |text| read(text).expect_err("it is refused");
        assert!(refused("touchpoint=5").ends_with("did you mean `touchpoints`?"));
        assert!(refused("size=5").contains("there are bytes, "));
        assert!(refused("depth=1001").ends_with("beyond 1,000"));
        assert!(refused("bytes=99999999999999999999Mi").ends_with("4,095 MiB"));
    }
}
