//! The drawing's own words. A word is a row here and a key in `templates/words/<language>.yaml`.

use std::rc::Rc;

use super::choices::State;
use super::plural;
use crate::source::{self, Value};

/// One of the drawing's own words; the key in `words` stands beside it in [`Word::KEYS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the English text beside each key says what it is
pub enum Word {
    Stages,
    Timeline,
    TimelineNote,
    Seconds,
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
    Years,
    AtSecond,
    AtMinute,
    AtHour,
    AtDay,
    AtWeek,
    AtMonth,
    AtYear,
    CountedFrom,
    Waiting,
    OnDay,
    OnDayOfYear,
    InMonth,
    January,
    February,
    March,
    April,
    May,
    June,
    July,
    August,
    September,
    October,
    November,
    December,
    Goals,
    GoalsNote,
    Storyboard,
    StoryboardNote,
    Touchpoints,
    TouchpointsNote,
    Channels,
    ChannelsNote,
    Digital,
    Human,
    Physical,
    Emotion,
    EmotionNote,
    Thoughts,
    ThoughtsNote,
    Quotes,
    QuotesNote,
    Gains,
    GainsNote,
    PainPoints,
    PainPointsNote,
    Opportunities,
    OpportunitiesNote,
    Frontstage,
    FrontstageNote,
    Backstage,
    BackstageNote,
    Support,
    SupportNote,
    Departments,
    DepartmentsNote,
    Kpis,
    KpisNote,
    Funnel,
    FunnelNote,
    Leaves,
    LargestLeak,
    Measured,
    Expected,
    Forecast,
    Visits,
    Finish,
    Evidence,
    EvidenceNote,
    Notes,
    JourneyMap,
    Blueprint,
    LineOfInteraction,
    LineOfVisibility,
    LineOfInternalInteraction,
    Current,
    Future,
    Hypothesis,
    Persona,
    Personas,
    Touchpoint,
    TouchpointsCounted,
    Goal,
    ProjectGoals,
    Scope,
    Owner,
    Stakeholders,
    Needs,
    Furious,
    Annoyed,
    Neutral,
    Content,
    Delighted,
    ReadFirst,
    LowestPoint,
    HighestPoint,
    Ending,
    SteepestFall,
    SteepestRise,
    FurthestApart,
    Spread,
    Mean,
    DeadEnd,
    LowMoments,
    Unowned,
    Unanswered,
    Gaps,
    ChannelChanges,
    DeviceChanges,
    Handovers,
    Answered,
    OwnedOpportunities,
    Claims,
    Statistical,
    Anecdotal,
    KpisMissed,
    Labelled,
    Figured,
    Entry,
    Exit,
    Severity,
    Value,
    Effort,
    Solves,
    Low,
    Medium,
    High,
    Of,
    Exceeds,
    Meets,
    Below,
    Target,
    Handover,
    MomentOfTruth,
    Optional,
    Score,
    Compared,
    ComparedNote,
    OnlyIn,
    NothingOnly,
    Difference,
    PersonasTitle,
    Unknown,
    Updated,
    ReviewBy,
    Revision,
    Sample,
    Survey,
    Analytics,
    Interview,
    Observation,
    UsabilityTest,
    SupportCases,
    Social,
    Sales,
    Document,
    Assumption,
    Assumed,
}

