//! The words that some keys take.

use super::reader::{Read, Reader};
use super::scalar::{Text, not_an_option};
use super::shape::{Choice, Shape};
use crate::source::{Node, Value};

/// Declares enums whose variants are words of the language.
macro_rules! choices {
    ($(
        $(#[doc = $about:literal])+
        $name:ident { $($(#[doc = $doc:literal])+ $variant:ident $(= $number:literal)? => $word:literal,)+ }
    )+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[doc = $doc])+ $variant $(= $number)?,)+
        }

        impl $name {
            /// The words, in the order of the variants.
            pub const WORDS: &'static [Choice] = &[$(Choice { word: $word, about: concat!($($doc),+) }),+];

            /// The word as it is written in a map.
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }
        }

        impl Read for $name {
            const SHAPE: Shape = Shape::Choice($name::WORDS);

            fn read(reader: &mut Reader, node: &Node) -> Option<$name> {
                if !matches!(node.value, Value::Scalar(_)) || super::reader::is_null(node) {
                    reader.wrong_type(node, &Self::SHAPE);
                    return None;
                }
                let text = Text::word(reader, node)?;
                match &*text.text {
                    $($word => Some($name::$variant),)+
                    _ => {
                        not_an_option(reader, &text, $name::WORDS);
                        None
                    }
                }
            }
        }
    )+};
}

choices! {
    /// Whether a map shows what is, what is to be, or what somebody supposes.
    State {
        /// The journey as it is.
        Current => "current",
        /// The journey as it should be.
        Future => "future",
        /// The journey as somebody supposes it to be.
        Hypothesis => "hypothesis",
    }

    /// Journey map or service blueprint.
    Kind {
        /// A customer journey map.
        Journey => "journey",
        /// A service blueprint, with the lines of interaction and visibility.
        Blueprint => "blueprint",
    }

    /// What a channel is made of.
    ChannelKind {
        /// Screens and messages.
        Digital => "digital",
        /// People.
        Human => "human",
        /// Things and places.
        Physical => "physical",
    }

    /// Kind of source.
    EvidenceKind {
        /// Asked of many.
        Survey => "survey",
        /// Counted by machines.
        Analytics => "analytics",
        /// Asked of a few.
        Interview => "interview",
        /// Seen.
        Observation => "observation",
        /// Seen in a test.
        UsabilityTest => "usability_test",
        /// Calls and tickets.
        Support => "support",
        /// Social media.
        Social => "social",
        /// Told by sales.
        Sales => "sales",
        /// Written down elsewhere.
        Document => "document",
        /// Believed.
        Assumption => "assumption",
    }

    /// Which direction of a KPI is good.
    Better {
        /// More is better.
        Higher => "higher",
        /// Less is better.
        Lower => "lower",
    }

    /// Unit of a relative timeline.
    TimeUnit {
        /// `s`
        Second => "second",
        /// `min`
        Minute => "minute",
        /// `h`
        Hour => "hour",
        /// `d`
        Day => "day",
        /// `w`
        Week => "week",
        /// `mo`
        Month => "month",
        /// `y`
        Year => "year",
    }

    /// Part of a blueprint.
    Zone {
        /// What the customer does.
        Customer => "customer",
        /// What staff do in view.
        Frontstage => "frontstage",
        /// What staff do out of view.
        Backstage => "backstage",
        /// What systems and partners do.
        Support => "support",
    }

    /// Before, during or after the purchase or use.
    Part {
        /// Before the purchase or use.
        Before => "before",
        /// During it.
        During => "during",
        /// After it.
        After => "after",
    }

    /// Low, medium or high.
    Grade {
        /// 1 of 3.
        Low = 1 => "low",
        /// 2 of 3.
        Medium = 2 => "medium",
        /// 3 of 3.
        High = 3 => "high",
    }

    /// The level that a map gives to a rule.
    RuleLevel {
        /// Not reported.
        Off => "off",
        /// Nothing to do.
        Info => "info",
        /// The map can be drawn, but something about it will mislead or age.
        Warning => "warning",
        /// `jmap check` refuses the map.
        Error => "error",
    }
}
