//! The recovering reader: what it collects, and how it says that a value has the wrong shape.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::collections::{Mapping, RuleName};
use super::scalar::Text;
use super::shape::{Record, Shape};
use super::slips;
use crate::diag::{self, Diagnostic, Findings, Rule, Span};
use crate::limits::{Limit, Limits, SIGN};
use crate::source::{Node, Scalar, Value};

/// Something that can be read from a node.
pub(super) trait Read: Sized {
    /// What it looks like.
    const SHAPE: Shape;

    /// Reads it; what is wrong becomes a finding, and `None` is what nothing can be made of.
    fn read(reader: &mut Reader, node: &Node) -> Option<Self>;

    /// What a key with nothing after it stands for, where the key alone says enough.
    fn blank(_span: Span) -> Option<Self> {
        None
    }
}

/// Where the value of a key goes.
pub(super) trait Slot: Default {
    /// What the key takes.
    const TAKES: Shape;

    /// Reads the value; whatever of it is lost is noted in the reader.
    fn fill(&mut self, reader: &mut Reader, node: &Node);
}

/// The key under which a thing silences rules.
pub(super) const ALLOW: &str = "x-allow";

/// Rules that are silenced at one place, as written.
#[derive(Clone, Debug)]
pub struct Allow {
    /// The rules, and why each of them is silenced.
    pub rules: Mapping<Text, RuleName>,
    /// The thing that has the `x-allow`.
    pub within: Span,
}

/// What the reading of one map carries along.
pub(super) struct Reader {
    /// How much is taken.
    pub limits: Limits,
    /// All findings so far.
    pub findings: Findings,
    /// The key whose value is read.
    pub key: Rc<str>,
    /// Whether something under the key of the record at hand could not be read.
    pub lost: bool,
    /// What is silenced where, in the order in which it is read.
    pub allows: Vec<Allow>,
    /// Keys of the map as a whole that stand where they are unknown.
    pub strays: Vec<&'static str>,
    /// Unknown keys, each with its record, and the keys that are probably meant: aliases repeat them.
    pub meant: HashMap<(Span, &'static str), Option<&'static str>>,
    /// Letters of all texts so far, and [`SIGN`] for each of them.
    pub size: u64,
    counts: BTreeMap<&'static str, usize>,
}

impl Reader {
    /// A reader that takes so much.
    pub fn new(limits: Limits) -> Reader {
        Reader {
            limits,
            findings: Findings::new(limits.count(Limit::Findings)),
            key: Rc::from(""),
            lost: false,
            allows: Vec::new(),
            strays: Vec::new(),
            meant: HashMap::new(),
            size: 0,
            counts: BTreeMap::new(),
        }
    }

    /// Adds a finding.
    pub fn find(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// A finding about the value of the key that is read; the message goes on after the key's name.
    pub fn about_key(&self, rule: &'static Rule, span: Span, goes_on: &str) -> Diagnostic {
        Diagnostic::new(
            rule,
            span,
            format!("`{}` {goes_on}", slips::shortened(&self.key)),
        )
    }

    /// The value has another shape than the key takes.
    pub fn wrong_type(&mut self, node: &Node, shape: &Shape) {
        if node.is_unresolved() {
            return;
        }
        let expects = shape.expects();
        let finding = if is_null(node) {
            self.about_key(&diag::WRONG_TYPE, node.span, "has no value")
                .mark("nothing stands here")
                .help(format!("give it {expects}, or delete it"))
        } else {
            let what = what_is(node);
            self.about_key(
                &diag::WRONG_TYPE,
                node.span,
                &format!("takes {expects}, but this is {what}"),
            )
            .mark(what)
        };
        self.find(slips::advise(finding, node, shape));
    }

    /// Counts a text that may be drawn.
    pub fn measure(&mut self, text: &str) {
        self.size = self.size.saturating_add(SIGN + text.len() as u64);
    }

    /// Reads what is silenced in a thing.
    pub fn allow(&mut self, within: Span, node: &Node) {
        let rules = Mapping::read(self, node);
        self.allows
            .extend(rules.map(|rules| Allow { rules, within }));
    }

    /// Counts a record; `false` where there are more than the map may have.
    pub fn count(&mut self, record: &Record, span: Span) -> bool {
        let Some(limit) = record.most else {
            return true;
        };
        let count = self.counts.entry(record.name).or_default();
        *count += 1;
        let count = *count;
        let limits = self.limits;
        let over = |count| limits.exceeds(limit, count);
        if over(count) && !over(count - 1) {
            let most = limits.written(limit);
            let message = format!("the map has more than {most} {}", record.plural);
            let advice = "split the map: a poster of that size cannot be read";
            let finding = limits.refuse(limit, span, message, advice);
            self.find(finding.mark(format!("number {}", limit.spec().written(count as u64))));
        }
        !over(count)
    }
}

/// Whether a node is the null of the core schema.
pub(super) fn is_null(node: &Node) -> bool {
    matches!(&node.value, Value::Scalar(Scalar { text, plain: true })
        if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
}

/// What a node is, as part of a sentence.
pub(super) fn what_is(node: &Node) -> &'static str {
    match &node.value {
        Value::List(_) => "a list",
        Value::Mapping(entries) if entries.is_empty() => "an empty mapping",
        Value::Mapping(_) => "a mapping",
        Value::Scalar(scalar) if scalar.plain && super::scalar::number(&scalar.text).is_some() => {
            "a number"
        }
        Value::Scalar(scalar) if scalar.plain && super::scalar::flag(&scalar.text).is_some() => {
            "`true` or `false`"
        }
        Value::Scalar(_) if is_null(node) => "null",
        Value::Scalar(_) => "a text",
    }
}