impl Word {
    /// Every word with its key and its English text, in the order of the enum.
    pub const KEYS: &[(Word, &str, &str)] = &[
        (Word::Stages, "stages", "Stages"),
        (Word::Timeline, "timeline", "Time"),
        (Word::TimelineNote, "timeline_note", "When it happens"),
        (Word::Seconds, "seconds", "{n} second|{n} seconds"),
        (Word::Minutes, "minutes", "{n} minute|{n} minutes"),
        (Word::Hours, "hours", "{n} hour|{n} hours"),
        (Word::Days, "days", "{n} day|{n} days"),
        (Word::Weeks, "weeks", "{n} week|{n} weeks"),
        (Word::Months, "months", "{n} month|{n} months"),
        (Word::Years, "years", "{n} year|{n} years"),
        (Word::AtSecond, "at_second", "{n} s"),
        (Word::AtMinute, "at_minute", "{n} min"),
        (Word::AtHour, "at_hour", "{n} h"),
        (Word::AtDay, "at_day", "Day {n}"),
        (Word::AtWeek, "at_week", "Week {n}"),
        (Word::AtMonth, "at_month", "Month {n}"),
        (Word::AtYear, "at_year", "Year {n}"),
        (Word::CountedFrom, "counted_from", "Counted from: {origin}"),
        (Word::Waiting, "waiting", "Waiting: {length}"),
        (Word::OnDay, "on_day", "{day} {month}"),
        (Word::OnDayOfYear, "on_day_of_year", "{day} {month} {year}"),
        (Word::InMonth, "in_month", "{month} {year}"),
        (Word::January, "january", "Jan"),
        (Word::February, "february", "Feb"),
        (Word::March, "march", "Mar"),
        (Word::April, "april", "Apr"),
        (Word::May, "may", "May"),
        (Word::June, "june", "Jun"),
        (Word::July, "july", "Jul"),
        (Word::August, "august", "Aug"),
        (Word::September, "september", "Sept"),
        (Word::October, "october", "Oct"),
        (Word::November, "november", "Nov"),
        (Word::December, "december", "Dec"),
        (Word::Goals, "goals", "Goals"),
        (Word::GoalsNote, "goals_note", "What they want"),
        (Word::Storyboard, "storyboard", "Storyboard"),
        (
            Word::StoryboardNote,
            "storyboard_note",
            "What it looks like",
        ),
        (Word::Touchpoints, "touchpoints", "Touchpoints"),
        (Word::TouchpointsNote, "touchpoints_note", "What they do"),
        (Word::Channels, "channels", "Channels"),
        (Word::ChannelsNote, "channels_note", "Where it happens"),
        (Word::Digital, "digital", "digital"),
        (Word::Human, "human", "human"),
        (Word::Physical, "physical", "physical"),
        (Word::Emotion, "emotion", "Emotion"),
        (Word::EmotionNote, "emotion_note", "How it feels"),
        (Word::Thoughts, "thoughts", "Thoughts"),
        (Word::ThoughtsNote, "thoughts_note", "In their words"),
        (Word::Quotes, "quotes", "Quotes"),
        (Word::QuotesNote, "quotes_note", "What was said"),
        (Word::Gains, "gains", "Bright spots"),
        (Word::GainsNote, "gains_note", "What goes well"),
        (Word::PainPoints, "pain_points", "Pain points"),
        (
            Word::PainPointsNote,
            "pain_points_note",
            "What gets in the way",
        ),
        (Word::Opportunities, "opportunities", "Opportunities"),
        (
            Word::OpportunitiesNote,
            "opportunities_note",
            "Value and effort, owner",
        ),
        (Word::Frontstage, "frontstage", "Frontstage"),
        (
            Word::FrontstageNote,
            "frontstage_note",
            "What staff do in view",
        ),
        (Word::Backstage, "backstage", "Backstage"),
        (
            Word::BackstageNote,
            "backstage_note",
            "What staff do out of view",
        ),
        (Word::Support, "support", "Support"),
        (Word::SupportNote, "support_note", "Systems and partners"),
        (Word::Departments, "departments", "Departments"),
        (
            Word::DepartmentsNote,
            "departments_note",
            "Who answers for it",
        ),
        (Word::Kpis, "kpis", "KPIs"),
        (Word::KpisNote, "kpis_note", "Against expectations"),
        (Word::Funnel, "funnel", "Funnel"),
        (Word::FunnelNote, "funnel_note", "How many get here"),
        (Word::Leaves, "leave", "leave"),
        (Word::LargestLeak, "largest_leak", "largest leak"),
        (Word::Measured, "measured", "measured"),
        (Word::Expected, "expected", "expected from the shares"),
        (Word::Forecast, "forecast", "forecast"),
        (Word::Visits, "visits", "visits"),
        (Word::Finish, "finish", "come to the end"),
        (Word::Evidence, "evidence", "Evidence"),
        (Word::EvidenceNote, "evidence_note", "What it rests on"),
        (Word::Notes, "notes", "Notes"),
        (Word::JourneyMap, "journey_map", "Customer journey map"),
        (Word::Blueprint, "blueprint", "Service blueprint"),
        (
            Word::LineOfInteraction,
            "line_of_interaction",
            "Line of interaction",
        ),
        (
            Word::LineOfVisibility,
            "line_of_visibility",
            "Line of visibility",
        ),
        (
            Word::LineOfInternalInteraction,
            "line_of_internal_interaction",
            "Line of internal interaction",
        ),
        (Word::Current, "current", "Current state"),
        (Word::Future, "future", "Future state"),
        (Word::Hypothesis, "hypothesis", "Hypothesis"),
        (Word::Persona, "persona", "persona"),
        (Word::Personas, "personas", "personas"),
        (Word::Touchpoint, "touchpoint", "touchpoint"),
        (
            Word::TouchpointsCounted,
            "touchpoints_counted",
            "touchpoints",
        ),
        (Word::Goal, "goal", "Goal"),
        (Word::ProjectGoals, "project_goals", "Goals"),
        (Word::Scope, "scope", "Scope"),
        (Word::Owner, "owner", "Owner"),
        (Word::Stakeholders, "stakeholders", "Stakeholders"),
        (Word::Needs, "needs", "Needs"),
        (Word::Furious, "furious", "Furious"),
        (Word::Annoyed, "annoyed", "Annoyed"),
        (Word::Neutral, "neutral", "Neutral"),
        (Word::Content, "content", "Content"),
        (Word::Delighted, "delighted", "Delighted"),
        (Word::ReadFirst, "read_first", "Read this first"),
        (Word::LowestPoint, "lowest_point", "Lowest point"),
        (Word::HighestPoint, "highest_point", "Highest point"),
        (Word::Ending, "ending", "Ending"),
        (Word::SteepestFall, "steepest_fall", "Steepest fall"),
        (Word::SteepestRise, "steepest_rise", "Steepest rise"),
        (Word::FurthestApart, "furthest_apart", "Furthest apart"),
        (Word::Spread, "spread", "Spread"),
        (Word::Mean, "mean", "mean"),
        (Word::DeadEnd, "dead_end", "Dead end"),
        (Word::LowMoments, "low_moments", "Low moments of truth"),
        (Word::Unowned, "unowned", "Pain points nobody owns"),
        (
            Word::Unanswered,
            "unanswered",
            "Pain points without an opportunity",
        ),
        (Word::Gaps, "gaps", "Gaps"),
        (Word::ChannelChanges, "channel_changes", "Channel changes"),
        (Word::DeviceChanges, "device_changes", "Device changes"),
        (Word::Handovers, "handovers", "Hand-overs"),
        (
            Word::Answered,
            "answered",
            "Pain points with an opportunity",
        ),
        (
            Word::OwnedOpportunities,
            "owned_opportunities",
            "Opportunities with an owner",
        ),
        (Word::Claims, "claims", "Claims with evidence"),
        (Word::Statistical, "statistical", "Statistical sources"),
        (Word::Anecdotal, "anecdotal", "Anecdotal sources"),
        (Word::KpisMissed, "kpis_missed", "KPIs below target"),
        (Word::Labelled, "labelled", "{label}: {text}"),
        (Word::Figured, "figured", "{text} ({figure})"),
        (Word::Entry, "entry", "Entry"),
        (Word::Exit, "exit", "Exit"),
        (Word::Severity, "severity", "severity"),
        (Word::Value, "value", "value"),
        (Word::Effort, "effort", "effort"),
        (Word::Solves, "solves", "solves"),
        (Word::Low, "low", "low"),
        (Word::Medium, "medium", "medium"),
        (Word::High, "high", "high"),
        (Word::Of, "of", "of"),
        (Word::Exceeds, "exceeds", "exceeds"),
        (Word::Meets, "meets", "meets"),
        (Word::Below, "below", "does not meet"),
        (Word::Target, "target", "target"),
        (Word::Handover, "handover", "hand-over between departments"),
        (Word::MomentOfTruth, "moment_of_truth", "Moment of truth"),
        (Word::Optional, "optional", "optional"),
        (Word::Score, "score", "score"),
        (Word::Compared, "compared", "Compared"),
        (Word::ComparedNote, "compared_note", "What one map lacks"),
        (Word::OnlyIn, "only_in", "Only in {map}"),
        (Word::NothingOnly, "nothing_only", "nothing"),
        (
            Word::Difference,
            "difference",
            "difference of {amount} or more",
        ),
        (Word::PersonasTitle, "personas_title", "Personas"),
        (Word::Unknown, "unknown", "not asked yet"),
        (Word::Updated, "updated", "Updated"),
        (Word::ReviewBy, "review_by", "review by"),
        (Word::Revision, "revision", "revision"),
        (Word::Sample, "sample", "n"),
        (Word::Survey, "survey", "survey"),
        (Word::Analytics, "analytics", "analytics"),
        (Word::Interview, "interview", "interview"),
        (Word::Observation, "observation", "observation"),
        (Word::UsabilityTest, "usability_test", "usability test"),
        (Word::SupportCases, "support_cases", "support"),
        (Word::Social, "social", "social media"),
        (Word::Sales, "sales", "sales"),
        (Word::Document, "document", "document"),
        (Word::Assumption, "assumption", "assumption"),
        (Word::Assumed, "assumed", "assumed, no source"),
    ];
}

