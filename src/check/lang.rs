//! Language tags: well-formed or not, direction, quotation marks.

use super::Lang;
use crate::diag::{self, Diagnostic};
use crate::model::Text;

/// Scripts that run from right to left (ISO 15924).
const RTL_SCRIPTS: &[&str] = &[
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi",
];

/// Languages that are written from right to left where no script is given.
const RTL_LANGUAGES: &[&str] = &[
    "aeb", "ajp", "apc", "apd", "ar", "arb", "arc", "ars", "ary", "arz", "azb", "bal", "bgn",
    "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo", "pes", "pnb",
    "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
];

/// Quotation marks by language (Unicode CLDR, `delimiters`); the first tag that begins like the map's counts.
const QUOTES: &[(&str, &str, &str)] = &[
    ("ar", "”", "“"),
    ("bg", "„", "“"),
    ("cs", "„", "“"),
    ("da", "“", "”"),
    ("de-ch", "«", "»"),
    ("de", "„", "“"),
    ("el", "«", "»"),
    ("es", "«", "»"),
    ("et", "„", "“"),
    ("fa", "«", "»"),
    ("fi", "”", "”"),
    ("fr-ch", "«", "»"),
    ("fr", "«\u{a0}", "\u{a0}»"),
    ("he", "”", "”"),
    ("hr", "„", "“"),
    ("hu", "„", "”"),
    ("it", "«", "»"),
    ("ja", "「", "」"),
    ("ko", "“", "”"),
    ("lt", "„", "“"),
    ("lv", "“", "”"),
    ("nb", "«", "»"),
    ("nl", "‘", "’"),
    ("nn", "«", "»"),
    ("no", "«", "»"),
    ("pl", "„", "”"),
    ("pt-pt", "«", "»"),
    ("pt", "“", "”"),
    ("ro", "„", "”"),
    ("ru", "«", "»"),
    ("sk", "„", "“"),
    ("sl", "„", "“"),
    ("sr", "„", "“"),
    ("sv", "”", "”"),
    ("tr", "“", "”"),
    ("uk", "«", "»"),
    ("zh-hk", "「", "」"),
    ("zh-hant", "「", "」"),
    ("zh-tw", "「", "」"),
    ("zh", "“", "”"),
];

/// The language of a tag; the tag need not be well-formed.
pub(super) fn language(tag: &str) -> Lang {
    let lower = tag.to_ascii_lowercase();
    let quotes = QUOTES
        .iter()
        .find(|(language, ..)| {
            lower
                .strip_prefix(language)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        })
        .map_or(("“", "”"), |(_, open, close)| (*open, *close));
    let mut subtags = lower.split('-');
    let first = subtags.next().unwrap_or_default();
    let script = subtags
        .take_while(|subtag| subtag.len() > 1)
        .find(|s| s.len() == 4 && s.bytes().all(|b| b.is_ascii_alphabetic()));
    let rtl = match script {
        Some(script) => RTL_SCRIPTS.contains(&script),
        None => RTL_LANGUAGES.contains(&first),
    };
    Lang {
        tag: tag.into(),
        rtl,
        quotes,
    }
}

/// Checks that a tag is well-formed (BCP 47), and begins with a language of two or three letters.
pub(super) fn check_tag(tag: &Text) -> Option<Diagnostic> {
    if is_well_formed(&tag.text) {
        return None;
    }
    let finding = Diagnostic::new(
        &diag::INVALID_VALUE,
        tag.span,
        format!(
            "`{}` is not a language tag",
            crate::model::shortened(&tag.text)
        ),
    )
    .mark("not in the form of BCP 47")
    .note(
        "the language decides how lines break, which way they run, and what a screen reader says",
    );
    let joined = tag.text.replace('_', "-");
    let joined = joined.split('.').next().unwrap_or_default();
    Some(if is_well_formed(joined) {
        finding.help(format!("write `{joined}`"))
    } else {
        finding
            .help("write the language's code, and perhaps a region: `en`, `de`, `pt-BR`, `zh-Hant`")
    })
}

fn is_well_formed(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    let letters = |text: &str| text.bytes().all(|b| b.is_ascii_alphabetic());
    let mut last_single = false;
    let rest = subtags.all(|subtag| {
        last_single = subtag.len() == 1;
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    matches!(language.len(), 2 | 3) && letters(language) && rest && !last_single
}

/// Puts the language's quotation marks around a text, unless it brings its own.
pub(super) fn quoted(text: &Text, lang: &Lang) -> Text {
    const MARKS: &[char] = &[
        '"', '\'', '“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '‹', '›', '「', '」', '『', '』',
        '《', '》', '＂',
    ];
    let inner = text
        .text
        .trim_end_matches(['.', '!', '?', '…', ',', '。', '！', '？']);
    let own = text.text.chars().count() > 1 && inner.starts_with(MARKS) && inner.ends_with(MARKS);
    let text_with = if own {
        text.text.clone()
    } else {
        format!("{}{}{}", lang.quotes.0, text.text, lang.quotes.1).into()
    };
    Text {
        text: text_with,
        span: text.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_follows_script_then_language() {
        let rtl = |tag| language(tag).rtl;
        assert!(rtl("ar") && rtl("he-IL") && rtl("az-Arab") && rtl("ckb") && rtl("UR"));
        assert!(!rtl("en") && !rtl("ar-Latn") && !rtl("ku") && !rtl("de-x-arab"));
    }

    #[test]
    fn tags() {
        for tag in [
            "en",
            "pt-BR",
            "zh-Hant-TW",
            "de-CH-1901",
            "sl-rozaj",
            "en-x-team",
        ] {
            assert!(is_well_formed(tag), "{tag}");
        }
        for tag in [
            "english",
            "en_US",
            "",
            "e",
            "en-",
            "en-x",
            "pt BR",
            "en-toolongsubtag",
            "日本語",
        ] {
            assert!(!is_well_formed(tag), "{tag}");
        }
    }

    #[test]
    fn quotation_marks_are_the_languages_unless_the_text_has_its_own() {
        let quote = |text: &str, tag| {
            quoted(
                &Text {
                    text: text.into(),
                    span: Default::default(),
                },
                &language(tag),
            )
            .text
        };
        assert_eq!(&*quote("It depends", "en"), "“It depends”");
        assert_eq!(
            &*quote("Eleven minutes to hear \"it depends\".", "en"),
            "“Eleven minutes to hear \"it depends\".”"
        );
        assert_eq!(&*quote("\"It depends\".", "en"), "\"It depends\".");
        assert_eq!(&*quote("Ça dépend", "fr"), "«\u{a0}Ça dépend\u{a0}»");
        assert_eq!(&*quote("Kommt darauf an", "de-AT"), "„Kommt darauf an“");
        assert_eq!(&*quote("まだ？", "ja"), "「まだ？」");
        assert_eq!(&*quote("’tis fine", "en"), "“’tis fine”");
        assert_eq!(&*quote("'", "en"), "“'”");
    }
}
