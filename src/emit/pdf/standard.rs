//! The standards that a PDF can be made to keep.

use krilla::configure::validate::{Accessibility, Archival};
use krilla::configure::{
    Configuration, ConfigurationBuilder, ConfigurationError, PdfVersion, Validator, Validators,
};

/// A standard that a PDF can keep.
#[derive(Clone, Copy, Debug)]
pub struct Standard {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub about: &'static str,
    asks: Asks,
}

#[derive(Clone, Copy, Debug)]
enum Asks {
    For(Validator),
    Version(PdfVersion),
}

/// All standards.
pub const STANDARDS: &[Standard] = &[
    ua("ua-1", "PDF/UA-1: can be read with a screen reader"),
    a(
        "a-1a",
        Archival::A1_A,
        "PDF/A-1a: kept for decades, with its structure; PDF 1.4, no transparency",
    ),
    a(
        "a-1b",
        Archival::A1_B,
        "PDF/A-1b: kept for decades; PDF 1.4, no transparency",
    ),
    a(
        "a-2a",
        Archival::A2_A,
        "PDF/A-2a: kept for decades, with its structure",
    ),
    a("a-2b", Archival::A2_B, "PDF/A-2b: kept for decades"),
    a(
        "a-2u",
        Archival::A2_U,
        "PDF/A-2u: kept for decades, its text can be searched",
    ),
    a(
        "a-3a",
        Archival::A3_A,
        "PDF/A-3a: as a-2a; other files may be added to it",
    ),
    a(
        "a-3b",
        Archival::A3_B,
        "PDF/A-3b: as a-2b; other files may be added to it",
    ),
    a(
        "a-3u",
        Archival::A3_U,
        "PDF/A-3u: as a-2u; other files may be added to it",
    ),
    a("a-4", Archival::A4, "PDF/A-4: kept for decades, as PDF 2.0"),
    a(
        "a-4f",
        Archival::A4F,
        "PDF/A-4f: as a-4; other files may be added to it",
    ),
    a("a-4e", Archival::A4E, "PDF/A-4e: as a-4, for engineering"),
    version("1.4", PdfVersion::Pdf14, "PDF 1.4"),
    version("1.5", PdfVersion::Pdf15, "PDF 1.5"),
    version("1.6", PdfVersion::Pdf16, "PDF 1.6"),
    version(
        "1.7",
        PdfVersion::Pdf17,
        "PDF 1.7: what is written where nothing is said",
    ),
    version("2.0", PdfVersion::Pdf20, "PDF 2.0"),
];

const fn ua(name: &'static str, about: &'static str) -> Standard {
    let asks = Asks::For(Validator::Ua(Accessibility::UA1));
    Standard { name, about, asks }
}

const fn a(name: &'static str, level: Archival, about: &'static str) -> Standard {
    let asks = Asks::For(Validator::A(level));
    Standard { name, about, asks }
}

const fn version(name: &'static str, version: PdfVersion, about: &'static str) -> Standard {
    let asks = Asks::Version(version);
    Standard { name, about, asks }
}

/// Standards that one PDF keeps together.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standards(Configuration);

impl Standards {
    /// The standards of some names. Where no PDF keeps them all, why not, in a sentence.
    pub fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Standards, String> {
        let mut builder = ConfigurationBuilder::new();
        let mut taken: Vec<&Standard> = Vec::new();
        for name in names {
            let wanted = STANDARDS.iter().find(|standard| standard.name == name);
            let wanted = wanted.ok_or_else(|| format!("`{name}` is no standard of PDF"))?;
            let rival = |other: &&&Standard| other.name != name && other.is_rival(wanted);
            if let Some(other) = taken.iter().find(rival) {
                return Err(format!("a PDF is not both `{}` and `{name}`", other.name));
            }
            taken.push(wanted);
            builder = match wanted.asks {
                Asks::For(validator) => builder.set_validator(validator),
                Asks::Version(version) => builder.with_version(version),
            };
        }
        builder
            .finish()
            .map(Standards)
            .map_err(|error| clash(&error))
    }

    /// What krilla makes of them.
    pub(super) fn configuration(&self) -> Configuration {
        self.0
    }
}

impl Standard {
    /// Whether the two are of one family.
    fn is_rival(&self, other: &Standard) -> bool {
        matches!(
            (self.asks, other.asks),
            (Asks::Version(_), Asks::Version(_))
                | (Asks::For(Validator::A(_)), Asks::For(Validator::A(_)))
        )
    }
}

fn clash(error: &ConfigurationError) -> String {
    let takes = |validators: &Validators| {
        let version = |validator: Validator| {
            let (name, most) = (validator.as_str(), validator.max().as_str());
            match validator.min() {
                Some(least) if least == validator.max() => format!("{name} is {most}"),
                Some(least) => format!("{name} is {} to {}", least.as_str(), &most[4..]),
                None => format!("{name} is {most} at most"),
            }
        };
        let all: Vec<String> = validators.into_iter().map(version).collect();
        all.join(", ")
    };
    match error {
        ConfigurationError::NoOverlappingValidatorsRange(validators) => {
            format!(
                "no PDF keeps these standards together: {}",
                takes(validators)
            )
        }
        ConfigurationError::VersionDoesNotMatchValidatorsRange(version, validators) => {
            format!("{} does not do: {}", version.as_str(), takes(validators))
        }
    }
}

/// The names of standards that krilla holds a document to, in a sentence.
pub(super) fn names(validators: Validators) -> String {
    let names: Vec<&str> = validators.into_iter().map(Validator::as_str).collect();
    names.join(" and ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why_not(names: &[&str]) -> String {
        let refused = Standards::of(names.iter().copied());
        refused.expect_err("no PDF keeps them all")
    }

    #[test]
    fn standards_that_go_together_are_kept_together() {
        for names in [
            &["ua-1", "a-2a"][..],
            &["a-3u", "1.7"],
            &["2.0", "a-4"],
            &["a-2b", "a-2b"],
            &[],
        ] {
            assert!(Standards::of(names.iter().copied()).is_ok(), "{names:?}");
        }
        for standard in STANDARDS {
            assert!(Standards::of([standard.name]).is_ok(), "{}", standard.name);
        }
    }

    #[test]
    fn others_are_refused_in_a_sentence() {
        assert_eq!(
            why_not(&["a-2b", "ua-1", "a-3b"]),
            "a PDF is not both `a-2b` and `a-3b`"
        );
        assert_eq!(
            why_not(&["1.4", "1.7"]),
            "a PDF is not both `1.4` and `1.7`"
        );
        assert_eq!(
            why_not(&["a-4", "ua-1"]),
            "no PDF keeps these standards together: PDF/A-4 is PDF 2.0, PDF/UA-1 is PDF 1.4 to 1.7"
        );
        assert_eq!(
            why_not(&["1.7", "a-1b"]),
            "PDF 1.7 does not do: PDF/A-1b is PDF 1.4"
        );
        assert_eq!(why_not(&["a-5"]), "`a-5` is no standard of PDF");
    }
}
