//! Words in the names of a map: what lints about language look for.
//!
//! A phrase is words in a row: `support ticket*` is found in “Opens a support ticket”. `a|b` is one of both, `*` ends what
//! begins so, `~` stands for any articles, `^` asks for the start of the name and `=` for the whole of it.

use crate::check::Lang;

/// Words that stand before a noun and change nothing.
const ARTICLES: &[&str] = &["a", "an", "new", "our", "the"];

/// Whether a map's text is English, so that its words tell something.
pub fn is_english(lang: &Lang) -> bool {
    let language = lang.tag.split('-').next().unwrap_or_default();
    language.eq_ignore_ascii_case("en")
}

/// The words of a name in lower case, without the number before it (`2. Evaluation`). Hyphens and apostrophes join.
pub fn words(name: &str) -> Vec<String> {
    let lower = name.to_lowercase().replace('’', "'");
    let joins = |c: char| matches!(c, '-' | '\'' | '\u{2010}' | '\u{2011}');
    let words = lower
        .split(|c: char| !c.is_alphanumeric() && !joins(c))
        .map(|word| word.trim_matches(joins))
        .filter(|word| !word.is_empty())
        .skip_while(|word| word.chars().all(char::is_numeric));
    words
        .map(|word| word.replace(['\u{2010}', '\u{2011}'], "-"))
        .collect()
}

/// A phrase, taken apart once for many names.
pub struct Phrase {
    place: Place,
    parts: Vec<Vec<&'static str>>,
}

enum Place {
    Anywhere,
    Start,
    Whole,
}

impl Phrase {
    /// Reads the signs of a phrase.
    pub fn new(phrase: &'static str) -> Phrase {
        let signs = [("=", Place::Whole), ("^", Place::Start)];
        let signs = signs.into_iter();
        let mut signed =
            signs.filter_map(|(sign, place)| Some((phrase.strip_prefix(sign)?, place)));
        let (text, place) = signed.next().unwrap_or((phrase, Place::Anywhere));
        let parts = text.split(' ').map(|part| part.split('|').collect());
        Phrase {
            place,
            parts: parts.collect(),
        }
    }

    /// Whether the phrase occurs in the words of a name.
    pub fn is_in(&self, words: &[String]) -> bool {
        match self.place {
            Place::Whole => self.rest(words).is_some_and(<[String]>::is_empty),
            Place::Start => self.rest(words).is_some(),
            Place::Anywhere => {
                let mut starts = (0..words.len()).filter_map(|from| words.get(from..));
                starts.any(|words| self.rest(words).is_some())
            }
        }
    }

    /// The words that follow where they begin with the phrase.
    fn rest<'w>(&self, mut words: &'w [String]) -> Option<&'w [String]> {
        for part in &self.parts {
            if part == &["~"] {
                let articles = words.iter();
                let articles = articles.take_while(|word| ARTICLES.contains(&&***word));
                words = words.get(articles.count()..)?;
                continue;
            }
            let (word, rest) = words.split_first()?;
            let is = |one: &&str| match one.strip_suffix('*') {
                Some(start) => word.starts_with(start),
                None => word == one,
            };
            if !part.iter().any(is) {
                return None;
            }
            words = rest;
        }
        Some(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, phrase: &'static str) -> bool {
        Phrase::new(phrase).is_in(&words(name))
    }

    #[test]
    fn words_are_whole_words() {
        assert_eq!(
            words("2. Opens “Jo’s” e‑mail, twice"),
            ["opens", "jo's", "e-mail", "twice"]
        );
        assert!(words(" – 3 ").is_empty());
        assert!(found("Lead capture", "lead capture"));
        assert!(!found("Misleading capture", "lead capture"));
        assert!(!found("Leads", "lead"));
    }

    #[test]
    fn phrases_have_their_signs() {
        assert!(found(
            "They notify the customer",
            "notif* ~ customer|client"
        ));
        assert!(found("Notifies clients", "notif* ~ customer|client*"));
        assert!(!found(
            "Notifies the bank of the client",
            "notif* ~ customer|client"
        ));
        assert!(!found("Notifies her customer", "notif* ~ customer|client"));
        assert!(found("Lead capture by form", "^lead capture"));
        assert!(!found("Sets up lead capture", "^lead capture"));
        assert!(found("4. Retention", "=retention"));
        assert!(!found("Data retention", "=retention"));
        assert!(!found("", "=retention") && !found("the", "~ customer"));
    }

    #[test]
    fn english_has_regions() {
        let lang = |tag: &str| Lang {
            tag: tag.into(),
            rtl: false,
            quotes: ("“", "”"),
        };
        assert!(is_english(&lang("en")) && is_english(&lang("EN-gb")));
        assert!(!is_english(&lang("de")) && !is_english(&lang("enm")));
    }
}
