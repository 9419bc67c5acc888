//! The feelings that jmap knows.

/// Words for feelings and their scores, sorted by word.
///
/// The scores say how pleasant a feeling is (its valence) and nothing of how stirring: the horizontal axis of the
/// circumplex model of affect (J. A. Russell, "A circumplex model of affect", 1980). They were set by hand for this
/// list, in quarters of the range −2…2: words of one family in their order of strength (unsure, worried, afraid),
/// opposites at opposite places, the ends left to the strongest. No published table of ratings was copied.
pub const FEELINGS: &[(&str, f64)] = &[
    ("abandoned", -1.75),
    ("afraid", -1.5),
    ("amazed", 1.75),
    ("amused", 1.0),
    ("angry", -1.75),
    ("annoyed", -1.0),
    ("anxious", -1.25),
    ("appreciated", 1.25),
    ("ashamed", -1.5),
    ("bored", -0.75),
    ("calm", 0.75),
    ("cautious", -0.25),
    ("comfortable", 1.0),
    ("confident", 1.25),
    ("confused", -1.0),
    ("content", 1.0),
    ("curious", 0.75),
    ("delighted", 2.0),
    ("desperate", -1.75),
    ("disappointed", -1.25),
    ("doubtful", -0.5),
    ("eager", 1.0),
    ("embarrassed", -1.25),
    ("empowered", 1.5),
    ("encouraged", 1.0),
    ("enthusiastic", 1.75),
    ("excited", 1.75),
    ("exhausted", -1.25),
    ("frustrated", -1.5),
    ("furious", -2.0),
    ("grateful", 1.5),
    ("happy", 1.75),
    ("heard", 1.25),
    ("helpless", -1.5),
    ("hesitant", -0.5),
    ("hopeful", 1.0),
    ("ignored", -1.25),
    ("impatient", -0.75),
    ("impressed", 1.25),
    ("indifferent", 0.0),
    ("informed", 0.5),
    ("insecure", -1.0),
    ("inspired", 1.5),
    ("interested", 0.75),
    ("irritated", -1.0),
    ("lost", -1.25),
    ("motivated", 1.25),
    ("nervous", -0.75),
    ("neutral", 0.0),
    ("optimistic", 1.0),
    ("overwhelmed", -1.25),
    ("panicked", -1.75),
    ("pleased", 1.25),
    ("proud", 1.5),
    ("puzzled", -0.5),
    ("reassured", 1.0),
    ("relaxed", 1.0),
    ("relieved", 1.25),
    ("resigned", -1.0),
    ("sad", -1.5),
    ("satisfied", 1.25),
    ("sceptical", -0.5),
    ("secure", 1.0),
    ("shocked", -1.75),
    ("skeptical", -0.5),
    ("stressed", -1.25),
    ("supported", 1.25),
    ("surprised", 0.25),
    ("tense", -0.75),
    ("tired", -0.75),
    ("trusting", 1.0),
    ("uncertain", -0.5),
    ("uneasy", -0.75),
    ("unsure", -0.5),
    ("upset", -1.25),
    ("valued", 1.25),
    ("wary", -0.5),
    ("welcome", 1.25),
    ("worried", -1.0),
];

/// The score of a feeling on −2…2, upper and lower case alike.
pub(super) fn score(word: &str) -> Option<f64> {
    let word = word.trim().to_lowercase();
    let index = FEELINGS
        .binary_search_by(|(known, _)| (*known).cmp(&word))
        .ok()?;
    FEELINGS.get(index).map(|(_, score)| *score)
}

/// All words, sorted.
pub(super) fn words<'w>() -> impl Iterator<Item = &'w str> {
    FEELINGS.iter().map(|(word, _)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_in_range() {
        assert!(FEELINGS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(
            FEELINGS
                .iter()
                .all(|(_, score)| (-2.0..=2.0).contains(score))
        );
        assert_eq!(score("Frustrated"), Some(-1.5));
        assert_eq!(score("zen"), None);
    }
}
