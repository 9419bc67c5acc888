//! Scalars: texts, numbers, flags, and texts with a meaning of their own.

use std::rc::Rc;

use super::reader::{Read, Reader, is_null};
use super::shape::{Choice, Format, Shape};
use super::{key_slips, slips};
use crate::diag::{self, Diagnostic, Span};
use crate::limits::Limit;
use crate::source::{Node, Scalar, Value};
use crate::unseen::{compared, is_blank};

/// The largest number that jmap takes, and the smallest.
pub const LARGEST_NUMBER: f64 = 1e15;
/// Characters of the longest number: twice as many as its value keeps.
const LONGEST_NUMBER: usize = 40;

/// Text of the map and where it stands. Never empty, markup in it is literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The words, white space at the ends removed.
    pub text: Rc<str>,
    /// Where they stand.
    pub span: Span,
}

impl Read for Text {
    const SHAPE: Shape = Shape::Text(Format::Free);

    fn read(reader: &mut Reader, node: &Node) -> Option<Text> {
        let text = Text::word(reader, node)?;
        reader.measure(&text.text);
        Some(text)
    }
}

impl Text {
    /// Reads a text that is not drawn as it is written.
    pub(super) fn word(reader: &mut Reader, node: &Node) -> Option<Text> {
        let Value::Scalar(scalar) = &node.value else {
            reader.wrong_type(node, &Self::SHAPE);
            return None;
        };
        if node.is_unresolved() {
            return None;
        }
        if is_null(node) || is_blank(&scalar.text) {
            let finding = reader.about_key(&diag::MISSING_NAME, node.span, "has no text");
            reader.find(
                finding
                    .mark("nothing stands here")
                    .help(key_slips::no_text(&reader.key)),
            );
            return None;
        }
        reader.text_of(&scalar.text, node.span)
    }
}

impl Reader {
    /// Cleans a text and bounds it.
    pub fn text_of(&mut self, written: &Rc<str>, span: Span) -> Option<Text> {
        if let Some(control) = written.chars().find(|c| is_unprintable(*c)) {
            let message = format!("holds the control character U+{:04X}", u32::from(control));
            let finding = self.about_key(&diag::INVALID_VALUE, span, &message);
            let help = "delete it; if it comes from a backslash in \"…\", put the text in '…'";
            self.find(finding.mark("no drawing can show it").help(help));
            return None;
        }
        if let Some(finding) = self.too_long(written, span) {
            self.find(finding);
            return None;
        }
        let trimmed = written.trim();
        let text = if trimmed.contains(['\t', '\r', '\u{2028}', '\u{2029}']) {
            trimmed
                .replace("\r\n", "\n")
                .replace(['\t', '\r'], " ")
                .replace(['\u{2028}', '\u{2029}'], "\n")
                .into()
        } else if trimmed.len() == written.len() {
            Rc::clone(written)
        } else {
            trimmed.into()
        };
        Some(Text { text, span })
    }
}

impl Reader {
    fn too_long(&self, written: &str, span: Span) -> Option<Diagnostic> {
        let over = |length| self.limits.exceeds(Limit::Text, length);
        // There are no more characters than bytes, which need not be counted.
        if !over(written.len()) || !over(written.chars().count()) {
            return None;
        }
        let message = format!(
            "`{}` is longer than jmap takes",
            slips::shortened(&self.key)
        );
        let finding = self.limits.refuse(Limit::Text, span, message, "shorten it");
        let limit = self.limits.written(Limit::Text);
        Some(finding.mark(format!("the limit is {limit} characters")))
    }
}

/// Control characters and noncharacters: XML forbids them, and no font has them.
fn is_unprintable(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// A number: its value, and the digits as the author wrote them.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The value, finite.
    pub value: f64,
    /// As written.
    pub text: Rc<str>,
    /// Where it stands.
    pub span: Span,
}

impl Read for Number {
    const SHAPE: Shape = Shape::Number;

    fn read(reader: &mut Reader, node: &Node) -> Option<Number> {
        let value = match &node.value {
            Value::Scalar(Scalar { text, plain: true }) => number(text).map(|value| (value, text)),
            _ => None,
        };
        let Some((value, text)) = value else {
            reader.wrong_type(node, &Self::SHAPE);
            return None;
        };
        if text.len() > LONGEST_NUMBER {
            let goes_on = "has more digits than jmap counts";
            let finding = reader.about_key(&diag::INVALID_VALUE, node.span, goes_on);
            let mark = format!("more than {LONGEST_NUMBER} characters");
            reader.find(finding.mark(mark).help("round it"));
            return None;
        }
        if value.abs() > LARGEST_NUMBER {
            let finding = reader.about_key(
                &diag::INVALID_VALUE,
                node.span,
                "is a number beyond what jmap counts",
            );
            reader.find(
                finding
                    .mark("beyond ±1,000,000,000,000,000")
                    .help("count in a larger unit"),
            );
            return None;
        }
        reader.measure(text);
        Some(Number {
            value,
            text: Rc::clone(text),
            span: node.span,
        })
    }
}