impl From<State> for Word {
    fn from(state: State) -> Word {
        match state {
            State::Current => Word::Current,
            State::Future => Word::Future,
            State::Hypothesis => Word::Hypothesis,
        }
    }
}

/// Languages whose words are built in, and their file; a language is a row here. English is in [`Word::KEYS`].
const LANGUAGES: &[(&str, &str)] = &[
    ("ar", include_str!("../../templates/words/ar.yaml")),
    ("de", include_str!("../../templates/words/de.yaml")),
    ("es", include_str!("../../templates/words/es.yaml")),
    ("fr", include_str!("../../templates/words/fr.yaml")),
    ("ja", include_str!("../../templates/words/ja.yaml")),
    ("ko", include_str!("../../templates/words/ko.yaml")),
    ("pt", include_str!("../../templates/words/pt.yaml")),
    ("ru", include_str!("../../templates/words/ru.yaml")),
    ("zh", include_str!("../../templates/words/zh.yaml")),
];

impl Word {
    /// The word with a key.
    pub fn from_key(key: &str) -> Option<Word> {
        Word::KEYS
            .iter()
            .find(|(_, known, _)| *known == key)
            .map(|(word, ..)| *word)
    }
}

/// The drawing's own words in one language, with the map's own `words` over them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    texts: Vec<Rc<str>>,
}

