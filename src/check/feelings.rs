//! The feelings that jmap knows.

/// Words for feelings, sorted, with their scores and with other words that score the same.
///
/// The scores say how pleasant a feeling is (its valence) and nothing of how stirring: the horizontal axis of the
/// circumplex model of affect (J. A. Russell, "A circumplex model of affect", 1980). They were set by hand for this
/// list, in quarters of the range −2…2: words of one family in their order of strength (unsure, worried, afraid),
/// opposites at opposite places, the ends left to the strongest. No published table of ratings was copied.
pub const FEELINGS: &[(&str, f64, &[&str])] = &[
    ("abandoned", -1.75, &["let down", "left alone", "forgotten"]),
    ("afraid", -1.5, &["fearful", "frightened", "scared"]),
    ("amazed", 1.75, &["astonished", "awed"]),
    ("amused", 1.0, &["entertained"]),
    ("angry", -1.75, &["indignant", "mad", "resentful"]),
    ("annoyed", -1.0, &["bothered", "displeased", "miffed"]),
    ("anxious", -1.25, &["apprehensive", "distressed"]),
    ("appreciated", 1.25, &["recognised", "recognized"]),
    ("ashamed", -1.5, &["guilty"]),
    ("bored", -0.75, &["uninterested"]),
    ("calm", 0.75, &["peaceful", "serene"]),
    ("cautious", -0.25, &["careful", "reserved"]),
    ("comfortable", 1.0, &["at ease", "cosy"]),
    ("confident", 1.25, &["assured", "certain", "sure"]),
    ("confused", -1.0, &["baffled", "bewildered", "perplexed"]),
    ("content", 1.0, &["fine", "glad"]),
    ("curious", 0.75, &["intrigued"]),
    (
        "delighted",
        2.0,
        &["ecstatic", "elated", "overjoyed", "thrilled"],
    ),
    ("desperate", -1.75, &["despairing", "hopeless"]),
    (
        "disappointed",
        -1.25,
        &["disheartened", "dissatisfied", "unsatisfied"],
    ),
    ("doubtful", -0.5, &["dubious"]),
    ("eager", 1.0, &["keen"]),
    ("embarrassed", -1.25, &["awkward"]),
    ("empowered", 1.5, &["in control", "strong"]),
    ("encouraged", 1.0, &["heartened"]),
    ("enthusiastic", 1.75, &["passionate"]),
    ("excited", 1.75, &["exhilarated"]),
    ("exhausted", -1.25, &["drained", "worn out"]),
    ("frustrated", -1.5, &["exasperated"]),
    ("furious", -2.0, &["enraged", "irate", "outraged"]),
    ("grateful", 1.5, &["thankful"]),
    ("happy", 1.75, &["cheerful", "joyful"]),
    ("heard", 1.25, &["understood"]),
    ("helpless", -1.5, &["powerless", "stuck", "trapped"]),
    ("hesitant", -0.5, &["reluctant"]),
    ("hopeful", 1.0, &["expectant"]),
    ("ignored", -1.25, &["neglected", "overlooked"]),
    ("impatient", -0.75, &["restless"]),
    ("impressed", 1.25, &[]),
    ("indifferent", 0.0, &["apathetic", "detached"]),
    ("informed", 0.5, &[]),
    ("insecure", -1.0, &["vulnerable"]),
    ("inspired", 1.5, &[]),
    ("interested", 0.75, &["engaged"]),
    ("irritated", -1.0, &["aggravated"]),
    ("lost", -1.25, &["disoriented"]),
    ("motivated", 1.25, &["determined"]),
    ("nervous", -0.75, &["jittery"]),
    ("neutral", 0.0, &["ok", "okay"]),
    ("optimistic", 1.0, &[]),
    ("overwhelmed", -1.25, &["swamped"]),
    ("panicked", -1.75, &["terrified"]),
    ("pleased", 1.25, &[]),
    ("proud", 1.5, &[]),
    ("puzzled", -0.5, &["mystified"]),
    ("reassured", 1.0, &["comforted"]),
    ("relaxed", 1.0, &[]),
    ("relieved", 1.25, &[]),
    ("resigned", -1.0, &[]),
    ("sad", -1.5, &["miserable", "unhappy"]),
    ("satisfied", 1.25, &["fulfilled"]),
    ("sceptical", -0.5, &["skeptical"]),
    ("secure", 1.0, &["protected", "safe"]),
    ("shocked", -1.75, &["appalled", "horrified"]),
    ("stressed", -1.25, &["pressured"]),
    ("supported", 1.25, &["cared for"]),
    ("surprised", 0.25, &["astounded"]),
    ("tense", -0.75, &["on edge"]),
    ("tired", -0.75, &["weary"]),
    ("trusting", 1.0, &[]),
    ("uncertain", -0.5, &[]),
    ("uneasy", -0.75, &["uncomfortable"]),
    ("unsure", -0.5, &["undecided", "torn"]),
    ("upset", -1.25, &["hurt"]),
    ("valued", 1.25, &["respected"]),
    ("wary", -0.5, &["distrustful", "mistrustful", "suspicious"]),
    ("welcome", 1.25, &["welcomed"]),
    ("worried", -1.0, &["concerned"]),
];

/// The score of a feeling on −2…2, upper and lower case alike.
pub(super) fn score(word: &str) -> Option<f64> {
    let word = word.trim().to_lowercase();
    let index = FEELINGS.binary_search_by(|(known, ..)| (*known).cmp(&word));
    let found = index.ok().and_then(|index| FEELINGS.get(index));
    found
        .or_else(|| FEELINGS.iter().find(|(.., also)| also.contains(&&*word)))
        .map(|(_, score, _)| *score)
}

/// All words, each followed by those that score the same.
pub(super) fn words<'w>() -> impl Iterator<Item = &'w str> {
    FEELINGS
        .iter()
        .flat_map(|(word, _, also)| std::iter::once(*word).chain(also.iter().copied()))
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
                .all(|(_, score, _)| (-2.0..=2.0).contains(score))
        );
        let mut all: Vec<&str> = words().collect();
        all.sort_unstable();
        assert!(all.is_sorted_by(|a, b| a < b), "a word stands twice");
        assert!(all.iter().all(|word| word.to_lowercase() == **word));
        assert_eq!(score("Frustrated"), Some(-1.5));
        assert_eq!(score("Thrilled"), score("delighted"));
        assert_eq!(score("zen"), None);
    }
}
