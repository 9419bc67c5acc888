//! The components without which there is no map, each with what it is for and the least that satisfies it.

use super::checker::Checker;
use crate::diag::{self, Diagnostic, Rule};
use crate::model::Document;

/// A component of every map.
struct Component {
    rule: &'static Rule,
    message: &'static str,
    mark: &'static str,
    purpose: &'static str,
    least: &'static str,
}

const TITLE: Component = Component {
    rule: &diag::MISSING_TITLE,
    message: "the map has no title",
    mark: "a map begins with its `title`",
    purpose: "whoever meets the poster on a wall reads first whose journey it shows, and where to",
    least: "add one:\ntitle: Joining the library",
};

const PERSONAS: Component = Component {
    rule: &diag::MISSING_PERSONAS,
    message: "the map has no personas",
    mark: "whose journey is it?",
    purpose: "a journey is somebody's: what is easy for one is hard for another, \
              so a map shows the steps and feelings of one or a few personas and not of an average",
    least: "name one, under an id of your own:\npersonas:\n  ana: {name: Ana Lopes, role: \"Student, 19\"}",
};

const CHANNELS: Component = Component {
    rule: &diag::MISSING_CHANNELS,
    message: "the map has no channels",
    mark: "where does it happen?",
    purpose: "channels are where customer and company meet (website, phone, shop); \
              most journeys break where one channel hands over to the next",
    least: "name those that the journey passes, under ids of your own:\nchannels: {web: Website, desk: Front desk}",
};

const TIMELINE: Component = Component {
    rule: &diag::MISSING_TIMELINE,
    message: "the map has no timeline: it has no stages",
    mark: "what comes first, and what then?",
    purpose: "a journey runs through time: its stages, in order, are the timeline on which everything else stands",
    least: "add the stages, and under each what the customer does there:\n\
            stages:\n- name: Inquiry\n  touchpoints:\n  - {name: Asks a friend, channel: friends, emotion: curious}",
};

const TOUCHPOINTS: Component = Component {
    rule: &diag::MISSING_TOUCHPOINTS,
    message: "the map has no touchpoints",
    mark: "what does the customer do?",
    purpose: "touchpoints are the moments in which the customer does something and meets the company: \
              without them a map shows stages of a process and no experience",
    least: "add at least one to a stage:\n\
            stages:\n- name: Inquiry\n  touchpoints:\n  - {name: Asks a friend, channel: friends, emotion: curious}",
};

const EMOTION: Component = Component {
    rule: &diag::MISSING_EMOTION,
    message: "the map says nowhere how it feels",
    mark: "how does it feel?",
    purpose: "the emotion curve shows where a journey hurts and where it delights: \
              without it a map is a process chart",
    least: "give at least one touchpoint or stage an `emotion`, as a word or as a score from -2 to 2:\n\
            touchpoints:\n- {name: Asks a friend, channel: friends, emotion: curious}\n\
            `emotion: unknown` says that nobody has asked yet",
};

/// The five components of a map, and whether they are there; also where they could not be read, since something is
/// written.
pub fn components(document: &Document) -> [(&'static str, bool); 5] {
    let lost = |key: &str| document.meta.lost(key);
    let stages = |none: fn(&Document) -> bool| lost("stages") || !none(document);
    [
        (
            "personas",
            !document.personas.entries.is_empty() || lost("personas"),
        ),
        ("timeline", stages(|document| document.stages.is_empty())),
        ("touchpoints", stages(no_touchpoints)),
        (
            "channels",
            !document.channels.items.is_empty() || lost("channels"),
        ),
        ("emotion", stages(no_emotion)),
    ]
}

impl Checker<'_> {
    /// Reports the components that are absent, but not those that only seem so since they could not be read.
    pub fn missing_components(&mut self) {
        let document = self.document;
        let title = document.title.is_some() || document.meta.lost("title");
        let [personas, timeline, touchpoints, channels, emotion] =
            components(document).map(|(_, is_there)| is_there);
        let found = [
            (TITLE, "title", title),
            (PERSONAS, "personas", personas),
            (CHANNELS, "channels", channels),
            (TIMELINE, "stages", timeline),
        ];
        for (component, key, is_there) in found {
            if !is_there {
                self.miss(&component, key);
            }
        }
        if document.stages.is_empty() || document.meta.lost("stages") {
            return;
        }
        if touchpoints {
            self.empty_stages();
        } else {
            self.miss(&TOUCHPOINTS, "title");
        }
        if !emotion {
            self.miss(&EMOTION, "title");
        }
    }

    fn miss(&mut self, component: &Component, key: &str) {
        let span = self.document.meta.place(key);
        self.find(
            Diagnostic::new(component.rule, span, component.message)
                .mark(component.mark)
                .note(component.purpose)
                .help(component.least),
        );
    }

    /// Stages with neither touchpoints nor anything of their own.
    fn empty_stages(&mut self) {
        for stage in &self.document.stages {
            if stage.touchpoints.is_empty()
                && !stage.meta.lost("touchpoints")
                && stage.cell.is_empty()
            {
                let name = stage
                    .name
                    .as_ref()
                    .map_or("…".into(), |name| crate::model::shortened(&name.text));
                self.findings.push(
                    Diagnostic::new(
                        &diag::MISSING_TOUCHPOINTS,
                        stage.meta.head,
                        format!("the stage `{name}` is empty"),
                    )
                    .mark("neither touchpoints nor anything else happens here")
                    .help("add what the customer does here:\ntouchpoints:\n- Asks a friend"),
                );
            }
        }
    }
}

fn no_touchpoints(document: &Document) -> bool {
    document
        .stages
        .iter()
        .all(|stage| stage.touchpoints.is_empty() && !stage.meta.lost("touchpoints"))
}

fn no_emotion(document: &Document) -> bool {
    document.stages.iter().all(|stage| {
        let own = stage.cell.emotion.is_none()
            && !stage.meta.lost("emotion")
            && !stage.meta.lost("touchpoints");
        own && stage
            .touchpoints
            .iter()
            .all(|t| t.cell.emotion.is_none() && !t.meta.lost("emotion"))
    })
}