impl Words {
    /// The text of a word.
    pub fn get(&self, word: Word) -> &str {
        self.texts.get(word as usize).map_or("", |text| text)
    }

    /// The form of a word for a number, in a language; a word with several forms is written `one|other`.
    pub fn form(&self, word: Word, number: u64, lang: &str) -> &str {
        plural::form(self.get(word), number, lang)
    }

    /// Replaces the text of a word.
    pub fn set(&mut self, word: Word, text: &str) {
        if let Some(own) = self.texts.get_mut(word as usize) {
            *own = text.into();
        }
    }

    /// The English words.
    pub fn english() -> Words {
        Words {
            texts: Word::KEYS
                .iter()
                .map(|(_, _, text)| Rc::from(*text))
                .collect(),
        }
    }

    /// The words of a language tag: of the longest beginning of the tag that is built in, else the English ones.
    pub fn for_lang(tag: &str) -> Words {
        let mut words = Words::english();
        let lower = tag.to_ascii_lowercase();
        let begins = |language: &str| {
            lower
                .strip_prefix(language)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        let built_in = LANGUAGES
            .iter()
            .filter(|(language, _)| begins(language))
            .max_by_key(|(language, _)| language.len());
        if let Some((_, file)) = built_in {
            for (key, text) in entries(file) {
                if let Some(word) = Word::from_key(&key) {
                    words.set(word, &text);
                }
            }
        }
        words
    }
}

/// Keys and texts of a file of words.
fn entries(file: &str) -> Vec<(Rc<str>, Rc<str>)> {
    let root = source::parse(file, &source::Limits::default())
        .0
        .map(|root| root.value);
    let Some(Value::Mapping(entries)) = root else {
        return Vec::new();
    };
    let text = |(key, node): &(source::Key, source::Node)| match &node.value {
        Value::Scalar(scalar) => Some((key.text.clone(), scalar.text.clone())),
        _ => None,
    };
    entries.iter().filter_map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_exactly_the_words_of_the_table() {
        for (language, file) in LANGUAGES {
            let keys: Vec<_> = entries(file).into_iter().map(|(key, _)| key).collect();
            let mut sorted: Vec<&str> = keys.iter().map(|key| &**key).collect();
            sorted.sort_unstable();
            let mut expected: Vec<&str> = Word::KEYS.iter().map(|(_, key, _)| *key).collect();
            expected.sort_unstable();
            assert_eq!(sorted, expected, "{language}");
        }
    }

    #[test]
    fn the_nearest_built_in_language_speaks() {
        assert_eq!(Words::for_lang("de-AT").get(Word::Stages), "Phasen");
        assert_eq!(Words::for_lang("den"), Words::english());
    }

    #[test]
    fn the_table_is_in_the_order_of_the_enum() {
        assert!(
            Word::KEYS
                .iter()
                .enumerate()
                .all(|(index, (word, ..))| *word as usize == index)
        );
    }
}
