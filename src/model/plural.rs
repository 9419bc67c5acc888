//! Which form of a word goes with a number. Owner of the rules of plurals.

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

/// The order in which a word's forms are written.
const ORDER: [PluralCategory; 6] = [
    PluralCategory::ZERO,
    PluralCategory::ONE,
    PluralCategory::TWO,
    PluralCategory::FEW,
    PluralCategory::MANY,
    PluralCategory::OTHER,
];
/// Whole numbers up to this one show all forms that a language has.
const SAMPLE: u64 = 200;

/// The form for a number of a word that is written as `one|other`: the forms that whole numbers have in a language, in
/// the order of the Unicode plural rules (zero, one, two, few, many, other). With another number of forms, the first
/// is for 1 and the last for the rest.
pub(super) fn form<'w>(word: &'w str, number: u64, lang: &str) -> &'w str {
    let forms: Vec<&str> = word.split('|').collect();
    let simple = if number == 1 { 0 } else { forms.len() - 1 };
    let by_rule = place(number, lang)
        .filter(|(_, count)| *count == forms.len())
        .map(|(place, _)| place);
    forms
        .get(by_rule.unwrap_or(simple))
        .copied()
        .unwrap_or(word)
}

/// Which of the forms of a language goes with a number, and how many forms there are.
fn place(number: u64, lang: &str) -> Option<(usize, usize)> {
    let kind = PluralRuleType::CARDINAL;
    let known = PluralRules::get_locales(kind);
    let primary = lang.split('-').next().unwrap_or_default();
    let locale = known
        .iter()
        .find(|known| known.to_string().eq_ignore_ascii_case(lang))
        .or_else(|| {
            known
                .iter()
                .find(|known| known.to_string().eq_ignore_ascii_case(primary))
        })?;
    let rules = PluralRules::create(locale.clone(), kind).ok()?;
    let mut used = [false; ORDER.len()];
    let at = |number: u64| {
        let category = rules.select(number as usize).ok()?;
        ORDER.iter().position(|known| *known == category)
    };
    (0..=SAMPLE)
        .filter_map(at)
        .for_each(|category| used[category] = true);
    let category = at(number)?;
    let before = used[..category].iter().filter(|used| **used).count();
    Some((before, used.iter().filter(|used| **used).count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_takes_the_form_that_its_language_gives_it() {
        let days = "день|дня|дней";
        for (number, expected) in [
            (1, "день"),
            (2, "дня"),
            (5, "дней"),
            (11, "дней"),
            (21, "день"),
        ] {
            assert_eq!(form(days, number, "ru"), expected, "{number}");
        }
        let days = "0|1|2|3-10|11-99|100";
        for (number, expected) in [(1, "1"), (2, "2"), (3, "3-10"), (17, "11-99"), (100, "100")] {
            assert_eq!(form(days, number, "ar-EG"), expected, "{number}");
        }
        assert_eq!(form("day|days", 1, "en"), "day");
        assert_eq!(form("day|days", 17, "en-GB"), "days");
        assert_eq!(form("日", 17, "ja"), "日");
    }

    #[test]
    fn forms_of_another_language_have_one_for_1_and_one_for_the_rest() {
        assert_eq!(form("day|days", 1, "pl"), "day");
        assert_eq!(form("day|days", 2, "pl"), "days");
        assert_eq!(form("day|days", 2, "tlh"), "days");
    }
}
