//! What is nearly YAML: a space too few, a space of another kind, a list under another sign.

/// Longest word that is taken for a key, in characters.
const LONGEST_KEY: usize = 30;

/// Signs of lists in other languages; in YAML it is a hyphen and a space.
const BULLETS: &[char] = &['*', '+', '•', '◦', '‣', '·', '–', '—'];

/// Whether a character looks like a space, or like nothing, and is no space to YAML.
pub fn is_odd_space(c: char) -> bool {
    !c.is_ascii() && (c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}'))
}

/// A key whose colon lacks the space after it (`name:Ana`), and its value. An address or a time of day is none.
pub fn unspaced(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.trim_start().split_once(':')?;
    let mut letters = key.chars();
    let is_word = letters
        .next()
        .is_some_and(|c| c.is_alphabetic() || c == '_')
        && letters.all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
        && key.chars().count() <= LONGEST_KEY;
    let next = value.chars().next()?;
    (is_word && !next.is_ascii_whitespace() && !matches!(next, '/' | ':' | '\\'))
        .then(|| (key, value.trim_start_matches(is_odd_space)))
}

/// The item behind a sign that is no `- `: `-Asks`, `• Asks`, `1. Asks`.
pub fn list_mark(text: &str) -> Option<&str> {
    let text = text.trim_start();
    if let Some(item) = text.strip_prefix('-') {
        let begins = |c: char| c.is_alphabetic() || matches!(c, '"' | '\'' | '{' | '[');
        return item.starts_with(begins).then_some(item);
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let item = if rest.len() < text.len() {
        rest.strip_prefix(['.', ')'])
    } else {
        text.strip_prefix(BULLETS)
    };
    item.filter(|item| item.starts_with(char::is_whitespace))
        .map(str::trim_start)
        .filter(|item| !item.is_empty())
}

/// A key and its value joined by an equals sign: `title = Joining`.
pub fn equated(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.trim_start().split_once('=')?;
    let is_word = |key: &str| {
        key.starts_with(|c: char| c.is_ascii_lowercase())
            && key.chars().all(|c| c.is_ascii_lowercase() || c == '_')
    };
    let (key, value) = (key.trim_end(), value.trim());
    (is_word(key) && !value.is_empty()).then_some((key, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_too_few() {
        assert_eq!(unspaced("  name:Ana"), Some(("name", "Ana")));
        assert_eq!(unspaced("title:\u{a0}Ana"), Some(("title", "Ana")));
        for fine in [
            "name: Ana",
            "name:",
            "https://a.example",
            "C:\\ana",
            "12:30",
            "a b:c",
            "std::vec",
        ] {
            assert_eq!(unspaced(fine), None, "{fine}");
        }
        assert_eq!(equated("title = Ana"), Some(("title", "Ana")));
        assert_eq!(equated("two words = Ana"), None);
    }

    #[test]
    fn signs_of_lists() {
        assert_eq!(list_mark("  -Asks"), Some("Asks"));
        assert_eq!(list_mark("• Asks"), Some("Asks"));
        assert_eq!(list_mark("12. Asks"), Some("Asks"));
        for fine in [
            "- Asks", "-1.5", "--- ", "1.5", "*asks", "2 things", "–", "* ",
        ] {
            assert_eq!(list_mark(fine), None, "{fine}");
        }
    }
}
