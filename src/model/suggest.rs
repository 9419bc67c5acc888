//! "Did you mean …?"

use std::borrow::Cow;

/// Longest word for which a neighbour is sought, in characters: nobody mistypes a paragraph.
const LONGEST: usize = 60;

/// The known word that is nearest to a written one, if one is near enough to be meant.
pub fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let length = written.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let wanted = folded(written);
    known
        .into_iter()
        .filter_map(|word| distance(&wanted, &folded(word)).map(|distance| (distance, word)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// Whether two words differ in case and in what joins their parts at most.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// How far two folded words are apart; `None` if too far for one to be a slip of the other.
fn distance(wanted: &str, known: &str) -> Option<usize> {
    if wanted == known {
        return Some(0);
    }
    let longer = wanted.chars().count().max(known.chars().count());
    if longer > LONGEST {
        return None;
    }
    let edits = strsim::osa_distance(wanted, known);
    if edits <= longer.div_ceil(4).max(usize::from(longer > 1)) && edits < longer {
        return Some(edits);
    }
    // A word that was not written to its end, or that holds the known one: `emot`, `phone call`.
    let shared = |part: &str, whole: &str| part.chars().count() >= 3 && whole.starts_with(part);
    (shared(wanted, known) || shared(known, wanted)).then_some(LONGEST)
}

/// Lower case, without what joins words: `painPoints`, `pain-points` and `Pain points` are one.
pub(super) fn folded(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    let joins = |c: &char| matches!(c, ' ' | '-' | '_' | '.');
    Cow::Owned(
        word.chars()
            .filter(|c| !joins(c))
            .flat_map(char::to_lowercase)
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_slips_and_leaves_strangers() {
        let keys = [
            "pain_points",
            "personas",
            "emotion",
            "name",
            "channels",
            "web",
            "stages",
        ];
        let near = |written| nearest(written, keys);
        assert_eq!(near("painPoints"), Some("pain_points"));
        assert_eq!(near("Pain points"), Some("pain_points"));
        assert_eq!(near("nmae"), Some("name"));
        assert_eq!(near("emot"), Some("emotion"));
        assert_eq!(near("website"), Some("web"));
        assert_eq!(near("channel"), Some("channels"));
        assert_eq!(near("colour"), None);
        assert_eq!(near("x"), None);
        assert_eq!(near(""), None);
        assert_eq!(near(&"persona".repeat(100)), None);
    }
}
