//! Where a word that does not fit may be hyphenated.

use hypher::Lang;
use unicode_normalization::char::is_combining_mark;

/// So many letters stay together at either end of a word.
const LEAST: usize = 3;
/// Longest word that is hyphenated, in bytes. The longest of any literature has 195 letters; longer ones are nobody's words,
/// and patterns would be sought in all of one for each of its lines.
const LONGEST: usize = 800;

/// The patterns for a language (BCP 47 tag), if there are any.
pub(super) fn patterns(tag: &str) -> Option<Lang> {
    let language = tag.split('-').next()?.to_ascii_lowercase();
    match language.as_bytes() {
        b"nb" | b"nn" => Lang::from_iso(*b"no"),
        &[a, b] => Lang::from_iso([a, b]),
        _ => None,
    }
}

/// Bytes of a word, which may have punctuation around it, before which it may be hyphenated. None in numbers, addresses,
/// identifiers, acronyms and names with capitals inside.
pub(super) fn points(word: &str, language: Lang) -> Vec<usize> {
    let core = word.trim_matches(|c: char| !c.is_alphabetic());
    // An article or pronoun that is tied to the word: l’administration.
    let core = core.rsplit(['\'', '’']).next().unwrap_or_default();
    let is_plain = |c: char| c.is_alphabetic() || is_combining_mark(c);
    let capitals = core.chars().skip(1).any(char::is_uppercase);
    if core.len() > LONGEST || capitals || !core.chars().all(is_plain) {
        return Vec::new();
    }
    let start = word.rfind(core).unwrap_or_default();
    let (left, right) = language.bounds();
    let syllables = hypher::hyphenate_bounded(core, language, left.max(LEAST), right.max(LEAST));
    let ends = syllables.scan(start, |at, syllable| {
        *at += syllable.len();
        Some(*at)
    });
    ends.filter(|&at| at < start + core.len()).collect()
}

/// Whether a text without spaces looks like part of an address, in which a hyphen would be taken for one of its signs.
pub(super) fn is_address(text: &str) -> bool {
    let dot = |(at, _): (usize, &str)| text[at + 1..].starts_with(char::is_alphanumeric);
    text.contains("://") || text.contains(['@', '_', '\\', '=']) || text.match_indices('.').any(dot)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hyphenated(tag: &str, word: &str) -> String {
        let mut out = word.to_owned();
        if let Some(language) = patterns(tag) {
            points(word, language)
                .into_iter()
                .rev()
                .for_each(|at| out.insert(at, '|'));
        }
        out
    }

    #[test]
    fn languages_have_their_patterns() {
        for (tag, word) in [
            ("de-AT", "„Rechts|schutz|ver|si|che|rung“,"),
            ("nb", "for|bru|ker|be|skyt|telse"),
            ("nn-NO", "for|bru|kar|ver|net"),
            ("en-GB", "(com|mu|ni|ca|tion)"),
            ("fr", "l’admi|nis|tra|tion"),
            ("ru", "обес|пе|че|ние"),
            ("el", "δια|μέ|ρι|σμα"),
            ("hu", "meg|szent|ség|te|len"),
            ("ar", "السلام"),
            ("ja", "administration"),
            ("x-none", "administration"),
        ] {
            assert_eq!(hyphenated(tag, &word.replace('|', "")), word, "{tag}");
        }
    }

    #[test]
    fn what_is_no_plain_word_is_left_whole() {
        for word in [
            "https://example.org/verwaltung",
            "ERR-402-VERWALTUNG",
            "VERWALTUNGSAKT",
            "Kund:innenverwaltung",
            "PostgreSQLVerwaltung",
            "abschnitt2verwaltung",
            "kaum",
            &"verwaltung".repeat(81),
        ] {
            assert_eq!(hyphenated("de", word), word);
        }
    }
}