/// The value of a decimal number of YAML's core schema.
pub(super) fn number(text: &str) -> Option<f64> {
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    let decimal = text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.' | b'e' | b'E'));
    if digits && decimal {
        text.parse().ok()
    } else {
        None
    }
}

impl Read for bool {
    const SHAPE: Shape = Shape::Flag;

    fn read(reader: &mut Reader, node: &Node) -> Option<bool> {
        let value = match &node.value {
            Value::Scalar(Scalar { text, plain: true }) => flag(text),
            _ => None,
        };
        if value.is_none() {
            reader.wrong_type(node, &Self::SHAPE);
        }
        value
    }
}

/// The value of a truth value of YAML's core schema.
pub(super) fn flag(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

/// `true`, `false` or a text that means `true` and says why.
#[derive(Clone, Debug)]
pub struct FlagOrText {
    /// Whether it holds.
    pub holds: bool,
    /// Why.
    pub reason: Option<Text>,
    /// Where it stands.
    pub span: Span,
}

impl Read for FlagOrText {
    const SHAPE: Shape = Shape::Either(&[Shape::Flag, Shape::Text(Format::Free)]);

    fn read(reader: &mut Reader, node: &Node) -> Option<FlagOrText> {
        if let Value::Scalar(Scalar { text, plain: true }) = &node.value
            && let Some(holds) = flag(text)
        {
            return Some(FlagOrText {
                holds,
                reason: None,
                span: node.span,
            });
        }
        // Nobody gives `no` as the reason for a moment of truth.
        if let Value::Scalar(Scalar { text, plain: true }) = &node.value
            && slips::truth(text).is_some()
        {
            let goes_on = format!("takes `true`, `false` or a reason, but not `{text}`");
            let finding = reader.about_key(&diag::WRONG_TYPE, node.span, &goes_on);
            let finding = finding.mark("a word for true or false in other tools");
            reader.find(slips::advise(finding, node, &Self::SHAPE));
            return None;
        }
        let reason = Some(Text::read(reader, node)?);
        Some(FlagOrText {
            holds: true,
            reason,
            span: node.span,
        })
    }
}

/// Declares texts with a meaning of their own: each is a [`Text`] with a shape that says what it has to look like.
macro_rules! texts {
    ($($(#[doc = $doc:literal])+ $name:ident: $shape:expr;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(pub Text);

        impl Read for $name {
            const SHAPE: Shape = $shape;

            fn read(reader: &mut Reader, node: &Node) -> Option<$name> {
                if matches!(node.value, Value::Scalar(_)) && !is_null(node) {
                    Text::read(reader, node).map($name)
                } else {
                    reader.wrong_type(node, &Self::SHAPE);
                    None
                }
            }
        }
    )+};
}

texts! {
    /// A day.
    Day: Shape::Text(Format::Day);
    /// A day, a month or a year.
    Period: Shape::Text(Format::Period);
    /// A point in time.
    Moment: Shape::Text(Format::Moment);
    /// A language tag.
    Language: Shape::Text(Format::Language);
    /// A link.
    Link: Shape::Text(Format::Link);
    /// A path.
    Path: Shape::Text(Format::Path);
    /// A colour.
    Color: Shape::Text(Format::Color);
    /// A part of a whole: `0.4` or `40 %`.
    Share: Shape::Either(&[Shape::Number, Shape::Text(Format::Percent)]);
    /// The version of the language.
    Version: Shape::Choice(&[Choice { word: "1", about: "The only version there is." }]);
    /// Names a persona.
    PersonaRef: Shape::Reference("persona");
    /// Names a channel.
    ChannelRef: Shape::Reference("channel");
    /// Names a source.
    EvidenceRef: Shape::Reference("source in `evidence`");
    /// Names a KPI.
    KpiRef: Shape::Reference("KPI");
    /// Names a stage.
    StageRef: Shape::Reference("stage");
    /// Names a touchpoint.
    TouchpointRef: Shape::Reference("touchpoint");
    /// Names a pain point.
    PainPointRef: Shape::Reference("pain point");
}

/// Says that a text is none of the words that its key takes.
pub(super) fn not_an_option(reader: &mut Reader, text: &Text, options: &'static [Choice]) {
    let message = format!("cannot be `{}`", super::slips::shortened(&text.text));
    let mut finding: Diagnostic = reader
        .about_key(&diag::INVALID_VALUE, text.span, &message)
        .mark(format!("must be {}", Shape::Choice(options).expects()));
    let seen = compared(&text.text);
    if *seen != *text.text && options.iter().any(|option| *seen == *option.word) {
        finding = finding.help(slips::unseen(&seen));
    } else if options.iter().any(|option| option.word == "off")
        && slips::truth(&text.text) == Some(false)
    {
        finding = finding.help("write `off`");
    } else if let Some(near) =
        super::suggest::nearest(&text.text, options.iter().map(|option| option.word))
    {
        finding = finding.help(format!("did you mean `{near}`?"));
    }
    reader.find(finding);
}
