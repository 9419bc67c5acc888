//! What people of the field call things, and what they are called here.

use super::shape::Record;
use super::suggest::folded;

/// Keys of the language with the words that people write for them, and the record in which they do where it matters.
///
/// Where a word stands for several keys, the first counts that the record has and that is not written yet.
const SYNONYMS: &[(&str, &str, &str)] = &[
    // The head of a map.
    ("title", "map", "name headline heading label"),
    ("scenario", "", "description summary story"),
    (
        "personas",
        "",
        "actors users customers people segments archetypes who",
    ),
    ("channels", "", "media mediums platforms touchpoint_types"),
    ("stages", "", "phases steps journey sections"),
    ("kpis", "", "metrics measures measurements indicators kpi"),
    (
        "evidence",
        "",
        "sources source research data references proof",
    ),
    ("stakeholders", "", "team participants sponsors"),
    (
        "updated",
        "",
        "date last_updated modified changed last_change",
    ),
    ("review_by", "", "review next_review expires valid_until"),
    ("revision", "", "version edition"),
    (
        "owner",
        "",
        "author responsible maintainer assignee accountable who",
    ),
    ("lang", "", "language locale"),
    ("emotion_scale", "", "scale rating_scale"),
    ("words", "", "strings translations terms"),
    ("lanes", "", "rows swimlanes layers"),
    ("goals", "", "objectives aims motivations purpose"),
    ("state", "map", "status"),
    ("kind", "", "type category method"),
    // Stages and touchpoints.
    (
        "touchpoints",
        "",
        "steps actions activities tasks events moments doing touches interactions",
    ),
    ("time", "", "duration when period date timing"),
    ("at", "", "when time date start timing"),
    ("until", "", "end duration"),
    ("goal", "stage", "objective aim purpose"),
    ("repeats", "", "loop frequency cadence"),
    ("volume", "", "count n number visitors"),
    ("entry", "", "trigger enters"),
    ("exit", "", "exits outcome"),
    ("channel", "", "medium media platform where touchpoint"),
    ("persona", "", "actor who user customer users actors"),
    ("department", "", "team owner responsible unit"),
    ("moment", "", "moment_of_truth mot critical key_moment"),
    ("next", "", "goto then leads_to paths"),
    ("link", "", "url href website address"),
    (
        "image",
        "",
        "photo picture img screenshot storyboard avatar portrait",
    ),
    // Cells.
    (
        "emotion",
        "",
        "feelings feeling emotions sentiment mood satisfaction experience score rating",
    ),
    (
        "thoughts",
        "",
        "thinking mindset mindsets questions expectations",
    ),
    ("quotes", "", "quote verbatim verbatims voice saying says"),
    (
        "gains",
        "",
        "delights highlights positives bright_spots pluses wow wins likes",
    ),
    (
        "pain_points",
        "",
        "pains frictions friction frustrations problems barriers issues challenges obstacles dislikes",
    ),
    (
        "opportunities",
        "",
        "ideas solutions recommendations improvements suggestions next_steps",
    ),
    ("frontstage", "", "onstage employee_actions staff"),
    (
        "backstage",
        "",
        "backend behind_the_scenes back_office internal_actions",
    ),
    (
        "support",
        "",
        "systems processes support_processes technology partners",
    ),
    (
        "notes",
        "",
        "comments comment remarks description details text",
    ),
    ("cells", "", "custom"),
    // People.
    (
        "needs",
        "",
        "jobs jobs_to_be_done jtbd expectations requirements",
    ),
    ("facts", "", "demographics attributes details profile"),
    (
        "role",
        "",
        "bio description about occupation job position title",
    ),
    ("quote", "", "motto tagline quotes"),
    ("color", "", "colour"),
    ("department", "stakeholder", "division function"),
    // What the map refers to.
    ("icon", "", "symbol emoji glyph"),
    (
        "n",
        "",
        "size sample sample_size participants respondents count",
    ),
    ("date", "", "when year month time updated"),
    (
        "value",
        "KPI",
        "current actual score result measured baseline",
    ),
    ("target", "", "goal aim objective benchmark"),
    ("better", "", "direction good"),
    ("value", "opportunity", "impact benefit worth"),
    ("effort", "", "cost complexity feasibility"),
    ("kpi", "", "metric measure"),
    (
        "solves",
        "",
        "fixes addresses pain_point pain_points problem",
    ),
    ("status", "", "state progress"),
    ("severity", "", "impact priority level gravity"),
    // Ways on, feelings, times, lanes.
    ("to", "way on", "target goto touchpoint id name"),
    ("share", "", "probability percent percentage rate"),
    ("when", "", "if condition"),
    ("feeling", "", "emotion word label mood name"),
    ("score", "", "value rating level"),
    ("low", "", "min lower"),
    ("high", "", "max upper"),
    ("min", "", "from low worst"),
    ("max", "", "to high best"),
    ("neutral", "", "middle zero midpoint"),
    ("labels", "", "names levels"),
    ("from", "", "start begin beginning"),
    ("to", "", "end until finish"),
    ("length", "", "duration days weeks"),
    ("blank", "", "height empty"),
    ("title", "lane", "name label"),
    ("note", "lane", "description subtitle notes"),
    // Names and texts.
    (
        "name",
        "",
        "title label text step action task stage phase heading description",
    ),
    (
        "text",
        "",
        "name title label description idea pain quote thought goal",
    ),
];

/// What a word is called in a record, if it is another's word for one of its keys, and whether that key is free.
pub(super) fn meant(
    record: &Record,
    written: &str,
    free: impl Fn(&str) -> bool,
) -> Option<(&'static str, bool)> {
    let word = folded(written);
    let keys = || {
        SYNONYMS
            .iter()
            .filter(|(_, at, _)| at.is_empty() || *at == record.name)
            .filter(|(_, _, words)| words.split(' ').any(|known| folded(known) == word))
            .filter_map(|(key, ..)| record.all_keys().find(|known| known.name == *key))
            .map(|key| key.name)
    };
    let found = keys().find(|key| free(key));
    found
        .map(|key| (key, true))
        .or_else(|| keys().next().map(|key| (key, false)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::all_records;

    #[test]
    fn every_synonym_leads_to_a_key_and_is_none_itself() {
        let records = all_records();
        for (key, at, words) in SYNONYMS {
            let here: Vec<_> = records
                .iter()
                .filter(|record| at.is_empty() || *at == record.name)
                .filter(|record| record.all_keys().any(|known| known.name == *key))
                .collect();
            assert!(!here.is_empty(), "{key} at {at:?}");
            for word in words.split(' ') {
                let known = |record: &&&&Record| record.all_keys().any(|known| known.name == word);
                assert!(
                    !here.iter().all(|record| known(&record)),
                    "{word} is a key wherever {key} is"
                );
            }
        }
    }
}
